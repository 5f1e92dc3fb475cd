# SPDX-License-Identifier: EUPL-1.2
"""The queue beside a case: what waits, and what to show of it (draws with Streamlit)."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import streamlit as st

from anonymise.risk.assessment import RiskLevel
from casebase.bilingual import Language
from casebase.vocabulary import ReviewState
from search_app.review_desk import QueueFilter, QueuePage
from search_app.ui import review_sheet as html
from search_app.ui import review_words as words
from search_app.ui.review_actions import go_to
from search_app.ui.review_address import SHOWN, ReviewView
from search_app.ui.words import MAATWERKPLAATS

_OPEN = "wachtrij_open"


def queue(page: QueuePage, view: ReviewView, current: str, language: Language) -> None:
    """The list of cases with its conditions; on a narrow screen behind a button."""
    is_open = bool(st.session_state.get(_OPEN))
    toggle = (words.HIDE_QUEUE if is_open else words.SHOW_QUEUE).in_language(language)
    st.button(f"{toggle} ({page.total})", key="wachtrijknop", on_click=_toggle)
    with st.container(key="wachtrij_open" if is_open else "wachtrij_dicht"):
        st.html(f'<h2 class="mw-h2">{words.QUEUE.in_language(language)}</h2>')
        _state(view, language)
        with st.expander(words.NARROW.in_language(language), expanded=_narrowed(view), key="verfijnen"):
            _conditions(page, view, language)
        st.html(html.queue_list(page, view, current, language))
        _pages(page, view, language)


def _state(view: ReviewView, language: Language) -> None:
    st.session_state["stand"] = view.wanted.state
    st.selectbox(
        words.SHOW_STATE.in_language(language),
        list(ReviewState),
        format_func=lambda state: state.label.in_language(language),
        key="stand",
        on_change=_chosen(view, lambda wanted, value: QueueFilter(state=value), "stand"),
    )


def _conditions(page: QueuePage, view: ReviewView, language: Language) -> None:
    levels = {
        level: f"{level.label.in_language(language)} {page.levels.get(level, 0)}"
        for level in reversed(RiskLevel)
    }
    st.session_state["risico"] = [level for level in levels if level in view.wanted.levels]
    with st.container(key="filters_risico"):
        st.pills(
            words.RISK.in_language(language),
            list(levels),
            selection_mode="multi",
            format_func=lambda level: levels[level],
            key="risico",
            on_change=_chosen(view, lambda wanted, value: replace(wanted, levels=frozenset(value)), "risico"),
            wrap=True,
        )
    places = {"": words.ALL_PLACES.in_language(language)} | {name: name for name in page.maatwerkplaatsen}
    if view.wanted.maatwerkplaats in places:
        st.session_state["plaats"] = view.wanted.maatwerkplaats
    st.selectbox(
        MAATWERKPLAATS.in_language(language),
        list(places),
        format_func=lambda name: places[name],
        key="plaats",
        on_change=_chosen(view, lambda wanted, value: replace(wanted, maatwerkplaats=value), "plaats"),
    )
    st.session_state["open_plekken"] = view.wanted.suspects_only
    st.checkbox(
        words.ONLY_SUSPECTS.in_language(language),
        key="open_plekken",
        on_change=_chosen(view, lambda wanted, value: replace(wanted, suspects_only=value), "open_plekken"),
    )
    st.session_state["tweede_blik"] = view.wanted.second_look
    st.checkbox(
        words.ONLY_SECOND.in_language(language),
        key="tweede_blik",
        on_change=_chosen(view, lambda wanted, value: replace(wanted, second_look=value), "tweede_blik"),
    )


def _chosen(
    view: ReviewView, narrowed: Callable[[QueueFilter, Any], QueueFilter], key: str
) -> Callable[[], None]:
    def choose() -> None:
        go_to(ReviewView(wanted=narrowed(view.wanted, st.session_state[key])))

    return choose


def _pages(page: QueuePage, view: ReviewView, language: Language) -> None:
    number = -(-page.total // SHOWN)
    if number < 2:
        return
    current = min(view.page, number)
    # A key of its own for every page: the address decides, not what the buttons were set to before.
    key = f"blad_{current}"

    def turn() -> None:
        go_to(replace(view, page=int(st.session_state[key])))

    st.pagination(number, default=current, max_visible_pages=5, key=key, on_change=turn)


def _narrowed(view: ReviewView) -> bool:
    return view.wanted != QueueFilter(state=view.wanted.state)


def _toggle() -> None:
    st.session_state[_OPEN] = not st.session_state.get(_OPEN)
