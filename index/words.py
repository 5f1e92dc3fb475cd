# SPDX-License-Identifier: EUPL-1.2
"""Word index: BM25 over cases.

The weights are computed by bm25s (the "lucene" variant) and kept as a matrix with a column a key, so that
a search adds up a few columns. Weighed against it: SQLite FTS5 knows no Dutch stems, compounds or query
weights; tantivy is 17 MB more for a stemmer that cannot split compounds either.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
import numpy.typing as npt

Scores = npt.NDArray[np.float32]
Arrays = dict[str, npt.NDArray[Any]]

K1 = 1.2
B = 0.75


@dataclass(frozen=True, repr=False)
class WordIndex:
    """BM25 weights of ``size`` documents, by column.

    Key ``columns[key] = c`` has ``weights[starts[c]:starts[c + 1]]`` in the documents
    ``rows[starts[c]:starts[c + 1]]``.
    """

    size: int
    columns: Mapping[str, int]
    starts: npt.NDArray[np.int64]
    rows: npt.NDArray[np.int32]
    weights: Scores

    def scores(self, query: Mapping[str, float]) -> Scores:
        """How well each document covers a query of weighted keys: between 0 and 1, shape (size,).

        BM25 divided by the most that any document could reach for this query, so that searches of one
        word and of a page can be compared. Keys that no document holds count in what could be reached.
        """
        columns = [(self._column(key), weight) for key, weight in query.items()]
        reachable = sum(weight * self.idf(key) for key, weight in query.items())
        if not reachable:
            return np.zeros(self.size, dtype=np.float32)
        rows = np.concatenate([self.rows[column] for column, _ in columns])
        parts = np.concatenate([self.weights[column] * np.float32(weight) for column, weight in columns])
        total = np.bincount(rows, weights=parts, minlength=self.size)
        return (total / reachable).astype(np.float32)

    def idf(self, key: str) -> float:
        """How rare a key is: the natural logarithm in BM25 (Robertson), largest for an unknown key."""
        holding = self.holding(key)
        return math.log(1 + (self.size - holding + 0.5) / (holding + 0.5))

    def holding(self, key: str) -> int:
        """The number of documents that hold a key."""
        column = self._column(key)
        return int(column.stop) - int(column.start)

    def rows_with(self, key: str) -> npt.NDArray[np.int32]:
        """The documents that hold a key, in ascending order."""
        return np.sort(self.rows[self._column(key)])

    def arrays(self) -> Arrays:
        """The index as arrays, for a file."""
        return {
            "size": np.array([self.size], dtype=np.int64),
            "vocabulary": packed_keys(self.columns),
            "starts": self.starts,
            "rows": self.rows,
            "weights": self.weights,
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Self:
        """The index that ``arrays`` gave."""
        return cls(
            int(arrays["size"][0]),
            unpacked_keys(arrays["vocabulary"]),
            arrays["starts"].astype(np.int64),
            arrays["rows"].astype(np.int32),
            arrays["weights"].astype(np.float32),
        )

    def _column(self, key: str) -> slice:
        number = self.columns.get(key)
        return (
            slice(0, 0) if number is None else slice(int(self.starts[number]), int(self.starts[number + 1]))
        )


def build_word_index(documents: Sequence[Sequence[str]]) -> WordIndex:
    """The index of documents that are given as their keys."""
    vocabulary = sorted({key for document in documents for key in document})
    columns = {key: number for number, key in enumerate(vocabulary)}
    if not vocabulary:
        nothing = np.zeros(0, dtype=np.int32)
        return WordIndex(len(documents), {}, np.zeros(1, np.int64), nothing, nothing.astype(np.float32))
    matrix = _bm25([[columns[key] for key in document] for document in documents], columns)
    starts, rows = matrix["indptr"].astype(np.int64), matrix["indices"].astype(np.int32)
    return WordIndex(len(documents), columns, starts, rows, matrix["data"].astype(np.float32))


def packed_keys(columns: Mapping[str, int]) -> npt.NDArray[np.uint8]:
    """The keys in the order of their columns, as bytes."""
    return np.frombuffer("\n".join(columns).encode("utf-8"), dtype=np.uint8)


def unpacked_keys(packed: npt.NDArray[Any]) -> dict[str, int]:
    """The columns by key that ``packed_keys`` packed."""
    content = packed.tobytes().decode("utf-8")
    return {key: number for number, key in enumerate(content.split("\n"))} if content else {}


def _bm25(ids: list[list[int]], columns: dict[str, int]) -> Arrays:
    import bm25s

    retriever = bm25s.BM25(method="lucene", k1=K1, b=B)
    retriever.index((ids, columns), create_empty_token=False, show_progress=False)
    arrays: Arrays = retriever.scores
    return arrays
