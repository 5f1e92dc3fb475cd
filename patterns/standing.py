# SPDX-License-Identifier: EUPL-1.2
"""Standing text: runs of words that many cases share, because a template or a habit wrote them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import ceil

import numpy as np
import numpy.typing as npt

from casebase.record import SafeCase
from index.dutch import Analysis, Token

_RUN = 5
_STANDING, _LEAST_STANDING = 0.01, 3
_SAMPLE = 2_000
_FACTOR = 0x9E3779B97F4A7C15

StandingRuns = frozenset[int]


def standing_runs(cases: Iterable[SafeCase], analysis: Analysis) -> StandingRuns:
    """The runs of five words that 1% of the cases or more (three at least) share: those of templates.

    Give cases of which near-duplicates are left out; of many cases an even part is looked at.
    """
    every = list(cases)
    step = ceil(len(every) / _SAMPLE) or 1
    counts: Counter[int] = Counter()
    looked_at = every[::step]
    for case in looked_at:
        found = {run for text in case.narrative().values() for run in _runs(analysis.tokens(text))}
        counts.update(found)
    least = max(_LEAST_STANDING, ceil(_STANDING * len(looked_at)))
    return frozenset(run for run, count in counts.items() if count >= least)


def covered(tokens: Sequence[Token], standing: StandingRuns) -> set[int]:
    """The places of the words that stand in such runs."""
    if not standing:
        return set()
    firsts = [first for first, run in enumerate(_runs(tokens)) if run in standing]
    return {place for first in firsts for place in range(first, first + _RUN)}


def _runs(tokens: Sequence[Token]) -> list[int]:
    """The runs of five words of a text in order, each as a number of its own."""
    numbers = np.array([_number(token.stem) for token in tokens], dtype=np.uint64)
    if len(numbers) < _RUN:
        return []
    total: npt.NDArray[np.uint64] = numbers[: len(numbers) - _RUN + 1].copy()
    for place in range(1, _RUN):
        total = total * np.uint64(_FACTOR) + numbers[place : len(numbers) - _RUN + 1 + place]
    runs: list[int] = total.tolist()
    return runs


@lru_cache(maxsize=200_000)
def _number(stem: str) -> int:
    from zlib import crc32

    content = stem.encode("utf-8", "surrogatepass")
    return crc32(content) << 32 | crc32(content[::-1])
