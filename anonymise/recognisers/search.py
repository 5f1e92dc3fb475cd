# SPDX-License-Identifier: EUPL-1.2
"""Finds all matches of a pattern, and looks only where one can begin."""

import re
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import repeat

from anonymise.recognisers.anchors import ENDLESS, Anchor, anchors_of, fold, width_of


class FoldedText:
    """A text with the places of what patterns need; lives as long as one look at the text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)
        self.has_digit = "0" in self._folded
        self._places: dict[tuple[str, ...], list[int]] = {}

    def places(self, strings: tuple[str, ...]) -> list[int]:
        """Where one of the folded strings begins, in reading order."""
        known = self._places.get(strings)
        if known is None:
            known = self._places[strings] = self._found(strings)
        return known

    def _found(self, strings: tuple[str, ...]) -> list[int]:
        begins, found = self._folded.startswith, []
        for string in strings:
            places = self._threes.get(string[:_KEY]) if len(string) >= _KEY else self._short(string)
            if places:
                found += [place for place in places if begins(string, place)]
        return sorted(found)

    def _short(self, string: str) -> list[int]:
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
        for place in range(len(folded) - _KEY + 1):
            three = folded[place : place + _KEY]
            if three in threes:
                threes[three].append(place)
            else:
                threes[three] = [place]
        return threes


_KEY = 3


class Search:
    """A compiled pattern that is tried only where a match of it can begin.

    Finds what ``re.finditer`` finds. A match starts at most ``reach`` signs before a place where one
    of the strings of its anchor stands; where the pattern has a second anchor, that holds as well.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        needs = anchors_of(pattern)
        self.pattern = pattern
        self.group: str | int = "value" if "value" in pattern.groupindex else 0
        self.needs_digit = any(all("0" in string for string in need.strings) for need in needs)
        self._width = width_of(pattern)
        self._anchors = _chosen(needs)

    def matches(self, text: FoldedText) -> Iterable[re.Match[str]]:
        """All matches that do not overlap, from left to right."""
        if not self._anchors:
            return self.pattern.finditer(text.text)
        starts: list[tuple[int, int]] | None = None
        for anchor in self._anchors:
            places = text.places(anchor.strings)
            if not places:
                return ()
            near = _before(places, anchor.reach)
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
    """The most telling need, and the next one about other strings if that leaves fewer places."""
    return [
        need
        for at, need in enumerate(needs[:_MOST_ANCHORS])
        if need.strings not in [earlier.strings for earlier in needs[:at]] and (not at or need.cost < 1)
    ]


_MOST_ANCHORS = 3


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
