# SPDX-License-Identifier: EUPL-1.2
"""Towns and villages where people of the case live, work or come from.

Place names that are ordinary words or surnames too (Dalen, Best, Monster) need a word that places
them. Large cities mostly house an office in a case ('balie in Hengelo'); they are masked unless the
words around them tell so. Provinces, regions and countries stay.
"""

from collections.abc import Iterator, Sequence

from anonymise.names.findings import NameFinding
from anonymise.names.phrases import longest_phrase
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists
from casebase.vocabulary import Kind

_BODIES = frozenset(
    {
        "uwv",
        "gemeente",
        "gemeenten",
        "regio",
        "rechtbank",
        "gerechtshof",
        "hof",
        "svb",
        "maatwerkplaats",
        "ggd",
    }
    | {"werkbedrijf", "groot", "district", "team", "werkplein", "provincie", "sociale", "stadsregio", "loket"}
    | {"arbeidsmarktregio", "kantoor", "vestiging", "belastingdienst", "ind", "coa", "politie", "radboud"}
    | {
        "universiteit",
        "hogeschool",
        "smz",
        "universitair",
        "veiligheidsregio",
        "plat",
        "uitkeren",
        "kredietbank",
    }
)
"""Before a place these make a body: 'rechtbank Utrecht'."""

_OFFICE_WORDS = frozenset(
    {
        "balie",
        "kantoor",
        "loket",
        "vestiging",
        "rechtbank",
        "hogeschool",
        "universiteit",
        "ministerie",
        "zitting",
    }
    | {
        "hoofdkantoor",
        "uwv",
        "notariskantoor",
        "collega",
        "collega's",
        "uitspraak",
        "uitspraken",
        "gerechtshof",
    }
    | {"ambassade", "consulaat", "congres", "overleg", "bijeenkomst", "spreekuur", "instantie"}
)
"""A large place close behind one of these only says where an office stands."""

_STRONG_PLACING = frozenset(
    {"in", "te", "uit", "naar", "nabij", "vanuit", "richting", "omgeving", "woonplaats", "tussen", "getogen"}
    | {"rond", "rondom", "vlakbij", "woont"}
)
_APART = (", ", "), ", " (", "\n", "; ", "/", " / ", ".nl, ")
_REACH = 3
_LETTERS_OF_POSTCODE = 2
_GLUED = 6
_BEHIND_POSTCODE = (" ", "  ", ", ", " , ", ",")
_BLANKS = (" ", "  ")
_SHORTEST_LOWER = 4
_SURE, _LIKELY, _FAIR, _WEAK = 0.85, 0.7, 0.6, 0.45


def find_places(tokens: Sequence[Token], lists: WordLists) -> Iterator[NameFinding]:
    """Every place that tells about a person."""
    place = 0
    while place < len(tokens):
        end = longest_phrase(tokens, place, lists.places, lists)
        if end == place:
            yield from _unknown(tokens, place, lists)
            place += 1
            continue
        score = _score(tokens, place, end, lists)
        if score:
            yield NameFinding(tokens[place].start, tokens[end - 1].end, Kind.CITY, score, "place list")
        place = end


def _score(tokens: Sequence[Token], place: int, end: int, lists: WordLists) -> float:
    token = tokens[place]
    name = " ".join(each.lower for each in tokens[place:end])
    before = tokens[place - 1].lower.rstrip(".") if place else ""
    placed = before in _STRONG_PLACING and token.gap in _BLANKS
    if not (token.capital or name.startswith("'")):
        if place and _is_postcode(tokens, place - 1) and token.gap in _BEHIND_POSTCODE:
            return _SURE
        apart = _behind_a_number(tokens, place, end)
        return _lower_case(name, placed or apart, token, lists)
    body = is_body_before(tokens, place, lists)
    if body or (name in lists.large_places and _is_office(tokens, place)):
        return 0.0
    return _SURE if placed else _score_unplaced(tokens, place, end, lists)


