# SPDX-License-Identifier: EUPL-1.2
"""From marked texts to tensors."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import torch

from anonymise.ner.features import LISTS, PLACES, UNKNOWN_WORD, FormFeatures, Forms, places
from anonymise.ner.network import DILATIONS
from anonymise.ner.tokens import LINE_END, Pieces, cut
from anonymise.training.augment import MarkedText
from anonymise.training.torch_network import Batch

IGNORED = -100
"""Label of the rows between texts, which do not count."""

_GAP_ROWS = max(DILATIONS)
"""Rows between two texts: no convolution reaches further at a time."""

_GAP = FormFeatures(UNKNOWN_WORD, (0,), 0, (0.0,) * LISTS)


@dataclass(frozen=True)
class Dropout:
    """How often a name loses its place in the lists, and how often a word becomes an unknown one."""

    lists: float = 0.3
    words: float = 0.08


class Batches:
    """Makes batches of marked texts."""

    def __init__(self, forms: Forms, labels: Sequence[str]) -> None:
        self._forms = forms
        self._number = {label: at for at, label in enumerate(labels)}
        self._seen: dict[str, FormFeatures] = {}

    def batch(self, texts: Sequence[MarkedText], rng: random.Random, dropout: Dropout = Dropout()) -> Batch:
        """The texts laid end to end with gaps; some names and words are hidden from the model."""
        rows: list[FormFeatures] = []
        flags, labels = [], []
        for marked in texts:
            pieces = cut(marked.text)
            wanted = self._labels(pieces, marked)
            rows += self._rows(pieces, wanted, rng, dropout) + [_GAP] * _GAP_ROWS
            flags += [places(pieces), np.zeros((_GAP_ROWS, PLACES), dtype=np.float32)]
            labels += [wanted, np.full(_GAP_ROWS, IGNORED)]
        return _as_batch(rows, np.concatenate(flags), np.concatenate(labels))

    def _rows(
        self, pieces: Pieces, labels: npt.NDArray[np.int64], rng: random.Random, dropout: Dropout
    ) -> list[FormFeatures]:
        named = {
            word for word, label in zip(pieces.words, labels, strict=True) if label > 0 and word.isalpha()
        }
        hidden = {word.lower() for word in sorted(named) if rng.random() < dropout.lists}
        rows = []
        for word in pieces.words:
            seen = self._of(word)
            if word.lower() in hidden:
                seen = FormFeatures(seen.word, seen.ngrams, seen.shape, (0.0,) * LISTS)
            if rng.random() < dropout.words:
                seen = FormFeatures(UNKNOWN_WORD, seen.ngrams, seen.shape, seen.lists)
            rows.append(seen)
        return rows

    def _of(self, word: str) -> FormFeatures:
        """Training texts are no one's secret: every form is remembered, unlike at work."""
        if word not in self._seen:
            self._seen[word] = self._forms.of(word)
        return self._seen[word]

    def _labels(self, pieces: Pieces, marked: MarkedText) -> npt.NDArray[np.int64]:
        labels = np.zeros(len(pieces), dtype=np.int64)
        starts, ends = np.asarray(pieces.starts), np.asarray(pieces.ends)
        for span in marked.spans:
            touched = np.flatnonzero((starts < span.end) & (ends > span.start))
            inside = [at for at in touched if pieces.words[at] != LINE_END]
            for at in inside:
                part = "B" if at == inside[0] else "I"
                labels[at] = self._number[f"{part}-{span.kind.value}"]
        for start, end in marked.unsure:
            labels[(starts < end) & (ends > start)] = IGNORED
        return labels


def _as_batch(
    rows: Sequence[FormFeatures], flags: npt.NDArray[np.float32], labels: npt.NDArray[np.int64]
) -> Batch:
    real = np.fromiter((row is not _GAP for row in rows), dtype=np.float32, count=len(rows))
    lengths = np.fromiter((len(row.ngrams) for row in rows), dtype=np.int64, count=len(rows))
    return Batch(
        words=torch.from_numpy(np.fromiter((row.word for row in rows), dtype=np.int64, count=len(rows))),
        ngrams=torch.from_numpy(np.fromiter((n for row in rows for n in row.ngrams), dtype=np.int64)),
        offsets=torch.from_numpy(np.cumsum(lengths) - lengths),
        shapes=torch.from_numpy(np.fromiter((row.shape for row in rows), dtype=np.int64, count=len(rows))),
        lists=torch.from_numpy(np.array([row.lists for row in rows], dtype=np.float32)),
        places=torch.from_numpy(flags),
        real=torch.from_numpy(real),
        labels=torch.from_numpy(labels),
    )
