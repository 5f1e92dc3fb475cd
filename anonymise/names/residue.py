# SPDX-License-Identifier: EUPL-1.2
"""Words that may still be a name after masking, so that a person looks at them.

Nothing is masked on these grounds. Each way to notice a word has its own reason, and words that the
lexicon knows in lower case are left alone unless a list holds them as a name: a long queue is not read.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from anonymise.names.cues import Cue, cue_before
from anonymise.names.named_things import is_inside
from anonymise.names.places import is_body_before
from anonymise.names.tokenised import TokenisedText
from anonymise.names.tokens import Token
from anonymise.names.word_lists import WordLists

_SHORTEST = 3
_SHORTEST_LOWER = 4
_LONGEST_SHORT_FORM = 6
_VOWELS = frozenset("aeiouyáàâäãåæéèêëíìîïóòôöõøúùûüœ")
_CUES = frozenset({Cue.TITLE, Cue.KIN, Cue.CALLED, Cue.FUNCTION, Cue.GREETING})
_COMPANY = frozenset({"met", "namens", "aan", "via", "bij", "van", "door", "voor"})
_NAMING = frozenset({"met", "namens", "van", "aan", "volgens", "voor", "tegen", "bij"})
_BEFORE_NAME = _COMPANY | _NAMING | {"in", "en", "uit", "naar", "te", "zegt", "belde"}
_BLANKS = (" ", "  ")
_FEWEST_WORDS = 12
_ARTICLES = frozenset({"de", "het", "'t"})
_NO_FIRM = frozenset(
    {
        "werd",
        "wordt",
        "waar",
        "maar",
        "voor",
        "naar",
        "want",
        "door",
        "over",
        "tegen",
        "omdat",
        "toen",
        "zonder",
    }
    | {
        "alleen",
        "niet",
        "weer",
        "nooit",
        "altijd",
        "samen",
        "sinds",
        "vanaf",
        "geen",
        "zegt",
        "zelf",
        "alles",
    }
)


class Residue(StrEnum):
    """How a word was noticed."""

    UNKNOWN = "unknown word with a capital"
    UNKNOWN_AT_START = "unknown word where a sentence begins"
    LOWER_BEHIND_CUE = "unknown word in lower case behind a word for a person"
    ALSO_A_NAME = "ordinary word that is a name as well"
    CAPITAL = "ordinary word with a capital inside a sentence"
    FIRM = "word in lower case behind a kind of firm"


class Place(NamedTuple):
    """A place of the text and how it was noticed."""

    start: int
    end: int
    how: Residue


def find_residue(text: str, lists: WordLists) -> Iterator[Place]:
    """The words of a text, mostly a safe one, that may be a name; in reading order."""
    words = TokenisedText(text, lists)
    tokens, things = words.tokens, words.things
    hasty = _typed_in_haste(tokens)
    for at, token in enumerate(tokens):
        if not token.is_word or is_inside(token.start, token.end, things):
            continue
        if is_body_before(tokens, at, lists):
            continue
        look = _with_capital if token.capital else _in_haste if hasty[at] else _in_lower_case
        how = look(tokens, at, lists)
        if how:
            yield Place(token.start, token.end, how)


def _with_capital(tokens: Sequence[Token], at: int, lists: WordLists) -> Residue | None:
    token = tokens[at]
    short_form = token.upper and len(token.text) <= _LONGEST_SHORT_FORM
    if short_form or len(token.text) < _SHORTEST or _VOWELS.isdisjoint(token.lower):
        return None
    word = token.lower.removesuffix("'s")
    if _is_known(word, lists):
        if _is_name_here(tokens, at, lists):
            return Residue.ALSO_A_NAME
        return Residue.CAPITAL if _has_needless_capital(tokens, at, lists) else None
    if token.begins:
        return None if lists.ordinary_words.resembles(word) else Residue.UNKNOWN_AT_START
    return Residue.UNKNOWN


def _is_known(word: str, lists: WordLists) -> bool:
    """A word, a term, a large place or a compound of these."""
    if lists.is_ordinary(word) or lists.is_term(word) or word in lists.large_places or lists.is_origin(word):
        return True
    if word.endswith(lists.thing_endings):
        return True
    parts = [part for part in word.replace("'", "-").split("-") if len(part) > 1]
    return len(parts) > 1 and all(_is_known(part, lists) for part in parts)


def _has_needless_capital(tokens: Sequence[Token], at: int, lists: WordLists) -> bool:
    """'bij Lijn 9', 'van Stap Voor Stap': no term, place or origin that is written so."""
    token = tokens[at]
    if token.begins or token.upper or lists.is_term(token.lower) or lists.is_origin(token.lower):
        return False
    lead = tokens[at - 1]
    if not lead.text.islower() or lead.lower not in _BEFORE_NAME or token.gap not in _BLANKS:
        return False
    known = lists.organisations
    return token.lower not in lists.large_places and token.lower not in known["public_first"]


def _is_name_here(tokens: Sequence[Token], at: int, lists: WordLists) -> bool:
    """'afgesproken met Door:', 'Roos. Geen bloem vandaag': a capital that no sentence or title asks for."""
    token = tokens[at]
    if not lists.is_first_name(token.lower) or lists.is_term(token.lower):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.begins:
        return bool(at) and after is not None and after.begins and "." in after.gap
    titled = tokens[at - 1].capital or (after is not None and after.capital and after.gap in _BLANKS)
    return not titled and tokens[at - 1].lower in _NAMING


def _typed_in_haste(tokens: Sequence[Token]) -> list[bool]:
    """Of each token whether the text or its own line is: a chat or note may be pasted into a tidy story."""
    if _is_typed_in_haste(tokens):
        return [True] * len(tokens)
    hasty: list[bool] = []
    line: list[Token] = []
    for token, following in zip_longest(tokens, tokens[1:]):
        line.append(token)
        if following is None or "\n" in following.gap:
            hasty += [_is_typed_in_haste(line)] * len(line)
            line = []
    return hasty


def _is_typed_in_haste(tokens: Sequence[Token]) -> bool:
    """Whether hardly any sentence begins with a capital, so that names have none either."""
    words = [token for token in tokens if token.is_word]
    starts = [token for token in words if token.begins]
    return len(words) > _FEWEST_WORDS and sum(token.capital for token in starts) * 3 < len(starts)


def _in_haste(tokens: Sequence[Token], at: int, lists: WordLists) -> Residue | None:
    """In a text without capitals any word that nothing explains, and words behind a kind of firm."""
    token = tokens[at]
    if at and token.gap in _BLANKS and _is_kind(tokens[at - 1], lists) and _may_name_firm(token, lists):
        return Residue.FIRM
    if len(token.lower) < _SHORTEST_LOWER or _is_known(token.lower, lists):
        return None
    # A compound ends with a word that is known; that a name begins like a word says nothing.
    compound = lists.ordinary_words.ends_ordinary(token.lower) and not lists.is_name(token.lower)
    return None if compound else Residue.LOWER_BEHIND_CUE


def _is_kind(token: Token, lists: WordLists) -> bool:
    """'restaurant', 'basisschool', 'rijschool', no function such as 'bakker'."""
    known = lists.organisations
    kind = token.lower in known["kinds"] and token.lower not in known["general"]
    return kind and token.lower not in lists.cues["functions"]


def _may_name_firm(token: Token, lists: WordLists) -> bool:
    if token.lower in _ARTICLES:
        return True
    small = len(token.lower) < _SHORTEST_LOWER or token.lower in lists.cues["person_verbs"]
    return not (small or token.lower in lists.cues["functions"] or token.lower in _NO_FIRM)


def _in_lower_case(tokens: Sequence[Token], at: int, lists: WordLists) -> Residue | None:
    token = tokens[at]
    if not at or len(token.lower) < _SHORTEST_LOWER or token.gap not in _BLANKS:
        return None
    if _is_known(token.lower, lists) or lists.ordinary_words.resembles(token.lower):
        return None
    acts = at + 1 < len(tokens) and tokens[at + 1].lower in lists.cues["person_verbs"]
    company = tokens[at - 1].lower in _COMPANY
    cued = cue_before(tokens, at, lists) in _CUES
    return Residue.LOWER_BEHIND_CUE if cued or company or acts else None
