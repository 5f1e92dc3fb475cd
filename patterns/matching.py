# SPDX-License-Identifier: EUPL-1.2
"""Which proposal is which: run after run matched with earlier ones and with registered patterns.

A proposal that shares half of its cases with an earlier one (Jaccard) is that one, and keeps its name. A
registered pattern is a record of people: nothing here changes its cases.
"""

from collections.abc import Collection as Cases
from collections.abc import Mapping, Sequence

from patterns.evaluation import FOUND, jaccard

LEAST_SHARED = 2
"""Cases that a proposal and a registered pattern must share at least to be about the same."""


def continued(earlier: Mapping[str, Cases[str]], groups: Sequence[Cases[str]]) -> list[str | None]:
    """For each group the name of the earlier proposal that it continues, or None.

    Each name is given once, to the group that is most like it; of equal ones the lowest name and then the
    first group go first.
    """
    likely = sorted(
        (-jaccard(members, group), name, place)
        for name, members in earlier.items()
        for place, group in enumerate(groups)
        if not set(members).isdisjoint(group)
    )
    found: list[str | None] = [None] * len(groups)
    given: set[str] = set()
    for likeness, name, place in likely:
        if -likeness >= FOUND and name not in given and found[place] is None:
            found[place] = name
            given.add(name)
    return found


def recognised(patterns: Mapping[str, Cases[str]], groups: Sequence[Cases[str]]) -> list[str | None]:
    """For each group the registered pattern that it looks like, or None; a pattern may have several groups.

    Looks like: at least half of the smaller of the two is shared, and two cases or more, so that a pattern
    of three cases is seen in a group of twelve. The one that shares most by Jaccard counts.
    """
    found: list[str | None] = []
    for group in groups:
        near = [
            (-jaccard(members, group), name)
            for name, members in patterns.items()
            if _contained(members, group) >= FOUND
        ]
        found.append(min(near)[1] if near else None)
    return found


def new_names(taken: Cases[str], count: int) -> list[str]:
    """Names for new proposals, V-001 and on, after the highest that was ever given."""
    highest = max((int(name.removeprefix("V-")) for name in taken if name.startswith("V-")), default=0)
    return [f"V-{number:03d}" for number in range(highest + 1, highest + count + 1)]


def named(
    earlier: Mapping[str, Cases[str]], groups: Sequence[Cases[str]], taken: Cases[str] = ()
) -> list[str]:
    """A name for every group: that of the earlier proposal that it continues, or a new one.

    ``taken`` are names of before that no group may get anew.
    """
    kept = continued(earlier, groups)
    fresh = iter(new_names({*earlier, *taken}, kept.count(None)))
    return [name if name is not None else next(fresh) for name in kept]


def _contained(members: Cases[str], group: Cases[str]) -> float:
    shared = len(set(members) & set(group))
    return shared / min(len(set(members)), len(set(group))) if shared >= LEAST_SHARED else 0.0
