# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from pathlib import Path

import pytest

from anonymise.names.look import look_for_names
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from casebase.vocabulary import Kind

Origins = Callable[[str], list[str]]


@pytest.fixture(scope="module")
def origins(lists: Path) -> Origins:
    words = load_word_lists(lists)

    def find(text: str) -> list[str]:
        found = look_for_names(TokenisedText(text, words))
        return [text[name.start : name.end] for name in found if name.kind is Kind.NATIONALITY]

    return find


@pytest.mark.parametrize(
    ("text", "origin"),
    [
        ("heeft de Kaapverdische nationaliteit", "Kaapverdische"),
        ("nationaliteit Oekraïense, bsn", "Oekraïense"),
        ("van Poolse afkomst", "Poolse"),
        ("we hebben al een marokkaan", "marokkaan"),
        ("ildikó, 38 jr, hongaarse, en haar man", "hongaarse"),
        ("Hij is Irakees en lacht", "Irakees"),
        ("een oekraïense accountant", "oekraïense"),
        ("van poolse afkomst", "poolse"),
        ("met Eritrese achtergrond", "Eritrese"),
        ('bekend als "de Hongaar".', "Hongaar"),
        ("Ebrima Ceesay (Gambiaan, bekend)", "Gambiaan"),
        ("Mahmoud Al Khatib, Syrisch, bezig", "Syrisch"),
        ("Grzegorz Kowalczyk, Poolse man", "Poolse"),
        ("Ludmila Petrova, Bulgaarse, schoonmaakster", "Bulgaarse"),
        ("Haar Poolse ID-kaart", "Poolse"),
        ("Ghanese documenten", "Ghanese"),
        ("Graham Prince, 57 jaar, Brit, technicus", "Brit"),
        ("een Syriër die net hier is", "Syriër"),
    ],
)
def test_an_origin_of_a_person_is_found(origins: Origins, text: str, origin: str) -> None:
    assert origins(text) == [origin]


@pytest.mark.parametrize(
    "text",
    [
        "spreekt Turks en Engels",
        "in het Engels. Dat spreekt hij",
        "tolk Somalisch via een bureau",
        "docent Duits met WGA",
        "de Duitse gemeente zegt nee",
        "met Poolse tolk op verzoek",
        "brieven naar het Poolse adres",
        "de Nederlandse nationaliteit",
        "een bus Duitsers en Britten",
        "let op: een pool van rus en schot",
    ],
)
def test_languages_bodies_and_words_are_no_origin(origins: Origins, text: str) -> None:
    assert origins(text) == []
