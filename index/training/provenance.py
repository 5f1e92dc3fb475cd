# SPDX-License-Identifier: EUPL-1.2
"""Which files a model was trained on, so that a rebuild can tell why it differs."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

from index.training.sources import lexicon_file, mechanism_files, open_text_files

MATERIAL = "MATERIAL.sha256"
"""In the model folder, a line a file as ``sha256sum`` writes it, without folders."""


def write_provenance(folder: Path, text: Path, training: Sequence[Path]) -> None:
    """Name and digest of every file that ``read_material`` reads.

    Raises:
        TrainingSourceError: something is missing.
    """
    lines = [f"{digest}  {name}\n" for name, digest in _digests(text, training).items()]
    (folder / MATERIAL).write_text("".join(lines), encoding="utf-8")


def changed_material(folder: Path, text: Path, training: Sequence[Path]) -> list[str]:
    """Names of files that are new, gone or different since the model in the folder was trained, sorted.

    Empty when the folder does not tell what its model was trained on.

    Raises:
        TrainingSourceError: something is missing.
    """
    if not (folder / MATERIAL).exists():
        return []
    lines = (folder / MATERIAL).read_text("utf-8").splitlines()
    before = {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}
    now = _digests(text, training)
    return sorted(name for name in before.keys() | now.keys() if before.get(name) != now.get(name))


def _digests(text: Path, training: Sequence[Path]) -> dict[str, str]:
    own = [path for folder in training for path in mechanism_files(folder)]
    paths = [*open_text_files(text), *own, lexicon_file(training)]
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in paths}
