# SPDX-License-Identifier: EUPL-1.2
"""Plain tables in HTML that screen readers can walk through."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from casebase.bilingual import Bilingual, Language


@dataclass(frozen=True)
class Cell:
    """Text of one cell: ``number`` puts it right, ``mark`` makes it a label, ``link`` a link."""

    text: str
    number: bool = False
    mark: str = ""
    link: str = ""


def table(head: Sequence[Bilingual], rows: Sequence[Sequence[Cell]], language: Language) -> str:
    """Rows under a head; the first cell of each row names it. All text is escaped."""
    numeric = [bool(rows) and rows[0][column].number for column in range(len(head))]
    names = "".join(
        f'<th scope="col"{_right(right)}>{escape(name.in_language(language))}</th>'
        for name, right in zip(head, numeric, strict=True)
    )
    body = "".join(
        f"<tr>{''.join(_cell(cell, first=not at) for at, cell in enumerate(row))}</tr>" for row in rows
    )
    return f'<table class="mw-cijfers"><thead><tr>{names}</tr></thead><tbody>{body}</tbody></table>'


def _cell(cell: Cell, *, first: bool) -> str:
    text = escape(cell.text)
    if cell.mark:
        text = f'<span class="mw-label mw-{cell.mark}">{text}</span>'
    if cell.link:
        text = f'<a href="{escape(cell.link, quote=True)}">{text}</a>'
    if first:
        return f'<th scope="row">{text}</th>'
    return f"<td{_right(cell.number)}>{text}</td>"


def _right(number: bool) -> str:
    return ' class="mw-getal"' if number else ""
