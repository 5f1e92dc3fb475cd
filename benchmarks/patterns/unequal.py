# SPDX-License-Identifier: EUPL-1.2
"""From how alike on are two cases nearly identical? Counted on pairs that were written to end differently.

    python -m benchmarks.patterns.unequal

For bounds of likeness and days between two cases: the pairs of all cases of the odd themes that are at or
above it, how many of those are about the same theme, and how many of the pairs below are among them. Then the
pairs of every theme by the chosen rule.
"""

from collections.abc import Iterator
from itertools import combinations

import numpy as np

from benchmarks.patterns.halves import Themes, read_halves
from patterns.equal_treatment import AlikePair, Comparisons, Ending, PairRule, compare_pairs
from patterns.likeness import likeness
from patterns.study import ended_case

WRITTEN = frozenset(
    {
        *(("A-2021-049", "A-2023-056"), ("A-2022-052", "A-2023-057"), ("A-2021-050", "A-2023-055")),
        *(("A-2022-051", "A-2022-052"), ("B-2021-013", "B-2023-014"), ("B-2022-015", "B-2024-016")),
        *(("B-2021-017", "B-2025-018"), ("B-2022-019", "B-2024-020"), ("B-2023-021", "B-2025-022")),
        *(("B-2022-023", "B-2025-024"), ("C-2022-027", "C-2023-031"), ("C-2022-029", "C-2024-033")),
        *(("C-2021-025", "C-2024-032"), ("C-2024-034", "C-2025-036")),
    }
)
"""Pairs of T05, T07 and T13 with the same story and another end, read by hand; three share no regulation."""


def main() -> None:
    """Print both tables."""
    themes = read_halves()
    odd = [case for case in sorted(themes.half(odd=True)) if themes.of_case[case] != "none"]
    print("| at least | days | pairs | same theme | written to differ |\n|---|---|---|---|---|")
    for alike in (0.35, 0.4, 0.45, 0.5, 0.55):
        for days in (365, 730, 1095, 1460):
            print(_row(themes, odd, PairRule(alike, alike, days)))
    print("\n| theme | compared | nearly identical | of those ended differently | ended differently |")
    print("|---|---|---|---|---|")
    for theme in sorted(set(themes.of_case.values()) - {"none"}):
        print(_theme(themes, theme))
    for odd_half in (True, False):
        cases = [each for each in sorted(themes.half(odd=odd_half)) if themes.of_case[each] != "none"]
        print(f"nearly identical, {'odd' if odd_half else 'even'}:", _row(themes, cases, _NEARLY))


_NEARLY = PairRule(alike=PairRule().nearly_identical)


def _row(themes: Themes, cases: list[str], rule: PairRule) -> str:
    pairs = [(pair.first, pair.second) for pair in _compared(themes, cases, rule).pairs]
    same = sum(themes.of_case[one] == themes.of_case[other] for one, other in pairs)
    share = f"{same / max(1, len(pairs)):.2f}"
    written = len(WRITTEN & set(pairs))
    return f"| {rule.alike} | {rule.days_apart} | {len(pairs)} | {share} | {written} of {len(WRITTEN)} |"


def _theme(themes: Themes, theme: str) -> str:
    cases = sorted(case for case, of_case in themes.of_case.items() if of_case == theme)
    pairs = _compared(themes, cases, PairRule()).pairs
    near = [pair for pair in pairs if pair.nearly_identical]
    differ, near_differ = (sum(each.ending is Ending.DIFFERENT for each in some) for some in (pairs, near))
    return f"| {theme} | {len(pairs)} | {len(near)} | {near_differ} | {differ} |"


def _compared(themes: Themes, cases: list[str], rule: PairRule) -> Comparisons:
    records = [ended_case(case) for case in themes.material.cases if case.case_id in set(cases)]
    return compare_pairs(records, _pairs(themes, cases), rule)


def _pairs(themes: Themes, cases: list[str]) -> Iterator[AlikePair]:
    rows = np.array([themes.collection.row_of[case] for case in cases])
    scores = likeness(themes.collection, rows)
    for one, other in combinations(range(len(cases)), 2):
        yield AlikePair(cases[one], cases[other], float(scores[one, other]))


if __name__ == "__main__":
    main()
