# SPDX-License-Identifier: EUPL-1.2
"""The words of a text with what a name hunter wants to know about each."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import NamedTuple, Protocol

_TOKEN = re.compile(
    r"(?P<initials>(?<![\w’'])(?:[^\W\d_]\.)+(?:[^\W\d_](?![\w’']))?)"
    r"|(?P<word>['’]t\b|(?:[^\W\d_][\u0300-\u036f]*)+(?:[-'’](?:[^\W\d_]+))*)"
    r"|(?P<number>\d[\w.,:/-]*\w|\d)"
    r"|(?P<amp>[&+])"
)
_SENTENCE_END = re.compile(r"[.!?:;•>|\n\t–—]\s*[\"'“‘„(]*\s*$|\s-+\s*$|(?:^|\s)[\"“„]\s*$")
_LONG_GAP = 12
"""So many signs without a letter or digit are a rule, a table or a blank line."""

_SHORT_FORMS = frozenset(
    {"mw", "mevr", "mvr", "dhr", "hr", "dr", "drs", "mr", "ir", "ing", "prof", "fam", "ds", "kl", "cl", "clt"}
    | {
        "wg",
        "wgr",
        "wn",
        "gem",
        "gemt",
        "dd",
        "nr",
        "art",
        "lid",
        "jr",
        "geb",
        "tel",
        "bv",
        "o.a",
        "va",
        "ad",
    }
    | {"evt", "incl", "excl", "ca", "resp", "vlg", "cf", "bijv", "bv", "nl", "vd", "vh", "echtg", "arb", "st"}
    | {"afd", "adm", "dir", "mej", "wed", "betr", "mdw", "o.b.v", "t.o.v", "i.v.m", "m.b.t", "a.d", "n.a.v"}
)


class Span(Protocol):
    """A place in a text."""

    @property
    def start(self) -> int:
        """The place of its first letter."""

    @property
    def end(self) -> int:
        """The place behind its last letter."""


class Token(NamedTuple):
    """A word, a row of initials, a number or an ampersand, with its place and what stands before it.

    ``gap`` is the text since the token before; ``begins`` tells that a sentence, line or quote
    begins here, so that a capital says nothing. ``capital``: starts with a capital letter; ``upper``:
    a word all in capitals, of two letters or more; ``is_word``: letters only, no initials.
    """

    text: str
    start: int
    end: int
    lower: str
    gap: str
    kind: str
    begins: bool
    capital: bool
    upper: bool
    is_word: bool

    @property
    def is_initials(self) -> bool:
        """``J.`` or ``J.P.``, in capitals."""
        return self.kind == "initials" and self.capital


def tokens_of(text: str) -> list[Token]:
    """The tokens of a text in reading order."""
    tokens: list[Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        start = match.start()
        gap = text[end:start]
        end = match.end()
        tokens.append(_token(match[0], (start, end), match.lastgroup or "word", gap, _begins(gap, tokens)))
    return tokens


def places_of(span: Span, tokens: Sequence[Token]) -> range:
    """The places of the tokens of which a letter stands in the span."""
    first = bisect_right(tokens, span.start, key=attrgetter("end"))
    return range(first, max(first, bisect_left(tokens, span.end, key=attrgetter("start"))))


def _token(text: str, place: tuple[int, int], kind: str, gap: str, begins: bool) -> Token:
    is_word = kind == "word"
    capital = (is_word or kind == "initials") and text[0].isupper()
    upper = is_word and len(text) > 1 and text.isupper()
    lower = text.lower().replace("’", "'")
    return Token(text, *place, lower, gap, kind, begins, capital, upper, is_word)


def _begins(gap: str, before: list[Token]) -> bool:
    if not before or len(gap) > _LONG_GAP:
        return True
    if gap == " " or not gap:
        return False
    if not _SENTENCE_END.search(gap):
        return before[-1].kind == "initials" and before[-1].text[0].islower() and gap == "\n"
    abbreviated = gap.strip() == "." and "\n" not in gap and before[-1].lower in _SHORT_FORMS
    return not abbreviated
