# SPDX-License-Identifier: EUPL-1.2
"""Are bursts seen in the invented cases where nobody registered a pattern, and how often without a burst?

    python -m benchmarks.patterns.scan [worlds]

First every Sunday from 2022 up to and including 2025 on the cases as they are, by what had come in until
then; then on worlds in which the dates of all cases are shuffled, so that nothing bursts.
"""

import sys
from collections import Counter
from datetime import date

import numpy as np

from benchmarks.patterns.halves import Themes, read_halves
from casebase.record import SafeCase
from patterns.alarms import Episode, episodes, weekly_looks
from patterns.bursts import Burst, ScanRule, find_burst

FIRST, LAST = date(2022, 1, 2), date(2025, 12, 28)
LOOKS = weekly_looks(LAST, (LAST - FIRST).days // 7 + 1)
LEVELS = (0.01, 0.02, 0.05)


def main(worlds: int) -> None:
    """Print the bursts that are told, and the false alarms a year by level."""
    themes = read_halves()
    found = walk(themes, themes.material.cases, ScanRule(level=LEVELS[-1]))
    for level in LEVELS:
        print(f"level {level}:", [f"{each.began_on} – {each.last_on}" for each in alarms(found, level)])
    for each in filter(None, found):
        told = Counter(themes.of_case[case] for case in each.case_ids).most_common()
        print(each.looked_on, each.weeks, f"p={each.p_value:.3f}", told)
    shuffled = [walk(themes, moved(themes, world), _QUICK) for world in range(worlds)]
    years = max(1, worlds) * len(LOOKS) / 52
    for level in LEVELS:
        false = sum(len(alarms(world, level)) for world in shuffled)
        print(f"level {level}: {false / years:.2f} false alarms a year in {years:.0f} years")


_QUICK = ScanRule(level=LEVELS[-1], permutations=199)


def walk(themes: Themes, cases: list[SafeCase], rule: ScanRule) -> list[Burst | None]:
    """What is told on every Sunday."""
    return [find_burst(themes.collection, cases, look, rule) for look in LOOKS]


def alarms(found: list[Burst | None], level: float) -> tuple[Episode, ...]:
    """What is told week after week as alarms; one that goes on is one."""
    told = [each is not None and each.p_value <= level for each in found]
    return episodes(told, LOOKS, pause=13)


def moved(themes: Themes, world: int) -> list[SafeCase]:
    """The cases with their days of receipt shuffled."""
    cases = themes.material.cases
    order = np.random.default_rng([11, world]).permutation(len(cases)).tolist()
    return [
        case.model_copy(update={"received_on": cases[other].received_on})
        for case, other in zip(cases, order, strict=True)
    ]


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 0)
