# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from alembic import command
from sqlalchemy import inspect
from sqlalchemy import text as sql
from sqlalchemy.exc import DBAPIError, IntegrityError

from casebase.audit import recent_events, record_event, verify_chain
from casebase.database import Engine, Sessions, erase_deleted, open_engine, sessions
from casebase.migrating import _alembic_config, migrate, schema_is_current
from casebase.pattern_vocabulary import PatternAction, PatternState, SolutionKind
from casebase.record import SafeCase
from casebase.store import (
    DELETED,
    PatternAct,
    PatternRecord,
    UnknownPatternError,
    add_members,
    add_pattern,
    broken_pattern_events,
    change_pattern,
    delete_case,
    get_case,
    get_pattern,
    list_reviews,
    members_of,
    next_pattern_id,
    pattern_events,
    patterns_of_case,
    remove_members,
)

Add = Callable[..., SafeCase]
DAY = date(2026, 3, 9)
FULL = PatternRecord(
    "P-2026-001",
    "Voorschot terug",
    "Late keuring.",
    "anna",
    DAY,
    addressee="directie Beleid",
    answer_due=DAY,
    terms=("één", "twee"),
    solution=SolutionKind.ICT,
)


@pytest.fixture
def on_sqlite(engine: Engine) -> Engine:
    """The database, in tests of what only SQLite does."""
    if engine.dialect.name != "sqlite":
        pytest.skip("about SQLite")
    return engine


@pytest.fixture
def pattern(make_sessions: Sessions, add: Add, now: datetime) -> PatternRecord:
    """A pattern with two cases."""
    add("A-1")
    add("A-2")
    with make_sessions.begin() as session:
        add_pattern(session, FULL, PatternAct(PatternAction.REGISTERED, "anna", now, "werkgroep", cases=2))
        add_members(session, FULL.pattern_id, {"A-1": "kwartel", "A-2": "past"}, actor="anna", now=now)
    return FULL


def change(make_sessions: Sessions, now: datetime, **values: object) -> None:
    with make_sessions.begin() as session:
        change_pattern(
            session, FULL.pattern_id, values, PatternAct(PatternAction.EDITED, "bas", now, "beter")
        )


def test_a_pattern_is_given_back_as_it_was_kept(pattern: PatternRecord, make_sessions: Sessions) -> None:
    with make_sessions() as session:
        assert get_pattern(session, pattern.pattern_id) == pattern


def test_values_before_and_after_are_kept_with_their_types(
    pattern: PatternRecord, make_sessions: Sessions, now: datetime
) -> None:
    later = DAY + timedelta(days=7)
    change(make_sessions, now, terms=("drie",), solution=SolutionKind.LAW, answer_due=None, answered_on=later)
    with make_sessions() as session:
        event = pattern_events(session, pattern.pattern_id)[-1]
    assert event.changes == {
        "terms": (("één", "twee"), ("drie",)),
        "solution": (SolutionKind.ICT, SolutionKind.LAW),
        "answer_due": (DAY, None),
        "answered_on": (None, later),
    }
    assert (event.actor, event.at, event.why, event.from_state) == ("bas", now, "beter", None)


def test_the_audit_log_knows_each_act_without_its_words(
    pattern: PatternRecord, make_sessions: Sessions, now: datetime
) -> None:
    change(make_sessions, now, name="Kwartel")
    with make_sessions() as session:
        events = recent_events(session, limit=2, subject=pattern.pattern_id)
        assert verify_chain(session).ok
        assert broken_pattern_events(session) == []
    assert [event.action for event in events] == ["pattern.edited", "pattern.registered"]
    assert not any("artel" in str(event.details) for event in events)


def test_each_year_has_its_own_numbers(pattern: PatternRecord, make_sessions: Sessions) -> None:
    with make_sessions.begin() as session:
        assert next_pattern_id(session, 2026) == "P-2026-002"
        assert next_pattern_id(session, 2027) == "P-2027-001"


def test_after_the_thousandth_number_counting_goes_on(make_sessions: Sessions, now: datetime) -> None:
    act = PatternAct(PatternAction.REGISTERED, "anna", now)
    with make_sessions.begin() as session:
        for number in ("P-2026-999", "P-2026-1000"):
            add_pattern(session, PatternRecord(number, "n", "m", "anna", DAY), act)
        assert next_pattern_id(session, 2026) == "P-2026-1001"


