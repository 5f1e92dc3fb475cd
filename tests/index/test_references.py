# SPDX-License-Identifier: EUPL-1.2
"""One key for an article, however it is cited."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.dutch import LISTS, law_names, load_analysis, read_word_list
from index.references import References, is_bare

LAWS = law_names(read_word_list(LISTS / "regulations.tsv"))
REFERENCES = References(LAWS)
COUNTED = ["eerste", "tweede", "derde", "vierde"]


def keys(text: str) -> list[str]:
    return [reference.key for reference in REFERENCES.found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("art. 77 WIA", ["art:77:wia"]),
        ("Art.77 wia", ["art:77:wia"]),
        ("artikel 77 van de Wet WIA", ["art:77:wia"]),
        ("art 77, eerste lid, Wet werk en inkomen naar arbeidsvermogen", ["art:77:wia"]),
        ("artikel 77, aanhef en onder b, van de WIA", ["art:77:wia"]),
        ("artikel 77 lid 1 en 2 van de WIA", ["art:77:wia"]),
        ("art. 77, 1e lid, WIA", ["art:77:wia"]),
        ("Wet WIA, artikel 77", ["art:77:wia"]),
        ("77 WIA", ["art:77:wia"]),
        ("artikelen 76 en 77 WIA", ["art:76:wia", "art:77:wia"]),
        ("artikelen 2, 3 en 4 van de Ziektewet", ["art:2:zw", "art:3:zw", "art:4:zw"]),
        ("artt. 76 t/m 78 WIA", ["art:76:wia", "art:77:wia", "art:78:wia"]),
        ("artikelen 76 tot en met 78 WIA", ["art:76:wia", "art:77:wia", "art:78:wia"]),
        ("art. 1-900 WW", ["art:1:ww", "art:900:ww"]),
        ("art. 6:162 BW", ["art:6-162:bw"]),
        ("artikelen 7:629 en 7:658a van het Burgerlijk Wetboek", ["art:7-629:bw", "art:7-658a:bw"]),
        ("8:69a Awb", ["art:8-69a:awb"]),
        ("Awb 3:4", ["art:3-4:awb"]),
        ("art. 3.4 Wmo 2015", ["art:3-4:wmo"]),
        ("art.36 WW en art. 20 TW", ["art:20:tw", "art:36:ww"]),
        ("de WIA artikel 20 TW", ["art:20:tw"]),
        ("art. 8 EVRM", ["art:8:evrm"]),
        ("art. 77", ["art:77"]),
        ("artikel 77. Mevrouw belde", ["art:77"]),
        ("artikel 77 en 3 maanden later", ["art:77"]),
        ("ECLI:NL:CRVB:2019:1234.", ["ecli:nl:crvb:2019:1234"]),
        ("ecli:nl:crvb:2019:1234", ["ecli:nl:crvb:2019:1234"]),
        ("35 WIA-gerechtigden, 12 weken WW en 1.077 WIA", []),
        ("de kunst van 77 mensen", []),
        ("start 77 WIE", []),
    ],
)
def test_a_reference_has_one_key(text, expected):
    assert sorted(keys(text)) == expected


@st.composite
def spellings(draw):
    """An article with two ways to cite it."""
    short, others = draw(st.sampled_from(LAWS))
    number = draw(st.from_regex(r"\A[1-9][0-9]{0,2}[a-f]?(:[1-9][0-9]?)?\Z"))
    return number, short, [draw(_spelling(number, [short, *others])) for _ in range(2)]


@st.composite
def _spelling(draw, number, names):
    name = draw(st.sampled_from(names))
    law = draw(st.sampled_from([name, name.lower(), name.upper(), f"Wet {name}"]))
    article = draw(st.sampled_from(["art. ", "art ", "art.", "artikel ", "Artikel ", "ARTIKEL  ", "artt. "]))
    article += number.replace(":", draw(st.sampled_from([":", "."])))
    if draw(st.booleans()):
        return f"{law}{draw(st.sampled_from([' ', ', ']))}{article}"
    lid = draw(st.integers(1, 4))
    detail = draw(
        st.sampled_from(
            ["", f", {COUNTED[lid - 1]} lid", f" lid {lid}", f", {lid}e lid", ", aanhef en onder b"]
        )
    )
    joint = draw(st.sampled_from([" ", ", ", " van de ", " van het ", ", van de ", " uit de "]))
    return f"{article}{detail}{joint}{law}"


@given(spellings())
def test_all_spellings_of_an_article_have_the_same_key(made):
    number, short, (one, other) = made
    key = f"art:{number.replace(':', '-')}:{short.lower().replace(' ', '-')}"
    assert keys(one) == keys(other) == [key]


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_places_lie_within_it(text):
    for reference in REFERENCES.found(text):
        assert 0 <= reference.start < reference.end <= len(text)
        assert reference.key in reference.keys


def test_an_article_is_found_with_and_without_its_law():
    analysis = load_analysis()
    assert {"art:77", "art:77:wia"} <= set(analysis.keys("artikel 77 van de Wet WIA"))
    assert is_bare("art:77")
    assert not is_bare("art:77:wia")
    assert not is_bare("ecli:nl:crvb:2019:1234")
