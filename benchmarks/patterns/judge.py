# SPDX-License-Identifier: EUPL-1.2
"""All figures of proposals on other cases with themes, with the numbers as they are: nothing is chosen here.

    python -m benchmarks.patterns.judge FOLDER

``FOLDER`` holds cases.jsonl (with ``theme`` in each case; none for a loose one) and queries.jsonl (query_id
that begins with the theme, text, kind). Only totals are printed.
"""

import argparse
from collections.abc import Set
from dataclasses import astuple
from pathlib import Path

from benchmarks.patterns.coordinator import figures
from benchmarks.patterns.halves import read_halves
from benchmarks.patterns.label_words import told
from benchmarks.search.material import MODEL
from patterns.evaluation import evaluate_proposals
from patterns.more_like import MoreLike
from patterns.proposal_numbers import ProposalNumbers, load_numbers


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default=str(MODEL))
    given = parser.parse_args()
    themes = read_halves(given.model, [given.folder / "cases.jsonl"], given.folder / "queries.jsonl")
    for name, numbers in _settings():
        scores = evaluate_proposals(
            themes.collection, themes.of_case, numbers=numbers, stability=name == "ours"
        )
        print(f"{name}: {scores}")
    more_like = MoreLike(themes.collection)

    def search(yes: Set[str], no: Set[str], limit: int) -> list[str]:
        return [each.case_id for each in more_like.candidates(yes, no, limit=limit)]

    names = "P@10, R@20, next ten without and with answers, at best"
    print(
        f"more like these ({names}):", *(f"{value:.2f}" for value in astuple(figures(themes, search, None)))
    )
    print("words of labels in searches:", *told(themes))


def _settings() -> list[tuple[str, ProposalNumbers]]:
    """Ours, and the same with nobody left alone."""
    numbers = load_numbers()
    everyone = numbers.company.model_copy(update={"least": 0.0})
    return [("ours", numbers), ("nobody left alone", numbers.model_copy(update={"company": everyone}))]


if __name__ == "__main__":
    main()
