# SPDX-License-Identifier: EUPL-1.2
"""A run that is killed at any moment leaves a databank that the next run completes."""

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from casebase import store
from casebase.audit import recent_events, verify_chain
from casebase.database import Sessions, open_engine, sessions
from ingest.load import LoadOptions, load

CASES = 40
MOMENTS = 20
SECRET = "Truus Verkuyl"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


class Loader:
    """Starts loads in processes of their own."""

    def __init__(self) -> None:
        program = Path(__file__).with_name("load_on_request.py")
        self._program = subprocess.Popen(
            [sys.executable, str(program)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self._ended = True

    def start(self, database: Path, folder: Path) -> int:
        """The process number of a load that has just begun."""
        assert self._program.stdin is not None
        self._program.stdin.write(f"{database}\t{folder}\n")
        self._program.stdin.flush()
        self._ended = False
        return int(self._line())

    def wait_for_case(self, number: int) -> None:
        """Return when so many cases were anonymised, or the load has ended."""
        for _ in range(number):
            if self._line() == "done":
                self._ended = True
                return

    def wait(self) -> None:
        """Return when the load has ended."""
        while not self._ended:
            self._ended = self._line() == "done"

    def close(self) -> None:
        self._program.communicate(timeout=30)

    def _line(self) -> str:
        assert self._program.stdout is not None
        line = self._program.stdout.readline().strip()
        assert line, "the loading program stopped"
        return line


@pytest.fixture
def loader() -> Iterator[Loader]:
    loader = Loader()
    yield loader
    loader.close()


@pytest.fixture
def folder(cases_file: Callable[..., Path]) -> Path:
    for part in range(4):
        cases = [
            {"case_id": f"A-{n:03}", "situation": f"{SECRET} belde {n} keer.", "regulations": ["WIA", "WW"]}
            for n in range(part * CASES // 4, (part + 1) * CASES // 4)
        ]
        file = cases_file(f"deel-{part}.jsonl", *cases)
    return file.parent


def stored(opened: Sessions) -> list[str]:
    with opened() as session:
        return sorted(found.case.case_id for found in store.list_cases(session, limit=1000, offset=0))


def check_whole(opened: Sessions) -> None:
    """What is there is there completely, and the log tells of each case once."""
    with opened() as session:
        cases = store.list_cases(session, limit=1000, offset=0)
        events = recent_events(session, limit=1000)
        assert verify_chain(session).ok
    assert all(found.case.regulations == ("WIA", "WW") for found in cases)
    assert all(found.case.situation == "veilige tekst" for found in cases)
    added = sorted(event.subject for event in events if event.action == "case.added")
    assert added == sorted(found.case.case_id for found in cases)


@pytest.mark.slow
@pytest.mark.timeout(240)
def test_killed_at_twenty_moments_nothing_is_lost_or_doubled(
    loader: Loader,
    folder: Path,
    tmp_path: Path,
    migrated_file: Path,
    anonymiser: Any,
    key: bytes,
    now: datetime,
) -> None:
    def databank(name: str) -> Path:
        file = tmp_path / name / "databank.sqlite"
        file.parent.mkdir()
        shutil.copy(migrated_file, file)
        return file

    chance = random.Random(20261122)
    halfway = 0
    for moment in range(MOMENTS):
        database = databank(f"moment-{moment}")
        process = loader.start(database, folder)
        # A moment is so many cases and a bit: by the clock alone a busy machine would miss the work.
        loader.wait_for_case(chance.randint(0, CASES))
        time.sleep(chance.uniform(0, 0.1))
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
        loader.wait()

        engine = open_engine(f"sqlite:///{database}")
        opened = sessions(engine)
        before = len(stored(opened))
        halfway += 0 < before < CASES
        check_whole(opened)
        report = load(
            [folder],
            sessions=opened,
            anonymiser=anonymiser,
            key=key,
            options=LoadOptions(),
            actor="tester",
            now=now,
        )
        assert (report.unchanged, report.stored, report.rejected) == (before, CASES - before, ())
        assert stored(opened) == [f"A-{n:03}" for n in range(CASES)]
        check_whole(opened)
        engine.dispose()
        for file in database.parent.iterdir():
            assert SECRET.encode() not in file.read_bytes()

    # Without this the test could pass although no kill ever came in the middle of the work.
    assert halfway >= 10
