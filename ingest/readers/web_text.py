# SPDX-License-Identifier: EUPL-1.2
"""The text of an HTML mail as lines and tables."""

import re
from collections.abc import Iterator
from itertools import takewhile

from lxml import etree, html

from ingest.readers.blocks import Block, Cell, Line, Table

QUOTE_MARK = "-----Oorspronkelijk bericht-----"

_SKIPPED = {"script", "style", "head", "title", "noscript", "template", "svg", "object", "iframe"}
_PARAGRAPHS = set(
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article header footer pre form hr body html center "  # noqa: SIM905
    "address fieldset blockquote".split()
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.I)
_SPACES = re.compile(r"[ \t\r\n\f]+")


def html_blocks(text: str) -> tuple[Block, ...]:
    """Paragraphs, headings and tables of a web page; scripts, styles and hidden parts are left out."""
    parser = html.HTMLParser(no_network=True, huge_tree=False, remove_comments=True, remove_pis=True)
    # A declaration of the encoding in the text itself would contradict what is already decoded.
    root = (
        html.document_fromstring(text.encode("utf-8"), parser=parser, ensure_head_body=False)
        if text.strip()
        else None
    )
    return tuple(_Walker().blocks(root)) if root is not None else ()


class _Walker:
    """Gathers words until something begins a new line."""

    def __init__(self) -> None:
        self._words: list[tuple[str, bool]] = []

    def blocks(self, element: etree._Element) -> Iterator[Block]:
        yield from self._inside(element, bold=False)
        yield from self._line()

    def _inside(self, element: etree._Element, *, bold: bool) -> Iterator[Block]:
        self._add(element.text, bold=bold)
        for child in element:
            if isinstance(child.tag, str) and not _is_hidden(child):
                yield from self._child(child, bold=bold)
            self._add(child.tail, bold=bold)

    def _child(self, child: etree._Element, *, bold: bool) -> Iterator[Block]:
        tag = str(child.tag)
        if tag == "table":
            yield from self._line()
            yield Table(tuple(_rows(child)))
        elif tag == "br":
            yield from self._line(keep_empty=True)
        elif tag in _PARAGRAPHS:
            yield from self._line()
            if tag == "blockquote":
                yield Line(QUOTE_MARK)
            yield from self._inside(child, bold=bold)
            yield from self._line(_HEADINGS.get(tag))
        else:
            yield from self._inside(child, bold=bold or tag in ("b", "strong"))

    def _add(self, text: str | None, *, bold: bool) -> None:
        if text:
            self._words.append((text, bold))

    def _line(self, level: int | None = None, *, keep_empty: bool = False) -> Iterator[Line]:
        text = _SPACES.sub(" ", "".join(word for word, _ in self._words)).strip()
        filled = [bold for word, bold in self._words if word.strip()]
        bold_start = takewhile(lambda part: part[1] or not part[0].strip(), self._words)
        lead = _SPACES.sub(" ", "".join(word for word, _ in bold_start)).strip()
        self._words = []
        if text or keep_empty:
            bold = bool(filled) and all(filled)
            yield Line(text, level if text else None, bold, "" if bold else lead)


def _rows(table: etree._Element) -> Iterator[tuple[Cell, ...]]:
    for row in table.iterchildren("tr", "tbody", "thead", "tfoot"):
        if row.tag == "tr":
            yield tuple(Cell(tuple(_Walker().blocks(cell))) for cell in row.iterchildren("td", "th"))
        else:
            yield from _rows(row)


def _is_hidden(element: etree._Element) -> bool:
    return element.tag in _SKIPPED or bool(_HIDDEN.search(element.get("style", "")))
