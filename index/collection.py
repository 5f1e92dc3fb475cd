# SPDX-License-Identifier: EUPL-1.2
"""All that is searched, in memory: the word, latent and vector index of the same cases."""

import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
import numpy.typing as npt

from index.hits import Aspect
from index.latent import LatentIndex
from index.named import Named, packed_names, unpacked_names
from index.vectors import Numbers, VectorIndex, Vectors
from index.words import Arrays, WordIndex

Side = Aspect | None
"""A side of a case, or None for the whole of it."""

SIDES: tuple[Side, ...] = (None, *Aspect)

_SLICE = 20_000


@dataclass(frozen=True)
class Scale:
    """The usual mean and spread of the three signals: words, latent analysis, meaning."""

    means: tuple[float, float, float]
    spreads: tuple[float, float, float]


@dataclass(frozen=True)
class Scales:
    """What is usual in this collection for a typed search, and for a case (or a side) as the search."""

    text: Scale
    case: Mapping[Side, Scale]


@dataclass(frozen=True, repr=False)
class Collection:
    """Cases in rows 0, 1, 2, … by ascending case_id; passages in rows of their own, those of a case together.

    ``case_of`` gives the case row of every passage row, ``sides`` the number of its aspect in ``Aspect``,
    ``lengths`` its characters, ``hashes`` the content hash that names its text. ``regulations`` are all
    that the cases name, ``named`` what the record of each names. ``leaders`` gives for every case the row
    that leads its near-duplicates, its own when it has none.
    """

    case_ids: tuple[str, ...]
    words: Mapping[Side, WordIndex]
    latent: Mapping[Side, LatentIndex]
    vectors: VectorIndex
    case_of: Numbers
    sides: npt.NDArray[np.uint8]
    lengths: Numbers
    hashes: tuple[str, ...]
    regulations: tuple[str, ...]
    named: tuple[Named, ...]
    scales: Scales
    leaders: Numbers

    def __len__(self) -> int:
        return len(self.case_ids)

    @cached_property
    def row_of(self) -> dict[str, int]:
        """The row of each case by its number."""
        return {case_id: row for row, case_id in enumerate(self.case_ids)}

    @cached_property
    def groups(self) -> dict[int, Numbers]:
        """For every case with near-duplicates the rows of its group, its own included, ascending."""
        order = np.argsort(self.leaders, kind="stable")
        parts = np.split(order, np.flatnonzero(np.diff(self.leaders[order])) + 1)
        return {row: part for part in parts if len(part) > 1 for row in part.tolist()}

    @cached_property
    def starts(self) -> Numbers:
        """Passages of case ``row`` are the rows from ``starts[row]`` up to ``starts[row + 1]``."""
        return np.searchsorted(self.case_of, np.arange(len(self) + 1))

    @cached_property
    def passages(self) -> Mapping[Side, Numbers]:
        """The rows of the passages on each side, ascending."""
        rows: dict[Side, Numbers] = {None: np.arange(len(self.case_of))}
        for number, side in enumerate(Aspect):
            rows[side] = np.flatnonzero(self.sides == number)
        return rows

    @cached_property
    def means(self) -> Mapping[Side, Vectors]:
        """One vector a case and side, (cases, dimension): its passages' mean by length, at length 1 or 0."""
        return {side: self._mean(rows) for side, rows in self.passages.items()}

    def rows_of(self, case_ids: Iterable[str]) -> Numbers:
        """The rows of these cases, ascending; cases that are not here are left out."""
        rows = {self.row_of[case_id] for case_id in case_ids if case_id in self.row_of}
        return np.array(sorted(rows), dtype=np.int64)

    def passages_of(self, row: int, side: Side) -> Numbers:
        """The rows of the passages of a case on one side."""
        return self.passages_in(np.array([row]), side)

    def passages_in(self, rows: Numbers, side: Side) -> Numbers:
        """The rows of the passages of these cases (ascending) on one side, ascending."""
        if len(rows) == len(self):
            return self.passages[side]
        first = self.starts[rows]
        counts = self.starts[rows + 1] - first
        passed = np.cumsum(counts) - counts
        found: Numbers = np.arange(counts.sum()) + np.repeat(first - passed, counts)
        return found if side is None else found[self.sides[found] == list(Aspect).index(side)]

    def _mean(self, passages: Numbers) -> Vectors:
        total = np.zeros((len(self), self.vectors.dimension), dtype=np.float32)
        owners = self.case_of[passages]
        begin = 0
        while begin < len(passages):
            last = owners[min(begin + _SLICE, len(passages)) - 1]
            end = int(np.searchsorted(owners, last, side="right"))  # the passages of a case stay together
            some = passages[begin:end]
            first = np.flatnonzero(np.diff(owners[begin:end], prepend=-1))
            weighted = self.vectors.rows(some) * self.lengths[some, None].astype(np.float32)
            total[owners[begin + first]] = np.add.reduceat(weighted, first, axis=0)
            begin = end
        norms = np.linalg.norm(total, axis=1, keepdims=True)
        return (total / np.where(norms > 0, norms, 1)).astype(np.float32)


