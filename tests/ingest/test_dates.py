# SPDX-License-Identifier: EUPL-1.2
"""Dates as offices write them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.dates import EARLIEST, parse_date
from ingest.problems import ValueProblemError

TODAY = date(2026, 11, 22)
DUTCH = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SHORT = (
    "jan", "feb", "mrt", "apr", "mei", "jun",
    "jul", "aug", "sep", "okt", "nov", "dec",
)  # fmt: skip
ENGLISH = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
NOTATIONS = (
    lambda d: d.isoformat(),
    lambda d: f"{d.isoformat()} 00:00:00",
    lambda d: f"{d.isoformat()}T23:59:59+01:00",
    lambda d: d.strftime("%Y%m%d"),
    lambda d: d.strftime("%d%m%Y"),
    lambda d: d.strftime("%d-%m-%Y"),
    lambda d: f"{d.day}-{d.month}-{d.year}",
    lambda d: f"{d.day}/{d.month}/{d.year}",
    lambda d: d.strftime("%d.%m.%Y"),
    lambda d: f"{d.day} {DUTCH[d.month - 1]} {d.year}",
    lambda d: f"donderdag {d.day} {DUTCH[d.month - 1].upper()} {d.year} om 10.15 uur",
    lambda d: f"{d.day} {SHORT[d.month - 1]}. {d.year}",
    lambda d: f"{d.day}-{SHORT[d.month - 1]}-{d.year}",
    lambda d: f"{ENGLISH[d.month - 1]} {d.day}, {d.year}",
    lambda d: str((d - date(1899, 12, 30)).days),
    lambda d: f"{(d - date(1899, 12, 30)).days},5",
)
SHORT_YEARS = (
    lambda d: f"{d.day} {SHORT[d.month - 1]} '{d.year % 100:02}",
    lambda d: f"{d.day}-{d.month}-{d.year % 100:02}",
    lambda d: f"{d.day} {DUTCH[d.month - 1]} ’{d.year % 100:02}",
)


@given(st.dates(EARLIEST, TODAY), st.sampled_from(NOTATIONS))
def test_a_day_comes_back_from_every_notation(day: date, notation) -> None:
    assert parse_date(notation(day), today=TODAY) == day


@given(st.dates(TODAY - timedelta(days=99 * 365), TODAY), st.sampled_from(SHORT_YEARS))
def test_a_short_year_is_the_latest_that_is_not_in_the_future(day: date, notation) -> None:
    if day < EARLIEST:
        with pytest.raises(ValueProblemError, match="voor 1980"):
            parse_date(notation(day), today=TODAY)
    elif notation(day).endswith(f"{TODAY.year % 100}") and day.replace(year=TODAY.year) > TODAY:
        with pytest.raises(ValueProblemError, match="toekomst"):
            parse_date(notation(day), today=TODAY)
    else:
        assert parse_date(notation(day), today=TODAY) == day


def test_day_comes_before_month() -> None:
    assert parse_date("03/04/2021", today=TODAY) == date(2021, 4, 3)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("03/25/2021", "verwisseld"),
        ("2021-25-03", "verwisseld"),
        ("31-02-2021", "bestaat niet"),
        ("30 februari 2021", "bestaat niet"),
        ("00-00-2021", "bestaat niet"),
        ("29-02-2023", "bestaat niet"),
        ("23-11-2026", "toekomst"),
        ("2031-01-01", "toekomst"),
        ("4-3-1921", "voor 1980"),
        ("0202-03-04", "voor 1980"),
        ("maart 2021", "ontbreekt"),
        ("03-2021", "ontbreekt"),
        ("2021", "ontbreekt"),
        ("vorige week", "geen leesbare datum"),
        ("4 maart", "geen leesbare datum"),
        ("1234567", "geen leesbare datum"),
        ("4-3-2021 en 5-3-2021", "geen leesbare datum"),
    ],
)
def test_what_is_not_clearly_a_past_day_is_refused_with_a_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueProblemError, match=reason) as caught:
        parse_date(text, today=TODAY)
    assert text not in caught.value.message.nl + caught.value.message.en


def test_today_itself_is_not_the_future() -> None:
    assert parse_date("22-11-2026", today=TODAY) == TODAY


@given(st.text(max_size=40))
def test_any_text_gives_a_plausible_day_or_a_reason(text: str) -> None:
    try:
        day = parse_date(text, today=TODAY)
    except ValueProblemError:
        return
    assert EARLIEST <= day <= TODAY
