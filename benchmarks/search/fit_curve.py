# SPDX-License-Identifier: EUPL-1.2
"""From score to probability, and how far such probabilities can be believed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from benchmarks.search.fit_weights import by_theme
from benchmarks.search.looked_at import Looked
from index.ranker import Curve

DEPTH = 30
"""Cases of each search that count: what nobody sees needs no probability."""

EDGES = (0.0, 0.1, 0.2, 0.35, 0.5, 0.7, 0.85, 1.0)

_Z = 1.96
Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Bin:
    """Hits that were told a probability between two edges: what they were told, and what was true.

    ``low`` and ``high`` are Wilson's 95% interval of ``true``; hits of one search hang together, so that the
    real interval is wider.
    """

    start: float
    end: float
    count: int
    told: float
    true: float
    low: float
    high: float


@dataclass(frozen=True)
class Reliability:
    """``brier`` is the mean squared error, ``base`` that of always telling the mean share of these hits.

    ``error`` is the expected calibration error over the bins (Naeini and others, 2015).
    """

    name: str
    hits: int
    brier: float
    base: float
    error: float
    bins: tuple[Bin, ...]


def fit_curve(searches: Sequence[Looked], *, first: bool = False) -> Curve:
    """The logistic curve through the best cases of these searches; ``first``: by scores before feedback."""
    from sklearn.linear_model import LogisticRegression

    scores, relevant = hits(searches, first=first)
    model = LogisticRegression(C=10).fit(scores[:, None], relevant)
    return Curve(slope=round(float(model.coef_[0, 0]), 4), intercept=round(float(model.intercept_[0]), 4))


def hits(searches: Sequence[Looked], *, first: bool = False) -> tuple[Numbers, npt.NDArray[np.bool_]]:
    """The scores of the best cases of each search, and which are relevant."""
    scores, relevant = [], []
    for each in searches:
        own = each.first if first else each.final
        best = np.argsort(-own, kind="stable")[:DEPTH]
        scores.append(own[best])
        relevant.append(each.relevant[best])
    return np.concatenate(scores), np.concatenate(relevant)


def probabilities(curve: Curve, scores: Numbers) -> Numbers:
    """As ``index.bands.shares``."""
    found: Numbers = 1 / (1 + np.exp(-(curve.slope * scores + curve.intercept)))
    return found


def held_out(name: str, searches: Sequence[Looked]) -> Reliability:
    """Each theme told by the curve through the others."""
    told, true = [], []
    for theme, own in by_theme(searches).items():
        curve = fit_curve([each for each in searches if each.search.group != theme])
        scores, relevant = hits(own)
        told.append(probabilities(curve, scores))
        true.append(relevant)
    return reliability(name, np.concatenate(told), np.concatenate(true))


def counted(name: str, searches: Sequence[Looked], curve: Curve) -> Reliability:
    """Searches that had no part in the curve."""
    scores, relevant = hits(searches)
    return reliability(name, probabilities(curve, scores), relevant)


def reliability(name: str, told: Numbers, true: npt.NDArray[np.bool_]) -> Reliability:
    """What was told beside what was true; ``told`` and ``true`` by hit."""
    bins = []
    for start, end in pairwise(EDGES):
        within = (told >= start) & ((told < end) | (end == EDGES[-1]))
        if within.any():
            share, count = float(true[within].mean()), int(within.sum())
            bins.append(Bin(start, end, count, float(told[within].mean()), share, *_wilson(share, count)))
    return Reliability(
        name,
        len(told),
        float(np.mean((told - true) ** 2)),
        float(true.mean() * (1 - true.mean())),
        sum(each.count * abs(each.told - each.true) for each in bins) / len(told),
        tuple(bins),
    )


def _wilson(share: float, count: int) -> tuple[float, float]:
    middle = (share + _Z**2 / (2 * count)) / (1 + _Z**2 / count)
    half = _Z * np.sqrt(share * (1 - share) / count + _Z**2 / (4 * count**2)) / (1 + _Z**2 / count)
    return float(middle - half), float(middle + half)
