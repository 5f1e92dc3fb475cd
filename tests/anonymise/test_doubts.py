# SPDX-License-Identifier: EUPL-1.2
import pytest

from anonymise.doubts import with_doubts, with_places_of_doubt
from anonymise.replacement import SafeText
from anonymise.spans import PiiSpan
from casebase.record import SafeSpan, Suspect
from casebase.vocabulary import Kind

RAW = "Fatma Yilmaz en Xhaferi. Ook daar."
SAFE = SafeText(
    "[PERSOON-1] en Xhaferi. Ook daar.",
    (PiiSpan(0, 12, Kind.PERSON, 0.9, "rule"),),
    (SafeSpan(field="situation", start=0, end=11, kind=Kind.PERSON),),
)


def doubt(words: str) -> PiiSpan:
    start = RAW.index(words)
    return PiiSpan(start, start + len(words), Kind.PERSON, 0.3, "name model")


@pytest.mark.parametrize(
    ("words", "expected"),
    [("Xhaferi", ["Xhaferi"]), ("daar", ["daar"]), ("Yilmaz", []), ("Yilmaz en", []), (".", [])],
)
def test_a_doubtful_place_is_found_back_in_the_safe_text(words: str, expected: list[str]) -> None:
    found = with_places_of_doubt(SAFE, [doubt(words)])

    assert [found.text[start:end] for start, end in found.doubts] == expected


def test_one_place_is_asked_about_once() -> None:
    safe = with_places_of_doubt(SAFE, [doubt("Xhaferi"), doubt("daar")])
    known = [Suspect(field="situation", start=15, end=22, reason="r")]

    suspects = with_doubts(known, safe, "situation")

    assert [safe.text[each.start : each.end] for each in suspects] == ["Xhaferi", "daar"]
