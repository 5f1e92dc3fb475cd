# SPDX-License-Identifier: EUPL-1.2
"""Does a pattern grow faster than the inflow? A careful answer for each, with its reason in words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from casebase.bilingual import Bilingual
from patterns import trend_words
from patterns.alarms import (
    AlarmRule,
    Episode,
    WindowCounts,
    count_windows,
    episodes,
    p_values,
    weekly_looks,
)
from patterns.exact import Floats, Interval, benjamini_hochberg, decline_p, growth_p, rate_ratio
from patterns.power import power_to_see_growth
from patterns.receipts import MonthCount, PatternReceipts, Receipt, by_month, reports, series_of_counts

ENOUGH_POWER = 0.5  # a "steady" is only said where a tripling would be seen at least as often as not


class Verdict(StrEnum):
    """What the figures of the last three months say about a pattern."""

    GROWING = "groeit"
    STEADY = "stabiel"
    FALLING = "neemt af"
    TOO_FEW = "te weinig om te zeggen"


@dataclass(frozen=True)
class Comparison:
    """The last ``weeks`` weeks against the year before them: reports and rate ratio with 95% interval."""

    weeks: int
    recent: int
    before: int
    share: float
    ratio: Interval
    p_value: float


@dataclass(frozen=True)
class Trend:
    """The trend of one pattern as of a day; ``looked_on`` is the last Sunday, the end of the last whole week.

    comparisons: one a window, the longest (three months) last; q_value: growth, corrected for all patterns;
    power: chance that one look sees a tripling; emerging: an alarm goes on (see ``episodes``);
    sources: how many known units the recent cases came from; reason: all this in words.
    """

    pattern_id: str
    looked_on: date
    verdict: Verdict
    emerging: bool
    reason: Bilingual
    comparisons: tuple[Comparison, ...]
    q_value: float
    power: float
    sources: int
    from_one_source: bool
    episodes: tuple[Episode, ...]
    series: tuple[MonthCount, ...]


def trends(
    patterns: Sequence[PatternReceipts],
    inflow: Sequence[date],
    as_of: date,
    rule: AlarmRule | None = None,
    weeks_back: int = 104,
) -> tuple[Trend, ...]:
    """The trend of every pattern as of a day, in the order given.

    patterns: all patterns that are watched, because the correction for many tests counts them;
    inflow: dates of receipt of all cases; weeks_back: how many weekly looks the episodes are told over.
    Only cases up to ``as_of`` count, and for a registered pattern only later cases than its registration
    prove growth; that it falls is only said a year and three months after it.
    """
    if not patterns:
        return ()
    rule = rule or AlarmRule()
    looks = weekly_looks(as_of, weeks_back)
    proof = [reports(pattern.receipts) for pattern in patterns]
    counts = count_windows(proof, [one.registered_on for one in patterns], inflow, looks, rule)
    share = counts.share
    growth = benjamini_hochberg(p_values(counts, rule), axis=0)
    alarms = growth <= rule.false_discovery_rate
    seen = _Seen(
        rule=rule,
        looks=looks,
        as_of=as_of,
        counts=counts,
        share=share,
        growth=growth,
        alarms=alarms,
        falling=_falling(patterns, looks[-1], counts, share, rule),
        inflow=by_month(inflow, as_of),
        level=_level_to_meet(alarms, rule),
    )
    return tuple(_trend(pattern, row, seen) for row, pattern in enumerate(patterns))


@dataclass(frozen=True)
class _Seen:
    """What was counted for all patterns together."""

    rule: AlarmRule
    looks: tuple[date, ...]
    as_of: date
    counts: WindowCounts
    share: Floats
    growth: Floats
    alarms: NDArray[np.bool_]
    falling: Floats
    inflow: dict[int, int]
    level: float


def _falling(
    patterns: Sequence[PatternReceipts], looked_on: date, counts: WindowCounts, share: Floats, rule: AlarmRule
) -> Floats:
    """Decline as adjusted p-values; 1 where the year before holds the cases that led to the registration.

    Those were many because people registered it then: fewer afterwards is regression to the mean.
    """
    first = looked_on - timedelta(weeks=rule.windows[-1] + rule.baseline)
    too_new = np.array([one.registered_on is not None and one.registered_on > first for one in patterns])
    p = decline_p(counts.recent, counts.before, share)[-1, :, -1]
    return benjamini_hochberg(np.where(too_new, 1.0, p))


def _level_to_meet(alarms: NDArray[np.bool_], rule: AlarmRule) -> float:
    """The p-value that one more pattern had to meet now, next to those that are alarms already."""
    number = len(alarms)
    return rule.false_discovery_rate * min(int(alarms[:, -1].sum()) + 1, number) / number / len(rule.windows)


def _trend(pattern: PatternReceipts, row: int, seen: _Seen) -> Trend:
    rule, looked_on = seen.rule, seen.looks[-1]
    compared = _comparisons(row, seen)
    told = episodes(seen.alarms[row].tolist(), seen.looks, rule.pause)
    emerging = bool(told) and (looked_on - told[-1].last_on).days <= 7 * rule.pause
    power = _power(compared[-1], seen)
    verdict = _verdict(row, power, seen)
    telling = min(compared, key=_strength) if verdict is Verdict.GROWING else compared[-1]
    known, one_source = _sources(pattern, looked_on, telling.weeks)
    own = by_month((receipt.received_on for receipt in pattern.receipts), seen.as_of)
    return Trend(
        pattern_id=pattern.pattern_id,
        looked_on=looked_on,
        verdict=verdict,
        emerging=emerging,
        reason=trend_words.joined(
            *_counted(telling, pattern.registered_on, looked_on),
            *_told(verdict, power, known, one_source, told[-1] if emerging else None),
        ),
        comparisons=compared,
        q_value=float(seen.growth[row, -1]),
        power=power,
        sources=known,
        from_one_source=one_source,
        episodes=told,
        series=series_of_counts(own, seen.inflow, seen.as_of),
    )


def _comparisons(row: int, seen: _Seen) -> tuple[Comparison, ...]:
    found = []
    for window, weeks in enumerate(seen.rule.windows):
        recent, before = int(seen.counts.recent[window, row, -1]), int(seen.counts.before[window, row, -1])
        share = float(seen.share[window, row, -1])
        p_value = float(growth_p(recent, before, share))
        found.append(Comparison(weeks, recent, before, share, rate_ratio(recent, before, share), p_value))
    return tuple(found)


def _strength(compared: Comparison) -> tuple[float, int]:
    return compared.p_value, compared.weeks


def _verdict(row: int, power: float, seen: _Seen) -> Verdict:
    if seen.alarms[row, -1]:
        return Verdict.GROWING
    if seen.falling[row] <= seen.rule.false_discovery_rate:
        return Verdict.FALLING
    return Verdict.STEADY if power >= ENOUGH_POWER else Verdict.TOO_FEW


def _power(compared: Comparison, seen: _Seen) -> float:
    total = compared.recent + compared.before
    return power_to_see_growth(total, compared.share, seen.level, seen.rule.minimum)


def _sources(pattern: PatternReceipts, looked_on: date, weeks: int) -> tuple[int, bool]:
    recent = [one for one in pattern.receipts if _counts_as_recent(one, pattern, looked_on, weeks)]
    known = {one.source for one in recent if one.source is not None}
    one_source = len(recent) > 1 and len(known) == 1 and all(one.source is not None for one in recent)
    return len(known), one_source


def _counts_as_recent(receipt: Receipt, pattern: PatternReceipts, looked_on: date, weeks: int) -> bool:
    registered = pattern.registered_on
    after = registered is None or receipt.received_on > registered
    return after and 0 <= (looked_on - receipt.received_on).days < 7 * weeks


def _counted(compared: Comparison, registered_on: date | None, looked_on: date) -> Iterator[Bilingual]:
    edge = looked_on - timedelta(weeks=compared.weeks)
    cut = registered_on if registered_on and registered_on > edge else None
    yield trend_words.counted(compared.recent, compared.before, compared.weeks, compared.ratio, cut)
    if cut:
        yield trend_words.LED_TO_IT


def _told(
    verdict: Verdict, power: float, sources: int, one_source: bool, alarm: Episode | None
) -> tuple[Bilingual | None, ...]:
    if verdict is Verdict.GROWING:
        return trend_words.GROWTH, trend_words.origin(sources, one_source), trend_words.since(alarm)
    if verdict is Verdict.FALLING:
        return trend_words.DECLINE, trend_words.earlier(alarm)
    if verdict is Verdict.STEADY:
        return trend_words.NO_CHANGE, trend_words.earlier(alarm)
    return trend_words.too_few(power), trend_words.earlier(alarm)
