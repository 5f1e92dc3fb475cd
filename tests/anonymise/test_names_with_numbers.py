# SPDX-License-Identifier: EUPL-1.2
"""Ages and streets that are told by the name or word before a number."""

from pathlib import Path

import pytest

from anonymise.names.look import look_for_names
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import WordLists, load_word_lists
from casebase.vocabulary import Kind


@pytest.fixture(scope="module")
def words(lists: Path) -> WordLists:
    return load_word_lists(lists)


def found(words: WordLists, kind: Kind, text: str) -> list[str]:
    return [
        text[name.start : name.end]
        for name in look_for_names(TokenisedText(text, words))
        if name.kind is kind
    ]


@pytest.mark.parametrize(
    ("text", "age"),
    [
        ("mevrouw fatma yilmaz,58jaar ,woont", "58jaar"),
        ("Zoon Kevin Tan 15 moest tolken", "15"),
        ("ik bel voor Meron ( 19j) zij", "19j"),
        ("haar zoon kevin is 5.", "5"),
        ("Tyrone van drie.", "drie"),
        ("Mehmet Kaya / 44 / Emmen", "44"),
        ("de opvang van Miran (26 maanden) liep", "26 maanden"),
        ("een accountant van 64 met rugpijn", "64"),
    ],
)
def test_an_age_behind_a_person_is_found(words: WordLists, text: str, age: str) -> None:
    assert age in found(words, Kind.AGE, text)


@pytest.mark.parametrize(
    "text",
    ["Jansen 3 keer gebeld", "meerjarig tot Guus 18 is", "Intussen weegt Lynn 46 en gaat", "moeder van drie"],
)
def test_a_count_behind_a_person_is_no_age(words: WordLists, text: str) -> None:
    assert found(words, Kind.AGE, text) == []


@pytest.mark.parametrize(
    ("text", "street"),
    [
        ("de bijlage sprak van een Putsebocht 77 en", "Putsebocht 77"),
        ("brieven gingen naar Kersenboogerd 418 toe", "Kersenboogerd 418"),
        ("zelfde straat, De Dobben 11 en verder", "De Dobben 11"),
    ],
)
def test_a_street_is_told_by_its_number(words: WordLists, text: str, street: str) -> None:
    assert found(words, Kind.ADDRESS, text) == [street]


@pytest.mark.parametrize(
    "text",
    ["formulier Bijlage 2 ontbreekt", "in Fase 3 van het traject", "Excel 2016", "het ILO-verdrag 121"],
)
def test_things_with_a_number_are_no_street(words: WordLists, text: str) -> None:
    assert found(words, Kind.ADDRESS, text) == []
