# SPDX-License-Identifier: EUPL-1.2
"""Whether words are about the person of the case or about somebody near that person."""

from collections.abc import Sequence

from anonymise.risk.story import Word


def listed(text: str) -> frozenset[str]:
    """Words with white space between them, as a set."""
    return frozenset(text.split())


KIN = listed(
    """
    zoon zoontje zoons dochter dochtertje dochters kind kinderen moeder vader ouders broer broertje zus
    zusje zuster partner echtgenoot echtgenote oma opa ex ex-man ex-vrouw ex-partner exman exvrouw
    vriend vriendin buurman buurvrouw buren schoonmoeder schoonvader schoonzus zwager tante oom neef
    nicht collega collega's kleinzoon kleindochter kleinkind stiefvader stiefmoeder huisgenoot verloofde
    eigenaar baas
    """
)
KIN_ROLES = frozenset({"PARTNER", "EX-PARTNER", "KIND", "OUDER", "FAMILIELID", "BUUR", "COLLEGA"})
"""Placeholders of people near the person of the case; see ``placeholders.toml``."""

SPOUSES = frozenset({"man", "vrouw"})
POSSESSIVES = frozenset({"haar", "zijn", "hun", "mijn", "z'n", "d'r", "diens", "zn"})
PERSONAL = listed(
    """
    ze zij hij mevrouw meneer mw mevr dhr heer cliënt cliënte client klant klante betrokkene aanvrager
    verzekerde belanghebbende burger inwoner werknemer werkneemster
    """
)
REACH = 7


def is_kin(words: Sequence[Word], number: int) -> bool:
    """Whether this word names somebody by what he or she is to the person of the case."""
    word = words[number].lower
    if word in KIN or words[number].role in KIN_ROLES:
        return True
    return word in SPOUSES and number > 0 and words[number - 1].lower in POSSESSIVES


def about_kin(words: Sequence[Word], number: int) -> bool:
    """Whether a relative is named closely before this word in its sentence, nearer than the person."""
    for back in range(number - 1, max(-1, number - 1 - REACH), -1):
        if words[back].closes or words[back].lower in PERSONAL or words[back].role == "CLIËNT":
            return False
        if is_kin(words, back):
            return True
    return False


def before(words: Sequence[Word], number: int, reach: int) -> list[str]:
    """Up to ``reach`` words before this one in its sentence, nearest first."""
    found = []
    for back in range(number - 1, max(-1, number - 1 - reach), -1):
        if words[back].closes:
            break
        found.append(words[back].lower)
    return found
