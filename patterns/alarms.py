# SPDX-License-Identifier: EUPL-1.2
"""Weekly looks at many patterns at once: which grow faster than the inflow, without crying wolf."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from patterns.exact import Floats, benjamini_hochberg, growth_p

Counts = NDArray[np.int64]


@dataclass(frozen=True)
class AlarmRule:
    """When growth counts as an alarm; what was tried before these were chosen is in docs/patterns.md.

    windows: lengths of the recent window in weeks, the most telling one counts (Bonferroni's correction);
    baseline: weeks before the window that it is held against; false_discovery_rate: share of false alarms
    among the alarms of one look (Benjamini-Hochberg); minimum: cases needed in the recent window;
    pause: weeks of silence after which an alarm is a new one.
    """

    windows: tuple[int, ...] = (6, 10, 13)
    baseline: int = 52
    false_discovery_rate: float = 0.1
    minimum: int = 3
    pause: int = 13


@dataclass(frozen=True)
class WindowCounts:
    """Cases and inflow in the recent window and the baseline; arrays of windows x patterns x looks."""

    recent: Counts
    before: Counts
    recent_inflow: Counts
    before_inflow: Counts

    @property
    def share(self) -> Floats:
        """The recent window's part of the inflow of both; 0 where there was no inflow."""
        total = self.recent_inflow + self.before_inflow
        share: Floats = self.recent_inflow / np.maximum(total, 1)
        return share


@dataclass(frozen=True)
class Episode:
    """One alarm from its first look to its last; an alarm that goes on is one alarm."""

    began_on: date
    last_on: date


def weekly_looks(as_of: date, weeks: int) -> tuple[date, ...]:
    """The last ``weeks`` Sundays up to ``as_of``, oldest first: only whole weeks are looked at."""
    last = as_of - timedelta(days=as_of.isoweekday() % 7)
    return tuple(last - timedelta(weeks=back) for back in reversed(range(weeks)))


def count_windows(
    received: Sequence[Sequence[date]],
    registered: Sequence[date | None],
    inflow: Sequence[date],
    looks: Sequence[date],
    rule: AlarmRule,
) -> WindowCounts:
    """Cases of each pattern and all cases, in the windows of the rule, at each look.

    ``registered``: for a pattern that people registered, the day of it: its recent window begins no earlier
    than the day after, since the cases that made people see it prove nothing. Looks up to that day
    hold nothing.
    """
    days = np.array([look.toordinal() for look in looks])
    first_day = np.array([day.toordinal() if day else 0 for day in registered])[:, None]
    everything = [_ordinals(inflow)] * len(received)
    own = [_ordinals(dates) for dates in received]
    parts = [_one_window(own, everything, first_day, days, 7 * weeks, rule) for weeks in rule.windows]
    return WindowCounts(*(np.stack(part) for part in zip(*parts, strict=True)))


def q_values(counts: WindowCounts, rule: AlarmRule) -> Floats:
    """The growth of each pattern at each look as an adjusted p-value; array of patterns x looks.

    Exact conditional test for each window, the smallest times the number of windows (Bonferroni), then
    Benjamini and Hochberg over the patterns of one look. Fewer cases than the minimum never count as growth.
    """
    return benjamini_hochberg(p_values(counts, rule), axis=0)


def p_values(counts: WindowCounts, rule: AlarmRule) -> Floats:
    """The growth of each pattern at each look before the correction for many patterns; patterns x looks."""
    p = growth_p(counts.recent, counts.before, counts.share)
    p = np.where(counts.recent >= rule.minimum, p, 1.0)
    best: Floats = np.minimum(p.min(axis=0) * len(rule.windows), 1.0)
    return best


def episodes(alarms: Sequence[bool], looks: Sequence[date], pause: int) -> tuple[Episode, ...]:
    """The alarms of one pattern, look after look, told as episodes; oldest first."""
    found: list[Episode] = []
    for look in (day for day, alarm in zip(looks, alarms, strict=True) if alarm):
        if found and (look - found[-1].last_on).days <= 7 * pause:
            found[-1] = Episode(found[-1].began_on, look)
        else:
            found.append(Episode(look, look))
    return tuple(found)


def _one_window(
    own: Sequence[Counts],
    everything: Sequence[Counts],
    first_day: Counts,
    days: Counts,
    length: int,
    rule: AlarmRule,
) -> tuple[Counts, Counts, Counts, Counts]:
    edge = days[None, :] - length
    start = np.minimum(np.maximum(edge, first_day), days[None, :])
    oldest = edge - 7 * rule.baseline
    end = np.broadcast_to(days[None, :], start.shape)
    return (
        _until(own, end) - _until(own, start),
        _until(own, np.broadcast_to(edge, start.shape)) - _until(own, np.broadcast_to(oldest, start.shape)),
        _until(everything, end) - _until(everything, start),
        _until(everything, np.broadcast_to(edge, start.shape))
        - _until(everything, np.broadcast_to(oldest, start.shape)),
    )


def _until(dates: Sequence[Counts], days: Counts) -> Counts:
    rows = [np.searchsorted(one, row, side="right") for one, row in zip(dates, days, strict=True)]
    return np.array(rows, dtype=np.int64).reshape(days.shape)


def _ordinals(dates: Sequence[date]) -> Counts:
    return np.array(sorted(day.toordinal() for day in dates), dtype=np.int64)
