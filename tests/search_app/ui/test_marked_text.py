# SPDX-License-Identifier: EUPL-1.2
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.bilingual import Language
from search_app.ui.marked_text import TextMark, Tone, marked_case, marked_line, marked_text, snippet

TEXT = "Eerst [PERSOON-1] hier.\n\nDaarna Sjoukje daar."


def at(words: str, tone: Tone = Tone.SUSPECT, **more: str) -> TextMark:
    start = TEXT.index(words)
    return TextMark(start, start + len(words), tone, **more)


def test_places_are_marked_in_their_paragraph() -> None:
    page = marked_text(TEXT, [at("Sjoukje"), at("[PERSOON-1]", Tone.REPLACED)])
    assert page == (
        '<p>Eerst <mark class="mw-teken mw-weg">[PERSOON-1]</mark> hier.</p>'
        '<p>Daarna <mark class="mw-teken mw-verdacht">Sjoukje</mark> daar.</p>'
    )


def test_what_a_mark_says_is_heard_and_shown() -> None:
    page = marked_text(TEXT, [at("Sjoukje", said='"nog" kijken', button="plek_1")])
    assert 'title="&quot;nog&quot; kijken"' in page
    assert '<span class="mw-gehoord"> (&quot;nog&quot; kijken)</span>' in page
    assert "mw-druk-plek_1" in page


def test_of_marks_that_overlap_the_urgent_one_is_shown() -> None:
    marks = [at("Daarna Sjoukje", Tone.PROPOSED), at("Sjoukje", Tone.CURRENT), at("Sjoukje daar")]
    assert re.findall(r'mark class="mw-teken mw-(\w+)"', marked_text(TEXT, marks)) == ["nu"]


@pytest.mark.parametrize(
    "mark", [TextMark(0, 0, Tone.FOUND), TextMark(-1, 3, Tone.FOUND), TextMark(5, 999, Tone.FOUND)]
)
def test_marks_outside_the_text_are_left_out(mark: TextMark) -> None:
    assert "<mark" not in marked_text(TEXT, [mark])


def test_a_snippet_is_cut_at_words_around_its_mark() -> None:
    text = "een heel lange aanloop met veel woorden voordat Sjoukje komt en daarna nog meer woorden en meer"
    start = text.index("Sjoukje")
    found = snippet(text, TextMark(start, start + 7, Tone.CURRENT), reach=20)
    assert re.sub(r"<[^>]+>", "", found) == "… woorden voordat Sjoukje komt en daarna nog …"


def test_fields_come_under_their_names() -> None:
    page = marked_case({"situation": "Kort.", "onbekend": "Ook."}, {}, Language.EN)
    assert "<h3>Situation</h3><p>Kort.</p>" in page
    assert "<h3>onbekend</h3>" in page


@given(
    text=st.text(st.sampled_from("ab <>&\"'\n[]"), max_size=40),
    places=st.lists(st.tuples(st.integers(-2, 42), st.integers(-2, 42), st.sampled_from(Tone)), max_size=6),
)
def test_no_letter_is_lost_or_added_and_nothing_becomes_a_tag(
    text: str, places: list[tuple[int, int, Tone]]
) -> None:
    marks = [TextMark(start, end, tone, said="<b>", button="x") for start, end, tone in places]
    page = marked_line(text, marks)
    heard = re.sub(r'<span class="mw-gehoord">.*?</span>', "", page)
    shown = re.sub(r"</?(?:mark|span)(?: [^<>]*)?>|<br>", "", heard)
    for sign, escaped in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#x27;", "'"), ("&amp;", "&")):
        shown = shown.replace(sign, escaped)
    assert shown == text.replace("\n", "")
