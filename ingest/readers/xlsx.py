# SPDX-License-Identifier: EUPL-1.2
"""Registers and forms in Excel (xlsx)."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import openpyxl
from defusedxml.ElementTree import fromstring
from openpyxl.utils.escape import unescape

from casebase.bilingual import Bilingual
from ingest.errors import Refusal, RefusedContentError
from ingest.readers import notices
from ingest.readers.answer import Parsed
from ingest.readers.blocks import Table, text_cell
from ingest.readers.columns import GridRow, cases, heading_position, known_headings
from ingest.readers.forms import form_rows, read_form
from ingest.readers.plain_text import plain_number
from ingest.readers.types import IsLabel, RawRow, ReadLimits
from ingest.readers.xlsx_structure import Area, SheetStructure, sheet_structure

_LEAST_FORM_LABELS = 3
_LONGEST_FORM = 200
_WHOLE_SHEET = 1_048_576


@dataclass
class _Tally:
    sheets: int = 0
    rows: int = 0
    columns: int = 0
    formulas: int = 0
    errors: int = 0
    unknown_sheets: int = 0
    margins: bool = False


@dataclass(frozen=True, repr=False)
class _Sheet:
    name: str
    rows: list[GridRow] = field(default_factory=list)


def read_xlsx(content: bytes, limits: ReadLimits, is_heading: IsLabel | None) -> Parsed:
    """The cases on the visible sheets: a case per row, or per sheet that is a form with labels beside values.

    Hidden sheets, rows and columns, comments and document properties are left out and reported.
    A value in cells that are merged over several rows counts for each of them.
    """
    tally = _Tally()
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheets = [_sheet(sheet, archive, limits, tally) for sheet in _visible(workbook, tally)]
        findings = tuple(_findings(archive, tally))
    rows = tuple(_cases([sheet for sheet in sheets if sheet.rows], is_heading, tally))
    warnings = (
        *notices.counted("formulas", tally.formulas),
        *notices.counted("cell errors", tally.errors),
        *notices.counted("sheets without headings", tally.unknown_sheets),
    )
    return Parsed(rows, findings, warnings)


def _visible(workbook: Any, tally: _Tally) -> Iterator[Any]:
    for sheet in workbook.worksheets:
        if sheet.sheet_state == "visible":
            yield sheet
        else:
            tally.sheets += 1


def _sheet(sheet: Any, archive: zipfile.ZipFile, limits: ReadLimits, tally: _Tally) -> _Sheet:
    with archive.open(sheet._worksheet_path) as source:
        structure = sheet_structure(source, limits.rows)
    tally.formulas += structure.formulas_without_value
    tally.margins = tally.margins or structure.has_margins
    # What a sheet says about its own size is often wrong, sometimes on purpose.
    sheet.reset_dimensions()
    found = _Sheet(sheet.title)
    filled: dict[Area, str] = {}
    columns_hidden: set[int] = set()
    for number, cells in enumerate(sheet.iter_rows(max_row=structure.last_row or 1), start=1):
        if number in structure.hidden_rows:
            tally.rows += 1
        elif any(cell.value is not None for cell in cells):
            if any(cell.value is not None for cell in cells[limits.columns :]):
                raise RefusedContentError(Refusal.TOO_MANY_COLUMNS, limits.columns)
            texts = [_text(cell, tally) for cell in cells[: limits.columns]]
            _fill_merged(texts, number, structure, filled)
            found.rows.append(GridRow(number, _shown(texts, structure, columns_hidden)))
    tally.columns += len(columns_hidden)
    return found


def _fill_merged(texts: list[str], row: int, structure: SheetStructure, filled: dict[Area, str]) -> None:
    """Repeat in each row what stands in the first row of a merged area."""
    for area in structure.merged:
        if not area.first_row <= row <= area.last_row or area.last_row - area.first_row >= _WHOLE_SHEET // 2:
            continue
        column = area.first_column - 1
        if row == area.first_row:
            filled[area] = texts[column] if column < len(texts) else ""
        elif filled.get(area):
            texts.extend([""] * (column + 1 - len(texts)))
            texts[column] = filled[area]


def _shown(texts: list[str], structure: SheetStructure, hidden: set[int]) -> tuple[str, ...]:
    shown = []
    for column, text in enumerate(texts, start=1):
        if structure.hides_column(column):
            hidden.update({column} if text else ())
            shown.append("")
        else:
            shown.append(text)
    return tuple(shown)


def _text(cell: Any, tally: _Tally) -> str:
    """The value of a cell as text: dates as 2024-03-31, yes and no as ja and nee."""
    value = cell.value
    if value is None or cell.data_type == "e":
        tally.errors += value is not None
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, int | float):
        return plain_number(value, cell.number_format)
    return _time_text(value) if isinstance(value, date | time | timedelta) else unescape(str(value))


def _time_text(value: date | time | timedelta) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return value.strftime("%H:%M") if isinstance(value, time) else str(value)


def _cases(sheets: list[_Sheet], is_heading: IsLabel | None, tally: _Tally) -> Iterator[RawRow]:
    """Rows of registers and forms; a sheet that is neither is skipped where another one is read."""
    if not sheets:
        raise RefusedContentError(Refusal.EMPTY)
    found = False
    several = len(sheets) > 1
    for sheet in sheets:
        position = heading_position(sheet.rows, is_heading)
        if _is_form(sheet, position, is_heading):
            yield from _form(sheet, is_heading)
        elif position is not None:
            yield from cases(sheet.rows, position, sheet=sheet.name if several else "")
        else:
            tally.unknown_sheets += 1
            continue
        found = True
    if not found:
        raise RefusedContentError(Refusal.NO_COLUMNS)


def _is_form(sheet: _Sheet, position: int | None, is_heading: IsLabel | None) -> bool:
    """Labels under one another at the start of the rows, and more of them than in any row."""
    if is_heading is None:
        return False
    firsts = (next(filter(None, map(str.strip, row.cells)), "") for row in sheet.rows[:_LONGEST_FORM])
    labels = sum(bool(is_heading(first)) for first in firsts)
    beside = known_headings(sheet.rows[position], is_heading) if position is not None else 0
    return labels >= _LEAST_FORM_LABELS and labels > beside


def _form(sheet: _Sheet, is_heading: IsLabel | None) -> Iterator[RawRow]:
    rows = tuple(tuple(text_cell(cell) for cell in row.cells if cell.strip()) for row in sheet.rows)
    for row in form_rows(read_form([Table(rows)], is_heading).entries):
        yield RawRow(f"blad {sheet.name}", None, row.fields, sheet=sheet.name)


def _findings(archive: zipfile.ZipFile, tally: _Tally) -> Iterator[Bilingual]:
    names = archive.namelist()
    yield from notices.counted("hidden sheets", tally.sheets)
    yield from notices.counted("hidden rows", tally.rows)
    yield from notices.counted("hidden columns", tally.columns)
    yield from notices.comments(*_comments(archive, names))
    if tally.margins:
        yield notices.HEADERS_AND_FOOTERS
    if "docProps/core.xml" in names and _has_author(archive):
        yield notices.DOCUMENT_PROPERTIES
    yield from notices.counted("attachments", sum(name.startswith("xl/embeddings/") for name in names))


def _comments(archive: zipfile.ZipFile, names: list[str]) -> tuple[int, int]:
    """How many comments by how many people; threaded ones are repeated in the older list."""
    count, authors = 0, set()
    for name in names:
        if name.startswith("xl/") and name.rpartition("/")[2].startswith("comment") and name.endswith(".xml"):
            root = fromstring(archive.read(name))
            count += sum(element.tag.endswith("}comment") for element in root.iter())
            authors |= {element.text for element in root.iter() if element.tag.endswith("}author")}
    return count, len(authors - {None, ""})


def _has_author(archive: zipfile.ZipFile) -> bool:
    root = fromstring(archive.read("docProps/core.xml"))
    people = ("}creator", "}lastModifiedBy")
    return any(element.tag.endswith(people) and (element.text or "").strip() for element in root.iter())
