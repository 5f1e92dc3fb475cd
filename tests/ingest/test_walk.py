# SPDX-License-Identifier: EUPL-1.2
"""Which files a run reads."""

import os
from pathlib import Path

import pytest

from ingest.walk import find_files


def fill(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x", encoding="utf-8")


def test_a_folder_is_walked_by_name_without_hidden_and_lock_files(tmp_path: Path) -> None:
    fill(
        tmp_path, "b.csv", "a.xlsx", "~$a.xlsx", ".c.csv", ".git/d.csv", "map/z.docx", "map/a.eml", "oud.doc"
    )
    found = find_files([tmp_path])
    assert [file.label for file in found.files] == ["a.xlsx", "b.csv", "oud.doc", "map/a.eml", "map/z.docx"]
    assert found.passed_over == 0


def test_files_of_other_kinds_are_counted_and_links_left_out(tmp_path: Path) -> None:
    fill(tmp_path, "foto.png", "README.md", "a.csv")
    os.symlink(tmp_path / "a.csv", tmp_path / "b.csv")
    found = find_files([tmp_path])
    assert [file.label for file in found.files] == ["a.csv"]
    assert found.passed_over == 2


def test_a_file_that_is_named_is_always_in_and_only_once(tmp_path: Path) -> None:
    fill(tmp_path, "a.csv", "foto.png")
    paths = [
        tmp_path / "a.csv",
        tmp_path / "foto.png",
        tmp_path / "weg.csv",
        tmp_path,
        tmp_path / "." / "a.csv",
    ]
    found = find_files(paths)
    assert [file.label for file in found.files] == ["a.csv", "foto.png", "weg.csv"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_closed_folder_is_told(tmp_path: Path) -> None:
    fill(tmp_path, "dicht/a.csv")
    (tmp_path / "dicht").chmod(0)
    try:
        assert find_files([tmp_path]).closed_folders == ("dicht",)
    finally:
        (tmp_path / "dicht").chmod(0o700)


def test_a_closed_folder_is_told_by_its_name_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(tmp_path, "dicht/a.csv", "open.csv")
    real = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("dicht"):
            raise PermissionError(13, "no", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    found = find_files([tmp_path])
    assert found.closed_folders == ("dicht",)
    assert [file.label for file in found.files] == ["open.csv"]
