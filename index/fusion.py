# SPDX-License-Identifier: EUPL-1.2
"""One score from three signals: words (BM25), latent analysis of the collection, and meaning (the encoder).

Each signal is set off against how it usually scores in this collection (measured once, at the build), then
they are added with fixed weights; for a case as the search also what its record names in common with the
found one. Because nothing is set off against the other hits of the same search, a score means the same in
every search, with or without a filter. All weights stand in ``ranking.toml``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from index.collection import Collection, Scale, Side
from index.evidence import NO_EVIDENCE, UNWORDED, Evidence, Wording
from index.latent import Matrix, unit
from index.named import Agreement, Named, agreement
from index.ranker import load_ranker
from index.vectors import Numbers, Vectors
from index.words import Scores

EVIDENCE = 3
"""Cases whose scores tell whether anything comparable was found."""

EXACT_UP_TO = 1_000
"""Cases; of larger selections only those that are promising as a whole are looked at passage by passage."""

PROMISING = 200, 300
"""How many those are, before and after feedback: the best ten stayed the same (docs/search.md)."""

NEAR_PASSAGES = 600
"""When the collection knows no word of a search, the cases of so many passages are looked at as well."""


@dataclass(frozen=True, repr=False)
class Probe:
    """What is searched for, as each signal sees it; with a ``side``, only that side of the cases counts.

    ``words`` are weighted keys, ``latent`` and ``meaning`` vectors in the space of the collection and of
    the encoder. ``named`` is what the records of the cases that are searched with name, ``wording`` what a
    typed search is like.
    """

    words: Mapping[str, float]
    latent: Matrix
    meaning: Vectors
    side: Side = None
    named: tuple[Named, ...] = ()
    wording: Wording = UNWORDED


@dataclass(frozen=True, repr=False)
class Ranking:
    """Cases by ``rows`` of the collection, best first, ties by case number, with their fused scores.

    ``evidence`` tells of the best three among them before feedback.
    """

    rows: Numbers
    scores: Scores
    evidence: Evidence = NO_EVIDENCE

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
    at_least: int = 0,
    exact_up_to: int = EXACT_UP_TO,
) -> Ranking:
    """The given cases (ascending rows), best first.

    Two passes: the best cases of the first among ``trusted`` (``rows`` and whatever else may be looked at,
    ascending; just ``rows`` when None) move the search a little towards them, as far as they are sure to be
    about it (pseudo-relevance feedback after Rocchio, 1971). A filter so changes which cases are ranked,
    not how. None of ``rows`` is left out, so that a filter never starves a search; only when they are more
    than ``exact_up_to`` and ``at_least``, those that are not promising as a whole are.
    """
    exact = max(at_least, exact_up_to)
    before, after = (max(at_least, count) for count in PROMISING)
    wholes, best = _whole_signals(collection, probe), _BestPassages(collection, probe)
    near = _near_by_a_passage(collection, probe, exact)
    every = _promising(wholes, scale, rows, near, before, exact)
    if trusted is not None and len(trusted) > len(rows):
        every = np.union1d(every, _promising(wholes, scale, trusted, near, before, exact))
    raw = best.added(wholes, every)
    first = fused(raw, scale)
    moved = with_feedback(collection, probe, every, first)
    wholes = _moved_signals(collection, probe, moved, wholes)
    own = _promising(wholes, scale, rows, near, after, exact)
    scores = fused(best.added(wholes, own), scale) + _agreed(collection, probe, own)
    order = np.argsort(-scores, kind="stable")
    among = np.isin(every, rows, assume_unique=True)
    evidence = _evidence(collection, probe, every[among], raw[:, among], first[among])
    return Ranking(own[order], scores[order], evidence)


def signals(collection: Collection, probe: Probe, rows: Numbers) -> Matrix:
    """What words, latent analysis and meaning say of the given cases, shape (3, len(rows))."""
    return _BestPassages(collection, probe).added(_whole_signals(collection, probe), rows)


def agreed(collection: Collection, probe: Probe, rows: Numbers) -> Agreement:
    """How far the given cases agree with what is searched for on what records name: (fields, len(rows))."""
    found = [collection.named[row] for row in rows.tolist()] if probe.named else []
    return agreement(probe.named, found, load_ranker().fields.usual)


def _agreed(collection: Collection, probe: Probe, rows: Numbers) -> Scores:
    """What agreement adds to the scores of the given cases; nothing in a typed search."""
    weights = np.array(load_ranker().fields.weights, dtype=np.float32)
    if not probe.named or not weights.any():
        return np.zeros(len(rows), dtype=np.float32)
    total: Scores = (weights[:, None] * agreed(collection, probe, rows)).sum(axis=0)
    return total


def _evidence(collection: Collection, probe: Probe, rows: Numbers, raw: Matrix, first: Scores) -> Evidence:
    order = np.argsort(-first, kind="stable")[:EVIDENCE]
    shared = agreed(collection, probe, rows[order])[0] if probe.named else np.zeros(len(order), np.float32)
    return Evidence(first[order], raw[:, order], shared, probe.wording)


def _whole_signals(collection: Collection, probe: Probe) -> Matrix:
    """The signals of all cases as far as they are about a case as a whole."""
    words = collection.words[probe.side].scores(probe.words)
    latent = collection.latent[probe.side].cases @ probe.latent
    whole = collection.means[probe.side] @ probe.meaning
    return np.stack([words, latent, np.float32(load_ranker().weights.whole) * whole])


def _moved_signals(collection: Collection, probe: Probe, moved: Probe, wholes: Matrix) -> Matrix:
    """The same after feedback: words and the best passage answer to the search as it was asked."""
    latent = collection.latent[probe.side].cases @ moved.latent
    further = collection.means[probe.side] @ (moved.meaning - probe.meaning)
    share = np.float32(load_ranker().weights.whole)
    return np.stack([wholes[0], latent, wholes[2] + share * further])


def _promising(
    wholes: Matrix, scale: Scale, rows: Numbers, near: Numbers, count: int, exact_up_to: int
) -> Numbers:
    """The best ``count`` of the given cases as wholes and those that are ``near``; ascending.

    Of cases with the same score those with the lowest number go first.
    """
    if len(rows) <= max(exact_up_to, count):
        return rows
    scores = fused(wholes if len(rows) == wholes.shape[1] else wholes[:, rows], scale)
    least = np.partition(scores, -count)[-count]
    better, equal = np.flatnonzero(scores > least), np.flatnonzero(scores == least)
    best = rows[np.concatenate([better, equal[: count - len(better)]])]
    found: Numbers = np.union1d(best, np.intersect1d(near, rows)) if len(near) else np.sort(best)
    return found


def _near_by_a_passage(collection: Collection, probe: Probe, exact_up_to: int) -> Numbers:
    """Cases for a search of which the collection knows no word: then one passage may be all that is alike."""
    if probe.latent.any() or len(collection) <= exact_up_to:
        return np.zeros(0, dtype=np.int64)
    passages = collection.passages[probe.side]
    within = None if len(passages) == len(collection.vectors) else passages
    nearest = collection.vectors.nearest(probe.meaning, NEAR_PASSAGES, within)
    return np.unique(collection.case_of[nearest.rows])


class _BestPassages:
    """The highest cosine of a passage of each case, computed when first asked for; 0 without passages."""

    def __init__(self, collection: Collection, probe: Probe) -> None:
        self._collection = collection
        self._probe = probe
        self._known = np.full(len(collection), np.nan, dtype=np.float32)

    def added(self, wholes: Matrix, rows: Numbers) -> Matrix:
        """The signals of the given cases, complete; shape (3, len(rows))."""
        unknown = rows[np.isnan(self._known[rows])]
        if len(unknown):
            self._known[unknown] = _best_passage(self._collection, self._probe, unknown)
        values: Matrix = wholes[:, rows]
        values[2] += np.float32(load_ranker().weights.best) * self._known[rows]
        return values


def with_feedback(collection: Collection, probe: Probe, rows: Numbers, scores: Scores) -> Probe:
    """The search moved towards its best cases, each as far as its score makes it sure."""
    feedback = load_ranker().feedback
    order = np.argsort(-scores, kind="stable")[: feedback.cases]
    sure = feedback.most / (1 + np.exp(-(feedback.slope * scores[order] + feedback.intercept)))
    share = (sure / feedback.cases).astype(np.float32)
    latent = probe.latent + share @ collection.latent[probe.side].cases[rows[order]]
    meaning = probe.meaning + share @ collection.means[probe.side][rows[order]]
    known = np.float32(np.linalg.norm(probe.latent))
    return replace(probe, latent=unit(latent) * known, meaning=unit(meaning))


def fused(values: Matrix, scale: Scale) -> Scores:
    """The weighted sum of signals of shape (3, n), each set off against what is usual; shape (n,)."""
    # Signal by signal, so that equal cases get equal scores wherever they stand.
    weights = load_ranker().weights.signals
    parts = zip(weights, values.astype(np.float64), scale.means, scale.spreads, strict=True)
    total: Scores = sum(weight * (signal - mean) / spread for weight, signal, mean, spread in parts)
    return total.astype(np.float32)


def _best_passage(collection: Collection, probe: Probe, rows: Numbers) -> Scores:
    """The highest cosine of a passage of each of these cases; 0 for a case without any."""
    passages = collection.passages_in(rows, probe.side)
    found = collection.vectors.scores(probe.meaning, passages)
    best = np.zeros(len(collection), dtype=np.float32)
    owners = collection.case_of[passages]
    first = np.flatnonzero(np.diff(owners, prepend=-1))
    if len(first):
        best[owners[first]] = np.maximum(np.maximum.reduceat(found, first), 0)
    return best[rows]
