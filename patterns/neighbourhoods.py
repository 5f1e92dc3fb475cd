# SPDX-License-Identifier: EUPL-1.2
"""Who are the neighbours of each case, and how far two cases have the same ones.

Two cases about one problem in other words are often not nearest to each other, but to the same third cases:
shared nearest neighbours (Jarvis and Patrick 1973, IEEE Transactions on Computers C-22), here weighted by
how much nearer a neighbour is than the farthest that counts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.vectors import Numbers
from patterns.case_space import Points

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Shares = npt.NDArray[np.float64]

_AT_ONCE = 1_000
_CELLS = 20_000_000
"""Scores that are in memory at once, so that many cases take time and not memory."""
_DECIMALS = 6
"""Nearness is rounded, so that what is equal stays equal on every processor."""
_WIDE, _STEP = 4_096, 8
_LEAST = 0.03
"""Less in common than this counts as nothing."""


@dataclass(frozen=True, repr=False)
class Neighbours:
    """For each case its nearest others, nearest first: rows and inner products, both (cases, count)."""

    rows: Numbers
    nearness: Points

    def first(self, count: int) -> "Neighbours":
        """Only the ``count`` nearest of them."""
        return Neighbours(self.rows[:, :count], self.nearness[:, :count])

    def links(self) -> "csr_array":
        """A matrix with 1 from each case to each of its neighbours."""
        return self._matrix(np.ones(self.rows.size, dtype=np.float32))

    def profiles(self) -> "csr_array":
        """Each case as its neighbours, by how much nearer they are than the last one; rows of length 1.

        A case is also in its own profile, as near as its first neighbour, so that two cases that are each
        other's neighbours have more in common than two that only share some.
        """
        from scipy.sparse import csr_array

        above = (self.nearness - self.nearness[:, -1:]).astype(np.float64)
        own = np.where(above[:, 0] > 0, above[:, 0], 1.0)
        length = np.sqrt(own**2 + (above**2).sum(axis=1))
        size = len(self.rows)
        matrix = self._matrix((above / length[:, None]).ravel())
        alone = csr_array((own / length, (np.arange(size), np.arange(size))), shape=(size, size))
        return (matrix + alone).tocsr()

    def _matrix(self, values: npt.NDArray[np.floating]) -> "csr_array":
        from scipy.sparse import csr_array

        size, count = self.rows.shape
        starts = np.arange(0, size * count + 1, count)
        return csr_array((values, self.rows.ravel(), starts), shape=(size, size))


def nearest(points: Points, count: int) -> Neighbours:
    """The ``count`` nearest others of each case (fewer when there are no more), of equal ones the first."""
    from threadpoolctl import threadpool_limits

    count = min(count, len(points) - 1)
    rows = np.zeros((len(points), count), dtype=np.int64)
    nearness = np.zeros((len(points), count), dtype=np.float32)
    with threadpool_limits(limits=1, user_api="blas"):
        for begin, block in _blocks(points):
            rows[begin : begin + len(block)], nearness[begin : begin + len(block)] = highest(
                block @ points.T, begin, count
            )
    return Neighbours(rows, nearness)


def highest(scores: Points, begin: int, count: int) -> tuple[Numbers, Points]:
    """The columns with the highest scores of each row and these scores, rounded, best first.

    Row ``r`` is case ``begin + r``, which is not its own neighbour. Of equal scores the first column comes
    first. ``scores`` is changed.
    """
    own = np.arange(len(scores))
    scores[own, begin + own] = -np.inf
    if scores.shape[1] > max(_WIDE, _STEP * count):
        return _highest_of_many(scores, count)
    rounded = np.round(scores, _DECIMALS)
    if count < scores.shape[1]:
        some = np.argpartition(-rounded, count - 1, axis=1)[:, :count]
    else:
        some = np.argsort(-rounded, axis=1)[:, :count]
    some.sort(axis=1)
    found = np.take_along_axis(rounded, some, axis=1)
    order = np.argsort(-found, axis=1, kind="stable")
    return np.take_along_axis(some, order, axis=1), np.take_along_axis(found, order, axis=1)


def at_once(columns: int, most: int = _AT_ONCE) -> int:
    """How many rows of scores to make at once, ``most`` when there are few columns."""
    return max(1, min(most, _CELLS // max(1, columns)))


def _highest_of_many(scores: Points, count: int) -> tuple[Numbers, Points]:
    """The same where sorting all scores would take long.

    The ``count`` best of some columns give a bound; what scores less cannot be among the best of all columns,
    so that little is left to sort.
    """
    some = scores[:, ::_STEP]
    bound = np.partition(some, some.shape[1] - count, axis=1)[:, some.shape[1] - count]
    rows, columns = np.nonzero(scores >= bound[:, None] - 10.0**-_DECIMALS)
    found = np.round(scores[rows, columns], _DECIMALS)
    order = np.lexsort((columns, -found, rows))
    firsts = np.searchsorted(rows, np.arange(len(scores)))
    kept = order[firsts[:, None] + np.arange(count)]
    return columns[kept], found[kept]


def interlinked(neighbours: Neighbours) -> Shares:
    """For each case which part of its neighbours' possible links to each other is there, between 0 and 1.

    The local clustering coefficient of Watts and Strogatz (1998, Nature 393), for directed links.
    """
    links = neighbours.links()
    count = neighbours.rows.shape[1]
    if count < 2:
        return np.zeros(links.shape[0])
    among = (links @ links).multiply(links).sum(axis=1)
    shares: Shares = np.asarray(among, dtype=np.float64).ravel() / (count * (count - 1))
    return shares


def in_common(profiles: "csr_array") -> "csr_array":
    """How far each two cases have the same neighbours: cosines of their profiles, without the diagonal."""
    from scipy.sparse import vstack

    turned = profiles.T.tocsr()
    parts = []
    for begin in range(0, profiles.shape[0], _AT_ONCE):
        part = (profiles[begin : begin + _AT_ONCE] @ turned).tocoo()
        kept = (part.data >= _LEAST) & (part.row + begin != part.col)
        part.data = np.where(kept, np.round(part.data, _DECIMALS), 0)
        part = part.tocsr()
        part.eliminate_zeros()
        parts.append(part)
    return vstack(parts).tocsr()


def _blocks(points: Points) -> Iterator[tuple[int, Points]]:
    step = at_once(len(points))
    for begin in range(0, len(points), step):
        yield begin, points[begin : begin + step]
