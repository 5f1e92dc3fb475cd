# SPDX-License-Identifier: EUPL-1.2
import os
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import text

from casebase.database import Engine, Sessions, open_engine, sessions
from casebase.migrating import migrate
from casebase.record import SafeCase
from casebase.store import save_case, set_state
from casebase.vocabulary import ReviewState

POSTGRES = os.environ.get("DATABANK_TEST_POSTGRES", "")
"""Address of a PostgreSQL server for tests: postgresql+psycopg://user:password@host/database."""


@pytest.fixture
def sqlite_file(tmp_path: Path, migrated_file: Path) -> Path:
    return Path(shutil.copy(migrated_file, tmp_path / "databank.db"))


@pytest.fixture
def sqlite_engine(sqlite_file: Path) -> Iterator[Engine]:
    engine = open_engine(f"sqlite:///{sqlite_file}")
    yield engine
    engine.dispose()


@pytest.fixture
def empty_postgres_url() -> Iterator[str]:
    if not POSTGRES:
        pytest.skip("PostgreSQL NOT TESTED: set DATABANK_TEST_POSTGRES to the address of a server")
    schema = f"test_{uuid4().hex}"
    server = open_engine(POSTGRES)
    with server.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    yield f"{POSTGRES}{'&' if '?' in POSTGRES else '?'}options=-csearch_path%3D{schema}"
    with server.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))
    server.dispose()


@pytest.fixture
def postgres_engine(empty_postgres_url: str) -> Iterator[Engine]:
    engine = open_engine(empty_postgres_url)
    migrate(engine)
    yield engine
    engine.dispose()


@pytest.fixture(params=["sqlite", *(["postgres"] if POSTGRES else [])])
def engine(request: pytest.FixtureRequest) -> Engine:
    """A database with an up-to-date schema and no cases; on PostgreSQL too where a server is given."""
    engine: Engine = request.getfixturevalue(f"{request.param}_engine")
    return engine


@pytest.fixture
def make_sessions(engine: Engine) -> Sessions:
    return sessions(engine)


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 9, 10, 30, 15, 123456, tzinfo=UTC)


@pytest.fixture
def add(make_sessions: Sessions, now: datetime) -> Callable[..., SafeCase]:
    """Stores a case and, unless told otherwise, releases it."""

    def add_case(
        case_id: str, *, key: str = "key", state: ReviewState = ReviewState.RELEASED, **fields: object
    ) -> SafeCase:
        case = SafeCase.model_validate({"case_id": case_id, "title": f"Casus {case_id}", **fields})
        with make_sessions.begin() as session:
            save_case(session, case, content_key=key, actor="lader", now=now)
            set_state(session, case_id, state, actor="beoordelaar", now=now)
        return case

    return add_case
