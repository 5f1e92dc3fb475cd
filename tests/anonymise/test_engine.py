# SPDX-License-Identifier: EUPL-1.2
import re
import time
from pathlib import Path
from typing import ClassVar

import pytest

from anonymise.engine import engine_for, findings, structured_recognisers
from anonymise.gold import read_gold
from anonymise.presidio import Pattern
from anonymise.recognisers.base import DutchPatternRecogniser, labelled, one_of, passes_eleven_test
from casebase.vocabulary import Kind


class WeakRecogniser(DutchPatternRecogniser):
    """Five digits that only count behind a context word."""

    kind: ClassVar[Kind] = Kind.CASE_NUMBER
    rules: ClassVar[tuple[Pattern, ...]] = (Pattern("weak", r"\b\d{5}\b", 0.2),)
    context_words: ClassVar[tuple[str, ...]] = ("dossier",)

    def stays(self, text: str, start: int, end: int) -> bool:
        return text[:start].endswith("artikel ")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("12345", 0),
        ("dossier 12345", 1),
        ("Dossier van de man nummer 12345", 1),
        ("dossier een twee drie vier vijf 12345", 0),
        ("dossiers 12345", 0),
        ("12345 dossier", 0),
        ("dossier over artikel 12345", 0),
    ],
)
def test_a_context_word_lifts_a_weak_pattern_unless_its_neighbours_let_it_stay(text: str, count: int) -> None:
    assert len(findings(engine_for([WeakRecogniser()]), text)) == count


def test_a_finding_tells_its_rule_and_never_its_text() -> None:
    (span,) = findings(engine_for([WeakRecogniser()]), "dossier 12345")
    assert (span.start, span.end, span.score, span.source) == (8, 13, 0.55, "WeakRecogniser:weak")
    assert "12345" not in repr(span)


@pytest.mark.parametrize("text", ["", " ", "\ud800", "\u202eאבג", "👩‍👩‍👧 999900407", "\x00", "a\u0301" * 50])
def test_strange_texts_are_searched_without_complaint(text: str) -> None:
    findings(engine_for(structured_recognisers()), text)


@pytest.mark.parametrize(
    "piece",
    [
        "bsn ",
        "zaaknr dossier ",
        "woont in de ",
        "Jan ",
        "1 ",
        "1/2/",
        "(Jan, ",
        "a@",
        "A-",
        "geb. te Jan 12 ",
        " ",
        "9",
    ],
)
def test_no_text_makes_a_rule_slow(piece: str) -> None:
    text = (piece * 40_000)[:40_000]
    started = time.process_time()
    findings(engine_for(structured_recognisers()), text)
    assert time.process_time() - started < 5


def test_a_label_takes_its_value_along_a_few_words_but_not_half_a_code() -> None:
    pattern = re.compile(labelled("nr", r"[A-Za-z]*-?\d+", fillers=2))
    assert pattern.search("Nr. van mij: 12")["value"] == "12"  # type: ignore[index]
    assert pattern.search("nr. Klacht-12")["value"] == "Klacht-12"  # type: ignore[index]
    assert not pattern.search("xnr 12")
    assert not pattern.search("nr van mij en jou 12")


def test_words_of_a_list_become_one_group() -> None:
    assert one_of("a b\n c") == "(?:a|b|c)"


@pytest.mark.parametrize(
    ("digits", "right"), [("999900407", True), ("999900408", False), ("99990040", False)]
)
def test_the_eleven_test(digits: str, right: bool) -> None:
    assert passes_eleven_test(digits) is right


def test_the_quick_way_of_analysing_answers_as_presidio_does() -> None:
    engine = engine_for(structured_recognisers())
    for case in read_gold(Path(__file__).parents[1] / "gold" / "dev.jsonl")[::12]:
        text = "\n".join(case.texts.values())
        quick, plain = (engine.analyze(text, "nl", **way) for way in ({}, {"score_threshold": None}))
        found = [
            sorted((each.start, each.end, each.entity_type, each.score) for each in way)
            for way in (quick, plain)
        ]
        assert found[0] == found[1]
