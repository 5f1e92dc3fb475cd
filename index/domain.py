# SPDX-License-Identifier: EUPL-1.2
"""How much a typed search is like what such a databank is about, whatever this collection happens to hold.

A logistic curve on the vector of the search, fitted on texts about unintended hardship and on searches about
other things (``python -m benchmarks.search.calibrate``). The honest no weighs it beside what was found: in a
small collection little is found, and for a search about boats something always is.
"""

import tomllib
from functools import lru_cache
from pathlib import Path

import numpy as np
from pydantic import BaseModel, ConfigDict, ValidationError

from index.ranker import RankingFileError
from index.vectors import Vectors

FILE = Path(__file__).with_name("domain.toml")


class Domain(BaseModel):
    """A direction in the space of one encoder.

    ``model`` is the encoder that the ``weights`` belong to; ``usual`` is the value of a middling search that
    has an answer: it stands in when another encoder is used.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    model: str
    usual: float
    intercept: float
    weights: tuple[float, ...]

    def of(self, meaning: Vectors, model: str) -> float:
        """The log odds that a search with this vector, shape (dimension,), is about such things."""
        if model != self.model or len(meaning) != len(self.weights):
            return self.usual
        return float(np.dot(meaning.astype(np.float64), np.array(self.weights)) + self.intercept)


@lru_cache(maxsize=1)
def load_domain() -> Domain:
    """What is in the shipped file, read once.

    Raises:
        RankingFileError: it is missing, or something in it is not known or not right.
    """
    try:
        return Domain.model_validate(tomllib.loads(FILE.read_text("utf-8")))
    except (OSError, ValueError, ValidationError):
        raise RankingFileError from None
