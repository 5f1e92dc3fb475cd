# SPDX-License-Identifier: EUPL-1.2
"""Other names, places and firms to put in the place of marked ones, all from our own lists.

A third of the names is invented by joining the beginning of one name to the end of another of the same
origin, so that the model learns to know a name that no list holds.
"""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

INVENTED = 0.33
"""Share of the names that stand in no list."""

_FIRM_FORMS = (
    "{kind} {last}",
    "{last} {kind}",
    "{kind} De {word}",
    "De {word}",
    "{word}{word2}",
    "{last} & Zn",
    "{last} BV",
    "{last} B.V.",
    "{first}'s {kind}",
    "{last} Groep",
    "{word}plus",
    "{kind} {place}",
    "Stichting {word}",
    "basisschool De {word}",
    "OBS {word}",
    "{place}se {kind}",
    "{last} en {last2}",
    "{last} {word}",
    "{kind} 't {word}",
    "{first} {last} {kind}",
)
# fmt: off
_FIRM_WORDS = (
    "zon", "wind", "boog", "brug", "linde", "eik", "regen", "poort", "haven", "molen", "ster", "kade",
    "bron", "horst", "akker", "duin", "veld", "kring", "anker", "toren", "wilg", "sleutel", "wending",
    "schakel", "stap", "vonk", "kracht", "zorg", "werk", "bouw", "flex", "mens", "talent", "kans", "groei",
    "vuur", "rood", "blauw", "groen", "noord", "zuid", "vliet", "stroom", "berk", "kroon", "beuk", "hoek",
    "plein", "spoor", "lijn", "punt", "vlinder", "zwaluw", "uil", "valk", "leeuw", "klaver", "hof",
    "heide", "rots", "baken", "spil", "kompas", "zeil", "roer", "schip", "kruik", "oever", "dreef", "laan",
    "pad", "reiger", "ooievaar", "egel", "das", "bever", "klimop", "roos", "tulp", "merel",
)
# fmt: on


@dataclass(frozen=True)
class NameBank:
    """First names and surnames by origin, places, kinds of firms."""

    first: dict[str, list[str]]
    last: dict[str, list[str]]
    places: list[str]
    kinds: list[str]

    def origin(self, rng: random.Random) -> str:
        """An origin; Dutch in two of five cases, every other as likely as the next."""
        return "dutch" if rng.random() < 0.4 else rng.choice(sorted(self.first))

    def first_name(self, origin: str, rng: random.Random) -> str:
        """A first name of this origin, in a third of the cases an invented one."""
        return _name(self.first[origin], rng)

    def last_name(self, origin: str, rng: random.Random) -> str:
        """A surname of this origin, without particles."""
        return _name(self.last.get(origin) or self.last[rng.choice(sorted(self.last))], rng)

    def place(self, rng: random.Random) -> str:
        """A place, now and then an invented one."""
        return _name(self.places, rng, INVENTED / 3)

    def firm(self, rng: random.Random) -> str:
        """A private organisation."""
        parts = {
            "kind": rng.choice(self.kinds),
            "last": self.last_name("dutch" if rng.random() < 0.6 else self.origin(rng), rng),
            "last2": self.last_name("dutch", rng),
            "first": self.first_name(self.origin(rng), rng),
            "word": rng.choice(_FIRM_WORDS).capitalize(),
            "word2": rng.choice(_FIRM_WORDS),
            "place": self.place(rng),
        }
        name = rng.choice(_FIRM_FORMS).format(**parts)
        return name[0].upper() + name[1:] if rng.random() < 0.7 else name


_DUTCH_LAST = ("dutch", "dutch_formed", "dutch_cores")


def read_name_bank(lists: Path, kinds: Sequence[str]) -> NameBank:
    """The names in ``lists`` (``data/lists``); files of one origin have one name."""
    first = {file.stem: _lines(file) for file in sorted((lists / "names" / "first").glob("*.txt"))}
    last = {file.stem: _lines(file) for file in sorted((lists / "names" / "last").glob("*.txt"))}
    last["dutch"] = [name for stem in _DUTCH_LAST for name in last.pop(stem, [])]
    for origin in first:
        last.setdefault(origin, _nearest(origin, last))
    places = [place for file in sorted((lists / "places").glob("*.txt")) for place in _lines(file)]
    return NameBank(first, last, places, sorted(kinds))


def _nearest(origin: str, last: dict[str, list[str]]) -> list[str]:
    """Surnames of the origin whose file name shares most words; of all origins together when none does."""
    words = set(origin.split("_"))
    shared = {name: len(words & set(name.split("_"))) for name in last}
    best = max(sorted(shared), key=lambda name: shared[name])
    return last[best] if shared[best] else [name for names in last.values() for name in names]


def _name(names: Sequence[str], rng: random.Random, invented: float = INVENTED) -> str:
    one = rng.choice(names)
    if rng.random() < invented and " " not in one:
        other = rng.choice(names)
        cut, tail = max(2, len(one) // 2), other[len(other) // 2 :]
        if one[:cut].isalpha() and tail.isalpha():
            one = one[:cut] + tail
    return _capitalised(one)


def _capitalised(name: str) -> str:
    parts = name.split(" ")
    return " ".join("-".join(bit[:1].upper() + bit[1:] for bit in part.split("-")) for part in parts)


def _lines(file: Path) -> list[str]:
    lines = (line.strip() for line in file.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]
