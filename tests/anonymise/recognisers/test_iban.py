# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable

import pytest

from casebase.vocabulary import Kind

Find = Callable[[Kind, str], list[str]]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("betaling van rek. NL25 INGB 8905 2439 41 ontvangen", "NL25 INGB 8905 2439 41"),
        ("op NL38KNAB5021911642.", "NL38KNAB5021911642"),
        ("nl38knab5021911642", "nl38knab5021911642"),
        ("NL38.KNAB.5021.9116.42", "NL38.KNAB.5021.9116.42"),
        ("NL38-KNAB-5021-9116-42", "NL38-KNAB-5021-9116-42"),
        ("rekening waarop wij betalen: DE81 3701 0000 0914 4420 77.", "DE81 3701 0000 0914 4420 77"),
        ("BE68 5390 0754 7034", "BE68 5390 0754 7034"),
        ("rekening NL38XXXX****642", "NL38XXXX****642"),
    ],
)
def test_an_iban_is_found_as_people_write_it(structured: Find, text: str, number: str) -> None:
    assert structured(Kind.IBAN, text) == [number]


def test_a_dutch_number_with_a_wrong_check_is_masked_too(structured: Find) -> None:
    assert structured(Kind.IBAN, "NL26 INGB 8905 2439 41") == ["NL26 INGB 8905 2439 41"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("rekeningnummer 123456789", "123456789"),
        ("rek.nr. 12.34.56.789", "12.34.56.789"),
        ("op giro 1234567 gestort", "1234567"),
    ],
)
def test_old_account_numbers_are_found(structured: Find, text: str, number: str) -> None:
    assert structured(Kind.IBAN, text) == [number]


@pytest.mark.parametrize(
    "text",
    [
        "Heel Nederland geeft aan giro 777",
        "is 12 weken ziek en de 81 cliënten wachten daarop nog",
        "NL krijgt 25 miljoen",
        "op zijn rekening stond 12 euro",
        "rekening 12.345 euro",
        "BE 12 en DE 34",
    ],
)
def test_look_alikes_are_no_account(structured: Find, text: str) -> None:
    assert structured(Kind.IBAN, text) == []


def test_the_check_follows_iso_7064() -> None:
    from anonymise.recognisers.iban import passes_mod_97

    assert passes_mod_97("NL91ABNA0417164300")
    assert not passes_mod_97("NL92ABNA0417164300")
