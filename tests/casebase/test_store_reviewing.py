# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from casebase.audit import recent_events
from casebase.database import Sessions
from casebase.record import SafeCase, Suspect
from casebase.store import (
    Approved,
    SameReviewerError,
    UnknownCaseError,
    approvals_of,
    approve_case,
    correct_case,
    count_cases,
    delete_case,
    get_case,
    queue_rows,
    released_ids,
    reviewed_since,
    save_case,
    set_state,
    settle_suspects,
    withdraw_approval,
)
from casebase.vocabulary import ReviewState

Add = Callable[..., SafeCase]
Approve = Callable[..., Approved]
WAITING = {"state": ReviewState.TO_REVIEW}


@pytest.fixture
def approve(make_sessions: Sessions, now: datetime) -> Approve:
    """Approves in a transaction of its own."""

    def approved(case_id: str, actor: str, people: int = 1) -> Approved:
        with make_sessions.begin() as session:
            return approve_case(session, case_id, actor=actor, now=now, people=people)

    return approved


@pytest.fixture
def half(add: Add, approve: Approve) -> SafeCase:
    """Case A-1, for two people: one of them, anna, has approved it."""
    case = add("A-1", **WAITING)
    assert approve("A-1", "anna", 2) is Approved.WAITS
    return case


def approvers(make_sessions: Sessions) -> list[str]:
    """Who approved A-1."""
    with make_sessions() as session:
        return [approval.actor for approval in approvals_of(session, ["A-1"]).get("A-1", ())]


def released(make_sessions: Sessions) -> list[str]:
    with make_sessions() as session:
        return released_ids(session)


def test_one_person_releases_an_ordinary_case(add: Add, approve: Approve, make_sessions: Sessions) -> None:
    add("A-1", **WAITING)
    assert approve("A-1", "anna") is Approved.RELEASED
    assert released(make_sessions) == ["A-1"]


def test_a_case_for_two_is_found_only_after_two_different_people(
    half: SafeCase, approve: Approve, make_sessions: Sessions
) -> None:
    assert released(make_sessions) == []
    assert approve("A-1", "bram", 2) is Approved.RELEASED
    assert released(make_sessions) == ["A-1"]
    assert approvers(make_sessions) == ["anna", "bram"]


def test_the_same_person_twice_is_refused_in_a_sentence(
    half: SafeCase, approve: Approve, make_sessions: Sessions
) -> None:
    with pytest.raises(SameReviewerError, match="Vraag een collega"):
        approve("A-1", "anna", 2)
    assert released(make_sessions) == []


def test_one_approval_is_enough_once_the_risk_is_gone(half: SafeCase, approve: Approve) -> None:
    assert approve("A-1", "anna", 1) is Approved.RELEASED


def test_a_released_case_stays_as_it_is(add: Add, approve: Approve) -> None:
    add("A-1")
    assert approve("A-1", "anna") is Approved.ALREADY


def test_an_unknown_case_cannot_be_approved(approve: Approve) -> None:
    with pytest.raises(UnknownCaseError):
        approve("X-9", "anna")


@pytest.mark.parametrize("change", ["correct", "replace", "hold"])
def test_an_approval_does_not_outlive_a_change(
    half: SafeCase, approve: Approve, make_sessions: Sessions, now: datetime, change: str
) -> None:
    with make_sessions.begin() as session:
        if change == "hold":
            set_state(session, "A-1", ReviewState.HELD, actor="anna", now=now)
        elif change == "replace":
            save_case(session, half, content_key="new", actor="lader", now=now, replace=True)
        else:
            correct_case(session, half.model_copy(update={"title": "Anders"}), actor="anna", now=now)
    assert approvers(make_sessions) == []
    assert approve("A-1", "anna", 2) is Approved.WAITS


def test_a_released_case_that_is_put_back_needs_all_approvals_again(
    half: SafeCase, approve: Approve, make_sessions: Sessions, now: datetime
) -> None:
    approve("A-1", "bram", 2)
    with make_sessions.begin() as session:
        set_state(session, "A-1", ReviewState.TO_REVIEW, actor="bram", now=now)
    assert approvers(make_sessions) == []
    assert released(make_sessions) == []


