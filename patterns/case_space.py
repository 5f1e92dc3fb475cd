# SPDX-License-Identifier: EUPL-1.2
"""One vector a case in which cases about the same problem lie near each other.

The whole case and each side of it (situation, weighing, solution) are seen twice: by the search model and by
latent analysis of the collection. Each view is centred, so that what all cases share counts for nothing; the
views are laid side by side, and principal components keep the directions in which the collection varies most.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from index.collection import Collection, Side
from index.hits import Aspect
from index.vectors import Numbers
from patterns.proposal_numbers import SpaceNumbers

Points = npt.NDArray[np.float32]
"""Cases in a space, (cases, dimension); rows of length 1, or 0 for a case without any text."""

_SAMPLE = 5_000
"""Cases by which the directions are measured; more change them hardly."""
_AT_ONCE = 2_000


def whole_space(collection: Collection, rows: Numbers, numbers: SpaceNumbers) -> Points:
    """The given cases by all their sides together."""
    shares = {
        None: 1.0,
        Aspect.SITUATION: numbers.situation,
        Aspect.WEIGHING: numbers.weighing,
        Aspect.SOLUTION: numbers.solution,
    }
    views = [view for side, share in shares.items() for view in _views(collection, side, share, numbers)]
    return _principal([view[rows] for view in views], numbers)


def weighing_space(collection: Collection, rows: Numbers, numbers: SpaceNumbers) -> Points:
    """The given cases by their weighing alone: the side on which cases of one problem agree most."""
    return _principal([view[rows] for view in _views(collection, Aspect.WEIGHING, 1.0, numbers)], numbers)


def unit(points: npt.NDArray[np.floating]) -> Points:
    """The same rows at length 1; rows of zeros stay."""
    lengths = np.linalg.norm(points, axis=1, keepdims=True)
    scaled: Points = (points / np.where(lengths > 0, lengths, 1)).astype(np.float32)
    return scaled


def _views(collection: Collection, side: Side, share: float, numbers: SpaceNumbers) -> list[Points]:
    meaning = np.sqrt(np.float32(share)) * _centred(collection.means[side])
    latent = np.sqrt(np.float32(share * numbers.latent)) * _centred(collection.latent[side].cases)
    return [meaning, latent]


def _centred(vectors: Points) -> Points:
    filled = np.linalg.norm(vectors, axis=1) > 0
    if not filled.any():
        return vectors
    moved = np.where(filled[:, None], vectors - vectors[filled].mean(axis=0), 0)
    return unit(moved)


def _principal(views: Sequence[Points], numbers: SpaceNumbers) -> Points:
    """The views as one space of at most ``numbers.dimensions``, the strongest directions stressed."""
    from threadpoolctl import threadpool_limits

    with threadpool_limits(limits=1, user_api="blas"):
        sample = np.linspace(0, len(views[0]) - 1, min(len(views[0]), _SAMPLE)).astype(np.int64)
        seen = unit(np.concatenate([view[sample] for view in views], axis=1))
        middle = seen.mean(axis=0)
        strengths, directions = _directions((seen - middle).astype(np.float64), numbers.dimensions)
        turned = directions * (strengths / max(strengths.max(initial=0.0), 1e-12)) ** numbers.stress
        parts = [
            (unit(np.concatenate([view[begin : begin + _AT_ONCE] for view in views], axis=1)) - middle)
            @ turned.astype(np.float32)
            for begin in range(0, len(views[0]), _AT_ONCE)
        ]
    return unit(np.concatenate(parts))


def _directions(
    centred: npt.NDArray[np.float64], count: int
) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """The strongest principal directions, (columns, count), with their singular values."""
    from scipy.linalg import eigh

    rows, columns = centred.shape
    wide = rows <= columns
    product = centred @ centred.T if wide else centred.T @ centred
    last = len(product) - 1
    values, vectors = eigh(product, subset_by_index=[max(0, last - count + 1), last])
    strengths = np.sqrt(np.maximum(values, 0))
    real = strengths > 1e-6 * strengths.max(initial=0.0)
    strengths, vectors = strengths[real], vectors[:, real]
    return strengths, (centred.T @ vectors / strengths if wide else vectors)
