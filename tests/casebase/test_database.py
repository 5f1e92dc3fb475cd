# SPDX-License-Identifier: EUPL-1.2
import re
import signal
import sqlite3
import stat
import subprocess
import sys
import textwrap
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError

from casebase import database
from casebase.audit import record_event, verify_chain
from casebase.database import Engine, Session, Sessions, begin_write, erase_deleted, open_engine, sessions
from casebase.database_errors import (
    DatabaseAddressError,
    DatabaseBusyError,
    DatabaseNotReadyError,
    DatabaseUnavailableError,
)
from casebase.migrating import NEWEST, _alembic_config, migrate, schema_is_current
from casebase.record import SafeCase
from casebase.store import (
    correct_case,
    count_cases,
    delete_case,
    get_case,
    get_cases,
    released_ids,
    revision,
    save_case,
)
from casebase.tables import Base
from casebase.vocabulary import ReviewState


def python(code: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", textwrap.dedent(code), *map(str, arguments)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


# --- schema ---


def statements(file: Path) -> dict[str, str]:
    with closing(sqlite3.connect(file)) as connection:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND sql IS NOT NULL"
        ).fetchall()
    return {name: re.sub(r"\s+", " ", sql) for name, sql in rows if name != "alembic_version"}


def test_the_migrations_make_exactly_the_tables_of_the_code(sqlite_file: Path, tmp_path: Path) -> None:
    declared = create_engine(f"sqlite:///{tmp_path / 'declared.db'}")
    Base.metadata.create_all(declared)
    declared.dispose()
    assert statements(sqlite_file) == statements(tmp_path / "declared.db")


def test_alembic_sees_no_difference_between_migrated_and_declared_schema(engine: Engine) -> None:
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, Base.metadata) == []


def test_a_new_database_is_not_current_until_it_is_migrated(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'new.db'}")
    assert not schema_is_current(engine)
    migrate(engine)
    assert schema_is_current(engine)
    engine.dispose()


def test_the_newest_migration_is_the_last_of_the_files() -> None:
    assert ScriptDirectory.from_config(_alembic_config()).get_heads() == [NEWEST]


def test_whether_the_schema_is_current_is_told_without_alembic(tmp_path: Path) -> None:
    told = """
        import sys
        from casebase.database import open_engine
        from casebase.migrating import schema_is_current
        print(schema_is_current(open_engine(sys.argv[1])), "alembic" in sys.modules)
    """
    assert python(told, f"sqlite:///{tmp_path / 'new.db'}").communicate(timeout=60) == ("False False\n", "")


def test_migrating_twice_changes_nothing(engine: Engine, add: Callable[..., SafeCase]) -> None:
    case = add("A-1")
    migrate(engine)
    with sessions(engine)() as session:
        stored = get_case(session, "A-1")
        assert stored is not None
        assert stored.case == case
        assert revision(session) == 1


