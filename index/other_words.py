# SPDX-License-Identifier: EUPL-1.2
"""What a search and a found case both name, each in its own words: *ophoesten* and *terugvordering*."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from index.dutch import Token
from index.hits import NamePair
from index.reading import Place, Reader, ReadText

MOST_PAIRS = 3

Stems = tuple[str, ...]
Cut = Callable[[Place], str]
"""Gives the words at a place."""

_DERIVED = re.compile(r"(?:baar|bare|lijke?|loos|loze|zame?|zaam|heid|heden)$", re.IGNORECASE)
"""Endings that make another word of it, which the stemmer takes off: *beschikbaar* is no *beschikking*."""


class Name(NamedTuple):
    """A name for something, where it stands, and its keys."""

    place: Place
    keys: frozenset[str]


Named = dict[int, dict[Stems, Name]]
"""The names of each concept of the lexicon in a text, each where it first stands."""


class OtherWords:
    """Finds other words for what a search names. ``cut`` gives the words of the search."""

    def __init__(self, asked: ReadText, reader: Reader, cut: Cut) -> None:
        self._reader = reader
        self._cut = cut
        self._asked: Named = {}
        for number, passage in enumerate(asked.passages):
            for mention in reader.lexicon.mentions(passage.tokens):
                words = passage.tokens[mention.first : mention.last]
                self._keep(self._asked, mention.concept, number, words, cut)
        self._wanted: dict[str, list[tuple[Stems, int]]] = {}
        for concept in self._asked:
            for stems in reader.lexicon.names(concept):
                self._wanted.setdefault(stems[0], []).append((stems, concept))

    def pairs(self, found: ReadText, cut: Cut) -> tuple[NamePair, ...]:
        """Concepts that the search and a case name, but not with the same words; the rarest names first.

        A name within the other (*WIA* and *WIA-uitkering*) needs no explanation and is left out.
        """
        pairs: dict[NamePair, float] = {}
        for asked_place, found_place, rarity in self._named_by_both(self._named(found, cut)):
            pair = NamePair(self._cut(asked_place), cut(found_place))
            pairs[pair] = max(rarity, pairs.get(pair, 0.0))
        ranked = sorted(pairs, key=lambda pair: (-pairs[pair], pair.asked, pair.found))
        return tuple(ranked[:MOST_PAIRS])

    def _named(self, found: ReadText, cut: Cut) -> Named:
        """Where a case names what the search names."""
        named: Named = {}
        for number, passage in enumerate(found.passages):
            if passage.stems.isdisjoint(self._wanted):
                continue
            for first, token in enumerate(passage.tokens):
                for stems, concept in self._wanted.get(token.stem, ()):
                    words = passage.tokens[first : first + len(stems)]
                    if tuple(word.stem for word in words) == stems:
                        self._keep(named, concept, number, words, cut)
        return named

    def _keep(self, named: Named, concept: int, number: int, words: Sequence[Token], cut: Cut) -> None:
        place = Place(number, words[0].start, words[-1].end)
        if len(words) > 1 or not _DERIVED.search(cut(place)):
            keys = frozenset(key for word in words for key in word.keys)
            named.setdefault(concept, {}).setdefault(tuple(word.stem for word in words), Name(place, keys))

    def _named_by_both(self, found: Named) -> Iterator[tuple[Place, Place, float]]:
        for concept in self._asked.keys() & found.keys():
            here, there = self._asked[concept], found[concept]
            if here.keys().isdisjoint(there.keys()):
                one, one_rarity = self._clearest(here)
                other, other_rarity = self._clearest(there)
                shared = _holds(here[one], other) or _holds(there[other], one)
                if min(one_rarity, other_rarity) > 0 and not shared:
                    yield here[one].place, there[other].place, other_rarity

    def _clearest(self, names: Mapping[Stems, Name]) -> tuple[Stems, float]:
        """The name that tells most, a word of the trade before one of daily life, and its rarity."""
        trade = self._reader.lexicon.trade_keys
        rarities = {stems: self._reader.rarity(name.keys) for stems, name in names.items()}
        stems = max(
            rarities, key=lambda stems: (not trade.isdisjoint(names[stems].keys), rarities[stems], stems)
        )
        return stems, rarities[stems]


def _holds(name: Name, stems: Stems) -> bool:
    """Whether a name holds the other name, as *WIA-uitkering* holds *WIA*."""
    return name.keys.issuperset(stems)
