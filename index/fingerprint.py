# SPDX-License-Identifier: EUPL-1.2
"""A name for exactly this model: embeddings of another one are never mixed in."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from index.encoder import EncoderError

CHECKSUMS = "SHA256SUMS"
"""Optional list in a model folder, as ``sha256sum`` writes it: when there, every named file must match."""

_SUFFIXES = {".safetensors", ".bin", ".json", ".txt", ".model", ".onnx", ".onnx_data", ".xml"}
_PREPARATION = "1"  # raise when index.encoder.prepared changes what models get to read


def checked_fingerprint(folder: Path, *extra: str) -> str:
    """Name of the folder plus a digest over its weights, tokenizer and settings.

    The place of the folder does not count; ``extra`` holds whatever else decides the vectors
    (prompts, options).

    Raises:
        EncoderError: a file differs from the checksums in the folder, or cannot be read.
    """
    try:
        digests = {path.relative_to(folder).as_posix(): _digest(path) for path in _model_files(folder)}
        expected = dict(_checksums(folder))
    except (OSError, ValueError):
        raise _unreadable(folder) from None
    for name, digest in expected.items():
        if digests.get(name) != digest:
            raise _unreadable(folder)
    lines = [f"{digest}  {name}" for name, digest in sorted(digests.items())]
    total = hashlib.sha256("\n".join([*lines, _PREPARATION, *filter(None, extra)]).encode()).hexdigest()
    return f"{folder.resolve().name}@{total[:16]}"


def _model_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and path.suffix in _SUFFIXES]


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checksums(folder: Path) -> Iterator[tuple[str, str]]:
    listing = folder / CHECKSUMS
    if listing.exists():
        for line in listing.read_text("utf-8").splitlines():
            digest, name = line.split(maxsplit=1)
            yield name.lstrip("*"), digest


def _unreadable(folder: Path) -> EncoderError:
    return EncoderError(
        f"Het zoekmodel in de map '{folder}' is veranderd of beschadigd. Zet het model opnieuw neer.",
        f"The search model in the folder '{folder}' was changed or damaged. Put the model there again.",
    )
