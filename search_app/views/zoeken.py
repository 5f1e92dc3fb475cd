# SPDX-License-Identifier: EUPL-1.2
"""Page Zoeken: describe a situation, find the cases that are like it."""

from dataclasses import replace

import streamlit as st

from casebase.bilingual import Language
from casebase.store import UnknownCaseError
from search_app.answers import ListView, SearchView
from search_app.ui import more_like, result_screen, results, session, start, words
from search_app.ui.state import SearchState

Answer = SearchView | ListView | None


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
    with st.container(key="voorbeelden", gap="xxsmall"):
        st.html(f'<h2 class="mw-h2">{words.EXAMPLES.in_language(language)}</h2>')
        for number, example in enumerate(words.EXAMPLE_QUESTIONS):
            text = example.in_language(language)
            asked = replace(state, text=text)
            st.button(text, key=f"voorbeeld_{number}", type="tertiary", on_click=session.follow(asked))
    st.html(start.collection(session.collection(), language))


def headline(state: SearchState, answer: Answer, language: Language) -> str:
    if answer is None and not state.alike:
        return start.introduction(language)
    if isinstance(answer, SearchView) and answer.asked:
        return more_like.title(answer.asked, language)
    small = results.small_question(language)
    if isinstance(answer, ListView):  # another page of the list begins at its top (app.js)
        return f'<header data-scherm="blad {state.page}">{small}</header>'
    return small


def answer_to_address() -> tuple[SearchState, Answer]:
    try:
        return session.searched()
    except UnknownCaseError:
        return session.current_state(), None


spoken = session.language()
current, answer = answer_to_address()
st.html(headline(current, answer, spoken))
search_box(current, spoken, tall=answer is None)
if isinstance(answer, SearchView):
    result_screen.result_screen(current, answer, spoken)
elif isinstance(answer, ListView):
    result_screen.list_screen(current, answer, spoken)
elif current.alike:
    result_screen.unknown_examples(current, spoken)
else:
    start_screen(current, spoken)
