# SPDX-License-Identifier: EUPL-1.2
"""The cases most like one case, as a whole or by one side; draws with Streamlit."""

import streamlit as st

from casebase.bilingual import Language
from casebase.record import CaseRecord
from index.hits import Aspect
from search_app.ui import case_page, session, words
from search_app.ui.cards import cards
from search_app.ui.state import SearchState


def similar_cases(case: CaseRecord, back_to: SearchState, language: Language) -> None:
    """Five of them as cards, with a choice of what to compare by."""
    with st.container(key="gelijkend"):
        st.html(f'<h2 class="mw-h2">{words.SIMILAR.in_language(language)}</h2>')
        aspect = _compare_by(language)
        view = session.databank().similar(case.case_id, aspect=aspect, limit=5)
        found = cards(view.result.hits, view.cases, language, back_to=back_to, compared_with=case)
        none = f'<p class="mw-leeg">{words.SIMILAR_NONE.in_language(language)}</p>'
        st.html((found if view.result.comparable else "") or none)


def _compare_by(language: Language) -> Aspect | None:
    labels = {aspect: label.in_language(language) for aspect, label in case_page.ASPECTS.items()}
    chosen = st.segmented_control(
        words.COMPARE_BY.in_language(language),
        list(labels),
        format_func=labels.__getitem__,
        default=None,
        key="vergelijk",
    )
    return Aspect(chosen) if chosen else None
