# SPDX-License-Identifier: EUPL-1.2
"""Places in a safe text that a person should look at, because something personal may be left.

Nothing is masked on these grounds: they are weak, and a text full of black bars finds nothing.
"""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from anonymise.names.residue import Residue, find_residue
from anonymise.names.word_lists import WordLists
from anonymise.placeholders import Placeholders
from casebase.bilingual import Bilingual
from casebase.record import Suspect


class SuspectReason(StrEnum):
    """Why a place asks for a look; the value is kept with the case."""

    UNKNOWN_NAME = "onbekend woord met hoofdletter"
    UNKNOWN_AT_START = "onbekend woord aan het begin van een zin"
    UNKNOWN_LOWER = "onbekend woord achter een persoonswoord"
    ALSO_A_NAME = "gewoon woord dat ook een naam is"
    NEEDLESS_CAPITAL = "gewoon woord met hoofdletter in de zin"
    MAYBE_FIRM = "woord achter een soort bedrijf"
    LONG_NUMBER = "lang getal"
    CODE = "letters en cijfers door elkaar"
    AT_SIGN = "apenstaartje"
    MAYBE_PERSONAL = "twijfel van het namenmodel"

    @property
    def label(self) -> Bilingual:
        """The reason for people."""
        return _LABELS[self]


class _Place(NamedTuple):
    start: int
    end: int
    reason: SuspectReason


def find_suspects(text: str, field: str, placeholders: Placeholders, words: WordLists) -> list[Suspect]:
    """Words that may be a name (see ``names.residue``), long numbers, codes and at-signs; in reading order.

    Words that every list explains, short names in capitals (UWV, WIA) and the placeholders are left alone.
    """
    protected = [match.span() for match in placeholders.pattern.finditer(text)]
    places = sorted([*_words(text, words), *_numbers(text)])
    return [
        Suspect(field=field, start=place.start, end=place.end, reason=place.reason)
        for place in places
        if not any(start < place.end and place.start < end for start, end in protected)
    ]


def _words(text: str, words: WordLists) -> Iterator[_Place]:
    for found in find_residue(text, words):
        yield _Place(found.start, found.end, _REASONS[found.how])


def _numbers(text: str) -> Iterator[_Place]:
    for match in _LONG_NUMBER.finditer(text):
        if not _AMOUNT.fullmatch(match[0]):
            yield _Place(match.start(), match.end(), SuspectReason.LONG_NUMBER)
    for match in _CODE.finditer(text):
        if not _ORDINARY_CODE.search(match[0]):
            yield _Place(match.start(), match.end(), SuspectReason.CODE)
    for match in _AT.finditer(text):
        yield _Place(match.start(), match.end(), SuspectReason.AT_SIGN)


_REASONS = {
    Residue.UNKNOWN: SuspectReason.UNKNOWN_NAME,
    Residue.UNKNOWN_AT_START: SuspectReason.UNKNOWN_AT_START,
    Residue.LOWER_BEHIND_CUE: SuspectReason.UNKNOWN_LOWER,
    Residue.ALSO_A_NAME: SuspectReason.ALSO_A_NAME,
    Residue.CAPITAL: SuspectReason.NEEDLESS_CAPITAL,
    Residue.FIRM: SuspectReason.MAYBE_FIRM,
}
_LONG_NUMBER = re.compile(r"(?<![\w€,])(?<!€ )\d(?:[ .\-/]?\d){5,}(?!\w|,\d|,-| ?(?:euro|eur|km|kg)\b)")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}[ -]\d{3}|(?:19|20)\d\d ?[-/ ] ?(?:(?:19|20)?\d\d)")
_CODE = re.compile(
    r"(?<![\w€./-])(?=(?:[ .-]?[A-Za-z0-9]){5,8}(?![\w/-]|[.,]\d))(?:"
    r"[A-Z]{1,3}[ .-]?\d{1,4}[ .-]?[A-Z]{1,3}|\d{1,3}[ .-]?[A-Z]{1,3}[ .-]?\d{1,3}"
    r"|[A-Za-z]{1,3}[.-]?\d{1,4}[.-]?[A-Za-z]{1,3}|\d{1,3}[.-]?[A-Za-z]{1,3}[.-]?\d{1,3}"
    r")(?![\w/-]|[.,]\d)"
)
"""Letters and digits by turns, as on a licence plate of any country."""
_ORDINARY_CODE = re.compile(
    r"(?i)(?<![a-z])(?:jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|art|lid|uur|jr|mnd|wk|wkn|dgn|eur|km|kg|pct"
    r"|x|e|u|of|en|op|in|tot|tm|om|van|bij|na|a|te|is|was|per|nr|max|min|ca)(?![a-z])"
)
_AT = re.compile(r"(?<!\S)\S*@\S*")  # tried where a word begins, so that time stays in proportion
_LABELS = {
    SuspectReason.UNKNOWN_NAME: Bilingual(
        "Dit woord met een hoofdletter kennen we niet. Is het een naam?",
        "We do not know this capitalised word. Is it a name?",
    ),
    SuspectReason.UNKNOWN_AT_START: Bilingual(
        "Dit woord aan het begin van een zin kennen we niet. Is het een naam?",
        "We do not know this word at the start of a sentence. Is it a name?",
    ),
    SuspectReason.UNKNOWN_LOWER: Bilingual(
        "Dit woord zonder hoofdletter kennen we niet, en het staat waar een naam kan staan. Is het er een?",
        "We do not know this word without a capital, and it stands where a name may stand. Is it one?",
    ),
    SuspectReason.ALSO_A_NAME: Bilingual(
        "Dit gewone woord is ook een naam en heeft hier een hoofdletter. Is het een naam?",
        "This ordinary word is a name as well and has a capital here. Is it a name?",
    ),
    SuspectReason.NEEDLESS_CAPITAL: Bilingual(
        "Dit gewone woord heeft midden in de zin een hoofdletter. Is het een naam?",
        "This ordinary word has a capital inside a sentence. Is it a name?",
    ),
    SuspectReason.MAYBE_FIRM: Bilingual(
        "Hier kan de naam van een bedrijf, school of instelling staan. Is dat zo?",
        "The name of a firm, school or institution may stand here. Is that so?",
    ),
    SuspectReason.LONG_NUMBER: Bilingual(
        "Dit is een lang getal. Hoort het bij een persoon of dossier?",
        "This is a long number. Does it belong to a person or file?",
    ),
    SuspectReason.CODE: Bilingual(
        "Hier staan letters en cijfers door elkaar. Is het een kenteken of een nummer van iemand?",
        "Letters and digits stand mixed here. Is it a licence plate or a number of somebody?",
    ),
    SuspectReason.AT_SIGN: Bilingual(
        "Hier staat een apenstaartje. Is het een e-mailadres of accountnaam?",
        "There is an at-sign here. Is it an e-mail address or account name?",
    ),
    SuspectReason.MAYBE_PERSONAL: Bilingual(
        "Dit lijkt op een persoonsgegeven, maar zeker is het niet. Wat is het?",
        "This looks like personal data, but it is not certain. What is it?",
    ),
}
