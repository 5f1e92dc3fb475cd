# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from anonymise.names.plausible_ages import plausible_ages
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Man 57 jr, 23 jr in dienst.", ["23 jr"]),
        ("Om 14.10 belt Ranim.", ["14"]),
        ("Eis: 12,40 / 88,- betaald.", ["88"]),
        ("een leerling van een school", ["een"]),
        ("Truus is lief voor hem", ["lief"]),
        ("hij werkt er 12 jaar lang", ["12 jaar"]),
        ("Wn., 22 jr verzorgster, wil weer", ["22 jr"]),
        ("die auto is van 2009 en mist een bumper", ["2009"]),
        ("Zij zegt: box 3, WOZ, klaar", ["3"]),
    ],
)
def test_numbers_that_count_something_else_are_no_age(lists: Path, text: str, seen: list[str]) -> None:
    assert _left(lists, text, seen) == []


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("Parisa is 31jr ,komt uit Iran", ["31jr"]),
        ("meisje (4,5) staat ingeschreven", ["4", "5"]),
        ("hij is zevenenvijftig jaar", ["zevenenvijftig jaar"]),
        ("op haar zevenenvijftigste", ["zevenenvijftigste"]),
        ("en 1½ in de auto", ["1½"]),
        ("broer Arie (Fzoe) is visser", ["Fzoe"]),
        ("meneer (72, gehuwd) zit in de put", ["72"]),
        ("Man, 61 jaar, in dienst bij een bakker", ["61 jaar"]),
        ("de 53-jarige chauffeur", ["53-jarige"]),
        ("haar dochter van 6 in dezelfde straat", ["6"]),
    ],
)
def test_ages_and_what_may_be_a_name_stay(lists: Path, text: str, seen: list[str]) -> None:
    assert _left(lists, text, seen) == seen


def _left(lists: Path, text: str, seen: list[str]) -> list[str]:
    spans = []
    for value in seen:
        start = text.index(value)
        spans.append(PiiSpan(start, start + len(value), Kind.AGE, 0.59, "name model"))
    left = plausible_ages(spans, TokenisedText(text, load_word_lists(lists)))
    return [text[span.start : span.end] for span in left]
