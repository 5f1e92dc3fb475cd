# SPDX-License-Identifier: EUPL-1.2
"""What tells two selections of cases apart."""

from datetime import date

import pytest

from casebase.record import SafeCase
from casebase.vocabulary import Outcome
from index.dutch import load_analysis
from patterns.contrast import contrast
from patterns.telling import telling_apart


def case(number: int, situation: str = "", **fields: object) -> SafeCase:
    return SafeCase.model_validate({"case_id": f"Z-{number:03}", "situation": situation, **fields})


def group(first: int, size: int, situation: str, **fields: object) -> list[SafeCase]:
    return [case(first + n, situation, **fields) for n in range(size)]


ADVANCES = "De keuring kwam te laat en het voorschot moet terug."
FINES = "De werkgever kreeg een boete voor de melding."


def test_the_words_of_each_side_are_those_that_it_has_more() -> None:
    ours, theirs = group(0, 12, ADVANCES), group(50, 12, FINES)
    first, second = telling_apart(ours[:1] + ours[1:], theirs, load_analysis())
    assert (first, second) == ((), ())  # in all cases of a side the same run of words: standing text
    ours = [case(n, f"Voorschot {chr(97 + n) * 5} keuring {chr(98 + n) * 6} terug") for n in range(12)]
    theirs = [case(50 + n, f"Boete {chr(97 + n) * 5} melding {chr(98 + n) * 6} terug") for n in range(12)]
    first, second = telling_apart(ours, theirs, load_analysis())
    assert {"voorschot", "keuring"} == {each.word for each in first}
    assert {"boete", "melding"} == {each.word for each in second}
    assert {(each.own, each.other) for each in first} == {(12, 0)}


def test_shares_have_an_interval_and_a_clear_difference_is_called_so() -> None:
    ours = group(0, 20, "", outcome=Outcome.SOLVED, regulations=("WIA",), received_on=date(2024, 3, 1))
    theirs = group(50, 20, "", outcome=Outcome.NOT_SOLVED, regulations=("WIA",), received_on=date(2022, 3, 1))
    found = contrast(ours, theirs, load_analysis())
    solved = found.outcomes[0]
    assert (solved.value, solved.first, solved.second) == ("opgelost", 20, 0)
    assert solved.clear
    assert solved.first_share.low == pytest.approx(0.8389, abs=1e-4)  # Wilson for 20 of 20
    (wia,) = found.regulations
    assert (wia.first, wia.second, wia.clear) == (20, 20, False)
    assert [(year.value, year.first, year.second) for year in found.years] == [
        ("2022", 0, 20), ("2023", 0, 0), ("2024", 20, 0)
    ]  # fmt: skip


def test_the_p_value_is_that_of_fisher_exact_in_r() -> None:
    """``fisher.test(matrix(c(3, 1, 1, 3), 2))``: Fisher's lady tasting tea, two-sided p = 0.4857."""
    ours = [*group(0, 3, "", outcome=Outcome.SOLVED), case(3)]
    theirs = [*group(50, 1, "", outcome=Outcome.SOLVED), *group(60, 3, "")]
    solved = contrast(ours, theirs, load_analysis()).outcomes[0]
    assert solved.p_value == pytest.approx(0.4857, abs=1e-4)


def test_cases_in_both_are_told_and_do_not_count() -> None:
    ours, theirs = group(0, 6, ""), group(4, 6, "")
    found = contrast(ours, theirs, load_analysis())
    assert (found.first, found.second, found.shared) == (4, 4, 2)


def test_nothing_beside_something_gives_no_words_and_no_difference() -> None:
    found = contrast([], group(0, 3, ADVANCES, regulations=("WIA",)), load_analysis())
    assert (found.words_first, found.words_second) == ((), ())
    assert not any(share.clear for share in (*found.outcomes, *found.regulations, *found.years))


def test_a_case_without_a_day_or_outcome_counts_as_such() -> None:
    found = contrast([case(1, received_on=date(2024, 1, 1))], [case(2)], load_analysis())
    assert [(year.value, year.first, year.second) for year in found.years] == [("2024", 1, 0), ("", 0, 1)]
    unknown = next(each for each in found.outcomes if each.value == Outcome.UNKNOWN)
    assert (unknown.first, unknown.second) == (1, 1)


def test_the_order_of_the_cases_does_not_matter() -> None:
    ours = [*group(0, 5, ADVANCES, regulations=("WIA", "WW")), *group(20, 5, FINES)]
    theirs = group(50, 9, FINES, regulations=("ZW",))
    one, other = contrast(ours, theirs, load_analysis()), contrast(ours[::-1], theirs[::-1], load_analysis())
    assert (one.regulations, one.outcomes, one.years) == (other.regulations, other.outcomes, other.years)
    assert one.words_first == other.words_first
