# SPDX-License-Identifier: EUPL-1.2
"""False alarms and missed bursts, simulated: the figures that docs/patterns.md tells."""

from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import NDArray

from patterns.alarms import (
    AlarmRule,
    Episode,
    WindowCounts,
    count_windows,
    episodes,
    q_values,
    weekly_looks,
)

MONTH = 365.25 / 12
HISTORY = 65 * 7
RULE = AlarmRule()
Cumulative = NDArray[np.int64]


def worlds(rng: np.random.Generator, rates: NDArray[np.float64], days: int) -> Cumulative:
    """Cases up to each day, of worlds x patterns, at constant monthly rates."""
    daily = rng.poisson(rates[..., None] / MONTH, size=(*rates.shape, days))
    return np.concatenate([np.zeros((*rates.shape, 1), np.int64), daily.cumsum(-1)], -1)


def alarms_of(cumulative: Cumulative, looks: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Alarms of patterns x looks, of one world; all its cases together are the inflow."""
    inflow = np.broadcast_to(cumulative.sum(0), cumulative.shape)
    windows = [window(part, looks, 7 * weeks) for weeks in RULE.windows for part in (cumulative, inflow)]
    own, all_cases = windows[0::2], windows[1::2]
    counts = WindowCounts(
        *(np.stack([one[i] for one in own]) for i in (0, 1)),
        *(np.stack([one[i] for one in all_cases]) for i in (0, 1)),
    )
    return q_values(counts, RULE) <= RULE.false_discovery_rate


def window(cumulative: Cumulative, looks: NDArray[np.int64], length: int) -> tuple[Cumulative, Cumulative]:
    edge = looks - length
    before = cumulative[:, edge] - cumulative[:, edge - 7 * RULE.baseline]
    return cumulative[:, looks] - cumulative[:, edge], before


def test_sixty_steady_patterns_raise_less_than_one_false_alarm_a_year() -> None:
    rng, years = np.random.default_rng(20261122), 60
    looks = np.arange(HISTORY + 7, HISTORY + 365, 7)
    days = [date(2024, 1, 7) + timedelta(int(look)) for look in looks]
    rates = rng.gamma(1.0, 0.5, size=(years, 60))
    raised = sum(
        len(episodes(pattern.tolist(), days, RULE.pause))
        for world in worlds(rng, rates, HISTORY + 365)
        for pattern in alarms_of(world, looks)
    )
    assert 0 < raised / years < 1


def test_a_real_burst_is_seen_within_six_weeks_of_its_third_case() -> None:
    rng, runs = np.random.default_rng(20261123), 150
    rates = rng.gamma(1.0, 0.5, size=(runs, 60))
    rates[:, 0] = rng.uniform(0.1, 0.3, runs)
    quiet = worlds(rng, rates, HISTORY + 160)
    assert np.mean([burst_is_seen(rng, world) for world in quiet]) >= 0.8


def burst_is_seen(rng: np.random.Generator, world: Cumulative) -> bool:
    """Eight more cases in ten weeks for the first pattern, which begin on any day between two looks."""
    begin = HISTORY + 14 + int(rng.integers(7))
    extra = np.sort(begin + rng.integers(0, 70, size=8))
    world[0] += np.searchsorted(extra, np.arange(world.shape[1]), side="right")
    looks = np.arange(HISTORY + 7, world.shape[1], 7)
    in_time = (looks >= begin) & (looks <= extra[2] + 42)
    return bool((alarms_of(world, looks)[0] & in_time).any())


def test_looks_are_the_sundays_up_to_the_day_asked_for() -> None:
    assert weekly_looks(date(2026, 11, 22), 2) == (date(2026, 11, 15), date(2026, 11, 22))
    assert weekly_looks(date(2026, 11, 21), 1) == (date(2026, 11, 15),)


def test_windows_hold_the_cases_of_their_days_and_nothing_else() -> None:
    look = date(2026, 11, 22)
    rule = AlarmRule(windows=(1,), baseline=2)
    ages = [0, 6, 7, 20, 21]
    dates = [look - timedelta(age) for age in ages]
    counts = count_windows([dates, dates], [None, look - timedelta(6)], [*dates, *dates], [look], rule)
    assert counts.recent[0, :, 0].tolist() == [2, 1]
    assert counts.before[0, :, 0].tolist() == [2, 2]
    assert counts.recent_inflow[0, :, 0].tolist() == [4, 2]
    assert counts.share[0, :, 0] == pytest.approx([4 / 8, 2 / 6])


def test_before_its_registration_a_pattern_proves_nothing() -> None:
    look = date(2026, 11, 22)
    dates = [look - timedelta(day) for day in range(9)]
    counts = count_windows([dates], [look + timedelta(3)], dates, [look], RULE)
    assert counts.recent.sum() == counts.recent_inflow.sum() == 0
    assert q_values(counts, RULE).tolist() == [[1.0]]


def test_an_alarm_that_goes_on_or_comes_back_soon_is_one_alarm() -> None:
    looks = weekly_looks(date(2026, 11, 22), 30)
    alarms = [week in {2, 3, 6, 25} for week in range(30)]
    assert episodes(alarms, looks, pause=13) == (Episode(looks[2], looks[6]), Episode(looks[25], looks[25]))
    assert episodes(alarms, looks, pause=1)[0] == Episode(looks[2], looks[3])
