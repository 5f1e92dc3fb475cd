# SPDX-License-Identifier: EUPL-1.2
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.bilingual import Bilingual
from search_app.ui import typed_values as typed
from search_app.ui.typed_values import TypedError

BOX = Bilingual("Bron", "Source")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1-3-2027", date(2027, 3, 1)),
        (" 01/03/2027 ", date(2027, 3, 1)),
        ("1.3.2027", date(2027, 3, 1)),
        ("2027-03-01", date(2027, 3, 1)),
        ("29-2-2028", date(2028, 2, 29)),
        ("  ", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, found: date | None) -> None:
    assert typed.day(text, BOX) == found


@pytest.mark.parametrize("text", ["30-2-2027", "1-13-2027", "volgende week", "1-3-27", "1931", "31-12"])
def test_what_is_no_day_is_refused_by_the_name_of_the_box(text: str) -> None:
    with pytest.raises(TypedError) as refused:
        typed.day(text, BOX)
    assert "‘Bron’" in refused.value.message.nl
    assert "‘Source’" in refused.value.message.en
    assert text not in refused.value.message.nl


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_written_day_is_read_again(day: date) -> None:
    assert typed.day(typed.written_day(day), BOX) == day


def test_a_day_to_come_or_none_is_no_day_that_has_come() -> None:
    today = date(2026, 11, 22)
    assert typed.past_day("22-11-2026", BOX, today) == today
    for text in ("23-11-2026", ""):
        with pytest.raises(TypedError):
            typed.past_day(text, BOX, today)


@pytest.mark.parametrize(
    ("text", "found"), [("0", 0), ("3000", 3000), ("3.000", 3000), ("1 234 567", 1234567)]
)
def test_a_number_is_read_with_or_without_separators(text: str, found: int) -> None:
    assert typed.whole_number(text, BOX) == found


@pytest.mark.parametrize("text", ["", "-1", "2,5", "1.23", "veel", "1" * 30, "٣"])
def test_what_is_no_whole_number_is_refused(text: str) -> None:
    with pytest.raises(TypedError):
        typed.whole_number(text, BOX)


@pytest.mark.parametrize(("text", "found"), [("2,5", 0.025), ("2.5 %", 0.025), ("100", 1.0), ("0", 0.0)])
def test_a_part_of_a_hundred_is_read_as_a_share(text: str, found: float) -> None:
    assert typed.share(text, BOX) == pytest.approx(found)


@pytest.mark.parametrize("text", ["", "101", "-3", "een kwart"])
def test_what_is_no_part_of_a_hundred_is_refused(text: str) -> None:
    with pytest.raises(TypedError):
        typed.share(text, BOX)


def test_several_are_parted_at_commas_semicolons_and_lines_and_named_once() -> None:
    assert typed.several(" A-1, B-2;A-1\n\nC 3 ,") == ("A-1", "B-2", "C 3")
