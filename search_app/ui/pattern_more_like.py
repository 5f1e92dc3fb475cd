# SPDX-License-Identifier: EUPL-1.2
"""More like these: candidates for a pattern, one after the other, each with yes or no."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from casebase.bilingual import Bilingual, Language
from patterns.states import ENDED
from search_app.pattern_desk import PatternDetails
from search_app.pattern_offers import TAKEN_BACK, LikeCase, PatternOffers
from search_app.ui import pattern_act_words as words
from search_app.ui import pattern_candidates as html
from search_app.ui import pattern_said, session
from search_app.ui.as_of import day_asked
from search_app.ui.pattern_choices import DOING
from search_app.ui.pattern_said import Said, Work, do

SHOWN = 10
_REASON, _PASSED, _ANSWERED = "zoals_reden", "zoals_overgeslagen", "zoals_beantwoord"
_CARD = "zoals_kaart"


def more_like_these(details: PatternDetails, language: Language) -> None:
    """The candidate to answer now and the next ones; nothing in the past or for a pattern that ended."""
    databank = session.databank()
    work = Work(databank.patterns_of(session.actor()), details, language, "zoals")
    if details.file.record.state in ENDED or day_asked(st.query_params, work.desk.today) < work.desk.today:
        return
    offers = databank.pattern_offers
    with st.container(key="zoals"):
        new = len(offers.for_pattern(work.pattern_id))
        st.html(html.introduction(new, _answered(work), language))
        pattern_said.message(work)
        likes = _next(work, offers)
        if likes is None:
            st.html(html.nothing_left(bool(details.file.members), language))
            return
        like, others = likes
        with st.container(key="kandidaat", border=True):
            st.html(html.candidate(like, language))
            _answers(work, like)
        cases = [stored.case for each in others if (stored := databank.case(each))]
        st.html(html.coming(cases, language))


def _next(work: Work, offers: PatternOffers) -> tuple[LikeCase, list[str]] | None:
    """The first candidate that was not passed over in this visit, and the numbers of those after it."""
    passed = _passed(work)
    found = [each.case_id for each in offers.for_pattern(work.pattern_id)]
    found += offers.candidates(work.pattern_id, limit=SHOWN + len(passed))
    waiting = [each for each in dict.fromkeys(found) if each not in passed]
    for place, case_id in enumerate(waiting):
        like = offers.why(work.pattern_id, case_id)
        if like is not None:
            return like, waiting[place + 1 : SHOWN]
    return None


def _answers(work: Work, like: LikeCase) -> None:
    case_id, key = like.case.case_id, f"{_REASON}_{work.pattern_id}"
    st.session_state[f"{_CARD}_{work.pattern_id}"] = case_id
    st.session_state.setdefault(key, work.told(words.DEFAULT_REASON))
    with st.container(horizontal=True, key="zoals_antwoorden", gap="small", vertical_alignment="bottom"):
        # The form that is open has the one primary button of the page.
        first: Literal["primary", "secondary"] = "secondary" if DOING in st.query_params else "primary"
        _button(work, words.YES, case_id, lambda: do(work, lambda: _yes(work, case_id, key)), "Alt+J", first)
        _button(work, words.NO, case_id, lambda: do(work, lambda: _no(work, case_id)), "Alt+N")
        _button(work, words.SKIP, case_id, lambda: _pass(work, case_id), kind="tertiary")
        st.text_input(work.told(words.REASON), key=key)


def _button(
    work: Work,
    text: Bilingual,
    case_id: str,
    answer: Callable[[], None],
    shortcut: str | None = None,
    kind: Literal["primary", "secondary", "tertiary"] = "secondary",
) -> None:
    # The case is in the key: a press that was meant for a card that is gone belongs to no button any more.
    key = f"{text.en.replace(' ', '_').lower()}_{case_id}"
    args = (work, case_id, answer)
    st.button(work.told(text), key=key, type=kind, on_click=_once, args=args, shortcut=shortcut)


def _once(work: Work, case_id: str, answer: Callable[[], None]) -> None:
    """Answer the card that stands there; a second press, before the next card is drawn, does nothing."""
    key = f"{_CARD}_{work.pattern_id}"
    if st.session_state.get(key) == case_id:
        st.session_state[key] = ""
        answer()


def _yes(work: Work, case_id: str, reason: str) -> Said:
    """Add the case, and keep the answer."""
    work.desk.add_cases(work.pattern_id, {case_id: str(st.session_state.get(reason) or "")})
    work.desk.answer_candidate(work.pattern_id, case_id, True)
    _count(work, yes=1)

    def back() -> None:
        work.desk.remove_cases(work.pattern_id, [case_id], why=TAKEN_BACK)
        work.desk.answer_candidate(work.pattern_id, case_id, None)
        _count(work, yes=-1)

    return Said(words.filled(words.SAID_YES, case=case_id), undo=back)


def _no(work: Work, case_id: str) -> Said:
    work.desk.answer_candidate(work.pattern_id, case_id, False)
    _count(work, no=1)

    def back() -> None:
        work.desk.answer_candidate(work.pattern_id, case_id, None)
        _count(work, no=-1)

    return Said(words.filled(words.SAID_NO, case=case_id), undo=back)


def _pass(work: Work, case_id: str) -> None:
    pattern_said.forget()
    st.session_state[f"{_PASSED}_{work.pattern_id}"] = (*_passed(work), case_id)


def _passed(work: Work) -> tuple[str, ...]:
    passed: tuple[str, ...] = st.session_state.get(f"{_PASSED}_{work.pattern_id}", ())
    return passed


def _answered(work: Work) -> tuple[int, int]:
    counted: tuple[int, int] = st.session_state.get(f"{_ANSWERED}_{work.pattern_id}", (0, 0))
    return counted


def _count(work: Work, *, yes: int = 0, no: int = 0) -> None:
    before = _answered(work)
    st.session_state[f"{_ANSWERED}_{work.pattern_id}"] = (before[0] + yes, before[1] + no)
