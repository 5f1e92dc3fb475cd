# SPDX-License-Identifier: EUPL-1.2
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymise.number_words import number_from_words
from anonymise.placeholders import PlaceholderError, Placeholders, Tag
from anonymise.policy import load_placeholders
from anonymise.recognisers.date_forms import WrittenDate, read_date
from anonymise.replacement import TaggedSpan, replace_spans
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind


@cache
def shipped() -> Placeholders:
    """The words as they are shipped."""
    return load_placeholders(Path(__file__).parents[2] / "data" / "lists")


@pytest.fixture(scope="module")
def placeholders() -> Placeholders:
    return shipped()


def replaced(text: str, part: str, kind: Kind, placeholders: Placeholders) -> str:
    start = text.index(part)
    span = PiiSpan(start, start + len(part), kind, 1.0, "test")
    tag = Tag(placeholders.words[kind], number=int(placeholders.words[kind] in placeholders.numbered))
    safe = replace_spans(text, [TaggedSpan(span, tag)], placeholders, "title")
    (placed,) = safe.spans
    assert placed.kind is kind
    assert safe.text[: placed.start] == text[: placed.start]
    assert text[span.end :].removeprefix(".") == safe.text[placed.end :].removeprefix(".")
    return safe.text


@pytest.mark.parametrize(
    ("text", "part", "safe"),
    [
        ("belde op 11 januari 2021 al", "11 januari 2021", "belde in januari 2021 al"),
        ("Op 3 mei 2020 was", "3 mei 2020", "In mei 2020 was"),
        ("op vrijdag 9 april 2021 kwam", "9 april 2021", "in april 2021 kwam"),
        ("per 1 sept. stopt", "1 sept", "per september stopt"),
        ("per 1 sept. Stopt", "1 sept", "per september. Stopt"),
        ("EWT 2-3-2020.", "2-3-2020", "EWT maart 2020."),
        ("op 6-3.", "6-3", "in maart."),
        ("2021-03-04", "2021-03-04", "maart 2021"),
        ("14 op 15 juli", "14 op 15 juli", "juli"),
        ("12-6-'21", "12-6-'21", "juni 2021"),
        ("op 3 febuari", "3 febuari", "in februari"),
        ("maandag de 13e", "maandag de 13e", "[DATUM]"),
    ],
)
def test_a_date_becomes_month_and_year(text: str, part: str, safe: str, placeholders: Placeholders) -> None:
    assert replaced(text, part, Kind.DATE, placeholders) == safe


@pytest.mark.parametrize(
    ("text", "part", "safe"),
    [
        ("(geb. 22-08-1976, Urk)", "22-08-1976", "([geboren 1975-1979], Urk)"),
        ("geboren op 30 mei 1964", "30 mei 1964", "[geboren 1960-1964]"),
        ("Klaas (30 november 1966)", "30 november 1966", "Klaas ([geboren 1965-1969])"),
        ("geb. 1970", "1970", "[geboren 1970-1974]"),
        ("jarig op 3 mei", "3 mei", "jarig op [GEBOORTEDATUM]"),
    ],
)
def test_a_birth_date_becomes_a_band(text: str, part: str, safe: str, placeholders: Placeholders) -> None:
    assert replaced(text, part, Kind.BIRTHDATE, placeholders) == safe


@pytest.mark.parametrize(
    ("text", "part", "safe"),
    [
        ("Jelle, 33, heeft", "33", "Jelle, 30-34 jaar, heeft"),
        ("de 53-jarige", "53", "de 50-54-jarige"),
        ("is 59 jaar", "59 jaar", "is 55-59 jaar"),
        ("is 59 jaar", "59", "is 55-59 jaar"),
        ("zoon van negen", "negen", "zoon van 5-9 jaar"),
        ("hij is drieënvijftig", "drieënvijftig", "hij is 50-54 jaar"),
        ("oma (93)", "93", "oma (90+ jaar)"),
        ("zo oud als hij", "zo oud", "[LEEFTIJD] als hij"),
    ],
)
def test_an_age_becomes_a_band(text: str, part: str, safe: str, placeholders: Placeholders) -> None:
    assert replaced(text, part, Kind.AGE, placeholders) == safe


