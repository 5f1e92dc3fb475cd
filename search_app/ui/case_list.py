# SPDX-License-Identifier: EUPL-1.2
"""Cases that meet conditions as a plain list, newest first (the list itself draws with Streamlit)."""

from dataclasses import replace
from html import escape

import streamlit as st

from casebase.bilingual import Language
from casebase.record import CaseRecord
from search_app.answers import ListView
from search_app.browsing import PAGE
from search_app.ui import words
from search_app.ui.cards import DECISION_WIDTH
from search_app.ui.formats import counted
from search_app.ui.labels import case_title, meta_line, outcome_label
from search_app.ui.markup import first_sentence, plain
from search_app.ui.more_like import like_link
from search_app.ui.session import go_to
from search_app.ui.state import SearchState, case_link


def case_list(view: ListView, state: SearchState, language: Language) -> None:
    """One page of the list with its heading, and the buttons to the other pages."""
    with st.container(key="telling"):
        st.html(heading(view, state, language))
    st.html(rows(view, state, language))
    _pages(view, state, language)


def heading(view: ListView, state: SearchState, language: Language) -> str:
    """How many cases meet the conditions, and which page of them this is."""
    title = counted(view.matched, words.LISTED, words.LISTED_MANY, language)
    told = [words.NEWEST_FIRST.in_language(language)]
    if pages(view) > 1:
        told.append(
            words.LIST_PAGE.in_language(language).format(page=min(state.page, pages(view)), pages=pages(view))
        )
    return f'<div class="mw-telling"><h2>{escape(title)}</h2><p>{escape(" · ".join(told))}</p></div>'


def pages(view: ListView) -> int:
    """How many pages the list has."""
    return -(-view.matched // PAGE)


def rows(view: ListView, state: SearchState, language: Language) -> str:
    """The cases of one page: title, number, place, month and law, and how they ended."""
    items = "".join(_row(stored.case, state, language) for stored in view.cases)
    return f'<div class="mw-kaarten">{items}</div>'


def _row(case: CaseRecord, state: SearchState, language: Language) -> str:
    link = escape(case_link(case.case_id, state), quote=True)
    decided = plain(first_sentence(case.decision, DECISION_WIDTH)) or words.NO_DECISION.in_language(language)
    return (
        '<article class="mw-kaart mw-kort">'
        f'<div class="mw-kop"><h3><a href="{link}">{plain(case_title(case, language))}</a></h3>'
        f"{like_link(state, case, language)}</div>"
        f'<p class="mw-meta">{meta_line(case, language)}</p>'
        f"<p>{outcome_label(case.outcome, language)} {decided}</p></article>"
    )


def _pages(view: ListView, state: SearchState, language: Language) -> None:
    number = pages(view)
    if number < 2:
        return
    current = min(state.page, number)
    # A key of its own for every page: the address decides, not what the buttons were set to before.
    key = f"lijst_{current}"

    def turn() -> None:
        go_to(replace(state, page=int(st.session_state[key])))

    st.pagination(number, default=current, max_visible_pages=5, key=key, on_change=turn)
