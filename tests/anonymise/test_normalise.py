# SPDX-License-Identifier: EUPL-1.2
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymise.normalise import normalise
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind


def original(text: str, start: int, end: int) -> str:
    span = normalise(text).in_original(PiiSpan(start, end, Kind.PERSON, 1.0, "test"))
    return text[span.start : span.end]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("06\u00a041\u202f82", "06 41 82"),
        ("Jan\u00adsen", "Jansen"),
        ("9999\u200b00407", "999900407"),
        ("XZ\u2011412\u2010R", "XZ-412-R"),
        ("\uff19\uff19", "99"),
        ("Jose\u0301", "José"),
        ("\u202eabc\u202c", "abc"),
        ("gewoon", "gewoon"),
        ("", ""),
    ],
)
def test_what_looks_the_same_is_written_the_same(text: str, plain: str) -> None:
    assert normalise(text).text == plain


def test_a_place_leads_back_to_the_letters_as_read() -> None:
    text = "Hoi Jose\u0301 Jan\u00adsen."
    at = normalise(text).text.index("José")
    assert original(text, at, at + 4) == "Jose\u0301"
    assert original(text, at + 5, at + 11) == "Jan\u00adsen"


@given(st.text())
def test_every_letter_leads_back_to_a_place_in_the_text(text: str) -> None:
    normalised = normalise(text)
    for position, sign in enumerate(normalised.text):
        piece = original(text, position, position + 1)
        assert piece
        assert sign in normalise(piece).text
    assert len(normalised.starts) in {0, len(normalised.text)}


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=50))
def test_a_second_time_changes_nothing(text: str) -> None:
    once = normalise(unicodedata.normalize("NFC", text)).text
    assert normalise(once).text == once
