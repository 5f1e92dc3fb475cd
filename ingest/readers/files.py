# SPDX-License-Identifier: EUPL-1.2
"""Read one file, or many with the same child process."""

import os
import stat
from pathlib import Path
from types import TracebackType
from typing import Self

from ingest.errors import Refusal, RefusedContentError, UnreadableFileError
from ingest.readers.kinds import Kind, kind_of, refuse_by_name
from ingest.readers.types import IsLabel, PrivacyFinding, ReadLimits, ReadResult
from ingest.sandbox import Sandbox

_DEFAULT_LIMITS = ReadLimits()


def read_file(
    path: Path, *, limits: ReadLimits = _DEFAULT_LIMITS, is_heading: IsLabel | None = None
) -> ReadResult:
    """The cases in one file; for many files, keep a ``FileReader`` open instead.

    Args:
        path: an xlsx, csv, tsv, jsonl, docx, pdf or eml file.
        limits: what the file may ask of the machine.
        is_heading: a function at module level that knows the headings of a case; it is
            called with a heading without numbering and colon. Without it, headings are
            recognised by their form only (heading style, bold, closing colon, first column).

    Raises:
        UnreadableFileError: the file as a whole cannot be read; says why and what to do.
    """
    with FileReader(limits, is_heading) as reader:
        return reader.read(path)


def supported(path: Path) -> bool:
    """Whether files with this name are read; temporary files of Office and hidden files are not."""
    return kind_of(path.name) is not None


def unsupported_office(path: Path) -> bool:
    """Whether this is a document that people will expect to be read but that is refused with advice."""
    return refuse_by_name(path.name) is not None


class FileReader:
    """Reads files one after another in one child process, which is replaced after a crash.

    Use as a context manager. One thread at a time.
    """

    def __init__(self, limits: ReadLimits = _DEFAULT_LIMITS, is_heading: IsLabel | None = None) -> None:
        self._limits = limits
        self._sandbox = Sandbox(limits, is_heading)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the child process."""
        self._sandbox.close()

    def read(self, path: Path) -> ReadResult:
        """The cases in one file; raises UnreadableFileError as ``read_file`` does."""
        try:
            return self._parsed(path.name, _kind(path), _content(path, self._limits))
        except RefusedContentError as error:
            raise UnreadableFileError(error.reason, path.name, error.limit) from None

    def read_content(self, name: str, content: bytes) -> ReadResult:
        """The cases in the bytes of a file in memory, such as an upload; nothing is written to disk.

        Args:
            name: what the file is called; its ending says what kind of file it is.
            content: all bytes of the file.

        Raises:
            UnreadableFileError: the file as a whole cannot be read; says why and what to do.
        """
        try:
            kind = kind_of(name)
            if kind is None:
                raise RefusedContentError(refuse_by_name(name) or Refusal.UNKNOWN_KIND)
            return self._parsed(name, kind, _within(content, self._limits))
        except RefusedContentError as error:
            raise UnreadableFileError(error.reason, name, error.limit) from None

    def _parsed(self, name: str, kind: Kind, content: bytes) -> ReadResult:
        answer = self._sandbox.parse(kind, content)
        findings = tuple(PrivacyFinding(name, message) for message in answer.findings)
        return ReadResult(rows=answer.rows, findings=findings, warnings=answer.warnings)


def _kind(path: Path) -> Kind:
    kind = kind_of(path.name)
    # A folder or link called register.xls is first of all a folder or link: _content tells.
    if kind is None and path.is_file() and not path.is_symlink():
        raise RefusedContentError(refuse_by_name(path.name) or Refusal.UNKNOWN_KIND)
    return kind or Kind.CSV


def _content(path: Path, limits: ReadLimits) -> bytes:
    """The bytes of an ordinary file; one reading, so that guard and parser see the same."""
    try:
        # O_NONBLOCK: opening a named pipe must not wait for a writer.
        descriptor = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(descriptor, "rb") as file:
            _check_status(os.fstat(descriptor), limits)
            content = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise RefusedContentError(_reason(path, error)) from None
    return _within(content, limits)


def _check_status(status: os.stat_result, limits: ReadLimits) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise RefusedContentError(Refusal.FOLDER)
    if not stat.S_ISREG(status.st_mode):
        raise RefusedContentError(Refusal.NOT_A_FILE)
    if status.st_size > limits.file_bytes:
        raise RefusedContentError(Refusal.TOO_LARGE, limits.file_bytes // 1_000_000)


def _within(content: bytes, limits: ReadLimits) -> bytes:
    if len(content) > limits.file_bytes:
        raise RefusedContentError(Refusal.TOO_LARGE, limits.file_bytes // 1_000_000)
    if not content.strip():
        raise RefusedContentError(Refusal.EMPTY)
    return content


def _reason(path: Path, error: OSError) -> Refusal:
    if path.is_symlink():
        return Refusal.LINK
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return Refusal.MISSING
    if isinstance(error, PermissionError):
        return Refusal.NO_ACCESS
    return Refusal.FOLDER if isinstance(error, IsADirectoryError) else Refusal.NOT_A_FILE
