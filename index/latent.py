# SPDX-License-Identifier: EUPL-1.2
"""Latent semantic analysis of the collection: cases are near when their words are used together.

Deerwester and others, "Indexing by latent semantic analysis" (1990): a singular value decomposition of the
tf-idf matrix, fitted anew at every build.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Self

import numpy as np
import numpy.typing as npt

from index.words import Arrays, packed_keys, unpacked_keys

Matrix = npt.NDArray[np.float32]

FEWEST, MOST = 16, 256
SEED = 20210301


@dataclass(frozen=True, repr=False)
class LatentIndex:
    """A space of ``dimension`` columns with the cases in it.

    ``columns`` gives the row of each key in ``idf`` (keys,) and ``components`` (keys, dimension);
    ``unknown`` is the idf of a key that is not there; ``cases`` (size, dimension) has rows of length 1 or 0.
    """

    columns: Mapping[str, int]
    idf: Matrix
    unknown: float
    components: Matrix
    cases: Matrix

    def vector(self, counts: Mapping[str, float]) -> Matrix:
        """The place of a text that is given as counted keys, shape (dimension,).

        Its length is the part of the text that the collection knows the words of: 1 when it knows all,
        so that a search of which one word in five is known does not look like a perfect match.
        """
        known = [key for key in counts if key in self.columns]
        if not known:
            return np.zeros(self.components.shape[1], dtype=np.float32)
        rows = [self.columns[key] for key in known]
        weights = np.array([_damped(counts[key]) for key in known], dtype=np.float32) * self.idf[rows]
        unknown = sum((_damped(counts[key]) * self.unknown) ** 2 for key in counts if key not in self.columns)
        mass = float(weights @ weights)
        place = (weights @ self.components[rows]).astype(np.float32)
        return unit(place) * np.float32(math.sqrt(mass / (mass + unknown)))

    def placed(self, documents: Sequence[Sequence[str]]) -> Self:
        """The same space with these texts as its cases, such as only their solutions."""
        counts = [Counter(document) for document in documents]
        return replace(self, cases=self._vectors(counts))

    def _vectors(self, counts: Sequence[Mapping[str, int]]) -> Matrix:
        """The same as ``vector`` of each, in one multiplication: (len(counts), dimension)."""
        from scipy.sparse import csr_array

        known = [[key for key in count if key in self.columns] for count in counts]
        places = np.array([self.columns[key] for keys in known for key in keys], dtype=np.int64)
        damped = [_damped(count[key]) for count, keys in zip(counts, known, strict=True) for key in keys]
        weights = np.array(damped, dtype=np.float32) * self.idf[places]
        starts = np.concatenate([[0], np.cumsum([len(keys) for keys in known])]).astype(np.int64)
        matrix = csr_array((weights, places, starts), shape=(len(counts), len(self.columns)))
        found = (matrix @ self.components).astype(np.float32)
        unknown = [
            sum((_damped(n) * self.unknown) ** 2 for key, n in count.items() if key not in self.columns)
            for count in counts
        ]
        mass = np.asarray((matrix * matrix).sum(axis=1), dtype=np.float64)
        share = np.sqrt(mass / np.maximum(mass + np.array(unknown, dtype=np.float64), 1e-12))
        lengths = np.linalg.norm(found, axis=1, keepdims=True)
        vectors: Matrix = (found / np.where(lengths > 0, lengths, 1) * share[:, None]).astype(np.float32)
        return vectors

    def arrays(self) -> Arrays:
        """The index as arrays, for a file."""
        return {
            "vocabulary": packed_keys(self.columns),
            "idf": self.idf,
            "unknown": np.array([self.unknown], dtype=np.float64),
            "components": self.components,
            "cases": self.cases,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Self:
        """The index that ``arrays`` gave."""
        return cls(
            unpacked_keys(arrays["vocabulary"]),
            arrays["idf"].astype(np.float32),
            float(arrays["unknown"][0]),
            arrays["components"].astype(np.float32),
            arrays["cases"].astype(np.float32),
        )


def build_latent_index(documents: Sequence[Sequence[str]]) -> LatentIndex:
    """The analysis of documents that are given as their keys.

    The dimension grows with the root of their number (48 at 270, 256 from about 7,300 on).
    """
    columns, idf, matrix = _tfidf(documents)
    dimension = min(dimensions(len(documents)), min(matrix.shape) - 1)
    if dimension < 1:  # one case, or no words at all: nothing to analyse
        components = np.zeros((len(columns), 1), dtype=np.float32)
    else:
        components = np.ascontiguousarray(_components(matrix, dimension).T)
    unknown = _idf(len(documents), np.zeros(1))[0]
    empty = np.zeros((0, components.shape[1]), dtype=np.float32)
    return LatentIndex(columns, idf, float(unknown), components, empty).placed(documents)


def dimensions(documents: int) -> int:
    """The dimension for a number of documents: three times its root, in steps of 8."""
    return max(FEWEST, min(MOST, 8 * round(3 * math.sqrt(documents) / 8)))


def unit(vector: Matrix) -> Matrix:
    """The vector at length 1; zeros stay zeros."""
    length = float(np.linalg.norm(vector))
    return (vector / np.float32(length)).astype(np.float32) if length > 0 else vector.astype(np.float32)


def _tfidf(documents: Sequence[Sequence[str]]) -> tuple[dict[str, int], Matrix, Any]:
    """Columns by key, the idf of each, and the sparse matrix (documents, keys) with rows of length 1."""
    from scipy.sparse import csr_array

    counts = [Counter(document) for document in documents]
    columns = {key: number for number, key in enumerate(sorted({key for count in counts for key in count}))}
    rows = np.repeat(np.arange(len(counts)), [len(count) for count in counts])
    places = np.array([columns[key] for count in counts for key in count], dtype=np.int64)
    damped = np.array([_damped(number) for count in counts for number in count.values()], dtype=np.float32)
    idf = _idf(len(documents), np.bincount(places, minlength=len(columns)))
    values = damped * idf[places]
    lengths = np.sqrt(np.bincount(rows, weights=values**2, minlength=len(counts))).astype(np.float32)
    matrix = csr_array((values / lengths[rows], (rows, places)), shape=(len(counts), len(columns)))
    return columns, idf, matrix


def _idf(documents: int, holding: npt.NDArray[Any]) -> Matrix:
    return (np.log((1 + documents) / (1 + holding)) + 1).astype(np.float32)


def _components(matrix: Any, dimension: int) -> Matrix:
    from scipy.sparse.linalg import svds
    from threadpoolctl import threadpool_limits

    start = np.random.default_rng(SEED).uniform(size=min(matrix.shape)).astype(np.float32)
    with threadpool_limits(limits=1, user_api="blas"):  # more threads cost seven times the processor time
        _, values, components = svds(matrix, k=dimension, v0=start)
    strongest_first: Matrix = components[np.argsort(-values, kind="stable")]
    return strongest_first.astype(np.float32)


def _damped(count: float) -> float:
    return 1.0 + math.log(count) if count > 1.0 else count
