# SPDX-License-Identifier: EUPL-1.2
"""Long texts in parts that overlap, for engines that read only so many words at a time."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from anonymise.spans import PiiSpan

_WORD = re.compile(r"\S+")


class Chunk(NamedTuple):
    """A part of a text and the place where it starts."""

    text: str
    start: int


def chunks_of(text: str, words: int, overlap: int) -> list[Chunk]:
    """Parts of at most ``words`` words, each beginning ``overlap`` words before the end of the last."""
    found = [match.span() for match in _WORD.finditer(text)]
    if len(found) <= words:
        return [Chunk(text, 0)] if found else []
    step = words - overlap
    starts = range(0, len(found) - overlap, step)
    return [
        Chunk(text[found[at][0] : found[min(at + words, len(found)) - 1][1]], found[at][0]) for at in starts
    ]


def joined(spans: Iterable[PiiSpan]) -> list[PiiSpan]:
    """The findings of all parts: a name that two parts hold once, the longest where they differ."""
    kept: list[PiiSpan] = []
    for span in sorted(spans, key=lambda each: (each.start, -each.end, each.kind)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
        elif span.end > kept[-1].end:
            last = kept.pop()
            kept.append(PiiSpan(last.start, span.end, last.kind, last.score, last.source))
    return kept
