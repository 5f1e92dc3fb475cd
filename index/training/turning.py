# SPDX-License-Identifier: EUPL-1.2
"""Turns the vectors so that their first columns serve by themselves (as Matryoshka training does).

Kusupati et al. (2022) train the loss on the first columns as well. A rotation onto the principal axes of
what the model is used on gives the same without any loss for the whole: inner products stay as they were.
"""

import numpy as np

from index.training.spectral import Ids, Table


def turned(table: Table, texts: list[Ids]) -> Table:
    """The rows on the principal axes of the unit vectors of the texts, most telling axis first; same shape.

    Texts without tokens do not count. The sign of an axis is chosen so that its largest value is positive.
    """
    sums = np.array([table[text].sum(axis=0, dtype=np.float64) for text in texts if len(text)])
    vectors = sums / np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-12)
    _, axes = np.linalg.eigh(vectors.T @ vectors)
    axes = axes[:, ::-1]
    largest = np.abs(axes).argmax(axis=0)
    axes = axes * np.sign(axes[largest, np.arange(axes.shape[1])])
    return np.asarray(table.astype(np.float64) @ axes, dtype=np.float32)
