# SPDX-License-Identifier: EUPL-1.2
"""The lists behind the traits (``traits.toml``) and the rare attributes (``rare.toml``), read once."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from anonymise.risk.phrases import PhraseBook
from anonymise.risk.traits import Trait
from casebase.bilingual import Bilingual, DatabankError

TRAITS_FILE = "traits.toml"
RARE_FILE = "rare.toml"
REGULATIONS_FILE = "regulations.tsv"
RARE_PHRASE = ": "
"""Stands between the class of a rare attribute and its phrase: five rare illnesses are not alike."""

READING_VERSION = "2"
"""Goes up when the code reads traits in another way, so that stored cases are read again."""


class RiskListError(DatabankError):
    """A list that the risk of recognition is told with is missing or faulty."""


@dataclass(frozen=True)
class TraitClass:
    """One value of a trait: how people call it, how many people have it, what is said instead."""

    words: Bilingual
    people: float
    coarser: str = ""
    of_client: bool = False
    work: bool = False
    instead_of: str = ""
    known_story: bool = False
    harm: bool = False


@dataclass(frozen=True)
class Limits:
    """When a description asks for a second reviewer; see the remarks in ``traits.toml``."""

    cases: int
    people: int
    traits: int


@dataclass(frozen=True, eq=False)
class RiskRules:
    """Everything that reading traits and weighing them needs; safe to share between threads."""

    people: float
    limits: Limits
    ages: tuple[float, ...]
    classes: Mapping[tuple[str, str], TraitClass]
    other_region: float
    region_names: Mapping[str, str]
    book: PhraseBook
    regulations: frozenset[str]
    employers: Mapping[str, str]
    version: str

    def known(self, trait: str, value: str) -> TraitClass | None:
        """The class of a value of a closed list."""
        return self.classes.get((trait, value.partition(RARE_PHRASE)[0] if trait == Trait.RARE else value))

    def region_named(self, name: str) -> str:
        """The region of the list that this is, or an empty text."""
        return self.region_names.get(name.strip().casefold(), "")


def rare_value(group: str, phrase: str) -> str:
    """How a rare attribute is kept: ``zeldzame-ziekte: ALS``, both from the list."""
    return f"{group}{RARE_PHRASE}{phrase}"


def load_risk_rules(lists: Path) -> RiskRules:
    """The rules of the folder of word lists (``data/lists``).

    Raises:
        RiskListError: a file is missing, is no TOML, or lacks a part.
    """
    digest = blake2b(READING_VERSION.encode(), digest_size=6)
    traits = _read(lists / TRAITS_FILE, digest.update)
    rare = _read(lists / RARE_FILE, digest.update)
    try:
        return _rules(traits, rare, _regulations(lists / REGULATIONS_FILE), digest.hexdigest())
    except (KeyError, TypeError, ValueError, AttributeError):
        raise _faulty(lists / TRAITS_FILE, lists / RARE_FILE) from None


def _rules(
    traits: dict[str, Any], rare: dict[str, Any], regulations: frozenset[str], version: str
) -> RiskRules:
    classes: dict[tuple[str, str], TraitClass] = {}
    for value, thousands in traits["sex"].items():
        classes[Trait.SEX, value] = TraitClass(Bilingual(value, _SEX[value]), thousands * 1000)
    for value, thousands in traits["regions"].items():
        words = Bilingual(traits["region_words"].get(value, f"in {value}"), _EN.get(value, f"in {value}"))
        classes[Trait.REGION, value] = TraitClass(words, thousands * 1000)
    for trait in (Trait.NATIONALITY, Trait.HOUSEHOLD, Trait.CHILDREN, Trait.OCCUPATION, Trait.DIAGNOSIS):
        for value, told in traits[_SECTION[trait]].items():
            classes[trait, value] = _trait_class(told, told["thousands"] * 1000)
    for value, told in rare.items():
        classes[Trait.RARE, value] = _trait_class(told, told["people"])
    phrases = {f"{trait}:{value}": told["words"] for trait, value, told in _listed(traits, rare)}
    return RiskRules(
        people=traits["people"] * 1000,
        limits=Limits(**traits["limits"]),
        ages=tuple(thousands * 1000 for thousands in traits["ages"]["bands"]),
        classes=classes,
        other_region=traits["place"]["other_region"] * 1000,
        region_names=_region_names(traits),
        book=PhraseBook(phrases),
        regulations=regulations,
        employers={kind: v for v, told in traits["occupation"].items() for kind in told.get("employers", ())},
        version=version,
    )


def _listed(traits: dict[str, Any], rare: dict[str, Any]) -> list[tuple[Trait, str, dict[str, Any]]]:
    return [
        *((Trait.OCCUPATION, value, told) for value, told in traits["occupation"].items()),
        *((Trait.DIAGNOSIS, value, told) for value, told in traits["diagnosis"].items()),
        *((Trait.RARE, value, told) for value, told in rare.items()),
    ]


def _trait_class(told: dict[str, Any], people: float) -> TraitClass:
    return TraitClass(
        Bilingual(told["nl"], told["en"]),
        people,
        coarser=told.get("coarser", ""),
        of_client=told.get("of_client", False),
        work=told.get("work", False),
        instead_of=told.get("instead_of", ""),
        known_story=told.get("known_story", False),
        harm=told.get("harm", False),
    )


def _region_names(traits: dict[str, Any]) -> dict[str, str]:
    names = {name: name for name in traits["regions"]} | traits["region_names"]
    return {name.casefold(): region for name, region in names.items()}


def _regulations(path: Path) -> frozenset[str]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        raise _faulty(path) from None
    return frozenset(line.split("\t")[0] for line in lines if line and not line.startswith("#"))


def _read(path: Path, digest: Any) -> dict[str, Any]:
    try:
        content = path.read_bytes()
        digest(content)
        return tomllib.loads(content.decode("utf-8"))
    except (OSError, ValueError):
        raise _faulty(path) from None


def _faulty(*paths: Path) -> RiskListError:
    nl, en = " of ".join(map(str, paths)), " or ".join(map(str, paths))
    return RiskListError(
        f"Het bestand {nl} ontbreekt of klopt niet. Zet het terug uit de uitgave van de databank.",
        f"The file {en} is missing or faulty. Restore it from the release of the databank.",
    )


ABROAD = "buitenland"
_EN = {ABROAD: "abroad"}
_SEX = {"vrouw": "woman", "man": "man"}
_SECTION = {
    Trait.NATIONALITY: "nationality",
    Trait.HOUSEHOLD: "household",
    Trait.CHILDREN: "children",
    Trait.OCCUPATION: "occupation",
    Trait.DIAGNOSIS: "diagnosis",
}
