# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from casebase.audit import recent_events, verify_chain
from casebase.database import Sessions
from casebase.pattern_vocabulary import PatternAction, ProposalState, SizeStep
from casebase.record import SafeCase
from casebase.store import (
    PatternAct,
    PatternRecord,
    ProposedGroup,
    SizeFinding,
    UnknownCaseError,
    UnknownPatternError,
    UnknownProposalError,
    UnknownSavedSearchError,
    add_pattern,
    add_size_evidence,
    answer_candidate,
    answers_of,
    count_open_proposals,
    decide_proposal,
    delete_case,
    forget_search,
    get_proposal,
    latest_run,
    list_proposals,
    mark_seen,
    remove_size_evidence,
    save_proposals,
    save_search,
    saved_searches_of,
    set_state,
    size_evidence_of,
)
from casebase.vocabulary import ReviewState

Add = Callable[..., SafeCase]
DAY = date(2026, 3, 1)
NUMBER = "P-2026-001"


@pytest.fixture
def pattern(make_sessions: Sessions, add: Add, now: datetime) -> str:
    """The number of a pattern, beside three cases of which one waits for review."""
    add("A-1")
    add("A-2")
    add("A-3", state=ReviewState.TO_REVIEW)
    with make_sessions.begin() as session:
        record = PatternRecord(NUMBER, "Naam", "Mechanisme.", "anna", DAY)
        add_pattern(session, record, PatternAct(PatternAction.REGISTERED, "anna", now))
    return NUMBER


def propose(make_sessions: Sessions, now: datetime, run: str, *groups: ProposedGroup) -> list[int]:
    with make_sessions.begin() as session:
        return save_proposals(session, run, groups, as_of=DAY, actor="anna", now=now)


# --- proposals ---


def test_a_run_is_kept_with_the_most_central_cases_first(
    pattern: str, make_sessions: Sessions, now: datetime
) -> None:
    (first,) = propose(make_sessions, now, "run 1", ProposedGroup(("A-2", "A-1"), "keuring", ("late",)))
    again = ProposedGroup(
        ("A-2", "A-1"), "keuring", ("late",), {"cohesion": 0.5}, previous_id=first, pattern_id=NUMBER
    )
    propose(make_sessions, now, "run 2", again)
    with make_sessions() as session:
        assert latest_run(session) == "run 2"
        (found,) = list_proposals(session, "run 2")
        assert len(list_proposals(session)) == count_open_proposals(session) == 2
        assert verify_chain(session).ok
    assert (found.group, found.as_of, found.state) == (again, DAY, ProposalState.OFFERED)


def test_cases_that_are_not_released_or_gone_are_left_out(
    pattern: str, make_sessions: Sessions, now: datetime
) -> None:
    (number,) = propose(make_sessions, now, "run", ProposedGroup(("A-1", "A-3", "A-2")))
    with make_sessions() as session:
        assert get_proposal(session, number).group.case_ids == ("A-1", "A-2")
    with make_sessions.begin() as session:
        delete_case(session, "A-1", actor="beheer", now=now, reason="verzoek")
        set_state(session, "A-3", ReviewState.RELEASED, actor="bas", now=now)
        assert get_proposal(session, number).group.case_ids == ("A-3", "A-2")


def test_a_proposal_is_decided_on_once(pattern: str, make_sessions: Sessions, now: datetime) -> None:
    (number,) = propose(make_sessions, now, "run", ProposedGroup(("A-1",)))
    decided = {"actor": "bas", "now": now, "why": "toeval"}
    with make_sessions.begin() as session:
        decide_proposal(session, number, ProposalState.REJECTED, **decided)  # type: ignore[arg-type]
    with pytest.raises(UnknownProposalError), make_sessions.begin() as session:
        decide_proposal(session, number, ProposalState.ACCEPTED, **decided)  # type: ignore[arg-type]
    with make_sessions() as session:
        (found,) = list_proposals(session, state=ProposalState.REJECTED)
        assert list_proposals(session, state=ProposalState.OFFERED) == []
    assert (found.decided_by, found.decided_at) == ("bas", now)


def test_no_run_is_no_latest_run(make_sessions: Sessions) -> None:
    with make_sessions() as session:
        assert latest_run(session) is None


# --- yes and no ---


def test_the_last_answer_about_a_candidate_counts(
    pattern: str, make_sessions: Sessions, now: datetime
) -> None:
    for belongs, told in (
        (True, {"A-1": True}),
        (False, {"A-1": False}),
        (False, {"A-1": False}),
        (None, {}),
    ):
        with make_sessions.begin() as session:
            answer_candidate(session, NUMBER, "A-1", belongs, actor="anna", now=now)
            assert answers_of(session, NUMBER) == told
    with make_sessions() as session:
        events = [event for event in recent_events(session, limit=9) if "answer" in event.action]
    assert [(event.details["from"], event.details["to"]) for event in reversed(events)] == [
        (None, True), (True, False), (False, None),
    ]  # fmt: skip


