# SPDX-License-Identifier: EUPL-1.2
"""No text may hold the databank up: every pattern and the whole chain on texts made to be slow."""

import re
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymise.anonymiser import Anonymiser
from anonymise.engine import structured_recognisers
from anonymise.names.word_lists import load_word_lists
from anonymise.policy import load_policy
from anonymise.recognisers.base import FLAGS
from anonymise.suspects import find_suspects
from casebase.record import RawCase

LENGTH = 10_000
MOST_SECONDS = 0.05
PATTERNS = {
    f"{type(each).__name__}: {rule.name}": re.compile(rule.regex, FLAGS)
    for each in structured_recognisers()
    for rule in each.rules
}
PIECES = [
    "1", "1 ", "12.", "1-", "1/", "06 ", "+31 ", "1.1.", "A", "A ", "AB-12-", "A&", "Ab", "Jan ", "Jan-",
    "Van De ", "(Jan, ", "St. ", "a", "ab ", "a.", "van de ", "woont in de ", "op de ", "geb. te Jan 12 ",
    "bsn ", "zaaknr ", "dossier-", "kinderen (4, ", "man van ", "een ", "vijf en", "12 maart ", "is 53 ",
    "NL12 ABNA ", "a@", "a@b.", "a.b@", "www.", "a.nl/", "Jan straat ", "1234 AB ", "en ", " ", "\n", "-",
    ".", ",", "(", "[", "'", "\"", "’s ", "%", "&", "€ 1", "*", "|", "é", "\u200b", "\ud800", "İ", "ſ",
    "٣", "\x00", "[PERSOON-1]", "[PERSOON-",
]  # fmt: skip
ENDINGS = ["", "!", "x1", "@", "1"]


def _seconds(work: Callable[[], object], enough: float) -> float:
    """The least of three runs, so that a busy machine does not count; one run where that is enough."""
    least = float("inf")
    for _ in range(3):
        started = time.process_time()
        work()
        least = min(least, time.process_time() - started)
        if least < enough:
            break
    return least


def _slow_patterns(text: str) -> dict[str, float]:
    took = {
        name: _seconds(lambda p=pattern: sum(1 for _ in p.finditer(text)), MOST_SECONDS)  # type: ignore[misc]
        for name, pattern in PATTERNS.items()
    }
    return {name: seconds for name, seconds in took.items() if seconds > MOST_SECONDS}


def _repeated(piece: str, ending: str) -> str:
    return (piece * LENGTH)[: LENGTH - len(ending)] + ending


@pytest.mark.slow
@pytest.mark.parametrize("piece", PIECES)
def test_no_pattern_is_slow_on_a_repeated_piece(piece: str) -> None:
    ending = ENDINGS[PIECES.index(piece) % len(ENDINGS)]
    assert _slow_patterns(_repeated(piece, ending)) == {}


@pytest.mark.slow
@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.lists(st.sampled_from(PIECES), min_size=2, max_size=4).map("".join), st.sampled_from(ENDINGS))
def test_no_pattern_is_slow_on_repeated_pieces(piece: str, ending: str) -> None:
    assert _slow_patterns(_repeated(piece, ending)) == {}


@pytest.mark.parametrize("piece", PIECES)
def test_no_text_holds_up_the_anonymiser(anonymiser: Anonymiser, piece: str) -> None:
    raw = RawCase(case_id="A-1", situation=_repeated(piece, ""))
    assert _seconds(lambda: anonymiser.anonymise_case(raw), 2) < 2


def test_a_long_row_of_signs_is_looked_through_for_suspects_in_no_time(lists: Path) -> None:
    placeholders, words = load_policy(lists).placeholders, load_word_lists(lists)
    took = _seconds(lambda: find_suspects("a" * 200_000, "f", placeholders, words), 1)
    assert took < 1
