# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from index.comparable import CASE_FEATURES, TEXT_FEATURES, features, wording
from index.dutch import load_analysis
from index.evidence import UNWORDED, Evidence, Wording
from index.lexicon import load_lexicon
from index.ranker import load_ranker
from index.words import build_word_index

CASES = ["Het dagloon van de werknemer.", "Een voorschot op de WIA en een schuld."]


@pytest.fixture(scope="module")
def read():
    analysis, lexicon = load_analysis(), load_lexicon()
    words = build_word_index([analysis.keys(text) for text in CASES])

    def worded(text):
        keys = dict.fromkeys(analysis.keys(text), 1.0)
        return wording(analysis.tokens(text), analysis.stems(text), keys, lexicon, words)

    return worded


@pytest.mark.parametrize("text", ["dagloon", "WIA", "dagloon WIA"])
def test_words_of_the_lexicon_are_named(read, text):
    assert read(text).named == 1.0


def test_words_that_no_case_holds_are_unknown(read):
    assert read("zeilboot").unknown == 1.0
    assert read("zeilboot").named == 0.0
    assert 0 < read("dagloon zeilboot").unknown < 1


def test_a_name_of_several_words_at_the_end_of_a_search_counts_only_words_that_are_there(read):
    assert 0 < read("zeilboot en beslagvrije voet").named <= 1


def test_no_words_are_all_unknown(read):
    assert read("") == Wording(words=0, named=0.0, unknown=1.0)


def test_the_features_of_the_rules_are_there():
    found = Evidence(
        np.zeros(2, np.float32),
        np.array([[0.1, 0.3], [0.2, 0.4], [0.5, 0.7]], np.float32),
        np.array([0.2, -0.2], np.float32),
        UNWORDED,
    )
    values = features(found)
    assert set(TEXT_FEATURES) | set(CASE_FEATURES) == set(values)
    assert [values[name] for name in ("words", "latent", "meaning")] == pytest.approx([0.2, 0.3, 0.6])
    assert set(load_ranker().text.comparable.weights) == set(TEXT_FEATURES)
    assert set(load_ranker().case.comparable.weights) == set(CASE_FEATURES)
