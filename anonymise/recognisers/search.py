# SPDX-License-Identifier: EUPL-1.2
"""Finds all matches of a pattern, and looks only where one can begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import repeat

from anonymise.recognisers.anchors import ENDLESS, fold, needs_of


class FoldedText:
    """A text with the places of what patterns need; lives as long as one look at the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)
        self._places: dict[Needle, list[int]] = {}

    @cached_property
    def holds(self) -> set["Needle"]:
        """The needles that may stand in the text; all others do not."""
        begins = [*(self._threes & _BY_START.keys()), *(s for s in _SHORT if s in self._folded)]
        return {needle for begin in begins for needle in _BY_START[begin]}

    def places(self, needle: "Needle") -> list[int]:
        """Where one of the strings of the needle begins, in reading order."""
        known = self._places.get(needle)
        if known is None:
            known = self._places[needle] = self._found(needle)
        return known

    def _found(self, needle: "Needle") -> list[int]:
        find, threes = self._folded.find, self._threes
        found = []
        for begin, string in needle.strings:
            place = find(string) if len(begin) < _THREE or begin in threes else -1
            while place >= 0:
                found.append(place)
                place = find(string, place + 1)
        found.sort()
        return found

    @cached_property
    def _threes(self) -> set[str]:
        """Each three signs in a row."""
        folded = self._folded
        return {folded[place : place + _THREE] for place in range(len(folded) - _THREE + 1)}


_THREE = 3


class Needle:
    """The strings of an anchor, made ready to be looked up; equal ones are one and the same."""

    def __init__(self, strings: tuple[str, ...]) -> None:
        self.strings = tuple((string[:_THREE], string) for string in strings)
        for begin in {begin for begin, _ in self.strings}:
            _BY_START[begin].append(self)
            if len(begin) < _THREE:
                _SHORT.add(begin)


_BY_START: defaultdict[str, list[Needle]] = defaultdict(list)
"""Needles by the first three signs of their strings, or by a shorter string as a whole."""

_SHORT: set[str] = set()
_needle_of = lru_cache(maxsize=None)(Needle)


class Search:
    """A compiled pattern that is tried only where a match of it can begin.

    Finds what ``re.finditer`` finds. ``needles`` must all stand somewhere in a text in which there is a
    match, and a match starts at most ``reach`` signs before a place of the most telling one.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        needs, self._width = needs_of(pattern)
        self.pattern = pattern
        self.group: str | int = "value" if "value" in pattern.groupindex else 0
        self.needles = frozenset(_needle_of(need.strings) for need in needs)
        self._best = (_needle_of(needs[0].strings), needs[0].reach) if needs else None

    def matches(self, text: FoldedText) -> Iterable[re.Match[str]]:
        """All matches that do not overlap, from left to right."""
        if self._best is None:
            return self.pattern.finditer(text.text)
        if not self.needles <= text.holds:
            return ()
        needle, reach = self._best
        places = text.places(needle)
        return self._matches_from(_before(places, reach), text.text) if places else ()

    def _matches_from(self, starts: list[tuple[int, int]], text: str) -> list[re.Match[str]]:
        """Matches that begin in one of the stretches ``starts`` (first and last place)."""
        found, free = [], 0
        for begin, last in starts:
            place = max(begin, free)
            while place <= last:
                match = self._next(text, place, last)
                if match is None:
                    break
                found.append(match)
                place = free = max(match.end(), match.start() + 1)
        return found

    def _next(self, text: str, place: int, last: int) -> re.Match[str] | None:
        """The first match that begins from ``place`` up to ``last``."""
        if last - place < _FEW or self._width >= ENDLESS:
            tries = map(self.pattern.match, repeat(text), range(place, last + 1))
            return next(filter(None, tries), None)
        match = self.pattern.search(text, place, last + self._width)
        return match if match is not None and match.start() <= last else None


_FEW = 2
"""So many places are tried one by one."""


def _before(places: Sequence[int], reach: int) -> list[tuple[int, int]]:
    """The stretches that end at a place and begin ``reach`` signs before it, joined where they meet."""
    stretches: list[tuple[int, int]] = []
    begin, last = max(0, places[0] - reach), places[0]
    for place in places:
        if place - reach > last + 1:
            stretches.append((begin, last))
            begin = place - reach
        last = place
    stretches.append((begin, last))
    return stretches
