# SPDX-License-Identifier: EUPL-1.2
"""95% intervals of shares over cases, by drawing the cases again (bootstrap).

Marks of one case are not independent (one name, one writer), so whole cases are drawn, with
replacement (Efron & Tibshirani 1993, An Introduction to the Bootstrap, chapters 6 and 13: percentile
interval). Where nothing was missed, every draw is perfect and tells nothing; then the exact binomial
bound counts (Clopper & Pearson 1934), with cases, not marks, as the number of trials: cautious.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from anonymise.evaluation.scores import Interval

SEED = 20
DRAWS = 2000
_MOST_NUMBERS = 20_000_000
_OUTSIDE = 0.025
"""Probability on each side of a 95% interval."""


class CaseSampler:
    """Draws of so many cases; the same draws serve all shares, so that these can be compared."""

    def __init__(self, cases: int, seed: int = SEED) -> None:
        draws = max(100, min(DRAWS, _MOST_NUMBERS // max(1, cases)))
        chances = np.full(cases, 1 / cases) if cases else np.zeros(0)
        weights = (
            np.random.default_rng(seed).multinomial(cases, chances, draws) if cases else np.zeros((1, 0))
        )
        self._weights: npt.NDArray[np.float32] = weights.astype(np.float32)

    def interval(self, parts: Sequence[int], wholes: Sequence[int]) -> Interval | None:
        """The interval of sum(parts) / sum(wholes), both one number a case; None when there is no whole."""
        part, whole = np.asarray(parts, np.float32), np.asarray(wholes, np.float32)
        if not whole.sum():
            return None
        if part.sum() in (0, whole.sum()):
            return _exact(int((whole > 0).sum()), perfect=bool(part.sum()))
        drawn = self._weights @ whole
        shares = (self._weights @ part)[drawn > 0] / drawn[drawn > 0]
        low, high = np.quantile(shares, (_OUTSIDE, 1 - _OUTSIDE))
        return Interval(low=round(float(low), 4), high=round(float(high), 4))


def _exact(cases: int, *, perfect: bool) -> Interval:
    bound = round(_OUTSIDE ** (1 / cases), 4)
    return (
        Interval(low=bound, high=1, exact=True)
        if perfect
        else Interval(low=0, high=round(1 - bound, 4), exact=True)
    )
