# SPDX-License-Identifier: EUPL-1.2
"""Finding the phrases of a list in a row of words, in time that does not grow with the list."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from anonymise.risk.story import Word

SHORTEST_ENDING = 4
"""Shortest word behind a ``*``, in letters."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``first`` up to ``last`` (inclusive) are a phrase of this class."""

    first: int
    last: int
    group: str


class PhraseBook:
    """Phrases by class. Case is ignored unless a phrase has a capital; ``*`` stands for any beginning."""

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        self._by_ending: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for group, listed in phrases.items():
            for phrase in listed:
                first, *rest = phrase.split()
                chosen = self._by_ending if first.startswith("*") else self._by_first
                chosen[first.lstrip("*").lower()].append(((first.lstrip("*"), *rest), group))
        for entries in (*self._by_first.values(), *self._by_ending.values()):
            entries.sort(key=lambda entry: (-len(entry[0]), entry))
        self._lengths = sorted({len(ending) for ending in self._by_ending}, reverse=True)

    def find(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Every phrase, the longest at each place, in reading order."""
        for number, word in enumerate(words):
            hit = self._whole(words, number, word) or self._ending(words, number, word)
            if hit is None and word.lower.startswith(_FORMER):
                hit = self._whole(words, number, word.without_prefix)
            if hit:
                yield hit

    def _whole(self, words: Sequence[Word], number: int, word: Word) -> Hit | None:
        for phrase, group in self._by_first.get(word.lower, ()):
            if _same(phrase[0], word) and _follows(words, number, phrase):
                return Hit(number, number + len(phrase) - 1, group)
        return None

    def _ending(self, words: Sequence[Word], number: int, word: Word) -> Hit | None:
        for length in self._lengths:
            if length > len(word.lower):
                continue
            for phrase, group in self._by_ending.get(word.lower[-length:], ()):
                if _follows(words, number, phrase):
                    return Hit(number, number + len(phrase) - 1, group)
        return None


_FORMER = ("oud-", "ex-")


def _follows(words: Sequence[Word], number: int, phrase: tuple[str, ...]) -> bool:
    rest = phrase[1:]
    if not rest:
        return True
    following = words[number + 1 : number + 1 + len(rest)]
    return len(following) == len(rest) and all(map(_same, rest, following))


def _same(listed: str, word: Word) -> bool:
    return listed in (word.lower, word.text)
