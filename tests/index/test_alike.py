# SPDX-License-Identifier: EUPL-1.2
"""More like these: several cases as one search."""

import numpy as np
import pytest

from casebase.filters import SearchFilters
from casebase.store import UnknownCaseError
from index.alike import MOST_CASES, TooManyExamplesError, asked_by_cases, ranked_alike
from index.asked import asked_by_case
from index.build import build_index
from index.dutch import load_analysis
from index.evaluation import collection_of
from index.fusion import rank
from index.manifest import IndexProblemError
from index.search import open_searcher


@pytest.fixture
def collection(cases, encoder):
    return collection_of(cases, encoder)


def test_what_two_cases_share_comes_before_what_one_is_about(make_case, cases, encoder):
    text = "Terugvordering van het voorschot, te laat gekeurd door de wachtlijst."
    shared = make_case(90, title="Schuld na wachtlijst", situation=text)
    collection = collection_of([*cases, shared], encoder)
    found = ranked_alike(cases[:2], collection, encoder, load_analysis())
    assert collection.case_ids[found.rows[0]] == "C-090"


def test_the_given_cases_are_never_found(cases, collection, encoder):
    for members in (cases[:1], cases[:2], cases[2:5]):
        found = ranked_alike(members, collection, encoder, load_analysis())
        ids = {collection.case_ids[row] for row in found.rows}
        assert ids == set(collection.case_ids) - {case.case_id for case in members}


def test_one_case_gives_the_ranking_of_cases_similar_to_it(cases, collection, encoder):
    asked = asked_by_case(cases[0], None, collection, encoder, load_analysis())
    others = np.arange(1, len(collection))
    alone = rank(collection, asked.probe, collection.scales.case[None], others)
    found = ranked_alike(cases[:1], collection, encoder, load_analysis())
    assert np.array_equal(found.rows, alone.rows)
    assert np.allclose(found.scores, alone.scores, atol=1e-5)


def test_the_order_of_the_cases_does_not_matter(cases, collection, encoder):
    one, other = (
        ranked_alike(members, collection, encoder, load_analysis()) for members in (cases[:3], cases[2::-1])
    )
    assert np.array_equal(one.rows, other.rows)
    assert np.allclose(one.scores, other.scores, atol=1e-4)


def test_only_the_given_rows_are_found(cases, collection, encoder):
    found = ranked_alike(cases[:2], collection, encoder, load_analysis(), rows=np.array([0, 3, 5]))
    assert sorted(found.rows) == [3, 5]


def test_a_case_that_is_not_in_the_collection_may_be_an_example(make_case, collection, encoder):
    stranger = make_case(99, situation="Mevrouw kreeg een voorschot op haar WIA-uitkering.")
    found = ranked_alike([stranger], collection, encoder, load_analysis())
    assert len(found.rows) == len(collection)


@pytest.mark.parametrize("count", [0, MOST_CASES + 1])
def test_no_case_or_too_many_are_refused(cases, collection, encoder, count):
    with pytest.raises(ValueError, match=str(count)):
        asked_by_cases(cases[:count], collection, encoder, load_analysis())


def test_words_that_all_cases_hold_weigh_most(make_case, collection, encoder):
    texts = ("toeslag hypotheek", "toeslag brommer", "toeslag hypotheek kapper")
    cases = [make_case(90 + number, situation=text) for number, text in enumerate(texts)]
    weights = asked_by_cases(cases, collection, encoder, load_analysis()).weights
    toeslag, hypotheek, brommer = (
        weights[key] for word in ("toeslag", "hypotheek", "brommer") for key in load_analysis().keys(word)
    )
    assert toeslag == pytest.approx(6 * 1)  # in all three
    assert hypotheek == pytest.approx(3.5 * 2 / 3)
    assert brommer == pytest.approx(1 / 3)


# --- searching in a databank --------------------------------------------------------------------


@pytest.fixture
def searcher(bank, encoder, now):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    return open_searcher(bank.folder, encoder)


@pytest.fixture
def session(bank):
    with bank.sessions() as session:
        yield session


def test_several_cases_find_others_and_never_themselves(session, searcher):
    result = searcher.alike(session, ["C-001", "C-002"])
    assert {hit.case_id for hit in result.hits} == set(result.matching.case_ids)
    assert not {"C-001", "C-002"} & set(result.matching.case_ids)
    assert result.matched == len(result.hits)


def test_the_order_of_the_numbers_does_not_matter_at_all(session, searcher):
    one, other = (searcher.alike(session, ids) for ids in (["C-001", "C-004"], ["C-004", "C-001", "C-004"]))
    assert one.hits == other.hits


def test_one_case_finds_what_is_similar_to_it(session, searcher):
    alike, similar = searcher.alike(session, ["C-001"]), searcher.similar(session, "C-001", limit=10)
    assert [hit.case_id for hit in alike.hits] == [hit.case_id for hit in similar.hits]
    assert [hit.band for hit in alike.hits] == [hit.band for hit in similar.hits]


def test_each_hit_is_explained_beside_the_case_it_is_most_like(session, searcher):
    asked = ["C-001", "C-003"]
    told = {hit.case_id: hit.explanation for hit in searcher.alike(session, asked).hits}
    assert {explanation.most_like for explanation in told.values()} == set(asked)
    for case_id, explanation in told.items():
        alone = searcher.similar(session, explanation.most_like, limit=10)
        assert explanation == next(hit.explanation for hit in alone.hits if hit.case_id == case_id)


def test_filters_hold_and_never_bring_an_asked_case_back(session, searcher, cases):
    filters = SearchFilters(regulations=cases[0].regulations)
    result = searcher.alike(session, ["C-001"], filters=filters)
    assert result.hits
    assert "C-001" not in result.matching.case_ids
    for stored in result.cases.values():
        assert set(stored.case.regulations) & set(filters.regulations)


@pytest.mark.parametrize("asked", [[], ["C-999"], ["C-001", "C-999"]])
def test_an_unknown_number_is_refused(session, searcher, asked):
    with pytest.raises(UnknownCaseError):
        searcher.alike(session, asked)


def test_more_than_three_cases_are_refused(session, searcher):
    with pytest.raises(TooManyExamplesError):
        searcher.alike(session, ["C-001", "C-002", "C-003", "C-004"])


def test_a_ranking_by_cases_is_that_of_the_search(session, searcher):
    hits = searcher.alike(session, ["C-001", "C-002"]).hits
    placed = searcher.ranking(session, "", case_ids=["C-002", "C-001"])
    assert [each.document_id for each in placed] == [hit.case_id for hit in hits]


def test_a_case_that_was_held_back_is_neither_asked_about_nor_found(bank, searcher):
    bank.hold("C-001")
    with bank.sessions() as session:
        with pytest.raises(IndexProblemError):
            searcher.alike(session, ["C-002"])
        with pytest.raises(UnknownCaseError):
            searcher.alike(session, ["C-001", "C-002"], stale_ok=True)
        found = searcher.alike(session, ["C-002"], limit=100, stale_ok=True)
    assert "C-001" not in {hit.case_id for hit in found.hits}
    assert found.matched == 6


def test_a_case_that_the_index_does_not_know_yet_may_be_asked_about(bank, searcher, make_case):
    bank.add(
        make_case(9, title="Voorschot terug", situation="Het voorschot WIA moet terug, te laat gekeurd.")
    )
    with bank.sessions() as session:
        found = searcher.alike(session, ["C-009", "C-001"], stale_ok=True)
    assert found.hits[0].case_id == "C-002"
