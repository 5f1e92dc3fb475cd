# SPDX-License-Identifier: EUPL-1.2
"""Places in a safe text that a person should look at, because something personal may be left.

Nothing is masked on these grounds: they are weak, and a text full of black bars finds nothing.
"""

import re
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple

from anonymise.placeholders import Placeholders
from casebase.bilingual import Bilingual
from casebase.record import Suspect


class SuspectReason(StrEnum):
    """Why a place asks for a look; the value is kept with the case."""

    UNKNOWN_NAME = "onbekend woord met hoofdletter"
    LONG_NUMBER = "lang getal"
    AT_SIGN = "apenstaartje"

    @property
    def label(self) -> Bilingual:
        """The reason for people."""
        return _LABELS[self]


class _Place(NamedTuple):
    start: int
    end: int
    reason: SuspectReason


def find_suspects(
    text: str, field: str, placeholders: Placeholders, is_known: Callable[[str], bool]
) -> list[Suspect]:
    """Capitalised words that ``is_known`` does not know (asked in lower case), long numbers, at-signs.

    Words that begin a sentence, short names in capitals (UWV, WIA) and the placeholders are left alone.
    """
    protected = [match.span() for match in placeholders.pattern.finditer(text)]
    places = sorted([*_unknown_names(text, is_known), *_numbers(text)])
    return [
        Suspect(field=field, start=place.start, end=place.end, reason=place.reason)
        for place in places
        if not any(start < place.end and place.start < end for start, end in protected)
    ]


def _unknown_names(text: str, is_known: Callable[[str], bool]) -> Iterator[_Place]:
    for match in _CAPITALISED.finditer(text):
        word = match[0]
        if (word.isupper() and len(word) <= _LONGEST_SHORT_NAME) or _begins_sentence(text, match.start()):
            continue
        parts = [part for part in re.split(r"[-'’]", word.lower()) if len(part) > 1]
        if not is_known(word.lower()) and not all(map(is_known, parts)):
            yield _Place(match.start(), match.end(), SuspectReason.UNKNOWN_NAME)


def _begins_sentence(text: str, position: int) -> bool:
    before = text[max(0, position - _REACH) : position].rstrip(" \t\"'“‘(")
    return not before or before[-1] in ".!?:;\n•>-[”"


def _numbers(text: str) -> Iterator[_Place]:
    for match in _LONG_NUMBER.finditer(text):
        if not _AMOUNT.fullmatch(match[0]):
            yield _Place(match.start(), match.end(), SuspectReason.LONG_NUMBER)
    for match in _AT.finditer(text):
        yield _Place(match.start(), match.end(), SuspectReason.AT_SIGN)


_LONGEST_SHORT_NAME = 6
_CAPITALISED = re.compile(r"(?<![\w'’-])[A-ZÀ-Þ][\w'’-]*[^\W\d_]")
_REACH = 8
_LONG_NUMBER = re.compile(r"(?<![\w€,])(?<!€ )\d(?:[ .\-/]?\d){5,}(?!\w|,\d|,-| ?(?:euro|eur|km|kg)\b)")
_AMOUNT = re.compile(r"\d{1,3}(?:\.\d{3})+|\d{1,3}[ -]\d{3}|(?:19|20)\d\d ?[-/ ] ?(?:(?:19|20)?\d\d)")
_AT = re.compile(r"\S*@\S*")
_LABELS = {
    SuspectReason.UNKNOWN_NAME: Bilingual(
        "Dit woord met een hoofdletter kennen we niet. Is het een naam?",
        "We do not know this capitalised word. Is it a name?",
    ),
    SuspectReason.LONG_NUMBER: Bilingual(
        "Dit is een lang getal. Hoort het bij een persoon of dossier?",
        "This is a long number. Does it belong to a person or file?",
    ),
    SuspectReason.AT_SIGN: Bilingual(
        "Hier staat een apenstaartje. Is het een e-mailadres of accountnaam?",
        "There is an at-sign here. Is it an e-mail address or account name?",
    ),
}
