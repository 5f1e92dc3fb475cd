# SPDX-License-Identifier: EUPL-1.2
"""Near-duplicates are one hit: what is shown of them, and that nothing is lost or counted less."""

import numpy as np
import pytest

from casebase.filters import SearchFilters
from casebase.vocabulary import Outcome, ReviewState
from index.build import build_index
from index.grouping import first_of_each, others_like
from index.search import open_searcher

STORY = (
    "Mevrouw kreeg elf maanden een voorschot op haar uitkering, omdat er geen verzekeringsarts beschikbaar "
    "was. Nu moet zij het hele bedrag terugbetalen, terwijl haar huur en haar ziektekosten doorlopen en de "
    "gemeente geen bijzondere bijstand wil geven. Haar zoon heeft de rekeningen maandenlang betaald."
)


@pytest.fixture
def opened(bank, encoder, now, make_case):
    """A searcher over the usual cases and three copies of a story, two of which ended otherwise."""

    def with_copies(**fields):
        bank.add(
            make_case(21, situation=STORY, outcome=Outcome.SOLVED, title="Voorschot", **fields),
            make_case(22, situation=STORY + " Zij is alleen.", outcome=Outcome.SOLVED),
            make_case(23, situation=STORY.replace("elf", "tien"), outcome=Outcome.NOT_SOLVED, title="Anders"),
            make_case(24, situation=STORY.replace("zoon", "broer"), outcome=Outcome.UNKNOWN),
        )
        build_index(bank.sessions, bank.folder, encoder, now=now)
        return open_searcher(bank.folder, encoder)

    return with_copies


def found(searcher, bank, text="voorschot terugbetalen verzekeringsarts huur ziektekosten", **more):
    with bank.sessions() as session:
        return searcher.search(session, text, **more)


def test_near_duplicates_are_one_hit_and_the_others_stand_under_it(opened, bank):
    hits = found(opened(), bank, limit=12).hits
    first = hits[0]
    group = {first.case_id, *(other.case_id for other in first.near_duplicates)}
    assert group == {"C-021", "C-022", "C-023", "C-024"}
    assert not group & {hit.case_id for hit in hits[1:]}
    assert len(hits) == 9
    assert all(not hit.near_duplicates for hit in hits[1:])


def test_those_that_ended_otherwise_are_told_and_go_first(opened, bank):
    result = found(opened(), bank, '"Zij is alleen" voorschot')
    assert result.hits[0].near_duplicates == ()  # only one of the four meets the condition
    first = found(opened(), bank).hits[0]
    told = [(other.case_id, other.ended_differently, other.outcome) for other in first.near_duplicates]
    assert first.case_id in {"C-021", "C-022"}
    assert told[0] == ("C-023", True, Outcome.NOT_SOLVED)
    assert not any(differently for _, differently, _ in told[1:])  # an unknown outcome is no other outcome


def test_nothing_is_counted_less(opened, bank):
    result = found(opened(), bank)
    assert result.matched == 12
    assert len(result.matching) == 12
    outcomes = {count.value: count.count for count in result.matching.facets().outcomes}
    assert outcomes[Outcome.NOT_SOLVED] == 2
    assert {"C-021", "C-022", "C-023", "C-024"} <= result.cases.keys()


def test_a_filter_holds_for_near_duplicates_too(opened, bank):
    result = found(opened(), bank, filters=SearchFilters(outcomes=(Outcome.NOT_SOLVED,)))
    assert [hit.case_id for hit in result.hits] == ["C-023", "C-002"]
    assert result.hits[0].near_duplicates == ()


@pytest.mark.parametrize("typed", ["voorschot verzekeringsarts -broer", 'voorschot "haar zoon"'])
def test_conditions_hold_for_near_duplicates_too(opened, bank, typed):
    first = found(opened(), bank, typed).hits[0]
    assert {first.case_id, *(other.case_id for other in first.near_duplicates)} == {"C-021", "C-022", "C-023"}


def test_a_page_is_the_beginning_of_a_longer_one(opened, bank):
    searcher = opened()
    everything = [hit.case_id for hit in found(searcher, bank, limit=20).hits]
    for limit in range(1, 10):
        assert [hit.case_id for hit in found(searcher, bank, limit=limit).hits] == everything[:limit]


def test_a_near_duplicate_that_is_held_back_is_not_told(opened, bank):
    searcher = opened()
    bank.hold("C-023")
    first = found(searcher, bank, stale_ok=True).hits[0]
    assert "C-023" not in {other.case_id for other in first.near_duplicates}


def test_a_group_is_left_when_the_text_changes(opened, bank, encoder, now, make_case):
    opened()
    bank.add(make_case(23, situation="Iets heel anders over scholing na een verhuizing."))
    build_index(bank.sessions, bank.folder, encoder, now=now)
    first = found(open_searcher(bank.folder, encoder), bank).hits[0]
    assert len(first.near_duplicates) == 2


def test_a_run_names_every_case(opened, bank):
    searcher = opened()
    with bank.sessions() as session:
        placed = [each.document_id for each in searcher.ranking(session, "voorschot")]
    assert len(placed) == len(set(placed)) == 12


def test_of_a_case_its_near_duplicates_are_one_hit(opened, bank):
    searcher = opened()
    with bank.sessions() as session:
        hits = searcher.similar(session, "C-021").hits
    assert {hits[0].case_id, *(other.case_id for other in hits[0].near_duplicates)} == {
        "C-022",
        "C-023",
        "C-024",
    }


def test_a_large_group_leaves_room_for_other_cases(opened, bank, encoder, now, make_case, monkeypatch):
    from functools import partial

    from index import fusion
    from index import search as search_module

    monkeypatch.setattr(fusion, "PROMISING", (2, 2))
    monkeypatch.setattr(search_module, "rank", partial(fusion.rank, exact_up_to=1))
    hits = found(opened(), bank, limit=4).hits
    assert len(hits) == 4


def test_the_first_of_each_group_is_taken_in_order():
    assert list(first_of_each(range(5), np.array([3, 1, 3, 1, 0]))) == [0, 1, 4]


def test_others_are_looked_for_among_the_given_rows():
    group = np.array([0, 2, 3])
    assert others_like(2, dict.fromkeys([0, 2, 3], group), np.array([1, 2, 3])) == [3]
    assert others_like(1, dict.fromkeys([0, 2, 3], group), np.array([1, 2, 3])) == []


def test_cases_to_review_are_no_near_duplicates(opened, bank, make_case, encoder, now):
    bank.add(make_case(25, situation=STORY), state=ReviewState.TO_REVIEW)
    first = found(opened(), bank).hits[0]
    assert "C-025" not in {first.case_id, *(other.case_id for other in first.near_duplicates)}