def test_a_database_of_a_newer_program_is_left_alone(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    assert not schema_is_current(engine)
    with pytest.raises(DatabaseNotReadyError, match="nieuwere versie"):
        migrate(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one() == "9999"


START = """
    import sys
    from casebase.database import open_engine
    from casebase.migrating import migrate, schema_is_current
    engine = open_engine(sys.argv[1])
    print("ready", flush=True)
    sys.stdin.readline()
    migrate(engine)
    print(schema_is_current(engine))
"""


def start_together(url: str) -> list[tuple[str, str]]:
    processes = [python(START, url) for _ in range(3)]
    for process in processes:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
    return [process.communicate("go\n", timeout=60) for process in processes]


def test_processes_that_start_at_once_make_one_schema(tmp_path: Path) -> None:
    assert start_together(f"sqlite:///{tmp_path / 'shared.db'}") == [("True\n", "")] * 3


def test_processes_that_start_at_once_make_one_schema_on_postgresql(empty_postgres_url: str) -> None:
    assert start_together(empty_postgres_url) == [("True\n", "")] * 3


def test_a_migration_that_fails_leaves_nothing_behind(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    def half_a_migration(config: object, _target: str) -> None:
        connection = config.attributes["connection"]  # type: ignore[attr-defined]
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise RuntimeError("power cut")

    monkeypatch.setattr(command, "upgrade", half_a_migration)
    with pytest.raises(RuntimeError, match="power cut"):
        migrate(sqlite_engine)
    with sqlite_engine.connect() as connection:
        assert connection.execute(text("SELECT name FROM sqlite_master WHERE name = 'half'")).all() == []
        assert connection.execute(text("PRAGMA foreign_keys")).scalar_one() == 1


def test_a_migration_may_rebuild_a_table_without_losing_the_rows_that_refer_to_it(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    case = SafeCase(case_id="A-1", regulations=("WIA", "WW"))
    with sessions(sqlite_engine).begin() as session:
        save_case(session, case, content_key="key", actor="lader", now=now)

    def rebuild(config: object, _target: str) -> None:
        connection = config.attributes["connection"]  # type: ignore[attr-defined]
        for statement in (
            "CREATE TABLE rebuilt AS SELECT * FROM cases",
            "DROP TABLE cases",
            "CREATE TABLE cases AS SELECT * FROM rebuilt",
            "CREATE UNIQUE INDEX cases_number ON cases (case_id)",
        ):
            connection.execute(text(statement))

    monkeypatch.setattr(command, "upgrade", rebuild)
    migrate(sqlite_engine)
    with sessions(sqlite_engine)() as session:
        stored = get_case(session, "A-1")
        assert stored is not None
        assert stored.case.regulations == ("WIA", "WW")


def test_a_migration_that_breaks_references_is_undone(
    sqlite_engine: Engine, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    with sessions(sqlite_engine).begin() as session:
        case = SafeCase(case_id="A-1", regulations=("WIA",))
        save_case(session, case, content_key="key", actor="lader", now=now)

    def lose_cases(config: object, _target: str) -> None:
        config.attributes["connection"].execute(text("DELETE FROM cases"))  # type: ignore[attr-defined]

    monkeypatch.setattr(command, "upgrade", lose_cases)
    with pytest.raises(RuntimeError, match="references"):
        migrate(sqlite_engine)
    with sessions(sqlite_engine)() as session:
        assert count_cases(session)[ReviewState.TO_REVIEW] == 1


# --- SQLite as a careful keeper ---


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("temp_store", 2),
        ("busy_timeout", 30_000),
    ],
)
def test_every_connection_has_the_settings(sqlite_engine: Engine, pragma: str, value: object) -> None:
    with sqlite_engine.connect() as one, sqlite_engine.connect() as other:
        for connection in (one, other):
            assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_only_the_owner_may_read_the_files(tmp_path: Path) -> None:
    file = tmp_path / "map" / "databank.db"
    engine = open_engine(f"sqlite:///{file}")
    assert not file.exists()
    migrate(engine)
    modes = {entry.name: stat.S_IMODE(entry.stat().st_mode) for entry in file.parent.iterdir()}
    engine.dispose()
    assert modes == dict.fromkeys(("databank.db", "databank.db-wal", "databank.db-shm"), 384)


def test_deleted_and_corrected_text_is_in_none_of_the_files(
    sqlite_file: Path, sqlite_engine: Engine, now: datetime
) -> None:
    make_sessions = sessions(sqlite_engine)
    numbers = [f"A-{number}" for number in range(60)]
    for index, number in enumerate(numbers):
        with make_sessions.begin() as session:
            case = SafeCase(
                case_id=number,
                situation=f"verdwijnwoord-{number}- " * (1 + index * 7919 % 300),
                regulations=(f"verdwijnwoord-{number}-",),
            )
            save_case(session, case, content_key="key", actor="lader", now=now)
    with make_sessions.begin() as session:
        for number in numbers[::3]:
            delete_case(session, number, actor="beheerder", now=now, reason="verzoek")
        for number in numbers[1::3]:
            corrected = SafeCase(case_id=number, situation="woord " * 300)
            correct_case(session, corrected, actor="beoordelaar", now=now)
    assert erase_deleted(sqlite_engine)
    content = b"".join(file.read_bytes() for file in sqlite_file.parent.iterdir())
    left = set(re.findall(rb"verdwijnwoord-(A-\d+)-", content))
    assert left == {number.encode() for number in numbers[2::3]}


def test_erasing_may_be_done_at_any_time(engine: Engine) -> None:
    assert erase_deleted(engine)
    assert erase_deleted(engine)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM cases")).scalar_one() == 0


def test_a_reader_in_the_way_of_erasing_is_reported(sqlite_engine: Engine, now: datetime) -> None:
    make_sessions = sessions(sqlite_engine)
    with make_sessions.begin() as session:
        save_case(session, SafeCase(case_id="A-1"), content_key="key", actor="lader", now=now)
    with make_sessions() as reader:
        released_ids(reader)
        with make_sessions.begin() as session:
            delete_case(session, "A-1", actor="beheerder", now=now, reason="verzoek")
        assert not erase_deleted(sqlite_engine)
    assert erase_deleted(sqlite_engine)


LOAD = """
    import sys
    from datetime import UTC, datetime
    from casebase.database import open_engine, sessions
    from casebase.record import SafeCase
    from casebase.store import save_case
    make_sessions = sessions(open_engine(sys.argv[1]))
    for number in range(int(sys.argv[2]), 100_000):
        case = SafeCase(case_id=f"A-{number:06}", situation="woord " * 500, regulations=("WIA",))
        with make_sessions.begin() as session:
            save_case(session, case, content_key="key", actor="lader", now=datetime.now(UTC))
        print(number, flush=True)
"""


def test_a_process_that_is_killed_loses_no_case_that_it_reported(sqlite_file: Path) -> None:
    url = f"sqlite:///{sqlite_file}"
    reported = 0
    for killed_after in (1, 8, 29):
        process = python(LOAD, url, reported)
        assert process.stdout is not None
        for _ in range(killed_after):
            reported = int(process.stdout.readline()) + 1
        process.send_signal(signal.SIGKILL)
        *rest, _unfinished = process.stdout.read().split("\n")
        reported = max([reported, *(int(line) + 1 for line in rest)])
        process.communicate(timeout=30)
        engine = open_engine(url)
        with sessions(engine)() as session:
            kept = sum(count_cases(session).values())
            assert reported <= kept <= reported + 1
            assert get_case(session, f"A-{reported - 1:06}") is not None
            verdict = verify_chain(session)
            assert (verdict.ok, verdict.events) == (True, kept)
        engine.dispose()
        reported = kept


# --- transactions ---


def save_and_fail(session: Session, case_id: str, now: datetime) -> None:
    save_case(session, SafeCase(case_id=case_id), content_key="key", actor="lader", now=now)
    raise ZeroDivisionError


def test_a_writing_block_that_fails_changes_nothing(make_sessions: Sessions, now: datetime) -> None:
    with pytest.raises(ZeroDivisionError), make_sessions.begin() as session:
        save_and_fail(session, "A-1", now)
    with make_sessions() as session:
        assert get_case(session, "A-1") is None
        assert verify_chain(session).events == 0


def test_a_savepoint_undoes_one_row_and_keeps_the_rest(make_sessions: Sessions, now: datetime) -> None:
    with make_sessions.begin() as session:
        save_case(session, SafeCase(case_id="A-1"), content_key="key", actor="lader", now=now)
        with pytest.raises(ZeroDivisionError), session.begin_nested():
            save_and_fail(session, "A-2", now)
        save_case(session, SafeCase(case_id="A-3"), content_key="key", actor="lader", now=now)
    with make_sessions() as session:
        assert list(get_cases(session, ["A-1", "A-2", "A-3"])) == ["A-1", "A-3"]
        assert verify_chain(session).events == 2


def plain(make_sessions: Sessions) -> Session:
    return make_sessions()


def begun(make_sessions: Sessions) -> Session:
    session = make_sessions()
    session.begin()
    return session


def used_before(make_sessions: Sessions) -> Session:
    session = make_sessions()
    count_cases(session)
    session.commit()
    session.begin()
    return session


@pytest.mark.parametrize("opened", [plain, begun, used_before])
def test_a_session_that_has_not_read_yet_may_write(
    make_sessions: Sessions, now: datetime, opened: Callable[[Sessions], Session]
) -> None:
    with opened(make_sessions) as session:
        save_case(session, SafeCase(case_id="A-1"), content_key="key", actor="lader", now=now)
        save_case(session, SafeCase(case_id="A-2"), content_key="key", actor="lader", now=now)
        session.commit()
    with make_sessions() as session:
        assert count_cases(session)[ReviewState.TO_REVIEW] == 2


def test_a_transaction_that_began_with_reading_may_not_write(make_sessions: Sessions, now: datetime) -> None:
    with make_sessions() as session:
        count_cases(session)
        with pytest.raises(RuntimeError, match=r"sessions\.begin"):
            save_case(session, SafeCase(case_id="A-1"), content_key="key", actor="lader", now=now)


def test_a_reader_sees_one_moment_and_is_not_held_up_by_a_writer(
    make_sessions: Sessions, add: Callable[..., SafeCase], now: datetime
) -> None:
    add("A-1")
    with make_sessions() as reader:
        assert released_ids(reader) == ["A-1"]
        with make_sessions.begin() as writer:
            delete_case(writer, "A-1", actor="beheerder", now=now, reason="verzoek")
            assert released_ids(reader) == ["A-1"]
        assert (released_ids(reader), revision(reader)) == (["A-1"], 1)
    with make_sessions() as reader:
        assert (released_ids(reader), revision(reader)) == ([], 2)


def test_writers_wait_for_each_other(make_sessions: Sessions, now: datetime) -> None:
    def write(name: str) -> None:
        for number in range(10):
            with make_sessions.begin() as session:
                count_cases(session)
                case = SafeCase(case_id=f"{name}-{number}")
                save_case(session, case, content_key="key", actor=name, now=now)

    threads = [threading.Thread(target=write, args=(name,)) for name in "ABCD"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with make_sessions() as session:
        assert count_cases(session)[ReviewState.TO_REVIEW] == 40
        assert verify_chain(session).events == 40


def test_waiting_too_long_is_told_in_plain_words(
    engine: Engine, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    monkeypatch.setattr(database, "BUSY_TIMEOUT", 0.1)
    impatient = open_engine(engine.url.render_as_string(hide_password=False))
    with sessions(engine).begin() as session:
        begin_write(session)
        with pytest.raises(DatabaseBusyError, match="over een minuut"), sessions(impatient).begin() as other:
            record_event(other, action="test", actor="a", subject="b", details={}, now=now)
    impatient.dispose()


# --- what people are told ---


@pytest.mark.parametrize("url", ["", "geheim", "mysql://u:geheim@h/d", "sqlite+aiosqlite:///geheim"])
def test_an_address_that_cannot_be_used_is_refused_without_repeating_it(url: str) -> None:
    with pytest.raises(DatabaseAddressError) as caught:
        open_engine(url)
    assert "geheim" not in caught.value.message.nl + caught.value.message.en


def test_without_its_driver_postgresql_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "psycopg", None)
    with pytest.raises(DatabaseAddressError, match=r"maatwerk-databank\[postgres\]"):
        open_engine("postgresql+psycopg://iemand:geheim@127.0.0.1:1/databank")


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    pytest.importorskip("psycopg")
    engine = open_engine("postgresql+psycopg://iemand:geheim@127.0.0.1:1/databank")
    with pytest.raises(DatabaseUnavailableError, match="kan niet worden geopend") as caught:
        migrate(engine)
    assert "geheim" not in repr(caught.value) + str(caught.value)
    engine.dispose()


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    engine = open_engine(f"sqlite:///{tmp_path / 'bestand' / 'databank.db'}")
    with pytest.raises(DatabaseAddressError, match=r"databank\.db"):
        migrate(engine)


def test_a_database_without_tables_says_how_to_make_them(tmp_path: Path) -> None:
    engine = open_engine(f"sqlite:///{tmp_path / 'leeg.db'}")
    with pytest.raises(DatabaseNotReadyError, match="databank init"), sessions(engine)() as session:
        count_cases(session)
    engine.dispose()


def test_a_database_without_tables_says_how_to_make_them_on_postgresql(empty_postgres_url: str) -> None:
    engine = open_engine(empty_postgres_url)
    with pytest.raises(DatabaseNotReadyError, match="databank init"), sessions(engine)() as session:
        count_cases(session)
    engine.dispose()


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "verslag.db"
    file.write_text("Dit is een verslag.\n" * 400)
    engine = open_engine(f"sqlite:///{file}")
    with pytest.raises(DatabaseUnavailableError, match="is geen databank"):
        migrate(engine)
    engine.dispose()
    assert file.read_text() == "Dit is een verslag.\n" * 400


def test_an_error_of_the_database_never_repeats_the_text_of_a_case(
    make_sessions: Sessions, add: Callable[..., SafeCase]
) -> None:
    add("A-1", situation="geheim verhaal")
    with pytest.raises(IntegrityError) as caught, make_sessions.begin() as session:
        session.execute(text("UPDATE cases SET nature = :nature"), {"nature": "geheim woord"})
    error: BaseException | None = caught.value
    told = ""
    while error is not None:
        told += f"{error} {error!r} {error.args}"
        error = error.__cause__ or error.__context__
    assert "UPDATE cases" in told
    assert "geheim" not in told


def test_what_is_written_is_kept_when_another_program_ends(tmp_path: Path) -> None:
    file = tmp_path / "databank.sqlite"
    other = (
        f"import sqlite3; c = sqlite3.connect({str(file)!r}); print(*c.execute('SELECT n FROM t')); c.close()"
    )

    def read_elsewhere() -> str:
        return subprocess.run(
            [sys.executable, "-c", other], check=True, capture_output=True, text=True
        ).stdout

    engine = open_engine(f"sqlite:///{file}")
    with sessions(engine).begin() as session:
        session.execute(text("CREATE TABLE t (n INTEGER)"))
    with engine.connect(), engine.connect():  # a second connection of this program, made while one is open
        pass
    assert read_elsewhere() == "\n"
    with sessions(engine).begin() as session:
        session.execute(text("INSERT INTO t VALUES (7)"))
    assert read_elsewhere() == "(7,)\n"
    engine.dispose()
