# SPDX-License-Identifier: EUPL-1.2
import hashlib
import json
import sqlite3
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from casebase.audit import AuditVerdict, recent_events, record_event, verify_chain
from casebase.database import Engine, Sessions, sessions


def record(make_sessions: Sessions, count: int, now: datetime) -> None:
    with make_sessions.begin() as session:
        for number in range(1, count + 1):
            moment = now + timedelta(seconds=number)
            details = {"number": number, "ready": True, "share": 0.5, "note": None, "kind": "é"}
            record_event(
                session, action="test", actor="Bo", subject=f"A-{number}", details=details, now=moment
            )


def verdict(make_sessions: Sessions, noted: tuple[int, str] | None = None) -> AuditVerdict:
    with make_sessions() as session:
        return verify_chain(session, noted=noted)


def test_an_empty_log_is_whole(make_sessions: Sessions) -> None:
    assert verdict(make_sessions) == AuditVerdict(ok=True, events=0, first_broken=None, head="0" * 64)


def test_events_are_given_newest_first_and_by_subject(make_sessions: Sessions, now: datetime) -> None:
    record(make_sessions, 3, now)
    with make_sessions() as session:
        assert [event.number for event in recent_events(session, limit=2)] == [3, 2]
        (event,) = recent_events(session, limit=5, subject="A-2")
    assert (event.at, event.action, event.actor) == (now + timedelta(seconds=2), "test", "Bo")
    assert event.details == {"number": 2, "ready": True, "share": 0.5, "note": None, "kind": "é"}


def test_the_seal_can_be_computed_by_anyone_from_the_description(
    make_sessions: Sessions, now: datetime
) -> None:
    with make_sessions.begin() as session:
        record_event(session, action="a", actor="b", subject="c", details={"z": "é", "n": 1}, now=now)
    canonical = (
        '{"action":"a","actor":"b","at":"2026-03-09T10:30:15.123456+00:00",'
        '"details":"{\\"n\\":1,\\"z\\":\\"\\\\u00e9\\"}","number":1,"previous_hash":"' + "0" * 64 + '",'
        '"subject":"c"}'
    )
    assert json.loads(canonical)["number"] == 1
    assert verdict(make_sessions).head == hashlib.sha256(canonical.encode()).hexdigest()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_events SET actor = 'Al' WHERE number = 2",
        "DELETE FROM audit_events WHERE number = 2",
        "DELETE FROM audit_events",
        "UPDATE audit_head SET events = 1",
        "UPDATE audit_head SET hash = 'x'",
        "DELETE FROM audit_head",
    ],
)
def test_the_database_refuses_to_change_the_log(
    make_sessions: Sessions, now: datetime, statement: str
) -> None:
    record(make_sessions, 3, now)
    with pytest.raises(DBAPIError), make_sessions.begin() as session:
        session.execute(text(statement))
    assert verdict(make_sessions).ok


