# SPDX-License-Identifier: EUPL-1.2
"""The same collection with another text for one case: what a score does when words are taken away."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import numpy.typing as npt

from casebase.record import SafeCase
from index.assembly import documents_by_side
from index.collection import Collection, Side
from index.dutch import Analysis
from index.encoder import Encoder
from index.hits import Aspect
from index.passages import split_case
from index.vectors import build_vector_index
from index.words import K1, B, WordIndex


class Altering:
    """Changes the text of one case at a time, as if nothing else in the collection were counted anew.

    How rare words are, the latent space, the usual scores and all other cases stay as they are. Words and
    latent places are changed on ``side`` alone.
    """

    def __init__(
        self,
        collection: Collection,
        cases: Sequence[SafeCase],
        encoder: Encoder,
        analysis: Analysis,
        *,
        side: Side = None,
    ) -> None:
        self._side = side
        self._collection = collection
        self._encoder = encoder
        self._analysis = analysis
        documents = documents_by_side(sorted(cases, key=lambda case: case.case_id), analysis)[side]
        self._lengths = np.array([len(keys) for keys in documents])
        self._counts = [Counter(keys) for keys in documents]
        self._vectors = collection.vectors.rows(np.arange(len(collection.case_of)))

    def with_text(self, case: SafeCase) -> Collection:
        """The collection in which the case of that number has this text, which holds no new words."""
        row = self._collection.row_of[case.case_id]
        counts = Counter(documents_by_side([case], self._analysis)[self._side][0])
        latent = self._collection.latent[self._side]
        places = latent.cases.copy()
        places[row] = latent.vector(counts)
        return replace(
            self._with_passages(row, case),
            words={**self._collection.words, self._side: self._words(row, counts)},
            latent={**self._collection.latent, self._side: replace(latent, cases=places)},
        )

    def _words(self, row: int, counts: Mapping[str, int]) -> WordIndex:
        index = self._collection.words[self._side]
        names = list(index.columns)
        average = float(self._lengths.mean())
        before, length = self._counts[row], float(self._lengths[row])
        after = float(sum(counts.values()))
        weights = index.weights.copy()
        for place in np.flatnonzero(index.rows == row):
            key = names[int(np.searchsorted(index.starts, place, side="right")) - 1]
            was = _saturated(before[key], length / average)
            weights[place] *= _saturated(counts.get(key, 0), after / average) / was
        return replace(index, weights=weights)

    def _with_passages(self, row: int, case: SafeCase) -> Collection:
        whole = self._collection
        passages = split_case(case)
        vectors = self._encoder.encode_passages([passage.text for passage in passages])
        kept = [n for n in range(len(passages)) if vectors[n].any()]
        start, end = int(whole.starts[row]), int(whole.starts[row + 1])
        total = len(whole.case_of) - (end - start) + len(kept)
        sides = [list(Aspect).index(Aspect(passages[n].aspect)) for n in kept]
        every = np.concatenate([self._vectors[:start], vectors[kept], self._vectors[end:]])
        return replace(
            whole,
            vectors=build_vector_index(list(range(total)), every),
            case_of=_spliced(whole.case_of, start, end, [row] * len(kept)),
            sides=_spliced(whole.sides, start, end, sides),
            lengths=_spliced(whole.lengths, start, end, [len(passages[n].text) for n in kept]),
            hashes=(*whole.hashes[:start], *(passages[n].content_hash for n in kept), *whole.hashes[end:]),
        )


def _spliced(column: npt.NDArray[Any], start: int, end: int, values: Sequence[int]) -> npt.NDArray[Any]:
    return np.concatenate([column[:start], np.array(values, dtype=column.dtype), column[end:]])


def _saturated(count: int, relative_length: float) -> float:
    """The part of BM25 (the "lucene" variant) that a word count and a document's length decide."""
    return count / (count + K1 * (1 - B + B * relative_length))
