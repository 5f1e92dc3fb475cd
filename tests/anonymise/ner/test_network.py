# SPDX-License-Identifier: EUPL-1.2
from pathlib import Path

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from anonymise.names.word_lists import load_word_lists
from anonymise.ner.features import FIRST_WORD, Forms
from anonymise.ner.model import ModelSettings, NameModel, NameModelError, load_name_model
from anonymise.ner.network import Network, label_names
from anonymise.ner.tokens import cut
from anonymise.training.augment import MarkedText
from anonymise.training.batches import IGNORED, Batches, Dropout
from anonymise.training.export import export
from anonymise.training.torch_network import TorchNetwork
from casebase.vocabulary import Kind

LISTS = Path(__file__).parents[3] / "data" / "lists"
VOCABULARY = ["de", "mevrouw", "woont", "in", "."]
KINDS = (Kind.PERSON, Kind.CITY)
LABELS = label_names([kind.value for kind in KINDS])
TEXTS = ["Mevrouw Bulthuis woont in Urk.\nZij belde 2 keer.", "", "de heer", "Fatma\n\n(53) uit de Peel"]


@pytest.fixture(scope="module")
def forms() -> Forms:
    return Forms(VOCABULARY, load_word_lists(LISTS))


@pytest.fixture(scope="module")
def taught() -> TorchNetwork:
    torch.manual_seed(5)
    return TorchNetwork(len(VOCABULARY) + FIRST_WORD, len(LABELS), 16, 0.0).eval()


@pytest.fixture(scope="module")
def network(forms: Forms, taught: TorchNetwork) -> Network:
    return Network({name: value.numpy() for name, value in taught.state_dict().items()}, forms)


@pytest.fixture(scope="module")
def model(network: Network) -> NameModel:
    return NameModel(network, ModelSettings(version=1, kinds=KINDS), "test")


def test_numpy_gives_the_probabilities_that_torch_was_trained_with(
    forms: Forms, taught: TorchNetwork, network: Network
) -> None:
    import random

    marked = [MarkedText(text, ()) for text in TEXTS]
    batch = Batches(forms, LABELS).batch(marked, random.Random(1), Dropout(0, 0))
    with torch.no_grad():
        expected = torch.softmax(taught(batch), dim=1).numpy()[batch.labels.numpy() != IGNORED]

    given_back = np.concatenate(network.probabilities([cut(text) for text in TEXTS]))

    np.testing.assert_allclose(given_back, expected, atol=1e-5)


def test_a_text_is_read_the_same_alone_and_among_others(network: Network) -> None:
    together = network.probabilities([cut(text) for text in TEXTS])
    for text, shares in zip(TEXTS, together, strict=True):
        np.testing.assert_allclose(network.probabilities([cut(text)])[0], shares, atol=1e-5)


def test_no_text_and_texts_without_a_word_are_read(network: Network) -> None:
    together = network.probabilities([cut(""), cut("Jan belde"), cut(" ")])

    assert network.probabilities([]) == []
    assert [len(shares) for shares in together] == [0, 2, 0]
    assert [len(shares) for shares in network.probabilities([cut("")])] == [0]


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(), max_size=200))
def test_candidates_lie_inside_the_text_in_order_and_apart(model: NameModel, text: str) -> None:
    found = model.read([text])[0].candidates(0.3)

    ends = [0, *(each.end for each in found)]
    assert all(end <= each.start < each.end <= len(text) for end, each in zip(ends, found, strict=False))


def test_no_name_is_remembered_after_reading(network: Network, model: NameModel) -> None:
    model.read(
        ["Mevrouw Xhafferllari uit Bulthuis sprak met de Wilhelmientje, op 12 juli; bsn 999900407, Jo."]
    )

    remembered = {word.lower() for word in [*network._inputs, *network._forms._known]}
    assert remembered.isdisjoint({"xhafferllari", "bulthuis", "wilhelmientje", "999900407", "jo"})
    assert remembered >= {"met", "de", ",", "12"}


def test_a_model_that_was_written_reads_as_before(
    tmp_path: Path, taught: TorchNetwork, model: NameModel
) -> None:
    weights = {name: value.numpy() for name, value in taught.state_dict().items()}
    export(weights, VOCABULARY, KINDS, tmp_path)

    again = load_name_model(tmp_path, load_word_lists(LISTS))

    before, after = model.read(TEXTS), again.read(TEXTS)
    for old, new in zip(before, after, strict=True):
        np.testing.assert_allclose(old.personal, new.personal, atol=0.01)  # kept in half precision


@pytest.mark.parametrize("damage", ["model.safetensors", "vocabulary.json", "settings.json", "SHA256SUMS"])
def test_a_damaged_or_missing_file_is_told_in_one_sentence(
    tmp_path: Path, taught: TorchNetwork, damage: str
) -> None:
    weights = {name: value.numpy() for name, value in taught.state_dict().items()}
    export(weights, VOCABULARY, KINDS, tmp_path)
    (tmp_path / damage).write_bytes(b"no")

    with pytest.raises(NameModelError, match="beschadigd"):
        load_name_model(tmp_path, load_word_lists(LISTS))
