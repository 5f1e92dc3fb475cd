# SPDX-License-Identifier: EUPL-1.2
"""Finding the phrases of a list in a row of words, in time that does not grow with the list."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from anonymise.risk.story import Word

SHORTEST_ENDING = 4
"""Shortest word behind a ``*``, in letters: a shorter one ends too many words."""

_Entry = tuple[tuple[str, ...], str]


@dataclass(frozen=True, slots=True)
class Hit:
    """Words ``first`` up to ``last`` (inclusive) are this phrase of the list of a class."""

    first: int
    last: int
    group: str
    phrase: str


class PhraseBook:
    """Phrases by class. Case is ignored unless a phrase has a capital; ``*`` stands for any beginning.

    Raises:
        ValueError: a phrase is empty, or the word behind a ``*`` is too short.
    """

    def __init__(self, phrases: Mapping[str, Iterable[str]]) -> None:
        self._single: dict[str, list[_Entry]] = defaultdict(list)
        self._pairs: dict[tuple[str, str], list[_Entry]] = defaultdict(list)
        self._endings: dict[str, list[_Entry]] = defaultdict(list)
        for group, listed in phrases.items():
            for phrase in listed:
                self._add(tuple(phrase.split()), group)
        for entries in (*self._single.values(), *self._pairs.values(), *self._endings.values()):
            entries.sort(key=lambda entry: (-len(entry[0]), entry))
        self._lengths = sorted({len(ending) for ending in self._endings}, reverse=True)
        self._last_letters = {ending[-SHORTEST_ENDING:] for ending in self._endings}

    def find(self, words: Sequence[Word]) -> Iterator[Hit]:
        """Every phrase, the longest at each place, in reading order."""
        for number, word in enumerate(words):
            hit = self._whole(words, number, word) or self._ending(words, number, word.lower)
            if hit is None and word.lower.startswith(_FORMER):
                hit = self._whole(words, number, word.without_prefix)
            if hit:
                yield hit

    def _add(self, phrase: tuple[str, ...], group: str) -> None:
        first = phrase[0] if phrase else ""
        ending = first.removeprefix("*")
        if not ending or (ending != first and len(ending) < SHORTEST_ENDING):
            raise ValueError("a phrase is empty or its ending is too short")
        if ending != first:
            self._endings[ending.lower()].append(((ending, *phrase[1:]), group))
        elif len(phrase) == 1:
            self._single[first.lower()].append((phrase, group))
        else:
            self._pairs[first.lower(), phrase[1].lower()].append((phrase, group))

    def _whole(self, words: Sequence[Word], number: int, word: Word) -> Hit | None:
        second = words[number + 1].lower if number + 1 < len(words) else ""
        for phrase, group in self._pairs.get((word.lower, second), ()):
            if _same(phrase[0], word) and _follows(words, number, phrase):
                return Hit(number, number + len(phrase) - 1, group, " ".join(phrase))
        for phrase, group in self._single.get(word.lower, ()):
            if _same(phrase[0], word):
                return Hit(number, number, group, phrase[0])
        return None

    def _ending(self, words: Sequence[Word], number: int, lower: str) -> Hit | None:
        if lower[-SHORTEST_ENDING:] not in self._last_letters:
            return None
        for length in self._lengths:
            for phrase, group in self._endings.get(lower[-length:], ()):
                if length <= len(lower) and _follows(words, number, phrase):
                    return Hit(number, number + len(phrase) - 1, group, " ".join(phrase))
        return None


def _follows(words: Sequence[Word], number: int, phrase: tuple[str, ...]) -> bool:
    following = words[number + 1 : number + len(phrase)]
    return len(following) == len(phrase) - 1 and all(map(_same, phrase[1:], following))


def _same(listed: str, word: Word) -> bool:
    return listed in (word.lower, word.text)


_FORMER = ("oud-", "ex-")
