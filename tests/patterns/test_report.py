# SPDX-License-Identifier: EUPL-1.2
from dataclasses import replace
from datetime import date, timedelta

import pytest

from casebase.pattern_vocabulary import PatternState
from casebase.vocabulary import Level, Nature, Outcome
from patterns.periods import Period
from patterns.report import CaseLine, Overdue, PeriodCount, SignalLine, StateCount, figures

AS_OF = date(2026, 11, 22)
CASE = CaseLine(AS_OF, "Utrecht", Nature.FINANCIAL, Level.LEGAL, Outcome.SOLVED, True, True)


def offices_of(sizes: list[int]) -> list[tuple[str, int, int]]:
    cases = [replace(CASE, office=f"office {name}") for name, size in enumerate(sizes) for _ in range(size)]
    return [(one.label.nl, one.count, one.offices) for one in figures(cases, [], AS_OF).offices]


def test_cases_are_counted_by_period_with_empty_ones_and_the_running_one_marked() -> None:
    dates = [date(2026, 1, 31), date(2026, 3, 1), date(2026, 7, 1), date(2026, 12, 1), None]
    found = figures([replace(CASE, received_on=day) for day in dates], [], AS_OF)
    assert found.periods == (
        PeriodCount(date(2026, 1, 1), 2, complete=True),
        PeriodCount(date(2026, 4, 1), 0, complete=True),
        PeriodCount(date(2026, 7, 1), 1, complete=True),
        PeriodCount(date(2026, 10, 1), 0, complete=False),
    )
    assert (found.cases, found.without_date) == (4, 1)


@pytest.mark.parametrize(
    ("period", "first", "number"), [(Period.MONTH, (2025, 12), 12), (Period.YEAR, (2025, 1), 2)]
)
def test_periods_may_be_months_or_years(period: Period, first: tuple[int, int], number: int) -> None:
    found = figures([replace(CASE, received_on=date(2025, 12, 31))], [], AS_OF, period).periods
    assert (found[0].first_day, len(found)) == (date(*first, 1), number)


@pytest.mark.parametrize(("as_of", "complete"), [(date(2026, 9, 29), False), (date(2026, 9, 30), True)])
def test_a_period_is_complete_once_its_last_day_is_counted(as_of: date, complete: bool) -> None:
    for period in (Period.MONTH, Period.QUARTER):
        found = figures([replace(CASE, received_on=date(2026, 9, 1))], [], as_of, period)
        assert found.periods[-1].complete is complete


def test_what_is_not_filled_in_is_counted_too() -> None:
    found = figures([CASE, replace(CASE, nature=None, level=None, outcome=Outcome.UNKNOWN)], [], AS_OF)
    assert [(one.label.nl, one.count) for one in found.natures] == [
        ("Financieel", 1),
        ("Re-integratie", 0),
        ("Overig", 0),
        ("Niet ingevuld", 1),
    ]
    assert [one.count for one in found.levels] == [1, 0, 0, 1]
    assert [one.count for one in found.outcomes] == [1, 0, 0, 1]


def test_completeness_is_told_with_its_interval() -> None:
    cases = [replace(CASE, outcome=Outcome.UNKNOWN, has_reasoning=False)] * 3 + [CASE] * 7
    outcome, perspectives, reasoning = figures(cases, [], AS_OF).completeness
    assert (outcome.count, perspectives.count, reasoning.count, outcome.total) == (7, 10, 7, 10)
    assert (outcome.share.low, outcome.share.high) == pytest.approx((0.3968, 0.8922), abs=1e-4)


@pytest.mark.parametrize(
    ("sizes", "shown"),
    [
        ([9, 5, 3, 2], [("office 0", 9, 1), ("office 1", 5, 1), ("Overige", 5, 2)]),
        ([9, 5, 4], [("office 0", 9, 1), ("Overige", 9, 2)]),
        ([9, 6, 1, 1], [("office 0", 9, 1), ("Overige", 8, 3)]),
        ([9, 6], [("office 0", 9, 1), ("office 1", 6, 1)]),
        ([4], [("Overige", 4, 1)]),
        ([], []),
    ],
)
def test_small_offices_are_taken_together_so_that_none_can_be_worked_out(
    sizes: list[int], shown: list[tuple[str, int, int]]
) -> None:
    assert offices_of(sizes) == shown


def test_cases_without_an_office_are_counted_apart() -> None:
    cases = [CASE] * 5 + [replace(CASE, office=None, outcome=Outcome.UNKNOWN)] * 2
    named, unknown = figures(cases, [], AS_OF).offices
    assert (named.label.nl, named.with_outcome) == ("Utrecht", 5)
    assert (unknown.label.nl, unknown.count, unknown.with_outcome) == ("Niet ingevuld", 2, 0)


def test_signals_are_counted_by_state_and_age_and_answers_that_are_late_come_first() -> None:
    def signal(name: str, state: PatternState, age: int, due_in: int | None = None) -> SignalLine:
        due = None if due_in is None else AS_OF + timedelta(due_in)
        return SignalLine(name, state, AS_OF - timedelta(age), due)

    found = figures(
        [],
        [
            signal("P1", PatternState.CONFIRMED, 10, -3),
            signal("P2", PatternState.SIGNALLED, 7, -30),
            signal("P3", PatternState.CONFIRMED, 30, 0),
            signal("P4", PatternState.CONFIRMED, 100),
        ],
        AS_OF,
    )
    assert found.signals == (
        StateCount(PatternState.SIGNALLED, 1, 7.0, 7),
        StateCount(PatternState.CONFIRMED, 3, 30.0, 100),
    )
    late = (Overdue("P2", PatternState.SIGNALLED, 30), Overdue("P1", PatternState.CONFIRMED, 3))
    assert found.overdue == late
