# SPDX-License-Identifier: EUPL-1.2
"""Page Casus: one case, how it was weighed, and the cases that are like it."""

import streamlit as st

from casebase.bilingual import Language
from casebase.record import CaseRecord
from search_app.ui import case_page, session, words
from search_app.ui.case_patterns import ended_differently, patterns
from search_app.ui.circle import circle_svg, circle_text
from search_app.ui.feedback import case_buttons
from search_app.ui.frame import page_title
from search_app.ui.labels import case_title
from search_app.ui.similar_cases import similar_cases
from search_app.ui.state import SearchState, from_text


def whole_case(case: CaseRecord, back_to: SearchState, language: Language) -> None:
    st.html(case_page.heading(case, language, back_to))
    left, right = st.columns([5, 3], gap="large")
    left.html(case_page.story(case, language))
    databank = session.databank()
    told = databank.patterns_of(session.actor()).told(case.case_id)
    right.html(patterns(told, databank.today, language) + case_page.features(case, language))
    perspectives(case, language)
    left, right = st.columns([5, 3], gap="large")
    left.html(case_page.weighing(case, language))
    with right:
        st.html(case_page.completeness(case, language))
        citation(case, language)
    if back_to.line:
        case_buttons(case.case_id, back_to, language)
    similar_cases(case, back_to, language)
    st.html(ended_differently(session.databank().treated_otherwise(case.case_id), language))


def perspectives(case: CaseRecord, language: Language) -> None:
    with st.container(key="perspectieven"):
        st.html(f'<h2 class="mw-h2">{words.PERSPECTIVES.in_language(language)}</h2>')
        left, right = st.columns([1, 3], gap="medium")
        left.image(circle_svg(case, language), alt=circle_text(case, language), width="stretch")
        right.html(case_page.three_perspectives(case, language))


def citation(case: CaseRecord, language: Language) -> None:
    with st.container(key="citeer"):
        st.html(case_page.citation_heading(language))
        address = session.page_address("casus", {"id": case.case_id})
        st.code(case_page.citation(case, address, language), language=None, wrap_lines=True)


spoken = session.language()
case_id = st.query_params.get("id", "").strip()
came_from = from_text(st.query_params.get("terug", ""))
stored = session.databank().case(case_id) if case_id else None
st.html(case_page.back_link(came_from, spoken))
if stored is None:
    st.html(case_page.unknown_case(case_id, spoken))
else:
    st.set_page_config(page_title=page_title(case_title(stored.case, spoken)))
    whole_case(stored.case, came_from, spoken)
