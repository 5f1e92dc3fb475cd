# SPDX-License-Identifier: EUPL-1.2
"""What openpyxl does not tell in read-only mode: hidden rows and columns, merged cells, empty formulas.

Element names: ECMA-376 part 1, chapter 18 (SpreadsheetML).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.sax import parse

from ingest.errors import Refusal, RefusedContentError

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ON = ("1", "true")
_MARGINS = ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter")


@dataclass(frozen=True)
class Area:
    """A block of cells; rows and columns count from 1 and include the last."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int


@dataclass
class SheetStructure:
    """What is hidden, merged or without a value on one sheet.

    ``last_row`` is the last row with any value: formatting often runs on for a million rows.
    """

    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[Area] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    formulas_without_value: int = 0
    filled_rows: int = 0
    last_row: int = 0
    has_margins: bool = False

    def hides_column(self, column: int) -> bool:
        """Whether a column, counted from 1, is hidden."""
        return any(area.first_column <= column <= area.last_column for area in self.hidden_columns)


def sheet_structure(source: IO[bytes], most_rows: int) -> SheetStructure:
    """The structure of a sheet from its XML, which passes by and is never held as a whole.

    Raises:
        RefusedContentError: more rows than allowed hold a value.
    """
    listener = _Listener(most_rows)
    parse(source, listener)
    return listener.structure


class _Listener(ContentHandler):
    """Hears the elements of a sheet; sheets of a million rows pass here, so it does little for each."""

    def __init__(self, most_rows: int) -> None:
        super().__init__()
        self.structure = SheetStructure()
        self._most_rows = most_rows
        self._row = 0
        self._row_is_hidden = False
        self._row_is_filled = False
        self._cell_is_formula = False
        self._cell_is_filled = False
        self._in_value = False
        self._in_margin = False

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - name of the interface
        match name.rpartition(":")[2]:
            case "c":
                self._cell_is_formula = self._cell_is_filled = False
            case "v" | "is":
                self._in_value = True
            case "row":
                self._row = _number(attrs.get("r"), self._row + 1)
                self._row_is_hidden = attrs.get("hidden") in _ON
                self._row_is_filled = False
            case "f":
                self._cell_is_formula = True
            case "col" if attrs.get("hidden") in _ON:
                columns = _number(attrs.get("min"), 1), _number(attrs.get("max"), 1)
                self.structure.hidden_columns.append(Area(0, 0, *columns))
            case "mergeCell":
                self.structure.merged.extend(_area(attrs.get("ref", "")))
            case element if element in _MARGINS:
                self._in_margin = True

    def characters(self, content: str) -> None:
        if self._in_value:
            self._cell_is_filled = True
        elif self._in_margin and content.strip():
            self.structure.has_margins = True

    def endElement(self, name: str) -> None:  # noqa: N802 - name of the interface
        match name.rpartition(":")[2]:
            case "v" | "is":
                self._in_value = False
            case "c":
                self._row_is_filled = self._row_is_filled or self._cell_is_filled
                self.structure.formulas_without_value += self._cell_is_formula and not self._cell_is_filled
            case "row" if self._row_is_filled:
                self._end_filled_row()
            case element if element in _MARGINS:
                self._in_margin = False

    def _end_filled_row(self) -> None:
        structure = self.structure
        structure.filled_rows += 1
        structure.last_row = max(structure.last_row, self._row)
        if self._row_is_hidden:
            structure.hidden_rows.add(self._row)
        # One row more: the headings.
        if structure.filled_rows > self._most_rows + 1:
            raise RefusedContentError(Refusal.TOO_MANY_ROWS, self._most_rows)


def _area(reference: str) -> Iterator[Area]:
    corners = _REFERENCE.findall(reference)
    if len(corners) == 2:
        (first, top), (last, bottom) = corners
        yield Area(int(top), int(bottom), _column(first), _column(last))


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _number(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() else otherwise
