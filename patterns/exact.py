# SPDX-License-Identifier: EUPL-1.2
"""Exact figures for small counts: rates compared, proportions with an interval, many tests at once."""

from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import ArrayLike, NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Interval:
    """An estimate with the bounds between which it lies with the confidence asked for.

    ``estimate`` is None where the figures give none (0 of 0); ``high`` may be ``inf``.
    """

    estimate: float | None
    low: float
    high: float


def rate_ratio(recent: int, before: int, share: float, confidence: float = 0.95) -> Interval:
    """How many times the rate before the recent rate is, with its exact interval.

    Given the total, ``recent`` is binomial with chance ``share`` when nothing changed (``share``: exposure
    of the recent window as part of both windows), so the bounds are those of Clopper and Pearson put on the
    scale of the ratio. Source: Przyborowski and Wilenski (1940), Biometrika 31; the same as ``poisson.test``
    in R. No unit. A share of 0 or 1, or no cases at all, tells nothing: (None, 0, inf).
    """
    total = recent + before
    if total == 0 or not 0 < share < 1:
        return Interval(None, 0.0, inf)
    bounds = clopper_pearson(recent, total, confidence)
    scale = (1 - share) / share
    return Interval(*(scale * _odds(part) for part in (recent / total, bounds.low, bounds.high)))


def growth_p(recent: ArrayLike, before: ArrayLike, share: ArrayLike) -> Floats:
    """Chance of at least so many recent cases when the rate stayed what it was (one-sided p-value).

    Exact conditional test of two Poisson rates: P(X >= recent), X binomial (recent + before, share).
    Takes numbers or arrays that fit each other. Without recent cases or without exposure it is 1.
    Source: Przyborowski and Wilenski (1940), Biometrika 31, 313-323.
    """
    from scipy.special import betainc

    x, b, s = np.broadcast_arrays(*(np.asarray(value, float) for value in (recent, before, share)))
    usable = (x > 0) & (s > 0) & (s < 1)
    upper = betainc(np.where(usable, x, 1), b + 1, np.where(usable, s, 0.5))
    return np.where(usable, upper, 1.0)


def decline_p(recent: ArrayLike, before: ArrayLike, share: ArrayLike) -> Floats:
    """Chance of at most so many recent cases when the rate stayed what it was: ``growth_p`` mirrored."""
    return growth_p(before, recent, 1 - np.asarray(share, float))


def benjamini_hochberg(p_values: ArrayLike, axis: int = -1) -> Floats:
    """Adjusted p-values (q-values) along one axis: reject those at or below the false discovery rate.

    Source: Benjamini and Hochberg (1995), J. R. Statist. Soc. B 57, 289-300; the same as
    ``p.adjust(method = "BH")`` in R.
    """
    p = np.moveaxis(np.asarray(p_values, float), axis, -1)
    if p.shape[-1] == 0:
        return np.moveaxis(p, -1, axis)
    order = np.argsort(p, axis=-1, kind="stable")
    scaled = np.take_along_axis(p, order, -1) * p.shape[-1] / np.arange(1, p.shape[-1] + 1)
    smallest_above = np.minimum.accumulate(scaled[..., ::-1], axis=-1)[..., ::-1]
    adjusted = np.empty_like(p)
    np.put_along_axis(adjusted, order, np.minimum(smallest_above, 1.0), -1)
    return np.moveaxis(adjusted, -1, axis)


def clopper_pearson(count: int, total: int, confidence: float = 0.95) -> Interval:
    """The share ``count / total`` with its exact interval, which covers at least as often as it says.

    Source: Clopper and Pearson (1934), Biometrika 26, 404-413. Shares between 0 and 1;
    0 of 0 gives (None, 0, 1).
    """
    from scipy.special import betaincinv

    if total == 0:
        return Interval(None, 0.0, 1.0)
    tail = (1 - confidence) / 2
    low = float(betaincinv(count, total - count + 1, tail)) if count else 0.0
    high = float(betaincinv(count + 1, total - count, 1 - tail)) if count < total else 1.0
    return Interval(count / total, low, high)


def wilson(count: int, total: int, confidence: float = 0.95) -> Interval:
    """The share ``count / total`` with Wilson's interval, which covers as often as it says on average.

    Source: Wilson (1927), J. Am. Statist. Assoc. 22, 209-212. Shares between 0 and 1;
    0 of 0 gives (None, 0, 1).
    """
    from scipy.special import ndtri

    if total == 0:
        return Interval(None, 0.0, 1.0)
    z2 = float(ndtri(1 - (1 - confidence) / 2)) ** 2
    share = count / total
    centre = (share + z2 / (2 * total)) / (1 + z2 / total)
    half = (z2 * (share * (1 - share) + z2 / (4 * total)) / total) ** 0.5 / (1 + z2 / total)
    return Interval(share, max(0.0, centre - half), min(1.0, centre + half))


def _odds(share: float) -> float:
    return share / (1 - share) if share < 1 else inf
