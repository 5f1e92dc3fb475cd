# SPDX-License-Identifier: EUPL-1.2
"""Page Zoeken: describe a situation, find the cases that are like it."""

from dataclasses import replace

import streamlit as st

from casebase.bilingual import Language
from search_app.answers import SearchView
from search_app.ui import results, session, start, words
from search_app.ui.also_searched import also_searched
from search_app.ui.feedback import judged_cards
from search_app.ui.panel import chip_row, panel, ways_out
from search_app.ui.state import PAGE, SearchState


def search_box(state: SearchState, language: Language, *, tall: bool) -> None:
    session.show_text(state)
    with st.form("zoekvraag", border=False):
        st.text_area(
            words.TEXT_LABEL.in_language(language),
            key=session.TEXT,
            height=130 if tall else 96,
            placeholder=words.TEXT_PLACEHOLDER.in_language(language),
        )
        with st.container(horizontal=True, vertical_alignment="center", key="zoekregel"):
            st.form_submit_button(words.SEARCH.in_language(language), type="primary", on_click=session.submit)
            st.html(f'<p class="mw-hulp">{words.TEXT_HELP.in_language(language)}</p>', width="content")


def start_screen(state: SearchState, language: Language) -> None:
    chip_row(state, language)
    with st.container(key="voorbeelden", gap="xxsmall"):
        st.html(f'<h2 class="mw-h2">{words.EXAMPLES.in_language(language)}</h2>')
        for number, example in enumerate(words.EXAMPLE_QUESTIONS):
            text = example.in_language(language)
            asked = replace(state, text=text)
            st.button(text, key=f"voorbeeld_{number}", type="tertiary", on_click=session.follow(asked))
    st.html(start.collection(session.collection(), language))


def result_list(state: SearchState, view: SearchView, language: Language) -> None:
    found = results.divided(view, state)
    with st.container(key="telling"):
        if found.comparable:
            st.html(results.heading(found, view, language))
        else:
            st.html(start.nothing_found(view, state, language))
        st.html(also_searched(view, state, language) or "<p></p>")
    if not found.comparable:
        ways_out(state, language)
    judged_cards(found.comparable, view.cases, state, language)
    if found.weak:
        with st.container(key="verte"), st.expander(results.weak_summary(found, language)):
            judged_cards(found.weak, view.cases, state, language, first=len(found.comparable) + 1)
    if found.more:
        further = replace(state, shown=state.shown + PAGE)
        st.button(words.MORE.in_language(language), key="meer", on_click=session.follow(further))


def result_screen(state: SearchState, view: SearchView, language: Language) -> None:
    for text in session.messages(state, view):
        st.html(results.notice(text, language))
    with st.container(key="uitslag"):
        left, right = st.columns([1, 3], gap="large")
    with left:
        panel(state, view.facets, language)
    with right:
        chip_row(state, language)
        result_list(state, view, language)


spoken = session.language()
current, answer = session.searched()
st.html(start.introduction(spoken) if answer is None else results.small_question(spoken))
search_box(current, spoken, tall=answer is None)
if answer is None:
    start_screen(current, spoken)
else:
    result_screen(current, answer, spoken)
