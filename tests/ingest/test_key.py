# SPDX-License-Identifier: EUPL-1.2
"""The secret of the fingerprints, and the fingerprints."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from casebase.record import KnownValue, RawCase
from casebase.vocabulary import Kind
from ingest.content import content_key
from ingest.key import KEY_BYTES, KeyFileError, load_key, load_or_create_key, new_key


def test_a_key_is_made_once_and_only_its_owner_may_read_it(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    key = load_or_create_key(home)
    assert len(key) == KEY_BYTES
    assert load_or_create_key(home) == key == load_key(home)
    assert stat.S_IMODE((home / "key").stat().st_mode) == 0o600
    assert [file.name for file in home.iterdir()] == ["key"]


def test_of_many_makers_at_once_one_wins(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: load_or_create_key(tmp_path), range(32)))
    assert len(keys) == 1
    assert [file.name for file in tmp_path.iterdir()] == ["key"]


def test_looking_for_a_key_makes_none(tmp_path: Path) -> None:
    assert load_key(tmp_path) is None
    assert list(tmp_path.iterdir()) == []
    assert new_key() != new_key()


def test_a_damaged_key_is_refused_and_not_replaced(tmp_path: Path) -> None:
    (tmp_path / "key").write_bytes(b"short")
    with pytest.raises(KeyFileError, match="beschadigd"):
        load_or_create_key(tmp_path)
    assert (tmp_path / "key").read_bytes() == b"short"


def test_a_folder_that_cannot_hold_a_key_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(KeyFileError, match="kan niet worden gemaakt of gelezen"):
        load_or_create_key(tmp_path / "file")


def test_the_fingerprint_depends_on_every_field_and_on_the_key() -> None:
    base = RawCase(case_id="1", situation="Zij belde.")
    others = [
        base.model_copy(update={"case_id": "2"}),
        base.model_copy(update={"situation": "Zij belde"}),
        base.model_copy(update={"known_values": (KnownValue(Kind.PERSON, "Truus"),)}),
        base.model_copy(update={"deviates_from_rules": False}),
        RawCase(case_id="1", gut_feeling="Zij belde."),
    ]
    prints = {content_key(case, b"k" * 32) for case in (base, *others)} | {content_key(base, b"l" * 32)}
    assert len(prints) == len(others) + 2
    assert content_key(base.model_copy(), b"k" * 32) == content_key(base, b"k" * 32)


def test_the_fingerprint_of_a_case_stays_what_it_was() -> None:
    # A change here makes every case that was loaded before look changed.
    case = RawCase(case_id="1", situation="Zij belde.", regulations=("WIA",))
    assert content_key(case, b"k" * 32) == "f57e24408986889aa8c9397d2cd7857e6460365f12bd9b3ea13599ae56268f2e"
