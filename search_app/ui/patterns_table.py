# SPDX-License-Identifier: EUPL-1.2
"""The list of patterns: a table that is sorted by links in its head."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from casebase.bilingual import Bilingual, Language
from search_app.ui import patterns_words as words
from search_app.ui.formats import counted, whole
from search_app.ui.labels import label
from search_app.ui.markup import plain
from search_app.ui.pattern_links import pattern_link
from search_app.ui.patterns_address import Column, PatternsView, patterns_link
from search_app.ui.patterns_board import due, emerging, news_label, offers_link, trend
from search_app.ui.patterns_rows import PatternRow

_HEADS: dict[Column, Bilingual] = {
    Column.NAME: words.NAME,
    Column.STATE: words.STATE,
    Column.CASES: words.NUMBER,
    Column.TREND: words.TREND,
    Column.DUE: words.DUE,
    Column.ADDRESSEE: words.WITH,
    Column.OWNER: words.OWNER,
}


def table(rows: Sequence[PatternRow], view: PatternsView, language: Language) -> str:
    """The rows as a table; roles are said, because on a phone every row becomes a block."""
    heads = "".join(_head(column, view, language) for column in _HEADS)
    body = "".join(_row(row, view, language) for row in rows)
    number = counted(len(rows), words.PATTERN, words.PATTERNS, language)
    return (
        f'<table class="mw-patronen" role="table"><caption>{number}</caption>'
        f'<thead role="rowgroup"><tr role="row">{heads}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table>'
    )


def _head(column: Column, view: PatternsView, language: Language) -> str:
    name = _HEADS[column].in_language(language)
    here = column is view.sort
    turned = replace(view, sort=column, descending=here and not view.descending)
    said = escape(words.SORT.in_language(language).format(column=name.lower()), quote=True)
    order = ("descending" if view.descending else "ascending") if here else "none"
    arrow = f'<span aria-hidden="true"> {"↓" if view.descending else "↑"}</span>' if here else ""
    link = escape(patterns_link(turned), quote=True)
    return (
        f'<th role="columnheader" scope="col" aria-sort="{order}">'
        f'<a href="{link}" title="{said}">{escape(name)}{arrow}</a></th>'
    )


def _row(row: PatternRow, view: PatternsView, language: Language) -> str:
    link = escape(pattern_link(row.pattern_id, as_of=view.day), quote=True)
    state = label(row.state.label.in_language(language), "stil")
    cells = [
        (Column.STATE, state),
        (Column.CASES, whole(row.cases, language)),
        (Column.TREND, f"{trend(row, language)}{emerging(row, language)}" or "–"),
        (Column.DUE, due(row, language)),
        (Column.ADDRESSEE, plain(row.addressee) or "–"),
        (Column.OWNER, plain(row.owner) or "–"),
    ]
    told = "".join(_cell(column, held, language) for column, held in cells)
    over = ' class="mw-over"' if row.overdue else ""
    return (
        f'<tr role="row"{over}><th role="rowheader" scope="row">'
        f'<a href="{link}">{plain(row.name)}</a> <span class="mw-hulp">{escape(row.pattern_id)}</span> '
        f"{news_label(row, language)} {offers_link(row, language)}</th>{told}</tr>"
    )


def _cell(column: Column, held: str, language: Language) -> str:
    head = escape(_HEADS[column].in_language(language), quote=True)
    return f'<td role="cell" class="mw-cel-{column.value}" data-kop="{head}">{held}</td>'
