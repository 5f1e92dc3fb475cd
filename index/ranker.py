# SPDX-License-Identifier: EUPL-1.2
"""The numbers that ranking, bands and the honest no run on, read from ``ranking.toml``.

``python -m benchmarks.search.calibrate`` fits them anew and writes the file; nobody changes them by hand.
"""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from casebase.bilingual import DatabankError

FILE = Path(__file__).with_name("ranking.toml")


class RankingFileError(DatabankError):
    """The file with the numbers of the ranking is missing or not as it should be."""

    def __init__(self) -> None:
        super().__init__(
            "Het bestand ranking.toml ontbreekt of klopt niet. Installeer de databank opnieuw.",
            "The file ranking.toml is missing or wrong. Install the databank again.",
        )


class _Numbers(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class Weights(_Numbers):
    """Of the three signals, each in spreads above what is usual in the collection.

    ``whole`` and ``best`` are the shares in meaning of the whole case and of its best passage.
    """

    words: float = Field(ge=0)
    latent: float = Field(ge=0)
    meaning: float = Field(ge=0)
    whole: float = Field(ge=0)
    best: float = Field(ge=0)

    @property
    def signals(self) -> tuple[float, float, float]:
        """In the order of ``index.fusion.signals``."""
        return self.words, self.latent, self.meaning


class Feedback(_Numbers):
    """How many of the best cases a search is moved towards, how far at most, and how sure a score is."""

    cases: int = Field(ge=1)
    most: float = Field(ge=0)
    slope: float
    intercept: float


class FieldWeight(_Numbers):
    """What agreeing on a field adds to a score; ``usual`` is how far two cases agree on average."""

    weight: float
    usual: float = Field(ge=0, le=1)


class Fields(_Numbers):
    """In the order of ``index.named.FIELDS``."""

    regulations: FieldWeight
    principles: FieldWeight
    nature: FieldWeight
    level: FieldWeight

    @property
    def usual(self) -> tuple[float, ...]:
        """How far two cases agree on average, by field."""
        return tuple(each.usual for each in self._each)

    @property
    def weights(self) -> tuple[float, ...]:
        """What full agreement adds, by field."""
        return tuple(each.weight for each in self._each)

    @property
    def _each(self) -> tuple[FieldWeight, ...]:
        return self.regulations, self.principles, self.nature, self.level


class Rule(_Numbers):
    """Something comparable was found when ``intercept`` and the weighted features are together 0 or more."""

    intercept: float
    weights: Mapping[str, float]


class Curve(_Numbers):
    """Turns a score into the probability that the case is about the same: a logistic curve."""

    slope: float = Field(gt=0)
    intercept: float


class Bands(_Numbers):
    """From which probability on a hit is called *sterk* and *mogelijk*."""

    strong: float = Field(gt=0, lt=1)
    possible: float = Field(gt=0, lt=1)


class ByKind(_Numbers):
    """For typed searches, and for cases as searches."""

    probability: Curve
    comparable: Rule


class Ranker(_Numbers):
    """All of ``ranking.toml``."""

    weights: Weights
    feedback: Feedback
    fields: Fields
    bands: Bands
    text: ByKind
    case: ByKind


@lru_cache(maxsize=1)
def load_ranker() -> Ranker:
    """The numbers in the shipped file, read once.

    Raises:
        RankingFileError: it is missing, or something in it is not known or not right.
    """
    return read_ranker(FILE)


def read_ranker(path: Path) -> Ranker:
    """The numbers in a file.

    Raises:
        RankingFileError: as ``load_ranker``.
    """
    try:
        return Ranker.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (OSError, ValueError, ValidationError):
        raise RankingFileError from None
