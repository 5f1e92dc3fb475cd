# SPDX-License-Identifier: EUPL-1.2
"""Other words for the same thing: abbreviations, jargon and what people say in daily life."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from index.dutch import LISTS, Analysis, Token, load_analysis, read_word_list

_SEPARATOR = " | "
_LONGEST_FORM = 9
"""Words; longer descriptions of a concept are added to a query but not looked for in it."""


@dataclass(frozen=True)
class Concept:
    """A row of the lexicon: all of ``forms`` mean the same; ``official`` are the abbreviations and jargon."""

    name: str
    abbreviations: tuple[str, ...]
    jargon: tuple[str, ...]
    lay: tuple[str, ...]

    @property
    def official(self) -> tuple[str, ...]:
        """The name, abbreviations and jargon, each once."""
        return tuple(dict.fromkeys((self.name, *self.abbreviations, *self.jargon)))

    @property
    def forms(self) -> tuple[str, ...]:
        """Everything that the concept is called."""
        return tuple(dict.fromkeys((*self.official, *self.lay)))


@dataclass(frozen=True)
class Mention:
    """A concept, by its number, that the words [first, last) of a text name."""

    concept: int
    first: int
    last: int


@dataclass(frozen=True)
class Expansion:
    """What a query may be widened with.

    ``weights`` gives each added key a weight between 0 and 1 (a long description weighs less for each of
    its words); ``words`` are the added names for people.
    """

    weights: Mapping[str, float] = field(default_factory=dict)
    words: tuple[str, ...] = ()


class Lexicon:
    """Finds the concepts that a text names. Safe to share between threads.

    ``trade_keys`` are the keys of the names, abbreviations and jargon that are one word.
    """

    def __init__(self, concepts: Sequence[Concept], analysis: Analysis) -> None:
        self._concepts = tuple(concepts)
        self._analysis = analysis
        self.trade_keys = frozenset(
            tokens[0].keys[0]
            for concept in self._concepts
            for form in concept.official
            for tokens in [analysis.tokens(form)]
            if len(tokens) == 1 and tokens[0].keys
        )
        self._by_form: dict[tuple[str, ...], list[int]] = {}
        for number, concept in enumerate(self._concepts):
            for form in concept.forms:
                stems = analysis.stems(form)
                if 0 < len(stems) <= _LONGEST_FORM:
                    self._by_form.setdefault(stems, []).append(number)
        self._names: list[list[tuple[str, ...]]] = [[] for _ in self._concepts]
        for stems, numbers in self._by_form.items():
            for number in dict.fromkeys(numbers):
                self._names[number].append(stems)
        lengths: dict[str, set[int]] = {}
        for stems in self._by_form:
            lengths.setdefault(stems[0], set()).add(len(stems))
        self._lengths = {stem: sorted(found, reverse=True) for stem, found in lengths.items()}

    def concepts(self, tokens: Sequence[Token]) -> list[Concept]:
        """The concepts named in a text, in the order of their first mention; the longest name counts."""
        numbers = dict.fromkeys(mention.concept for mention in self.mentions(tokens))
        return [self._concepts[number] for number in numbers]

    def names(self, concept: int) -> Sequence[tuple[str, ...]]:
        """The stems of each name of a concept, by its number."""
        return self._names[concept]

    def mentions(self, tokens: Sequence[Token]) -> Iterator[Mention]:
        """Where a text names a concept, in its order; of names that overlap the longest counts."""
        stems = [token.stem for token in tokens]
        start = 0
        while start < len(stems):
            end = start + 1
            for length in self._lengths.get(stems[start], ()):
                if start + length > len(stems):
                    continue
                numbers = self._by_form.get(tuple(stems[start : start + length]))
                if numbers:
                    end = start + length
                    yield from (Mention(number, start, end) for number in numbers)
                    break
            start = end

    def expansion(self, tokens: Sequence[Token], *, without: Iterable[str] = ()) -> Expansion:
        """The official words for what a text names, but for those in ``without`` and in the text already.

        Words of daily life are recognised but not added: they are too common to find a case by.
        """
        present = {key for token in tokens for key in token.keys}
        present.update(key for form in without for key in self._keys(form))
        weights: dict[str, float] = {}
        words: list[str] = []
        for concept in self.concepts(tokens):
            for form in concept.official:
                keys = self._keys(form)
                added = [key for key in keys if key not in present]
                for key in added:
                    weights[key] = max(weights.get(key, 0.0), len(keys) ** -0.5)
                words += [form] if added else []
        return Expansion(weights, tuple(dict.fromkeys(words)))

    @lru_cache(maxsize=10_000)  # noqa: B019 - one lexicon lives as long as the process
    def _keys(self, form: str) -> tuple[str, ...]:
        return tuple(dict.fromkeys(self._analysis.keys(form)))


@lru_cache(maxsize=4)
def load_lexicon(lists: Path = LISTS) -> Lexicon:
    """The lexicon in a folder (lexicon.tsv), read once."""
    return Lexicon(read_lexicon(lists / "lexicon.tsv"), load_analysis(lists))


def read_lexicon(path: Path) -> list[Concept]:
    """The concepts in a tab-separated file with a header; values of a column are parted by " | "."""
    rows = csv.DictReader(read_word_list(path), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [
        Concept(row["concept"], _values(row["abbreviations"]), _values(row["jargon"]), _values(row["lay"]))
        for row in rows
    ]


def _values(cell: str) -> tuple[str, ...]:
    return tuple(value for value in cell.split(_SEPARATOR) if value)