def test_an_approval_can_be_taken_back_by_who_gave_it(
    half: SafeCase, make_sessions: Sessions, now: datetime
) -> None:
    with make_sessions.begin() as session:
        assert not withdraw_approval(session, "A-1", actor="bram", now=now)
        assert withdraw_approval(session, "A-1", actor="anna", now=now)
    assert approvers(make_sessions) == []


def test_the_approvals_of_a_release_cannot_be_taken_back_behind_it(
    add: Add, approve: Approve, make_sessions: Sessions, now: datetime
) -> None:
    add("A-1", **WAITING)
    approve("A-1", "anna")
    with make_sessions.begin() as session:
        assert not withdraw_approval(session, "A-1", actor="anna", now=now)
    assert approvers(make_sessions) == ["anna"]


def test_approvals_go_when_the_case_goes(half: SafeCase, make_sessions: Sessions, now: datetime) -> None:
    with make_sessions.begin() as session:
        delete_case(session, "A-1", actor="anna", now=now, reason="proef")
    assert approvers(make_sessions) == []


def test_the_log_tells_of_each_approval(half: SafeCase, approve: Approve, make_sessions: Sessions) -> None:
    approve("A-1", "bram", 2)
    with make_sessions() as session:
        second, first = recent_events(session, limit=2)
    assert (first.action, first.actor, dict(first.details)) == (
        "case.approved",
        "anna",
        {"given": 1, "needed": 2},
    )
    assert (second.action, second.actor) == ("case.state", "bram")


def test_the_queue_tells_what_waits_oldest_first(
    add: Add, approve: Approve, make_sessions: Sessions, now: datetime
) -> None:
    suspect = Suspect(field="title", start=0, end=5, reason="lang getal")
    add("B-2", **WAITING, maatwerkplaats="Twente", suspects=(suspect,))
    add("A-1", **WAITING)
    add("C-3")
    approve("A-1", "anna", 2)
    with make_sessions() as session:
        rows = queue_rows(session, ReviewState.TO_REVIEW)
    assert [(r.case_id, r.suspects, r.maatwerkplaats, r.approved_by) for r in rows] == [
        ("A-1", 0, "", ("anna",)),
        ("B-2", 1, "Twente", ()),
    ]


def test_what_somebody_did_today_is_counted_by_case(
    add: Add, approve: Approve, make_sessions: Sessions, now: datetime
) -> None:
    for case_id in ("A-1", "A-2", "A-3"):
        add(case_id, **WAITING)
        approve(case_id, "anna" if case_id != "A-3" else "bram")
    with make_sessions.begin() as session:
        set_state(session, "A-1", ReviewState.HELD, actor="anna", now=now)
    with make_sessions() as session:
        assert reviewed_since(session, now, actor="anna") == 2
        assert reviewed_since(session, now + timedelta(seconds=1), actor="anna") == 0
        assert count_cases(session)[ReviewState.HELD] == 1
        assert get_case(session, "A-1") is not None


def test_settling_a_suspect_leaves_text_and_approvals(
    add: Add, approve: Approve, make_sessions: Sessions, now: datetime
) -> None:
    first, second = (Suspect(field="title", start=at, end=at + 2, reason="r") for at in (0, 3))
    add("A-1", **WAITING, suspects=(first, second))
    approve("A-1", "anna", 2)
    with make_sessions.begin() as session:
        settle_suspects(session, "A-1", [second], actor="bram", now=now)
    with make_sessions() as session:
        stored = get_case(session, "A-1")
        assert recent_events(session, limit=1)[0].action == "case.suspects"
    assert stored is not None
    assert (stored.case.title, stored.case.suspects) == ("Casus A-1", (second,))
    assert approvers(make_sessions) == ["anna"]
    with make_sessions.begin() as session, pytest.raises(UnknownCaseError):
        settle_suspects(session, "X-9", [], actor="bram", now=now)
