# SPDX-License-Identifier: EUPL-1.2
"""What the last act on a pattern came to, said in one line on its page, and undoing it."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import streamlit as st

from casebase.bilingual import Bilingual, DatabankError, Language
from search_app.pattern_desk import PatternDesk, PatternDetails
from search_app.ui import frame
from search_app.ui import pattern_act_words as words
from search_app.ui.pattern_choices import DOING, TARGET
from search_app.ui.pattern_links import pattern_link

_SAID = "patroon_gezegd"
_ROUND = "patroon_ronde"


@dataclass(frozen=True)
class Said:
    """What was done, in a sentence; how to undo it; another pattern to go to."""

    sentence: Bilingual
    undo: Callable[[], None] | None = None
    other: str = ""
    trouble: bool = False


@dataclass(frozen=True)
class Work:
    """The pattern on the page, and who works on it. ``place`` is the part of the page."""

    desk: PatternDesk
    details: PatternDetails
    language: Language
    place: str

    @property
    def pattern_id(self) -> str:
        """The number of the pattern."""
        return self.details.file.record.pattern_id

    def key(self, name: str) -> str:
        """The name of a box; another one once something was done, so that it is empty again."""
        return f"{name}_{self.pattern_id}_{st.session_state.get(_ROUND, 0)}"

    def typed(self, name: str) -> str:
        """What stands in a box."""
        return str(st.session_state.get(self.key(name)) or "").strip()

    def chosen(self, name: str) -> list[str]:
        """What was chosen in a list."""
        return list(st.session_state.get(self.key(name)) or [])

    def told(self, text: Bilingual) -> str:
        """A text in the language of the page."""
        return text.in_language(self.language)


def do(work: Work, action: Callable[[], Said], *, closes: bool = False) -> None:
    """Run an act; a problem becomes a sentence on the page, and what was typed stays."""
    try:
        _say(work, action())
    except DatabankError as problem:
        _say(work, Said(problem.message, trouble=True))
        return
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    if closes:
        for name in (DOING, TARGET):
            st.query_params.pop(name, None)


def undo(work: Work) -> None:
    """Undo the last act."""
    last = _said(work)

    def back() -> Said:
        if last and last.undo:
            last.undo()
        return Said(words.SAID_UNDONE)

    do(work, back)


def forget() -> None:
    """Say nothing any more."""
    st.session_state.pop(_SAID, None)


def message(work: Work) -> None:
    """The line that tells what happened, with the button that undoes it."""
    with st.container(horizontal=True, vertical_alignment="center", key=f"melding_{work.place}", gap="small"):
        told = _said(work)
        if told is None:
            return
        st.html(_line(told, work.language))
        if told.undo:
            text = work.told(words.UNDO)
            key = f"ongedaan_{work.place}"
            st.button(text, key=key, on_click=undo, args=(work,), shortcut="Alt+O")


def _line(told: Said, language: Language) -> str:
    if told.trouble:
        return frame.trouble(told.sentence.in_language(language))
    other = ""
    if told.other:
        text = words.GO_TO_PATTERN.in_language(language).format(pattern=told.other)
        other = f' <a href="{escape(pattern_link(told.other), quote=True)}">{escape(text)}</a>'
    return f'<p class="mw-melding">{escape(told.sentence.in_language(language))}{other}</p>'


def _say(work: Work, told: Said) -> None:
    st.session_state[_SAID] = (work.pattern_id, work.place, told)


def _said(work: Work) -> Said | None:
    pattern_id, place, told = st.session_state.get(_SAID, ("", "", None))
    found: Said | None = told if (pattern_id, place) == (work.pattern_id, work.place) else None
    return found
