# SPDX-License-Identifier: EUPL-1.2
"""Reading cases to explain why they were found: words, sentences, and names for the same thing.

What was read is remembered under a fingerprint of the text, without the text itself.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from casebase.record import SafeCase
from index.dutch import LISTS, Analysis, Token, load_analysis, read_word_list
from index.encoder import Encoder, Vectors
from index.facts import Facts, facts_of
from index.hits import Aspect
from index.laws import Laws
from index.lexicon import Lexicon, load_lexicon
from index.passages import ASPECTS, split_case
from index.principles import Principles
from index.sentences import split_sentences
from index.words import WordIndex

_TRADE_WEIGHT, _COMMON_WEIGHT = 2.0, 0.3
"""Of words of the trade (a name in the lexicon), and of common words, beside others of the same rarity."""
_LEAST_IDF = 1.0
"""Words in more than about a third of the cases tell nothing."""
_START, _STEM, _KEYS = (attrgetter(name) for name in ("start", "stem", "keys"))
_REMEMBERED = 1_000
"""Cases, and as many times ten sentences."""


class Place(NamedTuple):
    """The characters [start, end) of a passage, by its number in the case."""

    passage: int
    start: int
    end: int


@dataclass(frozen=True, repr=False)
class Sentence:
    """A sentence of a passage with its words; ``digest`` is a fingerprint of its text."""

    place: Place
    keys: frozenset[str]
    digest: bytes


@dataclass(frozen=True, repr=False)
class ReadPassage:
    """A passage at [start, end) of a field; the places of ``tokens`` are in the passage."""

    field: str
    aspect: Aspect
    start: int
    end: int
    content_hash: str
    tokens: tuple[Token, ...]
    keys: frozenset[str]
    stems: frozenset[str]


@dataclass(frozen=True, repr=False)
class ReadText:
    """A case or a search as it was read."""

    passages: tuple[ReadPassage, ...]
    facts: Facts

    @cached_property
    def keys(self) -> frozenset[str]:
        """All keys of the text."""
        return frozenset().union(*(passage.keys for passage in self.passages))


class Reader:
    """Reads cases: their words, how telling those are, laws and principles. Threads may share it.

    Without an ``encoder``, sentences have no vectors of their own; give one only if it is quick.
    """

    def __init__(
        self, words: WordIndex, laws: Laws, *, lists: Path = LISTS, encoder: Encoder | None = None
    ) -> None:
        self.analysis: Analysis = load_analysis(lists)
        self.lexicon: Lexicon = load_lexicon(lists)
        self.words = words
        self.laws = laws
        self.short_name = lru_cache(maxsize=_REMEMBERED)(laws.short)
        self.principles = Principles(self.analysis)
        self.encoder = encoder
        self._common = {
            key for word in read_word_list(lists / "common.txt") for key in self.analysis.keys(word)
        }
        self._cases: dict[bytes, ReadText] = {}
        self._sentences: dict[tuple[int, str], list[Sentence]] = {}
        self._vectors: dict[bytes, Vectors] = {}

    def case(self, case: SafeCase, narrative: Mapping[str, str]) -> ReadText:
        """A case with the texts that its ``narrative()`` gives."""
        digest = _digest("\0".join([*narrative, *narrative.values()]))
        found = self._cases.get(digest)
        if found is None:
            if len(self._cases) >= _REMEMBERED:
                self._cases.clear()
            found = self._cases[digest] = self._read_case(case, narrative)
        return found

    def text(self, text: str) -> ReadText:
        """A typed search as one passage of a situation."""
        return self._read([("situation", 0, len(text), "", text)])

    def sentences(self, number: int, passage: ReadPassage, text: str) -> Sequence[Sentence]:
        """The sentences of a passage with this number and text."""
        found = self._sentences.get((number, passage.content_hash)) if passage.content_hash else None
        if found is None:
            found = _sentences(number, text, passage.tokens)
            if len(self._sentences) >= 10 * _REMEMBERED:
                self._sentences.clear()
            if passage.content_hash:
                self._sentences[number, passage.content_hash] = found
        return found

    def vectors(self, sentences: Sequence[Sentence], texts: Sequence[str]) -> Vectors | None:
        """The vectors of sentences with these texts, (sentences, dimension); None without an encoder."""
        if self.encoder is None:
            return None
        known = {each.digest: self._vectors.get(each.digest) for each in sentences}
        unknown = [n for n, each in enumerate(sentences) if known[each.digest] is None]
        if unknown:
            made = self.encoder.encode_passages([texts[n] for n in unknown])
            fresh = {sentences[n].digest: vector for n, vector in zip(unknown, made, strict=True)}
            known.update(fresh)
            if len(self._vectors) >= 10 * _REMEMBERED:
                self._vectors.clear()
            self._vectors.update(fresh)
        return np.array([known[each.digest] for each in sentences], dtype=np.float32)

    def worth(self, key: str, weight: float) -> float:
        """How telling it is that search and case share a key that was searched for with this weight."""
        idf = self.words.idf(key)
        if key.isdecimal() or idf < _LEAST_IDF:
            return 0.0
        if key in self.lexicon.trade_keys:
            return _TRADE_WEIGHT * idf * weight
        if key in self._common:
            return _COMMON_WEIGHT * idf * weight if weight >= 1 else 0.0  # an added common word tells nothing
        return idf * weight

    def rarity(self, keys: Collection[str]) -> float:
        """The rarity of the rarest of these keys; 0 when all are common, here or in daily life."""
        telling = [key for key in keys if key in self.lexicon.trade_keys or key not in self._common]
        rarest = max((self.words.idf(key) for key in telling), default=0.0)
        return rarest if rarest >= _LEAST_IDF else 0.0

    def _read_case(self, case: SafeCase, narrative: Mapping[str, str]) -> ReadText:
        pieces, field, position = [], "", 0
        for record in split_case(case):
            start = narrative[record.field].index(record.text, position if record.field == field else 0)
            field, position = record.field, start + len(record.text)
            pieces.append((field, start, position, record.content_hash, record.text))
        return self._read(pieces)

    def _read(self, pieces: Sequence[tuple[str, int, int, str, str]]) -> ReadText:
        passages = []
        for field, start, end, content_hash, text in pieces:
            tokens = tuple(self.analysis.tokens(text))
            stems = frozenset(map(_STEM, tokens))
            passages.append(
                ReadPassage(field, ASPECTS[field], start, end, content_hash, tokens, _keys(tokens), stems)
            )
        return ReadText(tuple(passages), facts_of("\n".join(text for *_, text in pieces)))


def _sentences(number: int, text: str, tokens: Sequence[Token]) -> list[Sentence]:
    found = []
    ordered = sorted(tokens, key=_START)  # references to laws stand behind the words
    starts = list(map(_START, ordered))
    for start, end in split_sentences(text):
        keys = _keys(ordered[bisect_left(starts, start) : bisect_left(starts, end)])
        found.append(Sentence(Place(number, start, end), keys, _digest(text[start:end])))
    return found


def _keys(tokens: Sequence[Token]) -> frozenset[str]:
    return frozenset(chain.from_iterable(map(_KEYS, tokens)))


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
