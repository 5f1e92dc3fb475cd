# SPDX-License-Identifier: EUPL-1.2
"""How a table of a form is to be read: label beside value, label above value, or a register of cases."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ingest.readers.blocks import Block, Cell, Line, Table
from ingest.readers.labels import MAX_LABEL, Labels

_PAIR = 2
_RATED = 3
_SHORT = 60


@dataclass(frozen=True, repr=False)
class Pair:
    """A label and the blocks that are its value."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, repr=False)
class Section:
    """A row of one short cell: the title of a part of the form, or the value of a label above it."""

    text: str


@dataclass(frozen=True, repr=False)
class Text:
    """Blocks to be read as if they stood outside the table."""

    blocks: tuple[Block, ...]


@dataclass(frozen=True, repr=False)
class More:
    """Blocks that go on with the value of the label above, whose cell is merged or left empty."""

    blocks: tuple[Block, ...]


Part = Pair | Section | Text | More
_Row = tuple[Cell, ...]


def table_parts(table: Table, labels: Labels) -> Iterator[Part]:
    """The parts of a table in reading order."""
    rows = [row for row in table.rows if any(cell.text for cell in row)]
    if _has_heading_row(rows, labels):
        yield from _below_headings(rows, labels)
    elif _is_rated(rows, labels):
        yield from _rated(rows)
    else:
        is_form = any(len(row) > 1 for row in rows)
        for row in rows:
            yield from _row_parts(row, labels, is_form=is_form)


def _has_heading_row(rows: Sequence[_Row], labels: Labels) -> bool:
    """Labels in the first row, and below it values only, or values and labels in turn."""
    if len(rows) < _PAIR or len(rows[0]) < _PAIR or len({len(row) for row in rows}) > 1:
        return False
    if not _all_known(rows[0], labels):
        return False
    if not any(labels.known(row[0].text) for row in rows[1:]):
        return True
    values_between = not any(labels.known(cell.text) for row in rows[1::2] for cell in row)
    return values_between and all(_all_known(row, labels) for row in rows[::2])


def _below_headings(rows: Sequence[_Row], labels: Labels) -> Iterator[Pair]:
    """Each row of a register in turn, so that a new case number begins a new case."""
    headings = rows[0]
    for row in rows[1:]:
        if _all_known(row, labels):
            headings = row
            continue
        for heading, cell in zip(headings, row, strict=True):
            yield Pair(heading.text, cell.blocks)


def _all_known(row: _Row, labels: Labels) -> bool:
    return all(labels.known(cell.text) for cell in row)


def _is_rated(rows: Sequence[_Row], labels: Labels) -> bool:
    """A heading row and labels in the first column: ``Perspectief | Afweging | Oordeel``."""
    if len(rows) < _PAIR or any(len(row) != len(rows[0]) for row in rows) or len(rows[0]) < _RATED:
        return False
    first = rows[0]
    if labels.known(first[0].text) or not all(len(cell.text) <= _SHORT for cell in first):
        return False
    joined = [f"{row[0].text} {cell.text}" for row in rows[1:] for cell in first[2:]]
    return all(labels.known(row[0].text) for row in rows[1:]) and all(labels.known(label) for label in joined)


def _rated(rows: Sequence[_Row]) -> Iterator[Pair]:
    for row in rows[1:]:
        label = row[0].text
        yield Pair(label, row[1].blocks)
        for heading, cell in zip(rows[0][2:], row[2:], strict=True):
            yield Pair(f"{label} {heading.text.lower()}", cell.blocks)


def _row_parts(row: _Row, labels: Labels, *, is_form: bool) -> Iterator[Part]:
    if len(row) == 1:
        yield _lonely(row[0], labels, is_form=is_form)
    elif pairs := _pairs(row, labels):
        yield from pairs
    elif not row[0].text:
        yield More(_blocks(row[1:]))
    else:
        yield Text(_blocks(row))


def _lonely(cell: Cell, labels: Labels, *, is_form: bool) -> Part:
    text = cell.text
    is_title = is_form and len(text) <= MAX_LABEL and "\n" not in text and ":" not in text
    return Section(text) if is_title and not labels.known(text) else Text(cell.blocks)


def _pairs(row: _Row, labels: Labels) -> list[Pair]:
    """Label and value in turn; empty where the row does not look like that."""
    if len(row) == _RATED and labels.known(f"{row[0].text} oordeel") and len(row[2].text) <= _SHORT:
        return [Pair(row[0].text, row[1].blocks), Pair(f"{row[0].text} oordeel", row[2].blocks)]
    if len(row) % _PAIR == 0 and all(_is_label(cell, labels, alone=len(row) == _PAIR) for cell in row[::2]):
        pairs = zip(row[::2], row[1::2], strict=True)
        return [Pair(label.text, value.blocks) for label, value in pairs if label.text]
    if labels.known(row[0].text) or (labels.by_form and _is_label(row[0], labels, alone=True)):
        return [Pair(row[0].text, _blocks(row[1:]))]
    return []


def _is_label(cell: Cell, labels: Labels, *, alone: bool) -> bool:
    """In a table of two columns a short first cell is a label, also one that nobody knows."""
    text = cell.text
    if labels.known(text) or not text:
        return bool(text) or not alone
    if len(text) > MAX_LABEL or "\n" in text:
        return False
    return alone or labels.by_form or text.endswith(":") or _is_bold(cell)


def _is_bold(cell: Cell) -> bool:
    return any(isinstance(block, Line) and block.bold for block in cell.blocks)


def _blocks(cells: Sequence[Cell]) -> tuple[Block, ...]:
    return tuple(block for cell in cells for block in cell.blocks)
