# SPDX-License-Identifier: EUPL-1.2
"""Words, stems, compounds and law references."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.compounds import CompoundSplitter
from index.dutch import Analysis, WordListError, load_analysis, read_word_list

ANALYSIS = load_analysis()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("terugvorderingen", "terugvordering"),
        ("verzekeringsarts", "Verzekeringsartsen"),
        ("foto's", "foto"),
        ("Wajong'ers", "wajongers"),
        ("coördinatie", "coordinatie"),
        ("cafe\u0301", "café"),
        ("re-integratie", "reintegratie"),
        ("art. 77 WIA", "Artikel 77, eerste lid, van de Wet WIA"),
        ("artikel 3:4 Awb", "art 3:4 van de Awb"),
    ],
)
def test_spellings_of_the_same_share_a_key(one, other):
    assert set(ANALYSIS.keys(one)) & set(ANALYSIS.keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("uitkering", "kering"), ("art. 77 WIA", "art. 36 WW"), ("OPS", "op"), ("boete", "boot")],
)
def test_unlike_words_share_no_key_but_the_word_article(one, other):
    assert not (set(ANALYSIS.keys(one)) & set(ANALYSIS.keys(other))) - {"art"}


@pytest.mark.parametrize(
    ("compound", "part"),
    [
        ("voorschotbrief", "voorschot"),
        ("WGA-uitkering", "WGA"),
        ("toeslagenwet", "toeslag"),
        ("inkomstenverrekening", "verrekening"),
        ("bijstandsuitkering", "uitkering"),
    ],
)
def test_compounds_are_found_by_their_parts(compound, part):
    assert set(ANALYSIS.keys(part)) <= set(ANALYSIS.keys(compound))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("de het een van", []),
        ("[PERSOON-1] [BSN] [geboren 1965-1969]", []),
        ("€ 13.820", []),
        ("in 2021 voor 35%", ["2021", "35"]),
        ("", []),
        ("\U0001f600 ...", []),
    ],
)
def test_what_says_nothing_has_no_keys(text, keys):
    assert ANALYSIS.keys(text) == keys


def test_tokens_tell_where_the_words_stand():
    text = "Voor [PERSOON-1] geldt art. 77 WIA."
    places = {text[token.start : token.end] for token in ANALYSIS.tokens(text)}
    assert {"Voor", "geldt", "art. 77 WIA"} <= places
    assert not any("PERSOON" in place for place in places)


@given(st.text(max_size=300))
def test_any_text_can_be_analysed_and_places_lie_within_it(text):
    for token in ANALYSIS.tokens(text):
        assert 0 <= token.start < token.end <= len(text)


def test_threads_get_the_same_keys():
    words = [f"uitkering{n} terugvorderingsbesluit{n}" for n in range(200)] * 4
    fresh = Analysis(["de"], CompoundSplitter(["besluit"]), fingerprint="x")
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(fresh.keys, words)) == [fresh.keys(word) for word in words]


def test_a_compound_is_split_into_the_fewest_and_longest_parts():
    splitter = CompoundSplitter(["loon", "kosten", "loonkosten", "voordeel", "sub", "=kostenvoordeel"])
    assert splitter.parts("loonkostenvoordeel") == ("loonkosten", "voordeel", "loon", "kosten")
    assert splitter.parts("kostenvoordeel") == ()
    assert splitter.parts("kort") == ()
    assert splitter.parts("x" * 5000) == ()


def test_lists_have_comments_and_a_missing_list_says_what_to_do(tmp_path):
    (tmp_path / "list.txt").write_text("# uitleg\nwoord\n\n tweede \n", "utf-8")
    assert read_word_list(tmp_path / "list.txt") == ["woord", "tweede"]
    with pytest.raises(WordListError, match=r"'weg\.txt' ontbreekt"):
        read_word_list(tmp_path / "weg.txt")


def test_the_fingerprint_follows_the_lists(tmp_path):
    names = ("stopwords.txt", "compounds.txt", "regulations.tsv")
    for name in names:
        (tmp_path / name).write_text("de\n", "utf-8")
    seen = {load_analysis(tmp_path).fingerprint}
    for name in names:
        (tmp_path / name).write_text("de\nhet\n", "utf-8")
        load_analysis.cache_clear()
        seen.add(load_analysis(tmp_path).fingerprint)
    assert len(seen) == 1 + len(names)
