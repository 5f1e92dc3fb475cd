# SPDX-License-Identifier: EUPL-1.2
"""Cutting a case into passages: pieces of its fields that can be found and shown by themselves."""

import hashlib
import re
from collections.abc import Iterator

from casebase.record import SafeCase
from casebase.store import PassageRecord
from index.hits import Aspect

ASPECTS = {
    "title": Aspect.SITUATION,
    "situation": Aspect.SITUATION,
    "gut_feeling": Aspect.SITUATION,
    "tried_before": Aspect.SITUATION,
    "legal_perspective": Aspect.WEIGHING,
    "financial_perspective": Aspect.WEIGHING,
    "social_perspective": Aspect.WEIGHING,
    "reasoning": Aspect.WEIGHING,
    "meanwhile": Aspect.SOLUTION,
    "decision": Aspect.SOLUTION,
    "lessons": Aspect.SOLUTION,
}
"""Which side of the case each narrative field tells about."""

LONGEST = 900
"""Characters; only a word that is longer is cut."""
FULL = 600
"""Characters; a passage this long ends at the next paragraph."""

_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”’)\]]*\s+(?=[\"'“‘(\[•A-Z0-9-])|\s*\n\s*")
_SPACE = re.compile(r"\s+")


def split_case(case: SafeCase) -> list[PassageRecord]:
    """The passages of a case in reading order, not numbered yet; each text is a literal part of its field."""
    return [
        PassageRecord(
            None, case.case_id, field, ASPECTS[field], ordinal, text[start:end], _hash(text[start:end])
        )
        for field, text in case.narrative().items()
        for ordinal, (start, end) in enumerate(split_text(text))
    ]


def split_text(text: str) -> list[tuple[int, int]]:
    """The [start, end) places of the passages of a text: without space around, in order, none overlapping.

    Borders are those of paragraphs where possible, else of sentences, else of words. Every character
    that is no space is in exactly one passage.
    """
    passages: list[tuple[int, int]] = []
    open_start = open_end = -1
    for start, end in _pieces(text):
        new_paragraph = "\n" in text[max(open_end, 0) : start]
        is_full = open_end - open_start >= FULL and new_paragraph
        if open_start >= 0 and (is_full or end - open_start > LONGEST):
            passages.append((open_start, open_end))
            open_start = -1
        open_start, open_end = (start if open_start < 0 else open_start), end
    return passages if open_start < 0 else [*passages, (open_start, open_end)]


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """Sentences and lines; a sentence that is too long in pieces."""
    for start, end in _between(_SENTENCE_END, text, 0, len(text)):
        if end - start <= LONGEST:
            yield start, end
        else:
            yield from _words(text, start, end)


def _words(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for first, last in _between(_SPACE, text, start, end):
        for cut in range(first, last, LONGEST):
            yield cut, min(cut + LONGEST, last)


def _between(border: re.Pattern[str], text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    position = start
    for match in border.finditer(text, start, end):
        yield from _stripped(text, position, match.end())
        position = match.end()
    yield from _stripped(text, position, end)


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
