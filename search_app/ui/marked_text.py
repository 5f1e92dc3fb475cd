# SPDX-License-Identifier: EUPL-1.2
"""Texts in which places are marked: what was replaced, what is suspect, what could tell less.

Text is cut first, escaped next and marked last, so that whatever people typed stays text.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from html import escape

from casebase.bilingual import Language
from search_app.ui.field_labels import field_label
from search_app.ui.markup import paragraph_places, plain


class Tone(StrEnum):
    """What a mark says; the value names its style (``mw-weg`` and so on). The first ones go before others."""

    CURRENT = "nu"
    SUSPECT = "verdacht"
    FOUND = "gevonden"
    PROPOSED = "grover"
    REPLACED = "weg"


@dataclass(frozen=True)
class TextMark:
    """Characters ``start`` up to ``end`` of a text, and how they stand out.

    ``said`` is read aloud behind the words and shown when a pointer rests on them. ``button`` is the key of a
    button that a click on the words presses; people without a mouse use the button itself.
    """

    start: int
    end: int
    tone: Tone
    said: str = ""
    button: str = ""


def marked_case(texts: Mapping[str, str], marks: Mapping[str, Sequence[TextMark]], language: Language) -> str:
    """All texts of a case under their names, in the given order; marks by field."""
    sections = [
        f"<section><h3>{escape(field_label(field, language))}</h3>"
        f"{marked_text(text, marks.get(field, ()))}</section>"
        for field, text in texts.items()
    ]
    return f'<div class="mw-leestekst">{"".join(sections)}</div>'


def marked_text(text: str, marks: Iterable[TextMark]) -> str:
    """A text in paragraphs with its marks; of marks that overlap the most urgent one is shown."""
    shown = _apart(marks, len(text))
    blocks = [_block(text, start, end, shown) for start, end in paragraph_places(text)]
    return "".join(f"<p>{block}</p>" for block in blocks)


def marked_line(text: str, marks: Iterable[TextMark]) -> str:
    """A short text on one line with its marks."""
    return _block(text, 0, len(text), _apart(marks, len(text)))


def snippet(text: str, mark: TextMark, reach: int = 70) -> str:
    """The words of a mark with some of the text around it, on one line."""
    start, end = max(0, mark.start - reach), min(len(text), mark.end + reach)
    if start:
        start = text.find(" ", start, mark.start) + 1 or start
    if end < len(text):
        space = text.rfind(" ", mark.end, end)
        end = space if space >= 0 else end
    head, tail = ("… " if start > 0 else ""), (" …" if end < len(text) else "")
    return f"{head}{plain(text[start : mark.start])}{_mark(text, mark)}{plain(text[mark.end : end])}{tail}"


def _apart(marks: Iterable[TextMark], length: int) -> list[TextMark]:
    urgency = {tone: number for number, tone in enumerate(Tone)}
    chosen: list[TextMark] = []
    for mark in sorted(marks, key=lambda each: (urgency[each.tone], each.start, -each.end)):
        inside = 0 <= mark.start < mark.end <= length
        if inside and not any(mark.start < other.end and other.start < mark.end for other in chosen):
            chosen.append(mark)
    return sorted(chosen, key=lambda each: each.start)


def _block(text: str, start: int, end: int, marks: Sequence[TextMark]) -> str:
    pieces, at = [], start
    for mark in marks:
        if start <= mark.start and mark.end <= end:
            pieces += [plain(text[at : mark.start]), _mark(text, mark)]
            at = mark.end
    return "".join([*pieces, plain(text[at:end])]).replace("\n", "<br>")


def _mark(text: str, mark: TextMark) -> str:
    words = escape(text[mark.start : mark.end])
    classes = f"mw-teken mw-{mark.tone}" + (f" mw-druk-{mark.button}" if mark.button else "")
    if not mark.said:
        return f'<mark class="{escape(classes, quote=True)}">{words}</mark>'
    said = escape(mark.said, quote=True)
    return (
        f'<mark class="{escape(classes, quote=True)}" title="{said}">{words}'
        f'<span class="mw-gehoord"> ({said})</span></mark>'
    )
