# SPDX-License-Identifier: EUPL-1.2
"""What a search or conditions alone gave, with the panel to the left of it (draws with Streamlit)."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

import streamlit as st

from casebase.bilingual import Language
from search_app.answers import ListView, SearchView
from search_app.ui import more_like, results, session, start, words
from search_app.ui.also_searched import also_searched
from search_app.ui.case_list import case_list
from search_app.ui.feedback import judged_cards
from search_app.ui.follow import follow
from search_app.ui.panel import chip_row, panel, ways_out
from search_app.ui.state import PAGE, SearchState, not_like


def result_screen(state: SearchState, view: SearchView, language: Language) -> None:
    """Cases like a text, or like others."""
    with _beside_panel(state, view, language):
        _example_chips(state, view, language)
        chip_row(state, language)
        _result_list(state, view, language)


def list_screen(state: SearchState, view: ListView, language: Language) -> None:
    """Cases that meet conditions."""
    with _beside_panel(state, view, language):
        chip_row(state, language)
        if view.matched:
            case_list(view, state, language)
        else:
            with st.container(key="telling"):
                st.html(start.nothing_left(language))
            ways_out(state, language)


def unknown_examples(state: SearchState, language: Language) -> None:
    """None of the cases in the address can be searched with."""
    with st.container(key="telling"):
        st.html(more_like.none_of_these(state.alike, language))


@contextmanager
def _beside_panel(state: SearchState, view: SearchView | ListView, language: Language) -> Iterator[None]:
    for text in session.messages(state, view):
        st.html(results.notice(text, language))
    with st.container(key="uitslag"):
        left, right = st.columns([1, 3], gap="large")
    with left:
        panel(state, view.facets, language)
    with right:
        yield


def _example_chips(state: SearchState, view: SearchView, language: Language) -> None:
    """The cases that are searched with, each as a button that takes it away."""
    if not view.asked:
        return
    with st.container(key="lijkt_op", gap="xxsmall"):
        with st.container(horizontal=True, key="voorbeeldcasussen", gap="xsmall"):
            for number, stored in enumerate(view.asked):
                text = f"{more_like.chip_text(stored, language)} ✕"
                other = not_like(state, stored.case.case_id)
                st.button(text, key=f"chip_zoals_{number}", on_click=session.follow(other))
        st.html(more_like.hint(view.asked, language))


def _result_list(state: SearchState, view: SearchView, language: Language) -> None:
    found = results.divided(view, state)
    with st.container(key="telling"):
        if found.comparable:
            st.html(results.heading(found, view, language))
        else:
            st.html(start.nothing_found(view, state, language))
        st.html(also_searched(view, state, language) or "<p></p>")
        if state.text:
            follow(state, language)
    if not found.comparable:
        ways_out(state, language)
    judged_cards(found.comparable, view.cases, state, language, examples=view.asked)
    if found.weak:
        first = len(found.comparable) + 1
        with st.container(key="verte"), st.expander(results.weak_summary(found, language)):
            judged_cards(found.weak, view.cases, state, language, first=first, examples=view.asked)
    if found.more:
        further = replace(state, shown=state.shown + PAGE)
        st.button(words.MORE.in_language(language), key="meer", on_click=session.follow(further))
