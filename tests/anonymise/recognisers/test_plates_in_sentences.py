# SPDX-License-Identifier: EUPL-1.2
"""Two tables of sentences as civil servants type them: plates in all spellings, and what looks like one."""

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casebase.vocabulary import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

_HERE = Path(__file__).parent
_MARK = re.compile(r"\[\[(.*?)\]\]")


def _sentences(name: str) -> list[str]:
    return (_HERE / name).read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("sentence", _sentences("plates.txt"))
def test_plates_are_found_however_they_are_typed(
    structured: "Callable[[Kind, str], list[str]]", sentence: str
) -> None:
    text = _MARK.sub(r"\1", sentence)
    assert sorted(structured(Kind.LICENSE_PLATE, text)) == sorted(_MARK.findall(sentence))


@pytest.mark.parametrize("sentence", _sentences("no_plates.txt"))
def test_codes_rooms_and_models_are_no_plates(
    structured: "Callable[[Kind, str], list[str]]", sentence: str
) -> None:
    assert structured(Kind.LICENSE_PLATE, sentence) == []
