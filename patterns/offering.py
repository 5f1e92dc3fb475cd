# SPDX-License-Identifier: EUPL-1.2
"""Which new cases are offered to which registered pattern; people decide, nothing is added here."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from statistics import median

from patterns.more_like import MoreLike

ENOUGH = 0.7
"""How like a pattern a new case is at least; 1 is what its own members reach when they are left out.

Chosen on the odd themes (docs/patterns.md): two of three cases of a theme are offered to it, others seldom.
"""

LEAST_SCORE = 1.5
"""Least score of a candidate, in spreads above the mean of all: members of a loose pattern score low."""

LEAST_MEMBERS = 2
"""With fewer there is nothing to compare a new case with."""

MOST_COMPARED = 12
"""Members that are left out in turn; more change the middle of their scores little."""


@dataclass(frozen=True)
class Watched:
    """A pattern for which new cases are looked at: its cases, and those that people said are not like it."""

    members: frozenset[str]
    rejected: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Fitting:
    """A case that may belong to a pattern; ``fit`` is 1 for what its members reach on average."""

    case_id: str
    fit: float


def fitting_cases(
    more_like: MoreLike, watched: Mapping[str, Watched], new: Collection[str]
) -> dict[str, tuple[Fitting, ...]]:
    """For each pattern the new cases that are enough like it, best first; ties go by case number.

    A case goes to the pattern that it is most like (of two alike, to the lowest number), and to none when it
    is in one of them already. Patterns with fewer than two known cases get none.
    """
    taken = frozenset[str]().union(*(each.members for each in watched.values()))
    fits = {number: fit_of_cases(more_like, watched[number]) for number in sorted(watched)}
    found: dict[str, list[Fitting]] = {number: [] for number in sorted(watched)}
    for case_id in sorted(set(new) - taken):
        best = max(fits, key=lambda number: fits[number].get(case_id, 0.0), default=None)
        if best is not None and fits[best].get(case_id, 0.0) >= ENOUGH:
            found[best].append(Fitting(case_id, round(fits[best][case_id], 4)))
    return {number: tuple(sorted(several, key=_best_first)) for number, several in found.items()}


def fit_of_cases(more_like: MoreLike, pattern: Watched) -> dict[str, float]:
    """How like a pattern each case is that clearly stands out, against its own members left out in turn."""
    known = sorted(each for each in pattern.members if each in more_like)
    if len(known) < LEAST_MEMBERS:
        return {}
    usual = median(
        more_like.scores(set(known) - {each}, pattern.rejected)[each] for each in known[:MOST_COMPARED]
    )
    scores = more_like.scores(set(known), pattern.rejected)
    least = max(LEAST_SCORE, ENOUGH * usual)
    return {case_id: score / max(usual, LEAST_SCORE) for case_id, score in scores.items() if score >= least}


def _best_first(found: Fitting) -> tuple[float, str]:
    return -found.fit, found.case_id
