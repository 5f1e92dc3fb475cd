# SPDX-License-Identifier: EUPL-1.2
"""Why a found case is alike and in which respects it differs; every statement can be checked in the case."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from casebase.bilingual import Bilingual
from casebase.record import SafeCase
from casebase.store import PassageRecord
from index.asked import Asked
from index.differences import differences_from_case, differences_from_text
from index.dutch import LISTS, Token, load_analysis, read_word_list
from index.hits import Aspect, Explanation, FoundPassage
from index.laws import Laws
from index.lexicon import load_lexicon
from index.passages import ASPECTS, split_case
from index.principles import Principles
from index.words import WordIndex

MOST_TERMS = 8
MOST_MARKED = 20
"""Shared words that are marked in passages: the most telling ones."""
MOST_PASSAGES = 3
NEAR_BEST = 0.6
"""A further passage is shown when its score reaches this part of the best one's."""
SHORT = 25
"""Words; only in a search this short does a named law say what it is about."""

_COVERAGE_WEIGHT = 2.0
"""Of shared words beside the cosine: a passage that holds the searched words is worth showing."""
_TRADE_WEIGHT, _COMMON_WEIGHT = 2.0, 0.3
"""Of words of the trade (a name in the lexicon), and of common words, beside others of the same rarity."""
_LEAST_IDF = 1.0
"""Words in more than about a third of the cases tell nothing."""
_REMEMBERED = 5_000
"""Passages."""


class Reader:
    """Reads cases: their words, how telling those are, laws and principles. Threads may share it."""

    def __init__(self, words: WordIndex, laws: Laws, *, lists: Path = LISTS) -> None:
        self.analysis = load_analysis(lists)
        self.words = words
        self.laws = laws
        self.principles = Principles(self.analysis)
        self._trade = load_lexicon(lists).trade_keys
        self._common = {
            key for word in read_word_list(lists / "common.txt") for key in self.analysis.keys(word)
        }
        self._read: dict[str, _Words] = {}

    def words_of(self, record: PassageRecord) -> "_Words":
        """The words of a passage; those of passages that were found lately are remembered."""
        found = self._read.get(record.content_hash)
        if found is None:
            tokens = tuple(self.analysis.tokens(record.text))
            found = _Words(tokens, frozenset(key for token in tokens for key in token.keys))
            if len(self._read) >= _REMEMBERED:
                self._read.clear()
            self._read[record.content_hash] = found
        return found

    def worth(self, key: str, weight: float) -> float:
        """How telling it is that search and case share a key that was searched for with this weight."""
        idf = self.words.idf(key)
        if key.isdecimal() or idf < _LEAST_IDF:
            return 0.0
        if key in self._trade:
            return _TRADE_WEIGHT * idf * weight
        if key in self._common:
            return _COMMON_WEIGHT * idf * weight if weight >= 1 else 0.0  # an added common word tells nothing
        return idf * weight


class _Words(NamedTuple):
    tokens: tuple[Token, ...]
    keys: frozenset[str]


@dataclass(frozen=True, repr=False)
class _Read:
    """A passage with its words."""

    passage: FoundPassage
    words: _Words


class Explainer:
    """Explains the hits of one search."""

    def __init__(self, asked: Asked, reader: Reader) -> None:
        self._asked = asked
        self._reader = reader
        self._reachable = sum(w * reader.words.idf(key) for key, w in asked.weights.items()) or 1.0
        if asked.case:
            self._laws = tuple(reader.laws.short(name) for name in asked.case.regulations)
            self._principles = asked.case.principles
        else:
            self._laws = reader.laws.named(asked.text)
            self._principles = reader.principles.named(asked.text)

    def explain(
        self, case: SafeCase, cosines: Mapping[str, float]
    ) -> tuple[tuple[FoundPassage, ...], Explanation]:
        """The best passages of a case with the shared words marked, and why the case is alike.

        ``cosines`` gives for the content hash of a passage how near it is to what is searched for.
        """
        read = [self._read(record, cosines.get(record.content_hash, 0.0)) for record in split_case(case)]
        shared = self._shared_keys(read)
        shown = self._best(read, shared)
        common = tuple(name for name in case.regulations if self._reader.laws.short(name) in self._laws)
        return shown, Explanation(
            shared_regulations=common,
            shared_principles=tuple(p.value for p in case.principles if p in self._principles),
            shared_terms=_terms(read, shared),
            aspects=tuple(sorted({passage.aspect for passage in shown}, key=list(Aspect).index)),
            differences=self._differences(case, common),
        )

    def _read(self, record: PassageRecord, cosine: float) -> _Read:
        passage = FoundPassage(record.field, ASPECTS[record.field], record.text, cosine)
        return _Read(passage, self._reader.words_of(record))

    def _shared_keys(self, read: Sequence[_Read]) -> dict[str, float]:
        """The keys that search and case share with what each is worth, most telling first."""
        weights = self._asked.weights
        present = frozenset().union(*(each.words.keys for each in read))
        worth = {key: self._reader.worth(key, weights[key]) for key in present & weights.keys()}
        ranked = sorted(worth.items(), key=lambda item: (-item[1], item[0]))
        return {key: value for key, value in ranked if value > 0}

    def _best(self, read: Sequence[_Read], shared: Mapping[str, float]) -> tuple[FoundPassage, ...]:
        side = self._asked.probe.side
        scored = [self._scored(each) for each in read if side in (None, each.passage.aspect)]
        # The title stands above a hit anyway.
        told = [each for each in scored if each.passage.field != "title"] or scored
        ranked = sorted(told, key=lambda each: -each.passage.score)[:MOST_PASSAGES]
        near = [each for each in ranked if each.passage.score >= NEAR_BEST * ranked[0].passage.score]
        marked = set(list(shared)[:MOST_MARKED])
        return tuple(
            replace(each.passage, marks=marks(each.words.tokens, marked)) for each in near or ranked[:1]
        )

    def _scored(self, read: _Read) -> _Read:
        weights = self._asked.weights
        held = sum(weights[key] * self._reader.words.idf(key) for key in read.words.keys & weights.keys())
        score = round(read.passage.score + _COVERAGE_WEIGHT * held / self._reachable, 6)
        return replace(read, passage=replace(read.passage, score=score))

    def _differences(self, case: SafeCase, common: Sequence[str]) -> tuple[Bilingual, ...]:
        if self._asked.case:
            laws = {self._reader.laws.short(name) for name in common}
            return differences_from_case(case, self._asked.case, laws)
        laws_named = self._laws if len(self._asked.stems) <= SHORT else ()
        return differences_from_text(case, self._asked.text, laws_named, common)


def marks(tokens: Sequence[Token], keys: Set[str]) -> tuple[tuple[int, int], ...]:
    """The [start, end) places of the words with any of the keys, ascending, none overlapping."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((token.start, token.end) for token in tokens if not keys.isdisjoint(token.keys)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _terms(read: Sequence[_Read], shared: Mapping[str, float]) -> tuple[str, ...]:
    """The shared words as the case writes them, most telling first; each word once."""
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    for each in read:
        for token in each.words.tokens if each.words.keys & shared.keys() else ():
            for key in token.keys:
                if key in shared:
                    surfaces[key][_surface(each.passage.text[token.start : token.end])] += 1
    words = (min(surfaces[key], key=lambda word: (-surfaces[key][word], word)) for key in shared)
    return tuple(dict.fromkeys(words))[:MOST_TERMS]


def _surface(word: str) -> str:
    """Lower case, but not for an abbreviation or a reference to a law."""
    return word if any(letter.isupper() for letter in word[1:]) else word.lower()
