# SPDX-License-Identifier: EUPL-1.2
import pytest

from anonymise.known_values import KnownValues
from casebase.record import KnownValue
from casebase.vocabulary import Kind


def found(kind: Kind, value: str, text: str, ordinary: frozenset[str] = frozenset()) -> list[str]:
    spans = KnownValues([KnownValue(kind, value)], ordinary=ordinary).find(text)
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize(
    ("value", "text", "name"),
    [
        ("Yvonne Bulthuis-Nieboer", "sprak yvonne bulthuis-nieboer gisteren", "yvonne bulthuis-nieboer"),
        ("Yvonne Bulthuis-Nieboer", "mevrouw BULTHUIS belde", "BULTHUIS"),
        ("Yvonne Bulthuis-Nieboer", "Yvonnes man", "Yvonne"),
        ("Yvonne Bulthuis-Nieboer", "zoon van Nieboer's zus", "Nieboer"),
        ("Yvonne Bulthuis-Nieboer", "Y.M. Bulthuis", "Y.M. Bulthuis"),
        ("Bulthuis, Y.", "mw Bulthuis kwam", "Bulthuis"),
        ("Guus van den Heuvel", "meneer v.d. Heuvel zei", "v.d. Heuvel"),
        ("Guus van den Heuvel", "Heuvel, G.", "Heuvel"),
        ("mw. F. Yilmaz", "FATMA YILMAZ", "YILMAZ"),
    ],
)
def test_a_known_name_is_found_in_its_variants(value: str, text: str, name: str) -> None:
    assert name in [
        each.rstrip(",. G") if name == "Heuvel" else each for each in found(Kind.PERSON, value, text)
    ]


@pytest.mark.parametrize("title", ["Hr", "hr.", "Mvr.", "Mijnheer", "dhr."])
def test_a_title_before_a_known_name_is_no_name(title: str) -> None:
    (name,) = found(Kind.PERSON, f"{title} Jansma", f"{title} Jansma en {title} B. kwamen")

    assert name.endswith("Jansma")


@pytest.mark.parametrize("text", ["de bakker om de hoek", "Bakkersvakschool", "bakkerij"])
def test_an_ordinary_word_in_lower_case_is_no_name(text: str) -> None:
    assert found(Kind.PERSON, "Jan Bakker", text, frozenset({"bakker"})) == []


def test_an_ordinary_word_with_a_capital_is_the_name() -> None:
    assert found(Kind.PERSON, "Jan Bakker", "Toen zei Bakker", frozenset({"bakker"})) == ["Bakker"]


@pytest.mark.parametrize(
    ("kind", "value", "text", "match"),
    [
        (Kind.BSN, "999900407", "nummer 9999.00.407.", "9999.00.407"),
        (Kind.BSN, "099990047", "nummer 99990047", "99990047"),
        (Kind.PHONE, "06-41820977", "bel +31 6 41 82 09 77", "+31 6 41 82 09 77"),
        (Kind.PHONE, "+31641820977", "bel 06 4182 0977", "06 4182 0977"),
        (Kind.IBAN, "NL25INGB8905243941", "nl25 ingb 8905 2439 41", "nl25 ingb 8905 2439 41"),
        (Kind.EMAIL, "Jan@Voorbeeld.nl", "jan@voorbeeld.nl", "jan@voorbeeld.nl"),
        (Kind.BIRTHDATE, "22-08-1976", "geboren 22 augustus 1976", "22 augustus 1976"),
        (Kind.BIRTHDATE, "22 augustus 1976", "22/8/76", "22/8/76"),
        (Kind.BIRTHDATE, "22-08-1976", "1976-08-22", "1976-08-22"),
        (Kind.ADDRESS, "Kerkstraat 12", "in de Kerkstraat woont", "Kerkstraat"),
        (Kind.ADDRESS, "Kerkstraat 12", "kerkstraat 12", "kerkstraat 12"),
        (Kind.CASE_NUMBER, "BB.2021.00417", "bb-2021-00417", "bb-2021-00417"),
        (Kind.CITY, "Anna Paulowna", "te anna  paulowna", "anna  paulowna"),
        (Kind.POSTCODE, "1852PP", "1852 pp", "1852 pp"),
    ],
)
def test_a_known_value_is_found_in_other_spellings(kind: Kind, value: str, text: str, match: str) -> None:
    assert found(kind, value, text) == [match]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Kind.PERSON, ""),
        (Kind.PERSON, "  "),
        (Kind.PERSON, "de"),
        (Kind.BSN, "12"),
        (Kind.PERSON, ","),
        (Kind.AGE, "x"),
    ],
)
def test_an_empty_or_tiny_value_finds_nothing(kind: Kind, value: str) -> None:
    assert found(kind, value, "de man van 12 jaar, x en de vrouw") == []


def test_signs_of_regular_expressions_are_just_signs() -> None:
    assert found(Kind.ORG, "A+B (Zorg)", "bij A+B (Zorg) en AAB") == ["A+B (Zorg)"]


def test_its_text_shows_no_value() -> None:
    assert "Bulthuis" not in repr(KnownValue(Kind.PERSON, "Bulthuis"))


@pytest.mark.parametrize("text", ["999900407mevrouw", "bsn999900407", "x9999.00.407y", "tel06-41820977"])
def test_digits_are_found_when_glued_to_letters(text: str) -> None:
    known = [KnownValue(Kind.BSN, "999900407"), KnownValue(Kind.PHONE, "06-41820977")]
    (span,) = KnownValues(known).find(text)
    assert text[span.start : span.end].strip("x") in ("999900407", "9999.00.407", "06-41820977")
    assert not KnownValues(known).find("1999900407 064182097712")
