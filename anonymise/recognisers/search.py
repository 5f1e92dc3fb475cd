# SPDX-License-Identifier: EUPL-1.2
"""Finds all matches of a pattern, and looks only where one can begin."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from itertools import repeat

from anonymise.recognisers.anchors import ENDLESS, Anchor, fold, needs_of


class FoldedText:
    """A text with the places of what patterns need; lives as long as one look at the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)
        self._places: dict[Needle, list[int]] = {}

    @cached_property
    def holds(self) -> set["Needle"]:
        """The needles that may stand in the text; all others do not."""
        begins = [*(self._threes.keys() & _BY_START.keys()), *(s for s in _SHORT if s in self._folded)]
        return {needle for begin in begins for needle in _BY_START[begin]}

    def places(self, needle: "Needle") -> list[int]:
        """Where one of the strings of the needle begins, in reading order."""
        known = self._places.get(needle)
        if known is None:
            known = self._places[needle] = sorted(self._found(needle))
        return known

    def _found(self, needle: "Needle") -> list[int]:
        begins, threes = self._folded.startswith, self._threes
        found = [place for string in needle.short for place in self._all(string)]
        for three, string in needle.long:
            if three in threes:
                found += [place for place in threes[three] if begins(string, place)]
        return found

    def _all(self, string: str) -> list[int]:
        place, found = self._folded.find(string), []
        while place >= 0:
            found.append(place)
            place = self._folded.find(string, place + 1)
        return found

    @cached_property
    def _threes(self) -> dict[str, list[int]]:
        """Where each three signs stand."""
        threes: dict[str, list[int]] = {}
        folded = self._folded
        for place in range(len(folded) - _THREE + 1):
            three = folded[place : place + _THREE]
            if three in threes:
                threes[three].append(place)
            else:
                threes[three] = [place]
        return threes


_THREE = 3


class Needle:
    """The strings of an anchor, made ready to be looked up; equal ones are one and the same."""

    def __init__(self, strings: tuple[str, ...]) -> None:
        self.short = tuple(string for string in strings if len(string) < _THREE)
        self.long = tuple((string[:_THREE], string) for string in strings if len(string) >= _THREE)
        for begin in {*self.short, *(three for three, _ in self.long)}:
            _BY_START[begin].append(self)
        _SHORT.update(self.short)


_BY_START: defaultdict[str, list[Needle]] = defaultdict(list)
"""Needles by the first three signs of their strings, or by a shorter string as a whole."""

_SHORT: set[str] = set()
_needle_of = lru_cache(maxsize=None)(Needle)


class Search:
    """A compiled pattern that is tried only where a match of it can begin.

    Finds what ``re.finditer`` finds. A match starts at most ``reach`` signs before a place where one
    of the strings of its anchor stands; where the pattern has more anchors, that holds for each.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        needs, self._width = needs_of(pattern)
        self.pattern = pattern
        self.group: str | int = "value" if "value" in pattern.groupindex else 0
        self._anchors = [(_needle_of(need.strings), need.reach) for need in _chosen(needs)]
        self.needles = frozenset(needle for needle, _ in self._anchors)

    def matches(self, text: FoldedText) -> Iterable[re.Match[str]]:
        """All matches that do not overlap, from left to right."""
        if not self._anchors:
            return self.pattern.finditer(text.text)
        starts: list[tuple[int, int]] | None = None
        for needle, reach in self._anchors:
            places = text.places(needle)
            if not places:
                return ()
            near = _before(places, reach)
            starts = near if starts is None else _shared(starts, near)
        return self._matches_from(starts or [], text.text)

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


def _chosen(needs: Sequence[Anchor]) -> list[Anchor]:
    """The most telling needs about different strings; later ones only where they leave few places."""
    chosen: dict[tuple[str, ...], Anchor] = {}
    for need in needs:
        if not chosen or need.cost < _TELLING:
            chosen.setdefault(need.strings, need)
    return list(chosen.values())[:_MOST_ANCHORS]


_MOST_ANCHORS = 3
_TELLING = 1.0


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


def _shared(some: Sequence[tuple[int, int]], others: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The places that lie in a stretch of both."""
    shared = []
    at = 0
    for begin, last in some:
        while at < len(others) and others[at][1] < begin:
            at += 1
        for other in range(at, len(others)):
            if others[other][0] > last:
                break
            shared.append((max(begin, others[other][0]), min(last, others[other][1])))
    return shared
