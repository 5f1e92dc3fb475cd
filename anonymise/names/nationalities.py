# SPDX-License-Identifier: EUPL-1.2
"""Nationality and origin where they tell about a person, not where they name a language or a body.

Origin is a special category of personal data (art. 9 GDPR: racial or ethnic origin). 'Turkse
nationaliteit', 'van Poolse afkomst', ', Syrisch,' and 'een Hongaar' are masked; 'een tolk Turks',
'in het Engels' and 'de Duitse gemeente' stay. Dutch itself tells nobody apart.
"""

import re
from collections.abc import Iterator, Sequence

from anonymise.names.findings import NameFinding
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists
from casebase.vocabulary import Kind

_SURE, _FAIR = 0.85, 0.6
_CLOSES = re.compile(r"\s*[,;.)/|\n]")
_OPENS = re.compile(r"[,;(:/|]\s*$|\n")
_ARTICLES = frozenset(
    {"de", "een", "die", "deze", "als", "is", "was", "zijn", "dus", "geboren", "half", "van"}
)
_YEARS = frozenset({"jr", "jaar", "j", "jaren"})
_GOES_ON = frozenset({"uit", "en", "met", "van"})
_GREETED = frozenset(
    {"geboren", "origineel", "etnisch", "oorspronkelijk", "half", "ook", "is", "was", "blijft"}
)


def find_nationalities(tokens: Sequence[Token], text: str, lists: WordLists) -> Iterator[NameFinding]:
    """Every word that tells where a person comes from."""
    for place, token in enumerate(tokens):
        if not token.is_word:
            continue
        parts = token.lower.split("-")
        if _is_person(token, parts, lists):
            score = _SURE if _may_be_person(tokens, place, lists) else 0.0
        elif _is_adjective(parts, lists):
            score = _adjective_score(tokens, place, text, lists)
        else:
            continue
        if score:
            yield NameFinding(token.start, token.end, Kind.NATIONALITY, score, "origin")


def _is_person(token: Token, parts: Sequence[str], lists: WordLists) -> bool:
    word = token.lower
    adjectives = lists.nationalities["adjectives"]
    known = word in lists.nationalities["persons"] or (
        len(parts) > 1 and parts[-1] in lists.nationalities["persons"]
    )
    lower = token.lower in lists.nationalities["persons"] and not lists.is_ordinary(word)
    return (
        known
        and (token.capital or lower)
        and word not in adjectives
        and word.removesuffix("e") not in adjectives
    )


def _may_be_person(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """'Pool', 'Let', 'Est' and 'Schot' are ordinary words: they need an article and a capital inside."""
    token = tokens[place]
    if not lists.is_ordinary(token.lower):
        return token.capital or (bool(place) and (tokens[place - 1].lower == "een" or "," in token.gap))
    return not token.begins and bool(place) and tokens[place - 1].lower in _ARTICLES


def _is_adjective(parts: Sequence[str], lists: WordLists) -> bool:
    adjectives = lists.nationalities["adjectives"]
    word = parts[-1]
    stems = {word, word.removesuffix("e"), _single_vowel_stem(word)}
    return not adjectives.isdisjoint(stems)


def _single_vowel_stem(word: str) -> str:
    """'chinese' comes from 'chinees', 'ghanese' from 'ghanees'."""
    return f"{word[:-3]}ees" if word.endswith("ese") else word


def _adjective_score(tokens: Sequence[Token], place: int, text: str, lists: WordLists) -> float:
    token = tokens[place]
    known = lists.nationalities
    before = tokens[place - 1].lower if place else ""
    after = tokens[place + 1].lower if place + 1 < len(tokens) and tokens[place + 1].gap in (" ", "-") else ""
    near = {tokens[at].lower for at in range(max(0, place - 3), place)}
    if after in known["origin_words"] or not known["origin_words"].isdisjoint(near - {"achtergrond"}):
        return _SURE
    profession = after in lists.cues["functions"] and after not in known["language_before"]
    if after in known["person_nouns"] or (profession and before != "de"):
        return _SURE
    if not (token.capital or before in _GREETED):
        return _FAIR if _is_aside(tokens, place, text) else 0.0
    if after in known["documents"] or after.split("-")[0] == "id":
        return _SURE
    if before in known["language_before"] or not known["language_before"].isdisjoint(near):
        return 0.0
    return _FAIR if _stands_apart(tokens, place, text) else 0.0


def _is_aside(tokens: Sequence[Token], place: int, text: str) -> bool:
    """'ildikó szabó, 38 jr, hongaarse, en': in lower case between signs, behind a number or a name."""
    token = tokens[place]
    signs = bool(_OPENS.search(token.gap)) and bool(_CLOSES.match(text, token.end))
    return signs and place > 0 and (tokens[place - 1].kind == "number" or tokens[place - 1].lower in _YEARS)


def _stands_apart(tokens: Sequence[Token], place: int, text: str) -> bool:
    """', Syrisch,' or '(Poolse)': in apposition to a person."""
    token = tokens[place]
    goes_on = place + 1 < len(tokens) and tokens[place + 1].lower in _GOES_ON
    closes = place + 1 == len(tokens) or goes_on or bool(_CLOSES.match(text, token.end))
    if not closes:
        return False
    opens = bool(_OPENS.search(token.gap)) and place > 0
    return opens or (place > 0 and tokens[place - 1].lower in _GREETED)
