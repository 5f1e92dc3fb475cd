# SPDX-License-Identifier: EUPL-1.2
"""What the buttons of the page Patronen do, and what is said about it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from html import escape

import streamlit as st

from casebase.bilingual import Bilingual, DatabankError, Language
from patterns.register import NewPattern
from search_app.databank import Databank
from search_app.pattern_desk import PatternDesk
from search_app.ui import frame
from search_app.ui import patterns_signal_words as signals
from search_app.ui import patterns_words as words
from search_app.ui.pattern_links import pattern_link
from search_app.ui.patterns_address import PatternsView, Tab, to_query
from search_app.ui.patterns_signals import forget_news

_SAID = "patronen_gezegd"


@dataclass(frozen=True)
class Work:
    """Who works on what: the databank, the register as this person has it, and the address."""

    databank: Databank
    desk: PatternDesk
    view: PatternsView
    language: Language


@dataclass(frozen=True)
class Said:
    """What was done, in a sentence; ``pattern_id`` is the pattern to open."""

    sentence: Bilingual
    trouble: bool = False
    pattern_id: str = ""


def do(action: Callable[[], Said | None]) -> None:
    """Run an action; a problem becomes a sentence on the page."""
    try:
        st.session_state[_SAID] = action()
    except DatabankError as problem:
        st.session_state[_SAID] = Said(problem.message, trouble=True)


def last_message(language: Language) -> str:
    """What the last action came to, as HTML; empty when nothing was done."""
    said: Said | None = st.session_state.get(_SAID)
    if said is None:
        return ""
    sentence = said.sentence.in_language(language)
    if said.trouble:
        return frame.trouble(sentence)
    link = ""
    if said.pattern_id:
        to = escape(pattern_link(said.pattern_id), quote=True)
        link = f' <a href="{to}">{escape(words.OPEN_PATTERN.in_language(language))}</a>'
    return f'<p class="mw-melding" role="status">{escape(sentence)}{link}</p>'


def go_to(view: PatternsView) -> None:
    """Put a view in the address bar; what was said before is over."""
    st.session_state.pop(_SAID, None)
    st.query_params.from_dict(to_query(view))


def register(work: Work, new: NewPattern, *, why: str) -> Said:
    """Register chosen cases as a pattern; the proposal that they came from counts as accepted."""
    record = work.desk.register(new, why=why)
    go_to(PatternsView(tab=Tab.PROPOSALS if new.proposal_id else Tab.BOARD))
    cases = _cases(len(new.reasons))
    return Said(_about(words.SAID_REGISTERED, record.pattern_id, cases), pattern_id=record.pattern_id)


def add(work: Work, pattern_id: str, case_ids: list[str], *, why: str) -> Said:
    """Put chosen cases of a proposal in the pattern that it looks like."""
    work.desk.add_cases(pattern_id, dict.fromkeys(case_ids, why))
    go_to(_closed(work.view))
    return Said(_about(words.SAID_ADDED, pattern_id, _cases(len(case_ids))), pattern_id=pattern_id)


def reject(work: Work, number: int, label: str, *, why: str) -> Said:
    """Turn a proposal down."""
    work.desk.reject_proposal(number, why=why)
    go_to(_closed(work.view))
    told = words.SAID_REJECTED
    return Said(Bilingual(told.nl.format(label=label), told.en.format(label=label)))


def find(work: Work) -> Said:
    """Look for patterns again, and keep what was found."""
    found = work.databank.pattern_finding.find()
    go_to(PatternsView(tab=Tab.PROPOSALS))
    number = len(found.patterns)
    count = words.COUNT_ONE if number == 1 else words.COUNT_MANY
    told = words.SAID_FOUND
    return Said(
        Bilingual(
            told.nl.format(proposals=count.nl.format(number=number)),
            told.en.format(proposals=count.en.format(number=number)),
        )
    )


def seen(work: Work, saved_id: int, name: str) -> Said:
    """Note that this person saw what is new in one thing that was saved."""
    work.desk.seen(saved_id)
    forget_news()
    told = words.SEEN_OF
    return Said(Bilingual(f"{told.nl.format(name=name)}.", f"{told.en.format(name=name)}."))


def unfollow(work: Work, saved_id: int, name: str) -> Said:
    """Stop telling this person what is new in one thing that was saved."""
    work.desk.unfollow(saved_id)
    forget_news()
    told = signals.SAID_UNFOLLOWED
    return Said(Bilingual(told.nl.format(name=name), told.en.format(name=name)))


def _closed(view: PatternsView) -> PatternsView:
    return replace(view, proposal=0, doing=None)


def _cases(number: int) -> Bilingual:
    one = number == 1
    nl, en = (words.CASE.nl, words.CASE.en) if one else (words.CASES.nl, words.CASES.en)
    return Bilingual(f"{number} {nl}", f"{number} {en}")


def _about(told: Bilingual, pattern_id: str, cases: Bilingual) -> Bilingual:
    return Bilingual(
        told.nl.format(pattern=pattern_id, cases=cases.nl), told.en.format(pattern=pattern_id, cases=cases.en)
    )
