# SPDX-License-Identifier: EUPL-1.2
"""Bringing the schema of a database up to date, by the migrations in ``casebase/migrations``."""

from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, inspect, text

from casebase.database import writer_options
from casebase.database_errors import DatabaseNotReadyError

if TYPE_CHECKING:
    from alembic.config import Config

NEWEST = "0006"
"""The last migration. Stated here because every command asks, and Alembic takes longer than a search."""


def migrate(engine: Engine) -> None:
    """Bring the schema up to date; safe when several processes start at once.

    Raises:
        DatabaseNotReadyError: the schema is of a newer version of this program.
    """
    from alembic import command

    config = _alembic_config()
    sqlite = engine.dialect.name == "sqlite"
    options = writer_options(engine.dialect.name)
    with engine.connect().execution_options(**options) as connection:
        config.attributes["connection"] = connection
        if sqlite:
            # A table that is rebuilt is dropped first, which would take the rows that refer to it along.
            _pragma(connection, "foreign_keys=OFF")
        try:
            with connection.begin():
                _refuse_newer(connection, config)
                command.upgrade(config, "head")
                _refuse_broken_references(connection)
        finally:
            if sqlite:
                _pragma(connection, "foreign_keys=ON")


def schema_is_current(engine: Engine) -> bool:
    """Whether the database has exactly the schema of this version."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return False
        return set(connection.scalars(text("SELECT version_num FROM alembic_version"))) == {NEWEST}


def _alembic_config() -> "Config":
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "casebase:migrations")
    return config


def _pragma(connection: Connection, setting: str) -> None:
    driver = connection.connection.dbapi_connection
    assert driver is not None  # noqa: S101 - a connection that was just opened
    driver.cursor().execute(f"PRAGMA {setting}")


def _refuse_newer(connection: Connection, config: "Config") -> None:
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    applied = set(MigrationContext.configure(connection).get_current_heads())
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if applied - known:
        raise DatabaseNotReadyError(
            "De databank is gemaakt met een nieuwere versie van dit programma. Werk eerst het programma bij.",
            "The databank was made by a newer version of this program. Update the program first.",
        )


def _refuse_broken_references(connection: Connection) -> None:
    if connection.dialect.name == "sqlite" and connection.exec_driver_sql("PRAGMA foreign_key_check").first():
        raise RuntimeError("the migration left references to rows that are gone; nothing was changed")
