# SPDX-License-Identifier: EUPL-1.2
"""Columns with personal data. All names are invented."""

import pytest

from casebase.vocabulary import Kind
from ingest.headings import recognise
from ingest.known_values import known_values


def found(*cells: tuple[str, str]) -> list[tuple[Kind, str]]:
    columns = []
    for heading, value in cells:
        recognised = recognise(heading)
        assert recognised is not None
        columns.append((recognised.column, value))
    return [(value.kind, value.text) for value in known_values(columns)]


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([("Naam cliënt", "Truus  Verkuyl ")], [(Kind.PERSON, "Truus Verkuyl")]),
        (
            [("Achternaam", "Wit"), ("Tussenvoegsel", "de"), ("Voornaam", "Truus"), ("Voorletters", "T.A.")],
            [(Kind.PERSON, "Truus de Wit")],
        ),
        ([("Voorletters", "T."), ("Achternaam", "Wit")], [(Kind.PERSON, "T. Wit")]),
        ([("Voornaam", "Truus")], [(Kind.PERSON, "Truus")]),
        ([("Voorletters", "T.A.")], []),
        ([("Adres", "Kerkstraat"), ("Huisnummer", "12a")], [(Kind.ADDRESS, "Kerkstraat 12a")]),
        ([("Huisnummer", "12")], []),
        (
            [("Behandelaar", "Jan Smit / Piet Bos en Kee Vis")],
            [(Kind.PERSON, "Jan Smit"), (Kind.PERSON, "Piet Bos"), (Kind.PERSON, "Kee Vis")],
        ),
        ([("Naam cliënt", "Verkuyl, Truus")], [(Kind.PERSON, "Verkuyl, Truus")]),
        ([("Werkgever", "Smit en Zoon")], [(Kind.ORG, "Smit en Zoon")]),
        ([("BSN", "999900407")], [(Kind.BSN, "999900407")]),
        ([("Kenteken", "XX-99-X")], [(Kind.LICENSE_PLATE, "XX-99-X")]),
        ([("Naam partner", "onbekend"), ("Telefoon", "-"), ("E-mail", "n.v.t.")], []),
        ([("Naam cliënt", "Truus Bos"), ("Naam", "Truus Bos")], [(Kind.PERSON, "Truus Bos")]),
        ([("Werkgever", "een bakker die " * 20)], []),
        ([("@known:EMAIL", "t.bos@voorbeeld.example")], [(Kind.EMAIL, "t.bos@voorbeeld.example")]),
        ([("Situatie", "Truus Bos")], []),
        ([("Kinderen", "3 kinderen"), ("Gezinsleden", "ja, twee")], []),
        ([("Behandelaar", "arbeidsdeskundige"), ("Contactpersoon", "SMZ")], []),
        ([("Naam cliënt", "BOS")], [(Kind.PERSON, "BOS")]),
        ([("Naam cliënt", "truus verkuyl")], [(Kind.PERSON, "truus verkuyl")]),
        ([("Werkgever", "UWV"), ("Bedrijf", "gemeente Heerlen"), ("School", "basisschool")], []),
        (
            [("Werkgever", "Rijkens Metaal; Uwvers BV")],
            [(Kind.ORG, "Rijkens Metaal"), (Kind.ORG, "Uwvers BV")],
        ),
    ],
)  # fmt: skip
def test_personal_columns_become_known_values(
    cells: list[tuple[str, str]], expected: list[tuple[Kind, str]]
) -> None:
    assert found(*cells) == expected


@pytest.mark.parametrize(
    ("heading", "whose"),
    [("Naam cliënt", "client"), ("Achternaam", "client"), ("Behandelaar", "official"), ("Naam derde", "")],
)
def test_the_column_tells_whose_name_it_is(heading: str, whose: str) -> None:
    recognised = recognise(heading)
    assert recognised is not None
    (value,) = known_values([(recognised.column, "Truus Verkuyl")])
    assert value.whose == whose
