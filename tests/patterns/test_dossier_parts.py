# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.record import Perspective, SafeCase
from casebase.vocabulary import Rating
from patterns.dossier_quotes import Cited, meanwhile_of, perspective_columns, telling
from patterns.dossier_stories import CUT, most_central, shortened, story_of


def keys(text: str) -> list[str]:
    return [word for word in text.lower().replace(".", "").split() if len(word) > 3]


def case(number: str, **fields: object) -> SafeCase:
    return SafeCase.model_validate({"case_id": number, "situation": "Iets.", "decision": "Besluit."} | fields)


def test_a_short_story_stays_as_it_is() -> None:
    assert shortened("  Eén zin.  ") == "Eén zin."


def test_a_long_story_ends_after_a_whole_sentence_and_says_so() -> None:
    text = "De eerste zin is er altijd. De tweede zin past er nog bij. De derde zin valt buiten de ruimte."
    assert shortened(text, 70) == f"De eerste zin is er altijd. De tweede zin past er nog bij. {CUT}"
    assert shortened(text, 5) == f"De eerste zin is er altijd. {CUT}"


@given(st.lists(st.text("abc de", min_size=1), min_size=1), st.integers(10, 60))
def test_a_shortened_story_holds_nothing_but_its_beginning(sentences: list[str], longest: int) -> None:
    text = ". ".join(sentences).strip()
    told = shortened(text, longest)
    assert text.startswith(told.removesuffix(CUT).rstrip())


def test_a_text_that_somebody_wrote_takes_the_place_of_the_situation() -> None:
    told = story_of(case("A-1", situation="Lang. " * 400), "Kort verhaal.\n\nMet twee alinea's.")
    assert told.paragraphs == ("Kort verhaal.", "Met twee alinea's.")
    assert (told.edited, told.shortened) == (True, False)
    assert story_of(case("A-1", situation="Lang genoeg is dit. " * 400)).shortened


def test_the_most_central_cases_come_first_and_twins_and_silent_ones_last() -> None:
    known = {name: case(name) for name in ("A", "B", "C", "D")} | {"E": case("E", decision="")}
    vectors = {
        "A": np.array([1, 0], np.float32),
        "B": np.array([0.8, 0.6], np.float32),
        "C": np.array([0.8, 0.6], np.float32),
        "D": np.array([0, 1], np.float32),
        "E": np.array([0.8, 0.6], np.float32),
    }
    assert most_central(known, vectors, 5) == ("B", "A", "D", "C", "E")
    assert most_central(known, {}, 2) == ("A", "B")


def test_the_sentence_that_shares_most_with_other_cases_is_quoted_once_a_case() -> None:
    texts = [
        Cited(
            "A-1", "Het regende die dag behoorlijk in Drenthe. De keuring kwam veel later dan de wet zegt."
        ),
        Cited("A-2", "De keuring kwam te laat en de wet zegt niets."),
        Cited("A-3", "Volstrekt iets anders staat hier opgeschreven."),
    ]
    found = telling(texts, keys, 2)
    assert [each.case_id for each in found] == ["A-1", "A-2"]
    assert found[0].text == "De keuring kwam veel later dan de wet zegt."


def test_ratings_are_counted_and_missing_ones_too() -> None:
    cases = [
        case("A-1", legal_perspective=Perspective(rating=Rating.GOOD)),
        case(
            "A-2", legal_perspective=Perspective(rating=Rating.GOOD, text="Een zin over het recht en de wet.")
        ),
        case("A-3"),
    ]
    legal = perspective_columns(cases, keys)[0]
    assert dict(legal.ratings) == {Rating.INSUFFICIENT: 0, Rating.SUFFICIENT: 0, Rating.GOOD: 2}
    assert legal.unrated == 1
    assert [each.case_id for each in legal.quotes] == ["A-2"]


def test_the_same_words_about_the_meantime_are_told_once() -> None:
    cases = [case("A-1", meanwhile="Geen incasso."), case("A-2", meanwhile="geen  incasso."), case("A-3")]
    assert [(each.case_id, each.text) for each in meanwhile_of(cases)] == [("A-1", "Geen incasso.")]


@pytest.mark.parametrize("texts", [[], [Cited("A-1", "")]])
def test_where_nothing_was_written_nothing_is_quoted(texts: list[Cited]) -> None:
    assert telling(texts, keys) == ()
