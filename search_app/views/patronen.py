# SPDX-License-Identifier: EUPL-1.2
"""Page Patronen: what keeps coming back as a board and as a list, and what may be a pattern."""

import streamlit as st

from casebase.bilingual import Language
from search_app.ui import patterns_actions as actions
from search_app.ui import (
    patterns_data,
    patterns_following,
    patterns_offers,
    patterns_page,
    patterns_panel,
    session,
)
from search_app.ui import patterns_words as words
from search_app.ui.patterns_actions import Work
from search_app.ui.patterns_address import Tab, from_query
from search_app.ui.patterns_rows import overdue
from search_app.ui.patterns_signals import drawn_with_signals


def around(work: Work, proposals: int | None) -> None:
    """What stands above every tab."""
    st.html(patterns_page.heading(work.view, proposals, work.language))
    if work.view.day:
        st.html(patterns_page.earlier(work.view, work.view.day, work.language))
    message = actions.last_message(work.language)
    if message:
        with st.container(key="melding"):
            st.html(message)


def register(work: Work) -> None:
    """Board or list, below what is overdue and what is new; what takes longer to look up is filled in."""
    shown = patterns_data.register_view(work.databank, work.desk, work.view.day)
    late = overdue(shown.rows)
    if late:
        st.html(patterns_page.overdue_line(late, work.view.day, work.language))
    above = st.container()
    if shown.problem:
        st.html(patterns_page.not_counted(shown.problem, work.language))
    fill = patterns_panel.register_view(work, shown.rows)
    told = drawn_with_signals(work.databank, work.desk, work.view.day, fill)
    with above:
        patterns_panel.burst_notice(work, told)
        patterns_panel.news_panel(work, told.news)
    patterns_following.following(work)


def page(work: Work) -> None:
    """The whole page."""
    kept = patterns_data.found_patterns(work.databank, None)
    around(work, len(kept.patterns) if kept and work.view.day is None else None)
    if not work.databank.collection().total:
        link, action = "inbrengen", words.TO_BRING_IN
        st.html(patterns_page.nothing(words.NO_CASES, words.NO_CASES_BODY, link, action, work.language))
    elif work.view.tab is Tab.PROPOSALS:
        patterns_offers.proposals_view(work)
    elif work.view.tab is Tab.NEW and work.view.day is None:
        patterns_panel.new_view(work)
    else:
        register(work)
    if work.view.tab is not Tab.NEW:
        patterns_panel.look_back(work)


def opened(language: Language) -> Work:
    """Who looks at what."""
    databank = session.databank()
    desk = databank.patterns_of(session.actor())
    query = {name: st.query_params.get_all(name) for name in st.query_params}
    return Work(databank, desk, from_query(query, desk.today), language)


page(opened(session.language()))
