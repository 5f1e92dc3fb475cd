# SPDX-License-Identifier: EUPL-1.2
"""How proposals do in small collections, by how much more company is asked where neighbours are a large part.

    python -m benchmarks.patterns.small [even]

Draws from the odd themes (which choose) or the even ones: so many themes, cases of each and loose cases, each
draw a collection of its own. Printed for each value of ``crowding``: F1 of pairs, part of the themes found,
part of the loose cases in a proposal, for each size of draw, for all cases, and their mean.
"""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.patterns.halves import Themes, read_halves
from index.vectors import Numbers
from patterns.evaluation import score_groups
from patterns.proposal_numbers import ProposalNumbers, load_numbers
from patterns.proposals import LookedAt, grouped, looked_at

_CROWDING = (0.0, 2.5, 3.75, 4.5, 5.0, 5.75, 6.5)
_SIZES = ((10, 12, 15), (10, 8, 15), (7, 8, 12), (10, 6, 15), (7, 12, 12))
_DRAWS, _SEED = 8, 500

Row = tuple[float, float, float]


@dataclass(frozen=True, repr=False)
class _Part:
    """The rows of a draw, and how they look; ``counted`` where not all of them are."""

    rows: Numbers
    seen: LookedAt
    counted: set[str] | None = None


def main() -> None:
    """Print a line for each value."""
    odd = "even" not in sys.argv[1:]
    themes, numbers = read_halves(), load_numbers()
    parts = [_draws(themes, numbers, size, odd=odd) for size in _SIZES]
    everything = np.arange(len(themes.collection))
    whole = looked_at(themes.collection, None, numbers)
    parts.append([_Part(everything, whole, themes.half(odd=odd))])
    for crowding in _CROWDING:
        rows = [_mean(themes, numbers, several, crowding) for several in parts]
        told = ["/".join(f"{value:.2f}" for value in row) for row in [*rows, np.mean(rows, axis=0)]]
        print(f"crowding {crowding}: {' '.join(told)}", flush=True)


def _draws(themes: Themes, numbers: ProposalNumbers, size: tuple[int, int, int], *, odd: bool) -> list[_Part]:
    return [
        _Part(rows, looked_at(themes.collection, rows, numbers))
        for rows in (_drawn(themes, size, odd, np.random.default_rng(_SEED + n)) for n in range(_DRAWS))
    ]


def _drawn(themes: Themes, size: tuple[int, int, int], odd: bool, rng: np.random.Generator) -> Numbers:
    number, of_each, loose = size
    half = themes.half(odd=odd)
    rows: dict[str, list[int]] = {}
    for row, case in enumerate(themes.collection.case_ids):
        if case in half:
            rows.setdefault(themes.of_case[case], []).append(row)
    alone = rows.pop("none")
    chosen = rng.choice(sorted(rows), number, replace=False)
    picked = [rng.choice(rows[theme], of_each, replace=False) for theme in chosen]
    return np.sort(np.concatenate([*picked, rng.choice(alone, min(loose, len(alone)), replace=False)]))


def _mean(themes: Themes, numbers: ProposalNumbers, parts: Sequence[_Part], crowding: float) -> Row:
    company = numbers.company.model_copy(update={"crowding": crowding})
    asked = numbers.model_copy(update={"company": company})
    found = []
    for part in parts:
        ids = [themes.collection.case_ids[row] for row in part.rows]
        groups = [group.case_ids for group in grouped(part.seen, asked)]
        scores = score_groups(groups, {case: themes.of_case[case] for case in ids}, part.counted)
        found.append((scores.f1, scores.found / scores.themes, scores.loose_taken / scores.loose))
    f1, themes_found, loose = np.mean(found, axis=0)
    return float(f1), float(themes_found), float(loose)


if __name__ == "__main__":
    main()
