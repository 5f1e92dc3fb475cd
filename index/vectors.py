# SPDX-License-Identifier: EUPL-1.2
"""Vector index of passages: exact inner products with FAISS.

Exact search is the default because it never misses, with or without a filter; approximate indexes lose
more than half of the hits under a narrow filter. From ``HALF_PRECISION_FROM`` passages on the vectors take
16 bits a value, which halves memory and time and keeps recall@10 at .999 or more (docs/search.md).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
import numpy.typing as npt

from casebase.bilingual import DatabankError

Vectors = npt.NDArray[np.float32]
Numbers = npt.NDArray[np.int64]

HALF_PRECISION_FROM = 50_000

_AT_ONCE = 4_000
"""Vectors that are decoded together: what a processor keeps at hand."""


class VectorError(DatabankError):
    """Vectors that cannot be searched: not numbers, zero, or of the wrong shape."""


@dataclass(frozen=True)
class Nearest:
    """Passages by ``rows`` with their inner product, best first."""

    rows: Numbers
    scores: Vectors


class VectorIndex:
    """Passages in rows 0, 1, 2, … each with its number in the database. Threads may share it."""

    def __init__(self, index: Any) -> None:
        import faiss

        _one_thread_a_search()
        self._index = index
        self.ids: Numbers = faiss.vector_to_array(index.id_map).astype(np.int64)
        self._order = np.argsort(self.ids, kind="stable")
        self._flat: Any = faiss.downcast_index(index.index)
        self._stored = _stored_values(self._flat)

    @property
    def dimension(self) -> int:
        """Number of columns of a vector."""
        return int(self._index.d)

    def __len__(self) -> int:
        return int(self._index.ntotal)

    def scores(self, query: Vectors, rows: Numbers | None = None) -> Vectors:
        """The inner product of each of the rows (all when None) with a query of shape (dimension,)."""
        if self._stored.dtype == np.float32:
            return (self._stored if rows is None else self._stored[rows]) @ query
        wanted = np.arange(len(self)) if rows is None else rows
        parts = [
            self.rows(wanted[begin : begin + _AT_ONCE]) @ query for begin in range(0, len(wanted), _AT_ONCE)
        ]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.float32)

    def rows(self, rows: Numbers) -> Vectors:
        """The vectors of these rows, shape (len(rows), dimension)."""
        chosen = self._stored[rows]
        if chosen.dtype == np.float32 or not len(chosen):
            return chosen.astype(np.float32, copy=False)
        decoded: Vectors = self._flat.sa_decode(chosen.view(np.uint8))  # half the time that numpy takes
        return decoded

    def nearest(self, query: Vectors, count: int, rows: Numbers | None = None) -> Nearest:
        """The best ``count`` passages, of the given rows only when there are any given.

        FAISS fills up with id -1 when fewer are left; those are not passed on.
        """
        import faiss

        if not len(self) or count < 1 or (rows is not None and not len(rows)):
            return Nearest(np.zeros(0, np.int64), np.zeros(0, np.float32))
        parameters: Any = None
        if rows is not None:
            kind: Any = faiss.SearchParameters
            parameters = kind(sel=faiss.IDSelectorBatch(self.ids[rows]))
        found, ids = self._index.search(query[None, :], min(count, len(self)), params=parameters)
        real = ids[0] >= 0
        positions = np.searchsorted(self.ids, ids[0][real], sorter=self._order)
        return Nearest(self._order[positions], found[0][real])

    def to_bytes(self) -> bytes:
        """The index as FAISS writes it."""
        import faiss

        return bytes(faiss.serialize_index(self._index).tobytes())

    @classmethod
    def from_bytes(cls, content: bytes) -> "VectorIndex":
        """The index that ``to_bytes`` gave. FAISS checks nothing: compare a checksum first."""
        import faiss

        return cls(faiss.deserialize_index(np.frombuffer(content, dtype=np.uint8)))


def build_vector_index(
    ids: Sequence[int], vectors: Vectors, *, half_precision_from: int = HALF_PRECISION_FROM
) -> VectorIndex:
    """The index of vectors of length 1, shape (len(ids), dimension).

    Raises:
        VectorError: a vector is zero or holds a value that is no number, or an id occurs twice.
    """
    import faiss

    numbers = np.asarray(ids, dtype=np.int64)
    _check(numbers, vectors)
    dimension = vectors.shape[1]
    if len(numbers) >= half_precision_from:
        flat: Any = faiss.IndexScalarQuantizer(
            dimension, faiss.ScalarQuantizer.QT_fp16, faiss.METRIC_INNER_PRODUCT
        )
    else:
        flat = faiss.IndexFlatIP(dimension)
    index = faiss.IndexIDMap2(flat)
    if len(numbers):
        index.add_with_ids(np.ascontiguousarray(vectors, dtype=np.float32), numbers)
    return VectorIndex(index)


@cache
def _one_thread_a_search() -> None:
    """Searches run side by side; a second thread makes a single one three times as dear (docs/search.md)."""
    import faiss
    from threadpoolctl import threadpool_limits

    faiss.omp_set_num_threads(1)
    threadpool_limits(limits=1, user_api="blas")


def _check(ids: Numbers, vectors: Vectors) -> None:
    if vectors.ndim != 2 or len(vectors) != len(ids) or not vectors.shape[1]:
        raise VectorError(
            f"De zoekvectoren hebben niet de juiste vorm ({vectors.shape} voor {len(ids)} passages).",
            f"The search vectors do not have the right shape ({vectors.shape} for {len(ids)} passages).",
        )
    if not np.isfinite(vectors).all() or not np.linalg.norm(vectors, axis=1).all():
        raise VectorError(
            "Het zoekmodel gaf een vector die leeg is of geen getal bevat. Controleer het model.",
            "The search model gave a vector that is empty or not a number. Check the model.",
        )
    if len(np.unique(ids)) != len(ids):
        raise VectorError(
            "Een passage staat twee keer in de zoekindex. Voer 'databank index build' opnieuw uit.",
            "A passage is in the search index twice. Run 'databank index build' again.",
        )


def _stored_values(flat: Any) -> npt.NDArray[Any]:
    """The vectors inside the index, without copying them."""
    import faiss

    shape = (int(flat.ntotal), int(flat.d))
    if not shape[0]:
        return np.zeros(shape, dtype=np.float32)
    kind = np.float16 if isinstance(flat, faiss.IndexScalarQuantizer) else np.float32
    size = shape[0] * shape[1] * np.dtype(kind).itemsize
    raw: npt.NDArray[np.uint8] = faiss.rev_swig_ptr(flat.codes.data(), size)
    return raw.view(kind).reshape(shape)
