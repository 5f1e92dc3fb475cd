# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import pytest

from anonymise.names.residue import find_residue
from anonymise.names.word_lists import load_word_lists

HASTY = "mw belde over de brief en was boos. toen heeft {word} de brief terug gestuurd naar ons kantoor"


@pytest.mark.parametrize(
    ("word", "noticed"),
    [
        ("vlasrundo", True),
        ("gebrekharwa", True),
        ("terugkoppelformulier", False),
        ("huurtoeslagdossier", False),
    ],
)
def test_a_word_that_only_begins_like_a_dutch_one_is_noticed_in_hasty_text(
    lists: Path, word: str, noticed: bool
) -> None:
    text = HASTY.format(word=word)
    found = [text[place.start : place.end] for place in find_residue(text, load_word_lists(lists))]

    assert (word in found) is noticed
