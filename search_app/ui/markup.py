# SPDX-License-Identifier: EUPL-1.2
"""Case text to HTML: first cut, then escape, then mark.

Everything here takes plain text that may hold anything and gives HTML in which
that text is only text.
"""

import re
from collections.abc import Sequence
from html import escape

from anonymise.placeholders import any_tag

ELLIPSIS = "…"
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[\"'‘“(\[]?[A-Z0-9])")
_PARAGRAPHS = re.compile(r"\n\s*\n")

Marks = Sequence[tuple[int, int]]


def plain(text: str) -> str:
    """Text on one line, its placeholders ([PERSOON-1]) in a quiet style."""
    return _quiet_placeholders(escape(text))


def paragraphs(text: str) -> str:
    """Text in paragraphs: an empty line starts a new one, a single line break stays."""
    blocks = [plain(block.strip()).replace("\n", "<br>") for block in _PARAGRAPHS.split(text.strip())]
    return "".join(f"<p>{block}</p>" for block in blocks if block)


def paragraph_places(text: str) -> list[tuple[int, int]]:
    """Where the paragraphs of a text stand, without the blanks around them."""
    places, start = [], 0
    for end, following in [*((m.start(), m.end()) for m in _PARAGRAPHS.finditer(text)), (len(text), 0)]:
        block = text[start:end]
        if block.strip():
            places.append((end - len(block.lstrip()), start + len(block.rstrip())))
        start = following
    return places


def excerpt(text: str, marks: Marks, width: int) -> str:
    """The part of a text around its first mark, at most about ``width`` characters, with <mark>."""
    start, end = _window(text, marks, width)
    inside = [(max(s, start) - start, min(e, end) - start) for s, e in marks if s < end and e > start]
    head = f"{ELLIPSIS} " if start > 0 else ""
    tail = f" {ELLIPSIS}" if end < len(text.rstrip()) else ""
    return head + marked(text[start:end].replace("\n", " "), inside) + tail


def marked(text: str, marks: Marks) -> str:
    """Text with <mark> around the given [start, end) places; places outside it are ignored."""
    parts, at = [], 0
    for start, end in sorted(marks):
        if not at <= start < end <= len(text):
            continue
        parts += [plain(text[at:start]), f"<mark>{plain(text[start:end])}</mark>"]
        at = end
    return "".join([*parts, plain(text[at:])])


def first_sentence(text: str, width: int) -> str:
    """The first sentence of a text on one line, cut at a word when it is longer than ``width``."""
    line = " ".join(text.split())
    return shortened(_SENTENCE_END.split(line, maxsplit=1)[0], width)


def shortened(text: str, width: int) -> str:
    """A text cut at a word, with an ellipsis where something was left out."""
    if len(text) <= width:
        return text
    return text[:width].rsplit(" ", 1)[0].rstrip(" ,;:.") + f" {ELLIPSIS}"


def _window(text: str, marks: Marks, width: int) -> tuple[int, int]:
    if len(text) <= width:
        return 0, len(text)
    first = min((s for s, _ in marks), default=0)
    start = _sentence_start(text, first) if first > width // 2 else 0
    if first - start > width // 2:
        start = _word_start(text, first - width // 4)
    end = start + width
    return start, (len(text) if end >= len(text) else _word_end(text, start, end))


def _sentence_start(text: str, place: int) -> int:
    starts = [m.end() for m in _SENTENCE_END.finditer(text) if m.end() <= place]
    return starts[-1] if starts else 0


def _word_start(text: str, place: int) -> int:
    space = text.find(" ", place)
    return place if space < 0 else space + 1


def _word_end(text: str, start: int, end: int) -> int:
    space = text.rfind(" ", start, end)
    return space if space > start else end


def _quiet_placeholders(escaped: str) -> str:
    return any_tag().sub(lambda m: f'<span class="mw-weg">{m.group()}</span>', escaped)
