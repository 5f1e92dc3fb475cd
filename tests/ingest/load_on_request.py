# SPDX-License-Identifier: EUPL-1.2
"""Loads cases in children that a test may kill; run as a program by test_kill.py.

For each line "DATABASE FOLDER" on standard input a child is forked that loads the folder with a slow
anonymiser. Its process number goes to standard output, then the word "case" for each case that it
anonymised, and "done" when it ended by itself or was killed. Forking saves the time of importing
everything for each of the children.
"""

import os
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from casebase.database import open_engine, sessions
from casebase.record import CaseRecord, RawCase, SafeCase
from ingest.load import LoadOptions, load
from ingest.readers import files as _files  # noqa: F401 - imported before forking

PAUSE = 0.005


class SlowAnonymiser:
    engine_version = "fake-1"

    def anonymise_case(self, raw: RawCase) -> SafeCase:
        tell("case")
        time.sleep(PAUSE)
        fields = {name: getattr(raw, name) for name in CaseRecord.model_fields}
        safe = SafeCase(**fields, engine=self.engine_version)
        return safe.with_narrative(dict.fromkeys(raw.narrative(), "veilige tekst"))


def tell(word: str) -> None:
    os.write(1, f"{word}\n".encode())


def run(database: str, folder: str) -> None:
    load(
        [Path(folder)],
        sessions=sessions(open_engine(f"sqlite:///{database}")),
        anonymiser=SlowAnonymiser(),
        key=b"k" * 32,
        options=LoadOptions(batch=5),
        actor="tester",
        now=datetime(2026, 11, 22, tzinfo=UTC),
    )


def main() -> None:
    for line in sys.stdin:
        database, folder = line.rstrip("\n").split("\t")
        child = os.fork()
        if child == 0:
            run(database, folder)
            os._exit(0)
        tell(str(child))
        os.waitpid(child, 0)
        tell("done")


if __name__ == "__main__":
    main()
