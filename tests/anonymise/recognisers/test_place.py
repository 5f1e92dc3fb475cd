# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from pathlib import Path

import pytest

from anonymise.names.look import look_for_names
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from casebase.vocabulary import Kind

Places = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def places(lists: Path) -> Places:
    words = load_word_lists(lists)

    def find(text: str) -> list[str]:
        found = look_for_names(TokenisedText(text, words))
        return [text[name.start : name.end] for name in found if name.kind is Kind.CITY]

    return find


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("woont in Winschoten", "Winschoten"),
        ("te Berkel en Rodenrijs", "Berkel en Rodenrijs"),
        ("bsn bekend, Capelle aan den IJssel.", "Capelle aan den IJssel"),
        ("in 't Zand bij de kweker", "'t Zand"),
        ("zijn moeder in Lublin", "Lublin"),
        ("man uit Burdaard", "Burdaard"),
        ("verhuisd van Emmeloord naar een kamer", "Emmeloord"),
        ("(53), Well.", "Well"),
        ("mw. woont in Dalen, man ook", "Dalen"),
        ("ex-beveiliger, Monster.", "Monster"),
        ("6333 EK Schimmert", "Schimmert"),
        ("gericht aan Borne, waar", "Borne"),
        ("kyiv -> nieuwegein", "nieuwegein"),
        ("opgegroeid in veenendaal", "veenendaal"),
        ("woonplaats Uithoorn", "Uithoorn"),
        ("vertrokken uit Kozlukova", "Kozlukova"),
        ("huis in Arnhem staat los", "Arnhem"),
    ],
)
def test_a_place_of_a_person_is_found(places: Places, text: str, place: str) -> None:
    assert places(text) == [place]


@pytest.mark.parametrize(
    "text",
    [
        "UWV Eindhoven en gemeente Almelo",
        "rechtbank Utrecht oordeelde",
        "een afspraak aan de balie in Hengelo",
        "Arbeidsmarktregio Groot Amsterdam",
        "regio Haarlem",
        "een collega in Rotterdam",
        "Het is best duur en hij houdt van dalen en bergen.",
        "Een monster van de grond. Monster was het.",
        "in Nederland, Drenthe en Suriname",
        "de Achterhoek en het Westland",
        "hij is in houten dozen gaan handelen",
    ],
)
def test_offices_regions_countries_and_words_stay(places: Places, text: str) -> None:
    assert places(text) == []
