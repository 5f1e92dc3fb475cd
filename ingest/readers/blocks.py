# SPDX-License-Identifier: EUPL-1.2
"""What documents, letters and mails consist of, whatever their format: lines, tables, named parts."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

TITLE_LEVEL = 0


@dataclass(frozen=True, repr=False)
class Line:
    """A paragraph, or a line of a letter; its text may hold line ends.

    ``level`` is that of a heading style (1-9, 0 for the title of the document);
    ``lead`` is the bold text at its start, where other text follows.
    """

    text: str
    level: int | None = None
    bold: bool = False
    lead: str = ""


@dataclass(frozen=True, repr=False)
class Cell:
    """A cell of a table."""

    blocks: tuple["Block", ...]

    @property
    def text(self) -> str:
        """All text of the cell, a line per paragraph; cells of a table inside it beside one another."""
        return "\n".join(_texts(self.blocks)).strip()


@dataclass(frozen=True, repr=False)
class Table:
    """Rows of cells; merged cells stand there once."""

    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, repr=False)
class Named:
    """A part that carries a name which readers do not see: a content control."""

    name: str
    blocks: tuple["Block", ...]


Block = Line | Table | Named


def text_cell(text: str) -> Cell:
    """A cell with text alone."""
    return Cell((Line(text),))


def _texts(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Line(text=text):
                yield text
            case Named(blocks=inner):
                yield from _texts(inner)
            case Table(rows=rows):
                for row in rows:
                    yield " ".join(filter(None, (cell.text for cell in row)))
