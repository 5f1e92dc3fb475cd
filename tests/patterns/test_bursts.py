# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from casebase.record import SafeCase
from patterns.bursts import Burst, ScanRule, find_burst, holder

DAY = date(2025, 6, 8)
BURSTING = tuple(f"C-{number:03d}" for number in range(0, 40, 5))
RULE = ScanRule(permutations=99)


@pytest.fixture
def cases(told: Any) -> list[SafeCase]:
    """Cases spread evenly over the year and more before the day, none alike that are close in time."""
    return [
        case.model_copy(update={"received_on": DAY - timedelta(days=4 * number % 440 + 1)})
        for number, case in enumerate(told.cases)
    ]


@pytest.fixture
def bursting(cases: list[SafeCase]) -> list[SafeCase]:
    """The same with eight cases about one problem in the last eight weeks, from as many units."""
    return [
        _moved(case, BURSTING.index(case.case_id)) if case.case_id in BURSTING else case for case in cases
    ]


def _moved(case: SafeCase, number: int) -> SafeCase:
    day = DAY - timedelta(days=1 + 7 * number)
    return case.model_copy(update={"received_on": day, "submitter_unit": f"Unit {number}"})


@pytest.fixture
def found(told: Any) -> Callable[..., Burst | None]:
    def finding(cases: list[SafeCase], as_of: date = DAY, rule: ScanRule = RULE) -> Burst | None:
        return find_burst(told.collection, cases, as_of, rule)

    return finding


def test_like_cases_that_came_in_close_together_are_told(
    bursting: list[SafeCase], found: Callable[..., Burst | None]
) -> None:
    burst = found(bursting)
    assert burst is not None
    assert len(set(burst.case_ids) & set(BURSTING)) >= 6
    assert 1 / 100 <= burst.p_value <= RULE.level
    assert burst.looked_on == DAY
    assert burst.sources >= 6
    assert burst.reason.nl.startswith(f"{len(burst.case_ids)} casussen die op elkaar lijken in {burst.weeks}")
    assert found(bursting[::-1]) == burst


def test_without_a_burst_nothing_is_told(cases: list[SafeCase], found: Callable[..., Burst | None]) -> None:
    assert found(cases) is None
    assert found([]) is None
    assert found(cases[:2]) is None


def test_a_busy_time_without_likeness_is_no_burst(
    cases: list[SafeCase], found: Callable[..., Burst | None]
) -> None:
    loose = {case.case_id for number, case in enumerate(cases) if number >= 70}
    busy = [_moved(case, number % 8) if case.case_id in loose else case for number, case in enumerate(cases)]
    assert found(busy) is None


def test_what_comes_in_later_is_not_known_yet(
    bursting: list[SafeCase], found: Callable[..., Burst | None]
) -> None:
    assert found(bursting, DAY - timedelta(weeks=9)) is None
    before = found(bursting, DAY - timedelta(days=1))
    assert before is None or before.looked_on == DAY - timedelta(weeks=1)


def test_a_batch_of_one_unit_in_one_week_is_no_burst(
    bursting: list[SafeCase], found: Callable[..., Burst | None]
) -> None:
    one_unit = {"received_on": DAY - timedelta(2), "submitter_unit": "Unit 1"}
    batch = [case.model_copy(update=one_unit) if case.case_id in BURSTING else case for case in bursting]
    assert found(batch) is None


def test_the_group_that_holds_most_of_a_burst_is_named(
    bursting: list[SafeCase], found: Callable[..., Burst | None]
) -> None:
    burst = found(bursting)
    assert burst is not None
    some = replace(burst, case_ids=("A", "B", "C", "D"))
    assert holder(some, [("A",), ("B", "C", "X"), ("A", "D")]) == 1
    assert holder(some, [("A",), ("B",)]) is None
    assert holder(some, []) is None
