# SPDX-License-Identifier: EUPL-1.2
"""Average linkage (Sokal and Michener 1958) on a sparse table of likenesses; what is not in it counts as 0.

Groups that are each other's nearest are joined all at once, which gives the same groups as joining one pair
at a time, because average linkage is reducible (Müllner 2011, arXiv:1109.2378; Sumengen and others 2021,
arXiv:2105.11653).
"""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.vectors import Numbers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

Sizes = npt.NDArray[np.float64]


def joined(likeness: "csr_array", least: float) -> Numbers:
    """The group of each row: rows are joined as long as two groups are on average ``least`` alike or more.

    ``likeness`` is symmetric, without a diagonal. Groups are numbered by their first row; of groups that are
    as near, the first ones are joined.
    """
    group = np.arange(likeness.shape[0])
    sizes: Sizes = np.ones(len(group))
    sums = likeness.tocsr()
    while True:
        best = _nearest(sums, sizes, least)
        into = np.where((best >= 0) & (best[best] == np.arange(len(best))), best, np.arange(len(best)))
        into = np.minimum(into, np.arange(len(best)))
        if (into == np.arange(len(into))).all():
            return group
        _, number = np.unique(into, return_inverse=True)
        group = number[group]
        sizes = np.bincount(number, weights=sizes).astype(np.float64)
        sums = _merged(sums, number, len(sizes))


def _nearest(sums: "csr_array", sizes: Sizes, least: float) -> Numbers:
    """For each group the one that it is most like on average, at least so much; -1 without any."""
    rows = np.repeat(np.arange(sums.shape[0]), np.diff(sums.indptr))
    means = np.round(sums.data / (sizes[rows] * sizes[sums.indices]), 9)
    kept = means >= least
    rows, columns, means = rows[kept], sums.indices[kept], means[kept]
    order = np.lexsort((columns, -means, rows))
    rows, columns = rows[order], columns[order]
    first = np.flatnonzero(np.diff(rows, prepend=-1))
    best = np.full(sums.shape[0], -1, dtype=np.int64)
    best[rows[first]] = columns[first]
    return best


def _merged(sums: "csr_array", number: Numbers, count: int) -> "csr_array":
    from scipy.sparse import coo_array

    table = sums.tocoo()
    rows, columns = number[table.row], number[table.col]
    apart = rows != columns
    return coo_array((table.data[apart], (rows[apart], columns[apart])), shape=(count, count)).tocsr()
