# SPDX-License-Identifier: EUPL-1.2
"""What somebody can do to a pattern: one row of choices, one form at a time (draws with Streamlit)."""

from collections.abc import Callable, Mapping
from html import escape

import streamlit as st

from casebase.bilingual import Language
from search_app.pattern_desk import PatternDetails
from search_app.ui import pattern_act_words as words
from search_app.ui import pattern_said, session
from search_app.ui.as_of import day_asked
from search_app.ui.formats import day_month_year
from search_app.ui.pattern_case_forms import cases_form, merge_and_split
from search_app.ui.pattern_choices import DOING, TARGET, Doing, doing_asked, possible
from search_app.ui.pattern_forms import answer_form, details_form, follow_form, state_form
from search_app.ui.pattern_links import pattern_link
from search_app.ui.pattern_said import Work
from search_app.ui.pattern_size_form import size_form

_NAMES = {
    Doing.STATE: words.STATE,
    Doing.DETAILS: words.DETAILS,
    Doing.ANSWER: words.ANSWER,
    Doing.CASES: words.CASES,
    Doing.MERGE_SPLIT: words.MERGE_SPLIT,
    Doing.SIZE: words.SIZE,
    Doing.FOLLOW: words.FOLLOW,
}
_FORMS: Mapping[Doing, Callable[[Work], None]] = {
    Doing.STATE: state_form,
    Doing.DETAILS: details_form,
    Doing.ANSWER: answer_form,
    Doing.CASES: cases_form,
    Doing.MERGE_SPLIT: merge_and_split,
    Doing.SIZE: size_form,
    Doing.FOLLOW: follow_form,
}


def acts(details: PatternDetails, language: Language) -> None:
    """The row of what can be done in this state, what was done last, and the form that is open.

    Of an earlier day nothing can be done; the way to today is told in its place.
    """
    work = Work(session.databank().patterns_of(session.actor()), details, language, "doen")
    asked = day_asked(st.query_params, work.desk.today)
    with st.container(key="doen"):
        if asked < work.desk.today:
            link = escape(pattern_link(work.pattern_id), quote=True)
            told = escape(work.told(words.PAST).format(day=day_month_year(asked, language)))
            text = escape(work.told(words.TO_TODAY))
            st.html(f'<p class="mw-hulp">{told} <a href="{link}">{text}</a></p>')
            return
        opened = doing_asked(st.query_params, details.file.record.state)
        _row(work, opened)
        pattern_said.message(work)
        if opened:
            with st.container(key="doeformulier"):
                st.html(f'<h2 class="mw-h2">{escape(work.told(_NAMES[opened]))}</h2>')
                _FORMS[opened](work)


def _row(work: Work, opened: Doing | None) -> None:
    key = f"patroon_doe_{work.pattern_id}"
    if st.session_state.get(key) != opened:
        st.session_state[key] = opened

    def follow() -> None:
        pattern_said.forget()
        chosen = st.session_state.get(key)
        st.query_params.pop(TARGET, None)
        if chosen:
            st.query_params[DOING] = str(chosen.value)
        else:
            st.query_params.pop(DOING, None)

    st.segmented_control(
        work.told(words.ACTS),
        possible(work.details.file.record.state),
        format_func=lambda each: work.told(_NAMES[each]),
        key=key,
        on_change=follow,
    )
