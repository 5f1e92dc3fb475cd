# SPDX-License-Identifier: EUPL-1.2
"""A document before it has a form: what a Word file, a PDF and a preview are all made from."""

from dataclasses import dataclass
from datetime import date

from casebase.bilingual import Language


@dataclass(frozen=True, repr=False)
class Tile:
    """One key figure: what it is, the figure, and what to know of it."""

    label: str
    value: str
    note: str


@dataclass(frozen=True, repr=False)
class Cover:
    """The head of the first page; ``facts`` are label and value."""

    kicker: str
    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    tiles: tuple[Tile, ...]


@dataclass(frozen=True, repr=False)
class Callout:
    """A text that may not be missed."""

    title: str
    text: str


@dataclass(frozen=True, repr=False)
class Heading:
    """A heading of a section (level 1) or of a part of it (level 2)."""

    text: str
    level: int = 1


@dataclass(frozen=True, repr=False)
class Paragraph:
    """Running text; ``quiet`` for what explains."""

    text: str
    quiet: bool = False


@dataclass(frozen=True, repr=False)
class Bullets:
    """A list; an item is what it is about, empty where it needs none, and the text."""

    items: tuple[tuple[str, str], ...]


@dataclass(frozen=True, repr=False)
class StoryBlock:
    """One case as it is told: a heading, a line about it, paragraphs, and texts with a label."""

    heading: str
    about: str
    paragraphs: tuple[str, ...]
    labelled: tuple[tuple[str, str], ...]


@dataclass(frozen=True, repr=False)
class Column:
    """One of some texts side by side: a heading, a line, and quotes with their source."""

    heading: str
    line: str
    quotes: tuple[tuple[str, str], ...]
    empty: str


@dataclass(frozen=True, repr=False)
class Columns:
    """Texts of equal weight side by side."""

    columns: tuple[Column, ...]


@dataclass(frozen=True, repr=False)
class Table:
    """A table with a caption; ``widths`` are parts of the whole, ``figures`` the columns set to the right."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    figures: frozenset[int] = frozenset()


@dataclass(frozen=True, repr=False)
class Figure:
    """A drawing as SVG with its caption, and the same in words; ``width`` and ``height`` in points."""

    svg: str
    alt: str
    caption: str
    width: float
    height: float


Block = Cover | Callout | Heading | Paragraph | Bullets | StoryBlock | Columns | Table | Figure


@dataclass(frozen=True, repr=False)
class Document:
    """A whole document: ``running`` stands at the head of every page, ``readers`` tells who may have it."""

    title: str
    subject: str
    sender: str
    running: str
    readers: str
    page: str
    page_of: str
    language: Language
    day: date
    blocks: tuple[Block, ...]

    @property
    def locale(self) -> str:
        """The language as documents name it, such as ``nl-NL``."""
        return "en-GB" if self.language is Language.EN else "nl-NL"
