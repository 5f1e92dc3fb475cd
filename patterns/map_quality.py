# SPDX-License-Identifier: EUPL-1.2
"""How far a map can be trusted."""

from dataclasses import dataclass

import numpy as np

from index.vectors import Numbers
from patterns.case_space import Points
from patterns.map_layout import Places

NEAREST = 10
SEEN = 20

_LOOKED_AT = 1_000
"""So many cases are looked at, an even part, so that a large map is judged in a second."""


@dataclass(frozen=True)
class MapQuality:
    """Two figures between 0 and 1, the higher the better.

    ``trustworthiness``: how far neighbours on the map are neighbours indeed (Venna and Kaski 2001, ICANN; ten
    neighbours). ``kept``: the share of the ten most alike cases that is among the twenty nearest on the map.
    """

    trustworthiness: float
    kept: float


def map_quality(points: Points, places: Places) -> MapQuality | None:
    """How well places follow points of the same cases; None when there are too few to tell."""
    size = len(points)
    if size < 3 * SEEN:
        return None
    rows = np.unique(np.linspace(0, size - 1, min(size, _LOOKED_AT)).astype(np.int64))
    likeness, nearness = _ranks(points[rows] @ points.T, rows), _ranks(_near(places, rows), rows)
    near_by = nearness < NEAREST
    excess = np.where(near_by, np.maximum(likeness - NEAREST + 1, 0), 0).sum()
    worst = len(rows) * NEAREST * (2 * size - 3 * NEAREST - 1) / 2
    kept = ((likeness < NEAREST) & (nearness < SEEN)).sum() / (NEAREST * len(rows))
    return MapQuality(round(float(1 - excess / worst), 4), round(float(kept), 4))


def _near(places: Places, rows: Numbers) -> Places:
    gaps = places[rows, None, :] - places[None, :, :]
    nearness: Places = -(gaps**2).sum(axis=2)
    return nearness


def _ranks(scores: Places | Points, rows: Numbers) -> Numbers:
    """The rank of every case for each of the rows, 0 for the highest score, the case itself last."""
    scores = scores.astype(np.float64)
    scores[np.arange(len(rows)), rows] = -np.inf
    order = np.argsort(-scores, axis=1, kind="stable")
    ranks = np.empty_like(order)
    np.put_along_axis(ranks, order, np.broadcast_to(np.arange(scores.shape[1]), order.shape), axis=1)
    return ranks
