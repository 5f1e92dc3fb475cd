# SPDX-License-Identifier: EUPL-1.2
"""The word lists that names are found with, read once per folder."""

import re
import tomllib
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from pathlib import Path

from anonymise.lexicon import load_lexicon
from anonymise.names.ordinary import OrdinaryWords

_LONGEST_PHRASE = 6


@dataclass(frozen=True)
class WordLists:
    """Names, places, terms that stay, cue words and ordinary words; all keys in lower case."""

    first: frozenset[str]
    last: frozenset[str]
    places: frozenset[str]
    large_places: frozenset[str]
    stays: frozenset[str]
    laws: frozenset[str]
    no_names: frozenset[str]
    noise: frozenset[str]
    eponyms: frozenset[str]
    ordinary_words: OrdinaryWords
    cues: Mapping[str, frozenset[str]]
    organisations: Mapping[str, frozenset[str]]
    nationalities: Mapping[str, frozenset[str]]
    cue_words: frozenset[str]
    kind_endings: tuple[str, ...] = ()
    thing_endings: tuple[str, ...] = ()
    phrase_starts: Mapping[str, int] = field(default_factory=dict)

    @cached_property
    def introductions(self) -> frozenset[str]:
        """The words that announce a name, of all kinds together."""
        return frozenset().union(*(self.cues[group] for group in _INTRODUCING))

    def is_ordinary(self, lower: str) -> bool:
        """Whether the word in lower case is a Dutch word rather than only a name."""
        if "-" in lower and self.is_first_name(lower):
            return False
        if lower in self.noise:
            return False
        if lower in self.first or lower in self.last:  # 'hoekstra' is no compound of 'hoek'
            return lower in self.cue_words or lower in self.ordinary_words
        return lower in self.cue_words or self.ordinary_words.has(lower)

    def is_term(self, lower: str) -> bool:
        """A term that stays, also joined to an ordinary word: 'uwv', 'wajong-uitkering'."""
        if lower in self.stays:
            return True
        if self.is_first_name(lower):
            return False
        parts = lower.split("-")
        return (
            len(parts) > 1
            and parts[0] in self.stays
            and all(part in self.stays or self.ordinary_words.has(part) for part in parts[1:])
        )

    def is_origin(self, lower: str) -> bool:
        """A nationality, as a word for a person or as an adjective."""
        known = self.nationalities
        forms = {lower, lower.removesuffix("e"), lower.removesuffix("s"), lower.removesuffix("en")}
        if lower.endswith("ese"):
            forms.add(f"{lower[:-3]}ees")
        return any(not forms.isdisjoint(known[group]) for group in ("persons", "adjectives", "plurals"))

    def is_first_name(self, lower: str) -> bool:
        """In the lists of first names, also as two joined by a hyphen."""
        return _in_list(lower, self.first)

    def is_last_name(self, lower: str) -> bool:
        """In the lists of surnames; of a double surname one half is enough."""
        if lower in self.last:
            return True
        parts = lower.split("-")
        return len(parts) > 1 and parts[-1] in self.last and not self.is_term(lower)

    def is_name(self, lower: str) -> bool:
        """In any list of names."""
        return self.is_first_name(lower) or self.is_last_name(lower)


_INTRODUCING = ("titles", "labels", "called", "closings", "greetings", "kin", "functions")


@lru_cache(maxsize=2)
def load_word_lists(lists: Path) -> WordLists:
    """All lists of the folder; a list that is absent is empty."""
    places = _folder(lists / "places")
    first, last = _folder(lists / "names" / "first"), _folder(lists / "names" / "last")
    eponyms = _lines(lists / "eponyms.txt")
    stays = (
        _lines(lists / "stays.txt")
        | _law_names(lists / "regulations.tsv")
        | (eponyms - first - last - places)
    )
    noise = _lines(lists / "names" / "noise.txt")
    cues, organisations = _sets(lists / "name_cues.toml"), _sets(lists / "organisations.toml")
    return WordLists(
        first=first,
        last=last,
        places=places,
        large_places=_lines(lists / "large_places.txt"),
        stays=stays,
        laws=_lines(lists / "names" / "laws.txt"),
        no_names=_lines(lists / "names" / "no_names.txt"),
        noise=noise,
        eponyms=eponyms,
        ordinary_words=OrdinaryWords(load_lexicon(lists)),
        cues=cues,
        organisations=organisations,
        nationalities=_sets(lists / "nationalities.toml"),
        kind_endings=tuple(sorted(organisations["kind_endings"])),
        thing_endings=tuple(sorted(cues["thing_endings"])),
        cue_words=frozenset().union(
            *(cues[group] for group in ("kin", "functions", "person_verbs", "titles", "greetings")),
            organisations["kinds"],
            organisations["work"],
        ),
        phrase_starts=_phrase_starts((*places, *stays)),
    )


def _in_list(lower: str, names: frozenset[str]) -> bool:
    return lower in names or ("-" in lower and all(part in names for part in lower.split("-")))


def _folder(folder: Path) -> frozenset[str]:
    return frozenset().union(*(_lines(file) for file in sorted(folder.glob("*.txt"))))


def _lines(file: Path) -> frozenset[str]:
    if not file.is_file():
        return frozenset()
    lines = file.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip().lower().replace("’", "'") for line in lines if line and line[0] != "#")


def _law_names(table: Path) -> frozenset[str]:
    """All names of the laws in the table that ingest reads, so that no law is taken for a person."""
    return frozenset(name for line in _lines(table) for name in re.split(r"[\t|]", line) if name)


def _sets(file: Path) -> Mapping[str, frozenset[str]]:
    """The sets of words of a settings file; a set that is absent is empty."""
    sets: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    if file.is_file():
        for name, words in tomllib.loads(file.read_text(encoding="utf-8")).items():
            sets[name] = frozenset(words)
    return sets


def _phrase_starts(phrases: Iterable[str]) -> dict[str, int]:
    """First word of each phrase with the number of words of the longest that begins so."""
    longest: dict[str, int] = {}
    for phrase in phrases:
        words = phrase.split()
        longest[words[0]] = min(max(longest.get(words[0], 1), len(words)), _LONGEST_PHRASE)
    return longest
