# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebase import store
from casebase.audit import verify_chain
from casebase.database import Session, Sessions
from casebase.pattern_vocabulary import PatternAction, PatternState
from casebase.store import PatternRecord, UnknownPatternError
from patterns.acts import Act, Change
from patterns.errors import (
    EmptyTextError,
    EndedPatternError,
    MergeItselfError,
    NoCasesError,
    NotMemberError,
    PatternError,
    PersonalDataError,
    SplitAllError,
    StepNotAllowedError,
)
from patterns.merging import merge, split
from patterns.reading import as_it_was, pattern_as_of, pattern_file
from patterns.register import (
    NewPattern,
    add_cases,
    current_cases,
    edit,
    register,
    remove_cases,
    reopen,
    set_state,
)

Registered = Callable[..., PatternRecord]
S = PatternState
DUE = date(2026, 6, 1)


def cases(make_sessions: Sessions, pattern_id: str) -> tuple[str, ...]:
    with make_sessions() as session:
        return pattern_file(session, pattern_id).case_ids


def test_merging_gives_the_cases_and_the_earliest_promise_to_the_one_that_goes_on(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    into = registered("A-1", "A-2", due=date(2026, 5, 1)).pattern_id
    first = registered("A-2", "A-3", due=date(2026, 4, 2)).pattern_id
    second = registered("A-4", due=date(2026, 7, 1)).pattern_id
    with make_sessions.begin() as session:
        target = merge(session, [first, second], into, act, "zelfde oorzaak")
    assert (target.state, target.answer_due) == (S.SIGNALLED, date(2026, 4, 2))
    assert cases(make_sessions, into) == ("A-1", "A-2", "A-3", "A-4")
    with make_sessions() as session:
        merged = store.get_pattern(session, first)
        why = {member.case_id: member.why for member in pattern_file(session, into).members}
        events = store.pattern_events(session, into)[1:]
    assert (merged.state, merged.merged_into) == (S.MERGED, into)
    assert why["A-3"] == "A-3 past"
    assert [(event.action, event.cases, event.other_pattern) for event in events] == [
        (PatternAction.ABSORBED, 1, first), (PatternAction.ABSORBED, 1, second),
    ]  # fmt: skip


def test_a_merged_pattern_that_is_reopened_has_its_cases_still(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    into, merged = registered("A-1").pattern_id, registered("A-2").pattern_id
    with make_sessions.begin() as session:
        merge(session, [merged], into, act, "zelfde oorzaak")
        reopen(session, merged, act, "toch niet", answer_due=DUE)
    assert cases(make_sessions, merged) == ("A-2",)
    assert cases(make_sessions, into) == ("A-1", "A-2")


def test_splitting_makes_a_signal_with_the_same_owner_and_promise(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    source = registered("A-1", "A-2", "A-3", owner="bas", addressee="directie Beleid")
    with make_sessions.begin() as session:
        set_state(session, source.pattern_id, S.CONFIRMED, act, "besluit", Change(answer_due=DUE))
        new = split(session, source.pattern_id, ["A-2"], act, "andere oorzaak", name="Nieuw", mechanism="Zo.")
        former = pattern_file(session, source.pattern_id).former
        left = store.get_pattern(session, source.pattern_id)
    assert (new.state, new.owner, new.addressee) == (S.SIGNALLED, "bas", "directie Beleid")
    assert (new.answer_due, new.split_from, left.state) == (DUE, source.pattern_id, S.CONFIRMED)
    assert cases(make_sessions, source.pattern_id) == ("A-1", "A-3")
    assert cases(make_sessions, new.pattern_id) == ("A-2",)
    assert [member.removed_why for member in former] == [f"afgesplitst naar {new.pattern_id}"]


def _merge_itself(session: Session, number: str, act: Act) -> None:
    merge(session, [number], number, act, "hetzelfde")


def _merge_nothing(session: Session, number: str, act: Act) -> None:
    merge(session, [], number, act, "hetzelfde")


def _merge_unknown(session: Session, number: str, act: Act) -> None:
    merge(session, ["P-2026-404"], number, act, "hetzelfde")


def _merge_into_unknown(session: Session, number: str, act: Act) -> None:
    merge(session, [number], "P-2026-404", act, "hetzelfde")


def _merge_ended(session: Session, number: str, act: Act) -> None:
    merge(session, ["P-2026-002"], number, act, "hetzelfde")


def _merge_into_ended(session: Session, number: str, act: Act) -> None:
    merge(session, [number], "P-2026-002", act, "hetzelfde")


def _merge_solved(session: Session, number: str, act: Act) -> None:
    merge(session, ["P-2026-003"], number, act, "hetzelfde")


def _merge_silently(session: Session, number: str, act: Act) -> None:
    merge(session, ["P-2026-004"], number, act, " ")


def _split_all(session: Session, number: str, act: Act) -> None:
    split(session, number, ["A-1", "A-2"], act, "anders", name="N", mechanism="M")


def _split_nothing(session: Session, number: str, act: Act) -> None:
    split(session, number, [], act, "anders", name="N", mechanism="M")


def _split_strange(session: Session, number: str, act: Act) -> None:
    split(session, number, ["A-9"], act, "anders", name="N", mechanism="M")


def _split_named(session: Session, number: str, act: Act) -> None:
    split(session, number, ["A-1"], act, "anders", name="Truus", mechanism="M")


def _split_silently(session: Session, number: str, act: Act) -> None:
    split(session, number, ["A-1"], act, "", name="N", mechanism="M")


def _split_ended(session: Session, number: str, act: Act) -> None:
    split(session, "P-2026-002", ["A-3"], act, "anders", name="N", mechanism="M")


@pytest.mark.parametrize(
    ("deed", "error"),
    [
        (_merge_itself, MergeItselfError),
        (_merge_nothing, MergeItselfError),
        (_merge_unknown, UnknownPatternError),
        (_merge_into_unknown, UnknownPatternError),
        (_merge_ended, EndedPatternError),
        (_merge_into_ended, EndedPatternError),
        (_merge_solved, StepNotAllowedError),
        (_merge_silently, EmptyTextError),
        (_split_all, SplitAllError),
        (_split_nothing, NoCasesError),
        (_split_strange, NotMemberError),
        (_split_named, PersonalDataError),
        (_split_silently, EmptyTextError),
        (_split_ended, EndedPatternError),
    ],
)
def test_what_cannot_be_merged_or_split_is_refused_and_changes_nothing(
    registered: Registered,
    make_sessions: Sessions,
    act: Act,
    deed: Callable[[Session, str, Act], None],
    error: type[PatternError],
) -> None:
    number = registered("A-1", "A-2").pattern_id
    rejected, solved = registered("A-3", "A-4").pattern_id, registered("A-5").pattern_id
    registered("A-6")
    full = Change(addressee="directie Beleid", solution="beleid", answer="Ja.", answer_due=DUE)  # type: ignore[arg-type]
    with make_sessions.begin() as session:
        set_state(session, rejected, S.REJECTED, act, "toeval", full)
        for state in (S.CONFIRMED, S.ON_AGENDA, S.STRUCTURAL):
            set_state(session, solved, state, act, "besluit", full)
    with make_sessions() as session:
        before = verify_chain(session).events
    with pytest.raises(error), make_sessions.begin() as session:
        deed(session, number, act)
    with make_sessions() as session:
        assert verify_chain(session).events == before
        assert len(store.list_patterns(session)) == 4
    assert cases(make_sessions, number) == ("A-1", "A-2")


# --- any history ---

CASES = [f"A-{number}" for number in range(1, 7)]
picks = st.integers(0, 9)
some_cases = st.lists(st.sampled_from(CASES), min_size=1, max_size=3, unique=True)
deeds = st.one_of(
    st.tuples(st.just("merge"), picks, picks),
    st.tuples(st.just("split"), picks, some_cases),
    st.tuples(st.just("add"), picks, some_cases),
    st.tuples(st.just("remove"), picks, some_cases),
    st.tuples(st.just("reopen"), picks, st.none()),
    st.tuples(st.just("edit"), picks, st.sampled_from(["Een", "Twee"])),
    st.tuples(st.just("register"), picks, some_cases),
)


class Histories:
    """Does what is drawn to the register, and remembers how each pattern was after each day."""

    def __init__(self, session: Session, act: Act) -> None:
        self.session, self.act = session, act
        self.days: dict[tuple[str, date], tuple[PatternRecord, frozenset[str]]] = {}

    def numbers(self) -> list[str]:
        return [record.pattern_id for record in store.list_patterns(self.session)]

    def covered(self) -> set[str]:
        """The cases that are in a pattern that goes on."""
        going_on = [each for each in store.list_patterns(self.session) if each.state is not S.MERGED]
        return {case_id for each in going_on for case_id in current_cases(self.session, each.pattern_id)}

    def do(self, deed: str, pick: int, with_what: object) -> None:
        self.act = replace(self.act, now=self.act.now + timedelta(days=1))
        before, numbers = self.covered(), self.numbers()
        number = numbers[pick % len(numbers)]
        with suppress(PatternError):  # refused before anything was written
            self._do(deed, number, with_what, numbers)
        if deed != "remove":
            assert before <= self.covered()
        for each in self.numbers():
            record = store.get_pattern(self.session, each)
            self.days[each, self.act.today] = record, frozenset(current_cases(self.session, each))

    def _do(self, deed: str, number: str, what: object, numbers: list[str]) -> None:
        session, act = self.session, self.act
        if deed == "merge":
            assert isinstance(what, int)
            merge(session, [number], numbers[what % len(numbers)], act, "zelfde")
        elif deed == "edit":
            edit(session, number, Change(name=str(what)), act, "beter")
        elif deed == "reopen":
            reopen(session, number, act, "terug", answer_due=act.today)
        else:
            self._do_cases(deed, number, list(what))  # type: ignore[call-overload]

    def _do_cases(self, deed: str, number: str, case_ids: list[str]) -> None:
        session, act = self.session, self.act
        if deed == "split":
            split(session, number, case_ids, act, "anders", name="Nieuw", mechanism="Zo.")
        elif deed == "add":
            add_cases(session, number, dict.fromkeys(case_ids, "past"), act)
        elif deed == "remove":
            remove_cases(session, number, case_ids, act, "past niet")
        else:
            register(session, NewPattern("Los", "Zo.", dict.fromkeys(case_ids, "past"), act.today), act, "w")


class UndoneError(Exception):
    """Makes a transaction roll back."""


@pytest.fixture
def two_patterns(registered: Registered) -> None:
    registered(*CASES[:4])
    registered(*CASES[2:])


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(deeds, max_size=8))
def test_no_case_is_lost_and_every_history_is_consistent(
    two_patterns: None, make_sessions: Sessions, act: Act, drawn: list[tuple[str, int, object]]
) -> None:
    with suppress(UndoneError), make_sessions.begin() as session:
        histories = Histories(session, act)
        for deed in drawn:
            histories.do(*deed)
        _assert_histories_are_told(histories)
        _assert_events_are_consistent(session)
        raise UndoneError


def _assert_histories_are_told(histories: Histories) -> None:
    for (number, day), (record, case_ids) in histories.days.items():
        told = pattern_as_of(histories.session, number, day)
        assert told is not None
        assert told.record == record
        assert frozenset(told.case_ids) == case_ids


def _assert_events_are_consistent(session: Session) -> None:
    assert verify_chain(session).ok
    assert store.broken_pattern_events(session) == []
    for record in store.list_patterns(session):
        first, *later = events = store.pattern_events(session, record.pattern_id)
        state = first.to_state
        assert (first.action, first.from_state) == (PatternAction.REGISTERED, None)
        for event in later:
            assert event.from_state in (None, state)
            state = event.to_state or state
        assert state is record.state
        assert as_it_was(record, events, first.at - timedelta(seconds=1)) is None
        assert (record.state is S.MERGED) == (record.merged_into is not None)
        if record.merged_into:
            goes_on = store.get_pattern(session, record.merged_into)
            assert goes_on.pattern_id != record.pattern_id
