# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import numpy as np
import pytest
from scipy import integrate, optimize, stats

from patterns.size import Rung, SizeError, known_cases, ladder, multiplied, register_count, two_lists

DAY = date(2026, 11, 22)


def exact_quantile(part: float, cases: int, lowest: float, highest: float) -> float:
    """Quantile of gamma(cases + 1/2) over a log-uniform rate, by integration instead of simulation."""
    width = np.log(highest / lowest)

    def below(people: float) -> float:
        found = integrate.quad(
            lambda rate: stats.gamma.cdf(people * rate, cases + 0.5) / (rate * width), lowest, highest
        )
        return float(found[0]) - part

    return float(optimize.brentq(below, 1, 1e6))


@pytest.mark.parametrize(
    ("cases", "lowest", "highest"), [(5, 0.0005, 0.01), (5, 0.001, 0.004), (20, 0.005, 0.02)]
)
def test_the_multiplier_agrees_with_integration(cases: int, lowest: float, highest: float) -> None:
    step = multiplied(cases, lowest, highest, "estimate of two regions", DAY)
    expected = [exact_quantile(part, cases, lowest, highest) for part in (0.05, 0.5, 0.95)]
    assert [step.low, step.estimate, step.high] == pytest.approx(expected, rel=0.02)


def test_a_known_rate_leaves_only_chance() -> None:
    step = multiplied(10, 0.1, 0.1, "survey", DAY)
    expected = stats.gamma.ppf([0.05, 0.5, 0.95], 10.5) / 0.1
    assert [step.low, step.estimate, step.high] == pytest.approx(expected, rel=0.02)
    assert step == multiplied(10, 0.1, 0.1, "survey", DAY)


def test_there_are_never_fewer_people_than_cases() -> None:
    assert multiplied(50, 1.0, 1.0, "everybody reports", DAY).low >= 50


def test_the_method_and_its_assumption_are_told() -> None:
    step = multiplied(5, 0.001, 0.0045, "estimate of two regions", DAY)
    assert step.method.nl == "5 casussen, als tussen 0,1% en 0,45% van de mensen gemeld wordt; 90%-interval."
    assert step.warning is not None
    assert (step.source, step.dated, step.rung) == ("estimate of two regions", DAY, Rung.MULTIPLIER)


def test_two_lists_give_chapmans_estimate_with_its_log_interval() -> None:
    # Seber (1982): 11 * 16 / 6 - 1 = 28.3; variance 11 * 16 * 5 * 10 / (36 * 7) = 34.92, by hand; 20 seen
    step = two_lists(10, 15, 5, "complaints and registrations", DAY, least_overlap=5)
    assert step.estimate == 28
    factor = np.exp(1.959964 * np.sqrt(np.log(1 + 34.9206 / 8.3333**2)))
    assert (step.low, step.high) == (round(20 + 8.3333 / factor), round(20 + 8.3333 * factor))
    assert step.warning is not None
    assert "los van elkaar" in step.warning.nl


def test_intervals_of_two_lists_cover_as_often_as_they_say() -> None:
    rng = np.random.default_rng(2)
    covered = []
    for _ in range(1000):
        first, second = rng.random((2, 3000)) < [[0.1], [0.1]]
        step = two_lists(int(first.sum()), int(second.sum()), int((first & second).sum()), "simulated", DAY)
        assert step.high is not None
        covered.append(step.low <= 3000 <= step.high)
    assert 0.93 <= np.mean(covered) <= 0.97


def test_too_little_overlap_is_refused_with_the_reason() -> None:
    with pytest.raises(SizeError, match=r"Op beide lijsten staan 6 mensen\. Onder de 7"):
        two_lists(200, 100, 6, "two lists", DAY)
    assert two_lists(200, 100, 7, "two lists", DAY).rung is Rung.TWO_LISTS


def test_full_overlap_means_that_everybody_was_seen() -> None:
    step = two_lists(10, 10, 10, "two lists", DAY)
    assert (step.low, step.estimate, step.high) == (10, 10, 10)


@pytest.mark.parametrize(
    ("cases", "lowest", "highest"), [(0, 0.1, 0.2), (5, 0.0, 0.2), (5, 0.3, 0.2), (5, 0.3, 1.2)]
)
def test_figures_that_cannot_be_are_refused(cases: int, lowest: float, highest: float) -> None:
    with pytest.raises(SizeError):
        multiplied(cases, lowest, highest, "nobody", DAY)


def test_a_register_needs_a_name_and_lists_cannot_share_more_than_they_hold() -> None:
    with pytest.raises(SizeError):
        register_count(3000, " ", DAY)
    with pytest.raises(SizeError):
        two_lists(5, 9, 8, "two lists", DAY)


def test_the_ladder_puts_a_count_before_an_estimate_and_keeps_every_step() -> None:
    steps = [
        known_cases(11, "databank", DAY),
        multiplied(11, 0.002, 0.01, "estimate", DAY),
        register_count(2900, "register of benefits", date(2026, 3, 1)),
        register_count(3000, "register of benefits", date(2026, 9, 1)),
    ]
    assert [step.estimate for step in ladder(steps)[:2]] == [3000, 2900]
    assert [step.rung for step in ladder(steps)][2:] == [Rung.MULTIPLIER, Rung.KNOWN_CASES]
    assert ladder(steps)[-1].high is None
