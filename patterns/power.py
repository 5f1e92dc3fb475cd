# SPDX-License-Identifier: EUPL-1.2
"""How often growth would be seen with so few cases: the power of the trend test."""

from functools import lru_cache

import numpy as np

from patterns.exact import growth_p


@lru_cache(maxsize=4096)
def power_to_see_growth(
    total: int, share: float, level: float, minimum: int = 3, factor: float = 3.0
) -> float:
    """The chance (0 to 1) that one look sees the rate grow ``factor`` times.

    total: cases in both windows, which give the rate without growth; share: the recent window's part of the
    inflow; level: p-value at or below which growth is seen; minimum: recent cases needed.
    The recent count is Poisson with mean factor * total * share, the count before Poisson with mean
    total * (1 - share); the chance is summed over both, as in Krishnamoorthy and Thomson (2004),
    J. Statist. Plann. Inference 119, 23-35.
    """
    if total == 0 or not 0 < share < 1:
        return 0.0
    recent, chance_recent = _poisson(factor * total * share)
    before, chance_before = _poisson(total * (1 - share))
    p = growth_p(recent[:, None], before[None, :], share)
    seen = (p <= level) & (recent[:, None] >= minimum)
    return float(chance_recent @ seen @ chance_before)


def _poisson(mean: float) -> tuple[np.ndarray, np.ndarray]:
    from scipy.special import gammaln

    k = np.arange(int(mean + 10 * mean**0.5 + 15))
    return k, np.exp(k * np.log(mean) - mean - gammaln(k + 1))
