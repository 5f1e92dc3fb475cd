# SPDX-License-Identifier: EUPL-1.2
"""Under each found case: was it useful, not useful, or used? (draws with Streamlit).

A click keeps the judgement at once, another on the same button takes it back. Only the buttons are drawn
anew.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

import streamlit as st

from casebase.bilingual import DatabankError, Language
from casebase.store import Grade, Shown, StoredCase
from index.hits import Hit
from search_app import words_for_feedback as words
from search_app.feedback_desk import FeedbackDesk
from search_app.ui import session
from search_app.ui.cards import cards
from search_app.ui.more_like import like_link
from search_app.ui.state import SearchState


@dataclass(frozen=True)
class Judging:
    """A case that a search found; ``shown`` is None where the results are not in view."""

    search: SearchState
    case_id: str
    grade: Grade | None
    shown: Shown | None

    @property
    def key(self) -> str:
        """Names the buttons of this case under this search."""
        return f"oordeel_{sha256(f'{self.search.line}|{self.case_id}'.encode()).hexdigest()[:16]}"


def judged_cards(
    hits: Sequence[Hit],
    cases: Mapping[str, StoredCase],
    state: SearchState,
    language: Language,
    *,
    first: int = 1,
    examples: Sequence[StoredCase] = (),
) -> None:
    """Found cases as cards with the buttons at their foot; ``first`` is the place of the first of them.

    ``examples`` are the cases that were searched with, in a search by cases.
    """
    grades = _desk().grades(state.line) if hits else {}
    for rank, hit in enumerate(hits, start=first):
        card = cards([hit], cases, language, back_to=state, examples=examples)
        if card:
            shown = Shown(rank, hit.band.value, state.filters)
            with st.container(key=f"gevonden_{rank}", gap="xsmall"):
                st.html(card)
                judging = Judging(state, hit.case_id, grades.get(hit.case_id), shown)
                _buttons(judging, like_link(state, cases[hit.case_id].case, language), language)


def case_buttons(case_id: str, came_from: SearchState, language: Language) -> None:
    """The same on the page of a case that was reached from a search."""
    grade = _desk().grades(came_from.line).get(case_id)
    _buttons(Judging(came_from, case_id, grade, None), "", language)


@st.fragment
def _buttons(judging: Judging, further: str, language: Language) -> None:
    with st.container(key=f"voet_{judging.key}", horizontal=True, vertical_alignment="center", gap="small"):
        question = escape(words.QUESTION.in_language(language))
        st.html(f'<p class="mw-hulp" aria-hidden="true">{question}</p>', width="content")
        st.pills(
            words.QUESTION_ABOUT.in_language(language).format(case=judging.case_id),
            list(words.GRADES),
            default=judging.grade,
            format_func=lambda grade: words.GRADES[grade].in_language(language),
            key=judging.key,
            label_visibility="collapsed",
            on_change=_keep,
            args=(judging,),
            wrap=True,
        )
        if further:
            st.html(further, width="content")
        said = st.session_state.pop(_said(judging), None)
        if said:
            st.html(f'<p class="mw-hulp">{escape(said.in_language(language))}</p>', width="content")


def _keep(judging: Judging) -> None:
    grade = st.session_state[judging.key]
    text, case_id = judging.search.line, judging.case_id
    try:
        _desk().judge(text, case_id, grade, judging.shown or _shown(case_id, judging.search))
    except DatabankError as problem:
        st.session_state[judging.key] = _desk().grades(text).get(case_id)
        st.session_state[_said(judging)] = problem.message
    else:
        st.session_state[_said(judging)] = words.TAKEN_BACK if grade is None else words.KEPT


def _shown(case_id: str, search: SearchState) -> Shown:
    """How a case stands in the results of a search, when it is among those that are shown."""
    hits = session.search(search).result.hits[: search.shown]
    for rank, hit in enumerate(hits, start=1):
        if hit.case_id == case_id:
            return Shown(rank, hit.band.value, search.filters)
    return Shown(filters=search.filters)


def _said(judging: Judging) -> str:
    return f"{judging.key}_gezegd"


def _desk() -> FeedbackDesk:
    return session.databank().feedback_of(session.actor())
