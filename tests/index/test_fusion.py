# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from index import fusion
from index.collection import Scale
from index.fusion import Probe, fused, rank, signals
from index.ranker import load_ranker


@pytest.fixture
def collection(encoder, make_case):
    from index.evaluation import collection_of

    words = ["voorschot", "boete", "dagloon", "keuring", "brief", "adres", "toeslag", "opname", "schuld"]
    random = np.random.default_rng(5)
    cases = [
        make_case(number, title=str(random.choice(words)), situation=" ".join(random.choice(words, 12)))
        for number in range(60)
    ]
    return collection_of(cases, encoder)


@pytest.fixture
def probe(collection, encoder):
    keys = {"voorschot": 1.0, "schuld": 1.0}
    return Probe(keys, collection.latent[None].vector(keys), encoder.encode_queries(["voorschot schuld"])[0])


def test_fused_is_the_weighted_sum_of_standard_scores():
    scale = Scale((0.1, 0.2, 0.3), (0.5, 0.25, 0.1))
    values = np.array([[0.6], [0.45], [0.4]], np.float32)
    assert fused(values, scale) == pytest.approx([sum(load_ranker().weights.signals)])


@pytest.fixture
def few_promising(monkeypatch):
    monkeypatch.setattr(fusion, "PROMISING", (8, 25))


@pytest.mark.usefixtures("few_promising")
def test_only_promising_cases_are_looked_at_closely_and_the_best_stay_the_same(collection, probe):
    rows = np.arange(len(collection))
    exact = rank(collection, probe, collection.scales.text, rows)
    picked = rank(collection, probe, collection.scales.text, rows, exact_up_to=10)
    assert (len(exact.rows), len(picked.rows)) == (60, 25)
    assert picked.rows[:10].tolist() == exact.rows[:10].tolist()
    assert picked.scores[:10] == pytest.approx(exact.scores[:10], abs=1e-5)
    assert picked.evidence.scores == pytest.approx(exact.evidence.scores, abs=1e-5)
    assert picked.evidence.signals == pytest.approx(exact.evidence.signals, abs=1e-5)


@pytest.mark.usefixtures("few_promising")
def test_as_many_cases_are_ranked_as_are_asked_for(collection, probe):
    rows = np.arange(len(collection))
    exact = rank(collection, probe, collection.scales.text, rows)
    for number in (30, 59, 60, 100):
        ranking = rank(collection, probe, collection.scales.text, rows, at_least=number, exact_up_to=10)
        assert len(ranking.rows) >= min(number, 60)
    assert ranking.rows.tolist() == exact.rows.tolist()


@pytest.mark.usefixtures("few_promising")
def test_a_narrow_filter_leaves_nothing_out_and_is_helped_by_the_same_cases(collection, probe):
    rows, some = np.arange(len(collection)), np.array([3, 8, 20, 41])
    narrow = rank(collection, probe, collection.scales.text, some, trusted=rows, exact_up_to=4)
    whole = rank(collection, probe, collection.scales.text, rows)
    assert sorted(narrow.rows.tolist()) == some.tolist()
    scores = dict(zip(whole.rows.tolist(), whole.scores.tolist(), strict=True))
    assert narrow.scores == pytest.approx([scores[row] for row in narrow.rows.tolist()], abs=1e-5)


@pytest.mark.usefixtures("few_promising")
def test_a_search_without_known_words_finds_the_case_with_one_passage_like_it(encoder, make_case):
    from index.evaluation import collection_of

    words = ["keuring", "brief", "adres", "toeslag", "opname"]
    random = np.random.default_rng(9)
    plain = [
        make_case(number, situation=" ".join(random.choice(words, 40)) + " nvt" * (number % 2))
        for number in range(50)
    ]
    long = " ".join(random.choice(words, 300))
    collection = collection_of([*plain, make_case(50, situation=long, lessons="Onbekendgebleven.")], encoder)
    asked = Probe({}, collection.latent[None].vector({}), encoder.encode_queries(["onbekendgebleven"])[0])
    rows = np.arange(len(collection))
    exact = rank(collection, asked, collection.scales.text, rows)
    picked = rank(collection, asked, collection.scales.text, rows, exact_up_to=10)
    assert collection.case_ids[exact.rows[0]] == "C-050"
    assert picked.rows[:3].tolist() == exact.rows[:3].tolist()


def test_ties_are_broken_by_case_number(encoder, make_case):
    from index.evaluation import collection_of

    same = [make_case(number, situation="Voorschot en schuld.") for number in (9, 4, 7)]
    other = [make_case(number, situation=f"Brief {number} over scholing.") for number in (1, 2, 3)]
    collection = collection_of([*same, *other], encoder)
    keys = {"voorschot": 1.0}
    asked = Probe(keys, collection.latent[None].vector(keys), encoder.encode_queries(["voorschot"])[0])
    ranking = rank(collection, asked, collection.scales.text, np.arange(6))
    assert [collection.case_ids[row] for row in ranking.rows[:3]] == ["C-004", "C-007", "C-009"]


def test_only_trusted_cases_move_a_search(collection, probe):
    rows = np.arange(40, 60)
    alone = rank(collection, probe, collection.scales.text, rows)
    helped = rank(collection, probe, collection.scales.text, rows, trusted=np.arange(60))
    assert alone.scores.tolist() != helped.scores.tolist()
    assert alone.evidence.scores.tolist() == helped.evidence.scores.tolist()


def test_signals_have_a_row_for_words_latent_analysis_and_meaning(collection, probe):
    assert signals(collection, probe, np.array([4, 9])).shape == (3, 2)


def test_no_cases_give_an_empty_ranking(collection, probe):
    ranking = rank(collection, probe, collection.scales.text, np.array([], np.int64))
    assert (len(ranking.rows), len(ranking.evidence)) == (0, 0)
