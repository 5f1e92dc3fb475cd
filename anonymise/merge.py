# SPDX-License-Identifier: EUPL-1.2
"""From overlapping findings to one mask per place, without ever uncovering a letter.

The rules, in this order:
1. findings of one kind that overlap become one;
2. a finding that lies wholly inside another is taken up by the longer one
   ('Bakker' in 'Bakker Installaties');
3. of two over the same letters one stays, and of two that overlap in part one keeps its letters and
   the other what is left of it: the sure one before the doubtful one, then as in ``PRIORITY``;
4. space and punctuation at the edges go.
"""

import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
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
_SURE = 0.65
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_EDGES = " \t\r\n\u00a0.,;:!?()[]{}<>\"'“”‘’„«»*/\\|=–—-"


def merge(spans: Iterable[PiiSpan], text: str, threshold: float = THRESHOLD) -> list[PiiSpan]:
    """Spans in reading order that do not overlap and together cover every letter and digit of the input.

    Spans that score below ``threshold`` do not count.
    """
    kept = [span for span in spans if span.score >= threshold]
    kept = _without_contained(_joined_by_kind(kept))
    placed: list[PiiSpan] = []
    taken: list[tuple[int, int]] = []
    for span in sorted(kept, key=_rank):
        parts = _free_parts(span, taken)
        placed += parts
        for part in parts:
            insort(taken, (part.start, part.end))
    return _all_trimmed(placed, text)


def without(spans: Iterable[PiiSpan], taken: Iterable[tuple[int, int]], text: str) -> list[PiiSpan]:
    """What is left of spans outside the places ``taken``, such as placeholders that stand there already."""
    places = sorted(taken)
    return _all_trimmed([part for span in spans for part in _free_parts(span, places)], text)


def _rank(span: PiiSpan) -> tuple[bool, int, int, int]:
    return span.score < _SURE, _RANK[span.kind], span.start, span.end


def _joined_by_kind(spans: list[PiiSpan]) -> list[PiiSpan]:
    """Overlapping spans of one kind as one span, with the score and source of the surest."""
    joined: list[PiiSpan] = []
    by_kind = sorted(spans, key=lambda span: (_RANK[span.kind], span))
    for _, same_kind in groupby(by_kind, key=lambda span: span.kind):
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
    for span in sorted(spans, key=lambda each: (each.start, -each.end, _rank(each))):
        if span.end > widest:
            kept.append(span)
            widest = span.end
    return kept


def _free_parts(span: PiiSpan, taken: Sequence[tuple[int, int]]) -> list[PiiSpan]:
    """The parts of a span outside the taken places, which are sorted and do not overlap."""
    parts = []
    free_from = span.start
    first = max(0, bisect_left(taken, (span.start, span.start)) - 1)
    for index in range(first, len(taken)):
        start, end = taken[index]
        if start >= span.end:
            break
        if free_from < start:
            parts.append(_cut(span, free_from, start))
        free_from = max(free_from, end)
    if free_from < span.end:
        parts.append(_cut(span, free_from, span.end))
    return parts


def _cut(span: PiiSpan, start: int, end: int) -> PiiSpan:
    return span if (start, end) == (span.start, span.end) else replace(span, start=start, end=end)


def _all_trimmed(spans: Iterable[PiiSpan], text: str) -> list[PiiSpan]:
    return sorted(trimmed for trimmed in (_trimmed(span, text) for span in spans) if trimmed)


def _trimmed(span: PiiSpan, text: str) -> PiiSpan | None:
    """The span without space and punctuation at its edges; nothing where it has no letter or digit."""
    found = text[span.start : span.end]
    if not _LETTER_OR_DIGIT.search(found):
        return None
    start = span.end - len(found.lstrip(_EDGES))
    return _cut(span, start, span.start + len(found.rstrip(_EDGES)))
