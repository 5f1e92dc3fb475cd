# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from anonymise.names.firm_edges import whole_firms
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind


@pytest.mark.parametrize(
    ("text", "seen", "whole"),
    [
        ("Les bij rijschool Gas Erop nu.", "Gas Erop", "rijschool Gas Erop"),
        (
            "Zij werkt bij Vrolijke Groentransport De Polder.",
            "De Polder",
            "Vrolijke Groentransport De Polder",
        ),
        ("Titel van Sterk Interieur v.o.f. is oud.", "Sterk Interieur", "Sterk Interieur v.o.f."),
        ("Brief van mevrouw Gas Erop kwam.", "Erop", "Gas Erop"),
        ("Hij zei het. Gas Erop ook.", "Erop", "Erop"),
        ("Bij UWV Gas Erop.", "Gas Erop", "Gas Erop"),
        ("Gebeld met\nGas Erop over les.", "Gas Erop", "Gas Erop"),
    ],
)
def test_the_name_of_a_firm_is_taken_whole(lists: Path, text: str, seen: str, whole: str) -> None:
    start = text.index(seen)
    span = PiiSpan(start, start + len(seen), Kind.ORG, 0.59, "model")

    (found,) = whole_firms([span], TokenisedText(text, load_word_lists(lists)))

    assert text[found.start : found.end] == whole


def test_only_organisations_are_stretched(lists: Path) -> None:
    words = TokenisedText("Les bij rijschool Gas Erop nu.", load_word_lists(lists))
    person = PiiSpan(18, 21, Kind.PERSON, 0.59, "model")
    firm = PiiSpan(18, 21, Kind.ORG, 0.59, "model")

    assert whole_firms([person], words) == [person]
    assert whole_firms([person, firm], words) == [person, PiiSpan(8, 26, Kind.ORG, 0.59, "model")]
