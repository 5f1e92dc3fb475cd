# SPDX-License-Identifier: EUPL-1.2
"""Any other model by settings: prompts by family, dimensions, precision, lengths, and what cannot be."""

import json
import shutil
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from index.build import build_index
from index.encoder import EncoderError, encoder_id, load_encoder
from index.model_options import Backend, ModelOptions, ModelOptionsError, Precision, parse_options
from index.prompts import Prompts, prompts_for
from index.transformer_encoder import TransformerEncoder, count_cut, tokens_read

TEXTS = ["Het voorschot moet terug.", "De boete is ingetrokken.", "", "[PERSOON-1]"]


@pytest.fixture(scope="module")
def bert(tiny_bert, tmp_path_factory) -> Path:
    return tiny_bert(tmp_path_factory.mktemp("models") / "tiny-bert")


# --- the setting -----------------------------------------------------------------------------------


def test_options_are_read_as_they_are_written():
    text = "dimensions=256, precision=bfloat16 ,backend=onnx,file=onnx/model_int8.onnx,max_tokens=128"
    options = parse_options(f"{text},batch=8,device=cuda:1")
    assert options == ModelOptions(
        256, 128, Precision.BFLOAT16, Backend.ONNX, "onnx/model_int8.onnx", batch=8, device="cuda:1"
    )
    assert parse_options(str(options)) == options
    assert parse_options("") == parse_options(" , ") == ModelOptions()
    assert str(ModelOptions()) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        "dimension=256",
        "dimensions",
        "dimensions=0",
        "dimensions=-1",
        "dimensions=veel",
        "precision=int8",
        "backend=tensorrt",
        "batch=1,batch=2",
        "device=",
        "=3",
        "dimensions=256 precision=float16",
    ],
)
def test_a_wrong_option_is_named_with_those_that_exist(wrong):
    with pytest.raises(ModelOptionsError, match="Mogelijk is: dimensions"):
        parse_options(wrong)


def test_only_what_changes_vectors_makes_another_model():
    assert ModelOptions(batch=1, device="cuda").marks() == ()
    assert ModelOptions(dimensions=64, precision=Precision.BFLOAT16).marks() == (
        "dimensions=64",
        "precision=bfloat16",
    )


# --- prompts ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "query", "passage"),
    [
        ("intfloat/multilingual-e5-large", "query: ", "passage: "),
        ("clips/e5-large-trm-nl", "query: ", "passage: "),
        ("clips/e5-small-v2-t2t", "query: ", "passage: "),
        ("intfloat/multilingual-e5-large-instruct", "Instruct: ", ""),
        ("Qwen/Qwen3-Embedding-0.6B", "Instruct: ", ""),
        ("google/embeddinggemma-300m", "task: search result | query: ", "title: none | text: "),
        ("Snowflake/snowflake-arctic-embed-l-v2.0", "query: ", ""),
        ("Snowflake/snowflake-arctic-embed-m-v1.5", "Represent this sentence for searching", ""),
        ("nomic-ai/nomic-embed-text-v2-moe", "search_query: ", "search_document: "),
        ("BAAI/bge-m3", "", ""),
        ("Alibaba-NLP/gte-multilingual-base", "", ""),
        ("GroNLP/bert-base-dutch-cased", "", ""),
        ("pdelobelle/robbert-v2-dutch-base", "", ""),
        ("een/model-9e5b", "", ""),
    ],
)
def test_every_family_gets_its_prompts(tmp_path, name, query, passage):
    prompts = prompts_for(name, {}, tmp_path)
    assert prompts.query.startswith(query)
    assert bool(prompts.query) == bool(query)
    assert prompts.passage == passage


