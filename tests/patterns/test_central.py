# SPDX-License-Identifier: EUPL-1.2
"""Which cases of a pattern are the most typical."""

import numpy as np
import pytest

from patterns.central import most_central

ANGLES = {"A-1": 0.0, "A-2": 0.2, "A-3": 0.5, "A-4": 1.4, "X-9": 3.0}
KNOWN = tuple(ANGLES)
VECTORS = np.array([(np.cos(angle), np.sin(angle)) for angle in ANGLES.values()], dtype=np.float32)


def test_the_case_that_is_most_like_the_others_comes_first() -> None:
    assert most_central(["A-4", "A-1", "A-2", "A-3"], KNOWN, VECTORS) == ("A-3", "A-2", "A-1", "A-4")


def test_the_order_in_which_cases_are_given_makes_no_difference() -> None:
    cases = ["A-1", "A-2", "A-3", "A-4"]
    assert most_central(cases, KNOWN, VECTORS) == most_central(cases[::-1], KNOWN, VECTORS)


def test_equally_typical_cases_go_by_number_and_unknown_ones_come_last() -> None:
    assert most_central(["B-2", "A-2", "A-1", "B-1"], KNOWN, VECTORS) == ("A-1", "A-2", "B-1", "B-2")


@pytest.mark.parametrize(("cases", "found"), [([], ()), (["B-1"], ("B-1",)), (["A-3"], ("A-3",))])
def test_few_cases_are_no_trouble(cases: list[str], found: tuple[str, ...]) -> None:
    assert most_central(cases, KNOWN, VECTORS) == found
