# SPDX-License-Identifier: EUPL-1.2
"""The keys of each case, remembered between builds: only what changed is read and split into words again.

A case is known by a digest of its searched text; the file holds digests, word keys and numbers, no text. It
is a copy like the index: when it is missing, damaged or of other word lists, everything is read anew.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from casebase.durable import write_durably
from casebase.record import SafeCase
from index.collection import SIDES, Side
from index.dutch import Analysis
from index.hits import Aspect
from index.passages import ASPECTS
from index.words import packed_keys, unpacked_keys

FILE = "analysed.npz"

_DIGEST = 16
_TERMS = len(Aspect)
_ASPECT_NUMBER = {aspect: number for number, aspect in enumerate(Aspect)}


@dataclass(frozen=True, repr=False)
class CaseKeys:
    """The keys of a case in reading order, regulations and principles last.

    ``sides`` gives for each key the number of the aspect it stands in, or one more for the last ones.
    """

    keys: tuple[str, ...]
    sides: bytes

    def on(self, side: Side) -> list[str]:
        """The keys on one side of the case, or all."""
        if side is None:
            return list(self.keys)
        number = _ASPECT_NUMBER[side]
        return [key for key, of_key in zip(self.keys, self.sides, strict=True) if of_key == number]


def case_keys(case: SafeCase, analysis: Analysis) -> CaseKeys:
    """The keys of a case."""
    keys: list[str] = []
    sides = bytearray()
    for field, text in case.narrative().items():
        found = analysis.keys(text)
        keys += found
        sides += bytes([_ASPECT_NUMBER[ASPECTS[field]]]) * len(found)
    terms = analysis.keys(_terms(case))
    return CaseKeys((*keys, *terms), bytes(sides) + bytes([_TERMS]) * len(terms))


def documents_of(cases: Iterable[CaseKeys]) -> dict[Side, list[list[str]]]:
    """The keys of each case, and of each side of it; regulations and principles count for the whole case."""
    every = list(cases)
    return {side: [case.on(side) for case in every] for side in SIDES}


def remembered_keys(cases: Sequence[SafeCase], analysis: Analysis, folder: Path) -> list[CaseKeys]:
    """The keys of the cases, by the file in the folder where it knows them; the file is brought up to date.

    When the file cannot be written, the next build reads everything anew.
    """
    digests = [_digest(case) for case in cases]
    known = _read(folder / FILE, analysis.fingerprint)
    found = [
        known.get(digest) or case_keys(case, analysis) for case, digest in zip(cases, digests, strict=True)
    ]
    now = dict(zip(digests, found, strict=True))
    if now.keys() != known.keys():
        _write(folder, _packed(now, analysis.fingerprint))
    return found


def _write(folder: Path, content: bytes) -> None:
    (folder / FILE).unlink(missing_ok=True)  # keys of a deleted case must not outlive this build
    try:
        write_durably(folder / f"{FILE}.tmp", content)
        (folder / f"{FILE}.tmp").replace(folder / FILE)
    except OSError:
        (folder / f"{FILE}.tmp").unlink(missing_ok=True)


def _digest(case: SafeCase) -> bytes:
    parts = [f"{field}\0{text}" for field, text in case.narrative().items()] + [_terms(case)]
    return hashlib.blake2b("\1".join(parts).encode(), digest_size=_DIGEST).digest()


def _terms(case: SafeCase) -> str:
    return "\n".join([*case.regulations, *map(str, case.principles)])


def _packed(known: Mapping[bytes, CaseKeys], fingerprint: str) -> bytes:
    columns = {key: n for n, key in enumerate(sorted({key for each in known.values() for key in each.keys}))}
    numbers = [columns[key] for each in known.values() for key in each.keys]
    buffer = io.BytesIO()
    np.savez(
        buffer,
        fingerprint=np.frombuffer(fingerprint.encode(), dtype=np.uint8),
        digests=np.frombuffer(b"".join(known), dtype=np.uint8),
        counts=np.array([len(each.keys) for each in known.values()], dtype=np.int64),
        vocabulary=packed_keys(columns),
        keys=np.array(numbers, dtype=np.int32),
        sides=np.frombuffer(b"".join(each.sides for each in known.values()), dtype=np.uint8),
    )
    return buffer.getvalue()


def _read(path: Path, fingerprint: str) -> dict[bytes, CaseKeys]:
    """What the file knows; nothing when it is of other word lists or cannot be read."""
    try:
        with np.load(
            io.BytesIO(path.read_bytes()), allow_pickle=False
        ) as arrays:  # a damaged file differs from its checksums
            if arrays["fingerprint"].tobytes() != fingerprint.encode():
                return {}
            vocabulary = tuple(unpacked_keys(arrays["vocabulary"]))
            return _unpacked(arrays["digests"], arrays["counts"], arrays["keys"], arrays["sides"], vocabulary)
    except (OSError, ValueError, KeyError, IndexError, EOFError, zipfile.BadZipFile):
        return {}


def _unpacked(
    digests: npt.NDArray[np.uint8],
    counts: npt.NDArray[np.int64],
    keys: npt.NDArray[np.int32],
    sides: npt.NDArray[np.uint8],
    vocabulary: Sequence[str],
) -> dict[bytes, CaseKeys]:
    names, of_sides, each = digests.tobytes(), sides.tobytes(), keys.tolist()
    ends = np.cumsum(counts).tolist()
    found: dict[bytes, CaseKeys] = {}
    for number, end in enumerate(ends):
        begin = ends[number - 1] if number else 0
        told = tuple(vocabulary[key] for key in each[begin:end])
        found[names[number * _DIGEST : (number + 1) * _DIGEST]] = CaseKeys(told, of_sides[begin:end])
    return found
