# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the page of a pattern: which pattern, which part of the page, as of which day."""

from collections.abc import Collection, Mapping
from datetime import date
from enum import StrEnum
from urllib.parse import urlencode

from search_app.ui.as_of import PARAMETER

PATTERN_PAGE = "patroon"
REGISTER_PAGE = "patronen"
PART = "deel"


class Part(StrEnum):
    """A part of the page of a pattern, as it stands in the address."""

    STORY = "verhaal"
    FIGURES = "cijfers"
    TREATMENT = "gelijk"
    CASES = "casussen"
    COURSE = "beloop"
    DOSSIER = "dossier"


def part_asked(parameters: Mapping[str, str], among: Collection[Part] = tuple(Part)) -> Part:
    """The part in an address; the story where it names none of those that there are."""
    named = parameters.get(PART, "").strip()
    return Part(named) if named in set(among) else Part.STORY


def pattern_link(pattern_id: str, part: Part = Part.STORY, *, as_of: date | None = None) -> str:
    """Link to a pattern; with ``as_of`` as it was on that day."""
    query = {"id": pattern_id}
    if part is not Part.STORY:
        query[PART] = part.value
    if as_of:
        query[PARAMETER] = as_of.isoformat()
    return f"{PATTERN_PAGE}?{urlencode(query)}"


def register_link(as_of: date | None = None) -> str:
    """Link to the register of patterns, as of the same day."""
    return f"{REGISTER_PAGE}?{urlencode({PARAMETER: as_of.isoformat()})}" if as_of else REGISTER_PAGE
