# SPDX-License-Identifier: EUPL-1.2
import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casebase.record import NARRATIVE_FIELDS
from index.hits import Aspect
from index.passages import ASPECTS, FULL, LONGEST, split_case, split_text

texts = st.text(alphabet=st.sampled_from("aB é.!?\n\t\"'-[0ﬁ\u2028"), max_size=3000) | st.text(max_size=200)


@given(texts)
def test_every_character_that_is_no_space_is_in_exactly_one_passage(text):
    places = split_text(text)
    assert "".join("".join(text[start:end].split()) for start, end in places) == "".join(text.split())
    assert all(before[1] <= after[0] for before, after in pairwise(places))


@given(texts)
def test_passages_are_short_and_have_no_space_around(text):
    for start, end in split_text(text):
        assert 0 < end - start <= LONGEST
        assert text[start:end] == text[start:end].strip()


def test_a_short_field_is_one_passage():
    assert split_text("  Eén zin. Nog een zin.\n\nEn een alinea. ") == [(2, 39)]


def test_long_fields_are_cut_at_paragraphs_when_a_passage_is_full():
    first, second = "Zin een is lang. " * 40, "Zin twee. " * 20
    text = f"{first.strip()}\n\n{second.strip()}"
    assert len(first) > FULL
    assert [text[start:end] for start, end in split_text(text)] == [first.strip(), second.strip()]


def test_long_paragraphs_are_cut_between_sentences():
    text = "Dit is een zin van de casus. " * 80
    parts = [text[start:end] for start, end in split_text(text)]
    assert len(parts) == 3
    assert all(part.startswith("Dit") and part.endswith("casus.") for part in parts)


@pytest.mark.parametrize("text", ["volgens art. 77 WIA", "d.d. 3 maart", "ca. 35% en nr. 4"])
def test_abbreviations_do_not_matter_in_short_text(text):
    assert split_text(text) == [(0, len(text))]


def test_every_narrative_field_has_an_aspect():
    assert set(ASPECTS) == set(NARRATIVE_FIELDS)
    assert set(ASPECTS.values()) == set(Aspect)


def test_passages_of_a_case_are_parts_of_its_fields_in_reading_order(cases):
    passages = split_case(cases[0])
    narrative = cases[0].narrative()
    assert [p.field for p in passages] == list(narrative)
    assert all(p.text in narrative[p.field] for p in passages)
    assert [p.content_hash for p in passages] == [
        hashlib.sha256(p.text.encode()).hexdigest() for p in passages
    ]
    assert {p.passage_id for p in passages} == {None}


def test_a_case_without_story_has_no_passages(make_case):
    assert split_case(make_case(9)) == []
