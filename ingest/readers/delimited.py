# SPDX-License-Identifier: EUPL-1.2
"""Registers as text with separators: csv and tsv (RFC 4180, and what Dutch Excel makes of it)."""

import csv
import io
import re
from collections import Counter
from dataclasses import replace
from itertools import islice

from ingest.errors import Refusal, RefusedContentError
from ingest.readers import notices
from ingest.readers.answer import Parsed
from ingest.readers.columns import GridRow, cases, heading_position, known_headings
from ingest.readers.encodings import decode_text
from ingest.readers.types import IsLabel, RawRow, ReadLimits

_SEPARATORS = (";", ",", "\t", "|")
_SAMPLE_ROWS = 200
_LARGEST_CELL = 10_000_000
_DECLARED = re.compile(r"sep=(.)\r?\n", re.I)
_END = "\x02end\x03"


def read_csv(content: bytes, limits: ReadLimits, is_heading: IsLabel | None) -> Parsed:
    """A case for each row under the headings.

    A row with another number of cells than headings is given with a problem. Row numbers are
    those that a spreadsheet shows: a quoted cell may hold several lines.
    """
    decoded = decode_text(content)
    csv.field_size_limit(_LARGEST_CELL)
    declared = _DECLARED.match(decoded.text)
    text = decoded.text[declared.end() :] if declared else decoded.text
    separator = declared[1] if declared else _separator(text, is_heading)
    rows, is_open = _rows(text, separator, limits)
    if declared:
        rows = [replace(row, number=row.number + 1) for row in rows]
    position = heading_position(rows, is_heading)
    if position is None:
        raise RefusedContentError(Refusal.NO_COLUMNS)
    found = list(cases(rows, position, strict=True))
    warnings = (notices.MIXED_ENCODING,) if decoded.damaged else ()
    return Parsed(tuple(_mark_open(found) if is_open else found), warnings=warnings)


def _rows(text: str, separator: str, limits: ReadLimits) -> tuple[list[GridRow], bool]:
    """All rows, and whether the last cell swallowed the rest of the file for want of a closing quote."""
    line_end = "" if text.endswith("\n") else "\n"
    records = csv.reader(io.StringIO(f"{text}{line_end}{_END}", newline=""), delimiter=separator)
    rows = [GridRow(n, tuple(cells)) for n, cells in enumerate(islice(records, limits.rows + 2), start=1)]
    last = rows[-1].cells
    if last == (_END,):
        return rows[:-1], False
    if len(rows) > limits.rows + 1:
        raise RefusedContentError(Refusal.TOO_MANY_ROWS, limits.rows)
    cells = (*last[:-1], last[-1].removesuffix(_END).removesuffix("\n"))
    return [*rows[:-1], replace(rows[-1], cells=cells)], True


def _mark_open(rows: list[RawRow]) -> list[RawRow]:
    return [*rows[:-1], replace(rows[-1], problem=notices.OPEN_QUOTE)] if rows else rows


def _separator(text: str, is_heading: IsLabel | None) -> str:
    """The separator that gives most known headings, then the most even rows, then the most columns.

    A guess by frequency alone (csv.Sniffer) falls for the decimal comma.
    """
    return max(_SEPARATORS, key=lambda separator: _merit(text, separator, is_heading))


def _merit(text: str, separator: str, is_heading: IsLabel | None) -> tuple[int, float, int]:
    records = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    rows = [GridRow(n, tuple(cells)) for n, cells in enumerate(islice(records, _SAMPLE_ROWS))]
    widths = Counter(len(row.cells) for row in rows if not row.is_empty)
    if not widths or set(widths) == {1}:
        return (0, 0.0, 0)
    width, times = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
    position = heading_position(rows, is_heading)
    known = known_headings(rows[position], is_heading) if is_heading and position is not None else 0
    return (known, times / widths.total(), width)
