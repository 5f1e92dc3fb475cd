# SPDX-License-Identifier: EUPL-1.2
"""The rule that tells whether anything comparable was found, from searches with and without an answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.comparable import features
from index.evidence import Evidence
from index.ranker import Rule

KEPT = 0.95
"""Share of the searches with an answer that must keep it where the rule is fitted, at least."""

LET_THROUGH = 0.03
"""Share of the other searches that may be told that something is comparable, to keep more than that."""

_FIRMNESS = 1.0


@dataclass(frozen=True)
class Judged:
    """What a search found, and whether there is an answer. The rule's edge is laid on what is ``leading``."""

    evidence: Evidence
    answer: bool
    leading: bool = True


def fit_rule(judged: Sequence[Judged], names: Sequence[str]) -> Rule:
    """The rule on these features, its edge laid where the leading searches leave room."""
    from sklearn.linear_model import LogisticRegression

    values = _values([each.evidence for each in judged], names)
    answer = np.array([each.answer for each in judged])
    mean, spread = values.mean(axis=0), np.maximum(values.std(axis=0), 1e-9)
    model = LogisticRegression(C=_FIRMNESS, class_weight="balanced").fit((values - mean) / spread, answer)
    slopes = model.coef_[0] / spread
    of_answers = np.sort([row @ slopes for row, each in zip(values, judged, strict=True)
                          if each.answer and each.leading])  # fmt: skip
    of_others = np.sort([row @ slopes for row, each in zip(values, judged, strict=True)
                         if not each.answer and each.leading])  # fmt: skip
    return _laid(of_answers, of_others, dict(zip(names, slopes.tolist(), strict=True)))


def _laid(
    answers: npt.NDArray[np.float64], others: npt.NDArray[np.float64], weights: Mapping[str, float]
) -> Rule:
    """Halfway between the last answer that must be kept and the other search below it, or lower."""
    last = answers[int((1 - KEPT) * len(answers))]
    below = others[others < last]
    edge = min((last + below[-1]) / 2 if len(below) else last, np.quantile(others, 1 - LET_THROUGH))
    return Rule(
        intercept=round(-float(edge), 4),
        weights={name: round(weight, 4) for name, weight in weights.items()},
    )


def _values(evidence: Sequence[Evidence], names: Sequence[str]) -> npt.NDArray[np.float64]:
    found = [features(each) for each in evidence]
    return np.array([[each[name] for name in names] for each in found])
