# SPDX-License-Identifier: EUPL-1.2
"""Opening the database, and sessions over it; ``casebase.migrating`` brings its schema up to date.

One file of SQLite by default; a PostgreSQL server by address. On both there is
one writer at a time, and a reader sees one moment of the collection:
``with sessions() as session`` reads, ``with sessions.begin() as session`` writes.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session, SessionTransaction, sessionmaker

from casebase.database_errors import DatabaseAddressError, explain_errors

__all__ = [
    "Engine",
    "Session",
    "Sessions",
    "begin_write",
    "erase_deleted",
    "is_writing",
    "open_engine",
    "sessions",
    "writer_options",
]

BUSY_TIMEOUT = 30
"""Seconds that a writer waits for another writer."""

WRITER_LOCK = 7_236_041
"""Number of the advisory lock for which writers on PostgreSQL queue."""

_WRITER = "databank_writer"

_ERASED = (
    "cases",
    "case_values",
    "case_traits",
    "passages",
    "embeddings",
    "reviews",
    "approvals",
    "listed_terms",
    "pattern_cases",
    "pattern_proposals",
    "proposal_cases",
    "pattern_answers",
    "saved_searches",
)

_PRAGMAS = (
    "PRAGMA journal_mode=WAL",  # readers go on while one writes
    "PRAGMA synchronous=FULL",  # a commit that was reported survives a power cut
    "PRAGMA foreign_keys=ON",
    "PRAGMA secure_delete=ON",  # deleted text is overwritten, not only unlinked
    "PRAGMA temp_store=MEMORY",  # sorting never writes case text to a temporary file
)


def open_engine(url: str) -> Engine:
    """An engine for ``sqlite:///file`` or ``postgresql+psycopg://…``; connects at first use.

    A new SQLite file can be read by its owner only (mode 0600).

    Raises:
        DatabaseAddressError: the address cannot be read, or its kind is not supported.
    """
    address = _address(url)
    if address.get_backend_name() == "sqlite":
        return _open_sqlite(address)
    return _open_postgresql(address)


class Sessions(sessionmaker[Session]):
    """Gives sessions: ``sessions()`` to read, ``sessions.begin()`` to write.

    ``begin()`` commits at the end of its block and rolls back on an exception.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine, expire_on_commit=False)
        self._writing = engine.execution_options(**writer_options(engine.dialect.name))
        event.listen(self, "after_begin", _note_connected)

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """A session in a writing transaction."""
        with self(bind=self._writing) as session, session.begin():
            yield session


def sessions(engine: Engine) -> Sessions:
    """What gives sessions over this engine."""
    return Sessions(engine)


def begin_write(session: Session) -> None:
    """Make sure that the session's transaction may write; store functions call this first.

    Raises:
        RuntimeError: the transaction began with reading. Making it a writing one would fail at the
            moments that another process wrote in between, so it is refused at all moments.
    """
    if not _connected(session):
        session.connection(execution_options=writer_options(session.get_bind().dialect.name))
    if not is_writing(session):
        raise RuntimeError("this transaction began with reading; use sessions.begin() to write")


def is_writing(session: Session) -> bool:
    """Whether the session's transaction may write; what it sees may then never be kept."""
    return _connected(session) and bool(session.connection().get_execution_options().get(_WRITER))


def writer_options(dialect: str) -> dict[str, Any]:
    """The execution options of a connection whose transactions may write."""
    if dialect == "sqlite":
        return {_WRITER: True}
    # The snapshot of a stricter level would be from before the wait for the lock.
    return {_WRITER: True, "isolation_level": "READ COMMITTED"}


def erase_deleted(engine: Engine) -> bool:
    """Wipe what deleted and replaced rows left behind in the database's files; call it after the commit.

    SQLite keeps earlier versions of pages in its write-ahead log until that is emptied. PostgreSQL
    keeps dead rows until they are vacuumed; its own log and backups are the administrator's.
    True when done; False when a reader of SQLite was in the way: try again later, or close all programs.
    """
    if engine.dialect.name == "sqlite":
        return _empty_log(engine)
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"VACUUM {', '.join(_ERASED)}"))
    return True


def _empty_log(engine: Engine) -> bool:
    with closing(engine.raw_connection()) as connection:
        cursor = connection.cursor()
        cursor.execute("PRAGMA busy_timeout=2000")  # a person is waiting
        busy, *_ = cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT * 1000}")
    return not busy


def _address(url: str) -> URL:
    try:
        address = make_url(url)
    except ArgumentError:
        raise _unusable_address() from None
    if address.drivername not in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg"):
        raise _unusable_address()
    return address


def _unusable_address() -> DatabaseAddressError:
    # The address itself stays out of the sentence: it may hold a password.
    return DatabaseAddressError(
        "Het adres van de databank klopt niet. Gebruik sqlite:///bestand of postgresql+psycopg://….",
        "The address of the databank is not right. Use sqlite:///file or postgresql+psycopg://….",
    )


def _open_sqlite(address: URL) -> Engine:
    engine = create_engine(address, hide_parameters=True, connect_args={"timeout": BUSY_TIMEOUT})
    file = address.database
    if file and file != ":memory:":
        event.listen(engine, "do_connect", lambda *_: _make_private_file(Path(file)))
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    explain_errors(engine)
    return engine


def _make_private_file(file: Path) -> None:
    # SQLite gives the log beside the file the same mode. A file that is there already is not opened: closing
    # it would take away the locks of every connection of this process (sqlite.org/howtocorrupt.html, 2.2),
    # and another program that ends would then delete the log with what we still write to it.
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        if not os.access(file, os.R_OK):
            os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDONLY, 0o600))
    except OSError as problem:
        if isinstance(problem, FileExistsError) and os.access(file, os.R_OK):
            return  # another program made it just now
        raise DatabaseAddressError(
            f"Het bestand {file} kan niet worden gemaakt of gelezen. Controleer de map en uw rechten.",
            f"The file {file} cannot be made or read. Check the folder and your permissions.",
        ) from None


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin when we say so, not when the driver thinks
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(pragma)
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writer = connection.get_execution_options().get(_WRITER)
    # A transaction that first reads and then wants to write is refused when another one wrote in
    # between, without waiting (SQLITE_BUSY_SNAPSHOT); so a writer takes the lock at the start.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writer else "BEGIN")


def _open_postgresql(address: URL) -> Engine:
    try:
        engine = create_engine(
            address, hide_parameters=True, pool_pre_ping=True, isolation_level="REPEATABLE READ"
        )
    except ModuleNotFoundError:
        raise DatabaseAddressError(
            "Voor PostgreSQL is een extra onderdeel nodig. Installeer maatwerk-databank[postgres].",
            "PostgreSQL needs an extra part. Install maatwerk-databank[postgres].",
        ) from None
    event.listen(engine, "begin", _begin_postgresql)
    explain_errors(engine)
    return engine


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(_WRITER):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_TIMEOUT}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({WRITER_LOCK})")


def _note_connected(session: Session, _transaction: SessionTransaction, _connection: Connection) -> None:
    session.info["connected"] = session.get_transaction()


def _connected(session: Session) -> bool:
    transaction = session.get_transaction()
    return transaction is not None and session.info.get("connected") is transaction
