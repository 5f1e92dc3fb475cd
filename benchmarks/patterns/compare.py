# SPDX-License-Identifier: EUPL-1.2
"""Our proposals beside BERTopic, HDBSCAN and agglomerative clustering, on the same vectors, in one run.

    python -m benchmarks.patterns.compare [--bertopic PYTHON]

Odd themes chose our numbers and, of each peer with a setting, the one with the highest F1 of pairs; the even
themes are only counted. Peers get the vectors of the search model, or latent analysis, of whole cases.
"""

import argparse
import json
import os
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from benchmarks.patterns.halves import Themes, read_halves
from patterns.case_space import whole_space
from patterns.evaluation import PatternScores, score_groups
from patterns.proposal_numbers import load_numbers
from patterns.proposals import propose

Groups = list[list[str]]
_WORKER = Path(__file__).with_name("bertopic_worker.py")
_SIZES = (3, 5, 10)
_CUTS = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bertopic", default="")
    given = parser.parse_args()
    themes = read_halves()
    print("| approach | setting | all | odd | even |\n|---|---|---|---|---|")
    for name, tried in approaches(themes, given.bertopic):
        setting, groups = max(tried, key=lambda each: _scores(themes, each[1], odd=True).f1)
        told = [_told(_scores(themes, groups, odd=odd)) for odd in (None, True, False)]
        print(f"| {name} | {setting} | {' | '.join(told)} |", flush=True)


def approaches(themes: Themes, bertopic: str) -> Iterator[tuple[str, list[tuple[str, Groups]]]]:
    """Each approach with the groups it makes by setting."""
    collection, numbers = themes.collection, load_numbers()
    model, latent = collection.means[None], collection.latent[None].cases
    space = whole_space(collection, np.arange(len(collection)), numbers.space)
    yield "agglomerative, latent analysis", _agglomerative(themes, latent)
    yield "agglomerative, search model", _agglomerative(themes, model)
    yield "agglomerative, our case space", _agglomerative(themes, space)
    yield "HDBSCAN, latent analysis", _hdbscan(themes, latent)
    yield "HDBSCAN, search model", _hdbscan(themes, model)
    yield "HDBSCAN, our case space", _hdbscan(themes, space)
    if bertopic:
        yield "BERTopic, search model", _bertopic(themes, model, bertopic)
        yield "BERTopic, our case space", _bertopic(themes, space, bertopic)
    everyone = numbers.model_copy(update={"company": numbers.company.model_copy(update={"least": 0.0})})
    yield "ours, nobody left alone", [("", [list(g.case_ids) for g in propose(collection, numbers=everyone)])]
    alone = numbers.model_copy(update={"company": numbers.company.model_copy(update={"words": 0.0})})
    yield "ours, company without words", _by_least(themes, alone)
    yield "**ours**", [("", [list(group.case_ids) for group in propose(collection)])]


def _by_least(themes: Themes, numbers: object) -> list[tuple[str, Groups]]:
    found = []
    for least in (0.5, 0.55, 0.6, 0.65, 0.7):
        company = numbers.company.model_copy(update={"least": least})  # type: ignore[attr-defined]
        changed = numbers.model_copy(update={"company": company})  # type: ignore[attr-defined]
        groups = [list(group.case_ids) for group in propose(themes.collection, numbers=changed)]
        if _scores(themes, groups, odd=True).loose_taken <= 2:
            found.append((f"least {least}", groups))
    return found


def _agglomerative(themes: Themes, vectors: np.ndarray) -> list[tuple[str, Groups]]:
    from scipy.cluster.hierarchy import fcluster, linkage

    tree = linkage(vectors.astype(np.float64) + 1e-9, "average", metric="cosine")
    return [(f"cut {cut}", _groups(themes, fcluster(tree, cut, "distance"))) for cut in _CUTS]


def _hdbscan(themes: Themes, vectors: np.ndarray) -> list[tuple[str, Groups]]:
    from sklearn.cluster import HDBSCAN

    found = []
    for size in _SIZES:
        for kind in ("eom", "leaf"):
            model = HDBSCAN(min_cluster_size=size, cluster_selection_method=kind, copy=True)
            found.append((f"size {size}, {kind}", _groups(themes, model.fit_predict(vectors))))
    return found


def _bertopic(themes: Themes, vectors: np.ndarray, python: str) -> list[tuple[str, Groups]]:
    by_id = {case.case_id: case for case in themes.material.cases}
    texts = ["\n".join(by_id[each].narrative().values()) for each in themes.collection.case_ids]
    asked = json.dumps({"texts": texts, "vectors": vectors.tolist(), "least": list(_SIZES)})
    limits = {"OMP_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}
    done = subprocess.run(
        [python, str(_WORKER)],
        input=asked,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, **limits},
    )
    answer = json.loads(done.stdout[done.stdout.index("{") :])
    return [
        (f"{answer['version']}, size {size}, {each['seconds']:.0f} s", _groups(themes, each["topics"]))
        for size, each in answer["groups"].items()
    ]


def _groups(themes: Themes, labels: Sequence[int]) -> Groups:
    found: dict[int, list[str]] = {}
    for case_id, number in zip(themes.collection.case_ids, labels, strict=True):
        if number >= 0:
            found.setdefault(int(number), []).append(case_id)
    return [members for _, members in sorted(found.items()) if len(members) >= 3]


def _scores(themes: Themes, groups: Groups, *, odd: bool | None) -> PatternScores:
    return score_groups(groups, themes.of_case, None if odd is None else themes.half(odd=odd))


def _told(scores: PatternScores) -> str:
    return f"{scores.f1:.2f} / {scores.found} / {scores.loose_taken}"


if __name__ == "__main__":
    main()
