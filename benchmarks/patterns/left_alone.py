# SPDX-License-Identifier: EUPL-1.2
"""Do words help to tell which cases are in company? Counted on the odd themes, on many parts of the cases.

    python -m benchmarks.patterns.left_alone

The numbers of company are tried on all cases and on ten draws of 85% of them, each a collection of its own.
Printed for each weight of words: the best other numbers, F1 of pairs, and the loose cases in a proposal.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.patterns.fit import MOST_LOOSE
from benchmarks.patterns.halves import Themes, read_halves
from index.vectors import Numbers
from patterns.evaluation import score_groups
from patterns.proposal_numbers import ProposalNumbers, load_numbers
from patterns.proposals import LookedAt, grouped, looked_at

_DRAWS, _KEPT, _SEED = 10, 0.85, 20261122
_WEIGHING, _WORDS = (0.0, 0.5, 1.0), (0.0, 0.25, 0.5, 0.75)
_LEFT_ALONE = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
_PER_THEME, _PENALTY = 0.01, 2.0


@dataclass(frozen=True, order=True)
class Tried:
    """How good some numbers are, as the fit counts it, and in figures."""

    worth: float
    f1: float
    loose: float
    numbers: str


def main() -> None:
    """Print the best for each weight of words."""
    themes, numbers = read_halves(), load_numbers()
    found = {words: list(_tried(themes, numbers, words)) for words in _WORDS}
    for words, tried in found.items():
        best = max(tried)
        print(f"words {words}: F1 {best.f1:.3f}, loose {best.loose:.2f}, with {best.numbers}", flush=True)


def _tried(themes: Themes, numbers: ProposalNumbers, words: float) -> Iterator[Tried]:
    for weighing in _WEIGHING:
        update = {"weighing": weighing, "words": words}
        changed = numbers.model_copy(update={"company": numbers.company.model_copy(update=update)})
        seen = [looked_at(themes.collection, rows, changed) for rows in _parts(len(themes.collection))]
        for share in _LEFT_ALONE:
            yield _counted(themes, seen, changed, share)


def _parts(size: int) -> Iterator[Numbers]:
    yield np.arange(size)
    for draw in range(_DRAWS):
        yield np.sort(np.random.default_rng(_SEED + draw).permutation(size)[: int(size * _KEPT)])


def _counted(themes: Themes, seen: Sequence[LookedAt], numbers: ProposalNumbers, share: float) -> Tried:
    """The mean over all parts, when so many of the cases are left alone."""
    odd = themes.half(odd=True)
    scores = []
    for each in seen:
        least = float(np.quantile(each.company, share))
        company = numbers.company.model_copy(update={"least": least})
        groups = [group.case_ids for group in grouped(each, numbers.model_copy(update={"company": company}))]
        there = {each.collection.case_ids[row] for row in each.leaders}
        scores.append(score_groups(groups, {case: themes.of_case[case] for case in there}, odd))
    loose = sum(each.loose_taken for each in scores) / sum(each.loose for each in scores)
    f1 = float(np.mean([each.f1 for each in scores]))
    found = float(np.mean([each.found for each in scores]))
    worth = f1 + _PER_THEME * found - _PENALTY * max(0.0, loose - MOST_LOOSE)
    return Tried(worth, f1, loose, f"weighing {numbers.company.weighing}, {share:.0%} left alone")


if __name__ == "__main__":
    main()
