# SPDX-License-Identifier: EUPL-1.2
"""Offering new cases to registered patterns, with the themes as the patterns.

    python -m benchmarks.patterns.offers

Of every theme of a half the first three, six or nine cases (by day of receipt) are a pattern. All other cases
of that half, loose ones too, are new. Counted at each bar: which part of a theme's own new cases is offered
to it, how many other cases a pattern is offered, which part of all offers is right; once with a pattern for
every theme of the half, and once with one pattern at a time, when nothing else claims a case.
"""

from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass

from benchmarks.patterns.halves import Themes, read_halves
from patterns import offering
from patterns.more_like import MoreLike
from patterns.offering import Watched, fitting_cases

_MEMBERS = (3, 6, 9)
_BARS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True)
class Figures:
    """Of the own new cases the part that is offered; other cases offered a pattern; right among all."""

    recall: float
    others: float
    precision: float


def main() -> None:
    """Print the figures of both halves."""
    themes = read_halves()
    more_like = MoreLike(themes.collection)
    for odd in (True, False):
        for count in _MEMBERS:
            patterns, new = _registered(themes, odd, count)
            alone = [{name: members} for name, members in patterns.items()]
            for bar in _BARS:
                offering.ENOUGH = bar
                together = figures(themes, more_like, [patterns], new)
                apart = figures(themes, more_like, alone, new)
                print("odd" if odd else "even", count, bar, _told(together), "alone", _told(apart))


def figures(
    themes: Themes, more_like: MoreLike, registers: Sequence[Mapping[str, Set[str]]], new: Set[str]
) -> Figures:
    """The figures over several registers, each with some patterns by theme."""
    own = hits = offered = patterns = 0
    for register in registers:
        watched = {name: Watched(frozenset(members)) for name, members in register.items()}
        for name, found in fitting_cases(more_like, watched, new).items():
            right = [themes.of_case[each.case_id] == name for each in found]
            own += sum(themes.of_case[case] == name for case in new)
            hits, offered, patterns = hits + sum(right), offered + len(right), patterns + 1
    return Figures(hits / own, (offered - hits) / patterns, hits / max(1, offered))


def _registered(themes: Themes, odd: bool, count: int) -> tuple[dict[str, Set[str]], Set[str]]:
    received = {case.case_id: str(case.received_on or "") for case in themes.material.cases}
    half = themes.half(odd=odd)
    patterns: dict[str, Set[str]] = {}
    for name in sorted({themes.of_case[case] for case in half} - {"none"}):
        mine = sorted((case for case in half if themes.of_case[case] == name), key=lambda c: (received[c], c))
        patterns[name] = set(mine[:count])
    return patterns, half.difference(*patterns.values())


def _told(found: Figures) -> str:
    return f"{found.recall:.2f} {found.others:.1f} {found.precision:.2f}"


if __name__ == "__main__":
    main()
