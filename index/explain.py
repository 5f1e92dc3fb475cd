# SPDX-License-Identifier: EUPL-1.2
"""Why a found case is alike and in which respects it differs; every statement can be checked in the case."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from casebase.bilingual import Bilingual
from casebase.record import SafeCase
from index.asked import Asked
from index.differences import differences_from_case, differences_from_text, differences_in_facts
from index.dutch import Token
from index.hits import Aspect, Explanation, FoundPassage, Marks, SentencePair
from index.other_words import OtherWords
from index.reading import Place, Reader, ReadPassage, ReadText
from index.side_by_side import Match, Sentences, best_sentences

MOST_TERMS = 8
MOST_MARKED = 20
"""Shared words that are marked in passages: the most telling ones."""
MOST_PASSAGES = 3
NEAR_BEST = 0.6
"""A further passage is shown when its score reaches this part of the best one's."""
SHORT = 25
"""Words; only in a search this short does a named law say what it is about, and it is shown as a whole."""
LOOKED_THROUGH = 4
"""Passages of a found case, the best ones, whose sentences are compared."""

_COVERAGE_WEIGHT = 2.0
"""Of shared words beside the cosine: a passage that holds the searched words is worth showing."""

_LEAST_TELLING = 0.2
"""A shared word is named when it tells at least this part of what the best one does."""


@dataclass(frozen=True, repr=False)
class _Scored:
    """A passage of a case with its number, and how much it says what is searched for."""

    number: int
    passage: ReadPassage
    cosine: float
    score: float


@dataclass(frozen=True, repr=False)
class _Story:
    """A text that was read, with the texts of its fields."""

    read: ReadText
    texts: Mapping[str, str]

    def words(self, place: Place) -> str:
        """The words at a place, as a term for people."""
        return _surface(self.at(place))

    def passage(self, number: int) -> str:
        """The text of a passage."""
        passage = self.read.passages[number]
        return self.texts[passage.field][passage.start : passage.end]

    def at(self, place: Place) -> str:
        """The text at a place."""
        passage = self.read.passages[place.passage]
        return self.texts[passage.field][passage.start + place.start : passage.start + place.end]


