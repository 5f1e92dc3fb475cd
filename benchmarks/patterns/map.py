# SPDX-License-Identifier: EUPL-1.2
"""How good the map is, how far it moves, and what it costs.

    python -m benchmarks.patterns.map 700 10000

First the invented cases, then so many generated ones (``benchmarks.patterns.speed``). *Trust* is
trustworthiness(10), *kept* the share of the ten most alike cases among the twenty nearest on the map, *theme*
the share of the five nearest on the map with the same theme. Making the index is not counted. Seconds are
processor time.
"""

import resource
import sys
import time

import numpy as np

from benchmarks.patterns.halves import read_halves
from benchmarks.patterns.speed import generated
from benchmarks.search.material import MODEL
from index.collection import Collection
from index.encoder import load_encoder
from index.evaluation import collection_of
from patterns.case_space import Points, whole_space
from patterns.map_layout import SPAN, Layout, add, draw
from patterns.map_quality import SEEN, map_quality
from patterns.proposal_numbers import load_numbers

_DRAWS = 8
_SEED = 20261124


def main() -> None:
    """Print the figures."""
    themes = read_halves()
    points = _points(themes.collection)
    ids = themes.collection.case_ids
    whole = draw(ids, points)
    _tell("drawn", points, whole)
    print(f"theme {_same_theme(whole, themes.material.themes):.2f}")
    _growth(ids, points)
    encoder = load_encoder(str(MODEL))
    for size in sorted(int(each) for each in sys.argv[1:]):
        collection = collection_of(generated(size), encoder)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.process_time()
        points = _points(collection)
        found = draw(collection.case_ids, points)
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(f"{size} cases: {seconds:.1f} s, {(peak - before) / 1024:.0f} MB more")
        _tell(f"{size}", points, found)


def _growth(ids: tuple[str, ...], points: Points) -> None:
    """What 5% of new cases do: to those on the map, to the new ones, and to a map that is drawn again."""
    kept, moved, again, anew, quality = [], [], [], [], []
    for number in range(_DRAWS):
        some = np.sort(np.random.default_rng([_SEED, number]).permutation(len(ids))[round(len(ids) / 21) :])
        before = draw([ids[n] for n in some], points[some])
        after = add(before, ids, points)
        redrawn = draw(ids, points, before)
        new = np.setdiff1d(np.arange(len(ids)), some)
        kept.append(_kept(points, after.places)[new].mean())
        moved.append(np.abs(after.places[some] - before.places).max())
        again.append(_gap(before.places, redrawn.places[some]))
        anew.append(_gap(before.places, draw(ids, points).places[some]))
        quality.append(_kept(points, redrawn.places).mean())
    print(f"+5%: old cases move {max(moved):.1f}, new ones kept {np.mean(kept):.2f}")
    print(f"drawn again: disparity {np.mean(again):.3f}, kept {np.mean(quality):.2f}")
    print(f"drawn without the old map: disparity {np.mean(anew):.3f} (frame {SPAN:.0f})")


def _points(collection: Collection) -> Points:
    return whole_space(collection, np.arange(len(collection)), load_numbers().space)


def _tell(name: str, points: Points, found: Layout) -> None:
    quality = map_quality(points, found.places)
    if quality is not None:
        print(f"{name}: trust {quality.trustworthiness:.2f}, kept {quality.kept:.2f}", flush=True)


def _gap(before: np.ndarray, after: np.ndarray) -> float:
    """Procrustes disparity: 0 is the same shape, 1 has nothing in common."""
    from scipy.spatial import procrustes

    return float(procrustes(before, after)[2])


def _kept(points: Points, places: np.ndarray) -> np.ndarray:
    alike = _nearest(-(points @ points.T).astype(np.float64), 10)
    near = _nearest(np.linalg.norm(places[:, None] - places[None], axis=2), SEEN)
    return np.array([len(set(a) & set(n)) / 10 for a, n in zip(alike.tolist(), near.tolist(), strict=True)])


def _nearest(gaps: np.ndarray, count: int) -> np.ndarray:
    np.fill_diagonal(gaps, np.inf)
    return np.argsort(gaps, axis=1, kind="stable")[:, :count]


def _same_theme(found: Layout, themes: dict[str, str]) -> float:
    near = _nearest(np.linalg.norm(found.places[:, None] - found.places[None], axis=2), 5)
    names = [themes.get(each, "") for each in found.case_ids]
    return float(
        np.mean([names[m] == names[n] for n, row in enumerate(near.tolist()) if names[n] for m in row])
    )


if __name__ == "__main__":
    main()
