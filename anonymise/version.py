# SPDX-License-Identifier: EUPL-1.2
"""Which rules and lists made a text safe: it changes whenever one of them does."""

from hashlib import sha256
from pathlib import Path

RULES_VERSION = "1"
"""Raised by hand when the meaning of the stored result changes; details follow from the digest."""

_NOT_AT_WORK = frozenset({"evaluation", "training"})
"""Parts of this package that make no text safe."""


def engine_version(lists: Path, model: str = "") -> str:
    """``1-`` and twelve hexadecimal digits over the rules here, the files in ``lists`` and the name model."""
    package = Path(__file__).parent
    digest = sha256(model.encode())
    for folder, pattern in ((package, "**/*.py"), (lists, "**/*")):
        for path in sorted(path for path in folder.glob(pattern) if path.is_file()):
            place = path.relative_to(folder)
            if place.parts[0] in _NOT_AT_WORK:
                continue
            digest.update(place.as_posix().encode())
            digest.update(sha256(path.read_bytes()).digest())
    return f"{RULES_VERSION}-{digest.hexdigest()[:12]}"
