# SPDX-License-Identifier: EUPL-1.2
"""The province and region of a place, for a safe text: ``[PLAATS-1: Twente]``.

A town of five thousand narrows the circle of people, a region of some hundreds of thousands hardly does,
while a case officer still sees which labour market and which office it is about. Regions are those of
Statistics Netherlands (COROP) and of the labour market (arbeidsmarktregio's), taken together so that each
lies in one province; provinces with few inhabitants are a region of their own.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

FILE_NAME = "regions.tsv"
ABROAD = "buitenland"
_COLUMNS = 3


@dataclass(frozen=True)
class Region:
    """Where a place lies: ``name`` the finest that may be told, ``province`` what is told after that."""

    name: str
    province: str


@dataclass(frozen=True)
class Regions:
    """The regions by place, spelled as by ``_spelling``."""

    by_place: Mapping[str, Region]

    def of(self, place: str) -> str:
        """The region of a place as people spell it; nothing for an unknown or ambiguous one."""
        words = _spelling(place)
        known = self.by_place.get(words) or self.by_place.get(_PART.sub("", words))
        return known.name if known else ""

    def province(self, region: str) -> str:
        """The province of a region, for a province itself the same, abroad for a country."""
        return self._provinces.get(region, "")

    @property
    def names(self) -> frozenset[str]:
        """Every region and province."""
        return frozenset([*self._provinces, *self._provinces.values()])

    @cached_property
    def _provinces(self) -> dict[str, str]:
        provinces = {region.name: region.province for region in self.by_place.values()}
        return provinces | {province: province for province in provinces.values()}


def _spelling(place: str) -> str:
    """In lower case, with one blank for hyphens and blanks, 'sint' for 'st.'."""
    words = re.sub(r"[-\s]+", " ", place.lower().replace("’", "'").strip("'\" "))
    return re.sub(r"^st\.? ", "sint ", words)


_PART = re.compile(r" (?:noord|oost|zuid|west|centrum|stad)$")
"""Part of a town: 'Roermond-Zuid'."""


def load_regions(lists: Path) -> Regions:
    """The table of the folder of lists: place, province and region with tabs between; absent is empty.

    Raises:
        ValueError: a line has other columns, or a region lies in two provinces; no line is quoted.
    """
    file = lists / FILE_NAME
    if not file.is_file():
        return Regions({})
    places: dict[str, Region] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            columns = line.split("\t")
            if len(columns) != _COLUMNS:
                raise ValueError("three columns expected")
            place, province, region = columns
            places[_spelling(place)] = Region(region or province, province)
    if len({(place.name, place.province) for place in places.values()}) > len(
        {p.name for p in places.values()}
    ):
        raise ValueError("a region in two provinces")
    return Regions(places)
