# SPDX-License-Identifier: EUPL-1.2
"""What stays readable in a text whoever doubts it: terms, bodies with their town, published references.

The rules leave these alone by themselves; the name model, which knows words by their looks, is told so here.
"""

import re
from collections.abc import Sequence

from anonymise.names.named_things import is_inside
from anonymise.names.phrases import longest_phrase
from anonymise.names.places import is_body_before
from anonymise.names.tokenised import TokenisedText
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

_CAPITALS = r"(?:,? (?:en |de |het )?[A-ZÀ-Þ][\w-]{2,30}){1,4}"
_REFERENCE = re.compile(
    r"ECLI:[A-Z]{2}:[A-Z]{2,8}:\d{4}:[A-Z0-9.]{1,12}"
    r"|\b(?:RSV|USZ|JB|AB|NJ|JAR|NJB|Stb\.?|Stcrt\.?|Trb\.?) (?:19|20)\d\d[/, -]{1,2}\d{1,5}"
    r"|\b(?i:artikel|artikelen|art|artt|lid|boek|titel|hoofdstuk|verordening|vo|richtlijn)\b\.? "
    r"[\d:.a-z/-]{1,12}(?:EU|EG|EEG)?"
    r"|\b(?:19|20)\d\d[-/–](?:19|20)\d\d\b|\b(?:WI|DWU|VWEU) ?(?:19|20)?\d{2,4}/\d{1,4}\b"
    r"|\b[CT][- ]\d{1,3}/\d\d\b|\b(?:19|20)\d\d/\d{1,4}/E[UG]\b"
    r"|\bSB[CI](?:[- ]?codes?)?:? \d[\d.]{3,8}(?:, ?\d{4,6}){0,8}"
    r"|\b(?:[Cc]ao|CAO) (?:voor (?:de |het )?)?[A-ZÀ-Þ][\w-]{2,30}"
    r"|\b(?:[Ss]taatsexamen|[Ii]nburgeringsexamen) [A-Z0-9-]{2,6}\b"
    r"|\b(?:[Rr]ijbewijs|[Ff]ase|(?:[Tt]aal)?[Nn]iveau|[Cc]ode|[Gg]roep) [A-Z0-9/+]{1,4}\b"
    r"|\b(?:[Mm]inisterie|[Hh]of|[Rr]aad|[Cc]ollege|[Ii]nspectie|[Rr]ijksdienst|[Bb]ureau) "
    rf"(?:van|voor){_CAPITALS}"
    rf"|\b[Ii]nspectie{_CAPITALS}"
    r"|\b(?:[Gg]erechtshof|[Hh]of|[Rr]echtbank|[Rr]b\.?) (?:Den |(?:Noord|Zeeland|Midden|Oost)-)?"
    r"[A-ZÀ-Þ]\w{2,}(?:-[A-Z]\w+){0,2}"
)
_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]\b)*")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_VOWEL = re.compile(r"[aeiouyà-ÿœ]")
_SMALL = frozenset({"van", "de", "het", "der", "en", "voor", "la", "d", "s", "t", "of", "in", "op", "by"})
_NAMED = (Kind.PERSON, Kind.ORG, Kind.CITY, Kind.ADDRESS, Kind.CASE_NUMBER)
_TWO_DIGITS = 3
_LONG = 8
_LONGEST_SHORT_FORM = 6


def unprotected(spans: Sequence[PiiSpan], words: TokenisedText) -> list[PiiSpan]:
    """The spans in a text without those that hold nothing but what stays."""
    if not spans:
        return []
    stay = ProtectedPlaces(words)
    return [span for span in spans if not stay.hold(span)]


