# SPDX-License-Identifier: EUPL-1.2
"""A place in the plane for every case, like cases near each other; a map that stays where it is.

The map is drawn once (t-SNE, Van der Maaten and Hinton 2008, JMLR 9). From then on no case moves: a new one
gets its place among the cases that it is most like. Only who asks for it gets a new map, and that one starts
from the old one and is laid on it, so that it turns as little as it can.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.vectors import Numbers
from patterns.case_space import Points

Places = npt.NDArray[np.float64]
"""Places on the map, (cases, 2)."""

SPAN = 1000.0
"""The longer side of a new map; places have no unit."""

DRAWN_AT_MOST = 3_000
"""In a larger collection an even part of the cases is drawn, and the others get a place among them."""

_AMONG = 5
_FALL = 4
_PERPLEXITY = 30.0
_ROUNDS = 750
_TOGETHER = 12.0
_START, _AGAIN = 1e-4, 10.0
"""How wide the start is: nearly a point for a new map, about its own size for one that is drawn again."""
_AT_ONCE = 1_000
_DECIMALS = 1


@dataclass(frozen=True, repr=False)
class Layout:
    """A map: cases by ascending number, the place of each, and whether it was there when the map was drawn.

    The others were given a place later.
    """

    case_ids: tuple[str, ...]
    places: Places
    drawn: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.case_ids)

    def __repr__(self) -> str:
        return f"Layout({len(self)} cases, {int(self.drawn.sum())} drawn)"

    def only(self, case_ids: Sequence[str]) -> "Layout":
        """The same map without the cases that are not among these."""
        wanted = set(case_ids)
        kept = np.array([each in wanted for each in self.case_ids], dtype=np.bool_)
        left = tuple(each for each in self.case_ids if each in wanted)
        return Layout(left, self.places[kept], self.drawn[kept])


def draw(case_ids: Sequence[str], points: Points, before: Layout | None = None) -> Layout:
    """A new map of cases (ascending numbers) by their points, (cases, dimension), each of length 1 or 0.

    With ``before`` it starts from that map and is laid on it. The same cases give the same map.
    """
    ids = tuple(case_ids)
    if len(ids) < _AMONG:
        return _in_a_row(ids)
    rows = np.unique(np.linspace(0, len(ids) - 1, min(len(ids), DRAWN_AT_MOST)).astype(np.int64))
    chosen = tuple(ids[row] for row in rows.tolist())
    on_it = before is not None and len(before) >= _AMONG
    known = add(before, ids, points).only(chosen).places if before is not None and on_it else None
    places = _t_sne(points[rows], known)
    drawn = laid_on(places, known) if known is not None else _framed(places)
    whole = Layout(chosen, np.round(drawn, _DECIMALS), np.ones(len(rows), dtype=np.bool_))
    return add(whole, ids, points)


def add(layout: Layout, case_ids: Sequence[str], points: Points) -> Layout:
    """The map with a place for all given cases; those that have one keep it, those not given are left out.

    A new case gets the mean place of the five cases on the map that it is most like, the most alike counting
    most. Places of new cases do not depend on each other.
    """
    ids = tuple(case_ids)
    place_of = {each: row for row, each in enumerate(layout.case_ids)}
    held = np.array([place_of.get(each, -1) for each in ids], dtype=np.int64)
    old, new = np.flatnonzero(held >= 0), np.flatnonzero(held < 0)
    places = np.full((len(ids), 2), SPAN / 2)
    places[old] = layout.places[held[old]]
    if len(new) and len(old):
        places[new] = np.round(_among(points[new], points[old], places[old]), _DECIMALS)
    drawn = np.zeros(len(ids), dtype=np.bool_)
    drawn[old] = layout.drawn[held[old]]
    return Layout(ids, places, drawn)


def laid_on(places: Places, before: Places) -> Places:
    """Places turned, mirrored, scaled and moved onto others of the same cases, as near as can be.

    Least squares, with one scale for both directions: orthogonal Procrustes (Schönemann 1966,
    Psychometrika 31; Gower 1975, Psychometrika 40).
    """
    middle, target = places.mean(axis=0), before.mean(axis=0)
    centred, wanted = places - middle, before - target
    left, strengths, right = np.linalg.svd(centred.T @ wanted)
    spread = float((centred**2).sum())
    scale = float(strengths.sum()) / spread if spread else 1.0
    turned: Places = centred @ (left @ right) * scale + target
    return turned


def _t_sne(points: Points, start: Places | None) -> Places:
    from sklearn.decomposition import PCA
    from sklearn.manifold import TSNE
    from threadpoolctl import threadpool_limits

    # One thread: sums in another order would give another map.
    with threadpool_limits(limits=1):
        first = PCA(2, svd_solver="full").fit_transform(points) if start is None else start
        first = (first - first.mean(axis=0)).astype(np.float64)
        width = float(np.std(first[:, 0])) or 1.0
        method = TSNE(
            init=(first / width * (_START if start is None else _AGAIN)).astype(np.float32),
            # Pulling groups together first would throw the old map over.
            early_exaggeration=_TOGETHER if start is None else 1.0,
            perplexity=min(_PERPLEXITY, (len(points) - 1) / 3),
            max_iter=_ROUNDS,
            random_state=0,
            n_jobs=1,
        )
        found: Places = method.fit_transform(points).astype(np.float64)
    return found


def _framed(places: Places) -> Places:
    """The same within a frame of ``SPAN``, from 0 on."""
    low, high = places.min(axis=0), places.max(axis=0)
    widest = float((high - low).max())
    framed: Places = (places - low) * (SPAN / widest if widest else 1.0)
    return framed


def _among(points: Points, others: Points, places: Places) -> Places:
    found = np.zeros((len(points), 2))
    for begin in range(0, len(points), _AT_ONCE):
        likeness = np.round(points[begin : begin + _AT_ONCE] @ others.T, 6)
        nearest = _highest(likeness, min(_AMONG, len(others)))
        held = np.take_along_axis(likeness, nearest, axis=1).clip(1e-3).astype(np.float64) ** _FALL
        weights = held / held.sum(axis=1, keepdims=True)
        found[begin : begin + len(likeness)] = (places[nearest] * weights[:, :, None]).sum(axis=1)
    return found


def _highest(scores: Points, count: int) -> Numbers:
    """The columns of the highest scores of each row, of equal ones the first."""
    order: Numbers = np.argsort(-scores, axis=1, kind="stable")[:, :count]
    return order


def _in_a_row(case_ids: tuple[str, ...]) -> Layout:
    """Too few cases for a map: side by side."""
    places = np.array([[SPAN * (n + 1) / (len(case_ids) + 1), SPAN / 2] for n in range(len(case_ids))])
    return Layout(case_ids, places.reshape(-1, 2), np.ones(len(case_ids), dtype=np.bool_))
