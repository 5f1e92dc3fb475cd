# SPDX-License-Identifier: EUPL-1.2
"""What the pages share: the opened databank, the language, and the search in the address bar."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from casebase.bilingual import Bilingual, Language
from search_app.alike_desk import cases_of
from search_app.answers import CollectionView, ListView, SearchView
from search_app.browsing import PAGE as LISTED
from search_app.databank import Databank, open_databank
from search_app.settings import load_settings
from search_app.ui import words
from search_app.ui.state import SearchState, from_query, to_query, within_length

TEXT = "vraag"
_MEMORY = "laatste_zoekvraag"
_ANONYMISED = "zonder_persoonsgegevens"
_CUT = "ingekort"


@st.cache_resource(show_spinner=False)
def databank() -> Databank:
    """The databank, opened once for all visitors; reading from it is thread-safe."""
    return open_databank(load_settings())


@st.cache_resource(show_spinner=False)
def language() -> Language:
    """The language that this databank speaks."""
    return load_settings().language


def actor() -> str:
    """Who is at work: whoever signed in, else the person that the settings name."""
    return str(st.user.get("email") or st.user.get("name") or databank().settings.actor)


@st.cache_resource(ttl="1m", show_spinner=False)
def collection() -> CollectionView:
    """What the collection holds, at most a minute old."""
    return databank().collection()


@dataclass(frozen=True)
class _Memory:
    # What the box was just searched for, so that the page that follows does not search again.
    state: SearchState
    view: SearchView


def current_state() -> SearchState:
    """The search in the address bar."""
    return from_query({name: st.query_params.get_all(name) for name in st.query_params})


def go_to(state: SearchState) -> None:
    """Put a search in the address bar; the page follows the address."""
    st.query_params.from_dict(to_query(state))


def follow(state: SearchState) -> Callable[[], None]:
    """A callback that goes to a search."""
    return lambda: go_to(state)


def submit() -> None:
    """Search for what stands in the box; only the anonymised text reaches the address bar."""
    typed, before = str(st.session_state.get(TEXT) or "").strip(), current_state()
    alike = cases_of(typed) or (() if typed else before.alike)
    state = SearchState(text="" if alike else typed, filters=before.filters, alike=alike)
    go_to(_search_safely(state) if state.text else state)


def searched() -> tuple[SearchState, SearchView | ListView | None]:
    """The search in the address bar with its results; conditions alone give a list, and nothing gives None.

    Personal data in an address that someone made by hand are taken out of it at once.

    Raises:
        UnknownCaseError: cases are asked for like others of which none is there and released.
    """
    state = current_state()
    if state.alike:
        return state, search(state)
    if not state.text:
        return state, _listed_once_told(state) if state.filters else None
    if _memory(state) is None:
        safe = _search_safely(state)
        if safe != state:
            go_to(safe)
        state = safe
    if not state.text:  # conditions alone were in it: they left the text
        return state, _listed_once_told(state) if state.filters else None
    found = _memory(state)
    st.session_state.pop(_MEMORY, None)
    return state, found.view if found else None


def show_text(state: SearchState) -> None:
    """Let the box show the text that was searched for; call before the box is drawn."""
    if st.session_state.get(TEXT) != state.text:
        st.session_state[TEXT] = state.text


def messages(state: SearchState, view: SearchView | ListView) -> list[Bilingual]:
    """What someone should know about this search before the results."""
    if isinstance(view, ListView):
        return list(view.problems)
    changed = bool(state.text) and st.session_state.get(_ANONYMISED) == state.text
    cut = bool(state.text) and st.session_state.get(_CUT) == state.text
    found = [words.ANONYMISED] * changed + [words.CUT] * cut
    return [*found, *view.problems, *([view.notice] if view.notice else [])]


def page_address(page: str, query: dict[str, str]) -> str:
    """The full address of a page, to put in a document."""
    here = urlsplit(st.context.url or "")
    path = here.path.removesuffix("/").removesuffix(f"/{page}")
    return urlunsplit((here.scheme, here.netloc, f"{path}/{page}", urlencode(query), ""))


def _search_safely(state: SearchState) -> SearchState:
    text = within_length(state.text)
    view = search(replace(state, text=text))
    safe = replace(state, text=view.query.text.strip(), filters=view.filters)
    st.session_state[_MEMORY] = _Memory(safe, view)
    st.session_state[_ANONYMISED] = safe.text if view.query.changed else None
    st.session_state[_CUT] = safe.text if text != state.text else None
    return safe


def search(state: SearchState) -> SearchView:
    """The results of a search by text or by cases; one more than is shown tells whether there is more."""
    limit = state.shown + 1
    if state.alike:
        return databank().alike(state.alike, filters=state.filters, limit=limit)
    return databank().search(state.text, filters=state.filters, limit=limit, without=frozenset(state.without))


def listed(state: SearchState) -> ListView:
    """A page of the cases that meet the conditions; the last one when there are not so many."""
    view = databank().listed(state.filters, first=(state.page - 1) * LISTED, limit=LISTED)
    if view.cases or not view.matched:
        return view
    return listed(replace(state, page=-(-view.matched // LISTED)))


def _listed_once_told(state: SearchState) -> ListView:
    """The list, with what was typed with its conditions but not understood, once."""
    typed, _ = _memory(state), st.session_state.pop(_MEMORY, None)
    return replace(listed(state), problems=typed.view.problems if typed else ())


def _memory(state: SearchState) -> _Memory | None:
    memory: _Memory | None = st.session_state.get(_MEMORY)
    return memory if memory and memory.state == state else None
