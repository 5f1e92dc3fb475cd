# SPDX-License-Identifier: EUPL-1.2
from math import inf

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from patterns.exact import benjamini_hochberg, clopper_pearson, decline_p, growth_p, rate_ratio, wilson


def test_the_rate_ratio_is_that_of_poisson_test_in_r() -> None:
    # help(poisson.test) in R: 11 in 800 person-years against 21 in 3011
    found = rate_ratio(11, 21, 800 / 3811)
    assert found.estimate == pytest.approx(1.971488, abs=1e-6)
    assert (found.low, found.high) == pytest.approx((0.8584264, 4.2772659), abs=1e-6)


@pytest.mark.parametrize(
    ("recent", "before", "p_value"), [(5, 0, 0.00032), (5, 2, 0.004672), (3, 0, 0.008), (3, 1, 0.0272)]
)
def test_the_chance_of_so_many_recent_cases_is_worked_out_by_hand(
    recent: int, before: int, p_value: float
) -> None:
    assert float(growth_p(recent, before, 0.2)) == pytest.approx(p_value)


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0.01, 0.99))
def test_both_tails_are_those_of_the_binomial_distribution(recent: int, before: int, share: float) -> None:
    total = recent + before
    assert float(growth_p(recent, before, share)) == pytest.approx(stats.binom.sf(recent - 1, total, share))
    assert float(decline_p(recent, before, share)) == pytest.approx(stats.binom.cdf(recent, total, share))


def test_without_cases_or_exposure_nothing_is_told() -> None:
    assert rate_ratio(0, 0, 0.2) == rate_ratio(3, 2, 0.0) == rate_ratio(3, 2, 1.0)
    assert rate_ratio(0, 0, 0.2).estimate is None
    assert growth_p([0, 4, 4], [3, 0, 0], [0.2, 0.0, 1.0]).tolist() == [1, 1, 1]


def test_a_rise_from_nothing_has_no_upper_bound() -> None:
    found = rate_ratio(5, 0, 0.2)
    assert (found.estimate, found.high) == (inf, inf)
    assert found.low == pytest.approx(4 / (0.025**-0.2 - 1))


def test_many_tests_at_once_are_judged_as_in_the_paper() -> None:
    # Benjamini and Hochberg (1995), section 4.1: fifteen p-values, four rejected at 0.05
    paper = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344]
    paper += [0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000]
    adjusted = benjamini_hochberg(paper)
    assert (adjusted <= 0.05).sum() == 4
    assert adjusted == pytest.approx(stats.false_discovery_control(paper))


def test_many_tests_are_judged_along_the_axis_asked_for() -> None:
    p_values = np.random.default_rng(3).random((4, 5, 6))
    expected = stats.false_discovery_control(p_values, axis=1)
    assert benjamini_hochberg(p_values, axis=1) == pytest.approx(expected)
    assert benjamini_hochberg([]).shape == (0,)


@given(st.integers(0, 30), st.integers(1, 30))
def test_intervals_of_a_share_are_those_of_scipy(count: int, more: int) -> None:
    total = count + more
    for ours, method in ((clopper_pearson, "exact"), (wilson, "wilson")):
        expected = stats.binomtest(count, total).proportion_ci(method=method)
        found = ours(count, total)
        assert (found.low, found.high) == pytest.approx((expected.low, expected.high), abs=1e-9)
        assert ours(0, 0).estimate is None
