# SPDX-License-Identifier: EUPL-1.2
"""Sentences side by side: the most alike first, none twice, and at most a few."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.reading import Place, Sentence
from index.side_by_side import MOST_PAIRS, NEAR_BEST, Sentences, best_sentences

WORTH = {"voorschot": 0.5, "keuring": 0.3, "laat": 0.2}


def sentences(*told, vectors=None, cosines=None):
    """Sentences that are given as their keys in one string."""
    read = [Sentence(Place(0, n, n + 1), frozenset(text.split()), bytes([n])) for n, text in enumerate(told)]
    made = None if vectors is None else np.array(vectors, dtype=np.float32)
    return Sentences(read, list(told), made, cosines or [0.0] * len(told))


def test_the_sentence_with_the_most_telling_words_comes_first():
    found = sentences("boete", "laat", "voorschot keuring")
    assert [match.found for match in best_sentences(found, WORTH)] == [2]
    assert best_sentences(found, WORTH)[0].asked is None


def test_a_sentence_in_other_words_is_found_by_its_meaning():
    found = sentences("voorschot", "ophoesten", cosines=[0.0, 2.0])
    assert [match.found for match in best_sentences(found, WORTH)] == [1]


def test_each_found_sentence_has_the_asked_one_that_is_most_like_it():
    asked = sentences("laat keuring", "voorschot")
    found = sentences("voorschot", "keuring laat boete")
    matches = best_sentences(found, WORTH, asked)
    assert {(match.asked, match.found) for match in matches} == {(1, 0), (0, 1)}


def test_meaning_pairs_sentences_that_share_no_word():
    asked = sentences("a", "b", vectors=[[1, 0], [0, 1]])
    found = sentences("c", "d", vectors=[[0, 1], [1, 0]], cosines=[0.5, 0.5])
    assert {(m.asked, m.found) for m in best_sentences(found, WORTH, asked)} == {(0, 1), (1, 0)}


def test_the_same_text_is_shown_once():
    found = sentences("voorschot", "voorschot", "voorschot laat")
    assert len({found.texts[match.found] for match in best_sentences(found, WORTH)}) == 2
    assert len(best_sentences(found, WORTH)) == 2


@pytest.mark.parametrize("asked", [None, sentences()])
def test_no_sentences_give_no_matches(asked):
    assert best_sentences(sentences(), WORTH, asked) == []


WORDS = st.lists(st.lists(st.sampled_from([*WORTH, "x"]), max_size=3).map(" ".join), max_size=6)


@given(WORDS, WORDS)
def test_no_sentence_is_used_twice_and_all_are_near_the_best(found_texts, asked_texts):
    found, asked = sentences(*found_texts), sentences(*asked_texts)
    matches = best_sentences(found, WORTH, asked)
    assert len(matches) <= MOST_PAIRS
    assert len({found.texts[match.found] for match in matches}) == len(matches)
    used = [asked.texts[match.asked] for match in matches if match.asked is not None]
    assert len(set(used)) == len(used)
    scores = [match.score for match in matches]
    assert scores == sorted(scores, reverse=True)
    assert all(score >= NEAR_BEST * scores[0] for score in scores)
    assert matches == best_sentences(found, WORTH, asked)
