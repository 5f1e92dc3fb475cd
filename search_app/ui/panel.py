# SPDX-License-Identifier: EUPL-1.2
"""The panel that narrows a search, and the chips that take a condition away again (draws with Streamlit)."""

import streamlit as st

from casebase.bilingual import Bilingual, Language
from casebase.store import Facets
from search_app.ui import words
from search_app.ui.facets import (
    FACETS,
    Facet,
    chips,
    chosen,
    option_text,
    options,
    seen_first,
    without,
    without_filters,
    year_options,
)
from search_app.ui.formats import counted
from search_app.ui.results import comparable_text
from search_app.ui.session import follow, go_to, listed, search
from search_app.ui.state import FIRST_YEAR, LAST_YEAR, SearchState, with_values

MOST_TRIED = 5
_OPEN = "filters_open"


def panel(state: SearchState, facets: Facets, language: Language) -> None:
    """All facets with their counts; on a narrow screen behind a button."""
    is_open = bool(st.session_state.get(_OPEN))
    toggle = (words.HIDE_FILTERS if is_open else words.SHOW_FILTERS).in_language(language)
    picked = len(chips(state, language))
    st.button(f"{toggle} ({picked})" if picked else toggle, key="filterknop", on_click=_toggle, args=(_OPEN,))
    with st.container(key="filters_open" if is_open else "filters_dicht"):
        st.html(f'<h2 class="mw-h2">{words.REFINE.in_language(language)}</h2>')
        for facet in FACETS:
            _facet(facet, state, facets, language)
        _year(FIRST_YEAR, words.FIRST_YEAR, state, facets, language)
        _year(LAST_YEAR, words.LAST_YEAR, state, facets, language)


def chip_row(state: SearchState, language: Language) -> None:
    """Every chosen condition as a button that takes it away."""
    found = chips(state, language)
    if not found:
        return
    with st.container(horizontal=True, key="chips", gap="xsmall"):
        for number, chip in enumerate(found):
            st.button(f"{chip.text} ✕", key=f"chip_{number}", on_click=follow(without(state, chip)))
        st.button(
            words.CLEAR_ALL.in_language(language),
            key="wis_alles",
            type="tertiary",
            on_click=follow(without_filters(state)),
        )


def ways_out(state: SearchState, language: Language) -> None:
    """For every condition what a search without it would give, as buttons that do so."""
    found = chips(state, language)
    offers = [(words.DROP, chip.text, without(state, chip)) for chip in found[:MOST_TRIED]]
    if len(found) > 1:
        offers.append((words.DROP_ALL, "", without_filters(state)))
    with st.container(key="uitwegen", gap="xxsmall"):
        for number, (text, name, other) in enumerate(offers):
            cases = _gives(other, language)
            if cases:
                label = text.in_language(language).format(name=name, cases=cases)
                st.button(label, key=f"uitweg_{number}", on_click=follow(other))


def _gives(state: SearchState, language: Language) -> str:
    """What a search gives, in words; empty when that is nothing, or when nothing would be left to do."""
    if not state.only_filters:
        return comparable_text(search(state), state, language) if state.line else ""
    matched = listed(state).matched
    return counted(matched, words.CASE, words.CASES, language) if matched else ""


def _facet(facet: Facet, state: SearchState, facets: Facets, language: Language) -> None:
    found = options(facet, facets, state, language)
    if not found:
        return
    key, all_key = f"facet_{facet.name}", f"alle_{facet.name}"
    picked = chosen(facet.name, state)
    seen = found if st.session_state.get(all_key) else seen_first(found, picked)
    texts = {option.value: option_text(option, language) for option in seen}
    st.session_state[key] = picked
    st.pills(
        facet.label.in_language(language),
        list(texts),
        selection_mode="multi",
        format_func=texts.__getitem__,
        key=key,
        on_change=_choose,
        args=(facet.name, key, state),
        wrap=True,
    )
    if len(seen_first(found, picked)) < len(found):
        _show_all(all_key, len(found), language)


def _show_all(all_key: str, number: int, language: Language) -> None:
    text = words.SHOW_FEWER if st.session_state.get(all_key) else words.SHOW_ALL
    st.button(
        text.in_language(language).format(number=number),
        key=f"knop_{all_key}",
        type="tertiary",
        on_click=_toggle,
        args=(all_key,),
    )


def _year(name: str, label: Bilingual, state: SearchState, facets: Facets, language: Language) -> None:
    picked = next(iter(chosen(name, state)), "")
    found = year_options(facets, picked)
    if not found:
        return
    key = f"jaar_{name}"
    texts = {"": words.ANY_YEAR.in_language(language)} | {o.value: f"{o.text} ({o.count})" for o in found}
    st.session_state[key] = picked
    st.selectbox(
        label.in_language(language),
        list(texts),
        format_func=texts.__getitem__,
        key=key,
        on_change=_choose,
        args=(name, key, state),
    )


def _choose(name: str, key: str, state: SearchState) -> None:
    value = st.session_state[key]
    go_to(with_values(state, name, [value] if isinstance(value, str) else list(value)))


def _toggle(key: str) -> None:
    st.session_state[key] = not st.session_state.get(key)
