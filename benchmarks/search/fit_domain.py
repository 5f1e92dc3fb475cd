# SPDX-License-Identifier: EUPL-1.2
"""The direction in the space of the encoder that tells hardship by rules from other things."""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.search.material import json_lines, out_of_domain
from index.domain import Domain
from index.encoder import Encoder

_FIRMNESS = 3.0
_LISTS = ("out_of_domain_more.txt", "out_of_domain_third.txt", "out_of_domain_fourth.txt")


def other_things() -> list[str]:
    """Searches about other things, to fit on: the odd lines of the first list and all of the later ones."""
    return [*out_of_domain()[::2], *(line for name in _LISTS for line in out_of_domain(name))]


def fit_domain(encoder: Encoder, folders: Sequence[Path], answered: Sequence[str]) -> Domain:
    """Fitted on the texts on mechanisms in the folders; ``answered`` are searches that have an answer."""
    from sklearn.linear_model import LogisticRegression

    texts, others = list(_mechanisms(folders)), other_things()
    vectors = np.vstack([encoder.encode_queries(texts), encoder.encode_queries(others)]).astype(np.float64)
    inside = np.repeat([1, 0], [len(texts), len(others)])
    model = LogisticRegression(C=_FIRMNESS, class_weight="balanced", max_iter=1000).fit(vectors, inside)
    weights, intercept = np.round(model.coef_[0], 4), round(float(model.intercept_[0]), 4)
    usual = np.median(encoder.encode_queries(list(answered)).astype(np.float64) @ weights + intercept)
    return Domain(
        model=encoder.model_id,
        usual=round(float(usual), 4),
        intercept=intercept,
        weights=tuple(float(each) for each in weights),
    )


def _mechanisms(folders: Sequence[Path]) -> list[str]:
    paths = [path for folder in folders for path in sorted(folder.glob("mechanisms*.jsonl"))]
    return [row["text"] for path in paths for row in json_lines(path)]
