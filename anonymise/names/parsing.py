# SPDX-License-Identifier: EUPL-1.2
"""How far a name reaches: initials, first names, particles and surnames in a row."""

import re
from collections.abc import Sequence

from anonymise.names.phrases import longest_phrase
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists

_CAMEL = re.compile(r"(?!Mc|Mac|IJ|De|Van|[DO]['’])\w+[A-Z]")
"""'VUmc' and 'MijnUWV' are no names, 'McDonald' is."""
_ARABIC = re.compile(r"(?:al|el|an|ar|as|ash|ad|at|az|ed|er|es|ez|es|bin|abu|d|o|ben)-[A-Z]")
"""'Khaled al-Ani': an article in lower case that a hyphen joins."""
_JOINS = (" ", "  ", "\n")
_LONGEST_NAME = 7
_MOST_PARTICLES = 3
_SHORTEST_LOWER = 2
_LOWER_PARTICLES = frozenset(
    {"van", "de", "den", "der", "het", "'t", "ter", "ten", "te", "el", "al", "ben", "bin", "bint", "ibn"}
    | {"la", "le", "du", "des", "von", "zu", "dos", "da", "das", "do", "di", "del", "della", "v.d", "v.d."}
    | {"vd", "v.", "d.", "v", "d", "ait", "aït", "thoe", "y", "e", "d'", "in", "op", "aan", "tot", "abu"}
)
_NEED_ARTICLE = frozenset({"in", "op", "aan", "tot", "e", "y", "d.", "d"})
_PARTICLE_JOINS = ("", " ", "  ", "/")
_ARTICLES = frozenset({"de", "den", "der", "het", "'t"})
_GENITIVES = ("'s", "s'", "'")


def name_end(
    tokens: Sequence[Token], place: int, lists: WordLists, firms: frozenset[int] = frozenset()
) -> int:
    """The place after the last token of the name that starts with the capital at ``place``.

    A name never runs on into a firm; ``firms`` holds the positions in the text where one starts.
    """
    at = place
    while at < len(tokens) and at - place < _LONGEST_NAME:
        step = _step(tokens, place, at, lists)
        if not step or (at > place and any(token.start in firms for token in tokens[at : at + step])):
            break
        at += step
    return at


def lower_name_end(tokens: Sequence[Token], place: int, lists: WordLists) -> int:
    """The same for a name in lower case behind a title; ``place`` itself where there is none."""
    at = place
    if tokens[at].kind == "initials":
        at += 1
    words = 0
    while at < len(tokens) and at - place < _LONGEST_NAME and (at == place or tokens[at].gap in ("", " ")):
        particles = _particles(tokens, at)
        word = at + particles
        if word >= len(tokens) or not is_lower_name(
            tokens[word], lists, certain=bool(words) and not particles
        ):
            break
        at = word + 1
        words += 1
    return at if words else place


def is_lower_name(token: Token, lists: WordLists, *, certain: bool) -> bool:
    """Whether a word, mostly in lower case, is a name here; ``certain`` asks for a rare word."""
    word = token.lower
    if not token.is_word or len(word) < _SHORTEST_LOWER or word in lists.no_names:
        return False
    if lists.is_term(word) and not lists.is_last_name(word):
        return False
    if any(word in lists.cues[group] for group in ("person_verbs", "kin", "titles", "particles")):
        return False
    if not lists.is_ordinary(word):
        return lists.is_name(word) or not (certain or lists.is_origin(word) or word in lists.places)
    return not certain and lists.is_name(word) and word not in lists.cues["functions"]


def name_text_end(token: Token) -> int:
    """Where the name in a token ends: before the genitive of ``Akosua's``."""
    for ending in _GENITIVES:
        if token.lower.endswith(ending) and len(token.text) > len(ending) + 1:
            return token.end - len(ending)
    return token.end


