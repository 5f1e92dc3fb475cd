# SPDX-License-Identifier: EUPL-1.2
"""What openpyxl does not tell in read-only mode: hidden rows and columns, merged cells, empty formulas.

Element names: ECMA-376 part 1, chapter 18 (SpreadsheetML).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import iterparse

_REFERENCE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ON = ("1", "true")


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
    last_row: int = 0
    has_margins: bool = False

    def hides_column(self, column: int) -> bool:
        """Whether a column, counted from 1, is hidden."""
        return any(area.first_column <= column <= area.last_column for area in self.hidden_columns)


def sheet_structure(source: IO[bytes]) -> SheetStructure:
    """The structure of a sheet from its XML, which is read once and never held as a whole."""
    structure = SheetStructure()
    current = 0
    root: Element | None = None
    for event, element in iterparse(source, events=("start", "end")):
        name = element.tag.rpartition("}")[2]
        if event == "start":
            root = element if root is None else root
            if name == "row":
                current = _number(element.get("r"), current + 1)
        elif name == "row":
            _note_row(structure, element, current)
            element.clear()
        else:
            _note(structure, name, element)
        if event == "end" and name == "sheetData" and root is not None:
            root.clear()
        elif event == "end" and name == "row" and root is not None:
            _forget_rows(root)
    return structure


def _note(structure: SheetStructure, name: str, element: Element) -> None:
    if name == "col" and element.get("hidden") in _ON:
        first, last = _number(element.get("min"), 1), _number(element.get("max"), 1)
        structure.hidden_columns.append(Area(0, 0, first, last))
    elif name == "mergeCell":
        structure.merged.extend(_area(element.get("ref", "")))
    elif name in ("oddHeader", "oddFooter", "evenHeader", "evenFooter", "firstHeader", "firstFooter"):
        structure.has_margins = structure.has_margins or bool((element.text or "").strip())


def _note_row(structure: SheetStructure, row: Element, number: int) -> None:
    filled = False
    for cell in row:
        parts = {child.tag.rpartition("}")[2]: child for child in cell}
        has_value = "is" in parts or ("v" in parts and bool(parts["v"].text))
        filled = filled or has_value
        structure.formulas_without_value += "f" in parts and not has_value
    if filled:
        structure.last_row = max(structure.last_row, number)
        if row.get("hidden") in _ON:
            structure.hidden_rows.add(number)


def _forget_rows(root: Element) -> None:
    for child in root:
        if child.tag.endswith("}sheetData"):
            child.clear()


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
