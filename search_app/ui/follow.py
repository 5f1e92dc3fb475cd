# SPDX-License-Identifier: EUPL-1.2
"""Following a search: being told when a case comes in that it finds (draws with Streamlit)."""

import streamlit as st

from casebase import store
from casebase.bilingual import Bilingual, Language
from search_app.ui import session
from search_app.ui.state import SearchState

FOLLOW = Bilingual("Volg deze zoekvraag", "Follow this search")
UNFOLLOW = Bilingual("Volg niet meer", "Stop following")
FOLLOWED = Bilingual(
    "U volgt deze zoekvraag. Komt er een casus bij die erop lijkt, dan leest u dat bij [Patronen](patronen).",
    "You follow this search. When a case comes in that is like it, [Patterns](patronen) tells you.",
)


@st.fragment
def follow(state: SearchState, language: Language) -> None:
    """A button that keeps the search, or that stops following it; a click does not search again."""
    saved = _saved(state)
    with st.container(horizontal=True, vertical_alignment="center", key="volgregel"):
        if saved is None:
            text = FOLLOW.in_language(language)
            st.button(text, key="volg", type="tertiary", on_click=_follow, args=(state,))
            return
        st.markdown(FOLLOWED.in_language(language))
        text = UNFOLLOW.in_language(language)
        st.button(text, key="volg_niet", type="tertiary", on_click=_unfollow, args=(saved,))


def _saved(state: SearchState) -> int | None:
    """The number under which this person follows the search."""
    for each in session.databank().patterns_of(session.actor()).followed():
        if each.text == " ".join(state.text.split()) and store.as_filters(each.filters) == state.filters:
            return each.saved_id
    return None


def _follow(state: SearchState) -> None:
    session.databank().patterns_of(session.actor()).follow_search(state.text, state.filters)


def _unfollow(saved_id: int) -> None:
    session.databank().patterns_of(session.actor()).unfollow(saved_id)
