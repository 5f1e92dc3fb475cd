# SPDX-License-Identifier: EUPL-1.2
"""What the buttons of the page Beoordelen do, what is said about it, and how the last thing is undone.

The case as it was before the last change of its text stays in the memory of this visit until the next
action, so that a slip can be undone; it is written nowhere else.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import streamlit as st

from casebase.bilingual import Bilingual, DatabankError, Language
from casebase.listed_terms import ListedTerm, TermError, check_term
from casebase.record import SafeCase
from casebase.store import Approved
from casebase.vocabulary import TermList, TermScope
from search_app.review_desk import QueuePage, ReviewDesk, ReviewSheet
from search_app.ui import review_words as words
from search_app.ui.review_address import ReviewView, to_query

_SAID = "beoordelen_gezegd"
_PUT_OFF = "beoordelen_later"
PLACE = "beoordelen_plek"
REASON = "beoordelen_toelichting"


@dataclass(frozen=True)
class Said:
    """What was done, in a sentence, and how to undo it."""

    sentence: Bilingual
    trouble: bool = False
    undo: Callable[[], None] | None = None


@dataclass(frozen=True)
class Work:
    """The case on the sheet, and who works on it from where."""

    desk: ReviewDesk
    view: ReviewView
    sheet: ReviewSheet
    following: str
    language: Language

    @property
    def case(self) -> SafeCase:
        """The case as it reads now."""
        return self.sheet.stored.case


def said() -> Said | None:
    """What the last action came to."""
    found: Said | None = st.session_state.get(_SAID)
    return found


def do(action: Callable[[], Said | None]) -> None:
    """Run an action; a problem becomes a sentence on the page."""
    try:
        st.session_state[_SAID] = action()
    except DatabankError as problem:
        st.session_state[_SAID] = Said(problem.message, trouble=True)


def undo() -> None:
    """Undo the last action."""
    last = said()

    def back() -> Said:
        if last and last.undo:
            last.undo()
        return Said(words.SAID_UNDONE)

    do(back)


def go_to(view: ReviewView) -> None:
    """Put a view in the address bar, at the first open place of its case."""
    st.session_state.pop(PLACE, None)
    st.query_params.from_dict(to_query(view))


def release(work: Work) -> Said:
    """Release the case, or note the first of two approvals, and open the next one."""
    result = work.desk.approve(work.case.case_id, seen=work.sheet.seen, reason=_reason())
    sentence = words.SAID_WAITS if result is Approved.WAITS else words.SAID_RELEASED
    return _decided(work, sentence)


def hold(work: Work) -> Said:
    """Hold the case back and open the next one."""
    work.desk.hold(work.case.case_id, reason=_reason())
    return _decided(work, words.SAID_HELD)


def reopen(work: Work) -> Said:
    """Put the case back in the queue and show it there."""
    work.desk.reopen(work.case.case_id, reason=_reason())
    go_to(ReviewView(work.case.case_id))
    return Said(_about(words.SAID_REOPENED, work.case))


def following(queue: QueuePage, current: str) -> str:
    """The case to open after this one: the next that was not put off in this visit, or else the next."""
    ids = [entry.row.case_id for entry in queue.entries]
    place = ids.index(current) + 1 if current in ids else 0
    others = [case_id for case_id in [*ids[place:], *ids[:place]] if case_id != current]
    put_off = st.session_state.get(_PUT_OFF, ())
    return next((case_id for case_id in others if case_id not in put_off), next(iter(others), ""))


def later(work: Work) -> None:
    """Put the case off and open the next one."""
    put_off = st.session_state.get(_PUT_OFF, ())
    st.session_state[_PUT_OFF] = (*put_off, work.case.case_id)
    go_to(replace(work.view, case_id=work.following))


def change(work: Work, changing: Callable[[], int], done: Bilingual, one: Bilingual | None = None) -> Said:
    """Change the text of the case; it can be undone until the next action."""
    before = work.case
    places = changing()
    _stay(work)
    if not places:
        return Said(words.SAID_NOT_FOUND, trouble=True)
    after = work.desk.sheet(before.case_id).seen
    sentence = one if one and places == 1 else done
    told = Bilingual(sentence.nl.format(number=places), sentence.en.format(number=places))
    return Said(told, undo=lambda: work.desk.restore(before, seen=after))


def no_problem(work: Work, suspect_words: str, scope: TermScope = TermScope.CASE) -> Said:
    """Note that suspect words are nothing, here or in more cases; numbers are settled here only."""
    before = work.case
    term = allowed_term(before, suspect_words, scope)
    number = None
    if may_be_listed(term):
        number = work.desk.add_term(term)
    work.desk.dismiss(before.case_id, suspect_words)
    _stay(work)
    after = work.desk.sheet(before.case_id).seen

    def back() -> None:
        if number is not None:
            work.desk.remove_term(number)
        work.desk.restore(before, seen=after)

    return Said(words.SAID_SETTLED if scope is TermScope.CASE else words.SAID_LISTED, undo=back)


def settle_all(work: Work) -> Said:
    """Note that none of the open places is anything."""
    before = work.case
    for suspect in before.suspects:
        work.desk.dismiss(before.case_id, suspect_text(work.sheet, suspect.field, suspect.start, suspect.end))
    _stay(work)
    return Said(words.SAID_SETTLED, undo=lambda: work.desk.restore(before, seen=work.sheet.seen))


def put_back(work: Work, label: str, typed: str, scope: TermScope) -> Said:
    """Put a word back and leave it in peace from now on, where ``scope`` says."""
    wanted = " ".join(typed.split())
    if not wanted:
        return Said(words.SAID_NOTHING_TYPED, trouble=True)
    term = allowed_term(work.case, wanted, scope)
    check_term(term)
    result = change(work, lambda: work.desk.put_back(work.case.case_id, label, wanted), words.SAID_BACK)
    if not result.trouble:
        work.desk.add_term(term)
    return result


def allowed_term(case: SafeCase, text: str, scope: TermScope) -> ListedTerm:
    """Words that may stay in this case, in cases of its maatwerkplaats, or everywhere."""
    return ListedTerm(
        TermList.ALLOWED,
        text,
        scope,
        case_id=case.case_id if scope is TermScope.CASE else None,
        maatwerkplaats=case.maatwerkplaats if scope is TermScope.MAATWERKPLAATS else None,
    )


def may_be_listed(term: ListedTerm) -> bool:
    """Whether these words can stand on a list: no number, no story."""
    try:
        check_term(term)
    except TermError:
        return False
    return True


def suspect_text(sheet: ReviewSheet, field: str, start: int, end: int) -> str:
    """The words at a place of the case."""
    return sheet.texts.get(field, "")[start:end]


def _stay(work: Work) -> None:
    """Keep the case open, whatever its place in the queue becomes."""
    st.query_params.from_dict(to_query(replace(work.view, case_id=work.case.case_id)))


def _decided(work: Work, sentence: Bilingual) -> Said:
    case_id = work.case.case_id
    back = replace(work.view, case_id=case_id)

    def undo_decision() -> None:
        work.desk.reopen(case_id)
        go_to(back)

    st.session_state[REASON] = ""
    go_to(replace(work.view, case_id=work.following))
    return Said(_about(sentence, work.case), undo=undo_decision)


def _reason() -> str:
    return str(st.session_state.get(REASON) or "")


def _about(sentence: Bilingual, case: SafeCase) -> Bilingual:
    return Bilingual(sentence.nl.format(case=case.case_id), sentence.en.format(case=case.case_id))
