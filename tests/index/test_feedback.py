# SPDX-License-Identifier: EUPL-1.2
import math
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.bilingual import Language
from casebase.store import FoundWith, Grade, JudgedSearch, JudgementRecord
from index.feedback import (
    FEWEST_IN_BAND,
    FEWEST_SEARCHES,
    MEASURES,
    band_share,
    condensed,
    evaluate_feedback,
    judged_share,
    qrels_of,
)
from index.feedback_table import feedback_table
from index.hits import Band

NOW = datetime(2026, 3, 9, tzinfo=UTC)
FOUND_WITH = FoundWith("databank", "search-nl@1", 1)
CASES = [f"C-{number}" for number in range(12)]


def said(case_id, grade, *, actor="anna", band="sterk", rank=1):
    return JudgementRecord(case_id, actor, Grade(grade), NOW, rank, band, {}, FOUND_WITH)


def searches(number, *judgements):
    return [JudgedSearch(each, f"zoekvraag {each}", judgements) for each in range(1, number + 1)]


def ranked(text):
    return CASES


def evaluate(found):
    return evaluate_feedback(found, ranked, model_id="search-nl@2")


def test_judged_cases_alone_are_ranked_without_the_others():
    report = evaluate(searches(FEWEST_SEARCHES, said("C-3", 1), said("C-5", 0), said("C-9", 2)))
    short, strict = report.judged_only, report.unjudged_not_useful
    ideal = 2 + 1 / math.log2(3)
    assert short["nDCG@10"].mean == pytest.approx((1 + 2 / math.log2(4)) / ideal, abs=1e-4)
    assert strict["nDCG@10"].mean == pytest.approx((1 / math.log2(5) + 2 / math.log2(11)) / ideal, abs=1e-4)
    assert (short["P@5"].mean, strict["P@5"].mean) == (pytest.approx(2 / 3, abs=1e-4), 0.2)
    assert (short["RR"].mean, strict["RR"].mean) == (1.0, 0.25)
    assert (short["Success@3"].mean, strict["Success@3"].mean) == (1.0, 0.0)
    assert report.judged_at_10 == 0.3


def test_too_few_searches_give_counts_and_no_figures():
    few = searches(FEWEST_SEARCHES - 1, said("C-1", 1))
    report = evaluate_feedback(few, pytest.fail, model_id="m")
    assert not report.enough
    assert (report.judged_only, report.unjudged_not_useful, report.judged_at_10) == (None, None, None)
    assert (report.searches, report.judgements, report.people) == (FEWEST_SEARCHES - 1,) * 2 + (1,)
    assert "Te weinig om iets over de volgorde te zeggen" in feedback_table(report, Language.NL)[1]
    assert "at least 30 judged searches" in feedback_table(report, Language.EN)[1]


def test_no_feedback_at_all_is_said_as_well():
    report = evaluate([])
    assert (report.searches, report.enough) == (0, False)
    assert [share.share for share in report.bands.values()] == [None] * 3


def test_searches_with_nothing_useful_count_as_nothing_found():
    found = searches(FEWEST_SEARCHES, said("C-0", 1))
    found += [JudgedSearch(99, "alles onbruikbaar", (said("C-0", 0), said("C-1", 0)))]
    report = evaluate(found)
    assert report.without_useful == 1
    assert report.judged_only["RR"].mean == pytest.approx(30 / 31, abs=1e-4)
    assert report.judged_only["nDCG@10"].mean == pytest.approx(30 / 31, abs=1e-4)


def test_a_useful_case_that_is_no_longer_found_counts_against_the_ranking():
    report = evaluate(searches(FEWEST_SEARCHES, said("C-0", 0), said("weg", 2)))
    assert report.judged_only["RR"].mean == 0.0
    assert report.judged_only["nDCG@10"].mean == 0.0


@pytest.mark.parametrize(
    ("grades", "middle"), [([2], 2), ([0, 2], 0), ([1, 2], 1), ([0, 2, 2], 2), ([0, 0, 2, 2], 0)]
)
def test_where_people_differ_the_middle_grade_counts_the_lower_of_two(grades, middle):
    judged = [said("C-0", grade, actor=str(number)) for number, grade in enumerate(grades)]
    assert qrels_of([JudgedSearch(1, "x", tuple(judged))]) == {"1": {"C-0": middle}}