class ProtectedPlaces:
    """The places of one text that stay."""

    def __init__(self, words: TokenisedText) -> None:
        self._lists = words.lists
        self._text = words.text
        self._places = [
            *words.things,
            *(match.span() for match in _REFERENCE.finditer(words.text)),
            *_terms(words.tokens, words.lists),
        ]

    def hold(self, span: PiiSpan) -> bool:
        """Whether every word of the span stays: protected, a small word, or no name by its looks."""
        if span.kind is Kind.CASE_NUMBER and not _DIGIT.search(self._text, span.start, span.end):
            return True
        words = [match.span() for match in _WORD.finditer(self._text, span.start, span.end)]
        single = len(words) == 1
        if span.kind is Kind.ORG and len(words) > 1 and self._is_public(words):
            return True
        letters = [word for word in words if not self._is_small_number(*word)]
        if not letters and self._behind_a_term(span.start):
            return True
        words = letters or words
        return bool(words) and all(
            is_inside(*word, self._places) or self._is_no_name(self._text[slice(*word)], span.kind, single)
            for word in words
        )

    def _behind_a_term(self, start: int) -> bool:
        """The 10 of 'ICD-10'."""
        return any(last in (start, start - 1) for _, last in self._places)

    def _is_small_number(self, start: int, end: int) -> bool:
        """The 3 of 'Tabblad 3', the 2009 of 'Renault Trafic 2009': as harmless as the word before it."""
        number = self._text[start:end]
        return number.isdigit() and (len(number) < _TWO_DIGITS or _YEAR.fullmatch(number) is not None)

    def _is_public(self, words: Sequence[tuple[int, int]]) -> bool:
        """'Passende Arbeid', 'Sector Bestuursrecht': the first or last word tells a public thing."""
        first, last = (self._text[slice(*words[at])].lower() for at in (0, -1))
        known = self._lists.organisations
        plain = all(self._lists.is_ordinary(self._text[slice(*word)].lower()) for word in words)
        return plain and (first in known["public_first"] or last in known["public_last"])

    def _is_no_name(self, word: str, kind: Kind, single: bool) -> bool:
        lower, lists = word.lower(), self._lists
        if lower in _SMALL:
            return True
        if (
            kind not in _NAMED
            or any(sign.isdigit() for sign in word)
            or lists.is_name(lower)
            or lower in lists.places
        ):
            return False
        if len(lower) >= _LONG and lower.endswith(lists.thing_endings):
            return True
        if not (single and lists.is_ordinary(lower)):
            return False
        known = lists.organisations
        public = lower in known["public_first"] or lower in known["public_last"]
        return kind is not Kind.ORG or public or len(lower) >= _LONG - 1


def _terms(tokens: Sequence[Token], lists: WordLists) -> list[tuple[int, int]]:
    """'UWV', 'Sonar', 'Rechtbank Limburg', 'Hof Den Bosch', and short forms that no list holds."""
    found = []
    for place, token in enumerate(tokens):
        if is_body_before(tokens, place, lists):
            apostrophe = token.gap.endswith(("'", "’"))
            end = place + 1 if apostrophe else longest_phrase(tokens, place, lists.places, lists)
            if end > place:
                found.append((tokens[place - 1].start, tokens[end - 1].end))
        if _is_short_form(tokens, place, lists) or _is_plain_term(token, lists):
            found.append((token.start, token.end))
    return found


def _is_plain_term(token: Token, lists: WordLists) -> bool:
    return token.is_word and lists.is_term(token.lower) and not lists.is_first_name(token.lower)


def _is_short_form(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """'HMSN' between words that are not shouted, 'Wkkgz' without a vowel, 'n.v.t.'."""
    token = tokens[place]
    if token.kind == "initials":
        return not token.text.replace(".", "")[1:].isupper() and len(token.text) > 2
    if not (token.is_word and (token.capital or token.upper)) or lists.is_name(token.lower):
        return False
    if token.capital and not _VOWEL.search(token.lower):
        return True
    if not token.upper or len(token.text) > _LONGEST_SHORT_FORM:
        return False
    near = [tokens[at] for at in (place - 1, place + 1) if 0 <= at < len(tokens)]
    return not any(each.upper and len(each.text) > _LONGEST_SHORT_FORM for each in near)
