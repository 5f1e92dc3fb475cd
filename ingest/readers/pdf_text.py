# SPDX-License-Identifier: EUPL-1.2
"""The text of the pages of a pdf: lines in their place, and which texts stand out."""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from pypdf import PageObject

from ingest.readers.margins import Page

_KEPT = 0.9
"""Share of the characters that the layout must keep; else the text without layout is taken."""
_BOLD = re.compile(r"bold|semibold|demi|black|heavy", re.I)
_LARGER = 1.15


@dataclass(frozen=True, repr=False)
class PdfText:
    """Lines of each page, in which spaces stand for place, and the texts in bold or large type."""

    pages: tuple[Page, ...]
    strong: frozenset[str]

    @property
    def letters(self) -> tuple[int, ...]:
        """How many letters each page has."""
        return tuple(sum(c.isalpha() for line in page for c in line) for page in self.pages)


def pdf_text(pages: Iterable[PageObject]) -> PdfText:
    """The text of all pages."""
    type_face = _TypeFace()
    return PdfText(tuple(_lines(page, type_face) for page in pages), type_face.strong())


def _lines(page: PageObject, type_face: "_TypeFace") -> Page:
    plain = page.extract_text(visitor_text=type_face.note)
    layout = page.extract_text(extraction_mode="layout")
    text = layout if len("".join(layout.split())) >= _KEPT * len("".join(plain.split())) else plain
    return tuple(text.split("\n"))


class _TypeFace:
    """Notes which texts are bold or larger than most of the text."""

    def __init__(self) -> None:
        self._bold: set[str] = set()
        self._sizes: dict[str, float] = {}
        self._common: Counter[float] = Counter()

    def note(self, text: str, _area: object, matrix: list[float], font: object, size: float) -> None:
        """Called by pypdf for each piece of text in one font."""
        words = " ".join(text.split())
        if not words:
            return
        name = str(font.get("/BaseFont", "")) if isinstance(font, dict) else ""
        if _BOLD.search(name):
            self._bold.add(words)
        height = round(abs(size * matrix[3]), 1)
        self._sizes[words] = height
        self._common[height] += len(words)

    def strong(self) -> frozenset[str]:
        """Texts that stand out."""
        usual = max(self._common.items(), key=lambda item: (item[1], -item[0]), default=(0.0, 0))[0]
        large = {words for words, height in self._sizes.items() if height > _LARGER * usual}
        return frozenset(self._bold | large)