grade_of = st.dictionaries(st.sampled_from(CASES), st.sampled_from([0, 1, 2]), min_size=1, max_size=6)


@settings(max_examples=20, deadline=None)
@given(st.lists(grade_of, min_size=FEWEST_SEARCHES, max_size=FEWEST_SEARCHES + 3), st.randoms())
def test_figures_lie_in_their_intervals_and_strictness_only_lowers_ranks(drawn, order):
    found = [
        JudgedSearch(number, "x", tuple(said(case_id, grade) for case_id, grade in grades.items()))
        for number, grades in enumerate(drawn)
    ]
    ranking = order.sample(CASES, len(CASES))
    report = evaluate_feedback(found, lambda _: ranking, model_id="m")
    for name in MEASURES:
        for figures in (report.judged_only, report.unjudged_not_useful):
            assert 0 <= figures[name].low <= figures[name].mean + 1e-4 <= figures[name].high + 2e-4 <= 1.001
        assert report.unjudged_not_useful[name].mean <= report.judged_only[name].mean + 1e-4
    assert report == evaluate_feedback(found, lambda _: ranking, model_id="m")


@settings(max_examples=20, deadline=None)
@given(grade_of)
def test_a_ranking_by_grade_is_perfect_on_judged_cases(grades):
    best = sorted(CASES, key=lambda case_id: -grades.get(case_id, -1))
    found = searches(FEWEST_SEARCHES, *(said(case_id, grade) for case_id, grade in grades.items()))
    report = evaluate_feedback(found, lambda _: best, model_id="m")
    useful = 1.0 if any(grades.values()) else 0.0
    assert (report.judged_only["nDCG@10"].mean, report.judged_only["RR"].mean) == (useful, useful)


def test_a_condensed_ranking_keeps_the_order_and_only_judged_cases():
    short = condensed({"1": ["a", "b", "c", "d"], "2": ["a"]}, {"1": {"d": 0, "b": 2}})
    assert short == {"1": ["b", "d"], "2": []}


def test_the_judged_share_looks_at_the_first_ten():
    ranking = [str(number) for number in range(20)]
    assert (
        judged_share({"1": ranking, "2": ["0", "x"], "3": []}, {"1": {"0": 0, "15": 2}, "2": {"0": 1}}) == 0.3
    )


def test_a_band_tells_which_share_was_useful_once_enough_is_judged():
    judged = (
        said("C-0", 2),
        said("C-1", 1),
        said("C-2", 0),
        said("C-3", 1, band="zwak"),
        said("C-4", 0, band=None),
    )
    many = searches(FEWEST_IN_BAND // 3, *judged)
    share = band_share(many, Band.STRONG)
    assert (share.judgements, share.useful) == (30, 20)
    assert share.share.mean == share.share.low == share.share.high == pytest.approx(2 / 3, abs=1e-4)
    few = band_share(many, Band.WEAK)
    assert (few.judgements, few.useful, few.share) == (10, 10, None)
    assert band_share(many, Band.POSSIBLE).judgements == 0


def test_the_table_holds_every_figure_twice_with_its_interval():
    report = evaluate(searches(FEWEST_SEARCHES, said("C-3", 1), said("C-5", 0)))
    lines = feedback_table(report, Language.NL)
    assert lines[0] == "30 zoekvragen, 60 oordelen, 1 mensen, 1 versies; model nu search-nl@2"
    assert lines[2].split() == list(MEASURES)
    assert lines[3].startswith("alleen beoordeelde casussen")
    assert lines[4].startswith("niet beoordeeld is niet bruikbaar")
    assert lines[4].endswith("0.250 (0.25-0.25)")
    assert lines[5] == "Sterk: 30 van 60 bruikbaar, 50% (50%-50%)"
    assert lines[7] == "Zwak: 0 van 0 bruikbaar; te weinig om iets te zeggen"
    assert feedback_table(report, Language.EN)[5] == "Strong: 30 of 60 useful, 50% (50%-50%)"
