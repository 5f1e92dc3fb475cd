# SPDX-License-Identifier: EUPL-1.2
import os
import stat
from pathlib import Path

import pytest

from casebase.durable import force_to_disk, write_durably


def test_a_file_is_whole_and_for_its_owner_only(tmp_path: Path) -> None:
    write_durably(tmp_path / "a", b"lang geheim")
    write_durably(tmp_path / "a", b"kort")
    assert (tmp_path / "a").read_bytes() == b"kort"
    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == 0o600


def test_a_new_file_never_takes_the_place_of_another_or_follows_a_link(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"oud")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    for name in ("a", "b"):
        with pytest.raises(FileExistsError):
            write_durably(tmp_path / name, b"nieuw", new=True)
    assert (tmp_path / "a").read_bytes() == b"oud"


def test_content_and_name_are_forced_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    forced: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda at: forced.append(os.readlink(f"/proc/self/fd/{at}")))
    write_durably(tmp_path / "a", b"x")
    force_to_disk(tmp_path)
    assert forced == [str(tmp_path / "a"), str(tmp_path)]
