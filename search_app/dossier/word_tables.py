# SPDX-License-Identifier: EUPL-1.2
"""The tables of an evidence pack in Word: rows that stay whole and heads that come back on the next page."""

from collections.abc import Sequence
from typing import Any

from search_app.dossier import template as t
from search_app.dossier.document import Column, Columns, Table, Tile

_MM = 56.7  # twentieths of a point


def grid(word: Any, table: Table, width: float) -> None:
    """A table with a head; ``width`` in millimetres."""
    widths = [width * part / sum(table.widths) for part in table.widths]
    made = _table(word, len(table.rows) + 1, widths, t.TABLE_STYLE)
    for row, texts in enumerate((table.head, *table.rows)):
        for column, text in enumerate(texts):
            paragraph = _fill(made.cell(row, column), text)
            paragraph.runs[0].bold = row == 0
            if column in table.figures:
                paragraph.alignment = 2
            paragraph.paragraph_format.keep_with_next = row < min(2, len(table.rows))
    made.rows[0]._tr.get_or_add_trPr().append(t.element("<w:tblHeader/>"))
    made._tbl.tblPr.append(t.element(f'<w:tblCaption w:val="{_quoted(table.caption)}"/>'))


def facts(word: Any, items: Sequence[tuple[str, str]], width: float) -> None:
    """Labels and values in two halves side by side, read down the left one first."""
    half = (len(items) + 1) // 2
    part = width / 2
    made = _table(word, half, [28, part - 30, 24, part - 22])
    for place, (label, value) in enumerate(items):
        row, side = place % half, 2 * (place // half)
        _fill(made.cell(row, side), label, colour=t.QUIET)
        _fill(made.cell(row, side + 1), value)


def tiles(word: Any, items: Sequence[Tile], width: float) -> None:
    """The key figures side by side."""
    from docx.shared import Pt

    made = _table(word, 1, [width / len(items)] * len(items))
    for cell, tile in zip(made.rows[0].cells, items, strict=True):
        _shade(cell, "F4F6F8", top=t.ACCENT)
        cell.paragraphs[0].style = t.TILE_LABEL
        cell.paragraphs[0].add_run(tile.label)
        value = cell.add_paragraph(tile.value, t.TILE_VALUE)
        if len(tile.value) > 14:
            value.runs[0].font.size = Pt(11)
        cell.add_paragraph(tile.note, t.TILE_LABEL)


def columns(word: Any, block: Columns, width: float) -> None:
    """Texts side by side, each under its heading; a page may end between two quotes."""
    most = max([1, *(len(column.quotes) for column in block.columns)])
    made = _table(word, 1 + most, [width / len(block.columns)] * len(block.columns))
    for place, column in enumerate(block.columns):
        colour = t.FIELDS[place % len(t.FIELDS)]
        _shade(made.cell(0, place), "", top=colour)
        _column_head(made.cell(0, place), column, colour)
        quotes = column.quotes or ((column.empty, ""),)
        for row, (text, source) in enumerate(quotes, start=1):
            _quote(made.cell(row, place), text, source)
        for row in range(len(quotes) + 1, most + 1):
            made.cell(row, place).paragraphs[0].style = t.GAP


def _column_head(cell: Any, column: Column, colour: str) -> None:
    from docx.shared import RGBColor

    cell.paragraphs[0].style = "Heading 2"
    cell.paragraphs[0].add_run(column.heading).font.color.rgb = RGBColor.from_string(colour)
    cell.add_paragraph(column.line, t.TILE_LABEL).paragraph_format.keep_with_next = True


def _quote(cell: Any, text: str, source: str) -> None:
    cell.paragraphs[0].style = "Quote"
    cell.paragraphs[0].add_run(f"“{text}”" if source else text)
    if source:
        cell.add_paragraph(source, t.TILE_LABEL)


def _table(word: Any, rows: int, widths: Sequence[float], style: str = "") -> Any:
    from docx.shared import Mm

    made = word.add_table(rows, len(widths))
    made.autofit = False
    if style:
        made.style = word.styles[style]
    for column, millimetres in enumerate(widths):
        made.columns[column].width = Mm(millimetres)
        for cell in made.columns[column].cells:
            cell.width = Mm(millimetres)
    for row in made.rows:
        row._tr.get_or_add_trPr().append(t.element("<w:cantSplit/>"))
    return made


def _fill(cell: Any, text: str, colour: str = "") -> Any:
    from docx.shared import RGBColor

    paragraph = cell.paragraphs[0]
    paragraph.style = t.TABLE_TEXT
    run = paragraph.add_run(text)
    if colour:
        run.font.color.rgb = RGBColor.from_string(colour)
    return paragraph


def _shade(cell: Any, fill: str, *, top: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    properties.append(
        t.element(f'<w:tcBorders><w:top w:val="single" w:sz="18" w:space="0" w:color="{top}"/></w:tcBorders>')
    )
    if fill:
        properties.append(t.element(f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'))
    properties.append(
        t.element(
            '<w:tcMar><w:top w:w="80" w:type="dxa"/><w:left w:w="110" w:type="dxa"/>'
            '<w:bottom w:w="80" w:type="dxa"/><w:right w:w="110" w:type="dxa"/></w:tcMar>'
        )
    )


def _quoted(text: str) -> str:
    from xml.sax.saxutils import escape

    return escape(text, {'"': "&quot;"})
