# SPDX-License-Identifier: EUPL-1.2
"""Cutting a text into sentences, so that one sentence can be laid beside another."""

import re
from collections.abc import Iterator

FEWEST_WORDS = 4
"""A piece with fewer words is no sentence by itself: it stays with the one before it."""

_CLOSED = r"[\"'”’)\]]*"
_OPENED = r"[\"'“‘(\[•-]"
_END = re.compile(
    rf"(?P<stop>[.!?…]){_CLOSED}\s+(?=(?:{_OPENED})?[A-Z0-9\[])"
    rf"|(?<=[^\W\d_]{{5}})[.!?…]{_CLOSED}\s+(?={_OPENED}?[^\W\d_])|\s*\n\s*"
)
"""The second form is for people who write without capitals: the word before the stop is no short form."""
_SHORT_FORM = re.compile(
    r"(?:^|[\s(\[\"'“‘])(?:[A-Za-z]|[a-z](?:\.[a-z])+|art|artt|jo|nr|nrs|blz|bijv|bv|ca|circa|dhr|mevr|mw|mr"
    r"|dr|drs|ing|ir|prof|evt|incl|excl|max|min|resp|zgn|tel|t/m|lid|par|vgl|zie|sub|st|ad|gr|mnd|jr|wk|uitk)$",
    re.IGNORECASE,
)
"""What stands before a full stop that ends no sentence: ``art. 77``, ``o.a. 3``, ``mr. De Wit``."""
_WORD = re.compile(r"\w+")


def split_sentences(text: str) -> list[tuple[int, int]]:
    """The [start, end) places of the sentences and lines of a text, in order, none overlapping.

    Every character that is no space is in exactly one; a piece of a few words belongs to the sentence before
    it on the same line, or stands alone on a line of its own.
    """
    sentences: list[tuple[int, int]] = []
    for start, end in _pieces(text):
        if sentences and _is_short(text[start:end]) and "\n" not in text[sentences[-1][1] : start]:
            sentences[-1] = (sentences[-1][0], end)
        else:
            sentences.append((start, end))
    return sentences


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    position = 0
    for match in _END.finditer(text):
        if match["stop"] == "." and _SHORT_FORM.search(text, max(0, match.start() - 12), match.start()):
            continue
        yield from _stripped(text, position, match.end())
        position = match.end()
    yield from _stripped(text, position, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    piece = text[start:end]
    if piece.strip():
        yield start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def _is_short(piece: str) -> bool:
    return len(_WORD.findall(piece)) < FEWEST_WORDS
