# SPDX-License-Identifier: EUPL-1.2
"""One score from three signals: words (BM25), latent analysis of the collection, and meaning (the encoder).

Each signal is set off against how it usually scores in this collection (measured once, at the build), then
they are added with fixed weights. Because nothing is set off against the other hits of the same search, a
score means the same in every search, with or without a filter.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from index.collection import Collection, Scale, Side
from index.latent import Matrix, unit
from index.vectors import Numbers, Vectors
from index.words import Scores

WEIGHTS = (0.35, 1.0, 1.2)
"""Of words, latent analysis and meaning: chosen on the odd themes of the invented cases (docs/search.md)."""

WHOLE, BEST = 0.7, 0.3
"""Meaning: shares of the whole case and of its best passage."""

FEEDBACK_CASES, FEEDBACK = 2, 1.8
"""How many of the best cases a search is moved towards, and how far at most; chosen likewise."""

EVIDENCE = 3
"""Cases whose scores tell whether anything comparable was found."""

SURE_SLOPE, SURE_INTERCEPT = 0.57, -3.4
"""Turn a fused score into the chance that the case is about the same, by a logistic curve."""

EXACT_UP_TO = 50_000
"""Passages; in larger selections FAISS first picks candidates, which are then scored exactly."""

CANDIDATES = 400
"""Of each signal."""


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
    """Cases by ``rows`` of the collection, best first, ties by case number, with their fused scores.

    ``evidence`` holds the best three scores that cases among them had before feedback.
    """

    rows: Numbers
    scores: Scores
    evidence: Scores

    def taken(self, places: Numbers) -> "Ranking":
        """The same with only the given places."""
        return Ranking(self.rows[places], self.scores[places], self.evidence)


def rank(
    collection: Collection,
    probe: Probe,
    scale: Scale,
    rows: Numbers,
    *,
    trusted: Numbers | None = None,
    exact_up_to: int = EXACT_UP_TO,
) -> Ranking:
    """The given cases (ascending rows), best first.

    Two passes: the best cases of the first among ``trusted`` (``rows`` and whatever else may be looked at,
    ascending; just ``rows`` when None) move the search a little towards them, as far as they are sure to be
    about it (pseudo-relevance feedback after Rocchio, 1971). A filter so changes which cases are ranked,
    not how. None of ``rows`` is left out, so that a filter never starves a search; only when they have more
    than ``exact_up_to`` passages, those that no signal has among its best are.
    """
    own = every = _considered(collection, probe, rows, exact_up_to)
    if trusted is not None and len(trusted) > len(rows):
        every = np.union1d(own, _considered(collection, probe, trusted, exact_up_to))
    values = signals(collection, probe, every)
    first = fused(values, scale)
    moved = _with_feedback(collection, probe, every, first)
    at_own = np.searchsorted(every, own)
    scores = fused(_moved_signals(collection, probe, moved, values[:, at_own], own), scale)
    order = np.argsort(-scores, kind="stable")
    return Ranking(own[order], scores[order], np.sort(first[at_own])[::-1][:EVIDENCE])


def signals(collection: Collection, probe: Probe, rows: Numbers) -> Matrix:
    """What words, latent analysis and meaning say of the given cases, shape (3, len(rows))."""
    words = collection.words[probe.side].scores(probe.words)[rows]
    latent = _at(collection.latent[probe.side].cases, rows) @ probe.latent
    whole = _at(collection.means[probe.side], rows) @ probe.meaning
    best = _best_passage(collection, probe, rows)
    return np.stack([words, latent, WHOLE * whole + BEST * best])


def _moved_signals(
    collection: Collection, probe: Probe, moved: Probe, values: Matrix, rows: Numbers
) -> Matrix:
    """The signals after feedback: words and the best passage answer to the search as it was asked."""
    latent = _at(collection.latent[probe.side].cases, rows) @ moved.latent
    whole = _at(collection.means[probe.side], rows) @ (moved.meaning - probe.meaning)
    return np.stack([values[0], latent, values[2] + WHOLE * whole])


def _at(matrix: Matrix, rows: Numbers) -> Matrix:
    """Rows of a matrix, without copying it when they are all."""
    return matrix if len(rows) == len(matrix) else matrix[rows]


def _considered(collection: Collection, probe: Probe, rows: Numbers, exact_up_to: int) -> Numbers:
    return rows if _size(collection, rows) <= exact_up_to else _candidates(collection, probe, rows)


def _with_feedback(collection: Collection, probe: Probe, rows: Numbers, scores: Scores) -> Probe:
    """The search moved towards its best cases, each as far as its score makes it sure."""
    order = np.argsort(-scores, kind="stable")[:FEEDBACK_CASES]
    sure = FEEDBACK / (1 + np.exp(-(SURE_SLOPE * scores[order] + SURE_INTERCEPT)))
    share = (sure / FEEDBACK_CASES).astype(np.float32)
    latent = probe.latent + share @ collection.latent[probe.side].cases[rows[order]]
    meaning = probe.meaning + share @ collection.means[probe.side][rows[order]]
    known = np.float32(np.linalg.norm(probe.latent))
    return replace(probe, latent=unit(latent) * known, meaning=unit(meaning))


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
    latent = _at(collection.latent[probe.side].cases, rows) @ probe.latent
    best = [rows[np.argsort(-scores, kind="stable")[:CANDIDATES]] for scores in (words, latent)]
    return np.unique(np.concatenate([collection.case_of[nearest.rows], *best]))
