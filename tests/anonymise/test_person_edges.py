# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from anonymise.names.person_edges import trimmed_persons
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

FIRMS = ("Waterwerken Karst", "Gompel Reizen")


@pytest.mark.parametrize(
    ("text", "seen", "left"),
    [
        ("Zij zijn Truus en Hans.", "Truus en", "Truus"),
        ("Hij heet tariq khan van de buren.", "tariq khan van", "tariq khan"),
        (
            "Loodgieter Karim Benhamou van Waterwerken Karst legde er een.",
            "Karim Benhamou van Waterwerken Karst",
            "Karim Benhamou",
        ),
        ("Mail van Hanneke van Burgerzaken erbij.", "Hanneke van Burgerzaken", "Hanneke"),
        ("De planner Sjef van Gompel belt.", "Sjef van Gompel", "Sjef van Gompel"),
        ("Zij heet Ad in de akte.", "Ad", "Ad"),
        ("Kind van wei en Bram.", "wei en", "wei"),
    ],
)
def test_small_words_behind_a_name_are_left(lists: Path, text: str, seen: str, left: str) -> None:
    spans = [_span(text, seen, Kind.PERSON), *(_span(text, firm, Kind.ORG) for firm in FIRMS if firm in text)]
    person = trimmed_persons(spans, TokenisedText(text, load_word_lists(lists)))[0]
    assert text[person.start : person.end] == left


def _span(text: str, value: str, kind: Kind) -> PiiSpan:
    start = text.index(value)
    return PiiSpan(start, start + len(value), kind, 0.9, "rule")
