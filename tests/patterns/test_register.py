# SPDX-License-Identifier: EUPL-1.2
import os
import subprocess
import sys
import textwrap
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from casebase import store
from casebase.audit import recent_events, verify_chain
from casebase.bilingual import DatabankError
from casebase.database import Engine, Session, Sessions
from casebase.pattern_vocabulary import PatternAction, PatternState, ProposalState, SolutionKind
from casebase.store import PatternRecord, ProposedGroup, UnknownCaseError, UnknownPatternError
from casebase.vocabulary import ReviewState
from patterns.acts import Act, Change
from patterns.errors import (
    AlreadyMemberError,
    DateInPastError,
    EmptyTextError,
    EndedPatternError,
    LongTextError,
    MergeInsteadError,
    MissingDetailError,
    NoCasesError,
    NotMemberError,
    PatternError,
    PersonalDataError,
    StepNotAllowedError,
    UnreleasedCaseError,
)
from patterns.merging import merge
from patterns.reading import pattern_file, told_to_submitter
from patterns.register import (
    NewPattern,
    add_cases,
    answer,
    confirm,
    edit,
    register,
    remove_cases,
    reopen,
    set_state,
)
from patterns.states import Demand, next_states, step_between

Add = Callable[..., None]
Registered = Callable[..., PatternRecord]
S = PatternState
DUE = date(2026, 6, 1)
FULL = Change(
    addressee="directie Beleid", solution=SolutionKind.POLICY, answer="We passen het aan.", answer_due=DUE
)
"""All that any step asks for."""

WAYS: dict[PatternState, tuple[PatternState, ...]] = {
    S.SIGNALLED: (),
    S.CONFIRMED: (S.CONFIRMED,),
    S.ON_AGENDA: (S.CONFIRMED, S.ON_AGENDA),
    S.TEMPORARY: (S.CONFIRMED, S.TEMPORARY),
    S.STRUCTURAL: (S.CONFIRMED, S.ON_AGENDA, S.STRUCTURAL),
    S.FOLLOWED: (S.CONFIRMED, S.ON_AGENDA, S.STRUCTURAL, S.FOLLOWED),
    S.CLOSED: (S.CONFIRMED, S.ON_AGENDA, S.STRUCTURAL, S.FOLLOWED, S.CLOSED),
    S.REJECTED: (S.REJECTED,),
    S.REOPENED: (S.REJECTED, S.REOPENED),
}
"""How to get to each state, except the one that comes from merging."""


def asked_by(source: PatternState, target: PatternState, *, but: Demand | None = None) -> Change:
    """Just what a step asks for, or all of it but one thing."""
    step = step_between(source, target)
    assert step is not None
    return Change(**{demand.value: getattr(FULL, demand.value) for demand in step.demands - {but}})


class UndoneError(Exception):
    """Makes a transaction roll back."""


@pytest.fixture
def at(make_sessions: Sessions, registered: Registered, act: Act) -> Callable[[PatternState], str]:
    """Gives the number of a pattern in a state."""

    def in_state(state: PatternState) -> str:
        record = registered("A-1", "A-2")
        number, source = record.pattern_id, record.state
        for target in WAYS.get(state, ()):
            with make_sessions.begin() as session:
                set_state(session, number, target, act, "besluit", asked_by(source, target))
            source = target
        if state is S.MERGED:
            other = registered("A-3").pattern_id
            with make_sessions.begin() as session:
                merge(session, [number], other, act, "hetzelfde")
        return number

    return in_state


def state_of(make_sessions: Sessions, pattern_id: str) -> PatternState:
    with make_sessions() as session:
        return store.get_pattern(session, pattern_id).state


# --- registering ---


