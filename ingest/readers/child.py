# SPDX-License-Identifier: EUPL-1.2
"""The child process that parses files: limits first, then one file after another until the pipe closes.

It may not write files, open connections or start programs; its memory and processor time are
limited; no core dump holds its memory. Start it through ingest/sandbox.py.
"""

import ctypes
import importlib
import json
import os
import resource
import signal
import sys
from typing import IO

from ingest.errors import Refusal, RefusedContentError
from ingest.readers.answer import encode_parsed, encode_refusal
from ingest.readers.kinds import Kind
from ingest.readers.parse import parse
from ingest.readers.types import IsLabel, ReadLimits
from ingest.sandbox import READY, receive, send

_PR_SET_DUMPABLE = 4
_FORBIDDEN = (
    *(
        "socket.",
        "subprocess.",
        "os.system",
        "os.exec",
        "os.fork",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
    ),
    *("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.symlink", "os.truncate", "os.chmod"),
    *("shutil.", "tempfile.", "ftplib.", "http.client.", "urllib.", "smtplib."),
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


def main() -> None:
    """Answer files from standard input on standard output."""
    requests, answers = _private_pipes()
    settings = json.loads(receive(requests))
    limits = ReadLimits(**settings["limits"])
    is_heading = _function(settings["is_heading"])
    _harden(limits)
    send(answers, READY)
    while True:
        try:
            kind, content = Kind(receive(requests).decode()), receive(requests)
        except EOFError:
            return
        _allow_processor_time(limits.cpu_seconds)
        send(answers, _answer(kind, content, limits, is_heading))


def _answer(kind: Kind, content: bytes, limits: ReadLimits, is_heading: IsLabel | None) -> bytes:
    """Rows or a refusal; whatever a parser raises becomes a reason without text."""
    try:
        answer = encode_parsed(parse(kind, content, limits, is_heading))
        if len(answer) > limits.result_bytes:
            raise RefusedContentError(Refusal.INFLATED)
    except RefusedContentError as error:
        return encode_refusal(error)
    except MemoryError:
        return encode_refusal(RefusedContentError(Refusal.TOO_MUCH_MEMORY))
    except Exception:
        return encode_refusal(RefusedContentError(Refusal.BROKEN))
    return answer


def _private_pipes() -> tuple[IO[bytes], IO[bytes]]:
    """The pipes to the parent; a stray print goes nowhere."""
    requests, answers = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    return requests, answers


def _function(name: str | None) -> IsLabel | None:
    if name is None:
        return None
    module, function = name.split(":")
    found: IsLabel = getattr(importlib.import_module(module), function)
    return found


def _harden(limits: ReadLimits) -> None:
    # Ctrl-C goes to the whole group; the parent decides what becomes of the child.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _lower(resource.RLIMIT_CORE, 0)
    _lower(resource.RLIMIT_FSIZE, 0)
    _lower(resource.RLIMIT_AS, limits.memory_bytes)
    if sys.platform == "linux":
        # A core dump that is piped to a program ignores RLIMIT_CORE (core(5)); this does not.
        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)
    sys.addaudithook(_forbid)


def _lower(limit: int, value: int) -> None:
    _, hard = resource.getrlimit(limit)
    value = value if hard == resource.RLIM_INFINITY else min(value, hard)
    resource.setrlimit(limit, (value, value))


def _allow_processor_time(seconds: int) -> None:
    """So many seconds from now; past them the kernel ends the process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    wanted = int(used.ru_utime + used.ru_stime) + 1 + seconds
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    wanted = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_CPU, (wanted, hard))


def _forbid(event: str, arguments: tuple[object, ...]) -> None:
    if event == "open":
        _, mode, flags = arguments
        by_flags = isinstance(flags, int) and flags & _WRITING
        if by_flags or (isinstance(mode, str) and set(mode) & set("wax+")):
            raise PermissionError(event)
    elif event.startswith(_FORBIDDEN):
        raise PermissionError(event)


if __name__ == "__main__":
    main()
