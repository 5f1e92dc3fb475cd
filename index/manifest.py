# SPDX-License-Identifier: EUPL-1.2
"""Index files on disk: written beside the old ones, checked by checksum, swapped in one step.

``folder/CURRENT`` names the generation that serves. A new one is written to ``gen-….tmp``, forced to disk
and renamed; then CURRENT is replaced in one step, and older generations are removed. Whoever has opened one
keeps it in memory. A build that is killed leaves the old generation serving.
"""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from casebase.bilingual import Bilingual, DatabankError
from casebase.durable import force_to_disk, write_durably

FORMAT = 2
"""Raise when index files of before can no longer be read."""

COMMAND = "databank index build"

_POINTER = "CURRENT"
_MANIFEST = "manifest.json"
_GENERATION = re.compile(r"gen-(\d{6,})")
_Read = TypeVar("_Read")


class IndexState(StrEnum):
    """Whether the index can serve."""

    FRESH = "fresh"
    STALE = "stale"
    MISSING = "missing"
    DAMAGED = "damaged"
    OTHER_MODEL = "other_model"


class IndexProblemError(DatabankError):
    """The index cannot serve; ``state`` tells why and the message which command helps."""

    def __init__(self, state: IndexState) -> None:
        self.state = state
        message = MESSAGES[state]
        super().__init__(message.nl, message.en)


class IndexWriteError(DatabankError):
    """The index folder cannot be written."""


MESSAGES = {
    IndexState.FRESH: Bilingual(
        "De zoekindex is bij.",
        "The search index is up to date.",
    ),
    IndexState.STALE: Bilingual(
        f"De zoekindex loopt achter op de databank. Voer '{COMMAND}' uit.",
        f"The search index is behind the databank. Run '{COMMAND}'.",
    ),
    IndexState.MISSING: Bilingual(
        f"Er is nog geen zoekindex. Voer '{COMMAND}' uit.",
        f"There is no search index yet. Run '{COMMAND}'.",
    ),
    IndexState.DAMAGED: Bilingual(
        f"De zoekindex is beschadigd. Voer '{COMMAND}' uit; de casussen zelf zijn niet geraakt.",
        f"The search index is damaged. Run '{COMMAND}'; the cases themselves are not affected.",
    ),
    IndexState.OTHER_MODEL: Bilingual(
        f"De zoekindex is met een ander zoekmodel gemaakt. Voer '{COMMAND}' uit.",
        f"The search index was made with another search model. Run '{COMMAND}'.",
    ),
}


class Manifest(BaseModel):
    """What a generation was made from; ``files`` holds the sha256 of each file, in hexadecimal.

    ``revision`` is that of the database; ``analysis`` the fingerprint of the word lists.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", hide_input_in_errors=True)

    format: int
    revision: int
    model_id: str
    dimension: int
    analysis: str
    cases: int
    passages: int
    created: datetime
    files: dict[str, str] = {}


@dataclass(frozen=True)
class Generation:
    """A generation as read from disk, its checksums verified."""

    manifest: Manifest
    files: Mapping[str, bytes]


def write_generation(folder: Path, manifest: Manifest, files: Mapping[str, bytes]) -> Manifest:
    """Put a new generation in service and remove the older ones; gives its manifest with checksums.

    Raises:
        IndexWriteError: the folder cannot be written, or the disk is full.
    """
    complete = manifest.model_copy(
        update={"files": {name: _digest(content) for name, content in files.items()}}
    )
    try:
        _remove_leftovers(folder)
        name = f"gen-{_highest(folder) + 1:06d}"
        _write_folder(
            folder / f"{name}.tmp", {**files, _MANIFEST: complete.model_dump_json(indent=1).encode()}
        )
        (folder / f"{name}.tmp").rename(folder / name)
        write_durably(folder / f"{_POINTER}.tmp", name.encode())
        (folder / f"{_POINTER}.tmp").replace(folder / _POINTER)
        force_to_disk(folder)
        _remove_older(folder, name)
    except OSError:
        raise IndexWriteError(
            f"De zoekindex kan niet worden geschreven in de map '{folder}'. Kijk of de schijf vol is en of "
            "u er mag schrijven.",
            f"The search index cannot be written in the folder '{folder}'. See whether the disk is full and "
            "whether you may write there.",
        ) from None
    return complete


def read_generation(folder: Path) -> Generation:
    """The generation that serves.

    Raises:
        IndexProblemError: there is none (MISSING), it was made by another version (STALE), or a file is
            gone or differs from its checksum (DAMAGED).
    """
    return _of_the_serving(folder, _read_folder)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the generation that serves, which tells it from every other one.

    Reads two small files; whether the index files are as the manifest says is not looked at.

    Raises:
        IndexProblemError: as ``read_generation``.
    """
    return _of_the_serving(folder, _read_manifest)


