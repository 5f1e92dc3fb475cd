# SPDX-License-Identifier: EUPL-1.2
"""A child process that parses files, so that a hostile or broken one cannot hurt this process.

The child is started as a program of its own, not forked and not spawned by multiprocessing:
forking is unsafe in a process with threads, and spawning would run the main script again.
What it may do is set in ingest/readers/child.py. Bytes go in, JSON comes out; nothing touches disk.
"""

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from typing import IO

from ingest.errors import ReaderStartError, Refusal, RefusedContentError
from ingest.readers.answer import Parsed, decode
from ingest.readers.kinds import Kind
from ingest.readers.types import IsLabel, ReadLimits

READY = b"ready"
_HEAD = 8
_START_SECONDS = 60.0
_FILES_PER_CHILD = 200
"""Then a fresh child takes over: what parsers keep in memory would count against the next file."""
_PASSED_ON = ("PATH", "LD_LIBRARY_PATH", "LANG", "LC_ALL", "TZ", "TMPDIR")


class Sandbox:
    """Parses files one by one in a child that is started at the first file and replaced after a crash."""

    def __init__(self, limits: ReadLimits, is_heading: IsLabel | None) -> None:
        self._limits = limits
        self._settings = json.dumps({"limits": asdict(limits), "is_heading": _name(is_heading)}).encode()
        self._child: subprocess.Popen[bytes] | None = None
        self._files_left = 0

    def parse(self, kind: Kind, content: bytes) -> Parsed:
        """The cases in the bytes of one file; raises RefusedContentError."""
        try:
            answer = self._exchange(kind, content)
        except BaseException:
            # Also after Ctrl-C: half an answer in the pipe would be taken for the next one.
            self.close()
            raise
        return decode(answer)

    def close(self) -> None:
        """End the child; does nothing where there is none."""
        child, self._child = self._child, None
        if child is None:
            return
        child.kill()
        child.wait()
        for pipe in (child.stdin, child.stdout):
            _close(pipe)

    def _exchange(self, kind: Kind, content: bytes) -> bytes:
        child = self._running_child()
        late = threading.Event()
        with _deadline(child, self._limits.wall_seconds, late):
            try:
                return _ask(child, kind, content, self._limits.result_bytes)
            except (OSError, EOFError):
                raise _death(child, late) from None

    def _running_child(self) -> subprocess.Popen[bytes]:
        if self._files_left == 0 or (self._child is not None and self._child.poll() is not None):
            self.close()
        if self._child is None:
            self._child = _start()
            self._files_left = _FILES_PER_CHILD
            self._greet(self._child)
        self._files_left -= 1
        return self._child

    def _greet(self, child: subprocess.Popen[bytes]) -> None:
        """Settings there, a sign of life back: a child that cannot start is not the fault of a file."""
        with _deadline(child, _START_SECONDS, threading.Event()):
            try:
                send(_pipe(child.stdin), self._settings)
                receive(_pipe(child.stdout), len(READY))
            except (OSError, EOFError):
                raise ReaderStartError from None


def send(pipe: IO[bytes], message: bytes) -> None:
    """Write one message: its length in eight bytes, then the message."""
    pipe.write(len(message).to_bytes(_HEAD, "big"))
    pipe.write(message)
    pipe.flush()


def receive(pipe: IO[bytes], limit: int | None = None) -> bytes:
    """Read one message; raises EOFError where the other side is gone or says more than the limit (bytes)."""
    length = int.from_bytes(_exactly(pipe, _HEAD), "big")
    if limit is not None and length > limit:
        raise EOFError
    return _exactly(pipe, length)


def _exactly(pipe: IO[bytes], length: int) -> bytes:
    content = pipe.read(length)
    if len(content) < length:
        raise EOFError
    return content


def _ask(child: subprocess.Popen[bytes], kind: Kind, content: bytes, limit: int) -> bytes:
    stdin = _pipe(child.stdin)
    send(stdin, kind.value.encode())
    send(stdin, content)
    return receive(_pipe(child.stdout), limit)


def _start() -> subprocess.Popen[bytes]:
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return subprocess.Popen(
        [sys.executable, "-I", "-B", "-X", "utf8", "-m", "ingest.readers.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        # What a parser complains about may quote the file.
        stderr=subprocess.DEVNULL,
        env=environment | {"OPENBLAS_NUM_THREADS": "1"},
        close_fds=True,
    )


@contextmanager
def _deadline(child: subprocess.Popen[bytes], seconds: float, late: threading.Event) -> Iterator[None]:
    """Kill the child and set ``late`` where the block takes longer: the end of its pipe ends the wait."""
    timer = threading.Timer(seconds, _kill_late, (child, late))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _kill_late(child: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    child.kill()


def _death(child: subprocess.Popen[bytes], late: threading.Event) -> RefusedContentError:
    """Why the child did not answer."""
    child.kill()
    code = child.wait()
    if late.is_set() or code == -signal.SIGXCPU:
        return RefusedContentError(Refusal.TOO_SLOW)
    return RefusedContentError(Refusal.CRASHED)


def _name(is_heading: IsLabel | None) -> str | None:
    """``package.module:function``, by which the child imports the same function."""
    if is_heading is None:
        return None
    module, name = is_heading.__module__, is_heading.__qualname__
    if module == "__main__" or not name.isidentifier():
        message = "is_heading must be a function at the top level of an importable module"
        raise ValueError(message)
    return f"{module}:{name}"


def _pipe(pipe: IO[bytes] | None) -> IO[bytes]:
    if pipe is None:
        raise EOFError
    return pipe


def _close(pipe: IO[bytes] | None) -> None:
    # Closing flushes bytes that a dead child never took.
    with suppress(OSError):
        if pipe is not None:
            pipe.close()