def test_a_pattern_has_its_own_number_and_what_was_told_of_it(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    number = registered("A-1", "A-2", label="voorschot", terms=("keuring", "keuring", " ")).pattern_id
    assert number == "P-2026-001"
    assert registered("A-1").pattern_id == "P-2026-002"
    with make_sessions() as session:
        file = pattern_file(session, number)
        (event,) = store.pattern_events(session, number)
    record = file.record
    assert (record.state, record.owner, record.registered_on) == (S.SIGNALLED, "anna", date(2026, 3, 9))
    assert (record.answer_due, record.label, record.terms) == (date(2026, 4, 1), "voorschot", ("keuring",))
    assert [(m.case_id, m.why, m.added_by) for m in file.members] == [
        ("A-1", "A-1 past", "anna"), ("A-2", "A-2 past", "anna"),
    ]  # fmt: skip
    assert (event.action, event.to_state, event.cases) == (PatternAction.REGISTERED, S.SIGNALLED, 2)
    assert (event.actor, event.at, event.why) == ("anna", act.now, "werkgroep")


def test_numbers_begin_anew_each_year(registered: Registered, act: Act, now: datetime) -> None:
    registered("A-1")
    next_year = replace(act, now=now + timedelta(days=365))
    assert registered("A-1", by=next_year, due=date(2027, 5, 1)).pattern_id == "P-2027-001"


@pytest.mark.parametrize("state", [ReviewState.TO_REVIEW, ReviewState.HELD])
def test_only_released_cases_make_a_pattern(
    add: Add, make_sessions: Sessions, act: Act, state: ReviewState
) -> None:
    add("A-1")
    add("A-2", state=state)
    new = NewPattern("Naam", "Mechanisme.", {"A-1": "past", "A-2": "past"}, DUE)
    with pytest.raises(UnreleasedCaseError, match="A-2"), make_sessions.begin() as session:
        register(session, new, act, "werkgroep")
    with make_sessions() as session:
        assert store.list_patterns(session) == []


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"reasons": {}}, NoCasesError),
        ({"reasons": {"B-9": "past"}}, UnknownCaseError),
        ({"reasons": {"A-1": " "}}, EmptyTextError),
        ({"reasons": {"A-1": "Truus past"}}, PersonalDataError),
        ({"name": ""}, EmptyTextError),
        ({"name": "x" * 121}, LongTextError),
        ({"name": "De zaak van Truus"}, PersonalDataError),
        ({"mechanism": "\n"}, EmptyTextError),
        ({"mechanism": "Truus kreeg niets."}, PersonalDataError),
        ({"addressee": "Truus"}, PersonalDataError),
        ({"label": "Truus"}, PersonalDataError),
        ({"terms": ("Truus",)}, PersonalDataError),
        ({"terms": ("x" * 61,)}, LongTextError),
        ({"owner": "x" * 201}, LongTextError),
        ({"answer_due": date(2026, 3, 8)}, DateInPastError),
        ({"proposal_id": 7}, store.UnknownProposalError),
    ],
)
def test_what_cannot_be_used_is_refused_without_repeating_it(
    add: Add, make_sessions: Sessions, act: Act, changed: dict[str, object], error: type[DatabankError]
) -> None:
    add("A-1")
    new = replace(NewPattern("Naam", "Mechanisme.", {"A-1": "past"}, DUE), **changed)  # type: ignore[arg-type]
    with pytest.raises(error) as refused, make_sessions.begin() as session:
        register(session, new, act, "werkgroep")
    assert "Truus" not in refused.value.message.nl + refused.value.message.en
    assert refused.value.message.nl != refused.value.message.en
    with make_sessions() as session:
        assert store.list_patterns(session) == []
        assert not [event for event in recent_events(session, limit=9) if "pattern" in event.action]


def test_a_proposal_becomes_a_pattern_once(
    add: Add, make_sessions: Sessions, act: Act, now: datetime
) -> None:
    add("A-1")
    with make_sessions.begin() as session:
        (number,) = store.save_proposals(
            session, "run", [ProposedGroup(("A-1",))], as_of=act.today, actor="anna", now=now
        )
    new = NewPattern("Naam", "Mechanisme.", {"A-1": "past"}, DUE, proposal_id=number)
    with make_sessions.begin() as session:
        made = register(session, new, act, "werkgroep")
    with make_sessions() as session:
        (proposal,) = store.list_proposals(session)
    assert (proposal.state, proposal.group.pattern_id) == (ProposalState.ACCEPTED, made.pattern_id)
    with pytest.raises(store.UnknownProposalError), make_sessions.begin() as session:
        register(session, new, act, "werkgroep")


# --- steps ---


