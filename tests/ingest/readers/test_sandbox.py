# SPDX-License-Identifier: EUPL-1.2
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import ReaderStartError, Refusal, UnreadableFileError
from ingest.headings import is_heading
from ingest.readers import FileReader, ReadLimits

Write = Callable[[str, bytes], Path]
CSV = b"Zaaknummer;Situatie\nA-1;tekst\n"
ATTEMPTS = """
import os, resource, signal, socket, subprocess, sys, tempfile
from pathlib import Path
from ingest.readers.child import _harden
from ingest.readers.types import ReadLimits
folder = Path(sys.argv[1])
kept = os.open(folder / "before.txt", os.O_WRONLY | os.O_CREAT)
connection = socket.socket()
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_harden(ReadLimits())
attempts = {
    "connect": lambda: connection.connect(("127.0.0.1", int(sys.argv[2]))),
    "look up": lambda: socket.gethostbyname("localhost"),
    "program": lambda: subprocess.run(["true"]),
    "shell": lambda: os.system("true"),
    "fork": os.fork,
    "write": lambda: open(folder / "a.txt", "w"),
    "create": lambda: os.open(folder / "b.txt", os.O_WRONLY | os.O_CREAT),
    "folder": lambda: os.mkdir(folder / "c"),
    "temporary": lambda: tempfile.TemporaryFile(),
    "write on": lambda: os.write(kept, b"x"),
    "core": lambda: 1 / resource.getrlimit(resource.RLIMIT_CORE)[0],
    "memory": lambda: bytearray(3 * 1024**3),
}
for name, attempt in attempts.items():
    try:
        attempt()
        print(name, "SUCCEEDED")
    except BaseException as error:
        print(name, type(error).__name__)
with open("/proc/self/status") as status:
    print("read", "Name" in status.read())
"""


def test_a_child_cannot_write_connect_or_start_programs(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = str(server.getsockname()[1])
        command = [sys.executable, "-c", ATTEMPTS, str(tmp_path), port]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    outcomes = dict(line.rsplit(" ", 1) for line in done.stdout.splitlines())
    refused = ("connect", "look up", "program", "shell", "fork", "write", "create", "folder")
    assert outcomes == {
        **dict.fromkeys(refused, "PermissionError"),
        "temporary": "FileNotFoundError",
        "write on": "OSError",
        "core": "ZeroDivisionError",
        "memory": "MemoryError",
        "read": "True",
    }
    assert [path.name for path in tmp_path.iterdir()] == ["before.txt"]
    assert (tmp_path / "before.txt").stat().st_size == 0


def test_a_child_that_died_between_files_is_replaced(write: Write) -> None:
    with FileReader(is_heading=is_heading) as reader:
        path = write("a.csv", CSV)
        first = reader.read(path)
        child = reader._sandbox._child
        assert child is not None
        os.kill(child.pid, signal.SIGKILL)
        child.wait()
        assert reader.read(path) == first


def test_a_child_that_dies_while_it_reads_gives_a_sentence(write: Write) -> None:
    heavy = b"Zaaknummer;Situatie\n" + b'A-1;"tekst, tekst; tekst"\n' * 99_000
    with FileReader(is_heading=is_heading) as reader:
        reader.read(write("a.csv", CSV))
        child = reader._sandbox._child
        assert child is not None
        killer = threading.Timer(0.1, os.kill, (child.pid, signal.SIGSEGV))
        killer.start()
        with pytest.raises(UnreadableFileError) as caught:
            reader.read(write("zwaar.csv", heavy))
        assert caught.value.reason is Refusal.CRASHED
        assert len(reader.read(write("b.csv", CSV)).rows) == 1


def test_one_child_reads_many_files_and_none_is_left_behind(write: Write) -> None:
    with FileReader(is_heading=is_heading) as reader:
        path = write("a.csv", CSV)
        children = set()
        for _ in range(5):
            reader.read(path)
            child = reader._sandbox._child
            assert child is not None
            children.add(child.pid)
        assert len(children) == 1
    with pytest.raises(ProcessLookupError):
        os.kill(children.pop(), 0)


def test_a_child_is_replaced_after_many_files(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.sandbox._FILES_PER_CHILD", 2)
    with FileReader(is_heading=is_heading) as reader:
        path = write("a.csv", CSV)
        children = []
        for _ in range(4):
            reader.read(path)
            child = reader._sandbox._child
            assert child is not None
            children.append(child.pid)
    assert children[0] == children[1] != children[2] == children[3]


def test_no_child_is_started_for_a_file_that_is_not_there(tmp_path: Path) -> None:
    with FileReader() as reader:
        with pytest.raises(UnreadableFileError):
            reader.read(tmp_path / "weg.csv")
        assert reader._sandbox._child is None


def test_ctrl_c_ends_the_child_and_the_reader_goes_on(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    with FileReader(is_heading=is_heading) as reader:
        path = write("a.csv", CSV)
        reader.read(path)
        with monkeypatch.context() as patched:
            patched.setattr("ingest.sandbox.receive", interrupted)
            with pytest.raises(KeyboardInterrupt):
                reader.read(path)
        assert reader._sandbox._child is None
        assert len(reader.read(path).rows) == 1


def test_a_child_that_cannot_start_is_not_blamed_on_the_file(
    write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.sandbox.sys.executable", "/bin/false")
    with FileReader() as reader, pytest.raises(ReaderStartError, match="databank doctor"):
        reader.read(write("a.csv", CSV))


def test_a_function_that_the_child_cannot_import_is_refused_at_once() -> None:
    with pytest.raises(ValueError, match="importable"):
        FileReader(is_heading=lambda _: True)


def test_limits_travel_to_the_child(write: Write) -> None:
    with FileReader(ReadLimits(rows=1), is_heading) as reader:
        assert len(reader.read(write("a.csv", CSV)).rows) == 1
        with pytest.raises(UnreadableFileError, match="meer dan 1 rijen"):
            reader.read(write("b.csv", CSV + b"A-2;tekst\n"))


def test_results_show_no_text(write: Write) -> None:
    with FileReader(is_heading=is_heading) as reader:
        result = reader.read(write("a.csv", b"Zaaknummer;Situatie\nA-1;GEHEIM\n"))
    assert "GEHEIM" not in repr(result)
    assert "GEHEIM" not in str(result.rows)