def test_an_unknown_pattern_is_told_in_one_readable_line(make_sessions: Sessions) -> None:
    with pytest.raises(UnknownPatternError) as caught, make_sessions() as session:
        get_pattern(session, "P\n" + "x" * 500)
    assert "\n" not in caught.value.message.nl
    assert len(caught.value.message.nl) < 200


# --- history that cannot be changed ---


@pytest.mark.parametrize("meddling", ["UPDATE pattern_events SET why = ''", "DELETE FROM pattern_events"])
def test_the_database_itself_refuses_to_change_history(
    pattern: PatternRecord, make_sessions: Sessions, meddling: str
) -> None:
    with pytest.raises(DBAPIError), make_sessions.begin() as session:
        session.execute(sql(meddling))
    with make_sessions() as session:
        assert len(pattern_events(session, pattern.pattern_id)) == 1


def test_sqlite_refuses_to_replace_an_event(
    pattern: PatternRecord, on_sqlite: Engine, make_sessions: Sessions
) -> None:
    with pytest.raises(IntegrityError), make_sessions.begin() as session:
        session.execute(sql("INSERT OR REPLACE INTO pattern_events SELECT * FROM pattern_events"))


@pytest.mark.parametrize(
    ("meddling", "whole"),
    [
        ("UPDATE pattern_events SET why = 'anders' WHERE event_id = 1", False),
        ("UPDATE pattern_events SET answer_due = NULL WHERE event_id = 2", False),
        ("UPDATE pattern_events SET to_state = 'gesloten' WHERE event_id = 1", False),
        ("DELETE FROM pattern_events WHERE event_id = 2", False),
        ("UPDATE pattern_events SET why = why", True),
    ],
)
def test_history_that_was_changed_behind_our_back_shows(
    pattern: PatternRecord,
    on_sqlite: Engine,
    make_sessions: Sessions,
    now: datetime,
    meddling: str,
    whole: bool,
) -> None:
    change(make_sessions, now, name="Anders")
    with make_sessions.begin() as session:
        for guard in ("keep", "stay"):
            session.execute(sql(f"DROP TRIGGER pattern_events_{guard}"))
        session.execute(sql(meddling))
    with make_sessions() as session:
        assert (broken_pattern_events(session) == []) == whole
        for number in broken_pattern_events(session):
            assert recent_events(session, limit=99)[-number].action.startswith("pattern.")


def test_an_act_that_was_never_noted_shows(
    pattern: PatternRecord, make_sessions: Sessions, now: datetime
) -> None:
    with make_sessions.begin() as session:
        session.execute(
            sql(
                "INSERT INTO pattern_events (pattern_id, at, actor, action, why, cases, changes)"
                " VALUES ('P-2026-001', :at, 'x', 'antwoord gegeven', '', 0, '{}')"
            ),
            {"at": now.replace(tzinfo=None)},
        )
    with make_sessions() as session:
        assert broken_pattern_events(session) == [verify_chain(session).events + 1]


# --- cases ---


def test_a_case_is_in_a_pattern_once(pattern: PatternRecord, make_sessions: Sessions, now: datetime) -> None:
    with pytest.raises(IntegrityError), make_sessions.begin() as session:
        add_members(session, pattern.pattern_id, {"A-1": "nog eens"}, actor="bas", now=now)
    with make_sessions.begin() as session:
        remove_members(session, pattern.pattern_id, ["A-1"], actor="bas", now=now, why="weg")
        add_members(session, pattern.pattern_id, {"A-1": "toch"}, actor="bas", now=now)
        assert [member.current for member in members_of(session, [pattern.pattern_id])] == [
            False, True, True,
        ]  # fmt: skip
        assert patterns_of_case(session, "A-1") == [pattern.pattern_id]


def test_what_came_and_went_stands_in_the_audit_log_of_the_case(
    pattern: PatternRecord, make_sessions: Sessions, now: datetime
) -> None:
    with make_sessions.begin() as session:
        remove_members(session, pattern.pattern_id, ["A-1"], actor="bas", now=now, why="weg")
        events = recent_events(session, limit=2, subject="A-1")
    assert [(event.action, event.actor, event.details) for event in events] == [
        ("case.pattern_removed", "bas", {"pattern": "P-2026-001"}),
        ("case.pattern_added", "anna", {"pattern": "P-2026-001"}),
    ]


