# SPDX-License-Identifier: EUPL-1.2
"""A second look at the best hits by a model that reads search and passage together (a cross-encoder).

It changes the order of the first hits and nothing else: scores, bands and whether anything comparable was
found stay those of the search itself, on which they were fitted. Off unless a model is named.
"""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder import EncoderError, prepared
from index.model_loading import arguments, explained
from index.model_options import USUAL, ModelOptions
from index.words import Scores

_log = logging.getLogger(__name__)

PASSAGES = 2
"""Of each case: those that are nearest to the search by the search model; the better one counts."""

WEIGHT = 1.0
"""Of the second look beside the search itself, both set off against the same hits. Not fitted: no
cross-encoder for Dutch was at hand."""

READ_AT_MOST = 512
"""Tokens of search and passage together, unless the options say less; a passage has some 250."""

MISSES = 3
"""So many searches in a row that take too long, and the second look is left out from then on."""

_CHARACTERS_A_TOKEN = 6
"""More than a token has on average in any language that is written in letters."""

_AT_ONCE = 4
"""Pairs on a processor: the clock is looked at in between."""


def load_reranker(
    name_or_folder: str, options: ModelOptions = USUAL, *, first: int = 20, seconds: float = 2.0
) -> "Reranker":
    """The cross-encoder in a folder (no network) or under a name on the hub.

    It looks at the ``first`` hits, and stops when that would take longer than ``seconds``.

    Raises:
        EncoderError: the model cannot be loaded, or gives more than one score for a pair.
    """
    folder = Path(name_or_folder).expanduser()
    name = str(folder) if folder.exists() else name_or_folder
    with explained(name_or_folder, options):
        from sentence_transformers import CrossEncoder

        model = CrossEncoder(name, **arguments(name, options))
        model.eval()
        if model.num_labels != 1:
            raise EncoderError(
                f"Het model '{name_or_folder}' kan treffers niet herordenen: het geeft geen enkele score.",
                f"The model '{name_or_folder}' cannot reorder hits: it does not give one single score.",
            )
        limit = model.max_seq_length or READ_AT_MOST
        model.max_seq_length = min(limit, options.max_tokens or READ_AT_MOST)
    at_once = _AT_ONCE if model.device.type == "cpu" else options.batch
    return Reranker(_logits(model, at_once), at_once=at_once, first=first, seconds=seconds)


class Reranker:
    """Reorders the first hits. Safe to share between threads; they wait for each other.

    ``score`` gives a number for each pair of search and passage, the higher the better, on any scale.
    """

    def __init__(
        self,
        score: Callable[[Sequence[tuple[str, str]]], Scores],
        *,
        at_once: int = _AT_ONCE,
        first: int = 20,
        seconds: float = 2.0,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.first = first
        self._score, self._at_once, self._seconds, self._clock = score, at_once, seconds, clock
        self._misses = 0
        self._lock = threading.Lock()

    def order(self, text: str, passages: Sequence[Sequence[str]], scores: Scores) -> list[int]:
        """Places of hits in their new order; as they were when there is no time or nothing to compare.

        ``passages`` are the best ones of each hit, ``scores`` the fused scores by which they stand now.
        """
        as_they_are = list(range(len(passages)))
        if len(passages) < 2 or not prepared(text) or self._misses >= MISSES:
            return as_they_are
        with self._lock:
            found = self._best(prepared(text), passages)
            self._misses = 0 if found is not None else self._misses + 1
        if found is None:
            _log.warning("Looking twice took more than %.1f s; the order of the search stands", self._seconds)
            return as_they_are
        total = _standard(scores) + WEIGHT * _standard(found)
        return sorted(as_they_are, key=lambda place: (-total[place], place))

    def _best(self, text: str, passages: Sequence[Sequence[str]]) -> Scores | None:
        """The score of the best passage of each hit, or None when there was no time for all."""
        pairs = [(text, prepared(passage)) for some in passages for passage in some]
        found = self._in_time(pairs)
        if found is None:
            return None
        ends = np.cumsum([0, *map(len, passages)])
        lowest = float(found.min()) if len(found) else 0.0
        best = [found[begin:end].max() if end > begin else lowest for begin, end in pairwise(ends)]
        return np.array(best, dtype=np.float32)

    def _in_time(self, pairs: Sequence[tuple[str, str]]) -> Scores | None:
        found = np.zeros(len(pairs), dtype=np.float32)
        begun = last = self._clock()
        longest = 0.0
        for begin in range(0, len(pairs), self._at_once):
            if last - begun + longest > self._seconds:
                return None
            some = pairs[begin : begin + self._at_once]
            found[begin : begin + len(some)] = self._scored(some)
            now = self._clock()
            longest, last = max(longest, now - last), now
        return found

    def _scored(self, pairs: Sequence[tuple[str, str]]) -> Scores:
        try:
            return np.nan_to_num(np.asarray(self._score(pairs), dtype=np.float32))
        except Exception:  # a library's message could quote the text
            raise EncoderError(
                "Het model dat treffers herordent, kon ze niet lezen. Controleer het model en het vrije "
                "geheugen, of zet DATABANK_RERANKER uit.",
                "The model that reorders hits could not read them. Check the model and the free memory, or "
                "switch DATABANK_RERANKER off.",
            ) from None


def _logits(model: Any, at_once: int) -> Callable[[Sequence[tuple[str, str]]], Scores]:
    from torch.nn import Identity

    plain = Identity()  # before the sigmoid: good hits are not all 0.99
    # What is cut off anyway goes first: of two long texts the tokenizer would make all pairs of their rests.
    longest = _CHARACTERS_A_TOKEN * model.max_seq_length

    def score(pairs: Sequence[tuple[str, str]]) -> Scores:
        cut = [(text[:longest], passage[:longest]) for text, passage in pairs]
        found: Scores = model.predict(cut, activation_fn=plain, batch_size=at_once, show_progress_bar=False)
        return found

    return score


def _standard(scores: Scores) -> Scores:
    spread = float(scores.std())
    standard: Scores = (scores - scores.mean()) / (spread if spread > 1e-6 else 1.0)
    return standard
