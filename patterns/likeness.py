# SPDX-License-Identifier: EUPL-1.2
"""How alike two cases are, as a number from 0 to 1 by which pairs are picked and ordered."""

import numpy as np
import numpy.typing as npt

from index.collection import Collection
from index.vectors import Numbers
from patterns.case_space import unit

Likeness = npt.NDArray[np.float32]


def likeness(collection: Collection, rows: Numbers, others: Numbers | None = None) -> Likeness:
    """How alike cases are: (rows, others), or (rows, rows) when there are no others; 0 to 1.

    The mean of two cosines of the whole cases: of their meaning by the search model, and of their words by
    latent analysis of the collection; 1 for the same text, 0 for what has nothing in common (or less). It is
    no probability and no percentage. It moves a little when the index is made anew, by latent analysis.
    """
    total = np.zeros((len(rows), len(rows if others is None else others)), dtype=np.float32)
    for vectors in (collection.means[None], collection.latent[None].cases):
        own = unit(vectors[rows])
        total += own @ (own if others is None else unit(vectors[others])).T
    found: Likeness = np.clip(total / 2, 0, 1)
    return found
