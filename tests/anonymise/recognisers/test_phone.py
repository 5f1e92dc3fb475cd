# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    "number",
    [
        "06-41820977",
        "0641820977",
        "06 12 84 40 67",
        "06 - 5550 8123",
        "0638 220 914",
        "010-4417083",
        "070 426 75 40",
        "070-426 75 40",
        "0113-448 219",
        "0512 - 660 384",
        "(0113) 448219",
        "+31 6 2217 4450",
        "+31 (0)6 12 34 56 78",
        "+31641820977",
        "0031641820977",
        "0031 6 41 82 09 77",
        "06.41.82.09.77",
        "+32 470 12 34 56",
    ],
)
def test_numbers_are_found_in_all_spacings(structured: Find, number: str) -> None:
    assert [n.strip("(") for n in structured(Kind.PHONE, f"Bereikbaar op {number}, liefst na 11 uur")] == [
        number.strip("(")
    ]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("tel. 41 82 09 77 (zonder 06)", "41 82 09 77"),
        ("telefoonnummer 448219", "448219"),
        ("belt vanaf nummer 0118 90 37 26", "0118 90 37 26"),
    ],
)
def test_a_label_makes_any_number_a_phone_number(structured: Find, text: str, number: str) -> None:
    assert structured(Kind.PHONE, text) == [number]


def test_two_numbers_with_a_slash_between_are_two(structured: Find) -> None:
    assert structured(Kind.PHONE, "06 55501234/06-55504321") == ["06 55501234", "06-55504321"]
    assert structured(Kind.PHONE, "045/3226108") == ["045/3226108"]


@pytest.mark.parametrize(
    "text",
    [
        "Bel 0800-8001 of 0900 9294",
        "De vordering is 0,83 en daarna 12.345",
        "Telefoonnotitie 17-1-2022: klant belde",
        "In 2018 2019 2020 2021",
        "tel. gesprek van 48 minuten",
        "werkte er 06.30 tot 15.00",
    ],
)
def test_look_alikes_are_no_phone_number(structured: Find, text: str) -> None:
    assert structured(Kind.PHONE, text) == []
