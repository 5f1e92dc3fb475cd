# SPDX-License-Identifier: EUPL-1.2
"""The numbers that proposals are made with, read from ``proposals.toml``.

``python -m benchmarks.patterns.fit`` chooses them and writes the file; nobody changes them by hand.
"""

import tomllib
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from casebase.bilingual import DatabankError

FILE = Path(__file__).with_name("proposals.toml")


class ProposalFileError(DatabankError):
    """The file with the numbers of the proposals is missing or not as it should be."""

    def __init__(self) -> None:
        super().__init__(
            "Het bestand proposals.toml ontbreekt of klopt niet. Installeer de databank opnieuw.",
            "The file proposals.toml is missing or wrong. Install the databank again.",
        )


class _Numbers(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class SpaceNumbers(_Numbers):
    """How much each view of a case counts: sides beside the whole, latent analysis beside the search model.

    ``dimensions`` is how many directions are kept, ``stress`` how much more the strongest of them count.
    """

    latent: float = Field(ge=0)
    situation: float = Field(ge=0)
    weighing: float = Field(ge=0)
    solution: float = Field(ge=0)
    dimensions: int = Field(ge=2)
    stress: float = Field(ge=0)


class CompanyNumbers(_Numbers):
    """When a case is in company: ``least`` for the sum of three shares (see ``patterns.company``).

    ``neighbours`` is how many of the nearest cases are looked at, in a small collection at most one in
    ``one_in`` cases; ``leeway`` how much less is enough for a case that was in a proposal before. Where the
    neighbours are a larger part of the collection than ``usual``, chance alone gives company: each part
    more asks for ``crowding`` times so much company more.
    """

    neighbours: int = Field(ge=3)
    one_in: int = Field(ge=4)
    weighing: float = Field(ge=0)
    words: float = Field(ge=0)
    least: float = Field(ge=0)
    crowding: float = Field(ge=0)
    usual: float = Field(ge=0)
    leeway: float = Field(ge=0)


class GroupNumbers(_Numbers):
    """When cases are one group: the neighbours they are compared by, and how alike those must be.

    ``stay`` is how much more alike two cases count that were in one proposal before.
    """

    neighbours: int = Field(ge=3)
    alike: float = Field(gt=0, lt=1)
    stay: float = Field(ge=0, lt=1)
    smallest: int = Field(ge=2)


class ProposalNumbers(_Numbers):
    """All of ``proposals.toml``."""

    space: SpaceNumbers
    company: CompanyNumbers
    groups: GroupNumbers


@lru_cache(maxsize=1)
def load_numbers() -> ProposalNumbers:
    """The numbers in the shipped file, read once.

    Raises:
        ProposalFileError: it is missing, or something in it is not known or not right.
    """
    return read_numbers(FILE)


def read_numbers(path: Path) -> ProposalNumbers:
    """The numbers in a file.

    Raises:
        ProposalFileError: as ``load_numbers``.
    """
    try:
        return ProposalNumbers.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, ValueError, ValidationError):
        raise ProposalFileError from None
