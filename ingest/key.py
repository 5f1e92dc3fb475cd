# SPDX-License-Identifier: EUPL-1.2
"""The secret with which contents are hashed: an unkeyed hash of personal text can be guessed.

It tells whether a registration was loaded before, and never leaves the folder of the databank.
Back it up with the database: with another key every case looks new.
"""

import os
import secrets
from contextlib import suppress
from pathlib import Path

from casebase.bilingual import DatabankError
from casebase.durable import force_to_disk, write_durably

KEY_BYTES = 32
"""As many as HMAC-SHA256 uses best (RFC 2104, section 3: at least the length of the hash)."""

_NAME = "key"


class KeyFileError(DatabankError):
    """The key cannot be read or made."""


def load_or_create_key(folder: Path) -> bytes:
    """The key in this folder, made at the first call; its file can be read by its owner only.

    Raises:
        KeyFileError: the file is damaged, or the folder cannot be written.
    """
    return load_key(folder) or _create(folder)


def load_key(folder: Path) -> bytes | None:
    """The key in this folder, or None where there is none yet.

    Raises:
        KeyFileError: the file is damaged or cannot be read.
    """
    file = folder / _NAME
    try:
        key = file.read_bytes()
    except FileNotFoundError:
        return None
    except OSError:
        raise _unusable(file) from None
    if len(key) != KEY_BYTES:
        raise KeyFileError(
            f"Het sleutelbestand {file} is beschadigd. Zet het terug uit een reservekopie.",
            f"The key file {file} is damaged. Restore it from a backup.",
        )
    return key


def new_key() -> bytes:
    """A key for once, for a trial run that may not write one."""
    return secrets.token_bytes(KEY_BYTES)


def _create(folder: Path) -> bytes:
    """Written beside and linked in place: there is never half a key, and of two makers one wins."""
    file = folder / _NAME
    beside = folder / f".{_NAME}-{secrets.token_hex(8)}"
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_durably(beside, new_key(), new=True)
        with suppress(FileExistsError):
            os.link(beside, file)
        beside.unlink()
        force_to_disk(folder)
    except OSError:
        with suppress(OSError):
            beside.unlink()
        raise _unusable(file) from None
    key = load_key(folder)
    if key is None:
        raise _unusable(file)
    return key


def _unusable(file: Path) -> KeyFileError:
    return KeyFileError(
        f"Het sleutelbestand {file} kan niet worden gemaakt of gelezen. Controleer de map en uw rechten.",
        f"The key file {file} cannot be made or read. Check the folder and your permissions.",
    )
