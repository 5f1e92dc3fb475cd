# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Mevrouw Bulthuis, bsn 999900407, belde.", "999900407"),
        ("BSN: 9999.00.481", "9999.00.481"),
        ("bsn 999 900 444 staat erbij", "999 900 444"),
        ("burgerservicenummer 999900407", "999900407"),
        ("b.s.n. 999900407", "999900407"),
        ("Sofi-/bsn-nummer dat hij opgaf: 9999 00 407 (controleren)", "9999 00 407"),
        ("bsn volgens zijn pasje 99990040O (ik lees een O)", "99990040O"),
        ("bsn 99990o407", "99990o407"),
        ("bsn 1x gecontroleerd 999.900.407", "999.900.407"),
        ("Wat is zijn bsn? Dat wist hij, 999900407.", "999900407"),
        ("Kees-Jan, 999900407, bipolair", "999900407"),
        ("betaalde ze, 9999.00.407", "9999.00.407"),
        ("bsn 9 9 9 9 0 0 4 0 7", "9 9 9 9 0 0 4 0 7"),
    ],
)
def test_a_bsn_is_found_as_people_write_it(structured: Find, text: str, number: str) -> None:
    assert structured(Kind.BSN, text) == [number]


@pytest.mark.parametrize("number", ["999900408", "99990040", "9999004077"])
def test_a_labelled_number_with_a_typing_error_is_masked_all_the_same(structured: Find, number: str) -> None:
    assert structured(Kind.BSN, f"bsn {number}, woont in") == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Zonder label valt 123456789 door de 11-proef.",
        "Het ging om € 999.900.407 in totaal.",
        "Tel 0612345678",
        "ECLI:NL:CRVB:2020:1234",
        "kst-29362",
        "Over 2018 2019 2020",
        "art. 3:2 en 3:4 Awb",
        "1.530 per maand, dus 18.360 per jaar",
    ],
)
def test_look_alikes_are_no_bsn(structured: Find, text: str) -> None:
    assert structured(Kind.BSN, text) == []
