# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from index.comparable import CASE_FEATURES, LONG, TEXT_FEATURES, features, wording
from index.dutch import load_analysis
from index.evidence import UNWORDED, Evidence, Wording
from index.lexicon import load_lexicon
from index.ranker import load_ranker


def worded(text):
    return wording(load_analysis().tokens(text), load_lexicon())


def evidence(of):
    signals = np.array([[0.1, 0.3], [0.2, 0.4], [0.5, 0.7]], np.float32)
    return Evidence(np.zeros(2, np.float32), signals, np.array([0.2, -0.2], np.float32), of)


@pytest.mark.parametrize("text", ["dagloon", "WIA", "dagloon WIA", "dringende reden", "het dagloon"])
def test_words_of_the_lexicon_are_named(text):
    assert worded(text).named == 1.0


@pytest.mark.parametrize(("text", "named"), [("zeilboot", 0.0), ("zeilboot dagloon", 0.5), ("", 0.0)])
def test_other_words_are_not(text, named):
    assert worded(text).named == named


def test_a_name_of_several_words_that_a_search_breaks_off_is_not_counted_beyond_its_end():
    assert 0 < worded("zeilboot en beslagvrije voet").named <= 1


def test_a_search_beyond_a_certain_length_is_as_long_as_any():
    lengths = [features(evidence(Wording(words=n)))["length"] for n in (1, LONG, LONG + 1, 900)]
    assert lengths[0] < lengths[1] == lengths[2] == lengths[3]


def test_the_features_of_the_rules_are_there():
    values = features(evidence(UNWORDED))
    assert set(TEXT_FEATURES) | set(CASE_FEATURES) == set(values)
    assert [values[name] for name in ("words", "latent", "meaning")] == pytest.approx([0.2, 0.3, 0.6])
    assert values["regulations"] == pytest.approx(0.0)
    assert set(load_ranker().text.comparable.weights) == set(TEXT_FEATURES)
    assert set(load_ranker().case.comparable.weights) == set(CASE_FEATURES)
