# SPDX-License-Identifier: EUPL-1.2
"""The proposals on the page Patronen, each with what can be done to it (draws with Streamlit)."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

import streamlit as st

from casebase.bilingual import Bilingual
from patterns.bursts import Burst, holder
from search_app.pattern_bursts import PlacedBurst
from search_app.pattern_finding import FoundPatterns
from search_app.ui import frame, patterns_data, patterns_forms, patterns_page
from search_app.ui import patterns_actions as actions
from search_app.ui import patterns_words as words
from search_app.ui.formats import day_month_year, whole
from search_app.ui.patterns_actions import Work
from search_app.ui.patterns_address import Doing, PatternsView, Tab
from search_app.ui.patterns_burst import notice
from search_app.ui.patterns_proposal import Proposal, card, unchanged

SHOWN = 8
"""Proposals on one page."""


def proposals_view(work: Work) -> None:
    """The proposals of the last run: new cases for known patterns, new ones, and the rest counted."""
    with st.spinner(words.FINDING.in_language(work.language)):
        run = patterns_data.found_patterns(work.databank, work.view.day)
        found = patterns_data.proposals_of(work.databank, work.desk, run) if run else []
        burst = patterns_data.placed_burst_of(work.databank, work.view.day)
    _run_line(work, run)
    if not found:
        _burst_notice(work, burst)
        title, body = (
            (words.NONE_FOUND, words.NONE_FOUND_BODY) if run else (words.NEVER_RUN, words.NEVER_RUN_BODY)
        )
        st.html(patterns_page.nothing(title, body, "", None, work.language))
        return
    if work.view.proposal and all(each.number != work.view.proposal for each in found):
        st.html(frame.trouble(words.DECIDED.in_language(work.language)))
    _sections(work, found, burst)


def _run_line(work: Work, run: FoundPatterns | None) -> None:
    with st.container(horizontal=True, vertical_alignment="center", key="zoekronde"):
        st.html(_run_told(work, run))
        if work.view.day is None:
            text = words.FIND if run else words.FIND_FIRST
            st.button(
                text.in_language(work.language),
                key="zoek_patronen",
                type="secondary" if run and run.patterns else "primary",
                on_click=actions.do,
                args=(lambda: actions.find(work),),
            )


def _run_told(work: Work, run: FoundPatterns | None) -> str:
    """When was looked, how many proposals are open, and what they are worth."""
    helped = f'<p class="mw-hulp">{escape(words.PROPOSALS_HELP.in_language(work.language))}</p>'
    if run is None:
        return helped
    day = day_month_year(run.made_at.date() if run.made_at else run.as_of, work.language)
    when = words.RUN_THEN if work.view.day else words.RUN
    number = len(run.patterns)
    count = words.COUNT_ONE if number == 1 else words.COUNT_MANY
    told = [
        count.in_language(work.language).format(number=whole(number, work.language)),
        when.in_language(work.language).format(day=day),
    ]
    return f"<p><b>{escape(told[0])}</b> · {escape(told[1])}</p>{helped}"


def _sections(work: Work, found: Sequence[Proposal], burst: PlacedBurst | None) -> None:
    """New cases for known patterns first, because they are the quickest to decide on; then new proposals."""
    fresh = [each for each in found if each.pattern is None]
    known = [each for each in found if each.pattern is not None and each.fresh]
    rest = [each for each in found if each.pattern is not None and not each.fresh]
    ordered = [*known, *fresh]
    place = holder(burst.burst, [each.found.group.case_ids for each in ordered]) if burst else None
    inside = None if place is None else ordered[place]
    if inside is None:
        _burst_notice(work, burst)
    page = _page(work.view, ordered)
    shown = ordered[(page - 1) * SHOWN : page * SHOWN]
    for title, part in ((words.FOR_KNOWN, known), (words.FRESH, fresh)):
        here = [each for each in shown if each in part]
        if here:
            number = f'<span class="mw-aantal">{whole(len(part), work.language)}</span>'
            st.html(f'<h2 class="mw-kop2">{escape(title.in_language(work.language))} {number}</h2>')
        for each in here:
            _proposal(work, each, burst.burst if burst and each is inside else None)
    _pages(work, page, -(-len(ordered) // SHOWN))
    if rest:
        st.html(unchanged(rest, work.view.day, work.language))


def _burst_notice(work: Work, burst: PlacedBurst | None) -> None:
    if burst and burst.pattern_id is None:
        st.html(notice(burst, None, work.view.day, work.language))


def _proposal(work: Work, proposal: Proposal, burst: Burst | None) -> None:
    name = proposal.found.name.lower().replace("-", "_")
    with st.container(key=f"voorstel_{name}", border=True):
        st.html(card(proposal, work.view.day, work.language, burst))
        if work.view.day:
            return
        doing = work.view.doing if work.view.proposal == proposal.number else None
        if doing is Doing.REJECT:
            patterns_forms.reject_form(work, proposal)
        elif doing is Doing.ADD and proposal.pattern and proposal.fresh:
            patterns_forms.add_form(work, proposal)
        elif doing is Doing.REGISTER:
            patterns_forms.register_form(work, proposal.cases_in_order, proposal)
        else:
            _choices(work, proposal)


def _choices(work: Work, proposal: Proposal) -> None:
    offered = [(words.REGISTER, Doing.REGISTER), (words.NO_PATTERN, Doing.REJECT)]
    if proposal.pattern:
        add = words.ADD.in_language(work.language).format(pattern=proposal.pattern.record.pattern_id)
        offered = [
            (Bilingual(add, add), Doing.ADD),
            (words.REGISTER_APART, Doing.REGISTER),
            (words.NO_PATTERN, Doing.REJECT),
        ]
    with st.container(horizontal=True, key=f"keuze_{proposal.number}"):
        for text, doing in offered:
            st.button(
                text.in_language(work.language),
                key=f"{doing.value}_{proposal.number}",
                on_click=actions.go_to,
                args=(replace(work.view, proposal=proposal.number, doing=doing),),
            )


def _page(view: PatternsView, ordered: Sequence[Proposal]) -> int:
    """The page that the address asks for; that of the proposal that is open when it names one."""
    last = max(1, -(-len(ordered) // SHOWN))
    places = [place for place, each in enumerate(ordered) if view.proposal and each.number == view.proposal]
    return places[0] // SHOWN + 1 if places else min(view.page, last)


def _pages(work: Work, current: int, number: int) -> None:
    if number < 2:
        return
    # A key of its own for every page: the address decides, not what the buttons were set to before.
    key = f"voorstellen_{current}"

    def turn() -> None:
        page = int(st.session_state[key])
        actions.go_to(PatternsView(tab=Tab.PROPOSALS, day=work.view.day, page=page))

    st.pagination(number, default=current, max_visible_pages=5, key=key, on_change=turn)
