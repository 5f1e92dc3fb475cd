# SPDX-License-Identifier: EUPL-1.2
"""When the cases of a pattern came in, and from where: what trends are counted from."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Receipt:
    """One case came in. ``source``: the unit or office that brought it in, None where that is not known."""

    received_on: date
    source: str | None = None


@dataclass(frozen=True)
class PatternReceipts:
    """The cases of one pattern; ``registered_on`` is None for a proposal that nobody has registered yet."""

    pattern_id: str
    receipts: tuple[Receipt, ...]
    registered_on: date | None = None


@dataclass(frozen=True)
class MonthCount:
    """One calendar month: cases of the pattern, all cases, and whether the month was over at that time."""

    first_day: date
    cases: int
    inflow: int
    complete: bool

    @property
    def share(self) -> float | None:
        """The pattern's part of the inflow (0 to 1); None in a month in which nothing came in."""
        return self.cases / self.inflow if self.inflow else None


def monthly_series(
    received: Iterable[date], inflow: Iterable[date], as_of: date, months: int = 24
) -> tuple[MonthCount, ...]:
    """Cases a month up to ``as_of``, oldest first; a month without cases counts as 0.

    ``inflow``: dates of receipt of all cases, those of the pattern included. Later dates are left out.
    """
    return series_of_counts(by_month(received, as_of), by_month(inflow, as_of), as_of, months)


def series_of_counts(
    own: Mapping[int, int], everything: Mapping[int, int], as_of: date, months: int = 24
) -> tuple[MonthCount, ...]:
    """``monthly_series`` from counts by month, so that the inflow is counted once for many patterns."""
    last = as_of.year * 12 + as_of.month - 1
    return tuple(
        MonthCount(
            first_day=_first_day(month),
            cases=own.get(month, 0),
            inflow=everything.get(month, 0),
            complete=_first_day(month + 1) - timedelta(days=1) <= as_of,
        )
        for month in range(last - months + 1, last + 1)
    )


def by_month(dates: Iterable[date], as_of: date) -> dict[int, int]:
    """How many of the dates up to ``as_of`` fall in each month; months are numbered from the year 0."""
    counts: dict[int, int] = {}
    for day in dates:
        if day <= as_of:
            month = day.year * 12 + day.month - 1
            counts[month] = counts.get(month, 0) + 1
    return counts


def reports(receipts: Sequence[Receipt]) -> tuple[date, ...]:
    """The dates that count as proof of growth: cases of one source in one week (ISO 8601) count once.

    A team that sends five cases at once is one sign, not five; counted as five it breaks the assumption
    of the test that cases come in independently. Cases without a source count each.
    """
    first: dict[tuple[str, int, int], date] = {}
    alone: list[date] = []
    for receipt in sorted(receipts, key=lambda one: (one.received_on, one.source or "")):
        if receipt.source is None:
            alone.append(receipt.received_on)
        else:
            year, week, _ = receipt.received_on.isocalendar()
            first.setdefault((receipt.source, year, week), receipt.received_on)
    return tuple(sorted([*alone, *first.values()]))


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)
