# SPDX-License-Identifier: EUPL-1.2
"""What people type: phrases, exclusions, and stories in which a hyphen is a hyphen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.conditions import meets
from index.query import LONGEST_QUERY, MOST_OPERATOR_WORDS, parse_query


@pytest.mark.parametrize(
    ("typed", "text", "phrases", "excluded"),
    [
        ("boete wia", "boete wia", (), ()),
        ('"dringende reden" boete', "dringende reden boete", ("dringende reden",), ()),
        ("“dringende reden”", "dringende reden", ("dringende reden",), ()),
        ("boete -fraude", "boete", (), ("fraude",)),
        ('boete -"eigen schuld" wia', "boete wia", (), ("eigen schuld",)),
        ("-fraude", "", (), ("fraude",)),
        ("re-integratie", "re-integratie", (), ()),
        ("WGA 35-80 - tweede spoor", "WGA 35-80 - tweede spoor", (), ()),
        ('een "losse aanhaling', 'een "losse aanhaling', (), ()),
        ('""', '""', (), ()),
        ("", "", (), ()),
    ],
)
def test_short_searches_have_operators(typed, text, phrases, excluded):
    query = parse_query(typed)
    assert (query.text, query.phrases, query.excluded) == (text, phrases, excluded)


@pytest.mark.parametrize(
    "story",
    [
        'Zij zei "dat kan niet"\n- werd boos\n-huilde',
        'Mevrouw zei "dat kan niet" ' + "en toen ging het verder " * 5 + "-zonder uitkering",
    ],
)
def test_a_story_is_taken_as_it_stands(story):
    assert len(story.split()) > MOST_OPERATOR_WORDS or "\n" in story
    query = parse_query(story)
    assert query.text == story
    assert not query.has_conditions


@given(st.text(max_size=200))
def test_any_text_can_be_typed(typed):
    query = parse_query(typed)
    assert all(part.strip() for part in (*query.phrases, *query.excluded))
    query.text.encode("utf-8")


def test_what_is_far_too_long_is_cut_and_half_characters_are_repaired():
    assert len(parse_query("a" * 100_000).text) == LONGEST_QUERY
    assert parse_query("boete \ud800").text == "boete \ufffd"


@pytest.mark.parametrize(
    ("typed", "met"),
    [
        ('"DRINGENDE reden"', True),
        ('"dringende  redenen"', False),
        ('"reden dringende"', False),
        ("-boete", False),
        ("-boet", True),
        ("-cafe", False),
        ('"dringende reden" -fraude', True),
    ],
)
def test_conditions_are_checked_on_the_words_of_the_case(make_case, typed, met):
    case = make_case(1, situation="Er is een dringende\nreden. De boete bleef, in het café.")
    assert meets(case, parse_query(typed)) is met
