# SPDX-License-Identifier: EUPL-1.2
"""Numbers and addresses on invented cases that people marked; of the test part only totals are shown."""

from pathlib import Path

import pytest

from anonymise.anonymiser import Anonymiser
from anonymise.evaluation import evaluate
from anonymise.gold import read_gold

GOLD = Path(__file__).parents[1] / "gold"


@pytest.mark.parametrize(("part", "recall", "precision"), [("dev", 0.99, 0.98), ("test", 0.97, 0.96)])
def test_numbers_and_addresses_are_found_and_little_else(
    anonymiser: Anonymiser, part: str, recall: float, precision: float
) -> None:
    scores = evaluate(read_gold(GOLD / f"{part}.jsonl"), anonymiser)
    assert (scores.numbers.recall or 0) >= recall
    assert (scores.numbers.precision or 0) >= precision
    assert (scores.over_masking or 0) <= 0.01
