# SPDX-License-Identifier: EUPL-1.2
"""What the word lists know about a name: from where it comes, and whether it is a word as well.

Only to break figures down: the groups say where a *name* is common, never where a person is from.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

NOT_LISTED = "in no list"
HOME = "dutch"

_GROUP_OF_LIST = {
    "african": "african",
    "antillean": "antillean",
    "arabic_moroccan": "arabic",
    "asian": "asian",
    "dutch": "dutch",
    "dutch_cores": "dutch",
    "dutch_formed": "dutch",
    "east_european": "east_european",
    "eastasian": "asian",
    "english_german_nordic": "west_european",
    "flemish_french": "west_european",
    "flemish_french_belgian": "west_european",
    "frisian": "frisian",
    "groningen_drenthe": "dutch",
    "horn_of_africa": "horn_of_africa",
    "modern_and_biblical": "dutch",
    "persian_afghan_southasian": "persian_southasian",
    "polish_ukrainian": "polish_ukrainian",
    "south_european_latin": "south_european",
    "surinamese": "surinamese",
    "surinamese_antillean": "surinamese",
    "surinamese_hindustani": "surinamese",
    "turkish": "turkish",
}
"""Group of each list of names; a list that is not here is a group of its own."""


class Words(Protocol):
    """The word lists of the anonymiser, as far as a left-over asks for them."""

    def is_ordinary(self, lower: str) -> bool:
        """Whether a word in lower case is a Dutch word."""

    def is_name(self, lower: str) -> bool:
        """Whether a word in lower case is in a list of names."""


@dataclass(frozen=True, repr=False)
class NameKnowledge:
    """Names in lower case by group of origin, and the words that are no names alone."""

    groups: Mapping[str, frozenset[str]]
    words: Words | None = None

    def origin(self, names: Iterable[str]) -> str:
        """The group of a person with these names (all mentions), ``NOT_LISTED`` when no list holds one.

        A person goes where the most telling part goes: parts that are Dutch names as well tell nothing
        else; of the others the part that the fewest groups share, and of these groups the one with the
        shortest list. So ``Fatma de Boer`` is not counted as Dutch, and ``Anna`` is.
        """
        parts = {part for name in names for part in name_parts(name)}
        shared = [held for part in sorted(parts) if (held := self._holding(part))]
        if not shared:
            return NOT_LISTED
        shared = [held for held in shared if HOME not in held] or [[HOME]]
        fewest = min(map(len, shared))
        telling = {group for held in shared if len(held) == fewest for group in held}
        return min(telling, key=lambda group: (len(self.groups[group]), group))

    def is_ordinary(self, word: str) -> bool:
        """Whether a word, in any case, is a Dutch word."""
        return self.words is not None and self.words.is_ordinary(word.lower())

    def is_listed(self, word: str) -> bool:
        """Whether any list of names holds a word, in any case."""
        lower = word.lower()
        return bool(self._holding(lower)) or (self.words is not None and self.words.is_name(lower))

    def _holding(self, part: str) -> list[str]:
        return [group for group, names in self.groups.items() if part in names]


def load_name_knowledge(lists: Path) -> NameKnowledge:
    """The name lists in ``lists/names`` (``data/lists``) by group; a list that is absent is left out."""
    from anonymise.names.word_lists import load_word_lists

    groups: defaultdict[str, set[str]] = defaultdict(set)
    for folder in ("first", "last"):
        for file in sorted((lists / "names" / folder).glob("*.txt")):
            lines = file.read_text(encoding="utf-8").splitlines()
            names = (line.strip().lower().replace("’", "'") for line in lines if line and line[0] != "#")
            groups[_GROUP_OF_LIST.get(file.stem, file.stem)].update(names)
    return NameKnowledge(
        {group: frozenset(names) for group, names in sorted(groups.items())}, load_word_lists(lists)
    )


def name_parts(name: str) -> list[str]:
    """The parts of a name in lower case that may tell something: no initials, no particles."""
    parts = re.findall(r"[^\W\d_]+(?:['’-][^\W\d_]+)*", name.lower())
    halves = [half for part in parts for half in (part, *re.split(r"[-]", part)) if half]
    return sorted({half for half in halves if len(half) > _LONGEST_INITIAL and half not in _PARTICLES})


_LONGEST_INITIAL = 2
_PARTICLES = frozenset(
    {"van", "de", "der", "den", "het", "ter", "ten", "von", "ben", "bin", "dos", "das"}
    | {"mevrouw", "meneer", "mevr", "dhr", "heer", "vd", "familie"}
)
