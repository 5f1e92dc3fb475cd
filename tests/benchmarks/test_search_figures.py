# SPDX-License-Identifier: EUPL-1.2
"""The statistics of the comparison, against what can be worked out by hand."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.search.figures import corrected, difference, figure, per_search
from benchmarks.search.tasks import Search


def _searches(values, groups=None):
    ids = [f"s{number}" for number in range(len(values))]
    groups = groups or ids
    searches = [Search(id_, group=group) for id_, group in zip(ids, groups, strict=True)]
    return searches, dict(zip(ids, values, strict=True))


def test_measures_are_those_of_the_definitions():
    found = per_search({"q": ["x", "a", "b"]}, {"q": {"a": 1, "b": 1, "c": 1, "d": 1}})
    gain = 1 / np.log2(3) + 1 / np.log2(4)
    ideal = 1 + 1 / np.log2(3) + 1 / np.log2(4) + 1 / np.log2(5)
    assert found["nDCG@10"]["q"] == pytest.approx(gain / ideal)
    assert found["P@5"]["q"] == pytest.approx(0.4)
    assert found["R@20"]["q"] == pytest.approx(0.5)
    assert found["RR"]["q"] == pytest.approx(0.5)
    assert found["Success@3"]["q"] == 1.0


def test_a_search_that_finds_nothing_counts_as_zero():
    found = per_search({"q": [], "r": ["a"]}, {"q": {"a": 1}, "r": {"a": 1}})
    assert found["nDCG@10"] == {"q": 0.0, "r": 1.0}


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_the_mean_lies_within_its_interval(values):
    searches, by_id = _searches(values)
    found = figure(by_id, searches)
    assert found.low - 1e-9 <= found.value <= found.high + 1e-9
    assert found.value == pytest.approx(float(np.mean(values)))


def test_searches_that_hang_together_widen_the_interval():
    values = [0.1] * 10 + [0.9] * 10
    apart, by_id = _searches(values)
    together, _ = _searches(values, ["low"] * 5 + ["low too"] * 5 + ["high"] * 5 + ["high too"] * 5)
    alone, grouped = figure(by_id, apart), figure(by_id, together)
    assert grouped.high - grouped.low > alone.high - alone.low


def test_a_steady_gain_is_no_chance_and_none_is():
    searches, better = _searches([0.5] * 20)
    _, worse = _searches([0.4] * 20)
    steady = difference(better, worse, searches)
    assert steady.gain == pytest.approx(0.1)
    assert steady.relative == pytest.approx(0.25)
    assert steady.p < 0.001
    assert difference(worse, worse, searches).p == 1.0


def test_the_chance_of_three_equal_gains_is_one_in_four():
    searches, better = _searches([1.0, 1.0, 1.0])
    _, worse = _searches([0.0, 0.0, 0.0])
    assert difference(better, worse, searches).p == pytest.approx(0.25, abs=0.01)


def test_themes_count_once_however_many_searches_they_have():
    searches, better = _searches([1.0] * 9, ["a"] * 3 + ["b"] * 3 + ["c"] * 3)
    _, worse = _searches([0.0] * 9)
    found = difference(better, worse, searches)
    assert found.p < 0.01
    assert found.p_groups == pytest.approx(0.25, abs=0.01)


@pytest.mark.parametrize(
    ("chances", "expected"),
    [
        ([0.01, 0.04, 0.03], [0.03, 0.06, 0.06]),
        ([0.5, 0.6], [1.0, 1.0]),
        ([0.02], [0.02]),
        ([], []),
    ],
)
def test_holm_corrects_for_several_questions(chances, expected):
    assert corrected(chances) == pytest.approx(expected)