@pytest.mark.parametrize("source", S)
def test_a_step_is_taken_when_the_table_has_it_and_refused_otherwise(
    at: Callable[[PatternState], str], make_sessions: Sessions, act: Act, source: S
) -> None:
    number = at(source)
    for target in S:
        if target is S.MERGED or step_between(source, target) is None:
            error = MergeInsteadError if target is S.MERGED else StepNotAllowedError
            with pytest.raises(error), make_sessions.begin() as session:
                set_state(session, number, target, act, "besluit", FULL)
            continue
        with suppress(UndoneError), make_sessions.begin() as session:
            record = set_state(session, number, target, act, "besluit", FULL)
            event = store.pattern_events(session, number)[-1]
            raise UndoneError
        assert (record.state, record.answer_due, record.answered_on) == (target, DUE, act.today)
        assert (event.from_state, event.to_state, event.why) == (source, target, "besluit")
        assert (event.answer_due, event.actor, event.at) == (DUE, "anna", act.now)
    assert state_of(make_sessions, number) is source


@pytest.mark.parametrize("source", S)
def test_a_step_without_what_it_asks_for_is_refused(
    at: Callable[[PatternState], str], make_sessions: Sessions, act: Act, source: S
) -> None:
    number = at(source)
    for target in set(next_states(source)) - {S.MERGED}:
        step = step_between(source, target)
        assert step is not None
        for demand in step.demands:
            change = asked_by(source, target, but=demand)
            with pytest.raises(MissingDetailError), make_sessions.begin() as session:
                set_state(session, number, target, act, "besluit", change)
        with pytest.raises(EmptyTextError), make_sessions.begin() as session:
            set_state(session, number, target, act, "", asked_by(source, target))
    assert state_of(make_sessions, number) is source


def test_addressee_and_solution_that_are_known_need_not_be_told_again(
    at: Callable[[PatternState], str], make_sessions: Sessions, act: Act
) -> None:
    number = at(S.ON_AGENDA)
    with make_sessions.begin() as session:
        edit(session, number, Change(solution=SolutionKind.LAW), act, "uitgezocht")
        record = set_state(
            session, number, S.STRUCTURAL, act, "wet gewijzigd", Change(answer="Ja.", answer_due=DUE)
        )
    assert (record.solution, record.addressee) == (SolutionKind.LAW, "directie Beleid")


