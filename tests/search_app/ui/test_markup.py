# SPDX-License-Identifier: EUPL-1.2
"""Case text to HTML: whatever the text holds, it stays text."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search_app.ui.markup import excerpt, first_sentence, marked, paragraphs, plain, shortened

OWN_TAGS = re.compile(r'</?mark>|<span class="mw-weg">|</span>')
TEXTS = st.text(alphabet=st.sampled_from("ab <>&\"'[]-1\nPERSON.…"), max_size=80)
MARKS = st.lists(st.tuples(st.integers(-5, 90), st.integers(-5, 90)), max_size=6)


def as_read(html: str) -> str:
    """What a browser shows of our HTML."""
    bare = OWN_TAGS.sub("", html)
    assert "<" not in bare
    assert ">" not in bare
    return unescape(bare)


@given(TEXTS, MARKS)
def test_marking_changes_nothing_of_the_text(text: str, marks: list[tuple[int, int]]) -> None:
    assert as_read(marked(text, marks)) == text


@given(TEXTS)
def test_plain_text_reads_as_it_was(text: str) -> None:
    assert as_read(plain(text)) == text


@given(TEXTS, MARKS, st.integers(10, 60))
def test_an_excerpt_is_a_part_of_the_text(text: str, marks: list[tuple[int, int]], width: int) -> None:
    shown = as_read(excerpt(text, marks, width))
    body = shown.removeprefix("… ").removesuffix(" …")
    assert body in text.replace("\n", " ")
    assert len(body) <= width


def test_a_mark_is_exactly_around_its_word() -> None:
    assert marked("een voorschot terug", [(4, 13)]) == "een <mark>voorschot</mark> terug"


def test_overlapping_marks_are_not_nested() -> None:
    assert marked("abcdef", [(0, 3), (2, 5)]) == "<mark>abc</mark>def"


def test_script_is_escaped_before_it_is_marked() -> None:
    assert marked("<b>x</b>", [(0, 3)]) == "<mark>&lt;b&gt;</mark>x&lt;/b&gt;"


def test_an_entity_is_never_cut_in_two() -> None:
    text = "a & b " * 40
    assert "&am " not in excerpt(text, (), 21)
    assert re.sub(r"&amp;", "", excerpt(text, (), 21)).count("&") == 0


def test_an_excerpt_shows_the_first_mark_when_it_stands_far_away() -> None:
    text = "Eerst iets anders. " * 20 + "Toen kwam het voorschot te laat. En verder."
    start = text.index("voorschot")
    html = excerpt(text, [(start, start + 9)], 120)
    assert html.startswith("… Toen kwam het <mark>voorschot</mark>")


@pytest.mark.parametrize(
    ("text", "quiet"),
    [
        ("[PERSOON-1] belt", True),
        ("[E-MAIL]", True),
        ("[BSN]", True),
        ("[CLIËNT] belt", True),
        ("[PLAATS-1: Arnhem/Nijmegen]", True),
        ("[WERKGEVER: bakkerij]", True),
        ("[x]", False),
        ("[geboren 1965]", False),
    ],
)
def test_placeholders_are_quiet_and_other_brackets_are_not(text: str, quiet: bool) -> None:
    assert ("mw-weg" in plain(text)) is quiet


def test_an_empty_line_starts_a_paragraph_and_a_line_break_stays() -> None:
    assert paragraphs("een\ntwee\n\n\ndrie") == "<p>een<br>twee</p><p>drie</p>"


def test_no_text_gives_no_paragraph() -> None:
    assert paragraphs(" \n\n ") == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("De helft is kwijt. De rest niet.", "De helft is kwijt."),
        ("Bedrag 1.250 euro terug. Klaar.", "Bedrag 1.250 euro terug."),
        ("zonder punt", "zonder punt"),
        ("  over\nregels heen. Tweede.", "over regels heen."),
        ("", ""),
    ],
)
def test_the_first_sentence_ends_at_its_end(text: str, sentence: str) -> None:
    assert first_sentence(text, 100) == sentence


def test_a_long_text_is_cut_at_a_word() -> None:
    assert shortened("een twee drie vier", 10) == "een twee …"
