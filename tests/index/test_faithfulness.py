# SPDX-License-Identifier: EUPL-1.2
"""The reasons that are shown carry the score: without them it falls, more than without others."""

import sys

import numpy as np
import pytest


@pytest.fixture(scope="module")
def bench(root):
    sys.path.insert(0, str(root))
    try:
        from benchmarks.search import altered, faithfulness, material
    finally:
        sys.path.pop(0)
    return altered, faithfulness, material


@pytest.fixture(scope="module")
def drops(bench):
    from index.encoder import load_encoder

    _, faithfulness, material = bench
    read = material.read_material()
    trial = faithfulness.Trial(read, load_encoder(str(material.MODEL)))
    queries = read.half(odd=True)[::6]
    return [each for query in queries for each in trial.drops(query, draws=2, hits=6)]


def test_a_score_falls_without_the_named_sentences_and_words(bench, drops):
    found = bench[1].summary(drops)
    assert found.hits == 30
    assert found.lower_sentences >= 0.95
    assert found.lower_evidence >= 0.95


def test_it_falls_more_than_without_as_many_other_sentences(bench, drops):
    found = bench[1].summary(drops)
    assert found.more_sentences >= 0.8
    assert found.more_evidence >= 0.8
    assert found.fall_evidence > found.fall_sentences > 3 * found.fall_others


def test_putting_the_same_text_back_changes_no_score(bench, cases, encoder):
    from index.dutch import load_analysis
    from index.evaluation import collection_of

    collection = collection_of(cases, encoder)
    same = bench[0].Altering(collection, cases, encoder, load_analysis()).with_text(cases[2])
    assert np.allclose(same.words[None].weights, collection.words[None].weights, rtol=1e-5)
    assert np.allclose(same.latent[None].cases, collection.latent[None].cases, atol=1e-6)
    assert np.allclose(same.means[None], collection.means[None], atol=1e-6)