@pytest.mark.parametrize("case_id", ["A-3", "A-404"])
def test_only_released_cases_are_answered_about(
    pattern: str, make_sessions: Sessions, now: datetime, case_id: str
) -> None:
    with pytest.raises(UnknownCaseError), make_sessions.begin() as session:
        answer_candidate(session, NUMBER, case_id, True, actor="anna", now=now)


def test_answers_go_with_the_case_and_hide_with_it(
    pattern: str, make_sessions: Sessions, now: datetime
) -> None:
    with make_sessions.begin() as session:
        answer_candidate(session, NUMBER, "A-1", True, actor="anna", now=now)
        answer_candidate(session, NUMBER, "A-2", False, actor="anna", now=now)
        set_state(session, "A-1", ReviewState.HELD, actor="bas", now=now)
        assert answers_of(session, NUMBER) == {"A-2": False}
        delete_case(session, "A-2", actor="beheer", now=now, reason="verzoek")
        assert answers_of(session, NUMBER) == {}


# --- sizes ---


def test_evidence_of_a_size_is_kept_with_its_source(
    pattern: str, make_sessions: Sessions, now: datetime
) -> None:
    counted = SizeFinding(SizeStep.REGISTER, "klachtenregister 2025", 200, 200, DAY)
    raised = SizeFinding(SizeStep.MULTIPLIER, "schatting", 900, 6500, DAY, {"rate_low": 0.001})
    with make_sessions.begin() as session:
        numbers = [
            add_size_evidence(session, NUMBER, each, actor="anna", now=now) for each in (counted, raised)
        ]
    with make_sessions.begin() as session:
        assert [each.finding for each in size_evidence_of(session, NUMBER)] == [counted, raised]
        assert remove_size_evidence(session, NUMBER, numbers[0], actor="bas", now=now)
        assert not remove_size_evidence(session, NUMBER, numbers[0], actor="bas", now=now)
        assert [each.finding for each in size_evidence_of(session, NUMBER)] == [raised]
        assert verify_chain(session).ok


@pytest.mark.parametrize(("low", "high"), [(-1, 5), (6, 5)])
def test_a_range_that_is_none_is_refused(
    pattern: str, make_sessions: Sessions, now: datetime, low: int, high: int
) -> None:
    wrong = SizeFinding(SizeStep.REGISTER, "register", low, high, DAY)
    with pytest.raises(ValueError, match="not in order"), make_sessions.begin() as session:
        add_size_evidence(session, NUMBER, wrong, actor="anna", now=now)


# --- what people want to know of ---


def test_a_saved_search_is_its_owners_only(pattern: str, make_sessions: Sessions, now: datetime) -> None:
    later = now + timedelta(days=1)
    with make_sessions.begin() as session:
        first = save_search(session, owner="anna", name="Voorschot", text="voorschot terug", now=now)
        again = save_search(session, owner="anna", name="Terug", text="voorschot terug", now=later)
        second = save_search(session, owner="anna", name="Naam", pattern_id=NUMBER, now=now)
        other = save_search(session, owner="bas", name="x", text="voorschot terug", now=now)
    assert again == first
    for act in (mark_seen, forget_search):
        with pytest.raises(UnknownSavedSearchError), make_sessions.begin() as session:
            act(session, other, owner="anna", now=later)
    with make_sessions.begin() as session:
        mark_seen(session, second, owner="anna", now=later)
        one, two = saved_searches_of(session, "anna")
        assert (one.name, one.text, one.last_seen) == ("Terug", "voorschot terug", now)
        assert (two.pattern_id, two.text, two.last_seen) == (NUMBER, None, later)
        forget_search(session, first, owner="anna", now=later)
        assert [each.saved_id for each in saved_searches_of(session, "anna")] == [second]
        assert "voorschot" not in repr([one, recent_events(session, limit=9)])


def test_a_saved_search_has_a_text_or_a_pattern(make_sessions: Sessions, now: datetime) -> None:
    for text, pattern_id in ((None, None), ("x", NUMBER)):
        with pytest.raises(ValueError, match="text or a pattern"), make_sessions.begin() as session:
            save_search(session, owner="a", name="n", text=text, pattern_id=pattern_id, now=now)
    with pytest.raises(UnknownPatternError), make_sessions.begin() as session:
        save_search(session, owner="a", name="n", pattern_id="P-2026-404", now=now)
