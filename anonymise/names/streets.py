# SPDX-License-Identifier: EUPL-1.2
"""Streets that no ending gives away: an unknown word with a capital and a house number behind it.

'De Dobben 11', 'een Putsebocht 77', 'Kersenboogerd 418'. A known name with a number is rather a person
with an age; a term or an ordinary word with a number is a phase, a form or a team.
"""

import re
from collections.abc import Iterator, Sequence

from anonymise.names.findings import NameFinding
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists
from casebase.vocabulary import Kind

_SCORE = 0.5
_NUMBER = re.compile(r"[1-9]\d{0,3}[a-zA-Z]?(?:[-/]\d{1,3}[a-zA-Z]?)?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_UNITS = frozenset(
    {
        "apr",
        "april",
        "aug",
        "augustus",
        "cm",
        "dagdelen",
        "dagen",
        "dec",
        "december",
        "eur",
        "euro",
        "feb",
        "februari",
        "jaar",
        "jan",
        "januari",
        "jr",
        "jul",
        "juli",
        "jun",
        "juni",
        "keer",
        "kg",
        "kilo",
        "kinderen",
        "km",
        "liter",
        "m",
        "maanden",
        "maart",
        "mei",
        "mensen",
        "meter",
        "min",
        "minuten",
        "mnd",
        "mrt",
        "nov",
        "november",
        "okt",
        "oktober",
        "personen",
        "procent",
        "punten",
        "sep",
        "sept",
        "september",
        "stuks",
        "u",
        "uren",
        "uur",
        "weken",
        "wkn",
        "x",
    }
)
_ARTICLES = frozenset({"de", "het", "'t", "op", "aan", "it", "den", "ter", "ten", "oude", "nieuwe", "lange"})
_PLACING = frozenset({"aan", "op", "naar", "in", "van", "een", "langs", "bij", "adres", "woont", "wonend"})
_SHORTEST = 4


def find_streets(tokens: Sequence[Token], lists: WordLists) -> Iterator[NameFinding]:
    """Every street told by its number only."""
    for at in range(len(tokens) - 1):
        word, number = tokens[at], tokens[at + 1]
        if not (word.is_word and word.capital) or number.kind != "number" or number.gap != " ":
            continue
        if not _NUMBER.fullmatch(number.text) or _YEAR.fullmatch(number.text):
            continue
        if _is_street(tokens, at, lists) and not _is_counted(tokens, at + 2):
            yield NameFinding(_start(tokens, at), number.end, Kind.ADDRESS, _SCORE, "word and house number")


def _is_street(tokens: Sequence[Token], at: int, lists: WordLists) -> bool:
    word = tokens[at].lower
    if len(word) < _SHORTEST or tokens[at].upper or lists.is_term(word) or lists.is_origin(word):
        return False
    article = bool(at) and tokens[at - 1].capital and tokens[at - 1].lower in _ARTICLES
    if article and not (tokens[at - 1].begins and lists.is_ordinary(word)):
        return True
    placed = bool(at) and tokens[at - 1].lower in _PLACING
    plain = word in lists.ordinary_words if placed else lists.is_ordinary(word)
    if plain or word in lists.places or ("-" in word and lists.is_ordinary(word.rpartition("-")[2])):
        return False
    return placed or not lists.is_name(word)


def _is_counted(tokens: Sequence[Token], after: int) -> bool:
    return after < len(tokens) and tokens[after].gap in ("", " ") and tokens[after].lower in _UNITS


def _start(tokens: Sequence[Token], at: int) -> int:
    """With the article in capitals before it: 'De Dobben 11'."""
    article = bool(at) and tokens[at - 1].capital and tokens[at - 1].lower in _ARTICLES
    return tokens[at - 1].start if article and tokens[at].gap == " " else tokens[at].start
