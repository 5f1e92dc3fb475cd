# SPDX-License-Identifier: EUPL-1.2
"""What a search and a found case both name, each in its own words: *ophoesten* and *terugvordering*."""

from collections.abc import Callable, Iterator, Mapping

from index.hits import NamePair
from index.reading import Name, Place, Reader, ReadText

MOST_PAIRS = 3

Stems = tuple[str, ...]
Cut = Callable[[Place], str]
"""Gives the words at a place."""


def same_things(
    asked: ReadText, found: ReadText, reader: Reader, asked_words: Cut, found_words: Cut
) -> tuple[NamePair, ...]:
    """Concepts of the lexicon that both name, but not with the same words; the rarest names first.

    A name within the other (*WIA* and *WIA-uitkering*) needs no explanation and is left out.
    """
    pairs: dict[NamePair, float] = {}
    for asked_place, found_place, rarity in _named_by_both(asked, found, reader):
        pair = NamePair(asked_words(asked_place), found_words(found_place))
        pairs[pair] = max(rarity, pairs.get(pair, 0.0))
    ranked = sorted(pairs, key=lambda pair: (-pairs[pair], pair.asked, pair.found))
    return tuple(ranked[:MOST_PAIRS])


def _named_by_both(asked: ReadText, found: ReadText, reader: Reader) -> Iterator[tuple[Place, Place, float]]:
    for concept in asked.named.keys() & found.named.keys():
        here, there = asked.named[concept], found.named[concept]
        if here.keys().isdisjoint(there.keys()):
            one, one_rarity = _clearest(here, reader)
            other, other_rarity = _clearest(there, reader)
            shared = _shares(here[one], other) or _shares(there[other], one)
            if min(one_rarity, other_rarity) > 0 and not shared:
                yield here[one].place, there[other].place, other_rarity


def _clearest(names: Mapping[Stems, Name], reader: Reader) -> tuple[Stems, float]:
    """The name that tells most, a word of the trade before one of daily life, and its rarity."""
    trade = reader.lexicon.trade_keys
    rarities = {stems: reader.rarity(name.keys) for stems, name in names.items()}
    stems = max(rarities, key=lambda stems: (not trade.isdisjoint(names[stems].keys), rarities[stems], stems))
    return stems, rarities[stems]


def _shares(name: Name, stems: Stems) -> bool:
    """Whether a name holds the other name, as *WIA-uitkering* holds *WIA*."""
    return name.keys.issuperset(stems)
