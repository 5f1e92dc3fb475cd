# SPDX-License-Identifier: EUPL-1.2
"""From a fused score to what people are told: a probability, a band, whether anything comparable was found.

The numbers stand in ``ranking.toml``; docs/evaluation/ranking.md tells how they do on themes that they were
not fitted on.
"""

from collections.abc import Sequence
from enum import StrEnum

import numpy as np

from index.comparable import features
from index.evidence import Evidence
from index.hits import Band
from index.ranker import ByKind, load_ranker
from index.words import Scores


class Calibration(StrEnum):
    """What was searched with: the same score is worth more from one than from the other."""

    TEXT = "text"
    CASE = "case"

    @property
    def numbers(self) -> ByKind:
        """The fitted numbers for this kind of search."""
        ranker = load_ranker()
        return ranker.text if self is Calibration.TEXT else ranker.case


TEXT, CASE = Calibration.TEXT, Calibration.CASE


def shares(scores: Scores, calibration: Calibration, *, comparable: bool = True) -> list[float]:
    """The probability of each case to be about the same problem, by its fused score.

    When nothing ``comparable`` was found they are scaled to stay below the band *mogelijk*.
    """
    curve = calibration.numbers.probability
    logits = curve.slope * scores.astype(np.float64) + curve.intercept
    found = 1 / (1 + np.exp(-np.clip(logits, -50, 50)))
    most = 1.0 if comparable else load_ranker().bands.possible
    return [round(float(share) * most, 6) for share in found]


def is_comparable(evidence: Evidence, calibration: Calibration) -> bool:
    """Whether the best cases before feedback are worth a look.

    They are when the fitted rule says so, and always when a search has no word that is not a name in the
    lexicon (*dagloon*, *WIA*) and one of them holds one.
    """
    if not len(evidence):
        return False
    if evidence.wording.named >= 1 and evidence.signals[0].max() > 0:
        return True
    rule = calibration.numbers.comparable
    found = features(evidence)
    return rule.intercept + sum(weight * found[name] for name, weight in rule.weights.items()) >= 0


def band(share: float) -> Band:
    """The band of a probability."""
    from_ = load_ranker().bands
    if share >= from_.strong:
        return Band.STRONG
    return Band.POSSIBLE if share >= from_.possible else Band.WEAK


def bands(scores: Sequence[float], calibration: Calibration, *, comparable: bool) -> list[Band]:
    """The bands of hits with these fused scores; all weak when nothing comparable was found."""
    told = shares(np.array(scores, dtype=np.float32), calibration)
    return [band(share) if comparable else Band.WEAK for share in told]