def test_prompts_are_put_before_the_texts(bert, tmp_path):
    folder = shutil.copytree(bert, tmp_path / "multilingual-e5-tiny")
    encoder = load_encoder(str(folder))
    assert encoder.prompts == Prompts("query: ", "passage: ")
    plain = load_encoder(str(bert))
    np.testing.assert_allclose(
        encoder.encode_queries(TEXTS[:2]),
        plain.encode_queries([f"query: {text}" for text in TEXTS[:2]]),
        atol=1e-5,
    )
    np.testing.assert_allclose(
        encoder.encode_passages(TEXTS[:2]),
        plain.encode_passages([f"passage: {text}" for text in TEXTS[:2]]),
        atol=1e-5,
    )
    assert encoder.model_id != load_encoder(str(bert)).model_id


# --- a small transformer ---------------------------------------------------------------------------


def test_a_transformer_gives_unit_vectors_and_zeros_for_nothing(bert):
    vectors = load_encoder(str(bert)).encode_passages(TEXTS)
    assert (vectors.shape, vectors.dtype) == ((4, 32), np.float32)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), [1, 1, 0, 0], atol=1e-5)


def test_batches_do_not_change_its_vectors(bert):
    some = TEXTS[:2] * 9
    one_by_one = load_encoder(str(bert), ModelOptions(batch=1)).encode_passages(some)
    np.testing.assert_allclose(load_encoder(str(bert)).encode_passages(some), one_by_one, atol=1e-5)


@pytest.mark.parametrize("kind", ["transformer", "plain", "static"])
def test_fewer_dimensions_are_the_first_ones_at_length_one(bert, root, kind):
    folder = {
        "transformer": bert,
        "plain": bert.with_name("tiny-bert-plain"),
        "static": root / "data" / "models" / "search-nl",
    }[kind]
    whole = load_encoder(str(folder))
    part = load_encoder(str(folder), ModelOptions(dimensions=8))
    expected = whole.encode_passages(TEXTS[:2])[:, :8]
    expected /= np.linalg.norm(expected, axis=1, keepdims=True)
    assert part.dimension == 8
    np.testing.assert_allclose(part.encode_passages(TEXTS[:2]), expected, atol=1e-5)
    assert part.model_id != whole.model_id
    with pytest.raises(EncoderError, match=f"geeft {whole.dimension} getallen"):
        load_encoder(str(folder), ModelOptions(dimensions=whole.dimension + 1))


def test_half_precision_is_near_and_another_model(bert):
    whole, half = load_encoder(str(bert)), load_encoder(str(bert), ModelOptions(precision=Precision.BFLOAT16))
    cosines = (whole.encode_passages(TEXTS[:2]) * half.encode_passages(TEXTS[:2])).sum(axis=1)
    assert (cosines > 0.99).all()
    assert (cosines != 1).any()
    assert half.model_id != whole.model_id


def test_what_is_beyond_the_length_of_the_model_does_not_count_and_is_counted(bert):
    encoder = load_encoder(str(bert))
    assert isinstance(encoder, TransformerEncoder)
    assert encoder.max_tokens == 64
    long = "boete " * 200
    np.testing.assert_allclose(
        encoder.encode_passages([long]), encoder.encode_passages([f"{long} voorschot"]), atol=1e-6
    )
    assert encoder.count_cut([long, "boete", ""]) == 1
    shorter = load_encoder(str(bert), ModelOptions(max_tokens=8))
    assert isinstance(shorter, TransformerEncoder)
    assert shorter.max_tokens == 8
    assert shorter.count_cut(["boete " * 7, "boete"]) == 1
    assert shorter.count_cut([]) == 0
    assert (tokens_read(encoder), tokens_read(shorter)) == (64, 8)
    assert count_cut(shorter, ["boete " * 7]) == 1


def test_a_build_tells_how_many_passages_are_cut(bank, bert, now, caplog):
    encoder = load_encoder(str(bert), ModelOptions(max_tokens=8))
    manifest = build_index(bank.sessions, bank.folder, encoder, now=now).manifest
    assert f"of {manifest.passages} new passages are longer than the model reads" in caplog.text


def test_token_embeddings_read_everything(root):
    encoder = load_encoder(str(root / "data" / "models" / "search-nl"))
    assert tokens_read(encoder) is None
    assert count_cut(encoder, ["boete " * 9_000]) == 0


