# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import count

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text as sql
from sqlalchemy.exc import IntegrityError

from casebase.audit import recent_events, verify_chain
from casebase.database import Sessions
from casebase.filters import SearchFilters
from casebase.record import SafeCase
from casebase.store import (
    Forgotten,
    FoundWith,
    Grade,
    JudgedSearch,
    Shown,
    UnknownCaseError,
    delete_case,
    forget_judgements_before,
    forget_judgements_of,
    grades_of,
    judge_case,
    judged_searches,
    set_state,
)
from casebase.vocabulary import Outcome, ReviewState

Add = Callable[..., SafeCase]
Judge = Callable[..., None]
FOUND_WITH = FoundWith("maatwerk-databank 0.1.0, index 7", "search-nl@1", 12)
TEXT = "voorschot terug van [PERSOON-1]"
FIRST = Shown(1, "sterk")
NUMBERS = count()


@pytest.fixture
def judge(make_sessions: Sessions, now: datetime) -> Judge:
    """Judges in a transaction of its own."""

    def judged(
        case_id: str,
        grade: Grade | None,
        *,
        text: str = TEXT,
        actor: str = "anna",
        shown: Shown = FIRST,
        at: datetime = now,
    ) -> None:
        with make_sessions.begin() as session:
            judge_case(session, text, case_id, grade, shown=shown, found_with=FOUND_WITH, actor=actor, now=at)

    return judged


def searches(make_sessions: Sessions) -> list[JudgedSearch]:
    with make_sessions() as session:
        return judged_searches(session)


def kept(make_sessions: Sessions, table: str) -> int:
    with make_sessions() as session:
        return int(session.execute(sql(f"SELECT count(*) FROM {table}")).scalar_one())


def test_a_judgement_is_kept_with_how_the_case_was_found(
    add: Add, judge: Judge, make_sessions: Sessions, now: datetime
) -> None:
    add("A-1", regulations=("WIA",))
    shown = Shown(
        3,
        "mogelijk",
        SearchFilters(("WIA",), outcomes=(Outcome.SOLVED,), received_from=date(2022, 1, 1)),
    )
    judge("A-1", Grade.USED, shown=shown)
    (search,) = searches(make_sessions)
    (found,) = search.judgements
    assert search.text == TEXT
    assert (found.case_id, found.actor, found.grade, found.at) == ("A-1", "anna", Grade.USED, now)
    assert (found.rank, found.band, found.found_with) == (3, "mogelijk", FOUND_WITH)
    assert found.conditions == {
        "regulations": ["WIA"], "outcomes": ["opgelost"], "received_from": "2022-01-01",
    }  # fmt: skip


def test_words_that_no_case_holds_never_come_in_by_way_of_a_filter(
    add: Add, judge: Judge, make_sessions: Sessions
) -> None:
    add("A-1", regulations=("WIA",), maatwerkplaats="Twente")
    named = SearchFilters(
        regulations=("WIA", "Truus Verzonnen"),
        organisations=("Truus Verzonnen",),
        maatwerkplaatsen=("X",),
    )
    judge("A-1", Grade.USEFUL, shown=Shown(1, "sterk", named))
    assert searches(make_sessions)[0].judgements[0].conditions == {"regulations": ["WIA"]}


def test_the_same_words_with_other_spaces_are_one_search(
    add: Add, judge: Judge, make_sessions: Sessions
) -> None:
    add("A-1")
    add("A-2")
    judge("A-1", Grade.USEFUL, text="voorschot  terug\n")
    judge("A-2", Grade.NOT_USEFUL, text=" voorschot terug")
    assert [len(search.judgements) for search in searches(make_sessions)] == [2]


class Model:
    """What should be kept: the last judgement of each person about each case."""

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], Grade] = {}

    def judge(self, actor: str, case_id: str, grade: Grade | None) -> None:
        self.kept.pop((actor, case_id), None)
        if grade is not None:
            self.kept[actor, case_id] = grade


acts = st.tuples(
    st.sampled_from(["anna", "bas"]), st.sampled_from(["A-1", "A-2"]), st.sampled_from([*Grade, None])
)


@pytest.fixture
def two_cases(add: Add) -> None:
    add("A-1")
    add("A-2")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(acts, max_size=8))
def test_the_last_judgement_of_a_person_on_a_case_counts(
    two_cases: None, judge: Judge, make_sessions: Sessions, drawn: list[tuple[str, str, Grade | None]]
) -> None:
    text, model = f"zoekvraag {next(NUMBERS)}", Model()
    for actor, case_id, grade in drawn:
        judge(case_id, grade, text=text, actor=actor)
        model.judge(actor, case_id, grade)
    with make_sessions() as session:
        for person in ("anna", "bas"):
            expected = {case_id: grade for (actor, case_id), grade in model.kept.items() if actor == person}
            assert grades_of(session, text, actor=person) == expected
        asked = [search for search in judged_searches(session) if search.text == text]
        assert sum(len(search.judgements) for search in asked) == len(model.kept)
        assert verify_chain(session).ok


def test_every_change_stands_in_the_audit_log_without_the_search(
    add: Add, judge: Judge, make_sessions: Sessions
) -> None:
    add("A-1")
    for grade in (Grade.USEFUL, Grade.USEFUL, Grade.NOT_USEFUL, None, None):
        judge("A-1", grade)
    with make_sessions() as session:
        events = [event for event in recent_events(session, limit=9) if event.action == "case.judged"]
    assert [(event.details["from"], event.details["to"]) for event in reversed(events)] == [
        (None, 1), (1, 0), (0, None),
    ]  # fmt: skip
    assert {(event.actor, event.subject) for event in events} == {("anna", "A-1")}
    assert not any("voorschot" in str(event.details) for event in events)


