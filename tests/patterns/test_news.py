# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from casebase import store
from casebase.database import Sessions
from casebase.pattern_vocabulary import SizeStep
from casebase.store import PatternRecord, SizeFinding
from casebase.store import set_state as set_review
from casebase.vocabulary import ReviewState
from patterns.acts import Act
from patterns.errors import EmptyTextError, PatternError, PersonalDataError, SizeRangeError
from patterns.news import News, Offering, news_for, no_offers
from patterns.register import add_cases, answer
from patterns.size_entries import enter_size

Registered = Callable[..., PatternRecord]


def by(act: Act, actor: str, *, hours: int) -> Act:
    return replace(act, actor=actor, now=act.now + timedelta(hours=hours))


def news(
    make_sessions: Sessions, owner: str, *found: str, offered: Offering = no_offers, untold: bool = False
) -> list[News]:
    with make_sessions() as session:
        return news_for(session, owner, lambda saved: list(found), offered, untold=untold)


def test_acts_of_others_and_cases_that_they_added_are_new(
    registered: Registered, add: Callable[..., None], make_sessions: Sessions, act: Act
) -> None:
    number = registered("A-1").pattern_id
    add("A-2", "A-3", "A-4")
    with make_sessions.begin() as session:
        store.save_search(session, owner="bas", name="n", pattern_id=number, now=act.now)
        add_cases(session, number, {"A-2": "past"}, by(act, "anna", hours=1))
        add_cases(session, number, {"A-3": "past"}, by(act, "bas", hours=2))
        add_cases(session, number, {"A-4": "past"}, by(act, "anna", hours=3))
        answer(session, number, "We zoeken het uit.", by(act, "anna", hours=3), why="overleg")
        set_review(session, "A-4", ReviewState.HELD, actor="carla", now=act.now)
    (new,) = news(make_sessions, "bas")
    assert (new.case_ids, len(new.events), new.any) == (("A-2",), 3, True)
    assert news(make_sessions, "anna") == []
    with make_sessions.begin() as session:
        store.mark_seen(session, new.saved.saved_id, owner="bas", now=act.now + timedelta(hours=2))
    (later,) = news(make_sessions, "bas")
    assert (later.case_ids, len(later.events)) == ((), 2)


def test_of_a_search_only_cases_that_were_released_since_are_new(
    add: Callable[..., None], make_sessions: Sessions, act: Act
) -> None:
    add("A-1", "A-2", "A-3")
    with make_sessions.begin() as session:
        store.save_search(session, owner="bas", name="n", text="voorschot", now=act.now)
        for state in (ReviewState.HELD, ReviewState.RELEASED):
            set_review(session, "A-2", state, actor="carla", now=act.now + timedelta(hours=1))
        set_review(session, "A-3", ReviewState.HELD, actor="carla", now=act.now + timedelta(hours=1))
    (new,) = news(make_sessions, "bas", "A-3", "A-2", "A-1")
    assert (new.case_ids, new.events) == (("A-2",), ())
    (nothing,) = news(make_sessions, "bas")
    assert not nothing.any


def test_cases_that_are_offered_to_a_pattern_since_the_last_look_are_new(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    number = registered("A-1").pattern_id
    before, after = act.now - timedelta(hours=1), act.now + timedelta(hours=1)

    def offered(pattern_id: str) -> list[tuple[str, datetime]]:
        return [("A-2", before), ("A-3", after)] if pattern_id == number else []

    with make_sessions.begin() as session:
        store.save_search(session, owner="bas", name="n", pattern_id=number, now=act.now)
    (new,) = news(make_sessions, "bas", offered=offered)
    assert (new.case_ids, new.offered, new.any) == ((), ("A-3",), True)


def test_what_a_mail_told_is_new_in_the_app_but_not_in_the_next_mail(
    add: Callable[..., None], make_sessions: Sessions, act: Act
) -> None:
    add("A-1")
    with make_sessions.begin() as session:
        number = store.save_search(session, owner="bas", name="n", text="voorschot", now=act.now)
        for state in (ReviewState.HELD, ReviewState.RELEASED):
            set_review(session, "A-1", state, actor="carla", now=act.now + timedelta(hours=1))
        store.mark_told(session, [number], now=act.now + timedelta(hours=2))
        assert store.owners_of_searches(session) == ["bas"]
    assert [each.any for each in news(make_sessions, "bas", "A-1")] == [True]
    assert [each.any for each in news(make_sessions, "bas", "A-1", untold=True)] == [False]


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"low": -1}, SizeRangeError),
        ({"low": 9, "high": 8}, SizeRangeError),
        ({"source": " "}, EmptyTextError),
        ({"source": "Truus telde"}, PersonalDataError),
    ],
)
def test_a_size_that_cannot_be_used_is_refused(
    registered: Registered,
    make_sessions: Sessions,
    act: Act,
    changed: dict[str, object],
    error: type[PatternError],
) -> None:
    number = registered("A-1").pattern_id
    good = SizeFinding(SizeStep.REGISTER, "register", 1, 2, act.today)
    with make_sessions.begin() as session:
        enter_size(session, number, good, act)
    with pytest.raises(error), make_sessions.begin() as session:
        enter_size(session, number, replace(good, **changed), act)  # type: ignore[arg-type]
    with make_sessions() as session:
        assert [each.finding for each in store.size_evidence_of(session, number)] == [good]
