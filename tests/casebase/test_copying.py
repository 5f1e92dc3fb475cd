# SPDX-License-Identifier: EUPL-1.2
import sqlite3
import stat
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebase.audit import record_event, verify_chain
from casebase.copying import ServerNotCopiedError, copy_database
from casebase.database import open_engine, sessions
from casebase.migrating import migrate

NOW = datetime(2025, 5, 1, 12, tzinfo=UTC)


def _database(file: Path) -> str:
    url = f"sqlite:///{file}"
    engine = open_engine(url)
    migrate(engine)
    _note(url, "eerste")
    engine.dispose()
    return url


def _note(url: str, subject: str) -> None:
    engine = open_engine(url)
    with sessions(engine).begin() as session:
        record_event(session, action="test", actor="iemand", subject=subject, details={}, now=NOW)
    engine.dispose()


def _subjects(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return [row[0] for row in connection.execute("SELECT subject FROM audit_events ORDER BY 1")]


def test_a_copy_holds_the_same_and_goes_its_own_way(tmp_path: Path) -> None:
    url = _database(tmp_path / "databank.sqlite")
    engine = open_engine(url)
    with engine.connect() as reading:  # somebody has it open meanwhile
        copy_database(engine, tmp_path / "kopie.sqlite")
        reading.close()
    engine.dispose()
    _note(f"sqlite:///{tmp_path / 'kopie.sqlite'}", "alleen in de kopie")
    assert _subjects(tmp_path / "kopie.sqlite") == ["alleen in de kopie", "eerste"]
    assert _subjects(tmp_path / "databank.sqlite") == ["eerste"]
    copied = open_engine(f"sqlite:///{tmp_path / 'kopie.sqlite'}")
    with sessions(copied)() as session:
        assert verify_chain(session).ok
    copied.dispose()


def test_a_copy_can_be_read_by_its_owner_only_and_replaces_nothing(tmp_path: Path) -> None:
    engine = open_engine(_database(tmp_path / "databank.sqlite"))
    file = tmp_path / "kopie.sqlite"
    copy_database(engine, file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    with pytest.raises(FileExistsError):
        copy_database(engine, file)
    engine.dispose()


def test_a_server_is_not_copied(tmp_path: Path) -> None:
    pytest.importorskip("psycopg")
    engine = open_engine("postgresql+psycopg://nergens.example/databank")
    with pytest.raises(ServerNotCopiedError):
        copy_database(engine, tmp_path / "kopie.sqlite")
    assert not any(tmp_path.iterdir())
