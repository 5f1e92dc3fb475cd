# SPDX-License-Identifier: EUPL-1.2
"""A copy of a database in a file of its own."""

import sqlite3
from contextlib import closing
from pathlib import Path

from casebase.bilingual import DatabankError
from casebase.database import Engine


class ServerNotCopiedError(DatabankError):
    """The database is on a server, whose copies are the administrator's."""

    def __init__(self) -> None:
        super().__init__(
            "Deze databank staat op een server en is hier niet te kopiëren. Vraag de beheerder om een kopie.",
            "This databank is on a server and cannot be copied here. Ask the administrator for a copy.",
        )


def copy_database(engine: Engine, file: Path) -> None:
    """Copy a database of SQLite to a new file, which only its owner may read, as it is at one moment.

    Others may go on writing to the original; nothing in it changes.

    Raises:
        ServerNotCopiedError: the database is on a server.
        FileExistsError: there is such a file already.
    """
    if engine.dialect.name != "sqlite":
        raise ServerNotCopiedError
    file.touch(mode=0o600, exist_ok=False)
    with closing(engine.raw_connection()) as original, closing(sqlite3.connect(file)) as copy:
        source = original.driver_connection
        assert isinstance(source, sqlite3.Connection)  # noqa: S101 - what SQLAlchemy opens SQLite with
        source.backup(copy)