def test_a_search_goes_with_its_last_judgement(add: Add, judge: Judge, make_sessions: Sessions) -> None:
    add("A-1")
    judge("A-1", Grade.USEFUL)
    judge("A-1", Grade.USEFUL, actor="bas")
    judge("A-1", None)
    assert kept(make_sessions, "searches") == 1
    judge("A-1", None, actor="bas")
    assert kept(make_sessions, "searches") == 0


def test_taking_back_what_was_never_said_writes_nothing(
    add: Add, judge: Judge, make_sessions: Sessions
) -> None:
    add("A-1")
    judge("A-1", None)
    assert kept(make_sessions, "searches") == 0


def test_deleting_a_case_deletes_what_was_said_about_it(
    add: Add, judge: Judge, make_sessions: Sessions, now: datetime
) -> None:
    add("A-1")
    add("A-2")
    judge("A-1", Grade.USEFUL, text="alleen over de eerste")
    judge("A-1", Grade.USEFUL, text="over beide")
    judge("A-2", Grade.USED, text="over beide")
    with make_sessions.begin() as session:
        delete_case(session, "A-1", actor="beheer", now=now, reason="verzoek")
    assert kept(make_sessions, "judgements") == 1
    assert [search.text for search in searches(make_sessions)] == ["over beide"]
    assert kept(make_sessions, "searches") == 1


def test_what_one_person_said_can_be_removed(
    add: Add, judge: Judge, make_sessions: Sessions, now: datetime
) -> None:
    add("A-1")
    judge("A-1", Grade.USEFUL, text="van anna")
    judge("A-1", Grade.USEFUL, text="van beiden")
    judge("A-1", Grade.USED, text="van beiden", actor="bas")
    with make_sessions.begin() as session:
        assert forget_judgements_of(session, "anna", actor="beheer", now=now) == Forgotten(2, 1)
    left = searches(make_sessions)
    assert [(s.text, [j.actor for j in s.judgements]) for s in left] == [("van beiden", ["bas"])]
    with make_sessions() as session:
        (event,) = recent_events(session, limit=1)
    assert (event.action, event.actor, event.subject) == ("feedback.deleted", "beheer", "feedback")
    assert event.details == {"judgements": 2, "searches": 1}


def test_nothing_to_forget_leaves_no_event(add: Add, make_sessions: Sessions, now: datetime) -> None:
    with make_sessions.begin() as session:
        assert forget_judgements_of(session, "niemand", actor="beheer", now=now) == Forgotten(0, 0)
    assert kept(make_sessions, "audit_events") == 0


def test_what_is_older_than_a_day_can_be_removed(
    add: Add, judge: Judge, make_sessions: Sessions, now: datetime
) -> None:
    add("A-1")
    judge("A-1", Grade.USEFUL, text="lang geleden", at=now - timedelta(days=400))
    judge("A-1", Grade.USEFUL, text="kort geleden")
    with make_sessions.begin() as session:
        gone = forget_judgements_before(session, now - timedelta(days=365), actor="beheer", now=now)
    assert gone == Forgotten(1, 1)
    assert [search.text for search in searches(make_sessions)] == ["kort geleden"]


def test_a_case_that_is_held_back_is_left_out_and_comes_back(
    add: Add, judge: Judge, make_sessions: Sessions, now: datetime
) -> None:
    add("A-1")
    judge("A-1", Grade.USEFUL)
    for state, number in ((ReviewState.HELD, 0), (ReviewState.RELEASED, 1)):
        with make_sessions.begin() as session:
            set_state(session, "A-1", state, actor="bas", now=now)
        assert len(searches(make_sessions)) == number


@pytest.mark.parametrize("state", [ReviewState.TO_REVIEW, ReviewState.HELD, None])
def test_only_released_cases_are_judged(
    add: Add, judge: Judge, make_sessions: Sessions, state: ReviewState | None
) -> None:
    if state:
        add("A-1", state=state)
    with pytest.raises(UnknownCaseError):
        judge("A-1", Grade.USEFUL)
    assert kept(make_sessions, "searches") == 0


@pytest.mark.parametrize(("text", "actor"), [("  ", "anna"), ("\0", "anna"), (TEXT, ""), (TEXT, "a" * 201)])
def test_a_judgement_without_search_or_person_is_refused(
    add: Add, judge: Judge, make_sessions: Sessions, text: str, actor: str
) -> None:
    add("A-1")
    with pytest.raises(ValueError, match="needs a search") as refused:
        judge("A-1", Grade.USEFUL, text=text, actor=actor)
    assert TEXT not in str(refused.value)
    assert kept(make_sessions, "searches") == 0


@pytest.mark.parametrize("change", ["grade = 3", "grade = -1", "band = 'uitstekend'"])
def test_the_database_itself_refuses_what_is_no_judgement(
    add: Add, judge: Judge, make_sessions: Sessions, change: str
) -> None:
    add("A-1")
    judge("A-1", Grade.USEFUL)
    with pytest.raises(IntegrityError), make_sessions.begin() as session:
        session.execute(sql(f"UPDATE judgements SET {change}"))


def test_no_text_of_a_search_stands_in_the_repr_of_what_was_read(
    add: Add, judge: Judge, make_sessions: Sessions
) -> None:
    add("A-1")
    judge("A-1", Grade.USEFUL)
    assert "voorschot" not in repr(searches(make_sessions))
