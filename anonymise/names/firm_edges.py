# SPDX-License-Identifier: EUPL-1.2
"""The whole name of an organisation of which the name model saw a part.

The model leaves out words at the edges: the kind before it ('rijschool' Gas Erop), a capital before it
('Zeeuws' Groentransport), a legal form or more capitals behind it (Taal 'aan Zee').
"""

from collections.abc import Sequence
from dataclasses import replace

from anonymise.names.firm_row import PARTICLES, FirmRow
from anonymise.names.tokenised import TokenisedText
from anonymise.names.tokens import Token, places_of
from anonymise.names.word_lists import WordLists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

_BLANKS = ("", " ", "  ")
_MOST_BEFORE = 3


def whole_firms(spans: Sequence[PiiSpan], words: TokenisedText) -> list[PiiSpan]:
    """The spans that the name model found in a text, those of organisations stretched to the whole name."""
    if all(span.kind is not Kind.ORG for span in spans):
        return list(spans)
    row = FirmRow(words.tokens, words.lists)
    return [_whole(span, row) if span.kind is Kind.ORG else span for span in spans]


def _whole(span: PiiSpan, row: FirmRow) -> PiiSpan:
    inside = places_of(span, row.tokens)
    if not inside:
        return span
    first = _first(inside[0], row)
    last = max(inside[-1] + 1, _last(inside[-1], row))
    tokens = row.tokens
    return replace(span, start=min(span.start, tokens[first].start), end=max(span.end, tokens[last - 1].end))


def _first(at: int, row: FirmRow) -> int:
    """Where the name begins: a kind or capitals directly before it belong to it."""
    for _ in range(_MOST_BEFORE):
        before = at - 1
        if before < 0 or row.tokens[at].gap not in _BLANKS or row.tokens[at].begins:
            break
        if row.is_kind(before):
            return before
        if not _is_capital(before, row):
            break
        at = before
    return at


def _is_capital(at: int, row: FirmRow) -> bool:
    token = row.tokens[at]
    if not (token.is_word and token.capital) or token.begins or row.is_body(token):
        return False
    return not _is_person_word(token, row.lists)


def _is_person_word(token: Token, lists: WordLists) -> bool:
    return any(token.lower in lists.cues[group] for group in ("titles", "functions", "kin", "greetings"))


def _last(at: int, row: FirmRow) -> int:
    """The place after the last word that goes on with the name: capitals, legal forms."""
    tokens: Sequence[Token] = row.tokens
    end = row.end(at, PARTICLES) if tokens[at].capital else at + 1
    endings = row.lists.organisations["endings"]
    while end < len(tokens) and tokens[end].gap in _BLANKS and tokens[end].lower in endings:
        end += 1
    return max(end, at + 1)
