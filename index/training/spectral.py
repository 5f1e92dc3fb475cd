# SPDX-License-Identifier: EUPL-1.2
"""First token vectors from the company that tokens keep: PPMI and a truncated SVD, no gradient.

Levy, Goldberg and Dagan (2015), "Improving distributional similarity with lessons learned from
word embeddings": context distribution smoothing 0.75, square root of the singular values.
"""

from typing import Any

import numpy as np
import numpy.typing as npt

from index.training.recipe import Recipe

Ids = npt.NDArray[np.int32]
Table = npt.NDArray[np.float32]

_BREAK = -1
_CONTEXT_SMOOTHING = 0.75


def spectral_table(texts: list[Ids], size: int, recipe: Recipe) -> Table:
    """One row per token, shape (size, recipe.dimensions); frequent tokens get short rows."""
    from sklearn.utils.extmath import randomized_svd

    share = np.bincount(np.concatenate(texts), minlength=size) / sum(map(len, texts))
    stream = _thinned(_joined(texts, recipe.window), share, recipe)
    information = _positive_information(_company(stream, size, recipe.window))
    dimensions = min(recipe.dimensions, size - 1)
    left, values, _ = randomized_svd(
        information, dimensions, n_iter=3, n_oversamples=16, random_state=recipe.seed
    )
    rows = left * np.sqrt(values)
    rows /= np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-6)
    rows *= (recipe.smoothing / (recipe.smoothing + share))[:, None]
    table = np.zeros((size, recipe.dimensions), dtype=np.float32)
    table[:, :dimensions] = rows / np.linalg.norm(rows, axis=1).mean()
    return table


def _joined(texts: list[Ids], window: int) -> Ids:
    separator = np.full(window, _BREAK, dtype=np.int32)
    return np.concatenate([part for text in texts for part in (text, separator)])


def _thinned(stream: Ids, share: npt.NDArray[np.float64], recipe: Recipe) -> Ids:
    chance = np.sqrt(recipe.frequent / np.maximum(share, 1e-12))
    drawn = np.random.default_rng(recipe.seed).random(len(stream))
    kept = (stream == _BREAK) | (drawn < chance[np.maximum(stream, 0)])
    return np.asarray(stream[kept], dtype=np.int32)


def _company(stream: Ids, size: int, window: int) -> Any:
    """Sparse (size, size): how often two tokens stand together, nearby ones counted more."""
    from scipy.sparse import csr_matrix

    counts = csr_matrix((size, size), dtype=np.float32)
    for distance in range(1, window + 1):
        first, second = stream[:-distance], stream[distance:]
        both = (first != _BREAK) & (second != _BREAK)
        codes, times = np.unique(first[both].astype(np.int64) * size + second[both], return_counts=True)
        weights = (times / np.sqrt(distance)).astype(np.float32)
        counts = counts + csr_matrix((weights, (codes // size, codes % size)), shape=(size, size))
    return counts + counts.T


def _positive_information(counts: Any) -> Any:
    """Sparse positive pointwise mutual information of the counts."""
    from scipy.sparse import csr_matrix

    totals = np.asarray(counts.sum(axis=1)).ravel()
    contexts = np.maximum(totals, 1e-9) ** _CONTEXT_SMOOTHING
    contexts *= totals.sum() / contexts.sum()
    cells = counts.tocoo()
    expected = totals[cells.row] * contexts[cells.col] / totals.sum()
    information = np.log(cells.data / expected)
    kept = information > 0
    return csr_matrix(
        (information[kept].astype(np.float32), (cells.row[kept], cells.col[kept])), shape=counts.shape
    )
