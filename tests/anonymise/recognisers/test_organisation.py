# SPDX-License-Identifier: EUPL-1.2
"""All firms are invented, except for a few that everybody knows."""

from collections.abc import Callable
from pathlib import Path

import pytest

from anonymise.names.look import look_for_names
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from casebase.vocabulary import Kind

Firms = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def firms(lists: Path) -> Firms:
    words = load_word_lists(lists)

    def find(text: str) -> list[str]:
        found = look_for_names(TokenisedText(text, words))
        return [text[name.start : name.end] for name in found if name.kind is Kind.ORG]

    return find


@pytest.mark.parametrize(
    ("text", "firm"),
    [
        ("gewerkt bij Stichting Zorg Oldambt en", "Stichting Zorg Oldambt"),
        ("op een basisschool (obs De Klaproos) en", "obs De Klaproos"),
        ("bakkerij De Halm ging dicht", "bakkerij De Halm"),
        ("in ziekenhuis De Wetering lag", "De Wetering"),
        ("de kinderboerderij Gagelsteede in", "kinderboerderij Gagelsteede"),
        ("Chinees Restaurant De Lange Muur in", "Restaurant De Lange Muur"),
        ("Camping en Zwemparadijs De Bosrand in", "Camping en Zwemparadijs De Bosrand"),
        ("mr. Ummels van Ummels & Frissen advocaten voert aan", "Ummels & Frissen advocaten"),
        ("Zijn accountant, De Haan & Zn, heeft", "De Haan & Zn"),
        ("bij Van Hasselt Verzekeringen op", "Van Hasselt Verzekeringen"),
        ("van Vroomen Grafmonumenten B.V., in", "Vroomen Grafmonumenten B.V."),
        ("wgr Brabantbus bevestigt", "Brabantbus"),
        ("wg = Betonmortel Oost. bedrijfsarts", "Betonmortel Oost"),
        ("werkt via een payrollclub, Podiumkracht, soms", "Podiumkracht"),
        ("een kringloopwinkel (Tweede Ronde, dichtbij)", "Tweede Ronde"),
        ("in dienst bij AgroForce Personeel sinds", "AgroForce Personeel"),
        ("lesuren op het Sint-Jorislyceum. Zij", "Sint-Jorislyceum"),
        ("hij werkt bij Albert Heijn in", "Albert Heijn"),
        ("via bemiddelaar Warm Contact, heet", "Warm Contact"),
    ],
)
def test_a_private_organisation_is_found(firms: Firms, text: str, firm: str) -> None:
    assert firms(text) == [firm]


@pytest.mark.parametrize(
    "text",
    [
        "Gebeld met UWV, SVB, Belastingdienst, DUO, CAK, CIZ, IND, COA en GGD.",
        "Vanuit de Maatwerkplaats Rijnmond en Veilig Thuis.",
        "de Sociale Verzekeringsbank en de Nationale ombudsman",
        "College voor de Rechten van de Mens",
        "Bezwaar & Beroep, staf B&B, P&O",
        "hij werkt bij de gemeente en zij bij een bakkerij",
        "tandarts Mohamed Aydin",
        "notaris Van Dam",
        "Naomi Groen en haar zus",
        "Eigen BV als ladder. De BV is een vorm.",
        "Bij Lammert Kuipers ging het mis.",
        "rechtbank Gelderland, gemeente Emmen",
        "Centrale Raad van Beroep en Raad van State",
    ],
)
def test_public_bodies_and_persons_are_no_private_organisation(firms: Firms, text: str) -> None:
    assert firms(text) == []


def test_a_person_ends_where_a_firm_begins(lists: Path) -> None:
    text = "Klager is Lotte Breukelen van Naald & Draadatelier."

    found = look_for_names(TokenisedText(text, load_word_lists(lists)))

    assert [text[name.start : name.end] for name in found if name.kind is Kind.PERSON] == ["Lotte Breukelen"]
