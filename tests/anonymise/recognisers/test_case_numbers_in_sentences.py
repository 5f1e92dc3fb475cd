# SPDX-License-Identifier: EUPL-1.2
"""Two tables of sentences as civil servants type them: numbers of cases in all spellings, and look-alikes."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from anonymise.engine import engine_for, findings, structured_recognisers
from anonymise.merge import merge
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import load_word_lists
from anonymise.number_reach import stretched_numbers
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

Find = Callable[[str], list[PiiSpan]]
_HERE = Path(__file__).parent
_MARK = re.compile(r"\[\[(.*?)\]\]")


def _sentences(name: str) -> list[str]:
    return (_HERE / name).read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def found(lists: Path) -> Find:
    """What the rules find in a text, numbers with what is at their edges; no name model."""
    engine, words = engine_for(structured_recognisers()), load_word_lists(lists)

    def find(text: str) -> list[PiiSpan]:
        spans = merge(findings(engine, text), text)
        return merge(stretched_numbers(spans, TokenisedText(text, words)), text)

    return find


@pytest.mark.parametrize("sentence", _sentences("case_numbers.txt"))
def test_numbers_are_masked_to_their_edges_however_they_are_typed(found: Find, sentence: str) -> None:
    text = _MARK.sub(r"\1", sentence)
    masked = "".join(text[span.start : span.end] for span in found(text))
    assert _signs(masked) == _signs("".join(_MARK.findall(sentence)))


def _signs(text: str) -> str:
    return "".join(sign for sign in text if sign.isalnum())


@pytest.mark.parametrize("sentence", _sentences("no_case_numbers.txt"))
def test_articles_forms_rooms_and_amounts_are_no_numbers_of_cases(found: Find, sentence: str) -> None:
    assert [span for span in found(sentence) if span.kind is Kind.CASE_NUMBER] == []
