# SPDX-License-Identifier: EUPL-1.2
"""Other names for the same thing are shown as pairs; names that people see through by themselves are not."""

import pytest

from index.laws import load_laws
from index.other_words import MOST_PAIRS, OtherWords
from index.reading import Reader
from index.words import build_word_index


@pytest.fixture(scope="module")
def reader():
    # Words that only one of many cases holds are rare enough to tell something.
    return Reader(build_word_index([["een"]] * 50), load_laws())


def pairs(reader, asked, found):
    def words(text):
        return lambda place: text[place.start : place.end]

    told = OtherWords(reader.text(asked), reader, words(asked)).pairs(reader.text(found), words(found))
    return [(pair.asked, pair.found) for pair in told]


@pytest.mark.parametrize(
    ("asked", "found", "expected"),
    [
        ("alles terugbetalen", "De terugvordering is verplicht.", [("terugbetalen", "terugvordering")]),
        ("moest alles ophoesten", "Het is teruggevorderd.", [("ophoesten", "teruggevorderd")]),
        ("LKV te laat", "loonkostenvoordeel", [("LKV", "loonkostenvoordeel")]),
        ("terugvordering", "terugvordering", []),
        ("WIA", "de WIA-uitkering", []),
        ("boete", "scholing", []),
        ("er was geen arts beschikbaar", "het besluit", []),
        ("de beschikking", "het besluit", [("beschikking", "besluit")]),
        ("", "terugvordering", []),
        ("terugbetalen", "", []),
    ],
)
def test_pairs_are_names_for_the_same_thing(reader, asked, found, expected):
    assert pairs(reader, asked, found) == expected


def test_few_pairs_are_shown_in_a_fixed_order(reader):
    asked = "LKV ophoesten, WIA, WW, ZW"
    found = "loonkostenvoordeel, terugvordering, Wet werk en inkomen naar arbeidsvermogen, Werkloosheidswet"
    told = pairs(reader, asked, found)
    assert len(told) == MOST_PAIRS
    assert told == pairs(reader, asked, found)