def _of_the_serving(folder: Path, read: Callable[[Path], _Read]) -> _Read:
    for _ in range(_ATTEMPTS):
        name = _current(folder)
        try:
            return read(folder / name)
        except FileNotFoundError:
            if _current(folder) == name:  # else: swapped while we were reading
                break
    raise IndexProblemError(IndexState.DAMAGED)


_ATTEMPTS = 5


@contextmanager
def only_builder(folder: Path) -> Iterator[None]:
    """Waits until no other process or thread builds in the folder, which is made if need be."""
    import fcntl

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(folder / "build.lock", os.O_RDWR | os.O_CREAT, 0o600)
    except OSError:
        raise IndexWriteError(
            f"In de map '{folder}' voor de zoekindex kan niet worden geschreven. Controleer de rechten.",
            f"The folder '{folder}' for the search index cannot be written. Check the permissions.",
        ) from None
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _current(folder: Path) -> str:
    try:
        name = (folder / _POINTER).read_text("utf-8").strip()
    except FileNotFoundError:
        raise IndexProblemError(IndexState.MISSING) from None
    except (OSError, ValueError):
        raise IndexProblemError(IndexState.DAMAGED) from None
    if not _GENERATION.fullmatch(name):
        raise IndexProblemError(IndexState.DAMAGED)
    return name


def _read_folder(path: Path) -> Generation:
    manifest = _read_manifest(path)
    files = {name: (path / name).read_bytes() for name in manifest.files}
    if any(_digest(content) != manifest.files[name] for name, content in files.items()):
        raise IndexProblemError(IndexState.DAMAGED)
    return Generation(manifest, files)


def _read_manifest(path: Path) -> Manifest:
    try:
        manifest = Manifest.model_validate_json((path / _MANIFEST).read_bytes())
    except ValidationError:
        raise IndexProblemError(_state_of_unreadable(path)) from None
    if manifest.format != FORMAT:
        raise IndexProblemError(IndexState.STALE)
    return manifest


def _state_of_unreadable(path: Path) -> IndexState:
    other = re.match(rb'\s*\{\s*"format":\s*(\d+)', (path / _MANIFEST).read_bytes())
    return IndexState.STALE if other and int(other[1]) != FORMAT else IndexState.DAMAGED


def _write_folder(path: Path, files: Mapping[str, bytes]) -> None:
    path.mkdir(mode=0o700)
    for name, content in files.items():
        write_durably(path / name, content)
    force_to_disk(path)


def _remove_leftovers(folder: Path) -> None:
    for path in folder.glob("gen-*.tmp"):
        shutil.rmtree(path)


def _remove_older(folder: Path, name: str) -> None:
    for path in folder.glob("gen-*"):
        if path.name != name:
            shutil.rmtree(path, ignore_errors=True)


def _highest(folder: Path) -> int:
    found = (_GENERATION.fullmatch(path.name) for path in folder.iterdir())
    return max((int(match[1]) for match in found if match), default=0)


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
