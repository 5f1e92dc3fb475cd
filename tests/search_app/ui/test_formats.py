# SPDX-License-Identifier: EUPL-1.2
"""Numbers and dates in Dutch and English."""

from datetime import date

import pytest

from casebase.bilingual import Language
from search_app.ui import words
from search_app.ui.formats import counted, day_month_year, listed, lowered, month_year, whole

NL, EN = Language.NL, Language.EN


@pytest.mark.parametrize(
    ("day", "language", "text"),
    [
        (date(2024, 3, 14), NL, "maart 2024"), (date(2024, 3, 14), EN, "March 2024"),
        (date(2021, 12, 1), NL, "december 2021"), (None, NL, ""),
    ],
)  # fmt: skip
def test_dates_are_told_by_month(day: date | None, language: Language, text: str) -> None:
    assert month_year(day, language) == text


@pytest.mark.parametrize(
    ("number", "nl", "en"), [(0, "0", "0"), (999, "999", "999"), (12345, "12.345", "12,345")]
)
def test_thousands_are_separated(number: int, nl: str, en: str) -> None:
    assert (whole(number, NL), whole(number, EN)) == (nl, en)


def test_one_case_is_not_plural() -> None:
    assert counted(1, words.CASE, words.CASES, NL) == "1 casus"
    assert counted(2, words.CASE, words.CASES, NL) == "2 casussen"


@pytest.mark.parametrize(
    ("items", "text"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_a_list_reads_as_a_sentence(items: list[str], text: str) -> None:
    assert listed(items, NL) == text


@pytest.mark.parametrize(
    ("label", "text"), [("Juridisch", "juridisch"), ("WIA", "WIA"), ("X", "x"), ("", "")]
)
def test_abbreviations_keep_their_capitals(label: str, text: str) -> None:
    assert lowered(label) == text


def test_a_promised_day_is_told_in_full() -> None:
    assert day_month_year(date(2024, 6, 3), NL) == "3 juni 2024"
    assert day_month_year(date(2024, 6, 3), EN) == "3 June 2024"