class Explainer:
    """Explains the hits of one search."""

    def __init__(self, asked: Asked, reader: Reader) -> None:
        self._asked = asked
        self._reader = reader
        self._weights = {key: weight * reader.words.idf(key) for key, weight in asked.weights.items()}
        self._reachable = sum(self._weights.values()) or 1.0
        worth = {key: reader.worth(key, weight) for key, weight in asked.weights.items()}
        self._worth = {key: value for key, value in worth.items() if value > 0}
        if asked.case:
            self._laws = tuple(reader.short_name(name) for name in asked.case.regulations)
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
        texts = case.narrative()
        story = _Story(self._reader.case(case, texts), texts)
        shared = self._shared_keys(story.read)
        ranked = self._ranked(story, cosines)
        shown = self._best(story, ranked, shared)
        sentences = self._sentences(story, ranked[:LOOKED_THROUGH], shared)
        common = tuple(name for name in case.regulations if self._reader.short_name(name) in self._laws)
        asked = self._asked.case
        sides = {each.aspect for each in shown} | {pair.aspect for pair in sentences}
        return shown, Explanation(
            shared_regulations=common,
            shared_principles=tuple(p.value for p in case.principles if p in self._principles),
            shared_terms=_terms(story, shared),
            aspects=tuple(aspect for aspect in Aspect if aspect in sides),
            differences=(*self._differences(case, common), *self._far_apart(story)),
            same_things=self._other_words.pairs(story.read, story.words),
            nature=case.nature if asked and asked.nature is case.nature else None,
            level=case.level if asked and asked.level is case.level else None,
            sentences=sentences,
            most_like=asked.case_id if asked else "",
        )

    @cached_property
    def _told(self) -> _Story:
        """What is searched for, read."""
        if self._asked.case is None:
            return _Story(self._reader.text(self._asked.text), {"situation": self._asked.text})
        texts = self._asked.case.narrative()
        return _Story(self._reader.case(self._asked.case, texts), texts)

    @cached_property
    def _other_words(self) -> OtherWords:
        return OtherWords(self._told.read, self._reader, self._told.words)

    @cached_property
    def _asked_sentences(self) -> Sentences | None:
        """The sentences of a search that has several; a short search is taken as a whole."""
        if self._asked.case is None and len(self._asked.stems) <= SHORT:
            return None
        passages = self._told.read.passages
        asked = [n for n, p in enumerate(passages) if self._is_asked(p) and p.field != "title"]
        sentences = self._read_sentences(self._told, [(n, 1.0) for n in asked])
        return sentences if len(sentences.sentences) > 1 else None

    def _is_asked(self, passage: ReadPassage) -> bool:
        return self._asked.probe.side in (None, passage.aspect)

    def _shared_keys(self, read: ReadText) -> dict[str, float]:
        """The keys that search and case share with what each is worth, most telling first."""
        ranked = sorted(
            ((key, self._worth[key]) for key in read.keys & self._worth.keys()),
            key=lambda item: (-item[1], item[0]),
        )
        return dict(ranked)

    def _ranked(self, story: _Story, cosines: Mapping[str, float]) -> list[_Scored]:
        """The passages on the asked side, best first; the title only if there is nothing else.

        The title stands above a hit anyway.
        """
        scored = [
            self._scored(number, passage, cosines.get(passage.content_hash, 0.0))
            for number, passage in enumerate(story.read.passages)
            if self._is_asked(passage)
        ]
        told = [each for each in scored if each.passage.field != "title"] or scored
        return sorted(told, key=lambda each: -each.score)

    def _scored(self, number: int, passage: ReadPassage, cosine: float) -> _Scored:
        held = sum(self._weights[key] for key in passage.keys & self._weights.keys())
        return _Scored(number, passage, cosine, round(cosine + _COVERAGE_WEIGHT * held / self._reachable, 6))

    def _best(
        self, story: _Story, ranked: Sequence[_Scored], shared: Mapping[str, float]
    ) -> tuple[FoundPassage, ...]:
        near = [each for each in ranked[:MOST_PASSAGES] if each.score >= NEAR_BEST * ranked[0].score]
        marked = set(list(shared)[:MOST_MARKED])
        return tuple(
            FoundPassage(
                each.passage.field,
                each.passage.aspect,
                story.passage(each.number),
                each.score,
                marks(each.passage.tokens, marked),
            )
            for each in near or ranked[:1]
        )

    def _sentences(
        self, story: _Story, ranked: Sequence[_Scored], shared: Mapping[str, float]
    ) -> tuple[SentencePair, ...]:
        found = self._read_sentences(story, [(each.number, each.cosine) for each in ranked])
        total = sum(self._worth.values()) or 1.0
        worth = {key: value / total for key, value in shared.items()}
        matches = best_sentences(found, worth, self._asked_sentences)
        return tuple(self._pair(story, found, match, shared) for match in matches)

    def _read_sentences(self, story: _Story, passages: Sequence[tuple[int, float]]) -> Sentences:
        """The sentences of passages that are given by their number and how near they are to the search."""
        by_passage = [
            self._reader.sentences(n, story.read.passages[n], story.passage(n)) for n, _ in passages
        ]
        sentences = [sentence for found in by_passage for sentence in found]
        texts = [story.at(sentence.place) for sentence in sentences]
        vectors = self._reader.vectors(sentences, texts)
        if vectors is None:
            told = zip(by_passage, passages, strict=True)
            cosines = [cosine for found, (_, cosine) in told for _ in found]
        else:
            cosines = (vectors @ self._asked.probe.meaning).tolist()
        return Sentences(sentences, texts, vectors, cosines)

    def _pair(
        self, story: _Story, found: Sentences, match: Match, shared: Mapping[str, float]
    ) -> SentencePair:
        sentence = found.sentences[match.found]
        passage = story.read.passages[sentence.place.passage]
        told, keys = "", set(shared)
        asked_marks: Marks = ()
        if match.asked is not None and self._asked_sentences is not None:
            other = self._asked_sentences.sentences[match.asked]
            told = self._asked_sentences.texts[match.asked]
            keys &= other.keys & sentence.keys
            asked_marks = _marks_within(self._told.read, other.place, keys)
        return SentencePair(
            told,
            found.texts[match.found],
            passage.field,
            passage.aspect,
            match.score,
            asked_marks,
            _marks_within(story.read, sentence.place, keys),
        )

    def _differences(self, case: SafeCase, common: Sequence[str]) -> tuple[Bilingual, ...]:
        named = common if self._asked.case or self._laws else case.regulations
        laws = {self._reader.short_name(name) for name in named}
        if self._asked.case:
            return differences_from_case(case, self._asked.case, laws)
        laws_named = self._laws if len(self._asked.stems) <= SHORT else ()
        return differences_from_text(case, self._asked.text, laws_named, common, laws=laws)

    def _far_apart(self, story: _Story) -> tuple[Bilingual, ...]:
        typed = self._asked.case is None
        return differences_in_facts(story.read.facts, self._told.read.facts, typed=typed)


def marks(tokens: Sequence[Token], keys: Set[str]) -> Marks:
    """The [start, end) places of the words with any of the keys, ascending, none overlapping."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted((token.start, token.end) for token in tokens if not keys.isdisjoint(token.keys)):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _marks_within(read: ReadText, place: Place, keys: Set[str]) -> Marks:
    """The marks in a sentence, counted from its start."""
    tokens = read.passages[place.passage].tokens
    inside = [token for token in tokens if place.start <= token.start and token.end <= place.end]
    return tuple((start - place.start, end - place.start) for start, end in marks(inside, keys))


def _terms(story: _Story, shared: Mapping[str, float]) -> tuple[str, ...]:
    """The telling ones of the shared words as the case writes them, best first; each word once."""
    least = _LEAST_TELLING * max(shared.values(), default=0.0)
    named = [key for key, value in shared.items() if value >= least][: 2 * MOST_TERMS]
    surfaces: dict[str, Counter[str]] = {key: Counter() for key in named}
    for number, passage in enumerate(story.read.passages):
        for token in passage.tokens if not passage.keys.isdisjoint(surfaces) else ():
            for key in token.keys:
                if key in surfaces:
                    surfaces[key][story.words(Place(number, token.start, token.end))] += 1
    words = (min(found, key=lambda word: (-found[word], word)) for found in surfaces.values())
    return tuple(dict.fromkeys(words))[:MOST_TERMS]


def _surface(word: str) -> str:
    """Lower case, but not for an abbreviation or a reference to a law."""
    return word if any(map(str.isupper, word[1:])) else word.lower()
