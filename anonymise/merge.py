# SPDX-License-Identifier: EUPL-1.2
"""From overlapping findings to one mask per place, without ever uncovering a letter.

The rules, in this order:
1. findings of one kind that overlap become one;
2. a finding that lies wholly inside another is taken up by the longer one
   ('Bakker' in 'Bakker Installaties'); of two over the same letters the more specific kind stays;
3. where two kinds overlap in part, the kind that stands first in ``PRIORITY`` keeps its letters and
   the other keeps what is left of it;
4. space and punctuation at the edges go.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from anonymise.spans import THRESHOLD, PiiSpan
from casebase.vocabulary import Kind

PRIORITY = (
    Kind.EMAIL,
    Kind.URL,
    Kind.BSN,
    Kind.IBAN,
    Kind.LICENSE_PLATE,
    Kind.ADDRESS,
    Kind.POSTCODE,
    Kind.PHONE,
    Kind.V_NUMBER,
    Kind.ID_DOCUMENT,
    Kind.CASE_NUMBER,
    Kind.BIRTHDATE,
    Kind.DATE,
    Kind.PERSON,
    Kind.AGE,
    Kind.NATIONALITY,
    Kind.ORG,
    Kind.CITY,
)
"""Most specific first."""

_RANK = {kind: rank for rank, kind in enumerate(PRIORITY)}
_CORE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def merge(spans: Iterable[PiiSpan], text: str, threshold: float = THRESHOLD) -> list[PiiSpan]:
    """Spans in reading order that do not overlap and together cover every letter and digit of the input.

    Spans that score below ``threshold`` do not count.
    """
    kept = [span for span in spans if span.score >= threshold]
    kept = _without_contained(_joined_by_kind(kept))
    placed: list[PiiSpan] = []
    for span in sorted(kept, key=_rank):
        placed.extend(_remainders(span, placed))
    trimmed = (_trimmed(span, text) for span in placed)
    return sorted(span for span in trimmed if span)


def _rank(span: PiiSpan) -> tuple[int, int, int]:
    return _RANK[span.kind], span.start, span.end


def _joined_by_kind(spans: list[PiiSpan]) -> list[PiiSpan]:
    """Overlapping spans of one kind as one span, with the score and source of the surest."""
    joined: list[PiiSpan] = []
    for _, same_kind in groupby(sorted(spans, key=_rank), key=lambda span: span.kind):
        run: list[PiiSpan] = []
        for span in same_kind:
            if run and span.start < run[-1].end:
                surest = max(run[-1], span, key=lambda each: (each.score, each.source))
                end = max(run[-1].end, span.end)
                run[-1] = replace(surest, start=run[-1].start, end=end)
            else:
                run.append(span)
        joined.extend(run)
    return joined


def _without_contained(spans: list[PiiSpan]) -> list[PiiSpan]:
    """Spans that no other span holds; of two over the same letters the first in rank stays."""
    kept: list[PiiSpan] = []
    widest = -1
    for span in sorted(spans, key=lambda each: (each.start, -each.end, _RANK[each.kind])):
        if span.end > widest:
            kept.append(span)
            widest = span.end
    return kept


def _remainders(span: PiiSpan, placed: list[PiiSpan]) -> list[PiiSpan]:
    """The parts of a span that the spans placed before it leave free."""
    parts = [span]
    for other in placed:
        if other.overlaps(span):
            parts = [rest for part in parts for rest in _minus(part, other)]
    return parts


def _minus(span: PiiSpan, other: PiiSpan) -> list[PiiSpan]:
    if not span.overlaps(other):
        return [span]
    rest = []
    if span.start < other.start:
        rest.append(replace(span, end=other.start))
    if other.end < span.end:
        rest.append(replace(span, start=other.end))
    return rest


def _trimmed(span: PiiSpan, text: str) -> PiiSpan | None:
    """The span from its first to its last letter or digit; nothing where it has none."""
    core = _CORE.search(text, span.start, span.end)
    return replace(span, start=core.start(), end=core.end()) if core else None
