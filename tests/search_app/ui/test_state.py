# SPDX-License-Identifier: EUPL-1.2
"""The search in the address bar."""

from dataclasses import replace
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.filters import SearchFilters
from casebase.vocabulary import Level, Nature, Outcome, Principle
from search_app.ui.state import (
    LONGEST_TEXT,
    SearchState,
    as_text,
    can_add,
    case_link,
    from_query,
    from_text,
    more_like,
    not_like,
    search_link,
    to_query,
    with_values,
    within_length,
)

WORDS = st.lists(st.text(min_size=1, max_size=8).filter(lambda w: w.strip()), unique=True, max_size=3).map(
    tuple
)


def some(values: type) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(st.sampled_from(list(values)), unique=True, max_size=2).map(tuple)


STATES = st.builds(
    SearchState,
    text=st.text(max_size=30).map(str.strip),
    filters=st.builds(
        SearchFilters,
        regulations=WORDS,
        natures=some(Nature),
        levels=some(Level),
        outcomes=some(Outcome),
        principles=some(Principle),
        organisations=WORDS,
        maatwerkplaatsen=WORDS,
        received_from=st.none() | st.integers(1990, 2100).map(lambda y: date(y, 1, 1)),
        received_to=st.none() | st.integers(1990, 2100).map(lambda y: date(y, 12, 31)),
    ),
    shown=st.sampled_from([10, 20, 100]),
    page=st.integers(1, 99_999),
)
NUMBERS = st.lists(st.text(min_size=1, max_size=9).map(str.strip).filter(bool), unique=True, max_size=6)


@given(STATES)
def test_an_address_gives_back_the_search_it_was_made_from(state: SearchState) -> None:
    assert from_query(to_query(state)) == state
    assert from_text(as_text(state)) == state


@given(STATES, NUMBERS)
def test_a_search_by_cases_comes_back_from_its_address(state: SearchState, numbers: list[str]) -> None:
    by_cases = replace(state, text="", alike=tuple(numbers))
    assert from_query(to_query(by_cases)) == by_cases
    assert from_text(as_text(by_cases)) == by_cases


def test_cases_and_a_text_are_never_searched_with_together() -> None:
    state = from_text("q=voorschot&zoals=A-1,B-2")
    assert (state.text, state.alike, state.line) == ("", ("A-1", "B-2"), "zoals:A-1,B-2")
    assert from_text("q=zoals:A-1").alike == ("A-1",)
    assert from_text("q=zoals: een eerdere zaak").text == "zoals: een eerdere zaak"


def test_cases_are_added_until_there_are_three() -> None:
    two, three = SearchState(alike=("A", "B")), SearchState(alike=("A", "B", "C"))
    assert more_like(two, "C").alike == ("A", "B", "C")
    assert more_like(SearchState("voorschot", shown=30), "A") == SearchState(alike=("A",))
    assert not can_add(three, "D")
    assert not can_add(two, "A")
    assert not_like(three, "B").alike == ("A", "C")
    assert more_like(replace(two, filters=SearchFilters(regulations=("WIA",))), "C").filters


@given(st.dictionaries(st.text(max_size=14), st.lists(st.text(max_size=10), max_size=3), max_size=6))
def test_no_address_is_refused(query: dict[str, list[str]]) -> None:
    from_query(query)


@pytest.mark.parametrize(
    "query",
    [
        {"uitkomst": ["onzin"]}, {"van": ["0000"]}, {"van": ["99999"]}, {"van": ["²³"]}, {"van": ["-1"]},
        {"toon": ["-10"]}, {"toon": ["x"]}, {"regeling": ["", " "]}, {"q": []}, {"onbekend": ["1"]},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_ignored(query: dict[str, list[str]]) -> None:
    assert from_query(query) == SearchState()


def test_the_number_of_results_stays_within_bounds() -> None:
    assert from_query({"toon": ["999999999999"]}).shown == 100


def test_an_empty_search_has_a_clean_address() -> None:
    assert search_link(SearchState()) == "./"


def test_a_case_link_carries_the_search_as_one_value() -> None:
    state = SearchState("a&id=x ü", SearchFilters(regulations=("WW&q=y",)))
    query = parse_qs(urlsplit(case_link("T&1", state)).query)
    assert query["id"] == ["T&1"]
    assert from_text(query["terug"][0]) == state


def test_another_filter_starts_again_at_the_first_results() -> None:
    state = SearchState("x", SearchFilters(outcomes=(Outcome.SOLVED,)), shown=50)
    changed = with_values(state, "regeling", ["WW"])
    assert changed == SearchState("x", SearchFilters(regulations=("WW",), outcomes=(Outcome.SOLVED,)))


@given(st.text(alphabet="ab .\n", min_size=LONGEST_TEXT + 1, max_size=LONGEST_TEXT + 200))
def test_a_long_text_is_cut_to_its_beginning(text: str) -> None:
    cut = within_length(text)
    assert text.startswith(cut)
    assert len(cut) <= LONGEST_TEXT


def test_a_text_is_never_cut_inside_a_word() -> None:
    text = "woord " * 800
    assert within_length(text).split()[-1] == "woord"


def test_a_short_text_stays_whole() -> None:
    assert within_length("kort") == "kort"


def test_words_that_are_left_out_stand_in_the_address() -> None:
    state = SearchState("LKV", without=("loonkostenvoordeel", "a&b"))
    assert search_link(state) == "./?q=LKV&zonder=loonkostenvoordeel&zonder=a%26b"
    assert from_text(search_link(state)[2:]) == state
