# SPDX-License-Identifier: EUPL-1.2
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymise.amounts import rounded_amounts


def rounded(text: str) -> str:
    for amount in reversed(list(rounded_amounts(text))):
        text = text[: amount.start] + amount.text + text[amount.end :]
    return text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("een schuld van € 13.820,-.", "een schuld van circa € 14.000."),
        ("daarna 13.820 euro schuld", "daarna circa 14.000 euro schuld"),
        ("13.820 euro op een gezin", "Circa 14.000 euro op een gezin"),
        ("€1.256,43 per maand", "Circa €1.300 per maand"),
        ("kost 11,40 euro", "kost circa 11 euro"),
        ("kost € 5,25", "kost circa € 5,3"),
        ("ongeveer 1.256 euro", "ongeveer 1.300 euro"),
        ("rond de 1.256 euro", "rond de 1.300 euro"),
        ("was 1.640 bruto, nu 778 per maand", "was circa 1.600 bruto, nu circa 780 per maand"),
        ("€ 500 en € 1.300", "€ 500 en € 1.300"),
        ("1,5 miljoen euro", "1,5 miljoen euro"),
        ("€ 1,25 miljoen", "€ 1,25 miljoen"),
        ("art. 77 WIA, 38,4% en 23-4-2021", "art. 77 WIA, 38,4% en 23-4-2021"),
        ("€ 995", "Circa € 1.000"),
    ],
)
def test_an_exact_amount_keeps_two_figures(text: str, expected: str) -> None:
    assert rounded(text) == expected
    assert rounded(expected) == expected


@pytest.mark.parametrize(
    "hostile", ["111 " * 2_500, "€" * 10_000, "1" * 10_000, "€ " * 5_000, "1,1 " * 2_500]
)
def test_hostile_text_takes_no_time(hostile: str) -> None:
    begin = time.perf_counter()
    rounded(hostile)
    assert time.perf_counter() - begin < 0.5


@given(st.text(alphabet="€ 0123456789.,-euro%abc\n", max_size=60))
def test_rounding_twice_changes_nothing_more(text: str) -> None:
    once = rounded(text)
    assert rounded(once) == once
