# SPDX-License-Identifier: EUPL-1.2
"""Files that are still there, and whole, after a power cut; only their owner may read them."""

import os
from pathlib import Path


def write_durably(file: Path, content: bytes, *, new: bool = False) -> None:
    """Write a file and force it to disk; its name is only safe after ``force_to_disk`` of the folder.

    Raises:
        FileExistsError: the file is there already and ``new`` asks for one that is not.
        OSError: it cannot be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | (os.O_EXCL if new else os.O_TRUNC)
    with os.fdopen(os.open(file, flags, 0o600), "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def force_to_disk(folder: Path) -> None:
    """Force the names in a folder to disk: without this a new name may be lost while its file is not."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