def test_more_tokens_than_the_model_can_read_are_not_asked_of_it(bert):
    encoder = load_encoder(str(bert), ModelOptions(max_tokens=4096))
    assert isinstance(encoder, TransformerEncoder)
    assert encoder.max_tokens == 64
    assert encoder.encode_passages(["boete " * 500]).any()


@pytest.mark.parametrize("options", [ModelOptions(), ModelOptions(dimensions=8), ModelOptions(max_tokens=8)])
@pytest.mark.parametrize("kind", ["transformer", "plain", "static"])
def test_the_fingerprint_is_known_without_loading_the_model(bert, root, kind, options):
    folder = {
        "transformer": bert,
        "plain": bert.with_name("tiny-bert-plain"),
        "static": root / "data" / "models" / "search-nl",
    }[kind]
    assert encoder_id(str(folder), options) == load_encoder(str(folder), options).model_id


# --- what cannot be --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("backend", "package"), [(Backend.ONNX, "onnxruntime"), (Backend.OPENVINO, "openvino")]
)
def test_an_engine_that_is_not_installed_is_named(bert, backend, package):
    if find_spec(package):
        pytest.skip(f"{package} is installed")
    with pytest.raises(EncoderError, match=f"ontbreekt: .*{package}") as problem:
        load_encoder(str(bert), ModelOptions(backend=backend))
    assert package in problem.value.message.en


@pytest.mark.parametrize(("backend", "told"), [(Backend.ONNX, "passen niet"), (Backend.TORCH, "kan niet")])
def test_packages_that_do_not_fit_together_are_told_apart_from_a_bad_model(bert, monkeypatch, backend, told):
    def refuses(*given, **named):
        raise ImportError("cannot import name 'x' from 'transformers'")

    monkeypatch.setattr("index.model_loading.find_spec", lambda _: True)
    monkeypatch.setattr("sentence_transformers.SentenceTransformer", refuses)
    with pytest.raises(EncoderError, match=told) as problem:
        load_encoder(str(bert), ModelOptions(backend=backend))
    assert "transformers'" not in problem.value.message.en


@pytest.mark.filterwarnings("ignore")  # of the conversion
def test_openvino_gives_the_vectors_of_torch(bert):
    if find_spec("openvino") is None:
        pytest.skip("OPENVINO NOT TESTED: see docs/models.md for how to install it")
    plain, other = load_encoder(str(bert)), load_encoder(str(bert), ModelOptions(backend=Backend.OPENVINO))
    assert other.model_id != plain.model_id
    assert (other.dimension, other.max_tokens) == (plain.dimension, plain.max_tokens)
    assert other.count_cut(TEXTS) == plain.count_cut(TEXTS)
    np.testing.assert_allclose(other.encode_passages(TEXTS), plain.encode_passages(TEXTS), atol=1e-2)


def test_half_floats_are_for_a_graphics_card(bert):
    with pytest.raises(EncoderError, match="bfloat16"):
        load_encoder(str(bert), ModelOptions(precision=Precision.FLOAT16, device="cpu"))


def test_a_device_that_is_not_there_is_a_sentence(bert):
    with pytest.raises(EncoderError, match=r"device=bestaatniet.*kan niet worden geladen"):
        load_encoder(str(bert), ModelOptions(device="bestaatniet"))


def test_code_that_comes_with_a_model_is_not_run(tmp_path):
    folder = tmp_path / "eigen-code"
    folder.mkdir()
    trace = tmp_path / "ran"
    (folder / "modeling.py").write_text(f"open({str(trace)!r}, 'w')\n")
    (folder / "config.json").write_text(
        json.dumps(
            {"model_type": "eigen", "auto_map": {"AutoConfig": "modeling.C", "AutoModel": "modeling.M"}}
        )
    )
    with pytest.raises(EncoderError, match="eigen programmacode"):
        load_encoder(str(folder))
    assert not trace.exists()


def test_a_name_on_the_hub_that_was_not_fetched_is_named(monkeypatch):
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(EncoderError, match="moet eerst zijn opgehaald"):
        load_encoder("niemand/bestaat-niet")
