# SPDX-License-Identifier: EUPL-1.2
"""A case that ended otherwise among the first ten, when one stands just below them."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.filters import SearchFilters
from casebase.vocabulary import Outcome
from index import results
from index.build import build_index
from index.diversity import FIRST, LOOKED_AT, endings_of, with_another_ending
from index.hits import Band
from index.register import read_register
from index.search import open_searcher

YES, NO, PART, NONE = frozenset({"a"}), frozenset({"b"}), frozenset({"c"}), frozenset()
AS_IT_WAS = list(range(20))


@pytest.mark.parametrize(
    ("endings", "weak_from", "order"),
    [
        ([YES] * 10 + [YES, NO, PART] + [YES] * 7, 20, [*range(9), 11, 9, 10, *range(12, 20)]),
        ([YES] * 5 + [NONE] * 5 + [NO] + [YES] * 9, 20, [*range(9), 10, 9, *range(11, 20)]),
        ([YES] * 9 + [NO] + [PART] * 10, 20, AS_IT_WAS),  # two endings already
        ([YES] * 8 + [YES | NO] + [YES] * 2 + [PART] * 9, 20, AS_IT_WAS),  # a near-duplicate tells it
        ([YES] * 11 + [NO] * 9, 11, AS_IT_WAS),  # the other one is only remotely alike
        ([YES] * 10 + [NONE] * 10, 20, AS_IT_WAS),  # not known is no other ending
        ([NONE] * 10 + [YES] * 10, 20, AS_IT_WAS),  # nothing to be different from
        ([YES] * 20, 20, AS_IT_WAS),
    ],
)
def test_the_first_other_ending_gets_the_tenth_place(endings, weak_from, order):
    bands = [Band.POSSIBLE] * weak_from + [Band.WEAK] * (20 - weak_from)
    assert with_another_ending(endings, bands) == order


def test_beyond_the_first_twenty_nothing_is_looked_for():
    assert with_another_ending([YES] * 20 + [NO], [Band.STRONG] * 21) == list(range(21))


@given(st.lists(st.sampled_from([YES, NO, NONE, YES | NO]), max_size=30), st.integers(0, 30))
def test_no_hit_is_lost_and_nine_keep_their_place(endings, strong):
    bands = [Band.STRONG if place < strong else Band.WEAK for place in range(len(endings))]
    order = with_another_ending(endings, bands)
    assert sorted(order) == list(range(len(endings)))
    assert order[: FIRST - 1] == list(range(len(endings)))[: FIRST - 1]
    others = order[: FIRST - 1] + order[FIRST:]
    assert others == sorted(others)
    assert order[LOOKED_AT:] == list(range(len(endings)))[LOOKED_AT:]


@pytest.fixture
def series(bank, encoder, now, make_case, monkeypatch):
    """Fourteen cases about sick pay, best first by their number of words; all bands possible."""
    words = ["ziekengeld", "werkgever", "herstel", "loonwaarde", "bezwaar", "termijn", "hoorzitting"]
    for number in range(14):
        about = " ".join(words * 2) + " " + " ".join(f"naam{number}x{n}" for n in range(3 * number))
        ended = Outcome.NOT_SOLVED if number == 12 else Outcome.SOLVED
        bank.add(make_case(50 + number, situation=about, outcome=ended))
    build_index(bank.sessions, bank.folder, encoder, now=now)
    monkeypatch.setattr(results, "bands", lambda scores, *_, **__: [Band.POSSIBLE] * len(scores))
    searcher = open_searcher(bank.folder, encoder)
    searcher._collection = _apart(searcher._collection)
    return searcher, " ".join(words)


def _apart(collection):
    """Without groups: this is about endings."""
    from dataclasses import replace

    return replace(collection, leaders=np.arange(len(collection)))


def test_a_search_shows_the_other_ending_on_every_page_alike(series, bank):
    searcher, text = series
    with bank.sessions() as session:
        found = {limit: searcher.search(session, text, limit=limit).hits for limit in (10, 11, 21)}
        run = [placed.document_id for placed in searcher.ranking(session, text)]
    shown = {limit: [hit.case_id for hit in hits] for limit, hits in found.items()}
    assert run.index("C-062") >= FIRST
    assert shown[10][9] == "C-062"
    assert shown[21][:11] == shown[11]
    assert shown[11][:10] == shown[10]
    assert shown[21] == [*run[:9], "C-062", *(case_id for case_id in run[9:] if case_id != "C-062")][:21]


def test_a_filter_on_the_outcome_is_kept(series, bank):
    searcher, text = series
    with bank.sessions() as session:
        result = searcher.search(session, text, filters=SearchFilters(outcomes=(Outcome.SOLVED,)), limit=20)
    assert {result.cases[hit.case_id].case.outcome for hit in result.hits} == {Outcome.SOLVED}


def test_endings_are_those_that_are_known(bank, make_case):
    bank.add(make_case(40, outcome=Outcome.UNKNOWN))
    with bank.sessions() as session:
        register = read_register(session)
    assert endings_of(register, ["C-001", "C-003"]) == {"opgelost"}
    assert endings_of(register, ["C-001", "C-002", "C-005"]) == {
        "opgelost",
        "niet opgelost",
        "deels opgelost",
    }
    assert endings_of(register, ["C-040", "C-008", "C-999"]) == frozenset()
