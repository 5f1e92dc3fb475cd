# SPDX-License-Identifier: EUPL-1.2
"""Which cases are in company: others tell the same problem. The rest is left alone.

A case is always near to something; what tells a problem of many from a story of its own is whether the
neighbours of a case are neighbours of each other, and whether those that use its words choose it in return.
"""

from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from index.collection import Collection
from index.vectors import Numbers
from patterns.case_space import Points
from patterns.neighbourhoods import Neighbours, Shares, at_once, highest, interlinked, nearest
from patterns.proposal_numbers import CompanyNumbers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

TELLING = 100
"""Words of a case that are compared, those that weigh most in it."""

_AT_ONCE = 256
_MOST_HOLDERS = 4_000
"""A word that more cases hold tells nothing in a large collection and costs most of the time."""


def company(
    collection: Collection, rows: Numbers, whole: Neighbours, weighing: Points, numbers: CompanyNumbers
) -> Shares:
    """How much company each of the given cases has: the weighted sum of three shares between 0 and 1.

    ``whole`` are its neighbours as a whole: which part of their links to each other is there; the same by
    ``weighing`` alone; and which part of the cases nearest by words has it among their nearest in return.
    """
    total = as_whole = interlinked(whole.first(numbers.neighbours))
    if numbers.weighing:
        told = np.linalg.norm(weighing, axis=1) > 0
        by_weighing = as_whole.copy()
        if told.sum() > numbers.neighbours:
            by_weighing[told] = interlinked(nearest(weighing[told], numbers.neighbours))
        total = total + numbers.weighing * by_weighing
    if numbers.words:
        total = total + numbers.words * in_return(_nearest_by_words(collection, rows, numbers.neighbours))
    return total


def in_return(neighbours: Neighbours) -> Shares:
    """Which part of the neighbours of each case has that case as a neighbour too."""
    links = neighbours.links()
    mutual = links.multiply(links.T).sum(axis=1)
    shares: Shares = np.asarray(mutual, dtype=np.float64).ravel() / max(1, neighbours.rows.shape[1])
    return shares


def _nearest_by_words(collection: Collection, rows: Numbers, count: int) -> Neighbours:
    """Neighbours by BM25, each case asking for the other with its most telling words, as in the search."""
    weights, rarity = _weights(collection, rows)
    asked = _most_telling(weights)
    reach = np.maximum(asked @ rarity, 1e-9)
    asked.data /= np.repeat(reach, np.diff(asked.indptr)).astype(np.float32)
    turned_weights, turned_asked = weights.T.tocsr(), asked.T.tocsr()
    size, count = len(rows), min(count, len(rows) - 1)
    found, scores = np.zeros((size, count), dtype=np.int64), np.zeros((size, count), dtype=np.float32)
    step = at_once(size, _AT_ONCE)
    for begin in range(0, size, step):
        end = min(begin + step, size)
        both = (asked[begin:end] @ turned_weights).toarray()
        both += (weights[begin:end] @ turned_asked).toarray()
        found[begin:end], scores[begin:end] = highest(both, begin, count)
    return Neighbours(found, scores)


def _weights(collection: Collection, rows: Numbers) -> tuple["csr_array", npt.NDArray[np.float64]]:
    """The BM25 weights of the words in the given cases, (cases, words), and how rare each word is."""
    from scipy.sparse import csc_array

    index = collection.words[None]
    table = csc_array((index.weights, index.rows, index.starts), shape=(index.size, len(index.columns)))
    holders = np.diff(index.starts)
    kept = np.flatnonzero((holders > 1) & (holders <= _MOST_HOLDERS))
    rarity = np.log(1 + (index.size - holders + 0.5) / (holders + 0.5))
    return table[:, kept].tocsr()[rows], rarity[kept]


def _most_telling(weights: "csr_array") -> "csr_array":
    """The ``TELLING`` words of each case that weigh most in it, each as 1."""
    kept = np.zeros(len(weights.data), dtype=bool)
    for begin, end in zip(weights.indptr[:-1].tolist(), weights.indptr[1:].tolist(), strict=True):
        kept[begin + np.argsort(-weights.data[begin:end], kind="stable")[:TELLING]] = True
    asked = weights.copy()
    asked.data = kept.astype(np.float32)
    asked.eliminate_zeros()
    return asked
