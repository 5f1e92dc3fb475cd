# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from casebase import store
from casebase.database import Sessions
from casebase.pattern_vocabulary import PatternState, SolutionKind
from casebase.store import PatternRecord, UnknownPatternError, delete_case
from casebase.store import set_state as set_review
from casebase.vocabulary import ReviewState
from patterns.acts import Act, Change
from patterns.merging import merge
from patterns.reading import PatternFile, pattern_as_of, pattern_file, pattern_files, told_to_submitter
from patterns.register import add_cases, answer, edit, remove_cases, set_state

Registered = Callable[..., PatternRecord]
S = PatternState


def days_later(act: Act, days: int) -> Act:
    return replace(act, now=act.now + timedelta(days=days))


def read(make_sessions: Sessions, pattern_id: str) -> PatternFile:
    with make_sessions() as session:
        return pattern_file(session, pattern_id)


@pytest.mark.parametrize("state", [ReviewState.TO_REVIEW, ReviewState.HELD])
def test_a_case_that_is_put_back_to_review_is_not_shown_and_comes_back(
    registered: Registered, make_sessions: Sessions, now: datetime, state: ReviewState
) -> None:
    number = registered("A-1", "A-2").pattern_id
    for review, shown, hidden in ((state, ("A-2",), 1), (ReviewState.RELEASED, ("A-1", "A-2"), 0)):
        with make_sessions.begin() as session:
            set_review(session, "A-1", review, actor="bas", now=now)
        file = read(make_sessions, number)
        assert (file.case_ids, file.hidden, file.former) == (shown, hidden, ())


def test_a_deleted_case_leaves_a_count_and_no_words(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    number = registered("A-1", "A-2").pattern_id
    other = registered("A-1", "A-3").pattern_id
    with make_sessions.begin() as session:
        remove_cases(session, other, ["A-1"], act, "gaat over iets anders")
        delete_case(session, "A-1", actor="beheer", now=act.now, reason="verzoek")
    file = read(make_sessions, number)
    assert (file.case_ids, file.deleted, file.hidden) == (("A-2",), 1, 0)
    assert read(make_sessions, other).deleted == 0  # it had left that pattern before
    with make_sessions() as session:
        gone = [member for member in store.members_of(session, [number, other]) if member.case_id is None]
        event = store.pattern_events(session, number)[-1]
        assert store.broken_pattern_events(session) == []
    assert [(member.why, member.removed_why) for member in gone] == [("", "verwijderd"), ("", "")]
    assert (event.why, event.cases, event.actor) == ("verwijderd", 1, "beheer")


def test_a_pattern_is_told_as_it_was_on_each_day(
    registered: Registered, add: Callable[..., None], make_sessions: Sessions, act: Act
) -> None:
    first = registered("A-1", "A-2")
    number, day = first.pattern_id, act.today
    add("A-3", "A-4")
    due = day + timedelta(days=90)
    acts = [days_later(act, days) for days in (10, 20, 30, 40)]
    change = Change(addressee="directie Beleid", answer="Even geduld.", answer_due=due)
    with make_sessions.begin() as session:
        set_state(session, number, S.CONFIRMED, acts[0], "besluit", Change(answer_due=due))
        add_cases(session, number, {"A-3": "zelfde"}, acts[1])
        set_state(session, number, S.TEMPORARY, acts[2], "werkinstructie", change)
        remove_cases(session, number, ["A-1"], acts[2], "past niet")
        edit(session, number, Change(name="Anders", solution=SolutionKind.ICT), acts[3], "helderder")
        delete_case(session, "A-2", actor="beheer", now=acts[3].now, reason="verzoek")

    def told(days: int) -> PatternFile:
        with make_sessions() as session:
            file = pattern_as_of(session, number, day + timedelta(days=days))
        assert file is not None
        return file

    with make_sessions() as session:
        assert pattern_as_of(session, number, day - timedelta(days=1)) is None
        now_it_is = pattern_file(session, number)
    assert told(0).record == told(9).record == first
    assert told(10).record == told(29).record == replace(first, state=S.CONFIRMED, answer_due=due)
    assert (told(30).record.state, told(30).record.answer) == (S.TEMPORARY, "Even geduld.")
    assert (told(39).record.name, told(40).record.name) == (first.name, "Anders")
    assert told(40).record == told(400).record == now_it_is.record
    seen = {days: (told(days).case_ids, len(told(days).former), told(days).deleted) for days in (0, 20, 30)}
    assert seen == {0: (("A-1",), 0, 1), 20: (("A-1", "A-3"), 0, 1), 30: (("A-3",), 1, 1)}
    assert all(member.removed_at is None for member in told(0).members)
    assert (told(400).case_ids, told(400).deleted) == (now_it_is.case_ids, now_it_is.deleted)


def test_patterns_are_listed_by_state_in_the_order_of_registering(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    numbers = [registered("A-1", "A-2").pattern_id, registered("A-2").pattern_id]
    with make_sessions.begin() as session:
        set_state(session, numbers[0], S.REJECTED, act, "toeval", Change(answer="Geen patroon."))
    with make_sessions() as session:
        assert [file.record.pattern_id for file in pattern_files(session)] == numbers
        (rejected,) = pattern_files(session, [S.REJECTED])
        assert store.count_by_state(session)[S.SIGNALLED] == 1
    assert rejected.case_ids == ("A-1", "A-2")


@pytest.mark.parametrize(("today", "late"), [(date(2026, 4, 1), False), (date(2026, 4, 2), True)])
def test_a_promise_is_broken_from_the_day_after(
    registered: Registered, make_sessions: Sessions, act: Act, today: date, late: bool
) -> None:
    number = registered("A-1", due=date(2026, 4, 1)).pattern_id
    assert read(make_sessions, number).overdue(today) == late
    with make_sessions.begin() as session:
        answer(session, number, "Het is opgelost.", act, why="klaar")
    assert not read(make_sessions, number).overdue(today)


def test_a_submitter_reads_of_every_pattern_that_goes_on(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    first, second, third = (registered("A-1").pattern_id for _ in range(3))
    with make_sessions.begin() as session:
        merge(session, [second], first, act, "hetzelfde")
        answer(session, first, "We passen de brief aan.", act, why="besluit")
        remove_cases(session, third, ["A-1"], act, "past niet")
    with make_sessions() as session:
        (told,) = told_to_submitter(session, "A-1")
        assert told_to_submitter(session, "A-404") == []
    assert (told.pattern_id, told.answer, told.answered_on) == (first, "We passen de brief aan.", act.today)


def test_an_unknown_pattern_has_no_past(make_sessions: Sessions) -> None:
    with pytest.raises(UnknownPatternError), make_sessions() as session:
        pattern_as_of(session, "P-2026-404", date(2026, 1, 1))


def test_no_words_of_people_stand_in_the_repr_of_what_was_read(
    registered: Registered, make_sessions: Sessions
) -> None:
    number = registered("A-1").pattern_id
    with make_sessions() as session:
        told = repr([pattern_file(session, number), store.pattern_events(session, number)])
        told += repr(told_to_submitter(session, "A-1"))
    assert "Voorschot" not in told
    assert "past" not in told
