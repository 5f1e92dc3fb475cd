# SPDX-License-Identifier: EUPL-1.2
"""Page Casus: one case, how it was weighed, and the cases that are like it."""

import streamlit as st

from casebase.bilingual import Language
from casebase.record import CaseRecord
from index.hits import Aspect
from search_app.ui import case_page, session, words
from search_app.ui.cards import cards
from search_app.ui.circle import circle_svg, circle_text
from search_app.ui.feedback import case_buttons
from search_app.ui.frame import page_title
from search_app.ui.labels import case_title
from search_app.ui.state import SearchState, from_text


def whole_case(case: CaseRecord, back_to: SearchState, language: Language) -> None:
    st.html(case_page.heading(case, language, back_to))
    left, right = st.columns([5, 3], gap="large")
    left.html(case_page.story(case, language))
    right.html(case_page.features(case, language))
    perspectives(case, language)
    left, right = st.columns([5, 3], gap="large")
    left.html(case_page.weighing(case, language))
    with right:
        st.html(case_page.completeness(case, language))
        citation(case, language)
    if back_to.line:
        case_buttons(case.case_id, back_to, language)
    similar_cases(case, back_to, language)


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


def similar_cases(case: CaseRecord, back_to: SearchState, language: Language) -> None:
    with st.container(key="gelijkend"):
        st.html(f'<h2 class="mw-h2">{words.SIMILAR.in_language(language)}</h2>')
        aspect = compare_by(language)
        view = session.databank().similar(case.case_id, aspect=aspect, limit=5)
        found = cards(view.result.hits, view.cases, language, back_to=back_to, compared_with=case)
        none = f'<p class="mw-leeg">{words.SIMILAR_NONE.in_language(language)}</p>'
        st.html((found if view.result.comparable else "") or none)


def compare_by(language: Language) -> Aspect | None:
    labels = {aspect: label.in_language(language) for aspect, label in case_page.ASPECTS.items()}
    chosen = st.segmented_control(
        words.COMPARE_BY.in_language(language),
        list(labels),
        format_func=labels.__getitem__,
        default=None,
        key="vergelijk",
    )
    return Aspect(chosen) if chosen else None


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
