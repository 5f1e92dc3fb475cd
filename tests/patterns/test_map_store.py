# SPDX-License-Identifier: EUPL-1.2
"""The map on disk."""

import stat
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from patterns.map_layout import Layout
from patterns.map_quality import MapQuality
from patterns.map_store import KeptMap, MapFileError, has_map, only_writer, read_map, write_map


@pytest.fixture
def kept() -> KeptMap:
    layout = Layout(("Z-1", "Z-2"), np.array([[0.0, 12.5], [1000.0, 3.1]]), np.array([True, False]))
    quality = MapQuality(0.9, 0.6)
    return KeptMap(layout, 3, "model@1", datetime(2026, 11, 22, 9, tzinfo=UTC), quality)


@pytest.mark.parametrize("judged", [True, False])
def test_a_map_is_read_back_as_it_was(tmp_path: Path, kept: KeptMap, judged: bool) -> None:
    if not judged:
        kept = KeptMap(kept.layout, kept.version, kept.model_id, kept.drawn_on, None)
    with only_writer(tmp_path / "map"):
        write_map(tmp_path / "map", kept)
    found = read_map(tmp_path / "map")
    assert found is not None
    assert found.layout.case_ids == kept.layout.case_ids
    assert np.array_equal(found.layout.places, kept.layout.places)
    assert np.array_equal(found.layout.drawn, kept.layout.drawn)
    assert (found.version, found.model_id, found.drawn_on, found.quality) == (
        (kept.version, kept.model_id, kept.drawn_on, kept.quality)
    )


def test_an_empty_map_is_a_map(tmp_path: Path, kept: KeptMap) -> None:
    empty = Layout((), np.zeros((0, 2)), np.zeros(0, dtype=np.bool_))
    write_map(tmp_path, KeptMap(empty, 1, kept.model_id, kept.drawn_on, None))
    found = read_map(tmp_path)
    assert found is not None
    assert found.layout.case_ids == ()


def test_no_file_is_no_map(tmp_path: Path) -> None:
    assert read_map(tmp_path) is None
    assert not has_map(tmp_path)


def test_only_the_owner_may_read_it_and_nothing_else_is_left(tmp_path: Path, kept: KeptMap) -> None:
    write_map(tmp_path, kept)
    assert has_map(tmp_path)
    (file,) = tmp_path.iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize("damage", ["cut", "other bytes", "not a map", "of another format", "too few places"])
def test_a_damaged_file_is_told_with_what_to_do(tmp_path: Path, kept: KeptMap, damage: str) -> None:
    write_map(tmp_path, kept)
    (file,) = tmp_path.iterdir()
    content = file.read_bytes()
    if damage == "cut":
        file.write_bytes(content[: len(content) // 2])
    elif damage == "other bytes":
        file.write_bytes(content[:120] + bytes(40) + content[160:])
    elif damage == "not a map":
        np.savez(file, x=np.zeros(3))
    else:
        with np.load(file) as arrays:
            parts = dict(arrays)
        if damage == "too few places":
            parts["places"] = parts["places"][:1]
        else:
            about = parts["about"].tobytes().replace(b'"format":1', b'"format":2')
            parts["about"] = np.frombuffer(about, dtype=np.uint8)
        np.savez(file, **parts)
    with pytest.raises(MapFileError, match="databank map fit"):
        read_map(tmp_path)


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path, kept: KeptMap) -> None:
    with pytest.raises(MapFileError, match="schijf"):
        write_map(tmp_path / "is er niet", kept)
