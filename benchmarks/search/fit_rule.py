# SPDX-License-Identifier: EUPL-1.2
"""The rule that tells whether anything comparable was found, from searches with and without an answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.comparable import features
from index.evidence import Evidence
from index.ranker import Rule

LET_THROUGH = 0.025
"""Half of what is asked at most on searches that nobody fitted on."""

_FIRMNESS = 1.0


@dataclass(frozen=True)
class Judged:
    """What a search found in a collection, and whether there is an answer."""

    evidence: Evidence
    answer: bool
    collection: str


def fit_rule(judged: Sequence[Judged], names: Sequence[str], kept: float = 0.0) -> Rule:
    """The rule on these features.

    Each collection counts as much, and in it searches with and without an answer do. The edge lets
    ``LET_THROUGH`` of the searches without an answer through, or more where that is needed to keep the share
    ``kept`` of those with one.
    """
    from sklearn.linear_model import LogisticRegression

    values = _values([each.evidence for each in judged], names)
    answer = np.array([each.answer for each in judged])
    mean, spread = values.mean(axis=0), np.maximum(values.std(axis=0), 1e-9)
    groups = Counter((each.collection, each.answer) for each in judged)
    share = (
        np.array([1 / groups[each.collection, each.answer] for each in judged]) * len(judged) / len(groups)
    )
    model = LogisticRegression(C=_FIRMNESS).fit((values - mean) / spread, answer, sample_weight=share)
    slopes = model.coef_[0] / spread
    edge = _edge(values @ slopes, answer, share)
    if kept:
        edge = min(edge, float(np.quantile((values @ slopes)[answer], 1 - kept)))
    weights = {name: round(weight, 4) for name, weight in zip(names, slopes.tolist(), strict=True)}
    return Rule(intercept=round(-edge, 4), weights=weights)


def _edge(
    score: npt.NDArray[np.float64], answer: npt.NDArray[np.bool_], share: npt.NDArray[np.float64]
) -> float:
    """The score that no more than ``LET_THROUGH`` of the others reach, each collection counting as much."""
    others, weight = score[~answer], share[~answer]
    order = np.argsort(-others, kind="stable")
    passed = np.cumsum(weight[order]) / weight.sum()
    last = int(np.searchsorted(passed, LET_THROUGH, side="right"))
    return float((others[order][last - 1] + others[order][last]) / 2)


def _values(evidence: Sequence[Evidence], names: Sequence[str]) -> npt.NDArray[np.float64]:
    found = [features(each) for each in evidence]
    return np.array([[each[name] for name in names] for each in found])
