# SPDX-License-Identifier: EUPL-1.2
"""Whether two cases are one and the same, written down or brought in twice.

Compared are runs of words (shingles; Broder 1997, On the resemblance and containment of documents) of the
safe texts: the share of the shorter text that also stands in the other one.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from casebase.record import CaseRecord
from casebase.vocabulary import ReviewState

RUN = 4
"""Words in a run: long enough that turns of office language are seldom shared by chance."""

ALIKE = 0.5
"""From this share on a person is asked whether it is the same case."""

LEAST_RUNS = 12
"""Of a shorter text nothing can be said."""

_PLACEHOLDER = re.compile(r"\[[^\]]{2,60}\]")
_TELLING = ("situation", "decision", "reasoning", "tried_before")

Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True)
class Twin:
    """Another case with nearly the same text; ``state`` is None for one that is being brought in as well."""

    case_id: str
    state: ReviewState | None
    share: float


@dataclass(frozen=True, repr=False)
class Comparable:
    """A case as far as it is compared."""

    case_id: str
    state: ReviewState | None
    runs: Runs


def comparable(case: CaseRecord, state: ReviewState | None = None) -> Comparable:
    """The runs of words of a case; placeholders count as nothing, as their numbers may differ."""
    text = " ".join(str(getattr(case, name)) for name in _TELLING)
    words = re.findall(r"\w+", _PLACEHOLDER.sub(" ", text).casefold())
    runs = frozenset(tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))
    return Comparable(case.case_id, state, runs)


def twins(one: Comparable, others: Iterable[Comparable]) -> tuple[Twin, ...]:
    """Which others are nearly the same, most alike first; a case is no twin of itself."""
    found = {
        other.case_id: Twin(other.case_id, other.state, round(share, 2))
        for other in others
        if other.case_id != one.case_id and (share := _share(one.runs, other.runs)) >= ALIKE
    }
    return tuple(sorted(found.values(), key=lambda twin: (-twin.share, twin.case_id)))


def _share(one: Runs, other: Runs) -> float:
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter >= LEAST_RUNS else 0.0
