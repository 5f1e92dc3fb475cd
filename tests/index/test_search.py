# SPDX-License-Identifier: EUPL-1.2
"""Searching text and cases: what is found, what must never be, and how filters and conditions work."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import partial

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebase.filters import SearchFilters
from casebase.store import UnknownCaseError, delete_case
from casebase.vocabulary import Nature, Outcome, ReviewState
from index import conditions, fusion
from index import search as search_module
from index.build import build_index
from index.hits import Aspect, Band
from index.manifest import IndexProblemError, IndexState
from index.query import parse_query
from index.ranker import load_ranker
from index.references import BARE_WEIGHT
from index.search import open_searcher


@pytest.fixture
def searcher(bank, encoder, now):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    return open_searcher(bank.folder, encoder)


@pytest.fixture
def session(bank):
    with bank.sessions() as session:
        yield session


def ids(result):
    return [hit.case_id for hit in result.hits]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("voorschot terugbetalen te late keuring", {"C-001", "C-002"}),
        ("boete ziekenhuis inlichtingenplicht", {"C-003"}),
        ("LKV doelgroepverklaring te laat", {"C-004"}),
        ("dagloon referteperiode", {"C-005"}),
        ("art. 77 WIA", {"C-001"}),
        ("evenredigheidsbeginsel", {"C-001", "C-002"}),
    ],
)
def test_the_case_that_is_about_it_comes_first(searcher, session, text, first):
    found = searcher.search(session, text)
    assert found.hits[0].case_id in first
    assert found.matched == 8


def test_hits_are_sorted_and_scores_lie_between_0_and_1(searcher, session):
    hits = searcher.search(session, "voorschot WIA", limit=8).hits
    scores = [hit.score for hit in hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert len({hit.case_id for hit in hits}) == 8


@pytest.mark.parametrize("text", ["xqzv blorp", "de het een", "[PERSOON-1]", "?!", "\U0001f600"])
def test_nonsense_finds_nothing_comparable(searcher, session, text):
    found = searcher.search(session, text)
    assert not found.comparable
    assert {hit.band for hit in found.hits} <= {Band.WEAK}


@pytest.mark.parametrize("text", ["", "   ", "-boete", "\ud800"])
def test_a_search_without_words_finds_nothing(searcher, session, text):
    found = searcher.search(session, text)
    assert (found.hits, found.matched, found.comparable) == ((), 8, False)


def test_limit_counts_cases(searcher, session):
    assert len(searcher.search(session, "voorschot", limit=3).hits) == 3
    assert len(searcher.search(session, "voorschot", limit=100).hits) == 8


# --- what must never be found ------------------------------------------------------------------


@pytest.mark.parametrize("change", ["held", "deleted", "replaced"])
def test_a_case_that_is_no_longer_released_is_never_returned(bank, searcher, encoder, now, make_case, change):
    if change == "held":
        bank.hold("C-001")
    elif change == "deleted":
        with bank.sessions.begin() as session:
            delete_case(session, "C-001", actor="t", now=now, reason="verzoek")
    else:
        bank.add(make_case(1, title="Andere tekst", situation="Voorschot."), state=ReviewState.TO_REVIEW)
    with bank.sessions() as session:
        found = searcher.search(session, "voorschot art. 77 WIA", limit=100, stale_ok=True)
        like = searcher.similar(session, "C-002", limit=100, stale_ok=True)
        run = searcher.ranking(session, "voorschot art. 77 WIA", stale_ok=True)
    assert "C-001" not in ids(found) + ids(like) + [placed.document_id for placed in run]
    assert (found.matched, like.matched) == (7, 6)


def test_an_index_that_is_behind_refuses_unless_it_is_told_not_to(bank, searcher):
    bank.hold("C-005")
    with bank.sessions() as session:
        assert not searcher.is_current(session)
        for search in (
            lambda: searcher.search(session, "boete"),
            lambda: searcher.similar(session, "C-001"),
            lambda: searcher.ranking(session, "boete"),
        ):
            with pytest.raises(IndexProblemError) as problem:
                search()
            assert problem.value.state is IndexState.STALE


def test_a_case_with_new_text_is_shown_with_the_text_of_now(bank, searcher, make_case):
    bank.add(make_case(1, title="Voorschot herschreven", situation="Het voorschot is herschreven."))
    with bank.sessions() as session:
        hits = {hit.case_id: hit for hit in searcher.search(session, "voorschot", stale_ok=True).hits}
    assert hits["C-001"].title == "Voorschot herschreven"
    assert hits["C-001"].passages[0].text == "Het voorschot is herschreven."


def test_placeholders_make_no_cases_alike(bank, encoder, now, make_case):
    bank.add(make_case(20, situation="[PERSOON-1] belt [PERSOON-2] in [PLAATS-1]."))
    bank.add(make_case(21, situation="[PERSOON-1] mailt [PERSOON-2] uit [PLAATS-1]."))
    build_index(bank.sessions, bank.folder, encoder, now=now)
    with bank.sessions() as session:
        found = open_searcher(bank.folder, encoder).search(session, "[PERSOON-1] [PLAATS-1]")
    assert not found.comparable


# --- filters -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (SearchFilters(regulations=("WTL",)), {"C-004"}),
        (SearchFilters(regulations=("WTL", "TW")), {"C-003", "C-004", "C-008"}),
        (SearchFilters(natures=(Nature.REINTEGRATION,), regulations=("WW",)), {"C-006"}),
        (SearchFilters(outcomes=(Outcome.PARTLY,)), {"C-005"}),
        (SearchFilters(received_from=date(2023, 1, 1), received_to=date(2023, 12, 31)), {"C-003"}),
        (SearchFilters(deviates_from_rules=True), {"C-001"}),
        (SearchFilters(regulations=("bestaat niet",)), set()),
    ],
)
def test_filters_never_starve_a_search(searcher, session, filters, expected):
    found = searcher.search(session, "voorschot terug", filters=filters, limit=8)
    assert set(ids(found)) == expected
    assert found.matched == len(expected)
    like = searcher.similar(session, "C-007", filters=filters, limit=8)
    assert set(ids(like)) == expected


def test_a_filter_changes_which_cases_are_found_but_not_their_scores(searcher, session):
    everything = _scores(searcher.search(session, "voorschot terug", limit=8))
    only_tw = SearchFilters(regulations=("TW",))
    narrow = _scores(searcher.search(session, "voorschot terug", filters=only_tw, limit=8))
    assert narrow == {case_id: pytest.approx(everything[case_id], abs=1e-5) for case_id in ("C-003", "C-008")}


def _scores(result):
    """Scores as they were before those of a search without anything comparable were made smaller."""
    most = 1.0 if result.comparable else load_ranker().bands.possible
    return {hit.case_id: hit.score / most for hit in result.hits}


# --- phrases and exclusions ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"dringende reden"', {"C-002"}),
        ('"reden dringende"', set()),
        ('"DRINGENDE reden" voorschot', {"C-002"}),
        ('"te laat gekeurd"', {"C-002"}),
        ('"bestaat nergens"', set()),
        ("voorschot -wachtlijst", {f"C-00{n}" for n in (1, 3, 4, 5, 6, 7, 8)}),
        ('voorschot -"te laat"', {f"C-00{n}" for n in (1, 3, 5, 6, 7, 8)}),
    ],
)
def test_phrases_must_occur_and_excluded_words_must_not(searcher, session, text, expected, monkeypatch):
    monkeypatch.setattr(conditions, "_CHECKED_AT_ONCE", 2)
    found = searcher.search(session, text, limit=8)
    assert set(ids(found)) == expected
    assert found.matched == 8


@pytest.mark.parametrize(
    ("text", "expected"), [("voorschot WIA keuring -voorschot", 6), ('"dagloon" wia', 1)]
)
def test_conditions_are_met_by_all_that_can_even_when_no_promising_case_does(
    searcher, session, text, expected, monkeypatch
):
    whole = ids(searcher.search(session, text))
    monkeypatch.setattr(fusion, "PROMISING", (1, 1))
    monkeypatch.setattr(search_module, "rank", partial(fusion.rank, exact_up_to=1))
    assert ids(searcher.search(session, text, limit=5)) == whole[:5]
    assert len(searcher.search(session, text).hits) == len(whole) == expected


def test_added_words_are_told(searcher, session):
    assert "Wet werk en inkomen naar arbeidsvermogen" in searcher.search(session, "WIA keuring").also_searched
    assert searcher.search(session, "xqzv").also_searched == ()


# --- cases as searches ---------------------------------------------------------------------------


def test_a_case_finds_its_like_but_never_itself(searcher, session):
    found = searcher.similar(session, "C-001", limit=8)
    assert ids(found)[0] == "C-002"
    assert "C-001" not in ids(found)
    assert found.matched == 7


def test_an_aspect_restricts_both_sides(searcher, session):
    found = searcher.similar(session, "C-001", aspect=Aspect.SOLUTION, limit=8)
    assert {passage.aspect for hit in found.hits for passage in hit.passages} == {Aspect.SOLUTION}
    assert not any("voorschot" in term for hit in found.hits for term in hit.explanation.shared_terms)


def test_an_aspect_without_text_finds_nothing(searcher, session):
    found = searcher.similar(session, "C-007", aspect=Aspect.SOLUTION)
    assert (found.hits, found.matched, found.comparable) == ((), 7, False)


def test_a_case_under_review_can_be_compared(bank, searcher, make_case):
    bank.add(
        make_case(30, situation="Het voorschot moet terug door te late keuring."), state=ReviewState.TO_REVIEW
    )
    with bank.sessions() as session:
        assert ids(searcher.similar(session, "C-030"))[0] in {"C-001", "C-002"}


def test_an_unknown_case_says_so(searcher, session):
    with pytest.raises(UnknownCaseError):
        searcher.similar(session, "C-999")


# --- the machinery -------------------------------------------------------------------------------


def test_the_ranking_for_runs_is_that_of_the_search(searcher, session):
    text = "voorschot terugbetalen"
    placed = searcher.ranking(session, text, limit=8)
    assert [each.document_id for each in placed] == ids(searcher.search(session, text, limit=8))
    assert searcher.ranking(session, "") == []


def test_threads_find_the_same(bank, searcher):
    texts = ["voorschot WIA", "boete opname", "dagloon", "brieven adres", "toeslag Duitsland"] * 8

    def find(text):
        with bank.sessions() as session:
            return searcher.search(session, text)

    alone = [find(text) for text in texts]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(find, texts)) == alone


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120))
def test_any_text_can_be_searched(searcher, bank, text):
    with bank.sessions() as session:
        found = searcher.search(session, text, limit=3)
    for hit in found.hits:
        for passage in hit.passages:
            assert all(0 <= start < end <= len(passage.text) for start, end in passage.marks)
            assert np.isfinite(passage.score)


@pytest.mark.parametrize("text", ["77 WIA", "artikel 77, eerste lid, van de Wet WIA", "Wet WIA, art. 77"])
def test_an_article_is_found_by_every_spelling(searcher, session, text):
    found = searcher.search(session, text)
    assert ids(found)[0] == "C-001"
    assert "art. 77 WIA" in found.hits[0].explanation.shared_terms


def test_an_article_without_its_law_weighs_less(searcher, session):
    with_law = searcher.search(session, "art. 77 WIA").hits[0]
    assert searcher.search(session, "art. 77").hits[0].case_id == with_law.case_id
    assert searcher._asked(parse_query("art. 77")).weights["art:77"] == BARE_WEIGHT < 1


# --- typing errors, and words that are not wanted --------------------------------------------------


def test_typing_errors_are_read_right_and_told(searcher, session):
    found = searcher.search(session, "loonkostnvoordeel")
    assert ids(found)[0] == "C-004"
    assert [(each.typed, each.meant) for each in found.corrections] == [
        ("loonkostnvoordeel", ("loonkostenvoordeel",))
    ]
    plain = searcher.search(session, "loonkostnvoordeel", without=frozenset({"loonkostenvoordeel"}))
    assert plain.corrections == ()


@pytest.mark.parametrize("text", ["LKV", "LKV -loonkostenvoordeel"])
def test_added_words_can_be_left_out(searcher, session, text):
    plain = searcher.search(session, text, without=frozenset({"loonkostenvoordeel"}))
    assert "loonkostenvoordeel" in searcher.search(session, "LKV").also_searched
    assert "loonkostenvoordeel" not in plain.also_searched
    assert "loonkostenvoordeel" not in searcher.search(session, "LKV -loonkostenvoordeel").also_searched
