# SPDX-License-Identifier: EUPL-1.2
import re
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymise.engine import structured_recognisers
from anonymise.gold import read_gold
from anonymise.recognisers.anchors import fold, needs_of
from anonymise.recognisers.base import FLAGS
from anonymise.recognisers.search import FoldedText, Search

GOLD = Path(__file__).parents[2] / "gold" / "dev.jsonl"
PATTERNS = [re.compile(rule.regex, FLAGS) for each in structured_recognisers() for rule in each.rules]
SEARCHES = [Search(pattern) for pattern in PATTERNS]
PIECES = [
    "0", "12", "1234", "999900407", "06-4182 0977", "12-3-2021", "2021", " ", "  ", "\n", ",", ".", ":", "(",
    ")", "-", "/", "€ ", "bsn ", "BSN", "tel. ", "zaaknr ", "kenmerk", "Jan ", "van ", "de ", "straat ",
    "weg 12", "is 53", "jaar", "jarige", "maart", "op ", "geb. ", "@", "www.", "nl", ".nl", "a@b.nl",
    "1234 AB", "KVK ", "ſ", "İ", "ı", "K", "٣", "é", "x", "AB-12-34", "NL25 INGB ", "vijftig ", "’", "’s",
    "tussen ", "kinderen ",
]  # fmt: skip


def _spans(text: str) -> list[list[tuple[int, int]]]:
    folded = FoldedText(text)
    return [[match.span() for match in search.matches(folded)] for search in SEARCHES]


def _plain_spans(text: str) -> list[list[tuple[int, int]]]:
    return [[match.span() for match in pattern.finditer(text)] for pattern in PATTERNS]


def test_searching_from_anchors_finds_what_every_pattern_finds_in_cases() -> None:
    for case in read_gold(GOLD)[::8]:
        text = "\n".join(case.texts.values())
        assert _spans(text) == _plain_spans(text)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=3), max_size=30).map("".join))
def test_searching_from_anchors_finds_what_every_pattern_finds_in_strange_texts(text: str) -> None:
    assert _spans(text) == _plain_spans(text)


def test_patterns_that_need_a_digit_are_not_tried_without_one() -> None:
    folded = FoldedText("Jan belt op maandag vijf mei over zijn zaak bij de Jan van Galenstraat.")
    tried = [search for search in SEARCHES if search.needles <= folded.holds]
    assert 0 < len(tried) < len(SEARCHES) / 4


@pytest.mark.parametrize(
    ("pattern", "strings", "reach"),
    [
        (r"(?<!\w)\d{4} ?[A-Z]{2}", ("0000",), 0),
        (r"(?i:bsn|sofi)\s{0,3}\w", ("bsn", "sofi"), 0),
        (r"[a-z]{1,9}@\w", ("@",), 9),
        (r"x?(?:aa|b+c)", ("aa", "b", "xaa", "xb"), 0),
        (r"(?:geb|[°*])\.? \d", ("* 0", "*. 0", "geb 0", "geb. 0", "° 0", "°. 0"), 0),
        (r"[a-z]+7", ("0",), 1 << 30),
        (r"(?=ab)\w", ("ab",), 0),
        (r"[a-z]{1,3}(?= \d{2}\b)", (" 00",), 3),
        (r"(?:[a-z]{1,3}\.){1,2}(?:nl|com)", (".com", ".nl"), 7),
    ],
)
def test_needs_are_read_off_a_pattern(pattern: str, strings: tuple[str, ...], reach: int) -> None:
    assert needs_of(re.compile(pattern))[0][0][:] == (strings, reach)


@pytest.mark.parametrize("pattern", [r"\w+", r"(?:ab)?", r"(?:ab|\w)", r"[^a]", r"(?!ab)\w", r"(?<=ab)\w"])
def test_a_pattern_may_need_nothing(pattern: str) -> None:
    assert needs_of(re.compile(pattern))[0] == []
    assert [m[0] for m in Search(re.compile(pattern)).matches(FoldedText("ab c"))] == [
        m[0] for m in re.finditer(pattern, "ab c")
    ]


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"a(?=\d*b)", "a12b a1" + "2" * 50 + "b"),
        (r"1$", "1\n1"),
        (r"1\Z", "1\n1"),
        (r"\A12", "1212"),
        (r"^12", "12\n12"),
        (r"12(?!3)", "123 12"),
        (r"(?<=a)12", "12a12"),
        (r"121", "12121 121"),
    ],
)
def test_what_stands_around_a_match_counts_as_always(pattern: str, text: str) -> None:
    compiled = re.compile(pattern, FLAGS)
    found = [match.span() for match in Search(compiled).matches(FoldedText(text))]
    assert found == [match.span() for match in compiled.finditer(text)]


def test_folding_keeps_places_and_knows_all_spellings_of_a_letter() -> None:
    signs = "".join(chr(code) for code in range(sys.maxunicode + 1))
    folded = fold(signs)
    assert len(folded) == len(signs)
    for code in [*range(0x80), *range(0xA0, 0x100)]:
        sign = chr(code)
        if sign == "µ":  # never used as an anchor
            continue
        same = [match.start() for match in re.finditer(f"(?i:{re.escape(sign)})", signs)]
        assert {folded[at] for at in same} == {fold(sign)}
    assert {folded[match.start()] for match in re.finditer(r"\d", signs)} == {"0"}
