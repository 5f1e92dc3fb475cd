# SPDX-License-Identifier: EUPL-1.2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from anonymise.risk.phrases import PhraseBook
from anonymise.risk.story import story_of
from casebase.record import SafeCase

BOOK = PhraseBook(
    {
        "vervoer": ["*chauffeur", "post bezorgen"],
        "zorg": ["in de zorg", "zorg"],
        "ms": ["MS"],
        "nieuws": ["Kassa"],
        "kok": ["kok"],
        "brand": ["*brand geblust"],
    }
)


def found(text: str) -> list[tuple[str, str]]:
    """Pairs of words and class."""
    words = story_of(SafeCase(case_id="A-1", situation=text)).words
    return [(" ".join(w.text for w in words[h.first : h.last + 1]), h.group) for h in BOOK.find(words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("een buschauffeur", [("buschauffeur", "vervoer")]),
        ("Chauffeur gezocht", [("Chauffeur", "vervoer")]),
        ("chauffeurs", []),
        ("werkt in de zorg", [("in de zorg", "zorg"), ("zorg", "zorg")]),
        ("werkt In De Zorg", [("In De Zorg", "zorg"), ("Zorg", "zorg")]),
        ("in de haven", []),
        ("in de", []),
        ("heeft MS", [("MS", "ms")]),
        ("heeft ms", []),
        ("bij Kassa", [("Kassa", "nieuws")]),
        ("bij de kassa", []),
        ("een oud-kok", [("oud-kok", "kok")]),
        ("een ex-kok", [("ex-kok", "kok")]),
        ("een souskok", []),
        ("de bosbrand geblust", [("bosbrand geblust", "brand")]),
        ("de bosbrand", []),
        ("", []),
    ],
)
def test_phrases_are_found_whole(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


@given(st.text(alphabet="aeikoz MS-.[]:\n", max_size=60))
def test_any_text_is_read_and_places_lie_inside(text: str) -> None:
    words = story_of(SafeCase(case_id="A-1", situation=text)).words
    assert all(0 <= hit.first <= hit.last < len(words) for hit in BOOK.find(words))


@pytest.mark.parametrize("phrase", ["", "*", "*ms"])
def test_a_phrase_that_would_be_found_everywhere_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match="too short"):
        PhraseBook({"x": [phrase]})
