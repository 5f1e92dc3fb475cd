# SPDX-License-Identifier: EUPL-1.2
"""Fitting the numbers of the ranking, on made-up searches of which the answer is known."""

import numpy as np
import pytest

import index.domain
from benchmarks.search.fit_curve import counted, fit_curve, held_out, probabilities, reliability
from benchmarks.search.fit_rule import LET_THROUGH, Judged, fit_rule
from benchmarks.search.fit_weights import fit, ndcg
from benchmarks.search.looked_at import Looked
from benchmarks.search.ranking_file import as_toml, domain_as_toml
from benchmarks.search.reliability_chart import reliability_chart
from benchmarks.search.tasks import Search
from index.comparable import TEXT_FEATURES, features
from index.domain import load_domain
from index.evidence import NO_EVIDENCE, Evidence, Wording
from index.ranker import FILE, load_ranker, read_ranker

CASES, RELEVANT = 60, 8
THEMES = range(1, 10, 2)


def looked(theme: int, number: int, telling: float) -> Looked:
    """A search in which the first part tells relevant cases by ``telling``, the second nothing."""
    random = np.random.default_rng([theme, number])
    relevant = np.arange(CASES) < RELEVANT
    random.shuffle(relevant)
    parts = random.normal(size=(2, CASES))
    parts[0] += telling * relevant
    final = 2 * parts[0]
    search = Search(f"{theme}-{number}", group=f"T{theme:02}")
    return Looked(search, parts, np.zeros((4, CASES)), relevant, final, final, NO_EVIDENCE)


@pytest.fixture(scope="module")
def searches():
    return [looked(theme, number, 1.5) for theme in THEMES for number in range(2)]


def test_a_part_that_tells_nothing_loses_its_weight_and_held_out_themes_gain(searches):
    found = fit(searches, lambda each: each.parts, (1.0, 2.0))
    assert found.weights[0] > 3 * found.weights[1]
    assert found.gain > 0.05
    assert found.better


def test_weights_that_are_right_already_are_not_called_better(searches):
    found = fit(searches, lambda each: each.parts, (1.0, 0.0))
    assert not found.better


def test_nothing_that_can_be_learnt_is_not_called_better():
    chance = [looked(theme, number, 0.0) for theme in THEMES for number in range(2)]
    assert not fit(chance, lambda each: each.parts, (1.0, 1.0)).better


@pytest.mark.parametrize(
    ("scores", "figure"), [([3.0, 2.0, 1.0], 1.0), ([2.0, 3.0, 1.0], 0.63093), ([1.0, 2.0, 3.0], 0.5)]
)
def test_ndcg_of_one_relevant_case_is_what_its_place_is_worth(scores, figure):
    assert ndcg(np.array(scores), np.array([True, False, False])) == pytest.approx(figure, abs=1e-5)


def test_a_curve_tells_what_is_true(searches):
    curve = fit_curve(searches)
    other = [looked(theme, 0, 1.5) for theme in range(2, 42, 2)]
    found = counted("even", other, curve)
    assert found.brier < found.base
    assert found.error < 0.08
    assert sum(each.count for each in found.bins) == found.hits == 30 * len(other)
    assert held_out("odd", searches).hits == 30 * len(searches)


def test_probabilities_rise_with_scores(searches):
    found = probabilities(fit_curve(searches), np.linspace(-50, 50, 11))
    assert (np.diff(found) >= 0).all()


def test_a_liar_is_found_out():
    true = np.tile([True, False], 200)
    honest = reliability("honest", np.full(400, 0.5), true)
    liar = reliability("liar", np.full(400, 0.95), true)
    assert honest.error == pytest.approx(0.0)
    assert liar.error == pytest.approx(0.45)
    assert liar.brier > honest.brier
    assert all(each.low <= each.true <= each.high for each in (*honest.bins, *liar.bins))


def judged(answer: bool, number: int) -> Judged:
    random = np.random.default_rng([int(answer), number])
    signals = random.normal(0.5 if answer else 0.2, 0.08, size=(3, 3)).astype(np.float32)
    nothing = np.zeros(3, np.float32)
    return Judged(Evidence(nothing, signals, nothing, Wording(words=6, named=0.2)), answer, "one")


def test_a_rule_keeps_answers_and_lets_few_others_through():
    known = [judged(answer, number) for answer in (True, False) for number in range(200)]
    rule = fit_rule(known, TEXT_FEATURES)

    def passes(each):
        found = features(each.evidence)
        return rule.intercept + sum(weight * found[name] for name, weight in rule.weights.items()) >= 0

    unseen = [judged(answer, number) for answer in (True, False) for number in range(200, 600)]
    assert np.mean([passes(each) for each in unseen if each.answer]) >= 0.95
    assert np.mean([passes(each) for each in unseen if not each.answer]) <= 3 * LET_THROUGH


def test_a_share_of_the_answers_can_be_kept_at_the_cost_of_others():
    alike = [judged(number % 2 == 0, number) for number in range(100)]
    alike += [Judged(each.evidence, not each.answer, "one") for each in alike[:40]]
    strict, kind = fit_rule(alike, TEXT_FEATURES), fit_rule(alike, TEXT_FEATURES, kept=0.95)
    assert kind.intercept > strict.intercept


def test_the_direction_of_the_domain_is_written_as_it_is_read():
    assert domain_as_toml(load_domain()) == index.domain.FILE.read_text("utf-8")


def test_what_is_written_is_what_is_read(tmp_path):
    path = tmp_path / FILE.name
    path.write_text(as_toml(load_ranker()), "utf-8")
    assert read_ranker(path) == load_ranker()


def test_the_shipped_file_is_as_it_was_written():
    assert as_toml(load_ranker()) == FILE.read_text("utf-8")


def test_the_chart_has_a_point_for_every_bin():
    found = reliability("<a>", np.linspace(0, 1, 300), np.arange(300) > 150)
    chart = reliability_chart([found])
    assert chart.count("<circle") == len(found.bins)
    assert "&lt;a&gt;" in chart
