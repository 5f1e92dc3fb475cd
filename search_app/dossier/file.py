# SPDX-License-Identifier: EUPL-1.2
"""The file that an evidence pack is written to: whole under its name, or not there at all."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from casebase.bilingual import DatabankError

ENDINGS = (".docx", ".pdf")


class DossierFileError(DatabankError):
    """The pack cannot be written to that file."""


@contextmanager
def written(to: Path) -> Iterator[BinaryIO]:
    """A file to write to, which gets its name when all went well and is gone when something did not.

    It is written beside its place and renamed; only its owner may read it. That the place can be written
    to is found out before any work is done.

    Raises:
        DossierFileError: another ending than .docx or .pdf, or the place cannot be written to.
    """
    if to.suffix.lower() not in ENDINGS:
        raise DossierFileError(
            "Een dossier wordt een bestand dat op .docx of .pdf eindigt. Geef zo'n naam.",
            "An evidence pack becomes a file that ends in .docx or .pdf. Give such a name.",
        )
    beside = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        if to.is_dir():
            raise IsADirectoryError
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError:
        raise _unwritable(to) from None
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
        beside.replace(to)
    except OSError:
        raise _unwritable(to) from None
    finally:
        beside.unlink(missing_ok=True)


def _unwritable(to: Path) -> DossierFileError:
    return DossierFileError(
        f"In {to.parent} kan {to.name} niet worden geschreven. Kies een andere map of naam.",
        f"{to.name} cannot be written in {to.parent}. Choose another folder or name.",
    )