def to_files(collection: Collection) -> dict[str, bytes]:
    """The collection as the content of files by name; the same collection gives the same bytes."""
    words: Arrays = {}
    for side in SIDES:
        words |= {
            f"{side or 'case'}.{name}": value for name, value in collection.words[side].arrays().items()
        }
    latent = dict(collection.latent[None].arrays())
    latent |= {f"cases.{side}": collection.latent[side].cases for side in Aspect}
    table: Arrays = {
        "case_ids": _packed(collection.case_ids),
        "case_of": collection.case_of,
        "sides": collection.sides,
        "lengths": collection.lengths,
        "hashes": _packed(collection.hashes),
        "regulations": _packed(collection.regulations),
        "named": _packed(packed_names(collection.named)),
        "scales": _packed_scales(collection.scales),
        "leaders": collection.leaders,
    }
    return {
        "words.npz": _npz(words),
        "latent.npz": _npz(latent),
        "passages.npz": _npz(table),
        "vectors.faiss": collection.vectors.to_bytes(),
    }


def from_files(files: Mapping[str, bytes]) -> Collection:
    """The collection that ``to_files`` gave."""
    words, latent, table = (_arrays(files[name]) for name in ("words.npz", "latent.npz", "passages.npz"))
    by_side: dict[Side, LatentIndex] = {None: LatentIndex.from_arrays(latent)}
    for side in Aspect:
        by_side[side] = LatentIndex.from_arrays({**latent, "cases": latent[f"cases.{side}"]})
    return Collection(
        case_ids=_unpacked(table["case_ids"]),
        words={side: WordIndex.from_arrays(_part(words, f"{side or 'case'}.")) for side in SIDES},
        latent=by_side,
        vectors=VectorIndex.from_bytes(files["vectors.faiss"]),
        case_of=table["case_of"].astype(np.int64),
        sides=table["sides"].astype(np.uint8),
        lengths=table["lengths"].astype(np.int64),
        hashes=_unpacked(table["hashes"]),
        regulations=_unpacked(table["regulations"]),
        named=unpacked_names(_unpacked(table["named"])),
        scales=_unpacked_scales(table["scales"]),
        leaders=table["leaders"].astype(np.int64),
    )


def _packed(texts: Sequence[str]) -> npt.NDArray[np.uint8]:
    return np.frombuffer("\0".join(texts).encode("utf-8"), dtype=np.uint8)


def _unpacked(packed: npt.NDArray[Any]) -> tuple[str, ...]:
    content = packed.tobytes().decode("utf-8")
    return tuple(content.split("\0")) if content else ()


def _packed_scales(scales: Scales) -> npt.NDArray[np.float64]:
    rows = [scales.text, *(scales.case[side] for side in SIDES)]
    return np.array([[scale.means, scale.spreads] for scale in rows], dtype=np.float64)


def _unpacked_scales(packed: npt.NDArray[Any]) -> Scales:
    text, *case = (Scale(tuple(means), tuple(spreads)) for means, spreads in packed.tolist())
    return Scales(text, dict(zip(SIDES, case, strict=True)))


def _npz(arrays: Arrays) -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, allow_pickle=False, **arrays)
    return buffer.getvalue()


def _arrays(content: bytes) -> Arrays:
    with np.load(io.BytesIO(content), allow_pickle=False) as file:
        return {name: file[name] for name in file.files}


def _part(arrays: Arrays, prefix: str) -> Arrays:
    return {name.removeprefix(prefix): array for name, array in arrays.items() if name.startswith(prefix)}
