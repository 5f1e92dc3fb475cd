# SPDX-License-Identifier: EUPL-1.2
"""More like these, with the themes as the coordinator.

    python -m benchmarks.patterns.coordinator

From two members of a theme (sixteen draws a theme): precision of the first ten and recall of the first
twenty; then ten answers yes or no, and how many of the next ten belong, with the answers and without.
"""

from collections.abc import Callable, Set
from dataclasses import astuple, dataclass

import numpy as np

from benchmarks.patterns.halves import Themes, read_halves
from index.collection import Collection
from patterns.more_like import MoreLike

_DRAWS = 16
_SEED = 20261122

Search = Callable[[Set[str], Set[str], int], list[str]]
"""Members, rejected cases and how many are asked for: cases, best first."""


@dataclass(frozen=True)
class Figures:
    """P@10, R@20; of the next ten the part that belongs, without and with the answers, and at best."""

    precision: float
    recall: float
    without: float
    with_answers: float
    at_best: float


def main() -> None:
    """Print the figures on all, odd and even themes."""
    themes = read_halves()
    more_like = MoreLike(themes.collection)

    def ours(yes: Set[str], no: Set[str], limit: int) -> list[str]:
        return [each.case_id for each in more_like.candidates(yes, no, limit=limit)]

    for name, search in (("latent centroid", _latent(themes.collection)), ("ours", ours)):
        for part, odd in (("all", None), ("odd", True), ("even", False)):
            print(name, part, " ".join(f"{value:.3f}" for value in astuple(figures(themes, search, odd))))


def figures(themes: Themes, search: Search, odd: bool | None) -> Figures:
    """The mean over themes of one half (or both) and draws."""
    among = set(themes.of_case) if odd is None else themes.half(odd=odd)
    names = sorted({theme for case, theme in themes.of_case.items() if case in among and theme != "none"})
    found = [_session(themes, search, name, draw) for name in names for draw in range(_DRAWS)]
    return Figures(*np.mean(found, axis=0).tolist())


def _session(themes: Themes, search: Search, theme: str, draw: int) -> tuple[float, ...]:
    members = sorted(case for case, of_case in themes.of_case.items() if of_case == theme)
    random = np.random.default_rng([_SEED, int(theme[1:]), draw])
    start = set(random.choice(members, 2, replace=False).tolist())
    rest = set(members) - start
    first = search(start, set(), 20)
    yes, no = set(first[:10]) & rest, set(first[:10]) - rest
    left = rest - yes
    after = search(start | yes, no, 10)
    return (
        len(yes) / 10,
        len(rest & set(first)) / len(rest),
        len(left & set(first[10:])) / 10,
        len(left & set(after)) / 10,
        min(10, len(left)) / 10,
    )


def _latent(collection: Collection) -> Search:
    places = collection.latent[None].cases

    def search(yes: Set[str], no: Set[str], limit: int) -> list[str]:
        rows = sorted(collection.row_of[each] for each in yes)
        scores = places @ places[rows].mean(axis=0)
        if no:
            scores = scores - 0.6 * places @ places[sorted(collection.row_of[each] for each in no)].mean(
                axis=0
            )
        order = [collection.case_ids[row] for row in np.argsort(-scores, kind="stable").tolist()]
        return [each for each in order if each not in yes and each not in no][:limit]

    return search


if __name__ == "__main__":
    main()
