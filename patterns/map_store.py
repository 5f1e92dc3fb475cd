# SPDX-License-Identifier: EUPL-1.2
"""The map on disk: numbers and places of cases, no word of them; written beside and renamed."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from casebase.bilingual import DatabankError
from casebase.durable import force_to_disk, write_durably
from index.manifest import only_builder
from patterns.map_layout import Layout
from patterns.map_quality import MapQuality

FORMAT = 1
_FILE = "layout.npz"


class MapFileError(DatabankError):
    """The file of the map is damaged, or it cannot be written."""


class _About(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    format: int
    version: int
    model_id: str
    drawn_on: datetime
    trustworthiness: float | None
    kept: float | None


@dataclass(frozen=True, repr=False)
class KeptMap:
    """A map with the moment at which it was drawn, the search model of that moment, and how good it was.

    ``version`` counts how often a map was drawn: an area that somebody chose on one map means nothing on
    another.
    """

    layout: Layout
    version: int
    model_id: str
    drawn_on: datetime
    quality: MapQuality | None


def has_map(folder: Path) -> bool:
    """Whether a map was drawn."""
    return (folder / _FILE).exists()


def read_map(folder: Path) -> KeptMap | None:
    """The map in a folder; None when there is none.

    Raises:
        MapFileError: the file is damaged, or of another version of the databank.
    """
    try:
        content = (folder / _FILE).read_bytes()
    except FileNotFoundError:
        return None
    try:
        with np.load(io.BytesIO(content), allow_pickle=False) as arrays:
            about = _About.model_validate_json(arrays["about"].tobytes())
            ids = arrays["case_ids"].tobytes().decode("utf-8")
            layout = Layout(tuple(ids.split("\0")) if ids else (), arrays["places"], arrays["drawn"])
        if about.format != FORMAT or not len(layout) == len(layout.places) == len(layout.drawn):
            raise ValueError
    except (OSError, ValueError, KeyError, EOFError, ValidationError, BadZipFile, zlib.error):
        raise MapFileError(
            "De kaart is beschadigd of van een andere versie. Teken hem opnieuw met: databank map fit.",
            "The map is damaged or of another version. Draw it anew with: databank map fit.",
        ) from None
    quality = None
    if about.trustworthiness is not None and about.kept is not None:
        quality = MapQuality(about.trustworthiness, about.kept)
    return KeptMap(layout, about.version, about.model_id, about.drawn_on, quality)


def write_map(folder: Path, kept: KeptMap) -> None:
    """Put a map in the place of the one before; call within ``only_writer``.

    Raises:
        MapFileError: the folder cannot be written.
    """
    about = _About(
        format=FORMAT,
        version=kept.version,
        model_id=kept.model_id,
        drawn_on=kept.drawn_on,
        trustworthiness=kept.quality.trustworthiness if kept.quality else None,
        kept=kept.quality.kept if kept.quality else None,
    )
    buffer = io.BytesIO()
    np.savez_compressed(
        buffer,
        allow_pickle=False,
        about=np.frombuffer(about.model_dump_json().encode(), dtype=np.uint8),
        case_ids=np.frombuffer("\0".join(kept.layout.case_ids).encode("utf-8"), dtype=np.uint8),
        places=kept.layout.places,
        drawn=kept.layout.drawn,
    )
    try:
        write_durably(folder / f"{_FILE}.tmp", buffer.getvalue())
        (folder / f"{_FILE}.tmp").replace(folder / _FILE)
        force_to_disk(folder)
    except OSError:
        raise MapFileError(
            f"De kaart kan niet worden bewaard in de map '{folder}'. Kijk of de schijf vol is en of u er mag "
            "schrijven.",
            f"The map cannot be kept in the folder '{folder}'. See whether the disk is full and whether you "
            "may write there.",
        ) from None


@contextmanager
def only_writer(folder: Path) -> Iterator[None]:
    """Waits until nobody else writes the map in this folder, which is made if need be.

    Raises:
        IndexWriteError: the folder cannot be written.
    """
    with only_builder(folder):
        yield
