# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import numpy as np
import pytest

from casebase.vocabulary import Outcome
from patterns.equal_treatment import (
    AlikePair,
    EndedCase,
    Ending,
    PairRule,
    compare_pairs,
    count_outcomes,
    pairs_of,
)

MAY = date(2025, 5, 1)
RULE = PairRule(alike=0.5, nearly_identical=0.8, days_apart=365)
NOT, PARTLY, SOLVED, UNKNOWN = Outcome.NOT_SOLVED, Outcome.PARTLY, Outcome.SOLVED, Outcome.UNKNOWN


def ended(name: str, outcome: Outcome, law: str = "WIA", received: date | None = MAY) -> EndedCase:
    return EndedCase(name, outcome, frozenset(law.split()), received)


def test_nearly_identical_pairs_that_ended_differently_come_first() -> None:
    cases = [
        ended(name, outcome)
        for name, outcome in zip("ABCDE", (SOLVED, NOT, PARTLY, SOLVED, UNKNOWN), strict=True)
    ]
    scores = {"AD": 0.99, "AC": 0.85, "AB": 0.81, "BD": 0.7, "CD": 0.6, "AE": 0.95, "BC": 0.4}
    pairs = [AlikePair(pair[1], pair[0], score) for pair, score in scores.items()]
    found = compare_pairs(cases, pairs, RULE)
    assert [pair.first + pair.second for pair in found.pairs] == ["AB", "AC", "BD", "CD", "AD", "AE"]
    assert [pair.ending for pair in found.pairs[-2:]] == [Ending.SAME, Ending.UNKNOWN]
    assert [pair.nearly_identical for pair in found.pairs[:3]] == [True, True, False]


def test_only_cases_under_the_same_rules_in_the_same_period_are_compared() -> None:
    cases = [
        ended("A", SOLVED, "WIA TW"),
        ended("B", NOT, "WW"),
        ended("C", NOT, "WIA", date(2026, 5, 2)),
        ended("D", NOT, "WIA", None),
        ended("E", NOT, "WIA ZW", date(2026, 5, 1)),
    ]
    found = compare_pairs(cases, [AlikePair("A", other, 0.9) for other in "ABCDEX"], RULE)
    assert [(pair.first, pair.second, pair.days_apart) for pair in found.pairs] == [("A", "E", 365)]
    assert (found.other_rules, found.other_period, found.period_unknown) == (1, 1, 1)
    assert found.pairs[0].shared_regulations == ("WIA",)
    assert found.pairs[0].other_regulations == ("TW", "ZW")


def test_the_order_does_not_depend_on_the_order_of_the_pairs() -> None:
    cases = [ended(name, NOT if name in "ACE" else SOLVED) for name in "ABCDEF"]
    pairs = [AlikePair(one, other, 0.9) for one in "ABCDEF" for other in "ABCDEF"]
    assert compare_pairs(cases, pairs, PairRule()) == compare_pairs(cases[::-1], pairs[::-1], PairRule())


def test_of_a_pair_given_twice_the_higher_score_counts() -> None:
    cases = [ended("A", SOLVED), ended("B", NOT)]
    twice = [AlikePair("A", "B", 0.9), AlikePair("B", "A", 0.6)]
    assert [pair.score for pair in compare_pairs(cases, twice).pairs] == [0.9]
    assert compare_pairs(cases, twice) == compare_pairs(cases, twice[::-1])


def test_pairs_are_taken_from_a_similarity_matrix_once() -> None:
    similarity = np.array([[1.0, 0.9, 0.2], [0.9, 1.0, 0.5], [0.2, 0.5, 1.0]])
    assert pairs_of(["A", "B", "C"], similarity, 0.5) == (AlikePair("A", "B", 0.9), AlikePair("B", "C", 0.5))


def test_outcomes_are_counted_with_their_interval_and_the_unknown_ones_apart() -> None:
    found = count_outcomes([SOLVED] * 7 + [PARTLY] + [NOT] * 2 + [UNKNOWN] * 3)
    assert [(one.outcome, one.count) for one in found.shares] == [(SOLVED, 7), (PARTLY, 1), (NOT, 2)]
    # Wilson's interval of 7 out of 10, as prop.test(7, 10, correct = FALSE) in R gives it
    assert (found.shares[0].share.low, found.shares[0].share.high) == pytest.approx(
        (0.3968, 0.8922), abs=1e-4
    )
    assert (found.known, found.unknown) == (10, 3)
    assert found.words.nl.startswith("7 van de 10 opgelost (met 95% zekerheid tussen 40% en 89%); van 3")


def test_without_known_outcomes_that_is_what_is_said() -> None:
    assert count_outcomes([UNKNOWN] * 4).words.nl == "Van geen van de 4 casussen is bekend hoe het afliep."
    assert count_outcomes([UNKNOWN]).words.nl == "Van de enige casus is niet bekend hoe het afliep."
    assert count_outcomes([]).words.nl == "Er zijn geen casussen om te tellen."


def test_that_every_outcome_is_known_is_told_without_a_nought() -> None:
    assert "van geen enkele is de afloop onbekend" in count_outcomes([SOLVED] * 4).words.nl
