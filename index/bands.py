# SPDX-License-Identifier: EUPL-1.2
"""From a fused score to what people are told: a band, and whether anything comparable was found.

The numbers were fitted by benchmarks/search/calibrate.py on the odd themes of the invented cases and on
half of a list of searches about other things (cooking, football, boats); docs/search.md gives how they do
on the other halves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from index.hits import Band
from index.words import Scores


@dataclass(frozen=True)
class Calibration:
    """``slope`` and ``intercept`` turn a fused score into a share of hits that are about the same problem.

    From ``strong`` and ``possible`` on (fused scores) a hit has that band. Something comparable was found
    when the best three cases, before feedback, score ``comparable`` on average, or one of them ``alone``.
    """

    slope: float
    intercept: float
    strong: float
    possible: float
    comparable: float
    alone: float


TEXT = Calibration(slope=0.47, intercept=-3.46, strong=8.4, possible=5.7, comparable=5.0, alone=8.5)
CASE = Calibration(slope=0.36, intercept=-3.04, strong=10.0, possible=6.5, comparable=4.0, alone=8.5)


def shares(scores: Scores, calibration: Calibration) -> list[float]:
    """Fused scores between 0 and 1: among hits with such a score, the share about the same problem."""
    logits = calibration.slope * scores.astype(np.float64) + calibration.intercept
    return [round(float(share), 6) for share in 1 / (1 + np.exp(-logits))]


def is_comparable(evidence: Scores, calibration: Calibration) -> bool:
    """Whether cases with these best scores before feedback (best first, up to three) are worth a look."""
    if not len(evidence):
        return False
    return bool(evidence.mean() >= calibration.comparable or evidence[0] >= calibration.alone)


def band(score: float, calibration: Calibration) -> Band:
    """The band of a fused score."""
    if score >= calibration.strong:
        return Band.STRONG
    return Band.POSSIBLE if score >= calibration.possible else Band.WEAK


def bands(scores: Sequence[float], calibration: Calibration, *, comparable: bool) -> list[Band]:
    """The bands of hits; all weak when nothing comparable was found."""
    return [band(score, calibration) if comparable else Band.WEAK for score in scores]