def test_deleting_a_case_takes_its_number_and_all_words_about_it(
    pattern: PatternRecord, sqlite_file: Path, on_sqlite: Engine, make_sessions: Sessions, now: datetime
) -> None:
    with make_sessions.begin() as session:
        delete_case(session, "A-1", actor="beheer", now=now, reason="verzoek")
    with make_sessions() as session:
        gone, left = members_of(session, [pattern.pattern_id])
        assert (gone.case_id, gone.why, gone.removed_why, gone.removed_by) == (None, "", DELETED, "beheer")
        assert (left.case_id, left.current, left.released) == ("A-2", True, True)
        event = pattern_events(session, pattern.pattern_id)[-1]
        assert (event.action, event.why, event.cases) == (PatternAction.CASE_DELETED, "verwijderd", 1)
        assert broken_pattern_events(session) == []
        assert verify_chain(session).ok
    assert erase_deleted(on_sqlite)
    assert not any(
        b"kwartel" in file.read_bytes() for file in sqlite_file.parent.glob(f"{sqlite_file.name}*")
    )


def test_a_case_that_is_in_no_pattern_is_deleted_as_before(
    add: Add, make_sessions: Sessions, now: datetime
) -> None:
    add("B-1")
    with make_sessions.begin() as session:
        delete_case(session, "B-1", actor="beheer", now=now, reason="verzoek")
    with make_sessions() as session:
        assert not [event for event in recent_events(session, limit=9) if "pattern" in event.action]


@pytest.mark.parametrize(
    "wrong",
    [
        "UPDATE patterns SET state = 'verzonnen'",
        "UPDATE patterns SET state = 'samengevoegd'",
        "UPDATE patterns SET merged_into = pattern_id",
        "UPDATE patterns SET solution = 'geld'",
        "UPDATE pattern_cases SET case_id = NULL",
        "UPDATE pattern_cases SET removed_by = 'x'",
        "DELETE FROM patterns",
    ],
)
def test_the_database_itself_refuses_what_is_no_register(
    pattern: PatternRecord, make_sessions: Sessions, wrong: str
) -> None:
    with pytest.raises(IntegrityError), make_sessions.begin() as session:
        session.execute(sql(wrong))


# --- from the version before ---


def test_a_databank_of_the_version_before_gets_the_register_and_keeps_its_cases(
    tmp_path: Path, now: datetime, migrated_file: Path
) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'old.db'}")
    config = _alembic_config()
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0004")
    assert not inspect(engine).has_table("patterns")
    copied = open_engine(f"sqlite:///{migrated_file}")
    with copied.connect() as connection:
        columns = [each["name"] for each in inspect(connection).get_columns("cases")]
    copied.dispose()
    unknown = ("released_at", "received_on", "closed_on", "nature", "level", "outcome", "deviates_from_rules")
    ratings = ("legal_rating", "financial_rating", "social_rating")
    values = dict.fromkeys(columns, "") | dict.fromkeys((*unknown, *ratings))
    values |= {"case_id": "A-1", "content_key": "k", "state": "vrijgegeven", "title": "Voorschot"}
    values |= {"stored_at": "2026-01-01 00:00:00.000000", "spans": "[]", "suspects": "[]"}
    insert = f"INSERT INTO cases ({', '.join(columns)}) VALUES ({', '.join(':' + name for name in columns)})"
    with sessions(engine).begin() as session:
        session.execute(sql(insert), values)
        session.execute(
            sql(
                "INSERT INTO reviews (case_id, state, actor, at, reason)"
                " VALUES ('A-1', 'vrijgegeven', 'bas', '2026-01-01 00:00:00.000000', 'goed')"
            )
        )
        record_event(session, action="case.added", actor="lader", subject="A-1", details={}, now=now)
    migrate(engine)
    assert schema_is_current(engine)
    with sessions(engine).begin() as session:
        stored = get_case(session, "A-1")
        assert stored is not None
        assert (stored.case.title, list_reviews(session, "A-1")[0].reason) == ("Voorschot", "goed")
        add_pattern(session, FULL, PatternAct(PatternAction.REGISTERED, "anna", now, "werkgroep", cases=1))
        add_members(session, FULL.pattern_id, {"A-1": "past"}, actor="anna", now=now)
        assert get_pattern(session, FULL.pattern_id).state is PatternState.SIGNALLED
        assert verify_chain(session).ok
    engine.dispose()
