# SPDX-License-Identifier: EUPL-1.2
"""What a safe case tells about its person, as classes of closed lists.

These are quasi-identifiers: none of them names anybody, together they may single somebody out
(Article 29 Working Party, Opinion 05/2014 on anonymisation techniques, WP216).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from anonymise.edits import Place


class Trait(StrEnum):
    """A quasi-identifier; the value is the name under which it is kept with the case."""

    REGION = "regio"
    AGE = "leeftijd"
    SEX = "geslacht"
    NATIONALITY = "nationaliteit"
    HOUSEHOLD = "huishouden"
    CHILDREN = "kinderen"
    OCCUPATION = "beroep"
    DIAGNOSIS = "ziekte"
    RARE = "bijzonder"
    REGULATION = "regeling"
    QUARTER = "kwartaal"
    AMOUNT = "bedrag"


KNOWABLE = (
    Trait.SEX,
    Trait.AGE,
    Trait.REGION,
    Trait.NATIONALITY,
    Trait.HOUSEHOLD,
    Trait.CHILDREN,
    Trait.OCCUPATION,
    Trait.DIAGNOSIS,
    Trait.RARE,
)
"""What a neighbour, a colleague or a journalist can know, in the order in which it is told to people.

Regulation, quarter and amount are context: who knows these, knows the file already.
"""


class Certainty(StrEnum):
    """How surely the text says it; what it does not say is left out."""

    TOLD = "verteld"
    DERIVED = "afgeleid"


@dataclass(frozen=True)
class Found:
    """A trait that the text tells, with the place that told it where there is one."""

    trait: Trait
    value: str
    certainty: Certainty = Certainty.TOLD
    place: Place | None = None


@dataclass(frozen=True)
class Traits:
    """Everything that was found about the person of a case; only RARE may have several values."""

    found: tuple[Found, ...] = ()

    def __getitem__(self, trait: Trait) -> str:
        """The first value of a trait; empty when the text does not tell."""
        return next((found.value for found in self.found if found.trait is trait), "")

    @property
    def values(self) -> frozenset[tuple[str, str]]:
        """Pairs of trait and value, as they are kept and counted."""
        return frozenset((found.trait.value, found.value) for found in self.found)

    @property
    def places(self) -> Mapping[tuple[str, str], Place]:
        """Where each pair of trait and value was read, for those that stand somewhere."""
        return {(f.trait.value, f.value): f.place for f in self.found if f.place is not None}
