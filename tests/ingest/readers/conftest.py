# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from ingest.headings import is_heading
from ingest.readers import FileReader, RawRow, ReadResult

Write = Callable[[str, bytes], Path]
Read = Callable[[str, bytes], ReadResult]


@pytest.fixture(scope="session")
def reader() -> Iterator[FileReader]:
    """One child process for all tests that do not break it on purpose."""
    with FileReader(is_heading=is_heading) as opened:
        yield opened


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write_file


@pytest.fixture
def read(reader: FileReader, write: Write) -> Read:
    return lambda name, content: reader.read(write(name, content))


@pytest.fixture(scope="session")
def values() -> Callable[[RawRow], dict[str, str]]:
    """Fields of a row whose headings are all different."""

    def as_dict(row: RawRow) -> dict[str, str]:
        assert len({heading for heading, _ in row.fields}) == len(row.fields)
        return dict(row.fields)

    return as_dict
