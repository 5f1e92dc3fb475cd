# SPDX-License-Identifier: EUPL-1.2
"""Private employers, schools, care providers and firms.

They are told by a kind ('bakkerij De Halm'), an ending ('Van Dam Transport', 'B.V.'), an ampersand
between capitals, the words around them ('werkt bij …', 'wg. …'), or by being two capitalised
ordinary words that name no public body ('Warm Contact'). Public bodies are in the list of terms
that stay.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from anonymise.names.findings import NameFinding
from anonymise.names.firm_row import CONNECTORS, PARTICLES, FirmRow
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists
from casebase.vocabulary import Kind

_SURE, _LIKELY, _FAIR, _WEAK = 0.85, 0.7, 0.6, 0.5
_REACH = 9
_SHORT_FORM = 4
_SHORTEST = 2
_LONGEST_PERSON = 3
_LONGEST_KNOWN = 3
_JOINTS = (" ", "  ")
_ASIDES = (" (", ", ")


class _Firm(NamedTuple):
    """A row of tokens from ``start`` up to ``end``, how sure, by which rule."""

    start: int
    end: int
    score: float
    rule: str


def find_organisations(tokens: Sequence[Token], lists: WordLists) -> Iterator[NameFinding]:
    """Every private organisation; findings do not overlap."""
    row = FirmRow(tokens, lists)
    place = 0
    while place < len(tokens):
        firm = next((found for rule in _RULES if (found := rule(row, place)) is not None), None)
        if firm is None:
            place += 1
            continue
        yield NameFinding(tokens[firm.start].start, tokens[firm.end - 1].end, Kind.ORG, firm.score, firm.rule)
        place = max(firm.end, place + 1)


def _known(row: FirmRow, at: int) -> _Firm | None:
    """A firm that everybody knows: 'Albert Heijn', 'hema'."""
    token, lists = row.tokens[at], row.lists
    if token.gap.endswith("/"):
        return None
    for end in range(min(at + _LONGEST_KNOWN, len(row.tokens)), at, -1):
        name = row.phrase(at, end)
        if name not in lists.organisations["known"]:
            continue
        if (token.capital and not token.begins) or not _is_other_word(name, lists, capital=token.capital):
            return _Firm(at, end, _LIKELY, "known firm")
    return None


def _is_other_word(name: str, lists: WordLists, *, capital: bool) -> bool:
    """Whether the name of a firm is an ordinary word too, or in lower case somebody's name."""
    return lists.is_ordinary(name) or (not capital and lists.is_name(name))


def _by_kind(row: FirmRow, at: int) -> _Firm | None:
    """'bakkerij De Halm', 'basisschool (De Regenboog)', 'Stichting Zorg Oldambt'."""
    start = at + 1
    if start >= len(row.tokens) or not row.is_kind(at):
        return None
    first = row.tokens[start]
    if first.gap not in (*_JOINTS, *_ASIDES):
        return None
    end = row.end(start)
    if end == start or len(first.text) < _SHORTEST or _is_person(row, start, end):
        return None
    if first.gap in _ASIDES:
        return _Firm(start, end, _FAIR, "kind and aside") if _is_aside(row, start, end) else None
    kind = row.tokens[at]
    general = kind.lower in row.lists.organisations["general"] and not kind.capital
    return _Firm(start if general else at, end, _SURE, "kind and name")


def _is_person(row: FirmRow, start: int, end: int) -> bool:
    """'tandarts Mohamed', 'notaris Van Dam': a function with a name."""
    kind, lists = row.tokens[start - 1].lower, row.lists
    if kind not in lists.cues["functions"] and kind not in lists.organisations["function_kinds"]:
        return False
    short_name = end - start <= _LONGEST_PERSON and lists.is_name(row.tokens[end - 1].lower)
    return short_name or lists.is_first_name(row.tokens[start].lower)


def _is_aside(row: FirmRow, start: int, end: int) -> bool:
    """'een kringloopwinkel (Tweede Ronde)', 'een payrollclub, Podiumkracht': no person, place or body."""
    phrase, word, lists = row.phrase(start, end), row.tokens[start].lower, row.lists
    if phrase in lists.places or phrase in lists.stays or lists.is_first_name(word):
        return False
    strange = not (lists.is_ordinary(word) or lists.is_name(word) or word in lists.places)
    return end - start > 1 or strange


def _as_kind(row: FirmRow, at: int) -> _Firm | None:
    """'Sint-Jorislyceum', 'Klaverschool': a capital inside a sentence on a word that ends as a kind."""
    token, lists = row.tokens[at], row.lists
    if not (token.is_word and token.capital) or token.begins or token.upper or row.is_inside(at):
        return None
    closes = token.lower.endswith(lists.kind_endings)
    known = token.lower in lists.ordinary_words or lists.is_term(token.lower) or token.lower in lists.places
    if not closes or known or lists.is_name(token.lower):
        return None
    return _Firm(at, row.end(at), _FAIR, "capitalised kind")


