# SPDX-License-Identifier: EUPL-1.2
"""The views of the page Patronen: news, board, list, new pattern (draws with Streamlit)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import PatternState
from patterns.news import News
from search_app.ui import frame, patterns_forms, patterns_page
from search_app.ui import patterns_actions as actions
from search_app.ui import patterns_words as words
from search_app.ui.formats import day_month_year
from search_app.ui.patterns_actions import Work
from search_app.ui.patterns_address import PatternsView, Tab, patterns_link, tab_link
from search_app.ui.patterns_board import board
from search_app.ui.patterns_burst import notice
from search_app.ui.patterns_rows import PatternRow, Signals, chosen, owners, with_signals
from search_app.ui.patterns_table import table

FIRST_DAY = date(2015, 1, 1)
"""The earliest day to look back to; Streamlit allows ten years by itself, counted from the value."""


def news_panel(work: Work, news: Sequence[News]) -> None:
    """What is new for whoever looks, each with a button that says that it was seen."""
    if not news or work.view.day or work.view.tab not in {Tab.BOARD, Tab.LIST}:
        return
    with st.container(key="nieuws"):
        st.html(f'<h2 class="mw-kop2">{escape(words.NEWS.in_language(work.language))}</h2>')
        for each in news:
            with st.container(
                horizontal=True, vertical_alignment="center", key=f"nieuw_{each.saved.saved_id}"
            ):
                st.html(patterns_page.news_item(each, work.language), width="content")
                name = patterns_page.saved_name(each.saved, work.language)
                action = _seen(work, each.saved.saved_id, name)
                text = words.SEEN.in_language(work.language)
                st.button(text, key=f"gezien_{each.saved.saved_id}", on_click=actions.do, args=(action,))


def register_view(work: Work, rows: Sequence[PatternRow]) -> Callable[[Signals], None]:
    """Board or list, or that there is no pattern; gives what fills it in, now and when more is known."""
    if not rows:
        no_patterns(work)
        return lambda _: None
    return list_view(work, rows) if work.view.tab is Tab.LIST else board_view(work, rows)


def board_view(work: Work, rows: Sequence[PatternRow]) -> Callable[[Signals], None]:
    """The board with what it means; gives what fills it in, now and once more when more is known."""
    place = st.empty()
    st.html(f'<p class="mw-hulp">{escape(words.BOARD_HELP.in_language(work.language))}</p>')

    def fill(told: Signals) -> None:
        place.html(board(with_signals(rows, told), work.view.day, work.language))

    return fill


def look_back(work: Work) -> None:
    """A day to look back to; today ends it."""
    today = work.desk.today
    key = f"terugkijken_{work.view.day or today}"

    def go() -> None:
        day = st.session_state[key]
        earlier = day if day and day < today else None
        actions.go_to(replace(work.view, day=earlier, proposal=0, doing=None, page=1))

    with st.container(key="terugkijken"):
        st.date_input(
            words.LOOK_BACK.in_language(work.language),
            work.view.day or today,
            max_value=today,
            min_value=FIRST_DAY,
            format="DD-MM-YYYY",
            key=key,
            on_change=go,
            width=220,
        )


def list_view(work: Work, rows: Sequence[PatternRow]) -> Callable[[Signals], None]:
    """The table with the conditions above it; gives what fills it in, as ``board_view``."""
    _conditions(work, owners(rows))
    place = st.empty()

    def fill(told: Signals) -> None:
        place.html(_listed(work, with_signals(rows, told)))

    return fill


def _listed(work: Work, rows: Sequence[PatternRow]) -> str:
    wanted = chosen(rows, work.view)
    if wanted:
        return table(wanted, work.view, work.language)
    link = patterns_link(PatternsView(tab=Tab.LIST, day=work.view.day))
    empty = (words.NOTHING_FITS, words.NOTHING_FITS_BODY)
    return patterns_page.nothing(*empty, link, words.SHOW_ALL, work.language)


def burst_notice(work: Work, told: Signals) -> None:
    """Like cases that came in close together and are in no pattern."""
    shown = notice(told.burst, told.proposal, work.view.day, work.language) if told.burst else ""
    if shown:
        st.html(shown)


def no_patterns(work: Work) -> None:
    """That there is no pattern yet, or was none on an earlier day."""
    day = work.view.day
    if day:
        then = day_month_year(day, work.language)
        title = Bilingual(
            words.NO_PATTERNS_THEN.nl.format(day=then), words.NO_PATTERNS_THEN.en.format(day=then)
        )
        st.html(patterns_page.nothing(title, words.NO_PATTERNS_THEN_BODY, "", None, work.language))
        return
    link = tab_link(Tab.PROPOSALS, work.view)
    empty = (words.NO_PATTERNS, words.NO_PATTERNS_BODY)
    st.html(patterns_page.nothing(*empty, link, words.TO_PROPOSALS, work.language))


def new_view(work: Work) -> None:
    """A pattern of cases that somebody chooses."""
    with st.container(key="nieuwpatroon"):
        _new_pattern(work)


def _new_pattern(work: Work) -> None:
    st.html(f'<p class="mw-hulp">{escape(words.NEW_LEAD.in_language(work.language))}</p>')
    patterns_forms.choose_cases(work)
    stored = work.databank.released_among(work.view.cases)
    cases = {each: stored[each].case for each in work.view.cases if each in stored}
    problem = patterns_forms.missing(work.view.cases, cases)
    if problem:
        st.html(frame.trouble(problem.in_language(work.language)))
    if cases:
        patterns_forms.register_form(work, cases, None)


def _conditions(work: Work, everybody: Sequence[str]) -> None:
    view, language = work.view, work.language
    states = {"": words.ANY_STATE.in_language(language)} | {
        state.value: state.label.in_language(language) for state in PatternState
    }
    st.session_state["patronen_stand"] = view.state.value if view.state else ""
    names = {"": words.ANY_OWNER.in_language(language)} | {name: name for name in everybody}
    st.session_state["patronen_eigenaar"] = view.owner if view.owner in names else ""
    st.session_state["patronen_over"] = view.overdue
    with st.container(horizontal=True, vertical_alignment="bottom", key="patronen_kiezen"):
        st.selectbox(
            words.STATE.in_language(language),
            list(states),
            format_func=lambda state: states[state],
            key="patronen_stand",
            on_change=_narrowed(
                view, "patronen_stand", lambda value: {"state": PatternState(value) if value else None}
            ),
        )
        st.selectbox(
            words.OWNER.in_language(language),
            list(names),
            format_func=lambda name: names[name],
            key="patronen_eigenaar",
            on_change=_narrowed(view, "patronen_eigenaar", lambda value: {"owner": value}),
        )
        st.checkbox(
            words.ONLY_OVERDUE.in_language(language),
            key="patronen_over",
            on_change=_narrowed(view, "patronen_over", lambda value: {"overdue": value}),
        )


def _narrowed(view: PatternsView, key: str, change: Callable[[Any], dict[str, Any]]) -> Callable[[], None]:
    return lambda: actions.go_to(replace(view, **change(st.session_state[key])))


def _seen(work: Work, saved_id: int, name: str) -> Callable[[], actions.Said]:
    return lambda: actions.seen(work, saved_id, name)
