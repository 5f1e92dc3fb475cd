# SPDX-License-Identifier: EUPL-1.2
"""Sentences: nothing is lost or doubled, and a short form with a full stop ends none."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.sentences import split_sentences


def sentences(text):
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("  \n ", []),
        ("Zij kreeg een voorschot. Nu moet alles terug.",
         ["Zij kreeg een voorschot.", "Nu moet alles terug."]),
        ("Dat volgt uit art. 77 WIA. Zo is het nu eenmaal.",
         ["Dat volgt uit art. 77 WIA.", "Zo is het nu eenmaal."]),
        ("Volgens mr. De Wit en o.a. Mol mag dat wel.", ["Volgens mr. De Wit en o.a. Mol mag dat wel."]),
        ("Hij zei: 'Dat kan echt niet.' Toen hing hij zomaar op.",
         ["Hij zei: 'Dat kan echt niet.'", "Toen hing hij zomaar op."]),
        ("het geld moest terug. dat ging niet meer lukken",
         ["het geld moest terug.", "dat ging niet meer lukken"]),
        ("hij kreeg de uitk. gewoon weer terug", ["hij kreeg de uitk. gewoon weer terug"]),
        ("Eerste regel zonder punt\nTweede regel", ["Eerste regel zonder punt", "Tweede regel"]),
        ("Zij wilde niet meer wachten. Terecht!", ["Zij wilde niet meer wachten. Terecht!"]),
        ("Gisteren heeft zij gebeld. [PERSOON-1] nam niet op.",
         ["Gisteren heeft zij gebeld.", "[PERSOON-1] nam niet op."]),
    ],
)  # fmt: skip
def test_sentences_end_where_a_reader_would_end_them(text, expected):
    assert sentences(text) == expected


@given(st.text(alphabet="aB1.!? \n'\"[]-,", max_size=200))
def test_every_letter_is_in_exactly_one_sentence(text):
    places = split_sentences(text)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(before[1] <= after[0] for before, after in pairwise(places))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert all(piece == piece.strip() for piece in sentences(text))
