# SPDX-License-Identifier: EUPL-1.2
from itertools import combinations, product

import numpy as np
import pytest

from patterns.office_difference import Method, OfficeCase, office_difference


def cases(table: dict[str, dict[str, tuple[int, int]]]) -> list[OfficeCase]:
    """Cases of a table stratum -> office -> (solved, not solved)."""
    return [
        OfficeCase(stratum, office, ending == 0)
        for stratum, offices in table.items()
        for office, counts in offices.items()
        for ending in (0, 1)
        for _ in range(counts[ending])
    ]


RABBITS = {
    "1/8": {"none": (0, 6), "late": (0, 5)},
    "1/4": {"none": (3, 3), "late": (0, 6)},
    "1/2": {"none": (6, 0), "late": (2, 4)},
    "1": {"none": (5, 1), "late": (6, 0)},
    "4": {"none": (2, 0), "late": (5, 0)},
}


def test_two_offices_are_tested_as_by_mantelhaen_test_in_r() -> None:
    # help(mantelhaen.test) in R: penicillin in rabbits (Agresti 1990), exact = TRUE gives p-value = 0.03994
    found = office_difference(cases(RABBITS))
    assert found.p_value == pytest.approx(0.03994, abs=1e-5)
    assert (found.method, found.strata, found.cases, found.offices) == (Method.EXACT, 3, 36, 2)
    assert "groter dan toeval" in found.words.nl


def test_three_offices_are_tested_as_by_going_through_every_exchange() -> None:
    table = {"P1": {"A": (3, 0), "B": (1, 1), "C": (0, 2)}, "P2": {"A": (2, 1), "B": (0, 2), "C": (1, 0)}}
    found = office_difference(cases(table), office_minimum=1)
    assert found.p_value == pytest.approx(by_every_exchange(table))


def by_every_exchange(table: dict[str, dict[str, tuple[int, int]]]) -> float:
    layouts, solved = [], []
    for offices in table.values():
        layouts.append(np.repeat(range(3), [sum(counts) for counts in offices.values()]))
        solved.append(sum(counts[0] for counts in offices.values()))
    shares = [np.bincount(one, minlength=3) * k / len(one) for one, k in zip(layouts, solved, strict=True)]
    expected = np.sum(shares, axis=0)
    observed = np.sum([[counts[0] for counts in offices.values()] for offices in table.values()], axis=0)
    ways = product(*(combinations(range(len(one)), k) for one, k in zip(layouts, solved, strict=True)))
    totals = [
        sum(np.bincount(one[list(chosen)], minlength=3) for one, chosen in zip(layouts, way, strict=True))
        for way in ways
    ]
    bound = ((observed - expected) ** 2).sum() - 1e-9
    return float(np.mean([((total - expected) ** 2).sum() >= bound for total in totals]))


def test_permutations_agree_with_the_exact_test_and_repeat() -> None:
    from patterns import office_difference as module

    strata, _ = module._informative(cases(RABBITS))
    drawn = module._permuted(strata, 20_000, 7)
    assert drawn == module._permuted(strata, 20_000, 7)
    assert drawn == pytest.approx(0.03994, abs=0.004)


def test_many_offices_are_tested_by_permutations() -> None:
    rng = np.random.default_rng(1)
    many = [
        OfficeCase(f"P{rng.integers(6)}", f"office {rng.integers(12)}", bool(rng.integers(2)))
        for _ in range(300)
    ]
    found = office_difference(many)
    assert found.method is Method.PERMUTATIONS
    assert found == office_difference(many)
    assert found.p_value is not None
    assert found.p_value > 0.05
    assert "kan door toeval" in found.words.nl


def test_offices_that_had_other_cases_are_not_held_against_each_other() -> None:
    separate = {"P1": {"A": (9, 1)}, "P2": {"B": (1, 9)}}
    found = office_difference(cases(separate))
    assert (found.p_value, found.method) == (None, Method.NONE)
    assert "Te weinig" in found.words.nl


def test_where_no_outcome_could_show_a_difference_that_is_said() -> None:
    found = office_difference(cases({"P1": {"A": (2, 0), "B": (0, 1)}}), office_minimum=1)
    assert found.least_p == pytest.approx(1 / 3)
    assert "Te weinig" in found.words.nl


def test_small_offices_are_taken_together() -> None:
    small = {"P1": {"A": (5, 5), "B": (1, 1), "C": (2, 1)}}
    assert office_difference(cases(small)).offices == 2


def test_without_real_differences_one_test_in_twenty_at_most_says_so() -> None:
    rng = np.random.default_rng(5)
    flagged = 0
    for _ in range(300):
        drawn = [
            OfficeCase(f"P{i % 3}", "ABC"[rng.integers(3)], bool(rng.random() < 0.2 + 0.3 * (i % 3)))
            for i in range(36)
        ]
        p_value = office_difference(drawn).p_value
        flagged += p_value is not None and p_value <= 0.05
    assert flagged / 300 <= 0.07
