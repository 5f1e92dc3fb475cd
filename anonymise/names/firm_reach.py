# SPDX-License-Identifier: EUPL-1.2
"""Every organisation that was found with the small parts of its name at the edges, whoever found it.

Before it: 'Stg.', 'vv', 'St.', an article with a capital, a kind with an article between.
Behind it: what sticks to it (Flex'4U'), a year (Sparta ''57'), a trade (Axxicom 'hypotheken'), a further word
that a small foreign word joins (Dogs 'for Homeless'). A found part would tell the whole name.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from anonymise.names.firm_row import FirmRow
from anonymise.names.tokenised import TokenisedText
from anonymise.names.tokens import Token, places_of
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

_BLANKS = (" ", "  ")
_ABBREVIATED = (*_BLANKS, "", ".", ". ")
_ARTICLES = frozenset({"de", "het", "'t", "den"})
_BETWEEN = _ARTICLES | {"van", "aan", "der"}
_FURTHER_BETWEEN = frozenset({"aan"})
"""Of these the last may stand before an article: 'verloskundigen aan de' Vecht."""

_JOINING = frozenset({"on", "by", "for", "and", "und", "et", "du", "della", "y"})
"""Words of other languages inside a name, before a capital."""

_JOINED_BY_OF = frozenset(
    {"university", "church", "assembly", "academy", "institute", "house", "school", "bank"}
)
"""After these 'of' is English and not the Dutch word for 'or'."""

_NUMBER_BEHIND = re.compile(r"\d\.\d|24/7")
_YEAR_GAPS = (" '", " ’", " ‘")
_MOST_STEPS = 4
_MOST_BETWEEN = 2
_YEAR_DIGITS = 2


def stretched_firms(spans: Sequence[PiiSpan], words: TokenisedText) -> list[PiiSpan]:
    """The spans found in a text, those of organisations with the parts of the name at their edges."""
    reach = _Reach(FirmRow(words.tokens, words.lists))
    return [reach.whole(span) for span in spans]


class _Reach:
    def __init__(self, row: FirmRow) -> None:
        self._row = row
        self._tokens = row.tokens
        self._known = row.lists.organisations
        self._trade_endings = tuple(sorted(self._known["trade_endings"]))

    def whole(self, span: PiiSpan) -> PiiSpan:
        """The span with all of the firm's name; a place or person that is the name of a firm becomes one."""
        inside = places_of(span, self._tokens)
        if not inside or span.kind not in (Kind.ORG, Kind.CITY, Kind.PERSON):
            return span
        if span.kind is not Kind.ORG and not self._names_a_firm(inside[0], span.kind):
            return span
        start = self._tokens[self._first(inside[0])].start
        end = self._tokens[self._last(inside[-1])].end
        return replace(span, start=min(span.start, start), end=max(span.end, end), kind=Kind.ORG)

    def _names_a_firm(self, at: int, kind: Kind) -> bool:
        """'Gebr. Prins', 'Diaconie Nieuwegein': a place or surname behind a kind with a capital."""
        if not at or not self._tokens[at - 1].capital:
            return False
        before, gap = self._tokens[at - 1].lower, self._tokens[at].gap
        if before in self._known["named_prefixes"]:
            return gap in _ABBREVIATED
        return kind is Kind.CITY and before in self._known["further_kinds"] and gap in _BLANKS

    def _first(self, at: int) -> int:
        for _ in range(_MOST_STEPS):
            step = self._before(at)
            if not step:
                break
            at -= step
        return at

    def _before(self, at: int) -> int:
        """How many tokens directly before the place belong to the name."""
        if not at:
            return 0
        gap, before = self._tokens[at].gap, self._tokens[at - 1]
        if not gap and before.capital:
            return 1
        if before.lower in self._known["prefixes"] and gap in _ABBREVIATED:
            return 1
        if gap not in _BLANKS:
            return 0
        if before.lower in _ARTICLES and before.capital and not before.begins:
            return 1
        return self._kind_before(at)

    def _kind_before(self, at: int) -> int:
        """A kind before the place, small words between: 'bakkerij van' Dongen."""
        for count in range(_MOST_BETWEEN + 1):
            place = at - 1 - count
            if place < 0 or self._tokens[place + 1].gap not in _BLANKS:
                return 0
            if self._is_kind(place):
                return count + 1
            if self._tokens[place].lower not in (_BETWEEN if not count else _FURTHER_BETWEEN):
                return 0
        return 0

    def _is_kind(self, at: int) -> bool:
        word = self._tokens[at].lower
        if word in self._known["general"]:
            return False
        return self._row.is_kind(at) or word in self._known["further_kinds"]

    def _last(self, at: int) -> int:
        for _ in range(_MOST_STEPS):
            step = self._behind(at)
            if not step:
                break
            at += step
        return at

    def _behind(self, at: int) -> int:
        """How many tokens directly behind the place belong to the name."""
        if at + 1 >= len(self._tokens):
            return 0
        token = self._tokens[at + 1]
        if not token.gap and token.kind != "amp":
            return 1
        if token.gap in _YEAR_GAPS and token.text.isdigit() and len(token.text) == _YEAR_DIGITS:
            return 1
        if token.gap not in _BLANKS:
            return 0
        if _NUMBER_BEHIND.fullmatch(token.text) or self._is_trade(token) or self._is_further_name(token):
            return 1
        return 2 if self._is_joining(at + 1) else 0

    def _is_joining(self, at: int) -> bool:
        """Whether the word joins the name before it to a capital behind it."""
        token, tokens = self._tokens[at], self._tokens
        if at + 1 >= len(tokens) or not tokens[at + 1].capital or tokens[at + 1].gap not in _BLANKS:
            return False
        return token.lower in _JOINING or (token.lower == "of" and tokens[at - 1].lower in _JOINED_BY_OF)

    def _is_further_name(self, token: Token) -> bool:
        """A capital that is no name, place or public body: Menzis 'Zeker', VGZ 'Select'."""
        word, lists = token.lower, self._row.lists
        if not (token.is_word and token.capital) or token.upper or token.begins:
            return False
        return not (lists.is_name(word) or word in lists.places or lists.is_term(word))

    def _is_trade(self, token: Token) -> bool:
        if not token.is_word:
            return False
        return token.lower in self._known["trades"] or token.lower.endswith(self._trade_endings)
