# SPDX-License-Identifier: EUPL-1.2
"""Chooses the numbers of the proposals on the odd themes and writes patterns/proposals.toml.

    python -m benchmarks.patterns.fit [--model FOLDER] [--write]

One number at a time is changed as long as that is better, from the numbers in the file on. Better is a
higher F1 of pairs plus a little for each theme found, on the mean of all cases and some draws of nine in
ten of them, as long as at most 15% of the loose cases are in a proposal. The even themes are counted once,
at the end.
"""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from benchmarks.patterns.halves import Themes, read_halves
from benchmarks.patterns.numbers_file import as_toml
from benchmarks.search.material import MODEL
from patterns.evaluation import evaluate_proposals, score_groups
from patterns.proposal_numbers import FILE, ProposalNumbers, load_numbers
from patterns.proposals import LookedAt, grouped, looked_at

MOST_LOOSE = 0.15
_PER_THEME = 0.01
_PENALTY = 2.0
_DRAWS = 3
_SEED = 20261122
_MORE = 1e-3

CHOICES: Mapping[str, tuple[float, ...]] = {
    "space.latent": (0.3, 0.6, 1.0),
    "space.situation": (0.0, 0.2, 0.4, 0.6),
    "space.weighing": (0.25, 0.5, 0.75),
    "space.solution": (0.25, 0.5, 0.75),
    "space.stress": (0.0, 0.15, 0.3, 0.5),
    "company.neighbours": (12, 15, 18),
    "company.weighing": (0.0, 0.5, 1.0),
    "company.words": (0.0, 0.25, 0.5, 0.75),
    "groups.neighbours": (15, 20, 25, 30),
    "groups.alike": (0.2, 0.25, 0.3, 0.35, 0.4),
}
"""What is tried, one number at a time."""

LEFT_ALONE = (0.2, 0.25, 0.3, 0.35, 0.4, 0.45)
"""Shares of the cases that are left alone; the threshold of company follows from the one that does best."""


def main() -> None:
    """Choose, tell, and write the file when asked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--model", default=str(MODEL))
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    themes = read_halves(given.model)
    numbers = chosen(themes, load_numbers())
    for name, odd in (("odd", True), ("even", False)):
        print(
            name,
            evaluate_proposals(
                themes.collection, themes.of_case, among=themes.half(odd=odd), numbers=numbers
            ),
        )
    print(as_toml(numbers))
    if given.write:
        FILE.write_text(as_toml(numbers), "utf-8")


def chosen(themes: Themes, start: ProposalNumbers) -> ProposalNumbers:
    """The numbers that do best on the odd themes, one change at a time; of equal ones the first."""
    best, numbers = worth(themes, start)
    better = True
    while better:
        tried = [worth(themes, changed) for changed in _neighbouring(numbers)]
        value, found = max(tried, key=lambda each: each[0])
        better = value > best + _MORE
        if better:
            best, numbers = value, found
            print(f"{best:.4f} {_told(numbers)}", file=sys.stderr, flush=True)
    return numbers


def worth(themes: Themes, numbers: ProposalNumbers) -> tuple[float, ProposalNumbers]:
    """What is made as high as possible, on the odd themes alone, with the best threshold of company."""
    collection, odd = themes.collection, themes.half(odd=True)
    rows = [np.arange(len(collection)), *_nine_in_ten(len(collection))]
    seen = [looked_at(collection, some, numbers) for some in rows]
    return max(
        ((_worth(themes, seen, odd, at), at) for at in _thresholds(seen, numbers)), key=lambda each: each[0]
    )


def _thresholds(seen: Sequence[LookedAt], numbers: ProposalNumbers) -> Iterator[ProposalNumbers]:
    """The threshold of company at which some share of the cases is left alone."""
    for share in LEFT_ALONE:
        least = round(float(np.quantile(seen[0].company, share)), 2)
        yield _with(numbers, "company.least", least)


def _worth(themes: Themes, seen: Sequence[LookedAt], odd: set[str], numbers: ProposalNumbers) -> float:
    scores = []
    for each in seen:
        groups = [group.case_ids for group in grouped(each, numbers)]
        there = {each.collection.case_ids[row] for row in each.leaders}
        scores.append(score_groups(groups, {case: themes.of_case[case] for case in there}, odd))
    taken = sum(each.loose_taken for each in scores) / sum(each.loose for each in scores)
    gain = np.mean([each.f1 + _PER_THEME * each.found for each in scores])
    return float(gain) - _PENALTY * max(0.0, taken - MOST_LOOSE)


def _nine_in_ten(size: int) -> Iterator[np.ndarray]:
    for draw in range(_DRAWS):
        yield np.sort(np.random.default_rng(_SEED + draw).permutation(size)[size // 10 :])


def _neighbouring(numbers: ProposalNumbers) -> Iterator[ProposalNumbers]:
    for name, values in CHOICES.items():
        for value in values:
            changed = _with(numbers, name, value)
            if changed == numbers:
                continue
            yield changed


def _with(numbers: ProposalNumbers, name: str, value: float) -> ProposalNumbers:
    part, field = name.split(".")
    of_part = getattr(numbers, part)
    kept = type(getattr(of_part, field))(value)
    return numbers.model_copy(update={part: of_part.model_copy(update={field: kept})})


def _told(numbers: ProposalNumbers) -> str:
    return " ".join(
        f"{name}={getattr(getattr(numbers, name.split('.')[0]), name.split('.')[1])}" for name in CHOICES
    )


if __name__ == "__main__":
    main()
