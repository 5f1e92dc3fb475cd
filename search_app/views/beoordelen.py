# SPDX-License-Identifier: EUPL-1.2
"""Page Beoordelen: the queue, one case before the reviewer, and the decision."""

import streamlit as st

from casebase.bilingual import Language
from casebase.store import UnknownCaseError
from search_app.review_desk import QueueFilter, ReviewDesk
from search_app.ui import review_actions as actions
from search_app.ui import review_panel, session
from search_app.ui import review_sheet as html
from search_app.ui import review_words as words
from search_app.ui.review_actions import Work
from search_app.ui.review_address import SHOWN, ReviewView, from_query
from search_app.ui.review_queue import queue

EVERYTHING = 100_000


def last_message(language: Language) -> None:
    told = actions.said()
    if told is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="melding"):
        st.html(html.message(told.sentence, language, trouble=told.trouble))
        if told.undo:
            st.button(
                words.UNDO.in_language(language), key="ongedaan", on_click=actions.undo, shortcut="Alt+O"
            )


def case(work: Work) -> None:
    text, panel = st.columns([7, 5], gap="large")
    with text:
        st.html(html.whole_case(work.sheet, review_panel.current_place(work), work.language))
    with panel:
        review_panel.open_places(work)
        with st.container(key="risicopaneel"):
            st.html(html.risk_panel(work.sheet, work.desk.actor, work.language))
            review_panel.proposals(work)
        review_panel.corrections(work)
        st.html(html.replaced(work.sheet, work.language))
    review_panel.decision(work)


def nothing_to_do(view: ReviewView, language: Language) -> None:
    narrowed = view.wanted != QueueFilter()
    st.html(html.empty_queue(narrowed, language))
    if narrowed:
        st.button(
            words.SHOW_ALL.in_language(language), key="alles", on_click=actions.go_to, args=(ReviewView(),)
        )


def desk_page(desk: ReviewDesk, view: ReviewView, language: Language) -> None:
    found = desk.queue(view.wanted, limit=EVERYTHING)
    st.html(html.introduction(found.total, view.wanted.state, desk.done_today(), language))
    last_message(language)
    opened = view.case_id or next((entry.row.case_id for entry in found.entries), "")
    with st.container(key="beoordelen"):
        left, right = st.columns([2, 7], gap="large")
    with left:
        queue(found.part((view.page - 1) * SHOWN, SHOWN), view, opened, language)
    with right:
        if not opened:
            nothing_to_do(view, language)
            return
        try:
            sheet = desk.sheet(opened)
        except UnknownCaseError:
            st.html(html.gone(language))
            return
        case(Work(desk, view, sheet, actions.following(found, opened), language))


spoken = session.language()
address = from_query({name: st.query_params.get_all(name) for name in st.query_params})
desk_page(session.databank().desk_of(session.actor()), address, spoken)
