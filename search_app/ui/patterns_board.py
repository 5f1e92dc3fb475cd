# SPDX-License-Identifier: EUPL-1.2
"""The board of patterns: a column for every state, a card for every pattern."""

from collections.abc import Sequence
from datetime import date
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.pattern_vocabulary import PatternState
from patterns.receipts import MonthCount
from search_app.ui import patterns_signal_words as signals
from search_app.ui import patterns_words as words
from search_app.ui.formats import counted, month_year, whole
from search_app.ui.labels import label
from search_app.ui.markup import plain
from search_app.ui.pattern_links import Part, pattern_link
from search_app.ui.patterns_rows import PatternRow, by_column, ended

_LOWEST = 4
"""Cases a month that fill the height of the bars at least: one single case is no peak."""


def board(rows: Sequence[PatternRow], day: date | None, language: Language) -> str:
    """All patterns; ``day`` is the earlier day that is looked at, None for today."""
    columns = "".join(_column(state, held, day, language) for state, held in by_column(rows).items())
    over = ended(rows)
    return f'<div class="mw-bord">{columns}</div>{_ended(over, day, language) if over else ""}'


def month_bars(months: Sequence[MonthCount], language: Language) -> str:
    """Cases a month as small bars, with the counts for who cannot see them; empty without months."""
    if not months:
        return ""
    most = max(_LOWEST, *(month.cases for month in months))
    told = words.MONTHS.in_language(language).format(
        first=month_year(months[0].first_day, language),
        last=month_year(months[-1].first_day, language),
        counts=", ".join(str(month.cases) for month in months),
    )
    bars = "".join(f'<i style="height:{100 * month.cases / most:.0f}%"></i>' for month in months)
    name = escape(told, quote=True)
    return f'<span class="mw-maanden" role="img" aria-label="{name}" title="{name}">{bars}</span>'


def trend(row: PatternRow, language: Language) -> str:
    """What the figures say in a word, beside the bars; empty where there are no figures."""
    if row.trend is None:
        return ""
    said = escape(words.VERDICTS[row.trend].in_language(language))
    return f'<div class="mw-gang"><span>{said}</span>{month_bars(row.months, language)}</div>'


def emerging(row: PatternRow, language: Language) -> str:
    """That a pattern is emerging, with the reason to unfold; empty where it is not."""
    if not row.emerging or row.reason is None:
        return ""
    reason = escape(row.reason.in_language(language))
    flag = label(words.EMERGING.in_language(language), "half")
    why = f'<span class="mw-gehoord">{escape(words.WHY.in_language(language))}</span>'
    return (
        f'<details class="mw-komtop"><summary title="{escape(reason, quote=True)}">{flag}{why}</summary>'
        f"<p>{reason}</p></details>"
    )


def due(row: PatternRow, language: Language) -> str:
    """By when the submitters hear, loud when that day is over."""
    if row.answer_due is None:
        return escape(words.NO_DATE.in_language(language))
    day = short_day(row.answer_due, language)
    if row.overdue:
        return label(words.OVER_SINCE.in_language(language).format(day=day), "niet")
    return escape(words.BEFORE.in_language(language).format(day=day))


def short_day(day: date, language: Language) -> str:
    """A day where there is little room: 4 sep 2025."""
    return f"{day.day} {words.SHORT_MONTHS.in_language(language).split()[day.month - 1]} {day.year}"


def news_label(row: PatternRow, language: Language) -> str:
    """How much is new since this person looked; empty when nothing is."""
    if not row.news:
        return ""
    return label(words.NEW_HERE.in_language(language).format(number=whole(row.news, language)), "sterk")


def offers_link(row: PatternRow, language: Language) -> str:
    """How many cases may belong to a pattern, as a link to where one says yes or no; empty without any."""
    if not row.offers:
        return ""
    link = escape(pattern_link(row.pattern_id, Part.CASES), quote=True)
    number = escape(signals.MAYBE.in_language(language).format(number=whole(row.offers, language)))
    name = escape(signals.MAYBE_WHAT.in_language(language).format(name=row.name), quote=True)
    return f'<a class="mw-label mw-mogelijk mw-erbij" href="{link}" title="{name}">{number}</a>'


def _column(state: PatternState, rows: Sequence[PatternRow], day: date | None, language: Language) -> str:
    title = escape(state.label.in_language(language))
    number = f'<span class="mw-aantal">{whole(len(rows), language)}</span>'
    cards = "".join(_card(row, day, language) for row in rows)
    held = f"<ul>{cards}</ul>" if rows else f'<p class="mw-hulp">{words.NONE_HERE.in_language(language)}</p>'
    kind = "mw-kolom" if rows else "mw-kolom mw-kolom-leeg"
    return f'<section class="{kind}"><h2>{title} {number}</h2>{held}</section>'


def _card(row: PatternRow, day: date | None, language: Language) -> str:
    link = escape(pattern_link(row.pattern_id, as_of=day), quote=True)
    size = counted(row.cases, words.CASE, words.CASES, language)
    reopened = (
        label(row.state.label.in_language(language), "stil") if row.state is PatternState.REOPENED else ""
    )
    flags = "".join(
        [news_label(row, language), offers_link(row, language), reopened, emerging(row, language)]
    )
    marks = f'<div class="mw-vlaggen">{flags}</div>' if flags else ""
    return (
        f'<li class="mw-patroon{" mw-over" if row.overdue else ""}">'
        f'<h3><a href="{link}">{plain(row.name)}</a></h3>'
        f'<p class="mw-meta">{escape(row.pattern_id)} · {size}</p>'
        f"{trend(row, language)}{marks}{_facts(row, language)}</li>"
    )


def _facts(row: PatternRow, language: Language) -> str:
    addressee = row.addressee or words.NOBODY.in_language(language)
    facts: list[tuple[Bilingual, str]] = [
        (words.ANSWER, due(row, language)),
        (words.WITH, escape(addressee).replace("/", "/<wbr>")),
        (words.OWNER, plain(row.owner)),
    ]
    if row.action_due:
        day = short_day(row.action_due, language)
        facts.insert(1, (words.ACTION, escape(words.BEFORE.in_language(language).format(day=day))))
    items = "".join(
        f"<div><dt>{name.in_language(language)}</dt><dd>{told}</dd></div>" for name, told in facts
    )
    return f'<dl class="mw-kaartfeiten">{items}</dl>'


def _ended(rows: Sequence[PatternRow], day: date | None, language: Language) -> str:
    items = "".join(
        f'<li><a href="{escape(pattern_link(row.pattern_id, as_of=day), quote=True)}">{plain(row.name)}</a> '
        f"{label(row.state.label.in_language(language), 'stil')} "
        f'<span class="mw-hulp">{escape(row.pattern_id)} · '
        f"{counted(row.cases, words.CASE, words.CASES, language)}</span></li>"
        for row in rows
    )
    what = words.ENDED_WHAT.in_language(language)
    number = counted(len(rows), words.PATTERN, words.PATTERNS, language)
    return (
        f'<details class="mw-afgerond"><summary>{number} {words.ENDED.in_language(language)}</summary>'
        f'<p class="mw-hulp">{escape(what)}</p><ul>{items}</ul></details>'
    )
