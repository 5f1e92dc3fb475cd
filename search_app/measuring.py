# SPDX-License-Identifier: EUPL-1.2
"""From the scores of an evaluation to the figures that people are shown, each with what is asked of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from search_app.measurements import Figure, Measurement, Subject

if TYPE_CHECKING:
    from anonymise.evaluation.scores import AnonymisationScores, Interval, Score
    from index.evaluation import RetrievalReport
    from patterns.evaluation import PatternScores

LEAST_NDCG, LEAST_SUCCESS = 0.62, 0.90
LEAST_F1, LEAST_THEMES, MOST_LOOSE, LEAST_STABLE = 0.40, 0.40, 0.15, 0.90


def of_anonymisation(
    scores: "AnonymisationScores", *, engine: str, data: Sequence[str], measured_on: date
) -> Measurement:
    """Recall by group and kind, persons of whom all is masked, precision of names, over-masking."""
    figures = (*_groups(scores), *_kinds(scores))
    return _measurement(Subject.ANONYMISING, engine, data, measured_on, scores.cases, figures)


def of_retrieval(report: "RetrievalReport", *, data: Sequence[str], measured_on: date) -> Measurement:
    """Quality of the first ten results, and how often something relevant is among the first three."""
    figures = _searches(report)
    return _measurement(
        Subject.SEARCHING, report.model_id, data, measured_on, report.documents, tuple(figures)
    )


def of_patterns(
    scores: "PatternScores", *, engine: str, data: Sequence[str], measured_on: date
) -> Measurement:
    """How well proposals follow known themes, and how many loose cases they pull in."""
    return _measurement(Subject.PATTERNS, engine, data, measured_on, scores.cases, tuple(_proposals(scores)))


def _measurement(
    subject: Subject,
    engine: str,
    data: Sequence[str],
    measured_on: date,
    cases: int,
    figures: tuple[Figure, ...],
) -> Measurement:
    return Measurement(
        subject=subject,
        measured_on=measured_on,
        engine=engine,
        data=tuple(data),
        cases=cases,
        figures=figures,
    )


def _groups(scores: "AnonymisationScores") -> Iterator[Figure]:
    from anonymise.evaluation import goals
    from casebase.vocabulary import Kind

    persons = scores.kinds.get(Kind.PERSON)
    yield from _recall("Direct herleidbaar, gevonden", "Direct identifiers, found", scores.direct)
    if persons and persons.entity_recall is not None:
        yield _figure(
            "Personen van wie alles is gevonden",
            "Persons of whom everything was found",
            persons.entity_recall,
            persons.entities,
            persons.entity_recall_interval,
            least=goals.PERSON_ENTITY_RECALL,
        )
    if persons and persons.precision is not None:
        yield _figure(
            "Van wat als naam is weggehaald, terecht",
            "Of what was taken out as a name, rightly",
            persons.precision,
            persons.found,
            persons.precision_interval,
            least=goals.PERSON_PRECISION,
        )
    if scores.over_masking is not None:
        yield _figure(
            "Gewone tekst ten onrechte weggehaald",
            "Ordinary text wrongly taken out",
            scores.over_masking,
            scores.cases,
            scores.over_masking_interval,
            most=goals.OVER_MASKING,
        )


def _kinds(scores: "AnonymisationScores") -> Iterator[Figure]:
    from anonymise.evaluation import goals
    from search_app.words_for_review import kind_name

    for kind, score in scores.kinds.items():
        name = kind_name(kind)
        nl, en = (text[:1].upper() + text[1:] for text in (name.nl, name.en))
        yield from _recall(f"{nl}, gevonden", f"{en}, found", score, goals.RECALL[kind])


def _recall(nl: str, en: str, score: "Score", least: float | None = None) -> Iterator[Figure]:
    if score.recall is not None:
        yield _figure(nl, en, score.recall, score.marks, score.recall_interval, least=least)


def _figure(
    nl: str,
    en: str,
    value: float,
    count: int,
    interval: "Interval | None" = None,
    *,
    least: float | None = None,
    most: float | None = None,
) -> Figure:
    low, high = (interval.low, interval.high) if interval else (None, None)
    return Figure(nl=nl, en=en, value=value, count=count, low=low, high=high, least=least, most=most)


def _searches(report: "RetrievalReport") -> Iterator[Figure]:
    found = report.overall
    yield Figure(
        nl="Eerste tien resultaten (nDCG@10; 1 is volmaakt)",
        en="First ten results (nDCG@10; 1 is perfect)",
        value=found.measures["nDCG@10"],
        count=found.queries,
        share=False,
        least=LEAST_NDCG,
    )
    yield Figure(
        nl="Zoekvragen met iets bruikbaars bij de eerste drie",
        en="Searches with something relevant in the first three",
        value=found.measures["Success@3"],
        count=found.queries,
        least=LEAST_SUCCESS,
    )


def _proposals(scores: "PatternScores") -> Iterator[Figure]:
    yield Figure(
        nl="Paren bij elkaar gezet zoals de thema's (F1; 1 is volmaakt)",
        en="Pairs put together as the themes have them (F1; 1 is perfect)",
        value=scores.f1,
        count=scores.cases,
        share=False,
        least=LEAST_F1,
    )
    if scores.themes:
        found = scores.found / scores.themes
        yield _figure("Thema's herkend", "Themes recognised", found, scores.themes, least=LEAST_THEMES)
    if scores.loose:
        taken = scores.loose_taken / scores.loose
        yield _figure(
            "Losse casussen ten onrechte meegenomen",
            "Loose cases wrongly taken along",
            taken,
            scores.loose,
            most=MOST_LOOSE,
        )
    if scores.stability is not None:
        yield _figure(
            "Voorstellen die blijven na 5% nieuwe casussen",
            "Proposals that stay after 5% of new cases",
            scores.stability,
            scores.proposals,
            least=LEAST_STABLE,
        )
