# SPDX-License-Identifier: EUPL-1.2
"""Where a burst of like cases stands in the register."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from patterns.bursts import Burst, holder
from patterns.study import PatternStudy
from search_app.pattern_studies import PatternStudies


@dataclass(frozen=True, repr=False)
class PlacedBurst:
    """A burst beside the patterns that go on.

    pattern_id: the pattern that holds half of it or more, None when there is none; nearest: the pattern that
    holds most of it, however little, and how many of its cases are in there.
    """

    burst: Burst
    pattern_id: str | None
    nearest: PatternStudy | None = None
    inside: int = 0


def placed_burst(studies: PatternStudies, as_of: date | None = None) -> PlacedBurst | None:
    """The burst of a day, with the pattern that holds it; None when no burst is told that day."""
    burst = studies.burst(as_of)
    return placed(burst, studies.all(as_of)) if burst else None


def placed(burst: Burst, studies: Sequence[PatternStudy]) -> PlacedBurst:
    """A burst beside these patterns; of those that hold as much the first counts."""
    groups = [study.file.case_ids for study in studies]
    held = [len(set(burst.case_ids) & set(group)) for group in groups]
    most = max(held, default=0)
    nearest = studies[held.index(most)] if most else None
    place = holder(burst, groups)
    return PlacedBurst(burst, None if place is None else _number(studies[place]), nearest, most)


def burst_in(studies: PatternStudies, pattern_id: str, as_of: date | None = None) -> Burst | None:
    """The burst that one pattern holds; None without."""
    found = placed_burst(studies, as_of)
    return found.burst if found and found.pattern_id == pattern_id else None


def _number(study: PatternStudy) -> str:
    return study.file.record.pattern_id
