# SPDX-License-Identifier: EUPL-1.2
"""The name model as the anonymiser uses it: what it takes for personal data in a text, and how surely."""

import hashlib
import json
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from anonymise.ner.tokens import LINE_END, Pieces, cut
from casebase.bilingual import DatabankError
from casebase.vocabulary import Kind

if TYPE_CHECKING:
    from anonymise.names.word_lists import WordLists
    from anonymise.ner.network import Network

SETTINGS, WEIGHTS, VOCABULARY, CHECKSUMS = (
    "settings.json",
    "model.safetensors",
    "vocabulary.json",
    "SHA256SUMS",
)

VERSION = 1
"""Version of the features and layers that this code reads."""

LEAST = 0.2
"""Pieces that are less likely than this to be personal data are no part of a candidate."""

_BEFORE_SENTENCES = frozenset([LINE_END, *".!?:;•*->\"'“”‘’("])

_LONGEST = 20_000
"""Longer texts are read in parts of so many pieces; a part sees nothing of the next."""


class NameModelError(DatabankError):
    """The folder of the name model is missing, damaged or of another version."""


class ModelSettings(BaseModel):
    """Labels in the order of the network's outputs, and what may be left to the model."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: int
    kinds: tuple[Kind, ...]


@dataclass(frozen=True, slots=True, order=True)
class Candidate:
    """A run of pieces that is likely to be of one kind; never the words themselves.

    ``score`` is the probability of its surest piece to be personal data of any kind.
    """

    start: int
    end: int
    kind: Kind
    score: float


@dataclass(frozen=True, repr=False)
class Reading:
    """What the model thinks of a text: for each piece the probability of being personal data, by kind."""

    pieces: Pieces
    personal: npt.NDArray[np.float32]
    kinds: npt.NDArray[np.intp]
    begins: npt.NDArray[np.bool_]
    names: tuple[Kind, ...]

    def candidates(self, least: float) -> list[Candidate]:
        """Runs of pieces of one kind, each at least this likely to be personal data; in reading order."""
        found: list[Candidate] = []
        run: list[int] = []
        for at in np.flatnonzero(self.personal >= least):
            if self.pieces.words[at] == LINE_END:
                continue
            goes_on = (
                run and at == run[-1] + 1 and self.kinds[at] == self.kinds[run[0]] and not self.begins[at]
            )
            if run and not goes_on:
                found.append(self._candidate(run))
                run = []
            run.append(int(at))
        return [*found, self._candidate(run)] if run else found

    def likelihood(self, start: int, end: int) -> float:
        """The largest probability of the pieces in ``[start, end)``; 0 when there are none."""
        inside = self._inside(start, end)
        return float(self.personal[inside].max()) if inside.start < inside.stop else 0.0

    def begins_sentence(self, start: int) -> bool:
        """Whether a line, sentence or quote begins with the piece at ``start``."""
        at = bisect_left(self.pieces.starts, start)
        return at == 0 or self.pieces.words[at - 1] in _BEFORE_SENTENCES

    def has_digit(self, start: int, end: int) -> bool:
        """Whether a piece of digits stands in ``[start, end)``."""
        return any(word[0].isdigit() for word in self.pieces.words[self._inside(start, end)])

    def signs(self, start: int, end: int) -> int:
        """How many letters and digits stand in ``[start, end)``."""
        return sum(sign.isalnum() for word in self.pieces.words[self._inside(start, end)] for sign in word)

    def words(self, start: int, end: int) -> list[str]:
        """The pieces of letters in ``[start, end)``, as written."""
        return [word for word in self.pieces.words[self._inside(start, end)] if word.isalpha()]

    def _inside(self, start: int, end: int) -> slice:
        """The pieces of which a character stands in ``[start, end)``."""
        return slice(bisect_right(self.pieces.ends, start), bisect_left(self.pieces.starts, end))

    def _candidate(self, run: Sequence[int]) -> Candidate:
        score = round(float(self.personal[run[0] : run[-1] + 1].max()), 3)
        kind = self.names[self.kinds[run[0]]]
        return Candidate(self.pieces.starts[run[0]], self.pieces.ends[run[-1]], kind, score)


class NameModel:
    """Reads texts. Safe to share between threads."""

    def __init__(self, network: "Network", settings: ModelSettings, version: str) -> None:
        self._network = network
        self._settings = settings
        self.version = version

    def read(self, texts: Sequence[str]) -> list[Reading]:
        """What the model thinks of each piece of each text; no text counts in the reading of another."""
        cuts = [cut(text) for text in texts]
        shares = self._network.probabilities([part for pieces in cuts for part in _parts(pieces)])
        rest = iter(shares)
        return [self._reading(pieces, [next(rest) for _ in _parts(pieces)]) for pieces in cuts]

    def _reading(self, pieces: Pieces, shares: Sequence[npt.NDArray[np.float32]]) -> Reading:
        whole = np.concatenate(shares)
        marked = whole[:, 1:].reshape(len(pieces), len(self._settings.kinds), 2)
        kinds = marked.sum(axis=2).argmax(axis=1)
        own = marked[np.arange(len(pieces)), kinds]
        return Reading(pieces, 1 - whole[:, 0], kinds, own[:, 0] > own[:, 1], self._settings.kinds)


def _parts(pieces: Pieces) -> list[Pieces]:
    """The pieces of a very long text in parts; an empty text is one empty part."""
    cuts = [slice(at, at + _LONGEST) for at in range(0, max(1, len(pieces)), _LONGEST)]
    return [Pieces(pieces.words[part], pieces.starts[part], pieces.ends[part]) for part in cuts]


def load_name_model(folder: Path, words: "WordLists") -> NameModel:
    """The model in the folder (``data/models/names-nl``), which looks names up in ``words``.

    Raises:
        NameModelError: a file is missing, differs from the checksums beside it, or is of another version.
    """
    from safetensors.numpy import load_file

    from anonymise.ner.features import Forms
    from anonymise.ner.network import Network

    version = _checked_version(folder)
    try:
        settings = ModelSettings.model_validate_json((folder / SETTINGS).read_text("utf-8"))
        if settings.version != VERSION:
            raise _damaged(folder)
        vocabulary = json.loads((folder / VOCABULARY).read_text("utf-8"))
        network = Network(load_file(folder / WEIGHTS), Forms(vocabulary, words))
    except Exception:  # safetensors raises bare exceptions of its own
        raise _damaged(folder) from None
    _one_thread_a_product()
    return NameModel(network, settings, version)


@cache
def _one_thread_a_product() -> None:
    """The matrices are small: on a busy machine, threads that wait for each other cost thirty times more."""
    from threadpoolctl import threadpool_limits

    threadpool_limits(limits=1, user_api="blas")


def _checked_version(folder: Path) -> str:
    """A short digest over the files that the checksum list names, each compared with it."""
    total = hashlib.sha256()
    try:
        for line in (folder / CHECKSUMS).read_text("utf-8").splitlines():
            expected, name = line.split(maxsplit=1)
            if hashlib.sha256((folder / name).read_bytes()).hexdigest() != expected:
                raise _damaged(folder)
            total.update(line.encode())
    except (OSError, ValueError):
        raise _damaged(folder) from None
    return total.hexdigest()[:12]


def _damaged(folder: Path) -> NameModelError:
    return NameModelError(
        f"Het namenmodel in de map '{folder}' ontbreekt of is beschadigd. Zet de map opnieuw neer.",
        f"The name model in the folder '{folder}' is missing or damaged. Put the folder there again.",
    )
