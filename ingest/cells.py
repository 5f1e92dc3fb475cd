# SPDX-License-Identifier: EUPL-1.2
"""The filled cells of a row under headings that are known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.fields import Column, Shape
from ingest.headings import recognise
from ingest.notes import Note, read_as, unknown_heading
from ingest.readers.types import RawRow
from ingest.values import clean_text

PROSE = 60
"""Behind ``Werkgever:`` in the story of a form, a text longer than this is part of the story."""


@dataclass(frozen=True, repr=False)
class Cell:
    """A cleaned value with the heading above it, as written, and what that heading means."""

    column: Column
    heading: str
    value: str


def recognised_cells(row: RawRow) -> tuple[list[Cell], list[Note]]:
    """The filled cells, and the case number also where it is empty.

    What becomes of the other headings is noted, without any value.
    """
    cells, strangers, notes = [], [], []
    for heading, raw in row.fields:
        found, value = recognise(heading), clean_text(raw)
        if found is not None:
            cells.append(Cell(found.column, heading, value))
        if not value or heading.startswith("@"):
            continue
        if found is None:
            strangers.append(heading)
        elif not found.exact:
            notes.append(read_as(heading, found.column))
    notes += _unknown(strangers, cells)
    if row.row is None:
        cells = list(_with_prose_in_story(cells))
    return [cell for cell in cells if cell.value or cell.column.shape is Shape.CASE_ID], notes


def _unknown(headings: Sequence[str], cells: Sequence[Cell]) -> list[Note]:
    # Without one known heading this is no row of headings and values: the "headings" may be anything.
    quotable = any(cell.column.kind is None for cell in cells)
    personal = [cell.value for cell in cells if cell.column.kind is not None]
    return [unknown_heading(heading, quotable=quotable, personal=personal) for heading in headings]


def _with_prose_in_story(cells: Sequence[Cell]) -> Iterator[Cell]:
    """In a form, ``Werkgever: een kleine bakkerij die …`` under Situatie belongs to the story.

    So does ``Achtergrond: …``. The reader sees headings there, as the words are elsewhere; without
    this their text, or the words themselves, would be lost.
    """
    story: Cell | None = None
    for cell in cells:
        within = story is not None and cell.column.target == story.column.target
        if story and (within or (cell.column.kind is not None and len(cell.value) > PROSE)):
            yield Cell(story.column, story.heading, f"{cell.heading}: {cell.value}")
            continue
        if cell.column.kind is None:
            story = cell if cell.column.shape is Shape.STORY else None
        yield cell
