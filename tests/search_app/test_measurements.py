# SPDX-License-Identifier: EUPL-1.2
from datetime import date
from pathlib import Path

import pytest

from anonymise.evaluation.scores import AnonymisationScores, Interval, Score
from casebase.vocabulary import Kind
from index.evaluation import RetrievalReport, RetrievalScores
from patterns.evaluation import PatternScores
from search_app.measurements import Figure, Measurement, Subject, keep, read_measurements
from search_app.measuring import of_anonymisation, of_patterns, of_retrieval

DAY = date(2026, 3, 2)


def measurement(day: date = DAY, subject: Subject = Subject.SEARCHING, value: float = 0.5) -> Measurement:
    figure = Figure(nl="Iets", en="Something", value=value, count=3)
    return Measurement(subject=subject, measured_on=day, engine="e", data=("d",), cases=4, figures=(figure,))


@pytest.mark.parametrize(
    ("value", "least", "most", "reached"),
    [
        (0.9, None, None, None),
        (0.9, 0.9, None, True),
        (0.89, 0.9, None, False),
        (0.005, None, 0.005, True),
        (0.006, None, 0.005, False),
    ],
)
def test_a_figure_is_reached_at_what_is_asked(
    value: float, least: float | None, most: float | None, reached: bool | None
) -> None:
    assert Figure(nl="x", en="x", value=value, count=1, least=least, most=most).reached is reached


def test_what_was_kept_is_read_back_the_same(tmp_path: Path) -> None:
    keep(measurement(), tmp_path)
    assert read_measurements(tmp_path / "none", tmp_path).own == (measurement(),)


def test_of_each_subject_the_latest_measurement_counts(tmp_path: Path) -> None:
    for day in (date(2026, 5, 1), date(2026, 1, 1), date(2026, 3, 1)):
        keep(measurement(day), tmp_path)
    keep(measurement(date(2025, 1, 1), Subject.PATTERNS), tmp_path)
    found = read_measurements(tmp_path / "none", tmp_path).own
    assert [(each.subject, each.measured_on) for each in found] == [
        (Subject.SEARCHING, date(2026, 5, 1)),
        (Subject.PATTERNS, date(2025, 1, 1)),
    ]


def test_a_later_measurement_of_the_same_day_replaces_the_first(tmp_path: Path) -> None:
    keep(measurement(value=0.1), tmp_path)
    keep(measurement(value=0.2), tmp_path)
    [found] = read_measurements(tmp_path / "none", tmp_path).own
    assert found.figures[0].value == 0.2


def test_scores_of_the_anonymiser_become_figures_with_what_is_asked() -> None:
    score = Score(
        marks=50, covered=49, entities=20, entities_covered=19, found=40, found_right=39,
        recall_interval=Interval(low=0.9, high=1.0),
    )  # fmt: skip
    scores = AnonymisationScores(
        cases=7, unmarked_characters=1000, masked_unmarked_characters=4,
        kinds={Kind.PERSON: score}, direct=score, names=score, numbers=score, quasi=score,
    )  # fmt: skip
    found = of_anonymisation(scores, engine="e", data=["g.jsonl"], measured_on=DAY)
    told = {each.en: (each.value, each.count, each.reached) for each in found.figures}
    assert told == {
        "Direct identifiers, found": (0.98, 50, None),
        "Persons of whom everything was found": (0.95, 20, False),
        "Of what was taken out as a name, rightly": (0.975, 40, True),
        "Ordinary text wrongly taken out": (0.004, 7, True),
        "Person, found": (0.98, 50, True),
    }
    assert found.figures[0].low == 0.9


def test_scores_of_search_and_patterns_become_figures() -> None:
    measures = {"nDCG@10": 0.7, "P@5": 0.5, "R@10": 0.5, "Success@3": 0.85, "RR": 0.9}
    overall = RetrievalScores(queries=12, measures=measures)
    report = RetrievalReport(model_id="m", documents=100, overall=overall, by_kind={})
    searched = of_retrieval(report, data=["beir"], measured_on=DAY)
    assert [each.reached for each in searched.figures] == [True, False]
    scores = PatternScores(
        cases=50, proposals=5, precision=0.5, recall=0.5, f1=0.5, themes=10, found=3, loose=0, loose_taken=0
    )
    proposed = of_patterns(scores, engine="m", data=["t.tsv"], measured_on=DAY)
    assert [(each.value, each.reached) for each in proposed.figures] == [(0.5, True), (0.3, False)]
