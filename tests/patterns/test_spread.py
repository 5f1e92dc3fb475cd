# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from patterns.spread import Aspect, SpreadRule, ValueCount, over_represented_p, spreads, told

CASES = [f"C{number:03}" for number in range(126)]
REGION = {case: ["Friesland" if number < 14 else "Utrecht"] for number, case in enumerate(CASES)}


def test_the_chance_is_that_of_the_lady_tasting_tea() -> None:
    # Fisher (1935), The Design of Experiments: 3 of 4 right, p = 17/70; fisher.test in R gives 0.2429
    assert over_represented_p(3, 4, 4, 8) == pytest.approx(17 / 70)


@given(st.integers(1, 20), st.integers(0, 20), st.integers(1, 30), st.integers(0, 30))
def test_the_chance_is_that_of_fishers_test_in_scipy(a: int, b: int, c: int, d: int) -> None:
    expected = stats.fisher_exact([[a, b], [c, d]], alternative="greater").pvalue
    assert over_represented_p(a, a + b, a + c, a + b + c + d) == pytest.approx(expected)


def test_a_region_that_stands_out_is_told_in_words() -> None:
    members = [*CASES[:11], *CASES[20:23]]
    found = spreads({"P1": members}, {Aspect.REGION: REGION})[0]
    assert [one.nl for one in found.words] == [
        "11 van de 14 uit Friesland; van alle casussen is dat 1 op de 9."
    ]
    assert found.words[0].en == "11 of the 14 from Friesland; of all cases that is 1 in 9."
    assert found.values[0].q_value < 1e-6
    assert not found.values[1].stands_out


def test_a_common_value_is_told_with_its_counts() -> None:
    one = ValueCount("WIA", 14, 14, 80, 126)
    assert told(Aspect.REGULATION, one).nl == "14 van de 14 over WIA; van alle casussen is dat 80 van de 126."


def test_two_cases_never_stand_out() -> None:
    rare = {**REGION, CASES[0]: ["Texel"], CASES[1]: ["Texel"]}
    found = spreads({"P1": CASES[:2]}, {Aspect.REGION: rare})[0]
    assert (found.values[0].count, found.values[0].stands_out, found.words) == (2, False, ())


def test_what_is_not_known_is_counted_apart_and_left_out_of_the_test() -> None:
    partly = {case: values for case, values in REGION.items() if case not in CASES[5:11]}
    found = spreads({"P1": [*CASES[:11], "unknown case"]}, {Aspect.REGION: partly})[0]
    assert (found.unknown, found.values[0].known, found.values[0].all_known) == (7, 5, 120)


def test_small_offices_are_withheld_and_counted_together() -> None:
    units = {case: ["large" if number < 5 else f"small {number % 2}"] for number, case in enumerate(CASES)}
    found = spreads({"P1": CASES[:9]}, {Aspect.UNIT: units})[0]
    assert [one.value for one in found.values] == ["large"]
    assert found.withheld == 4
    open_rule = SpreadRule(office_minimum=1)
    assert spreads({"P1": CASES[:9]}, {Aspect.UNIT: units}, open_rule)[0].withheld == 0


def test_a_case_may_have_several_regulations_and_counts_once_for_each() -> None:
    laws = {case: ["WW", "WIA", "WIA"] if number < 6 else ["WW"] for number, case in enumerate(CASES)}
    found = spreads({"P1": [*CASES[:6], CASES[0]]}, {Aspect.REGULATION: laws})[0]
    assert [(one.value, one.count, one.known) for one in found.values] == [("WIA", 6, 6), ("WW", 6, 6)]
    assert [one.nl for one in found.words] == ["6 van de 6 over WIA; van alle casussen is dat 1 op de 21."]


def test_sixty_patterns_without_any_preference_raise_few_flags() -> None:
    rng = np.random.default_rng(11)
    chances = 1 / np.arange(1, 21)
    flags = 0
    for _ in range(20):
        bodies = rng.choice(20, size=700, p=chances / chances.sum())
        groups = rng.integers(60, size=700)
        aspect = {str(case): [f"body {body}"] for case, body in enumerate(bodies)}
        patterns = {
            f"P{group}": [str(case) for case in np.flatnonzero(groups == group)] for group in range(60)
        }
        flags += sum(len(one.words) for one in spreads(patterns, {Aspect.BODY: aspect}))
    assert flags / 20 < 1


def test_nothing_to_divide_gives_nothing() -> None:
    assert spreads({}, {Aspect.REGION: REGION}) == ()
    assert spreads({"P1": []}, {Aspect.REGION: {}})[0].values == ()
