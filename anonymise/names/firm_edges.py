# SPDX-License-Identifier: EUPL-1.2
"""The whole name of an organisation of which the name model saw a part.

The model leaves out words at the edges: the kind before it ('rijschool' Gas Erop), a capital before it
('Zeeuws' Groentransport), a legal form or more capitals behind it (Taal 'aan Zee').
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from anonymise.names.firm_row import PARTICLES, FirmRow
from anonymise.names.tokens import Token, tokens_of
from anonymise.names.word_lists import WordLists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

_BLANKS = ("", " ", "  ")
_MOST_BEFORE = 3


def whole_firms(spans: Iterable[PiiSpan], text: str, lists: WordLists, source: str) -> list[PiiSpan]:
    """The spans, those of organisations by ``source`` stretched to the whole name."""
    wanted = list(spans)
    if not any(_is_firm(span, source) for span in wanted):
        return wanted
    row = FirmRow(tokens_of(text), lists)
    return [_whole(span, row) if _is_firm(span, source) else span for span in wanted]


def _is_firm(span: PiiSpan, source: str) -> bool:
    return span.kind is Kind.ORG and span.source == source


def _whole(span: PiiSpan, row: FirmRow) -> PiiSpan:
    inside = [at for at, token in enumerate(row.tokens) if token.start < span.end and token.end > span.start]
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
