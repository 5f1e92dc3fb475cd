# SPDX-License-Identifier: EUPL-1.2
"""Which files a run reads."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ingest.errors import printable
from ingest.readers.files import supported, unsupported_office


@dataclass(frozen=True)
class SourceFile:
    """A file to read, and what it is called in reports: its path below the folder that was named."""

    path: Path
    label: str


@dataclass(frozen=True)
class FoundFiles:
    """What there is to read, how many files of other kinds were passed over, and closed folders."""

    files: tuple[SourceFile, ...]
    passed_over: int
    closed_folders: tuple[str, ...]


def find_files(paths: Iterable[Path]) -> FoundFiles:
    """The files to read, each once, in the order of the paths and by name within a folder.

    A file that is named itself is always in, if only to be refused with a reason. In a folder, hidden
    files, lock files of Office (``~$…``) and links are left out; files of other kinds are counted.
    """
    search = _Search()
    files: dict[str, SourceFile] = {}
    for path in paths:
        named = search.below(path) if path.is_dir() else [SourceFile(path, printable(path.name))]
        for file in named:
            files.setdefault(os.path.abspath(file.path), file)
    return FoundFiles(tuple(files.values()), search.passed_over, tuple(search.closed_folders))


class _Search:
    """Counts on the way what is not read."""

    def __init__(self) -> None:
        self.passed_over = 0
        self.closed_folders: list[str] = []

    def below(self, folder: Path) -> Iterator[SourceFile]:
        """The files of a folder and its folders; each folder's own files first."""
        for parent, folders, names in os.walk(folder, onerror=self._note_closed):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            for name in sorted(names):
                file = Path(parent, name)
                if name.startswith((".", "~$")) or file.is_symlink():
                    continue
                if supported(file) or unsupported_office(file):
                    yield SourceFile(file, printable(str(file.relative_to(folder))))
                else:
                    self.passed_over += 1

    def _note_closed(self, error: OSError) -> None:
        self.closed_folders.append(printable(Path(str(error.filename)).name))
