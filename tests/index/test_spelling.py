# SPDX-License-Identifier: EUPL-1.2
"""Typing errors: what is read as which word, and what is left alone."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.asked import asked_in_words
from index.dutch import WordListError, load_analysis
from index.evaluation import collection_of
from index.lexicon import load_lexicon
from index.spelling import (
    SURE,
    UNSURE,
    Dictionary,
    Speller,
    corrected,
    load_dictionary,
    sound,
)
from index.words import build_word_index

ANALYSIS = load_analysis()
WORDS = ["terugvordering", "voorschot", "boete", "maand", "medewerker", "dossier", "meneer", "verwijtbaar"]
HELD = ANALYSIS.keys(" ".join(WORDS))


@pytest.fixture
def speller():
    dictionary = Dictionary([*WORDS, "winkel", "meer", "maan", "boeken", "geluid"], ["Voorschoten"])
    return Speller(dictionary, build_word_index([HELD] * 30), ANALYSIS)


def read(speller, text):
    return corrected(text, speller.corrections(text, ANALYSIS.tokens(text)))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("terugvordring", "terugvordering"),
        ("trugvorderign", "terugvordering"),
        ("voorschto", "voorschot"),
        ("voorsgot", "voorschot"),
        ("Voorschott", "voorschot"),
        ("boette", "boete"),
        ("verwijtbaer", "verwijtbaar"),
        ("verweitbaar", "verwijtbaar"),
        ("winkelmedewerkker", "winkelmedewerker"),
        ("een boette voor het voorshcot?", "een boete voor het voorschot?"),
    ],
)
def test_an_error_is_read_as_the_nearest_word(speller, typed, meant):
    assert read(speller, typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "terugvordering",  # right
        "maan",  # a word, although no case has it
        "geluid",
        "meeer",  # a word without meaning is as near
        "Voorschoten",  # a town
        "BOETT",  # an abbreviation
        "boe",  # too short to tell
        "boten",  # two errors in a short word
        "winkelvoorschot",  # a compound of known words
        "kwantumcomputer",
        "boet-e",
        "art. 77 WIA",
    ],
)
def test_what_is_no_error_stays(speller, typed):
    assert read(speller, typed) == typed


@pytest.mark.parametrize(("typed", "weight"), [("voorschto", SURE), ("boette", SURE), ("baete", UNSURE)])
def test_of_a_short_word_the_reading_is_less_sure(speller, typed, weight):
    assert [each.weight for each in speller.corrections(typed, ANALYSIS.tokens(typed))] == [weight]


def test_a_text_full_of_unknown_words_is_another_language(speller):
    text = "voorschto boette " * 7
    assert speller.corrections(text, ANALYSIS.tokens(text)) == []


def test_only_words_of_the_lists_that_a_case_holds_are_proposed():
    dictionary = Dictionary(["voorschot", "boete"])
    speller = Speller(dictionary, build_word_index([ANALYSIS.keys("Jansoonius boete")] * 30), ANALYSIS)
    assert read(speller, "jansonius") == "jansonius"  # in a case, but in no list
    assert read(speller, "voorschto") == "voorschto"  # in a list, but in no case
    assert read(speller, "boette") == "boete"


def test_an_error_that_a_case_has_too_is_an_error_when_most_have_the_word():
    cases = [ANALYSIS.keys("terugvordering")] * 50 + [ANALYSIS.keys("terugvordring")]
    speller = Speller(Dictionary(["terugvordering"]), build_word_index(cases), ANALYSIS)
    assert read(speller, "terugvordring") == "terugvordering"
    few = Speller(Dictionary(["terugvordering"]), build_word_index(cases[40:]), ANALYSIS)
    assert read(few, "terugvordring") == "terugvordring"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("bereiken", "berijken"),
        ("gauw", "gouw"),
        ("goed", "goet"),
        ("kontrakt", "contract"),
        ("zaken", "saken"),
    ],
)
def test_confusions_of_dutch_sound_the_same(one, other):
    assert sound(one) == sound(other)


@given(st.text(max_size=120))
def test_any_text_can_be_checked(text):
    speller = Speller(Dictionary(WORDS), build_word_index([HELD]), ANALYSIS)
    found = speller.corrections(text, ANALYSIS.tokens(text))
    assert all(text[each.start : each.end] == each.typed and each.meant for each in found)
    corrected(text, found)


def test_the_shipped_lists_know_words_laws_and_towns():
    dictionary = load_dictionary()
    for word in ("terugvordering", "Wajong", "Participatiewet", "Groningen", "meer"):
        assert dictionary.knows(word)
    assert not dictionary.knows("terugvordring")


def test_a_missing_list_says_what_to_do(tmp_path):
    with pytest.raises(WordListError, match="lexicon_nl"):
        load_dictionary(tmp_path)
    (tmp_path / "lexicon_nl.txt.gz").write_bytes(gzip.compress(b"een\n")[:-4])
    load_dictionary.cache_clear()
    with pytest.raises(WordListError, match="lexicon_nl"):
        load_dictionary(tmp_path)


def test_a_search_with_an_error_finds_what_the_right_word_finds(cases, encoder):
    collection = collection_of(cases, encoder)
    speller = Speller(load_dictionary(), collection.words[None], ANALYSIS)

    def asked(text, **options):
        return asked_in_words(text, collection, encoder, ANALYSIS, load_lexicon(), **options)

    read_right = asked("loonkostnvoordeel", speller=speller)
    assert read_right.text == "loonkostenvoordeel"
    assert read_right.also_searched == asked("loonkostenvoordeel").also_searched
    assert [each.typed for each in read_right.corrections] == ["loonkostnvoordeel"]
    key = ANALYSIS.keys("loonkostenvoordeel")[0]
    assert read_right.weights[key] == SURE < asked("loonkostenvoordeel").weights[key]
    refused = asked("loonkostnvoordeel", speller=speller, without=frozenset({"loonkostenvoordeel"}))
    assert refused.corrections == ()


def test_words_that_somebody_does_not_want_are_not_added(cases, encoder):
    collection = collection_of(cases, encoder)

    def also(*without):
        return asked_in_words(
            "LKV", collection, encoder, ANALYSIS, load_lexicon(), without=frozenset(without)
        ).also_searched

    assert "loonkostenvoordeel" in also()
    assert "loonkostenvoordeel" not in also("loonkostenvoordeel")
    assert also(*also()) == ()
