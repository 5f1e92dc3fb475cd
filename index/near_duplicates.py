# SPDX-License-Identifier: EUPL-1.2
"""Cases with nearly the same text: kept by two offices, a new version, a copy of a template.

Compared are the runs of words (shingles) that two cases have: their resemblance is the number of runs that
both hold as a share of all that either holds (Broder 1997, On the resemblance and containment of documents).
Pairs worth comparing are found by one-permutation hashing (Li, Owen and Zhang 2012); every pair is then
counted out, so that chance decides nothing. Two stories about the same problem in other words share hardly
any run.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import numpy as np
import numpy.typing as npt

from index.vectors import Numbers

RUN = 2
"""Words in a run; stop words are none. Of 2 to 5, two tell copies from standard texts best."""

ALIKE = 0.55
"""From this resemblance on, two texts are nearly the same. A copy with a tenth of its words changed has that
and more; rulings that share only the standard words of a court have less (docs/search.md)."""

LEAST_RUNS = 20
"""Of a shorter text nothing can be said."""

_BINS = 6
"""Bits: the lowest hash in each of 64 parts stands for the text."""
_IN_COMMON = 4
"""Of those, so many must be shared for two texts to be compared; near-duplicates share 15 and more."""
_FACTOR = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(64 - _BINS)

Hashes = npt.NDArray[np.uint64]


def leaders_of(documents: Sequence[Sequence[str]]) -> Numbers:
    """For each text (its words in reading order) the row of the text that leads its group, itself when alone.

    Every member of a group is nearly the same as its leader, the lowest row, so that no chain of small
    changes joins two different cases. Shape (documents,).
    """
    runs = list(_runs(documents))
    pairs = [(one, other) for one, other in _candidates(runs) if resemblance(runs[one], runs[other]) >= ALIKE]
    leaders = np.arange(len(runs), dtype=np.int64)
    for rows in _joined(pairs, len(runs)):
        free = np.array(rows)
        while len(free) > 1:
            near = np.array([resemblance(runs[free[0]], runs[row]) >= ALIKE for row in free[1:]])
            leaders[free[1:][near]] = free[0]
            free = free[1:][~near]
    return leaders


def resemblance(one: Hashes, other: Hashes) -> float:
    """The share of the runs of two texts that both hold; 0 when one of them is too short to tell."""
    if min(len(one), len(other)) < LEAST_RUNS or min(len(one), len(other)) < ALIKE * max(
        len(one), len(other)
    ):
        return 0.0
    shared = len(np.intersect1d(one, other, assume_unique=True))
    return shared / (len(one) + len(other) - shared)


def _runs(documents: Iterable[Sequence[str]]) -> Iterator[Hashes]:
    """The runs of each text as hashes, ascending, each once."""
    known: dict[str, int] = {}
    for words in documents:
        for word in words:
            if word not in known:
                digest = hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest()
                known[word] = int.from_bytes(digest, "little")
        yield _hashed_runs(np.array([known[word] for word in words], dtype=np.uint64))


def _hashed_runs(words: Hashes) -> Hashes:
    count = len(words) - RUN + 1
    if count < 1:
        return words[:0]
    total = np.zeros(count, dtype=np.uint64)
    for place in range(RUN):
        total = total * _FACTOR + words[place : place + count]
    return np.unique(_mixed(total))


def _mixed(values: Hashes) -> Hashes:
    """The values spread evenly (the finaliser of SplitMix64: Steele, Lea and Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


def _sketch(runs: Hashes) -> Hashes:
    """The lowest run in each part of the numbers that holds any: what stands for the text."""
    parts = runs >> _SHIFT
    return runs[np.flatnonzero(np.diff(parts, prepend=parts[:1] + np.uint64(1)))]


def _candidates(runs: Sequence[Hashes]) -> Iterator[tuple[int, int]]:
    """Pairs of rows, the lowest first, that share several of the runs that stand for them.

    Of the rows with such a run each is paired with the first and with the one before it: of a large group
    these are not all pairs, but enough to hold it together.
    """
    sketches = [_sketch(each) for each in runs]
    values = np.concatenate([np.zeros(0, np.uint64), *sketches])
    order = np.argsort(values, kind="stable")
    rows = np.repeat(np.arange(len(runs)), [len(each) for each in sketches])[order]
    is_new = np.append(True, values[order][1:] != values[order][:-1])[: len(rows)]
    begins = np.maximum.accumulate(np.where(is_new, np.arange(len(rows)), 0))
    again = np.flatnonzero(~is_new)
    first, before, own = rows[begins[again]], rows[again - 1], rows[again]
    apart = first != before
    keys = np.concatenate([first, before[apart]]) * len(runs) + np.concatenate([own, own[apart]])
    pairs, counts = np.unique(keys, return_counts=True)
    for pair in pairs[counts >= _IN_COMMON].tolist():
        yield divmod(pair, len(runs))


def _joined(pairs: Sequence[tuple[int, int]], count: int) -> Iterator[list[int]]:
    """The rows that pairs hold together, each set ascending."""
    top = list(range(count))

    def top_of(row: int) -> int:
        while top[row] != row:
            top[row] = row = top[top[row]]
        return row

    for one, other in pairs:
        low, high = sorted((top_of(one), top_of(other)))
        top[high] = low
    sets: dict[int, list[int]] = {}
    for row in sorted({row for pair in pairs for row in pair}):
        sets.setdefault(top_of(row), []).append(row)
    yield from sets.values()
