# SPDX-License-Identifier: EUPL-1.2
"""What somebody follows, folded, with a way to stop (draws with Streamlit)."""

from collections.abc import Callable, Sequence
from html import escape

import streamlit as st

from casebase.bilingual import Language
from casebase.store import SavedSearchRecord
from search_app.ui import patterns_actions as actions
from search_app.ui import patterns_page
from search_app.ui import patterns_signal_words as signals
from search_app.ui import patterns_words as words
from search_app.ui.formats import counted
from search_app.ui.patterns_actions import Work


def following(work: Work) -> None:
    """The searches and patterns that whoever looks follows; nothing when there are none."""
    followed = work.desk.followed()
    if not followed:
        return
    with st.container(key="volgt"), st.expander(summary(followed, work.language)):
        st.html(f'<p class="mw-hulp">{escape(signals.FOLLOWS_HELP.in_language(work.language))}</p>')
        for each in followed:
            _one(work, each)


def summary(followed: Sequence[SavedSearchRecord], language: Language) -> str:
    """How many searches and patterns somebody follows, in a line."""
    patterns = sum(each.pattern_id is not None for each in followed)
    kinds = [
        (len(followed) - patterns, signals.SEARCH, signals.SEARCHES),
        (patterns, words.PATTERN, words.PATTERNS),
    ]
    told = [counted(number, one, many, language) for number, one, many in kinds if number]
    what = (
        told[0] if len(told) == 1 else signals.AND.in_language(language).format(first=told[0], second=told[1])
    )
    return signals.FOLLOWS.in_language(language).format(what=what)


def _one(work: Work, saved: SavedSearchRecord) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key=f"volg_{saved.saved_id}"):
        st.html(f"<p>{patterns_page.followed_link(saved, work.language)}</p>", width="content")
        name = patterns_page.saved_name(saved, work.language)
        st.button(
            signals.UNFOLLOW.in_language(work.language),
            key=f"volg_niet_{saved.saved_id}",
            on_click=actions.do,
            args=(_stop(work, saved.saved_id, name),),
        )


def _stop(work: Work, saved_id: int, name: str) -> Callable[[], actions.Said]:
    return lambda: actions.unfollow(work, saved_id, name)
