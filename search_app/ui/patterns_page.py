# SPDX-License-Identifier: EUPL-1.2
"""What stands around the board, the list and the proposals: heading, tabs, what is overdue, what is new."""

from collections.abc import Sequence
from datetime import date
from html import escape

from casebase.bilingual import Bilingual, Language
from casebase.store import PatternEventRecord, SavedSearchRecord, as_filters
from patterns.news import News
from search_app.ui import patterns_signal_words as signals
from search_app.ui import patterns_words as words
from search_app.ui.formats import counted, day_month_year, whole
from search_app.ui.markup import plain
from search_app.ui.pattern_links import Part, pattern_link
from search_app.ui.patterns_address import PatternsView, Tab, patterns_link, tab_link
from search_app.ui.patterns_rows import PatternRow, events_of
from search_app.ui.state import SearchState, case_link, search_link

_TABS = {Tab.BOARD: words.BOARD, Tab.LIST: words.LIST, Tab.PROPOSALS: words.PROPOSALS}
NAMED = 3
"""Overdue patterns, and new cases of one pattern, that are named; the others are counted."""


def heading(view: PatternsView, proposals: int | None, language: Language) -> str:
    """The title, the tabs, and the link to a new pattern; ``proposals`` counts the open ones."""
    new = ""
    if view.day is None and view.tab is not Tab.NEW:
        link = escape(patterns_link(PatternsView(tab=Tab.NEW)), quote=True)
        new = f'<a class="mw-zoals" href="{link}">{escape(words.NEW_PATTERN.in_language(language))}</a>'
    tabs = "".join(_tab(tab, view, proposals, language) for tab in _TABS)
    name = escape(words.TABS.in_language(language), quote=True)
    return (
        f'<header class="mw-begin mw-patroonkop"><div><h1>{escape(words.TITLE.in_language(language))}</h1>'
        f"<p>{escape(words.LEAD.in_language(language))}</p></div>"
        f'<div class="mw-tabbalk"><nav class="mw-tabs" aria-label="{name}">{tabs}</nav>{new}</div></header>'
    )


def earlier(view: PatternsView, day: date, language: Language) -> str:
    """That the page tells about an earlier day, with the way back."""
    sentence = words.EARLIER.in_language(language).format(day=day_month_year(day, language))
    today = PatternsView(tab=view.tab, state=view.state, owner=view.owner, overdue=view.overdue)
    link = escape(patterns_link(today), quote=True)
    back = escape(words.TO_TODAY.in_language(language))
    return f'<p class="mw-melding mw-let-op" role="status">{escape(sentence)} <a href="{link}">{back}</a></p>'


def overdue_line(rows: Sequence[PatternRow], day: date | None, language: Language) -> str:
    """Which promised answers are overdue, in one line."""
    said = words.OVERDUE_ONE if len(rows) == 1 else words.OVERDUE_MANY
    named = ", ".join(_promised(row, day, language) for row in rows[:NAMED])
    more = ""
    if len(rows) > NAMED:
        more = f" {words.AND_MORE.in_language(language).format(number=whole(len(rows) - NAMED, language))}"
    text = escape(said.in_language(language).format(number=whole(len(rows), language)))
    return f'<p class="mw-melding mw-fout mw-te-laat">{text} {named}{escape(more)}.</p>'


def saved_name(saved: SavedSearchRecord, language: Language) -> str:
    """What somebody follows, as plain text."""
    if saved.pattern_id:
        return saved.name
    return words.NEWS_SEARCH.in_language(language).format(name=saved.name)


def news_item(news: News, language: Language) -> str:
    """What is new in one thing that somebody saved, with links to it."""
    told = [_cases_told(news.case_ids, language)] if news.case_ids else []
    told += [escape(_event_told(event, language)) for event in events_of(news)]
    if news.offered and news.saved.pattern_id:
        told.append(_offered_told(news.saved.pattern_id, news.offered, language))
    return f"<p>{followed_link(news.saved, language)}: {'; '.join(told)}.</p>"


def followed_link(saved: SavedSearchRecord, language: Language) -> str:
    """What somebody follows, as a link to it: a pattern, or a search with its conditions."""
    search = SearchState(text=saved.text or "", filters=as_filters(saved.filters))
    to = pattern_link(saved.pattern_id) if saved.pattern_id else search_link(search)
    return f'<a href="{escape(to, quote=True)}">{plain(saved_name(saved, language))}</a>'


def nothing(
    title: Bilingual, body: Bilingual, link: str, action: Bilingual | None, language: Language
) -> str:
    """That there is nothing to show, why, and what to do."""
    step = ""
    if action:
        step = f'<p><a href="{escape(link, quote=True)}">{escape(action.in_language(language))}</a></p>'
    return (
        f'<section class="mw-niets"><h2>{escape(title.in_language(language))}</h2>'
        f"<p>{escape(body.in_language(language))}</p>{step}</section>"
    )


def not_counted(problem: Bilingual, language: Language) -> str:
    """That there are no figures now, and why."""
    told = words.NOT_COUNTED.in_language(language).format(problem=problem.in_language(language))
    return f'<p class="mw-melding mw-let-op">{escape(told)}</p>'


def _tab(tab: Tab, view: PatternsView, proposals: int | None, language: Language) -> str:
    here = ' aria-current="page"' if tab is view.tab else ""
    number = f' <span class="mw-aantal">{whole(proposals, language)}</span>' if proposals else ""
    count = number if tab is Tab.PROPOSALS else ""
    link = escape(tab_link(tab, view), quote=True)
    return f'<a href="{link}"{here}>{escape(_TABS[tab].in_language(language))}{count}</a>'


def _promised(row: PatternRow, day: date | None, language: Language) -> str:
    link = escape(pattern_link(row.pattern_id, as_of=day), quote=True)
    when = day_month_year(row.answer_due, language) if row.answer_due else ""
    promised = words.PROMISED.in_language(language).format(day=when)
    return f'<a href="{link}">{plain(row.name)}</a> ({escape(promised)})'


def _cases_told(case_ids: Sequence[str], language: Language) -> str:
    number = counted(len(case_ids), words.NEWS_CASE, words.NEWS_CASES, language)
    return f"{number} ({_named(case_ids)})"


def _offered_told(pattern_id: str, case_ids: Sequence[str], language: Language) -> str:
    number = counted(len(case_ids), signals.NEWS_MAYBE, signals.NEWS_MAYBES, language)
    link = escape(pattern_link(pattern_id, Part.CASES), quote=True)
    return f'<a href="{link}">{number}</a> ({_named(case_ids)})'


def _named(case_ids: Sequence[str]) -> str:
    links = [
        f'<a href="{escape(case_link(case_id), quote=True)}">{escape(case_id)}</a>'
        for case_id in case_ids[:NAMED]
    ]
    more = ", …" if len(case_ids) > NAMED else ""
    return f"{', '.join(links)}{more}"


def _event_told(event: PatternEventRecord, language: Language) -> str:
    what = event.action.label.in_language(language).lower()
    if event.to_state is not None and event.from_state is not event.to_state:
        what = f"{what}: {event.to_state.label.in_language(language).lower()}"
    when = day_month_year(event.at.date(), language)
    return f"{words.BY.in_language(language).format(what=what, who=event.actor)}, {when}"