@pytest.mark.parametrize("table", ["audit_events", "audit_head"])
def test_replacing_rows_is_no_way_around_the_guards(sqlite_engine: Engine, now: datetime, table: str) -> None:
    make_sessions = sessions(sqlite_engine)
    record(make_sessions, 3, now)
    with pytest.raises(DBAPIError, match=r"never replaced|one head"), make_sessions.begin() as session:
        session.execute(text(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1"))


@pytest.mark.parametrize("table", ["audit_events", "audit_head"])
def test_truncating_is_refused_on_postgresql(postgres_engine: Engine, table: str) -> None:
    with pytest.raises(DBAPIError), sessions(postgres_engine).begin() as session:
        session.execute(text(f"TRUNCATE {table}"))


# --- someone who takes the guards away ---


def tamper(file: Path, script: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        names = connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for (name,) in names:
            connection.execute(f"DROP TRIGGER {name}")
        connection.executescript(script)


@pytest.mark.parametrize(
    ("script", "events", "first_broken"),
    [
        ("UPDATE audit_events SET actor = 'Al' WHERE number = 3", 6, 3),
        ("UPDATE audit_events SET action = 'x' WHERE number = 1", 6, 1),
        ("UPDATE audit_events SET subject = 'A-9' WHERE number = 6", 6, 6),
        ("UPDATE audit_events SET at = '2026-03-09 10:30:16.000000' WHERE number = 4", 6, 4),
        ("UPDATE audit_events SET details = replace(details, ',', ', ') WHERE number = 2", 6, 2),
        ("UPDATE audit_events SET hash = previous_hash WHERE number = 5", 6, 5),
        ("UPDATE audit_events SET at = 'gisteren' WHERE number = 2", 6, 2),
        ("UPDATE audit_events SET details = x'ff' WHERE number = 2", 6, 2),
        ("DELETE FROM audit_events WHERE number = 4", 5, 4),
        ("DELETE FROM audit_events WHERE number = 1", 5, 1),
        ("DELETE FROM audit_events WHERE number > 4", 4, 5),
        ("DELETE FROM audit_events", 0, 1),
        ("DELETE FROM audit_events WHERE number = 6; UPDATE audit_head SET events = 5", 5, 5),
        ("DELETE FROM audit_head", 6, 1),
        ("UPDATE audit_head SET hash = 'x'", 6, 6),
        (
            "UPDATE audit_events SET number = 9 WHERE number = 2;"
            "UPDATE audit_events SET number = 2 WHERE number = 3;"
            "UPDATE audit_events SET number = 3 WHERE number = 9",
            6,
            2,
        ),
        (
            "INSERT INTO audit_events SELECT 7, at, action, actor, subject, details, hash, 'x'"
            " FROM audit_events WHERE number = 6",
            7,
            7,
        ),
        ("UPDATE audit_events SET number = number + 1 WHERE number = 6", 6, 6),
    ],
)
def test_every_way_of_tampering_is_found_where_it_was_done(
    sqlite_file: Path, sqlite_engine: Engine, now: datetime, script: str, events: int, first_broken: int
) -> None:
    make_sessions = sessions(sqlite_engine)
    record(make_sessions, 6, now)
    tamper(sqlite_file, script)
    found = verdict(make_sessions)
    assert (found.ok, found.events, found.first_broken) == (False, events, first_broken)


def seal_again(file: Path, numbers: range) -> None:
    """What someone would do who knows how events are sealed."""
    with closing(sqlite3.connect(file)) as connection:
        connection.row_factory = sqlite3.Row
        for number in numbers:
            row = connection.execute("SELECT * FROM audit_events WHERE number = ?", (number,)).fetchone()
            before = connection.execute(
                "SELECT hash FROM audit_events WHERE number < ? ORDER BY number DESC", (number,)
            ).fetchone()
            moment = datetime.fromisoformat(row["at"]).replace(tzinfo=UTC)
            event = {name: row[name] for name in row.keys() if name != "hash"}  # noqa: SIM118
            event |= {"at": moment.isoformat(timespec="microseconds")}
            event |= {"previous_hash": before["hash"] if before else "0" * 64}
            seal = hashlib.sha256(json.dumps(event, sort_keys=True, separators=(",", ":")).encode())
            connection.execute(
                "UPDATE audit_events SET previous_hash = ?, hash = ? WHERE number = ?",
                (event["previous_hash"], seal.hexdigest(), number),
            )
        connection.commit()


def test_a_changed_event_with_a_new_seal_breaks_the_next_one(
    sqlite_file: Path, sqlite_engine: Engine, now: datetime
) -> None:
    make_sessions = sessions(sqlite_engine)
    record(make_sessions, 6, now)
    tamper(sqlite_file, "UPDATE audit_events SET actor = 'Al' WHERE number = 3")
    seal_again(sqlite_file, range(3, 4))
    assert verdict(make_sessions).first_broken == 4
    seal_again(sqlite_file, range(3, 7))
    assert verdict(make_sessions).first_broken == 6  # the head still has the old seal


def test_a_gap_is_found_even_when_the_rest_is_sealed_again(
    sqlite_file: Path, sqlite_engine: Engine, now: datetime
) -> None:
    make_sessions = sessions(sqlite_engine)
    record(make_sessions, 6, now)
    tamper(sqlite_file, "DELETE FROM audit_events WHERE number = 3")
    seal_again(sqlite_file, range(4, 7))
    assert verdict(make_sessions).first_broken == 3


def test_an_event_is_not_recorded_in_a_reading_transaction(make_sessions: Sessions, now: datetime) -> None:
    with make_sessions() as session:
        verify_chain(session)
        with pytest.raises(RuntimeError, match=r"sessions\.begin"):
            record_event(session, action="a", actor="b", subject="c", details={}, now=now)


def test_a_log_that_was_written_anew_is_found_with_a_head_that_was_noted(
    sqlite_file: Path, sqlite_engine: Engine, now: datetime
) -> None:
    make_sessions = sessions(sqlite_engine)
    record(make_sessions, 4, now)
    noted = (4, verdict(make_sessions).head)
    assert verdict(make_sessions, noted).ok
    record(make_sessions, 2, now)
    assert verdict(make_sessions, noted).ok
    genesis = f"UPDATE audit_head SET events = 0, hash = '{'0' * 64}'"
    tamper(sqlite_file, f"DELETE FROM audit_events; {genesis}")
    assert verdict(make_sessions).ok
    assert verdict(make_sessions, noted).first_broken == 1
    record(make_sessions, 5, now + timedelta(days=1))
    assert verdict(make_sessions).ok
    assert verdict(make_sessions, noted).first_broken == 4


# --- several at once ---


def test_threads_never_fork_the_chain(make_sessions: Sessions, now: datetime) -> None:
    threads = [threading.Thread(target=record, args=(make_sessions, 15, now)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found = verdict(make_sessions)
    assert (found.ok, found.events) == (True, 60)


WRITE = """
    import sys
    from datetime import UTC, datetime
    from casebase.audit import record_event
    from casebase.database import open_engine, sessions
    make_sessions = sessions(open_engine(sys.argv[1]))
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(25):
        with make_sessions.begin() as session:
            now = datetime.now(UTC)
            record_event(session, action="test", actor="Bo", subject="A", details={}, now=now)
"""


def test_processes_never_fork_the_chain(engine: Engine, make_sessions: Sessions) -> None:
    url = engine.url.render_as_string(hide_password=False)
    command = [sys.executable, "-W", "ignore", "-c", textwrap.dedent(WRITE), url]
    pipe = subprocess.PIPE
    processes = [subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=pipe, text=True) for _ in range(2)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    assert [process.communicate(timeout=60)[1] for process in processes] == ["", ""]
    found = verdict(make_sessions)
    assert (found.ok, found.events) == (True, 50)


# --- no stories in the log ---


@pytest.mark.parametrize(
    "event",
    [
        {"details": {"text": "geheim " * 40}},
        {"details": {"list": ["geheim"]}},
        {"details": {"map": {"geheim": 1}}},
        {"details": {"bytes": b"geheim"}},
        {"details": {"share": float("nan")}},
        {"action": ""},
        {"action": "geheim " * 20},
        {"actor": "geheim " * 40},
        {"subject": "geheim " * 40},
    ],
)
def test_what_could_be_text_of_a_case_is_refused_without_repeating_it(
    make_sessions: Sessions, now: datetime, event: dict[str, object]
) -> None:
    whole: dict[str, object] = {
        "action": "a",
        "actor": "b",
        "subject": "c",
        "details": {},
        "now": now,
    } | event
    refused: Callable[..., None] = record_event
    with pytest.raises(ValueError) as caught, make_sessions.begin() as session:  # noqa: PT011
        refused(session, **whole)
    assert "geheim" not in str(caught.value)
    assert verdict(make_sessions).events == 0
