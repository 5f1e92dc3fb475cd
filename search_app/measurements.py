# SPDX-License-Identifier: EUPL-1.2
"""Dated figures of how well the databank works, with those that fall short of what is asked.

Each file in ``data/evaluation`` (measured by us) and in ``evaluations`` under the home of the databank (kept
by ``databank evaluate … --keep``) holds one measurement. They hold figures only, no text.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from casebase.bilingual import Bilingual, DatabankError

KEPT = "evaluations"
"""Folder under the home of the databank with measurements on own data."""


class Subject(StrEnum):
    """What was measured."""

    ANONYMISING = "anonymisation"
    SEARCHING = "retrieval"
    PATTERNS = "patterns"


class MeasurementFileError(DatabankError):
    """A file with a measurement cannot be read."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"Het bestand {name} met een meting is beschadigd. Meet opnieuw met: databank evaluate … --keep.",
            f"The file {name} with a measurement is damaged. Measure again with: databank evaluate … --keep.",
        )


class Figure(BaseModel):
    """One figure with what is asked of it; ``low`` and ``high`` are its 95% interval where it was computed.

    value: a share (0 to 1) or a score (0 to 1); least: at least so much is asked, most: at most so much;
    count: on how many marks, searches, themes or cases it rests.
    """

    model_config = ConfigDict(frozen=True)

    nl: str
    en: str
    value: float
    count: int
    share: bool = True
    low: float | None = None
    high: float | None = None
    least: float | None = None
    most: float | None = None

    @property
    def name(self) -> Bilingual:
        """What it is the figure of."""
        return Bilingual(self.nl, self.en)

    @property
    def reached(self) -> bool | None:
        """Whether it is what is asked; None where nothing is asked."""
        if self.least is None and self.most is None:
            return None
        return (self.least is None or self.value >= self.least) and (
            self.most is None or self.value <= self.most
        )


class Measurement(BaseModel):
    """What was measured on a day. ``engine``: fingerprint of what was measured; ``data``: names of files."""

    model_config = ConfigDict(frozen=True)

    subject: Subject
    measured_on: date
    engine: str
    data: tuple[str, ...]
    cases: int
    figures: tuple[Figure, ...]


@dataclass(frozen=True)
class Measurements:
    """The latest measurement of each subject by us and on own data, and the files that cannot be read."""

    shipped: tuple[Measurement, ...]
    own: tuple[Measurement, ...]
    damaged: tuple[MeasurementFileError, ...]


def read_measurements(data_dir: Path, home: Path) -> Measurements:
    """The latest measurements; a damaged file is told and passed over."""
    shipped, damaged = _read(data_dir / "evaluation")
    own, damaged_too = _read(home / KEPT)
    return Measurements(_latest(shipped), _latest(own), (*damaged, *damaged_too))


def keep(measurement: Measurement, home: Path) -> Path:
    """Write a measurement down; one of the same subject and day is replaced. Gives the file."""
    folder = home / KEPT
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{measurement.measured_on}-{measurement.subject}.json"
    beside = path.with_suffix(".new")
    beside.write_text(measurement.model_dump_json(indent=2, exclude_defaults=True) + "\n", encoding="utf-8")
    beside.replace(path)
    return path


def _read(folder: Path) -> tuple[list[Measurement], list[MeasurementFileError]]:
    found: list[Measurement] = []
    damaged: list[MeasurementFileError] = []
    for path in sorted(folder.glob("*.json")):
        try:
            found.append(Measurement.model_validate_json(path.read_bytes()))
        except (OSError, ValidationError):
            damaged.append(MeasurementFileError(path.name))
    return found, damaged


def _latest(measurements: Iterable[Measurement]) -> tuple[Measurement, ...]:
    by_subject = {each.subject: each for each in sorted(measurements, key=lambda one: one.measured_on)}
    return tuple(by_subject[subject] for subject in Subject if subject in by_subject)


def shortfalls(measurement: Measurement) -> Iterator[Figure]:
    """The figures that are not what is asked."""
    return (each for each in measurement.figures if each.reached is False)
