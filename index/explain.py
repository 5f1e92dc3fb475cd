# SPDX-License-Identifier: EUPL-1.2
"""Why a found case is alike and in which respects it differs; every statement can be checked in the case."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

from casebase.bilingual import Bilingual
from casebase.record import SafeCase
from index.asked import Asked
from index.differences import differences_from_case, differences_from_text
from index.dutch import Analysis, Token
from index.hits import Aspect, Explanation, FoundPassage
from index.laws import Laws
from index.lexicon import Lexicon
from index.passages import ASPECTS, split_case
from index.principles import named_principles
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
_TERM_WEIGHT = 2.0
"""Of words of the trade (in a name in the lexicon) beside other words of the same rarity."""
_LEAST_IDF = 1.0
"""Words in more than about a third of the cases tell nothing."""


@dataclass(frozen=True, repr=False)
class Reader:
    """What is needed to read cases: the analysis, how rare words are, words of the trade, names of laws."""

    analysis: Analysis
    words: WordIndex
    lexicon: Lexicon
    laws: Laws


@dataclass(frozen=True, repr=False)
class _Read:
    """A passage with its words and their keys."""

    passage: FoundPassage
    tokens: Sequence[Token]
    keys: Set[str]


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
            self._laws = reader.laws.named(asked.stems)
            self._principles = named_principles(asked.text, reader.analysis)

    def explain(
        self, case: SafeCase, cosines: Mapping[str, float]
    ) -> tuple[tuple[FoundPassage, ...], Explanation]:
        """The best passages of a case with the shared words marked, and why the case is alike.

        ``cosines`` gives for the content hash of a passage how near it is to what is searched for.
        """
        read = [
            self._read(FoundPassage(record.field, ASPECTS[record.field], record.text, cosine))
            for record in split_case(case)
            for cosine in [cosines.get(record.content_hash, 0.0)]
        ]
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

    def _read(self, passage: FoundPassage) -> _Read:
        tokens = self._reader.analysis.tokens(passage.text)
        return _Read(passage, tokens, {key for token in tokens for key in token.keys})

    def _shared_keys(self, read: Sequence[_Read]) -> dict[str, float]:
        """The keys that search and case share with what each is worth, most telling first."""
        present = set().union(*(each.keys for each in read))
        worth: dict[str, float] = {}
        for key in present & self._asked.weights.keys():
            idf = self._reader.words.idf(key)
            if idf >= _LEAST_IDF and not key.isdecimal():
                trade = _TERM_WEIGHT if key in self._reader.lexicon.trade_keys else 1.0
                worth[key] = trade * idf * self._asked.weights[key]
        return dict(sorted(worth.items(), key=lambda item: (-item[1], item[0])))

    def _best(self, read: Sequence[_Read], shared: Mapping[str, float]) -> tuple[FoundPassage, ...]:
        side = self._asked.probe.side
        scored = [self._scored(each) for each in read if side in (None, each.passage.aspect)]
        # The title stands above a hit anyway.
        told = [each for each in scored if each.passage.field != "title"] or scored
        ranked = sorted(told, key=lambda each: -each.passage.score)[:MOST_PASSAGES]
        near = [each for each in ranked if each.passage.score >= NEAR_BEST * ranked[0].passage.score]
        marked = set(list(shared)[:MOST_MARKED])
        return tuple(replace(each.passage, marks=marks(each.tokens, marked)) for each in near or ranked[:1])

    def _scored(self, read: _Read) -> _Read:
        weights = self._asked.weights
        held = sum(weights[key] * self._reader.words.idf(key) for key in read.keys & weights.keys())
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
        for token in each.tokens if each.keys & shared.keys() else ():
            for key in token.keys:
                if key in shared:
                    surfaces[key][_surface(each.passage.text[token.start : token.end])] += 1
    words = (min(surfaces[key], key=lambda word: (-surfaces[key][word], word)) for key in shared)
    return tuple(dict.fromkeys(words))[:MOST_TERMS]


def _surface(word: str) -> str:
    """Lower case, but not for an abbreviation or a reference to a law."""
    return word if any(letter.isupper() for letter in word[1:]) else word.lower()