def test_a_promise_for_yesterday_is_refused_and_one_for_today_is_not(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    number = registered("A-1").pattern_id
    with pytest.raises(DateInPastError), make_sessions.begin() as session:
        confirm(session, number, act, "besluit", answer_due=date(2026, 3, 8))
    with make_sessions.begin() as session:
        assert confirm(session, number, act, "besluit", answer_due=act.today).state is S.CONFIRMED


def test_an_end_without_a_new_promise_ends_the_old_one(
    at: Callable[[PatternState], str], make_sessions: Sessions, act: Act
) -> None:
    number = at(S.FOLLOWED)
    with make_sessions.begin() as session:
        record = set_state(session, number, S.CLOSED, act, "klaar", Change(answer="Het is opgelost."))
    assert (record.answer_due, record.answer) == (None, "Het is opgelost.")


def test_who_decides_what_stands_in_the_audit_log(
    at: Callable[[PatternState], str], make_sessions: Sessions
) -> None:
    number = at(S.CONFIRMED)
    with make_sessions() as session:
        first, *_ = recent_events(session, limit=1, subject=number)
        assert verify_chain(session).ok
        assert store.broken_pattern_events(session) == []
    assert (first.action, first.actor) == ("pattern.state", "anna")
    assert (first.details["from"], first.details["to"]) == ("gesignaleerd", "bevestigd")


# --- cases ---


def test_cases_come_and_go_with_a_reason_and_stay_known(
    registered: Registered, add: Add, make_sessions: Sessions, act: Act
) -> None:
    number = registered("A-1").pattern_id
    add("A-2")
    with make_sessions.begin() as session:
        add_cases(session, number, {"A-2": "zelfde regel"}, act)
        remove_cases(session, number, ["A-1"], act, "andere oorzaak")
    with make_sessions() as session:
        file = pattern_file(session, number)
        events = store.pattern_events(session, number)
        logged = [event.action for event in recent_events(session, limit=2, subject="A-1")]
    (gone,) = file.former
    assert file.case_ids == ("A-2",)
    assert (gone.case_id, gone.removed_by, gone.removed_why) == ("A-1", "anna", "andere oorzaak")
    assert [(event.action, event.cases) for event in events[1:]] == [
        (PatternAction.ADDED, 1), (PatternAction.REMOVED, 1),
    ]  # fmt: skip
    assert logged == ["case.pattern_removed", "case.pattern_added"]


def test_a_case_that_was_taken_out_can_be_added_again(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    number = registered("A-1", "A-2").pattern_id
    with make_sessions.begin() as session:
        remove_cases(session, number, ["A-1"], act, "vergissing")
        add_cases(session, number, {"A-1": "toch"}, act)
    with make_sessions() as session:
        file = pattern_file(session, number)
    assert set(file.case_ids) == {"A-1", "A-2"}
    assert file.former == ()


def _add(session: Session, number: str, act: Act) -> None:
    add_cases(session, number, {"A-9": "past"}, act)


def _add_known(session: Session, number: str, act: Act) -> None:
    add_cases(session, number, {"A-1": "past"}, act)


def _add_unreleased(session: Session, number: str, act: Act) -> None:
    add_cases(session, number, {"A-8": "past"}, act)


def _add_named(session: Session, number: str, act: Act) -> None:
    add_cases(session, number, {"A-9": "lijkt op Truus"}, act)


def _remove_strange(session: Session, number: str, act: Act) -> None:
    remove_cases(session, number, ["A-9"], act, "hoort niet")


def _remove_none(session: Session, number: str, act: Act) -> None:
    remove_cases(session, number, [], act, "hoort niet")


def _remove_silently(session: Session, number: str, act: Act) -> None:
    remove_cases(session, number, ["A-1"], act, "")


def _answer_nothing(session: Session, number: str, act: Act) -> None:
    answer(session, number, " ", act, why="overleg")


def _answer_named(session: Session, number: str, act: Act) -> None:
    answer(session, number, "Truus zegt ja.", act, why="overleg")


def _edit_name_away(session: Session, number: str, act: Act) -> None:
    edit(session, number, Change(name=""), act, "beter")


def _edit_silently(session: Session, number: str, act: Act) -> None:
    edit(session, number, Change(name="Beter"), act, "")


def _own_by_nobody(session: Session, number: str, act: Act) -> None:
    edit(session, number, Change(owner=" "), act, "weg")


@pytest.mark.parametrize(
    ("deed", "error"),
    [
        (_add_known, AlreadyMemberError),
        (_add_unreleased, UnreleasedCaseError),
        (_add_named, PersonalDataError),
        (_remove_strange, NotMemberError),
        (_remove_none, NoCasesError),
        (_remove_silently, EmptyTextError),
        (_answer_nothing, MissingDetailError),
        (_answer_named, PersonalDataError),
        (_edit_name_away, EmptyTextError),
        (_edit_silently, EmptyTextError),
        (_own_by_nobody, EmptyTextError),
    ],
)
def test_what_is_not_allowed_is_refused_and_changes_nothing(
    registered: Registered,
    add: Add,
    make_sessions: Sessions,
    act: Act,
    deed: Callable[[Session, str, Act], None],
    error: type[PatternError],
) -> None:
    number = registered("A-1").pattern_id
    add("A-9")
    add("A-8", state=ReviewState.TO_REVIEW)
    with pytest.raises(error) as refused, make_sessions.begin() as session:
        deed(session, number, act)
    assert "Truus" not in str(refused.value)
    with make_sessions() as session:
        assert pattern_file(session, number).case_ids == ("A-1",)
        assert len(store.pattern_events(session, number)) == 1


@pytest.mark.parametrize("state", [S.CLOSED, S.REJECTED, S.MERGED])
def test_a_pattern_that_came_to_an_end_takes_no_more_cases(
    at: Callable[[PatternState], str], add: Add, make_sessions: Sessions, act: Act, state: PatternState
) -> None:
    number = at(state)
    add("A-9")
    with pytest.raises(EndedPatternError, match=number), make_sessions.begin() as session:
        _add(session, number, act)


def test_nothing_but_reopening_can_be_done_to_a_merged_pattern(
    at: Callable[[PatternState], str], make_sessions: Sessions, act: Act
) -> None:
    number = at(S.MERGED)
    for deed in (_remove_silently, _answer_named, _edit_silently):
        with pytest.raises(EndedPatternError), make_sessions.begin() as session:
            deed(session, number, act)
    with make_sessions.begin() as session:
        record = reopen(session, number, act, "toch anders", answer_due=DUE)
    assert (record.state, record.merged_into) == (S.REOPENED, None)


def test_an_unknown_pattern_is_told_by_its_number(make_sessions: Sessions, act: Act) -> None:
    for deed in (_add, _remove_silently, _answer_nothing, _edit_silently):
        with pytest.raises(UnknownPatternError, match="P-2026-404"), make_sessions.begin() as session:
            deed(session, "P-2026-404", act)


# --- answering ---


def test_an_answer_keeps_a_promise_and_may_make_another(
    registered: Registered, make_sessions: Sessions, act: Act
) -> None:
    number = registered("A-1").pattern_id
    with make_sessions.begin() as session:
        first = answer(session, number, "We zoeken het uit.", act, why="overleg", next_due=DUE)
        second = answer(session, number, "Het is uitgezocht.", act, why="overleg")
    assert (first.answer_due, first.answered_on) == (DUE, act.today)
    assert (second.answer_due, second.answer) == (None, "Het is uitgezocht.")
    with make_sessions() as session:
        (told,) = told_to_submitter(session, "A-1")
        last = store.pattern_events(session, number)[-1]
    assert (told.pattern_id, told.state, told.answer) == (number, S.SIGNALLED, "Het is uitgezocht.")
    assert last.changes["answer"] == ("We zoeken het uit.", "Het is uitgezocht.")
    assert last.changes["answer_due"] == (DUE, None)


def test_changing_nothing_leaves_no_event(registered: Registered, make_sessions: Sessions, act: Act) -> None:
    record = registered("A-1")
    with make_sessions.begin() as session:
        edit(session, record.pattern_id, Change(name=record.name), act, "beter")
        assert len(store.pattern_events(session, record.pattern_id)) == 1


# --- wholly or not at all ---


def test_an_act_that_breaks_off_anywhere_leaves_nothing(
    registered: Registered, add: Add, make_sessions: Sessions, act: Act, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = registered("A-1").pattern_id, registered("A-2", "A-3").pattern_id
    with make_sessions() as session:
        before = recent_events(session, limit=1)[0].number
    real, left = store.patterns.record_event, 0

    def breaking(*args: object, **kwargs: object) -> None:
        nonlocal left
        if left == 0:
            raise KeyboardInterrupt
        left -= 1
        real(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr("casebase.store.patterns.record_event", breaking)
    monkeypatch.setattr("casebase.store.pattern_members.record_event", breaking)
    for steps in range(4):  # two cases that are added, and an event of each pattern
        left = steps
        with pytest.raises(KeyboardInterrupt), make_sessions.begin() as session:
            merge(session, [second], first, act, "hetzelfde")
        with make_sessions() as session:
            assert pattern_file(session, first).case_ids == ("A-1",)
            assert store.get_pattern(session, second).state is S.SIGNALLED
            assert recent_events(session, limit=1)[0].number == before
    left = 4
    with make_sessions.begin() as session:
        merge(session, [second], first, act, "hetzelfde")
    assert left == 0


def test_a_process_that_is_killed_halfway_leaves_nothing(
    registered: Registered, make_sessions: Sessions, engine: Engine
) -> None:
    number = registered("A-1").pattern_id
    code = """
        import os, sys
        from datetime import UTC, datetime
        from casebase.database import open_engine, sessions
        from patterns.acts import Act
        from patterns.register import remove_cases
        act = Act("anna", datetime(2026, 3, 9, tzinfo=UTC), str)
        with sessions(open_engine(sys.argv[1])).begin() as session:
            remove_cases(session, sys.argv[2], ["A-1"], act, "weg")
            session.flush()
            os._exit(9)
    """
    url = engine.url.render_as_string(hide_password=False)
    killed = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code), url, number], env=dict(os.environ), check=False
    )
    assert killed.returncode == 9
    with make_sessions() as session:
        assert pattern_file(session, number).case_ids == ("A-1",)
        assert verify_chain(session).ok
