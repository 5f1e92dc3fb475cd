# SPDX-License-Identifier: EUPL-1.2
"""From the rows of a sheet to cases: which row holds the headings, and what stands under them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers import notices
from ingest.readers.types import IsLabel, RawRow

_SEARCHED_ROWS = 50
"""Headings stand among the first rows of a sheet; above them a title, a date, an explanation."""
_ENOUGH = 2


@dataclass(frozen=True, repr=False)
class GridRow:
    """A row with its number as a spreadsheet shows it (from 1) and its cells as text."""

    number: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        """Whether no cell holds more than spaces."""
        return not any(cell.strip() for cell in self.cells)


def heading_position(rows: Sequence[GridRow], is_heading: IsLabel | None) -> int | None:
    """Position of the row of headings among the given rows.

    With a function that knows headings: the first row with two that it knows, else the first with one.
    Without: the first row with two cells of text that are not numbers.
    """
    first = [(position, row) for position, row in enumerate(rows[:_SEARCHED_ROWS]) if not row.is_empty]
    if is_heading is None:
        counts = [(position, _words(row)) for position, row in first]
        return _first_with(counts, _ENOUGH)
    counts = [(position, known_headings(row, is_heading)) for position, row in first]
    enough = _first_with(counts, _ENOUGH)
    return enough if enough is not None else _first_with(counts, 1)


def known_headings(row: GridRow, is_heading: IsLabel) -> int:
    """How many cells of a row are known headings."""
    return sum(bool(cell.strip() and is_heading(cell.strip())) for cell in row.cells)


def cases(
    rows: Sequence[GridRow], position: int, *, sheet: str = "", strict: bool = False
) -> Iterator[RawRow]:
    """The rows under the headings; empty rows and repeated headings are passed over.

    ``strict`` marks rows that have another number of cells than there are headings.
    """
    headings = _trimmed(rows[position].cells)
    for row in rows[position + 1 :]:
        if row.is_empty or _trimmed(row.cells) == headings:
            continue
        place = f"blad {sheet} rij {row.number}" if sheet else f"rij {row.number}"
        cells = row.cells if not strict else _trimmed(row.cells, len(headings))
        problem = (
            notices.ragged_row(len(cells), len(headings)) if strict and len(cells) != len(headings) else None
        )
        yield RawRow(place, row.number, tuple(_fields(headings, cells)), problem, sheet)


def _fields(headings: tuple[str, ...], cells: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    """Heading and value for each column that has a heading, and for nameless ones that hold something."""
    for column in range(max(len(headings), len(cells))):
        heading = headings[column].strip() if column < len(headings) else ""
        value = cells[column] if column < len(cells) else ""
        if heading or value.strip():
            yield heading or f"kolom {column_letters(column)}", value


def column_letters(column: int) -> str:
    """The letters that a spreadsheet shows above a column, which counts from 0."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def _trimmed(cells: tuple[str, ...], least: int = 0) -> tuple[str, ...]:
    """Without empty cells at the end, down to a least number of cells."""
    end = len(cells)
    while end > least and not cells[end - 1].strip():
        end -= 1
    return tuple(cell.strip() for cell in cells[:end]) if not least else cells[:end]


def _words(row: GridRow) -> int:
    return sum(any(character.isalpha() for character in cell) for cell in row.cells)


def _first_with(counts: list[tuple[int, int]], least: int) -> int | None:
    return next((position for position, count in counts if count >= least), None)
