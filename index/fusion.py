# SPDX-License-Identifier: EUPL-1.2
"""One score from three signals: words (BM25), latent analysis of the collection, and meaning (the encoder).

Each signal is set off against how it usually scores in this collection (measured once, at the build), then
they are added with fixed weights. Because nothing depends on the other hits of the same search, a score
means the same in every search, with or without a filter.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from index.collection import Collection, Scale, Side
from index.latent import Matrix
from index.vectors import Numbers, Vectors
from index.words import Scores

WEIGHTS = (0.35, 1.0, 1.2)
"""Of words, latent analysis and meaning: chosen on the odd themes of the invented cases (docs/search.md)."""

WHOLE, BEST = 0.7, 0.3
"""Meaning: shares of the whole case and of its best passage."""

EXACT_UP_TO = 200_000
"""Passages; in larger selections FAISS first picks candidates, which are then scored exactly."""

CANDIDATES = 2_000


@dataclass(frozen=True, repr=False)
class Probe:
    """What is searched for, as each signal sees it; with a ``side``, only that side of the cases counts.

    ``words`` are weighted keys, ``latent`` and ``meaning`` vectors in the space of the collection and of
    the encoder.
    """

    words: Mapping[str, float]
    latent: Matrix
    meaning: Vectors
    side: Side = None


@dataclass(frozen=True, repr=False)
class Ranking:
    """Cases by ``rows`` of the collection, best first, ties by case number, with their fused scores."""

    rows: Numbers
    scores: Scores


def rank(
    collection: Collection, probe: Probe, scale: Scale, rows: Numbers, *, exact_up_to: int = EXACT_UP_TO
) -> Ranking:
    """The given cases (ascending rows), best first.

    All of them, so that a filter never starves a search; only when they have more than ``exact_up_to``
    passages those that no signal has among its best are left out.
    """
    if _size(collection, rows) > exact_up_to:
        rows = _candidates(collection, probe, rows)
    scores = fused(signals(collection, probe, rows), scale)
    order = np.argsort(-scores, kind="stable")
    return Ranking(rows[order], scores[order])


def signals(collection: Collection, probe: Probe, rows: Numbers) -> Matrix:
    """What words, latent analysis and meaning say of the given cases, shape (3, len(rows))."""
    words = collection.words[probe.side].scores(probe.words)[rows]
    latent = collection.latent[probe.side].cases[rows] @ probe.latent
    whole = collection.means[probe.side][rows] @ probe.meaning
    best = _best_passage(collection, probe, rows)
    return np.stack([words, latent, WHOLE * whole + BEST * best])


def fused(values: Matrix, scale: Scale) -> Scores:
    """The weighted sum of signals of shape (3, n), each set off against what is usual; shape (n,)."""
    means, spreads = np.array(scale.means)[:, None], np.array(scale.spreads)[:, None]
    total: Scores = (np.array(WEIGHTS)[:, None] * (values - means) / spreads).sum(axis=0).astype(np.float32)
    return total


def _best_passage(collection: Collection, probe: Probe, rows: Numbers) -> Scores:
    """The highest cosine of a passage of each case; 0 for a case without any."""
    passages = _passages(collection, rows, probe.side)
    everything = len(passages) == len(collection.vectors)
    found = collection.vectors.scores(probe.meaning, None if everything else passages)
    best = np.full(len(collection), -1.0, dtype=np.float32)
    owners = collection.case_of[passages]
    if len(passages):
        first = np.flatnonzero(np.diff(owners, prepend=-1))
        best[owners[first]] = np.maximum.reduceat(found, first)
    chosen = best[rows]
    return np.where(chosen < 0, np.maximum(chosen, 0), chosen)


def _passages(collection: Collection, rows: Numbers, side: Side) -> Numbers:
    passages = collection.passages[side]
    if len(rows) == len(collection):
        return passages
    chosen = np.zeros(len(collection), dtype=bool)
    chosen[rows] = True
    return passages[chosen[collection.case_of[passages]]]


def _size(collection: Collection, rows: Numbers) -> int:
    return int((collection.starts[rows + 1] - collection.starts[rows]).sum())


def _candidates(collection: Collection, probe: Probe, rows: Numbers) -> Numbers:
    """The cases that any signal has among its best, ascending."""
    passages = _passages(collection, rows, probe.side)
    within = None if len(passages) == len(collection.vectors) else passages
    nearest = collection.vectors.nearest(probe.meaning, CANDIDATES, within)
    words = collection.words[probe.side].scores(probe.words)[rows]
    latent = collection.latent[probe.side].cases[rows] @ probe.latent
    best = [rows[np.argsort(-scores, kind="stable")[:CANDIDATES]] for scores in (words, latent)]
    return np.unique(np.concatenate([collection.case_of[nearest.rows], *best]))
