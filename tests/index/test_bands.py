# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from index.bands import CASE, TEXT, band, bands, is_comparable, shares
from index.evidence import NO_EVIDENCE, UNWORDED, Evidence, Wording
from index.hits import Band
from index.ranker import load_ranker

SCORES = np.arange(-50.0, 50.0, 0.5).astype(np.float32)


def evidence(words, latent, meaning, *, wording=UNWORDED, shared=0.0):
    signals = np.full((3, 3), np.array([[words], [latent], [meaning]]), np.float32)
    return Evidence(np.zeros(3, np.float32), signals, np.full(3, shared, np.float32), wording)


@pytest.mark.parametrize("kind", [TEXT, CASE])
def test_a_probability_rises_with_the_score(kind):
    found = shares(SCORES, kind)
    assert found == sorted(found)
    assert 0 <= found[0] < 0.05
    assert 0.95 < found[-1] <= 1


@pytest.mark.parametrize("kind", [TEXT, CASE])
def test_bands_follow_the_probability(kind):
    told = bands(SCORES.tolist(), kind, comparable=True)
    assert told == [band(share) for share in shares(SCORES, kind)]
    assert set(told) == set(Band)


def test_a_band_begins_at_its_own_edge():
    edges = load_ranker().bands
    assert [band(share) for share in (edges.strong, edges.possible, edges.possible - 1e-6)] == list(Band)


@pytest.mark.parametrize("kind", [TEXT, CASE])
def test_when_nothing_is_comparable_every_hit_is_weak_by_word_and_by_number(kind):
    assert set(bands(SCORES.tolist(), kind, comparable=False)) == {Band.WEAK}
    found = shares(SCORES, kind, comparable=False)
    assert found == sorted(found)
    assert max(found) <= load_ranker().bands.possible


@pytest.mark.parametrize("kind", [TEXT, CASE])
def test_nothing_found_is_nothing_comparable(kind):
    assert not is_comparable(NO_EVIDENCE, kind)


@pytest.mark.parametrize("kind", [TEXT, CASE])
def test_cases_that_are_much_alike_are_comparable_and_others_are_not(kind):
    wording = Wording(words=6, named=0.3)
    assert is_comparable(evidence(0.6, 0.8, 0.7, wording=wording, shared=0.6), kind)
    assert not is_comparable(evidence(0.0, 0.0, 0.0, wording=wording, shared=-0.2), kind)


def test_the_longer_a_search_the_less_its_cases_need_to_be_alike():
    told = [is_comparable(evidence(0.12, 0.4, 0.45, wording=Wording(words=n)), TEXT) for n in (1, 400)]
    assert told == [False, True]


def test_a_name_of_the_trade_is_comparable_when_a_case_holds_it():
    name = Wording(words=1, named=1.0)
    assert is_comparable(evidence(0.01, 0.1, 0.1, wording=name), TEXT)
    assert not is_comparable(evidence(0.0, 0.1, 0.1, wording=name), TEXT)