def _by_shape(row: FirmRow, at: int) -> _Firm | None:
    """A row of capitals that holds an ampersand or closes with an ending."""
    if not row.tokens[at].capital or row.is_inside(at) or row.opens_sentence(at):
        return None
    end = row.end(at, PARTICLES)
    words = row.tokens[at:end]
    if len(words) < _SHORTEST or row.phrase(at, end) in row.lists.stays:
        return None
    if any(word.kind == "amp" for word in words):
        letters = max(len(word.text) for word in words)
        return _Firm(at, end, _LIKELY, "ampersand") if letters > _SHORTEST else None
    return _Firm(at, end, _LIKELY, "ending") if _closes_as_firm(row, words) else None


def _closes_as_firm(row: FirmRow, words: Sequence[Token]) -> bool:
    """'Van Hasselt Verzekeringen', not 'Naomi Groen' nor 'Eigen BV' where a sentence begins."""
    last, lists = words[-1].lower, row.lists
    if last not in lists.organisations["endings"]:
        return False
    if lists.is_last_name(last) and lists.is_first_name(words[0].lower):
        return False
    plain = all(lists.is_ordinary(word.lower) for word in words[:-1])
    return len(words) > _SHORTEST or not (row.is_body(words[0]) or (plain and words[0].begins))


def _by_context(row: FirmRow, at: int) -> _Firm | None:
    """'werkt bij Podiumkracht', 'wg. Brabantbus', 'wg = Betonmortel Oost'."""
    token = row.tokens[at]
    if not (at and token.capital and token.is_word) or token.lower in row.lists.stays:
        return None
    before, sign = row.tokens[at - 1].lower.rstrip("."), token.gap.strip(" ")
    employer = before in row.lists.organisations["employers"] and (
        sign in (":", ".:", "=") or (sign in (".", "", ",", "(") and not token.begins)
    )
    preposition = before in row.lists.organisations["prepositions"] and token.gap == " "
    if not (employer or (preposition and _works_near(row, at))):
        return None
    end = row.end(at)
    return _Firm(at, end, _FAIR, "work context") if end > at and _may_be_firm(row, at, end) else None


def _works_near(row: FirmRow, at: int) -> bool:
    """Whether a word about work stands shortly before, in the same sentence."""
    for place in range(at - 1, max(0, at - _REACH) - 1, -1):
        if row.tokens[place].lower in row.lists.organisations["work"]:
            return True
        if row.tokens[place].begins:
            break
    return False


def _may_be_firm(row: FirmRow, at: int, end: int) -> bool:
    token, lists, name = row.tokens[at], row.lists, row.phrase(at, end)
    if name in lists.places or name in lists.stays:
        return False
    if lists.is_first_name(token.lower) and not lists.is_ordinary(token.lower):
        return False
    if end - at > 1:
        return True
    short = token.upper or len(token.text) < _SHORTEST
    return not (
        short or token.lower in lists.places or lists.is_name(token.lower) or lists.is_ordinary(token.lower)
    )


def _by_capitals(row: FirmRow, at: int) -> _Firm | None:
    """Two capitalised ordinary words inside a sentence, or a word with a capital in its middle."""
    token = row.tokens[at]
    if not (token.is_word and token.capital) or row.is_body(token) or row.is_inside(at):
        return None
    end = row.end(at, PARTICLES)
    if _has_inner_capital(row, token):
        return _Firm(at, max(end, at + 1), _FAIR, "capital inside a word")
    phrase = row.phrase(at, end)
    if token.begins or end - at < _SHORTEST or phrase in row.lists.stays or phrase in row.lists.places:
        return None
    words = [word for word in row.tokens[at:end] if word.is_word and word.lower not in CONNECTORS]
    if len(words) < _SHORTEST or any(row.is_body(word) for word in words) or _is_public(row, words):
        return None
    return _Firm(at, end, _WEAK, "capitalised words") if _are_plain(row, words) else None


def _is_public(row: FirmRow, words: Sequence[Token]) -> bool:
    """'Fase C', 'Definitieve Berekening'."""
    known = row.lists.organisations
    return words[0].lower in known["public_first"] or words[-1].lower in known["public_last"]


def _has_inner_capital(row: FirmRow, token: Token) -> bool:
    inner = token.text.removeprefix("IJ")[1:]
    joined = "-" in inner or "'" in inner or "’" in inner
    camel = any(sign.isupper() for sign in inner) and not joined and len(token.text) > _SHORT_FORM
    return camel and not row.lists.is_name(token.lower)


def _are_plain(row: FirmRow, words: Sequence[Token]) -> bool:
    """All ordinary words, or some and no first name among the others."""
    plain = [row.lists.is_ordinary(word.lower) and not row.lists.is_name(word.lower) for word in words]
    return all(plain) or (any(plain) and not any(row.lists.is_first_name(word.lower) for word in words))


_RULES = (_known, _by_kind, _as_kind, _by_shape, _by_context, _by_capitals)