def _step(tokens: Sequence[Token], start: int, at: int, lists: WordLists) -> int:
    """How many tokens at ``at`` still belong to the name; 0 where it has ended."""
    token = tokens[at]
    if at > start and not _joined(tokens[at - 1], token):
        return 0
    if token.is_initials:
        return 1 if token.lower not in ("b.v", "b.v.", "n.v", "n.v.") else 0
    if token.is_word and (token.capital or (at > start and _ARABIC.match(token.text))):
        return _capital_step(tokens, start, at, lists)
    return _particle_step(tokens, start, at, lists)


def _particle_step(tokens: Sequence[Token], start: int, at: int, lists: WordLists) -> int:
    """'van der Berg' behind a name: the particles and the word behind them."""
    token = tokens[at]
    particles = _particles(tokens, at)
    after = at + particles
    if after >= len(tokens) or not _joined_by_blank(tokens[after]):
        return 0
    if not tokens[after].capital:
        return particles + 1 if at > start and _is_lower_surname(tokens[after], lists) else 0
    if particles == 1 and token.lower == "te" and longest_phrase(tokens, after, lists.places, lists) > after:
        return 0
    return particles + 1 if particles and _takes_particle(tokens[after], lists) else 0


def _takes_particle(name: Token, lists: WordLists) -> bool:
    """Whether a capital behind 'van', 'de' … may belong to the name: 'van UWV' does not."""
    if name.is_initials:
        return True
    return not (
        (lists.is_term(name.lower) and not lists.is_last_name(name.lower)) or _is_org_kind(name, lists)
    )


def _is_lower_surname(token: Token, lists: WordLists) -> bool:
    """'Fatima el amrani': a surname in lower case behind a first name."""
    return token.is_word and lists.is_last_name(token.lower) and not lists.is_ordinary(token.lower)


def _capital_step(tokens: Sequence[Token], start: int, at: int, lists: WordLists) -> int:
    token = tokens[at]
    if at == start:
        return 1
    body = lists.is_term(token.lower) and not lists.is_last_name(token.lower)
    if body or (not token.upper and _CAMEL.match(token.text)):
        return 0
    if _is_org_kind(token, lists):
        return 0
    if token.upper:
        return 1 if _is_upper_name(tokens, start, at, lists) else 0
    if len(token.text) == 1:
        return 1 if at + 1 < len(tokens) and tokens[at + 1].capital and tokens[at + 1].gap == " " else 0
    return 1


def _is_upper_name(tokens: Sequence[Token], start: int, at: int, lists: WordLists) -> bool:
    """'JAN DE BOER' goes on, 'JANSEN WIL' and 'Jansen WIA' do not."""
    word = tokens[at].lower
    if word in _LOWER_PARTICLES:
        after = at + 1 < len(tokens) and tokens[at + 1].upper and _joined_by_blank(tokens[at + 1])
        return after and lists.is_name(tokens[at + 1].lower)
    if not lists.is_name(word) or word in lists.no_names or word in lists.cues["person_verbs"]:
        return False
    particle = tokens[at - 1].lower in _LOWER_PARTICLES
    return particle or not lists.is_ordinary(word) or (tokens[start].upper and at == start + 1)


def _particles(tokens: Sequence[Token], at: int) -> int:
    """How many particles stand in a row at ``at``: 'van der', 'in 't'."""
    count = 0
    while count < _MOST_PARTICLES and at + count < len(tokens):
        token = tokens[at + count]
        loose = count and token.gap not in _PARTICLE_JOINS
        if token.lower not in _LOWER_PARTICLES or token.is_initials or loose:
            break
        count += 1
    if count == 1 and tokens[at].lower in _NEED_ARTICLE:
        return 0
    if count >= 2 and tokens[at].lower in _NEED_ARTICLE and tokens[at + 1].lower not in _ARTICLES:
        return 0
    return count


def _joined(before: Token, token: Token) -> bool:
    if token.gap in ("", " "):
        return True
    return token.gap == "  " or (before.kind == "initials" and token.gap in _JOINS)


def _joined_by_blank(token: Token) -> bool:
    return token.gap in ("", " ", "  ")


def _is_org_kind(token: Token, lists: WordLists) -> bool:
    word, organisation = token.lower, lists.organisations
    known = word in organisation["kinds"] or word in organisation["endings"]
    return known and not lists.is_last_name(word)
