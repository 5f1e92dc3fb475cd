# SPDX-License-Identifier: EUPL-1.2
"""What the name model sees of each piece of a text: word, letters, shape, lists, place in the line.

Everything but the place follows from the written form alone; it is remembered for ordinary words, signs and
numbers of one or two digits only, so that no name or number stays in memory when its case is gone.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np
import numpy.typing as npt

from anonymise.names.word_lists import WordLists
from anonymise.ner.tokens import LINE_END, Pieces

NGRAM_BUCKETS = 16_384
SHAPE_BUCKETS = 256
UNKNOWN_WORD = 0
FIRST_WORD = 2
"""Numbers of words in the vocabulary start here; number 1 is not used."""

LIST_NAMES = (
    "first name",
    "surname",
    "place",
    "large place",
    "ordinary word",
    "term that stays",
    "law",
    "hardly ever a name",
    "title",
    "kin",
    "function",
    "person verb",
    "particle",
    "greeting",
    "kind of firm",
    "work",
    "nationality",
)
"""The lists of data/lists that the model is told about, in the order of its inputs."""

PLACE_NAMES = ("space before", "starts a line", "starts a sentence", "line end near", "case without capitals")
LISTS = len(LIST_NAMES)
PLACES = len(PLACE_NAMES)

_ORDINARY = LIST_NAMES.index("ordinary word")
_HARDLY_A_NAME = LIST_NAMES.index("hardly ever a name")
_MEMORY = 100_000
_SENTENCE_ENDS = frozenset(".!?:;•*>")
_NEAR = 2
_FEW_DIGITS = 2
_LOWER = 0.005
_LONGEST_SHAPE = 10


@dataclass(frozen=True, slots=True)
class FormFeatures:
    """Numbers of the word, of its letter groups and of its shape, and whether it stands in each list."""

    word: int
    ngrams: tuple[int, ...]
    shape: int
    lists: tuple[float, ...]

    @property
    def is_ordinary(self) -> bool:
        """Whether the word is ordinary Dutch and hardly ever a name, or in no list of names at all."""
        named = any(self.lists[:_ORDINARY]) and not self.lists[_HARDLY_A_NAME]
        return bool(self.lists[_ORDINARY]) and not named


class Forms:
    """Works out the features of written forms; remembers those of ordinary words."""

    def __init__(self, vocabulary: Sequence[str], lists: WordLists) -> None:
        self._numbers: Mapping[str, int] = {w: n for n, w in enumerate(vocabulary, start=FIRST_WORD)}
        self._lists = lists
        self._known: dict[str, FormFeatures] = {}

    def of(self, form: str) -> FormFeatures:
        """The features of one written form."""
        known = self._known.get(form)
        if known is None:
            known = self._features(form)
            if may_be_remembered(form, known) and len(self._known) < _MEMORY:
                self._known[form] = known
        return known

    def _features(self, form: str) -> FormFeatures:
        lower = form.lower().replace("’", "'")
        word = re.sub(r"\d", "0", lower)
        return FormFeatures(
            self._numbers.get(word, UNKNOWN_WORD), _ngrams(word), _shape(form), self._flags(lower)
        )

    def _flags(self, lower: str) -> tuple[float, ...]:
        lists, stem = self._lists, lower.removesuffix("s") if len(lower) > _NEAR + 1 else lower
        flags = (
            lower in lists.first or stem in lists.first,
            lower in lists.last,
            lower in lists.places or lower in self._place_words,
            lower in lists.large_places,
            lists.is_ordinary(lower),
            lower in lists.stays,
            lower in lists.laws,
            lower in lists.no_names,
            lower in lists.cues["titles"],
            lower in lists.cues["kin"],
            lower in lists.cues["functions"],
            lower in lists.cues["person_verbs"],
            lower in lists.cues["particles"],
            lower in lists.cues["greetings"],
            lower in lists.organisations["kinds"],
            lower in lists.organisations["work"],
            lists.is_origin(lower),
        )
        return tuple(map(float, flags))

    @cached_property
    def _place_words(self) -> frozenset[str]:
        """Telling words of places of several words: 'zierikzee', but not 'de' of 'de kwakel'."""
        words = {
            w
            for place in self._lists.places
            if " " in place or "-" in place
            for w in re.split(r"[ -]", place)
        }
        return frozenset(w for w in words if len(w) > _NEAR and w not in self._lists.cues["particles"])


def may_be_remembered(form: str, seen: FormFeatures) -> bool:
    """Whether the form is a sign, one or two digits or ordinary Dutch: keeping it keeps no name or number."""
    return seen.is_ordinary or (len(form) <= _FEW_DIGITS and not form.isalpha())


def places(pieces: Pieces) -> npt.NDArray[np.float32]:
    """Flags of the place in the line, (pieces, PLACES)."""
    flags = np.zeros((len(pieces), PLACES), dtype=np.float32)
    words = pieces.words
    letters = [w for w in words if w[0].isalpha()]
    no_capitals = float(sum(w[0].isupper() for w in letters) <= _LOWER * len(letters))
    before = LINE_END
    for at, word in enumerate(words):
        row = flags[at]
        row[0] = at == 0 or pieces.starts[at] > pieces.ends[at - 1]
        row[1] = before == LINE_END
        row[2] = before == LINE_END or before in _SENTENCE_ENDS
        row[3] = LINE_END in words[at + 1 : at + 1 + _NEAR] or at + _NEAR >= len(words)
        row[4] = no_capitals
        before = word
    return flags


def _ngrams(lower: str) -> tuple[int, ...]:
    """Numbers of the letter groups of 3 and 4 of a word with its edges, its beginning and its end."""
    edged = f"<{lower}>"
    groups = [edged[at : at + size] for size in (3, 4) for at in range(max(1, len(edged) - size + 1))]
    groups += [f"^{lower[:2]}", f"${lower[-2:]}", f"${lower[-5:]}", f"={lower}"]
    return tuple(crc32(group.encode("utf-8", "surrogatepass")) % NGRAM_BUCKETS for group in groups)


def _shape(form: str) -> int:
    signs = "".join("X" if s.isupper() else "x" if s.isalpha() else "9" if s.isdigit() else s for s in form)
    squeezed = re.sub(r"(x{3})x+", r"\1", re.sub(r"(X{4})X+", r"\1", signs))
    return crc32(f"{squeezed[:_LONGEST_SHAPE]}".encode("utf-8", "surrogatepass")) % SHAPE_BUCKETS
