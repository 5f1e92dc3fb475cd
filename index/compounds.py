# SPDX-License-Identifier: EUPL-1.2
"""Splitting Dutch compounds by a fixed list of words."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

_LINKS = ("", "s", "e", "en", "n")
_SHORTEST_COMPOUND = 8
_LONGEST_COMPOUND = 40
_SHORTEST_PART = 2


class CompoundSplitter:
    """Splits words into parts that are all in the list: ``voorschotbrief`` into voorschot, brief.

    Between parts a linking sound may stand (s, e, en, n). Of several ways the one with the fewest parts
    is taken, then the one whose shortest part is longest, then the first in the alphabet. Words that are
    listed with "=" before them stay whole. The list is fixed, so that the same word is split in the same
    way in every collection.
    """

    def __init__(self, parts: Iterable[str]) -> None:
        listed = frozenset(parts)
        self._parts = frozenset(part for part in listed if not part.startswith("="))
        self._whole = frozenset(part[1:] for part in listed - self._parts)
        self._best = lru_cache(maxsize=100_000)(self._best_split)

    def parts(self, word: str) -> tuple[str, ...]:
        """The parts of a lower-case word without diacritics, and their parts; nothing for other words."""
        if word in self._whole or not _SHORTEST_COMPOUND <= len(word) <= _LONGEST_COMPOUND:
            return ()
        parts = min(self._splits(word), key=_preference, default=())
        return parts + tuple(smaller for part in parts for smaller in self.parts(part))

    def _splits(self, word: str) -> Iterator[tuple[str, ...]]:
        for end in range(_SHORTEST_PART, len(word) - _SHORTEST_PART + 1):
            head, rest = word[:end], word[end:]
            if head not in self._parts:
                continue
            for link in _LINKS:
                tail = self._best(rest[len(link) :]) if rest.startswith(link) else ()
                if tail:
                    yield (head, *tail)

    def _best_split(self, word: str) -> tuple[str, ...]:
        if len(word) < _SHORTEST_PART:
            return ()
        whole = [(word,)] if word in self._parts else []
        return min([*whole, *self._splits(word)], key=_preference, default=())


def _preference(parts: tuple[str, ...]) -> tuple[int, int, tuple[str, ...]]:
    return len(parts), -min(map(len, parts)), parts