def is_body_before(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """'rechtbank Utrecht', 'gemeente Heemskerk', 'AKW Rotterdam': the place only tells which office."""
    if not place or tokens[place].gap not in (" ", " '", " ’"):
        return False
    before = tokens[place - 1]
    word = before.lower.rstrip(".")
    if place > 1 and len(word) == _LETTERS_OF_POSTCODE and tokens[place - 2].kind == "number":
        return False
    benefit = before.capital and before.is_word and lists.is_term(word) and word not in lists.places
    return word in _BODIES or (benefit and not lists.is_name(word))


def _behind_a_number(tokens: Sequence[Token], place: int, end: int) -> bool:
    """'hoekstra, 65, workum, vut': lower case between commas behind an age."""
    closes = end >= len(tokens) or bool(tokens[end].gap.strip())
    return bool(place) and tokens[place - 1].kind == "number" and tokens[place].gap == ", " and closes


def _is_postcode(tokens: Sequence[Token], at: int) -> bool:
    """'8012 dm' or '8012dm': digits and two letters, in which the number token ends or that follow it."""
    text = tokens[at].text
    glued = tokens[at].kind == "number" and len(text) == _GLUED and text[:4].isdigit() and text[4:].isalpha()
    if glued or not at:
        return glued
    digits = tokens[at - 1].text
    return len(text) == _LETTERS_OF_POSTCODE and tokens[at].is_word and len(digits) == 4 and digits.isdigit()


def _score_unplaced(tokens: Sequence[Token], place: int, end: int, lists: WordLists) -> float:
    """A place name that no preposition places: words and first names need more than a capital."""
    token = tokens[place]
    if end - place > 1:
        return _FAIR
    if token.lower in lists.ordinary_words or lists.is_first_name(token.lower) or lists.is_term(token.lower):
        return _LIKELY if _stands_apart(tokens, place, lists) else 0.0
    return _WEAK if token.begins and lists.is_name(token.lower) else _FAIR


def _lower_case(name: str, placed: bool, token: Token, lists: WordLists) -> float:
    arrow = token.gap.strip().endswith(">")
    if len(name) < _SHORTEST_LOWER or name in lists.ordinary_words or not (placed or arrow):
        return 0.0
    return _LIKELY


def _is_office(tokens: Sequence[Token], place: int) -> bool:
    start = max(0, place - _REACH)
    for at in range(place - 1, start - 1, -1):
        if tokens[at].lower in _OFFICE_WORDS:
            return True
        if tokens[at].begins:
            break
    return False


def _stands_apart(tokens: Sequence[Token], place: int, lists: WordLists) -> bool:
    """Behind a postcode or age, or between commas: '6333 EK Schimmert', '(53), Well', 'Smit, Gieten,'."""
    if not place:
        return False
    before, gap = tokens[place - 1], tokens[place].gap
    postcode = (
        before.upper and len(before.text) == _LETTERS_OF_POSTCODE and tokens[place - 2].kind == "number"
    )
    last = place + 1 >= len(tokens) or bool(tokens[place + 1].gap.strip())
    aside = last and not lists.is_first_name(tokens[place].lower)
    return (place > 1 and postcode) or (gap in _APART and (aside or before.kind == "number"))


def _unknown(tokens: Sequence[Token], place: int, lists: WordLists) -> Iterator[NameFinding]:
    """'uit Kozluk': a capital behind a word that places, known to no list."""
    token = tokens[place]
    if not (place and token.is_word and token.capital and not token.begins) or token.upper:
        return
    if any(sign.isupper() for sign in token.text[1:] if token.text.isalpha()):  # 'RvIG'
        return
    before = tokens[place - 1].lower
    if before not in _STRONG_PLACING or token.gap != " " or token.lower in lists.stays:
        return
    if token.lower in lists.ordinary_words or lists.is_name(token.lower) or lists.is_term(token.lower):
        return
    yield NameFinding(token.start, token.end, Kind.CITY, _WEAK, "unknown word behind a preposition of place")