@pytest.mark.parametrize(
    ("kind", "safe"),
    [
        (Kind.PERSON, "[PERSOON-1]"),
        (Kind.CITY, "[PLAATS-1]"),
        (Kind.ORG, "[ORGANISATIE-1]"),
        (Kind.BSN, "[BSN]"),
        (Kind.EMAIL, "[E-MAIL]"),
        (Kind.V_NUMBER, "[V-NUMMER]"),
        (Kind.NATIONALITY, "[NATIONALITEIT]"),
    ],
)
def test_all_else_becomes_a_word_in_brackets(kind: Kind, safe: str, placeholders: Placeholders) -> None:
    assert replaced("Hoi XYZ!", "XYZ", kind, placeholders) == f"Hoi {safe}!"


@given(
    st.text(max_size=80),
    st.lists(st.tuples(st.integers(0, 80), st.integers(1, 9), st.sampled_from(list(Kind)))),
)
def test_other_text_stays_byte_for_byte(text: str, places: list[tuple[int, int, Kind]]) -> None:
    placeholders = shipped()
    free, numbered = 0, []
    for start, length, kind in sorted(places):
        if start >= free and start + length <= len(text):
            numbered.append(TaggedSpan(PiiSpan(start, start + length, kind, 1.0, "test"), Tag("XYZ", 1)))
            free = start + length
    safe = replace_spans(text, numbered, placeholders, "title")
    rest = safe.text
    for span in reversed(safe.spans):
        rest = rest[: span.start] + "\0" + rest[span.end :]
    pieces = rest.split("\0") if "\0" not in text else None
    outside, read_to = [], 0
    for item in numbered:
        outside.append(text[read_to : item.span.start])
        read_to = item.span.end
    outside.append(text[read_to:])
    if pieces is not None:
        assert len(pieces) == len(outside)
        for piece, around in zip(pieces, outside, strict=True):
            # Only a few words before a date may go along with it.
            assert piece in around
            assert len(around) - len(piece) <= 30


def test_placeholders_that_stand_there_already_are_known(placeholders: Placeholders) -> None:
    text = (
        "[PERSOON-12] in [PLAATS-3], [BSN], [geboren 1965-1969], 50-54 jaar, 50-54-jarige, 90+ jaar; "
        "WAO 35-45"
    )
    found = [match[0] for match in placeholders.pattern.finditer(text)]
    assert found == [
        "[PERSOON-12]", "[PLAATS-3]", "[BSN]", "[geboren 1965-1969]", "50-54 jaar", "50-54", "90+ jaar",
    ]  # fmt: skip
    assert placeholders.highest_numbers(text) == {"PERSOON": 12, "PLAATS": 3}


def test_a_settings_file_that_lacks_a_kind_is_refused(tmp_path: Path, lists: Path) -> None:
    text = (lists / "placeholders.toml").read_text(encoding="utf-8").replace('BSN = "BSN"\n', "")
    (tmp_path / "placeholders.toml").write_text(text, encoding="utf-8")
    with pytest.raises(PlaceholderError, match="BSN"):
        load_placeholders(tmp_path)


def test_a_missing_settings_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PlaceholderError, match=r"placeholders\.toml"):
        load_placeholders(tmp_path)


@pytest.mark.parametrize(
    ("word", "number"),
    [
        ("negen", 9),
        ("Elf", 11),
        ("drieënvijftig", 53),
        ("drieentwintig", 23),
        ("één", 1),
        ("honderd", None),
        ("", None),
    ],
)
def test_number_words_are_read(word: str, number: int | None) -> None:
    assert number_from_words(word) == number


@pytest.mark.parametrize(
    ("written", "month", "year"),
    [
        ("1 januari 2020", 1, 2020), ("2 feb", 2, None), ("3 mrt '21", 3, 2021), ("4 apr. 2019", 4, 2019),
        ("5 mei", 5, None), ("6 juni", 6, None), ("7 jul", 7, None), ("8 agustus 2020", 8, 2020),
        ("9 sept", 9, None), ("10 october", 10, None), ("11 nov", 11, None), ("12 december 1999", 12, 1999),
        ("1-2-64", 2, 1964), ("1-2-21", 2, 2021), ("1/12", 12, None), ("2020-11-30", 11, 2020),
        ("drie maart 2020", 3, 2020), ("maart 3, 2020", 3, 2020),
    ],
)  # fmt: skip
def test_month_and_year_are_read_from_a_date(written: str, month: int, year: int | None) -> None:
    assert read_date(written) == WrittenDate(month, year)
