# SPDX-License-Identifier: EUPL-1.2
"""The settings file that says what personal data becomes: words, profiles, roles, kinds of organisations."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anonymise.organisation_kinds import OrganisationKinds, read_organisation_kinds
from anonymise.origins import Origins, read_origins
from anonymise.placeholders import NARROWEST_BAND, PlaceholderError, Placeholders
from anonymise.profiles import Profile, Rules, read_rules
from anonymise.regions import Regions, load_regions
from anonymise.roles import RoleBook, read_roles
from casebase.vocabulary import Kind

FILE_NAME = "placeholders.toml"
_NUMBERED = (Kind.PERSON, Kind.CITY, Kind.ORG)


@dataclass(frozen=True)
class Policy:
    """What personal data becomes, per profile."""

    placeholders: Placeholders
    rules: Mapping[Profile, Rules]
    roles: RoleBook
    organisation_kinds: OrganisationKinds
    origins: Origins
    regions: Regions


def load_policy(lists: Path) -> Policy:
    """The settings file and the table of regions in the folder of lists.

    Raises:
        PlaceholderError: the file is missing, is no TOML, lacks a kind, or a profile tells more than the
            one before it.
    """
    path = lists / FILE_NAME
    try:
        settings = tomllib.loads(path.read_text(encoding="utf-8"))
        words = {Kind(kind): str(word) for kind, word in settings["words"].items()}
        rules = {profile: read_rules(settings["profiles"][profile]) for profile in Profile}
        policy = _policy(settings, words, rules, load_regions(lists))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        raise PlaceholderError(
            f"Het bestand {path} ontbreekt of klopt niet. Zet het terug uit de uitgave van de databank.",
            f"The file {path} is missing or faulty. Restore it from the release of the databank.",
        ) from None
    _check_words(path, words)
    _check_profiles(path, rules)
    return policy


def load_placeholders(lists: Path) -> Placeholders:
    """The words of the settings file in the folder of lists; errors as in ``load_policy``."""
    return load_policy(lists).placeholders


def _policy(
    settings: Mapping[str, Any],
    words: Mapping[Kind, str],
    rules: Mapping[Profile, Rules],
    regions: Regions,
) -> Policy:
    roles = read_roles(settings["roles"])
    kinds = read_organisation_kinds(settings["organisations"])
    origins = read_origins(settings["nationalities"])
    placeholders = Placeholders(
        words=words,
        numbered=frozenset(
            [*(words[kind] for kind in _NUMBERED if kind in words), *roles.words, *kinds.labels]
        ),
        alone=frozenset([*roles.alone, *kinds.labels]) - set(words.values()),
        details=frozenset([*regions.names, *kinds.kinds, *origins.groups]),
        **settings["coarser"],
    )
    return Policy(placeholders, rules, roles, kinds, origins, regions)


def _check_words(path: Path, words: Mapping[Kind, str]) -> None:
    missing = set(Kind) - set(words)
    if missing:
        raise PlaceholderError(
            f"In {path} ontbreekt het woord voor {', '.join(sorted(missing))}. Vul het aan.",
            f"{path} lacks the word for {', '.join(sorted(missing))}. Add it.",
        )


def _check_profiles(path: Path, rules: Mapping[Profile, Rules]) -> None:
    """Stored cases are made coarser for an export, so each profile must tell as much or less."""
    finer = Rules(band_years=NARROWEST_BAND)
    for profile in Profile:
        if not rules[profile].is_coarser_or_same(finer):
            raise PlaceholderError(
                f"In {path} vertelt het profiel {profile} meer dan mag. Elk profiel vertelt evenveel als het "
                f"vorige of minder, en BAND is een veelvoud van het vorige ({finer.band_years}).",
                f"In {path} the profile {profile} tells more than it may. Each profile tells as much as the "
                f"one before it or less, and BAND is a multiple of the one before ({finer.band_years}).",
            )
        finer = rules[profile]
