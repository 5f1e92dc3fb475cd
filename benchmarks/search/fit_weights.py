# SPDX-License-Identifier: EUPL-1.2
"""Weights that put relevant cases above others: pairwise logistic, pairs weighted as LambdaMART does.

Each pair of a relevant case and one of the best others counts by what swapping them would do to nDCG (Burges,
"From RankNet to LambdaRank to LambdaMART", 2010). The weights are held near where they start; how firmly is
chosen by leaving themes out, and the gain is that on themes that were left out of that choice as well.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy.optimize import minimize

from benchmarks.search.looked_at import Looked

Numbers = npt.NDArray[np.float64]
Features = Callable[[Looked], Numbers]
"""The features of a search's cases, (features, cases)."""

HOLDS = (0.003, 0.01, 0.03, 0.1, 0.3)
"""How firmly weights are held to where they start: what is tried."""

_OTHERS = 60
"""Cases that are not relevant and stand highest: those that matter for the first ten."""

_CUT = 10


@dataclass(frozen=True)
class Fitted:
    """Weights with nDCG@10 on held-out themes, theirs and that of the start, mean over themes.

    ``error`` is the standard error of the gain over themes.
    """

    weights: tuple[float, ...]
    hold: float
    before: float
    after: float
    error: float

    @property
    def gain(self) -> float:
        """What held-out themes gain."""
        return self.after - self.before

    @property
    def better(self) -> bool:
        """Whether the gain is more than two standard errors: else the weights stay as they are."""
        return self.gain > 2 * self.error


def fit(searches: Sequence[Looked], features: Features, start: Sequence[float]) -> Fitted:
    """The best weights, each at least 0, and what they gain on themes that were left out (nested)."""
    fits = _Fits(searches, features, np.array(start, dtype=np.float64))
    themes = fits.themes
    gains, before = [], []
    for theme in themes:
        rest = [other for other in themes if other != theme]
        hold = max(HOLDS, key=lambda each: np.mean([fits.figure(o, {theme, o}, each) for o in rest]))
        before.append(fits.at_start(theme))
        gains.append(fits.figure(theme, {theme}, hold) - before[-1])
    hold = max(HOLDS, key=lambda each: np.mean([fits.figure(theme, {theme}, each) for theme in themes]))
    mean = float(np.mean(before))
    error = float(np.std(gains, ddof=1) / np.sqrt(len(gains)))
    weights = tuple(fits.weights(frozenset(), hold).tolist())
    return Fitted(weights, hold, mean, mean + float(np.mean(gains)), error)


def ndcg(scores: Numbers, relevant: npt.NDArray[np.bool_]) -> float:
    """nDCG@10 with grades 0 and 1; ties by place."""
    first = np.argsort(-scores, kind="stable")[:_CUT]
    discounts = 1 / np.log2(np.arange(2, _CUT + 2))
    best = discounts[: min(_CUT, int(relevant.sum()))].sum()
    return float((relevant[first] * discounts[: len(first)]).sum() / best)


def by_theme(searches: Sequence[Looked]) -> Mapping[str, list[Looked]]:
    """The searches of each theme."""
    grouped: dict[str, list[Looked]] = {}
    for each in searches:
        grouped.setdefault(each.search.group, []).append(each)
    return dict(sorted(grouped.items()))


class _Fits:
    """Fits without some themes, each made once."""

    def __init__(self, searches: Sequence[Looked], features: Features, start: Numbers) -> None:
        self._of, self._features, self._start = by_theme(searches), features, start
        self._pairs = {theme: _pairs(of, features, start) for theme, of in self._of.items()}
        self._known: dict[tuple[frozenset[str], float], Numbers] = {}

    @property
    def themes(self) -> list[str]:
        return list(self._of)

    def figure(self, theme: str, without: set[str], hold: float) -> float:
        return self._mean(theme, self.weights(frozenset(without), hold))

    def at_start(self, theme: str) -> float:
        return self._mean(theme, self._start)

    def weights(self, without: frozenset[str], hold: float) -> Numbers:
        if (without, hold) not in self._known:
            kept = [pairs for theme, pairs in self._pairs.items() if theme not in without]
            self._known[without, hold] = _fitted(kept, self._start, hold)
        return self._known[without, hold]

    def _mean(self, theme: str, weights: Numbers) -> float:
        found = [ndcg(weights @ self._features(each), each.relevant) for each in self._of[theme]]
        return float(np.mean(found))


def _fitted(pairs: Sequence[tuple[Numbers, Numbers]], start: Numbers, hold: float) -> Numbers:
    apart = np.concatenate([each for each, _ in pairs])
    counts = np.concatenate([each for _, each in pairs])
    counts = counts / counts.sum()

    def loss(weights: Numbers) -> tuple[float, Numbers]:
        margin = apart @ weights
        value = counts @ np.logaddexp(0, -margin) + hold * ((weights - start) ** 2).sum()
        slope = -apart.T @ (counts / (1 + np.exp(np.minimum(margin, 500)))) + 2 * hold * (weights - start)
        return float(value), slope

    found: Numbers = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=[(0, None)] * len(start)).x
    return found


def _pairs(searches: Sequence[Looked], features: Features, start: Numbers) -> tuple[Numbers, Numbers]:
    apart, counts = [], []
    for each in searches:
        values = features(each)
        place = np.empty(values.shape[1], dtype=np.int64)
        place[np.argsort(-(start @ values), kind="stable")] = np.arange(values.shape[1])
        yes, no = np.flatnonzero(each.relevant), np.flatnonzero(~each.relevant)
        no = no[np.argsort(place[no])[:_OTHERS]]
        worth = 1 / np.log2(place + 2.0)
        count = np.abs(worth[yes][:, None] - worth[no][None]).ravel()
        apart.append((values[:, yes][:, :, None] - values[:, no][:, None]).reshape(len(values), -1).T)
        counts.append(count / count.sum())
    return np.concatenate(apart), np.concatenate(counts)
