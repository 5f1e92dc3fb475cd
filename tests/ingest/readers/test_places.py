# SPDX-License-Identifier: EUPL-1.2
"""Paths that are no ordinary, readable file."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ingest.errors import Refusal, UnreadableFileError
from ingest.readers import FileReader, supported, unsupported_office

Write = Callable[[str, bytes], Path]
SECRET = "Jansen-GEHEIM"
CONTENT = b"PK"


@pytest.mark.parametrize(
    "name", ["a.xlsx", "A.XLSX", "a.csv", "a.tsv", "a.jsonl", "a.ndjson", "a.docx", "a.pdf", "b.a.eml"]
)
def test_names_that_are_read(name: str) -> None:
    assert supported(Path("map", name))


@pytest.mark.parametrize(
    "name", ["~$form.docx", ".verborgen.csv", "docx", "a.png", "a", "a.docx.bak", "a.xls"]
)
def test_names_that_are_not_read(name: str) -> None:
    assert not supported(Path("map", name))


@pytest.mark.parametrize(
    ("name", "expected"),
    [("a.xls", True), ("a.MSG", True), ("a.odt", True), ("~$a.doc", False), ("a.docx", False)],
)
def test_names_that_are_refused_with_advice(name: str, expected: bool) -> None:
    assert unsupported_office(Path(name)) is expected


def test_links_folders_pipes_and_vanished_files_are_told_apart(
    reader: FileReader, tmp_path: Path, write: Write
) -> None:
    (tmp_path / "map.docx").mkdir()
    os.mkfifo(tmp_path / "pijp.csv")
    (tmp_path / "koppeling.docx").symlink_to(write("echt.docx", CONTENT))
    (tmp_path / "los.docx").symlink_to(tmp_path / "weg")
    expected = {
        "map.docx": Refusal.FOLDER,
        "pijp.csv": Refusal.NOT_A_FILE,
        "koppeling.docx": Refusal.LINK,
        "los.docx": Refusal.LINK,
        "weg.docx": Refusal.MISSING,
        "echt.docx/x.docx": Refusal.MISSING,
    }
    for name, reason in expected.items():
        with pytest.raises(UnreadableFileError) as caught:
            reader.read(tmp_path / name)
        assert caught.value.reason is reason, name


def test_a_file_without_read_permission_is_told(
    reader: FileReader, write: Write, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(SECRET)

    path = write("dicht.docx", CONTENT)
    monkeypatch.setattr("ingest.readers.files.os.open", refuse)
    with pytest.raises(UnreadableFileError, match="geen leesrechten op dicht"):
        reader.read(path)


def test_a_file_name_cannot_smuggle_terminal_codes(reader: FileReader, tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError) as caught:
        reader.read(tmp_path / "a\x1b[2J\nb.csv")
    assert "\x1b" not in caught.value.message.nl
    assert "\n" not in caught.value.message.nl
