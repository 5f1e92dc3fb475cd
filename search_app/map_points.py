# SPDX-License-Identifier: EUPL-1.2
"""The cases on the map with the fields by which they are coloured, chosen and counted."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from casebase.record import SafeCase
from patterns.map_quality import MapQuality

MISSING = ""
"""What stands for a field that was not filled in."""


class Field(StrEnum):
    """A field of a case on the map, by its name in addresses."""

    REGULATION = "regeling"
    NATURE = "aard"
    LEVEL = "niveau"
    OUTCOME = "uitkomst"
    PLACE = "maatwerkplaats"
    YEAR = "jaar"
    PATTERN = "patroon"


@dataclass(frozen=True, repr=False)
class MapPoint:
    """A case at its place; ``values`` has all values of every field, in order, none when not filled in."""

    case_id: str
    title: str
    received_on: date | None
    x: float
    y: float
    values: Mapping[Field, tuple[str, ...]]

    def has(self, field: Field, wanted: Sequence[str]) -> bool:
        """Whether the case has any of these values; ``MISSING`` stands for none at all."""
        held = self.values[field]
        return any(value in held if value else not held for value in wanted)


@dataclass(frozen=True, repr=False)
class CaseMap:
    """The map as it is now.

    ``points`` go by case number. ``patterns`` has the names of the patterns that go on, by number.
    ``version`` counts how often a map was drawn. ``later`` counts the cases that got a place after that,
    ``waiting`` those that have no place yet. ``quality`` is that of the map when it was drawn.
    """

    points: tuple[MapPoint, ...]
    patterns: Mapping[str, str]
    version: int
    drawn_on: datetime
    later: int
    waiting: int
    other_model: bool
    quality: MapQuality | None

    def chosen(self, wanted: Callable[[MapPoint], bool]) -> tuple[MapPoint, ...]:
        """The points that meet a condition, by case number."""
        return tuple(point for point in self.points if wanted(point))


def values_of(case: SafeCase, patterns: Sequence[str]) -> dict[Field, tuple[str, ...]]:
    """The values of a case by field."""
    single = {
        Field.NATURE: case.nature,
        Field.LEVEL: case.level,
        Field.OUTCOME: case.outcome,
        Field.PLACE: case.maatwerkplaats.strip(),
        Field.YEAR: case.received_on.year if case.received_on else None,
    }
    found = {field: (str(value),) if value else () for field, value in single.items()}
    regulations = tuple(dict.fromkeys(each.strip() for each in case.regulations if each.strip()))
    return {Field.REGULATION: regulations, **found, Field.PATTERN: tuple(patterns)}
