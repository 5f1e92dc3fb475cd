# SPDX-License-Identifier: EUPL-1.2
"""Which sentences of a search and a found case say the same: laid side by side for people."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.encoder import Vectors
from index.reading import Sentence

MOST_PAIRS = 3
NEAR_BEST = 0.6
"""A further sentence is shown when its score reaches this part of the best one's."""

COVERAGE_WEIGHT = 2.0
"""Of shared words beside the cosine with all of the search."""
PAIR_WEIGHT = 0.5
"""Of how alike two sentences are, beside how alike the found one is to all of the search."""

_TRIED = 500
"""Pairs, the best ones, among which three without a common sentence are looked for."""


@dataclass(frozen=True, repr=False)
class Sentences:
    """Sentences with their texts, and their vectors (sentences, dimension) if they have any.

    ``cosines`` tell how near each is to all that is searched for.
    """

    sentences: Sequence[Sentence]
    texts: Sequence[str]
    vectors: Vectors | None
    cosines: Sequence[float]


@dataclass(frozen=True)
class Match:
    """A found sentence by its number, and the asked one beside it when there is any."""

    found: int
    asked: int | None
    score: float


def best_sentences(
    found: Sentences, worth: Mapping[str, float], asked: Sentences | None = None
) -> list[Match]:
    """The sentences of a case that most say what is searched for, best first, no text twice.

    ``worth`` tells how telling each shared key is, as parts of all that is searched for. With sentences
    ``asked``, each found one has the asked one beside it that is most like it, and that is not used again.
    """
    alone = _alone(found, worth)
    if asked is None or not asked.sentences:
        ranked = np.argsort(-alone, kind="stable").tolist()
        matches = (Match(n, None, float(alone[n])) for n in ranked)
    else:
        both = alone + PAIR_WEIGHT * _alike(asked, found, worth)
        ranked = np.argsort(-both, axis=None, kind="stable").tolist()
        matches = (Match(n % len(alone), n // len(alone), float(both.flat[n])) for n in ranked[:_TRIED])
    return _each_once(matches, found, asked)


def _alone(found: Sentences, worth: Mapping[str, float]) -> npt.NDArray[np.float64]:
    held = [sum(worth[key] for key in each.keys & worth.keys()) for each in found.sentences]
    scores: npt.NDArray[np.float64] = np.array(found.cosines) + COVERAGE_WEIGHT * np.array(held)
    return np.round(scores, 6)


def _alike(asked: Sentences, found: Sentences, worth: Mapping[str, float]) -> npt.NDArray[np.float64]:
    """How alike two sentences are by meaning and by shared words, shape (asked, found)."""
    keys = {key: n for n, key in enumerate(sorted(worth))}
    weights = np.sqrt(np.array([worth[key] for key in keys]))
    one, other = _held(asked, keys) * weights, _held(found, keys) * weights
    words = one @ other.T / np.maximum(np.outer(_lengths(one), _lengths(other)), 1e-9)
    if asked.vectors is not None and found.vectors is not None:
        words = words + asked.vectors @ found.vectors.T
    alike: npt.NDArray[np.float64] = np.round(words, 6)
    return alike


def _held(sentences: Sentences, keys: Mapping[str, int]) -> npt.NDArray[np.float64]:
    held = np.zeros((len(sentences.sentences), len(keys)))
    for row, sentence in enumerate(sentences.sentences):
        held[row, [keys[key] for key in sentence.keys & keys.keys()]] = 1
    return held


def _lengths(rows: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    lengths: npt.NDArray[np.float64] = np.linalg.norm(rows, axis=1)
    return lengths


def _each_once(matches: Iterable[Match], found: Sentences, asked: Sentences | None) -> list[Match]:
    chosen: list[Match] = []
    for match in matches:
        if len(chosen) == MOST_PAIRS or (chosen and match.score < NEAR_BEST * chosen[0].score):
            break
        if not any(_same(match, other, found, asked) for other in chosen):
            chosen.append(match)
    return chosen


def _same(one: Match, other: Match, found: Sentences, asked: Sentences | None) -> bool:
    if found.texts[one.found] == found.texts[other.found]:
        return True
    if asked is None or one.asked is None or other.asked is None:
        return False
    return asked.texts[one.asked] == asked.texts[other.asked]
