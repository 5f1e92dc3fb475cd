# SPDX-License-Identifier: EUPL-1.2
"""A change of search model: the vectors are made anew while the index of the former model serves.

``rebuild_index`` is what a process in the background runs. It may be killed at any moment and goes on where
it was when it is started again. How far it is stands in ``rebuild.json`` in the index folder, so that every
other process can tell; the lock on ``rebuild.lock`` tells whether it is at work.
"""

import logging
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from casebase.bilingual import Bilingual, DatabankError
from casebase.database import Sessions
from casebase.durable import write_durably
from casebase.progress import NoProgress, Progress
from index.build import IndexStatus, build_index, embed_ahead
from index.dutch import LISTS
from index.encoder import Encoder
from index.manifest import IndexWriteError

_log = logging.getLogger(__name__)

_RECORD, _LOCK = "rebuild.json", "rebuild.lock"
_SECONDS_A_RECORD = 1.0
_ATTEMPTS, _PAUSE = 5, 0.1
"""Whoever looks whether the lock is free holds it for a moment."""
_UNFORESEEN = Bilingual(
    "Er ging iets mis dat niet was voorzien. Voer 'databank index build' uit om de melding te zien.",
    "Something went wrong that was not foreseen. Run 'databank index build' to see the message.",
)


class RebuildState(StrEnum):
    """What is going on with a rebuild that is not complete."""

    RUNNING = "running"
    STOPPED = "stopped"
    FAILED = "failed"


@dataclass(frozen=True)
class Rebuild:
    """How far the index of a new model is: ``done`` of ``total`` texts that had no vector when it began.

    ``problem`` tells why it failed; ``at`` is when this was written.
    """

    model_id: str
    state: RebuildState
    done: int
    total: int
    at: datetime
    problem: Bilingual | None = None

    @property
    def percent(self) -> int:
        """Whole percents done, rounded down."""
        return 100 * self.done // self.total if self.total else 0


def rebuild_index(
    sessions: Sessions,
    folder: Path,
    model_id: str,
    load: Callable[[], Encoder],
    *,
    clock: Callable[[], datetime],
    lists: Path = LISTS,
    progress: Progress | None = None,
) -> IndexStatus | None:
    """Make the index of a model, vectors first; None when another process is doing so already.

    ``load`` gives the encoder with ``model_id``; it is called here so that a failure is recorded too.

    Raises:
        DatabankError: as ``load``, ``embed_ahead`` and ``build_index``; also kept for ``rebuild_progress``.
    """
    with _only_one(folder) as alone:
        if not alone:
            return None
        told = _Recorded(folder, model_id, clock, progress or NoProgress())
        with told.ending():
            encoder = load()
            embed_ahead(sessions, encoder, progress=told)
            status = build_index(sessions, folder, encoder, now=clock(), lists=lists)
    _log.info("The index now uses the model %s", model_id)
    return status


def rebuild_progress(folder: Path) -> Rebuild | None:
    """How far a rebuild is that runs, was stopped or failed; None when there is none."""
    try:
        record = _Record.model_validate_json((folder / _RECORD).read_bytes())
    except (OSError, ValidationError):
        return None
    if record.problem:
        return record.told(RebuildState.FAILED)
    return record.told(RebuildState.RUNNING if is_rebuilding(folder) else RebuildState.STOPPED)


def is_rebuilding(folder: Path) -> bool:
    """Whether some process is making the index of another model at this moment."""
    with _locked(folder, shared=True) as free:
        return not free


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, hide_input_in_errors=True)

    model_id: str
    done: int
    total: int
    at: datetime
    problem: Bilingual | None = None

    def told(self, state: RebuildState) -> Rebuild:
        return Rebuild(self.model_id, state, self.done, self.total, self.at, self.problem)


class _Recorded:
    """Passes progress on, and writes it down at most once a second."""

    def __init__(
        self, folder: Path, model_id: str, clock: Callable[[], datetime], progress: Progress
    ) -> None:
        self._folder, self._model_id, self._clock, self._progress = folder, model_id, clock, progress
        self._done, self._total, self._written = 0, 0, float("-inf")

    @contextmanager
    def ending(self) -> Iterator[None]:
        """Removes the record when all went well, else writes down why not."""
        self._write()
        try:
            yield
        except DatabankError as problem:
            self._write(problem.message)
            raise
        except Exception:
            self._write(_UNFORESEEN)
            raise
        (self._folder / _RECORD).unlink(missing_ok=True)

    def start(self, total: int) -> None:
        self._done, self._total = 0, total
        self._progress.start(total)
        self._write()

    def expect(self, total: int) -> None:
        self._total = total
        self._progress.expect(total)

    def advance(self, count: int = 1, label: str = "") -> None:
        self._done += count
        self._progress.advance(count, label)
        if time.monotonic() - self._written >= _SECONDS_A_RECORD:
            self._write()

    def _write(self, problem: Bilingual | None = None) -> None:
        record = _Record(
            model_id=self._model_id, done=self._done, total=self._total, at=self._clock(), problem=problem
        )
        beside = self._folder / f"{_RECORD}.tmp"
        try:
            write_durably(beside, record.model_dump_json().encode())
            beside.replace(self._folder / _RECORD)
        except OSError:  # the work itself tells when the disk is full
            _log.warning("The progress of the index could not be written down")
        self._written = time.monotonic()


@contextmanager
def _only_one(folder: Path) -> Iterator[bool]:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise IndexWriteError(
            f"In de map '{folder}' voor de zoekindex kan niet worden geschreven. Controleer de rechten.",
            f"The folder '{folder}' for the search index cannot be written. Check the permissions.",
        ) from None
    with _locked(folder, shared=False, attempts=_ATTEMPTS) as alone:
        yield alone


@contextmanager
def _locked(folder: Path, *, shared: bool, attempts: int = 1) -> Iterator[bool]:
    """Whether the lock was free; when so it is held meanwhile. The system frees it when a process dies."""
    try:
        descriptor = os.open(folder / _LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        yield shared
        return
    try:
        yield _taken(descriptor, shared, attempts)
    finally:
        os.close(descriptor)


def _taken(descriptor: int, shared: bool, attempts: int) -> bool:
    import fcntl

    for attempt in range(attempts):
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_SH if shared else fcntl.LOCK_EX) | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(_PAUSE if attempt + 1 < attempts else 0)
        else:
            return True
    return False
