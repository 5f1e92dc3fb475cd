# SPDX-License-Identifier: EUPL-1.2
"""Which cases a person wants to look at."""

from dataclasses import dataclass
from datetime import date

from casebase.vocabulary import Level, Nature, Outcome, Principle


@dataclass(frozen=True)
class SearchFilters:
    """Conditions on released cases: any of the values within a field, all of the fields together.

    ``received_from`` and ``received_to`` include their day. Empty means no condition.
    """

    regulations: tuple[str, ...] = ()
    natures: tuple[Nature, ...] = ()
    levels: tuple[Level, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    principles: tuple[Principle, ...] = ()
    organisations: tuple[str, ...] = ()
    maatwerkplaatsen: tuple[str, ...] = ()
    received_from: date | None = None
    received_to: date | None = None
    deviates_from_rules: bool | None = None

    def __bool__(self) -> bool:
        return self != SearchFilters()
