# SPDX-License-Identifier: EUPL-1.2
"""Which procedure sees a real burst soon without crying wolf? Simulated; the table is in docs/patterns.md.

Run: ``python benchmarks/patterns/alarms.py [worlds]``. Sixty patterns, monthly rates gamma with mean 0.5, a
history of 65 weeks, one year of looks. Alarms within 13 weeks of each other are one.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from numpy.typing import NDArray

from patterns.alarms import AlarmRule, WindowCounts, episodes, p_values
from patterns.exact import benjamini_hochberg

Cumulative = NDArray[np.int64]
Looks = NDArray[np.int64]
Alarms = NDArray[np.bool_]

MONTH = 365.25 / 12
HISTORY, YEAR, PATTERNS = 65 * 7, 364, 60


@dataclass(frozen=True)
class Procedure:
    """A rule for alarms (patterns x looks), and the days between its looks."""

    name: str
    step: int
    alarms: Callable[[Cumulative, Looks, NDArray[np.int64]], Alarms]


def main(worlds: int) -> None:
    scenarios = (
        "shape 1",
        "shape 0.5",
        "shape 2",
        "rate 1",
        "inflow doubles",
        "rates drift",
        "batches",
        "batches once",
    )
    print("| procedure |", " | ".join(scenarios), "| burst seen | burst, registered at 3rd | tripling seen |")
    quiet = {
        name: [quiet_world(np.random.default_rng([7, i]), name) for i in range(worlds)] for name in scenarios
    }
    bursts = [burst_world(np.random.default_rng([8, i])) for i in range(5 * worlds)]
    slow = [tripling_world(np.random.default_rng([9, i])) for i in range(2 * worlds)]
    for one in procedures():
        false = [np.mean([false_alarms(one, world) for world in quiet[name]]) for name in scenarios]
        seen = [
            np.mean([burst_seen(one, world, begin, times, registered) for world, begin, times in bursts])
            for registered in (False, True)
        ]
        tripled = np.mean([tripling_seen(one, world) for world in slow])
        figures = [f"{value:.2f}" for value in (*false, *seen, tripled)]
        print("|", one.name, "|", " | ".join(figures), "|", flush=True)


def procedures() -> list[Procedure]:
    """All that was tried, the chosen one last."""
    found = [
        Procedure("3 months twice the rate, 3 cases, monthly", 28, ratio_rule),
        Procedure("mean + 2 sd, 3 cases, monthly", 28, shewhart_rule),
        Procedure("exact p < 0.05, monthly", 28, fixed((13,), 0.05)),
        Procedure("13 weeks, BH 0.1, monthly", 28, corrected((13,), 0.1)),
        Procedure("13 weeks, BH 0.2, monthly", 28, corrected((13,), 0.2)),
    ]
    for rate in (0.1, 0.2):
        for windows in ((13,), (10,), (10, 13), (6, 13)):
            name = " + ".join(map(str, windows))
            found.append(Procedure(f"{name} weeks, BH {rate}, weekly", 7, corrected(windows, rate)))
    found += [
        Procedure("scan 4 to 13 weeks, p < 0.0005, weekly", 7, scan(0.0005)),
        Procedure("scan 4 to 13 weeks, p < 0.001, weekly", 7, scan(0.001)),
        *(
            Procedure(f"CUSUM, {times} times the rate, bound {bound}, weekly", 7, cusum(bound, times))
            for times, bound in ((5, 6.0), (5, 6.5), (5, 7.0), (3, 5.5), (3, 6.0))
        ),
        *(
            Procedure(f"MaxSPRT, anew each half year, bound {bound}, weekly", 7, maxsprt(bound))
            for bound in (3.5, 4.0, 4.5)
        ),
        Procedure("6 + 10 + 13 weeks, BH 0.2, weekly", 7, corrected((6, 10, 13), 0.2)),
        Procedure("6 + 10 + 13 weeks, BH 0.1, weekly", 7, corrected((6, 10, 13), 0.1)),
    ]
    return found


# --- worlds ---


def quiet_world(rng: np.random.Generator, kind: str) -> Cumulative:
    days = HISTORY + YEAR
    shape = {"shape 0.5": 0.5, "shape 2": 2.0}.get(kind, 1.0)
    rates = rng.gamma(shape, 0.5 / shape, PATTERNS) if kind != "rate 1" else np.ones(PATTERNS)
    daily = np.repeat(rates[:, None] / MONTH, days, axis=1)
    if kind == "inflow doubles":
        daily[:, HISTORY:] *= 2
    if kind == "rates drift":
        daily *= np.repeat(rng.gamma(2, 0.5, (PATTERNS, days // 30 + 1)), 30, axis=1)[:, :days]
    if kind.startswith("batches"):
        drawn = rng.poisson(daily / 1.5)
        sizes = rng.choice([1, 2, 3], p=[0.65, 0.2, 0.15], size=drawn.shape)
        return until(drawn * sizes if kind == "batches" else drawn)
    return until(rng.poisson(daily))


def burst_world(rng: np.random.Generator) -> tuple[Cumulative, int, NDArray[np.int64]]:
    days = HISTORY + 168
    rates = rng.gamma(1.0, 0.5, PATTERNS)
    rates[0] = rng.uniform(0.1, 0.3)
    daily = rng.poisson(np.repeat(rates[:, None] / MONTH, days, axis=1))
    begin = HISTORY + 28 + int(rng.integers(28))
    times = np.sort(begin + rng.integers(0, 70, size=8))
    np.add.at(daily[0], times - 1, 1)
    return until(daily), begin, times


def tripling_world(rng: np.random.Generator) -> Cumulative:
    days = HISTORY + 182
    daily = np.repeat(rng.gamma(1.0, 0.5, PATTERNS)[:, None] / MONTH, days, axis=1)
    daily[0] = 0.5 / MONTH
    daily[0, HISTORY:] *= 3
    return until(rng.poisson(daily))


def until(daily: NDArray[np.int64]) -> Cumulative:
    return np.concatenate([np.zeros((len(daily), 1), np.int64), daily.cumsum(1)], axis=1)


# --- what is measured ---


def false_alarms(one: Procedure, world: Cumulative) -> int:
    looks = np.arange(HISTORY + one.step, world.shape[1], one.step)
    raised = one.alarms(world, looks, np.zeros(len(world), np.int64))
    days = [date(2024, 1, 1) + timedelta(int(look)) for look in looks]
    return sum(len(episodes(row.tolist(), days, 13)) for row in raised)


def burst_seen(
    one: Procedure, world: Cumulative, begin: int, times: NDArray[np.int64], registered: bool
) -> bool:
    looks = np.arange(HISTORY + 7, world.shape[1], one.step)
    first_day = np.zeros(len(world), np.int64)
    first_day[0] = times[2] if registered else 0
    in_time = (looks >= begin) & (looks <= times[2] + 42)
    return bool((one.alarms(world, looks, first_day)[0] & in_time).any())


def tripling_seen(one: Procedure, world: Cumulative) -> bool:
    looks = np.arange(HISTORY + one.step, world.shape[1], one.step)
    return bool(one.alarms(world, looks, np.zeros(len(world), np.int64))[0].any())


# --- procedures ---


def counts(world: Cumulative, looks: Looks, first_day: NDArray[np.int64], rule: AlarmRule) -> WindowCounts:
    inflow = np.broadcast_to(world.sum(0), world.shape)
    parts = [
        [window(one, looks, first_day, 7 * weeks, rule) for weeks in rule.windows] for one in (world, inflow)
    ]
    stacked = [np.stack([pair[which] for pair in part]) for part in parts for which in (0, 1)]
    return WindowCounts(*stacked)


def window(
    world: Cumulative, looks: Looks, first_day: NDArray[np.int64], length: int, rule: AlarmRule
) -> tuple[Cumulative, Cumulative]:
    edge = looks - length
    start = np.minimum(np.maximum(edge[None, :], first_day[:, None]), looks[None, :])
    recent = world[:, looks] - np.take_along_axis(world, start, axis=1)
    return recent, world[:, edge] - world[:, edge - 7 * rule.baseline]


def corrected(windows: tuple[int, ...], rate: float) -> Callable[..., Alarms]:
    rule = AlarmRule(windows=windows)

    def alarms(world: Cumulative, looks: Looks, first: NDArray[np.int64]) -> Alarms:
        p = p_values(counts(world, looks, first, rule), rule)
        raised: Alarms = benjamini_hochberg(p, axis=0) <= rate
        return raised

    return alarms


def fixed(windows: tuple[int, ...], level: float) -> Callable[..., Alarms]:
    rule = AlarmRule(windows=windows)
    return lambda world, looks, first: p_values(counts(world, looks, first, rule), rule) <= level


def scan(level: float) -> Callable[..., Alarms]:
    rule = AlarmRule(windows=(4, 6, 8, 10, 13))
    return lambda world, looks, first: (
        p_values(counts(world, looks, first, rule), rule) <= level * len(rule.windows)
    )


def ratio_rule(world: Cumulative, looks: Looks, first: NDArray[np.int64]) -> Alarms:
    found = counts(world, looks, first, AlarmRule(windows=(13,)))
    raised: Alarms = (found.recent[0] >= 3) & (found.recent[0] >= 2 * found.before[0] / 4)
    return raised


def shewhart_rule(world: Cumulative, looks: Looks, first: NDArray[np.int64]) -> Alarms:
    found = counts(world, looks, first, AlarmRule(windows=(13,)))
    expected = found.before[0] / 4
    raised: Alarms = (found.recent[0] >= 3) & (found.recent[0] > expected + 2 * np.sqrt(expected))
    return raised


def cusum(bound: float, times: float) -> Callable[..., Alarms]:
    """Likelihood-ratio CUSUM for Poisson counts (Lucas 1985); the rate is the share of a year's inflow."""
    rule = AlarmRule(windows=(13,))

    def alarms(world: Cumulative, looks: Looks, first: NDArray[np.int64]) -> Alarms:
        found = counts(world, looks, first, rule)
        inflow = world.sum(0)
        since = np.minimum(np.maximum(looks[None, :] - 7, first[:, None]), looks[None, :])
        expected = (found.before[0] + 0.5) / found.before_inflow[0] * (inflow[looks] - inflow[since])
        new = world[:, looks] - np.take_along_axis(world, since, axis=1)
        gain = new * np.log(times) - expected * (times - 1)
        level, raised = np.zeros(len(world)), np.zeros(gain.shape, bool)
        for look in range(len(looks)):
            level = np.maximum(0, level + gain[:, look])
            raised[:, look] = (level > bound) & (found.recent[0][:, look] >= 3)
            level[raised[:, look]] = 0
        return raised

    return alarms


def maxsprt(bound: float) -> Callable[..., Alarms]:
    """Conditional MaxSPRT (Li and Kulldorff 2010) on the inflow, begun anew every 26 weeks."""

    def alarms(world: Cumulative, looks: Looks, first: NDArray[np.int64]) -> Alarms:
        inflow = world.sum(0)
        begin = np.maximum(looks[0] - 7 + (looks - looks[0]) // 182 * 182, 365)
        start = np.minimum(np.maximum(begin[None, :], first[:, None]), looks[None, :])
        recent = world[:, looks] - np.take_along_axis(world, start, axis=1)
        before = world[:, begin] - world[:, begin - 364]
        new, old = inflow[looks] - inflow[start], inflow[begin] - inflow[begin - 364]
        share = new / np.maximum(new + old, 1)
        total = np.maximum(recent + before, 1)
        seen = np.clip(recent / total, 1e-12, 1)
        gain = recent * np.log(seen / np.clip(share, 1e-12, 1))
        loss = before * np.log(np.clip(before / total, 1e-12, 1) / (1 - share))
        raised: Alarms = (recent >= 3) & (seen > share) & (gain + loss >= bound)
        return raised

    return alarms


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 60)
