# SPDX-License-Identifier: EUPL-1.2
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.words import K1, B, WordIndex, build_word_index

DOCUMENTS = [["boete", "boete", "wia"], ["wia", "voorschot"], ["ww"], []]


def expected(key: str, document: list[str], *, documents: list[list[str]]) -> float:
    """BM25 as Robertson wrote it, in the variant of Lucene (without the factor k1 + 1)."""
    holding = sum(key in each for each in documents)
    idf = math.log(1 + (len(documents) - holding + 0.5) / (holding + 0.5))
    mean = sum(map(len, documents)) / len(documents)
    count = document.count(key)
    return idf * count / (count + K1 * (1 - B + B * len(document) / mean))


def test_scores_are_bm25_as_a_part_of_what_can_be_reached():
    index = build_word_index(DOCUMENTS)
    found = index.scores({"boete": 1.0, "wia": 0.5})
    reachable = index.idf("boete") + 0.5 * index.idf("wia")
    wanted = [
        (expected("boete", d, documents=DOCUMENTS) + 0.5 * expected("wia", d, documents=DOCUMENTS))
        / reachable
        for d in DOCUMENTS
    ]
    assert found == pytest.approx(wanted, rel=1e-5)


def test_unknown_words_lower_the_score():
    index = build_word_index(DOCUMENTS)
    assert index.scores({"boete": 1.0, "xqzv": 1.0})[0] < index.scores({"boete": 1.0})[0]
    assert index.idf("xqzv") > index.idf("boete") > index.idf("wia")


@given(
    st.dictionaries(st.sampled_from(["boete", "wia", "ww", "voorschot", "x"]), st.floats(0.01, 5), max_size=5)
)
def test_scores_lie_between_0_and_1(query):
    found = build_word_index(DOCUMENTS).scores(query)
    assert found.shape == (4,)
    assert ((found >= 0) & (found < 1)).all()


def test_rows_with_a_key():
    index = build_word_index(DOCUMENTS)
    assert index.rows_with("wia").tolist() == [0, 1]
    assert index.rows_with("xqzv").tolist() == []
    assert index.holding("wia") == 2


@pytest.mark.parametrize("documents", [DOCUMENTS, [], [[], []]])
def test_the_index_survives_its_arrays(documents):
    index = build_word_index(documents)
    again = WordIndex.from_arrays(index.arrays())
    assert again.size == len(documents)
    assert np.array_equal(again.scores({"boete": 1.0}), index.scores({"boete": 1.0}))
    assert list(again.columns) == list(index.columns)
