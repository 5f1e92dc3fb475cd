# SPDX-License-Identifier: EUPL-1.2
"""Encoders: loading, the light path, prompts, odd texts, and the shipped model."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from index.encoder import Encoder, EncoderError, load_encoder, prepared, unit_rows
from index.model_options import ModelOptions
from index.static_encoder import StaticEncoder
from index.text import well_formed, without_placeholders
from index.training.export import write_model
from index.training.vocabulary import train_tokenizer
from index.transformer_encoder import Prompts, load_transformer_encoder, prompts_for

SENTENCES = [
    "De uitkering wordt teruggevorderd van mevrouw.",
    "Het voorschot was te hoog en de uitkering stopt.",
    "Meneer wil werken met loonkostenvoordeel.",
]
ODD_TEXTS = [
    "",
    "   ",
    "[PERSOON-1] [BSN]",
    "\ud800",
    "\U0001f600",
    "€ 13.820",
    "a" * 300,
    "uitkering " * 50_000,
]


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models") / "tiny"
    tokenizer = train_tokenizer(SENTENCES * 5, 200)
    table = np.random.default_rng(3).normal(size=(tokenizer.get_vocab_size(), 16)).astype(np.float32)
    write_model(folder, tokenizer, table)
    return folder


@pytest.fixture(scope="module")
def shipped(root: Path) -> Encoder:
    return load_encoder(str(root / "data" / "models" / "search-nl"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[PERSOON-1] belde over [ORGANISATIE-12]", "belde over"),
        ("[PERSOON-2]s moeder uit [PLAATS-1]", "moeder uit"),
        ("[CLIËNT] en [KIND-2]s [EX-PARTNER]", "en"),
        ("in [PLAATS-1: Arnhem/Nijmegen] bij [WERKGEVER: bakkerij]", "in   bij"),
        ("[WIA: aanvraag] van [NATIONALITEIT: EU/EER]", "[WIA: aanvraag] van"),
        ("bsn [BSN], mail [E-MAIL] of [V-NUMMER]", "bsn  , mail   of"),
        ("[geboren 1965-1969] en 50-54 jaar", "en 50-54 jaar"),
        ("artikel 3 [WIA] blijft [zie boven]", "artikel 3 [WIA] blijft [zie boven]"),
        ("geen haakjes", "geen haakjes"),
    ],
)
def test_placeholders_go_and_other_brackets_stay(text: str, expected: str) -> None:
    assert without_placeholders(text).strip() == expected


def test_lone_surrogates_are_replaced_and_pairs_are_joined() -> None:
    assert well_formed("a\ud800b") == "a\ufffdb"
    assert well_formed("\ud83d\ude00") == "\U0001f600"


def test_a_static_folder_is_read_without_sentence_transformers(tiny: Path) -> None:
    code = (
        "import sys; from index.encoder import load_encoder\n"
        f"print(load_encoder({str(tiny)!r}).encode_queries(['uitkering']).shape)\n"
        "print('torch' in sys.modules or 'sentence_transformers' in sys.modules)"
    )
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.split("\n")[:2] == ["(1, 16)", "False"]


def test_the_light_path_gives_the_vectors_of_sentence_transformers(tiny: Path) -> None:
    light, full = load_encoder(str(tiny)), load_transformer_encoder(str(tiny))
    assert isinstance(light, StaticEncoder)
    assert light.model_id == full.model_id
    texts = [*SENTENCES, *ODD_TEXTS]
    np.testing.assert_allclose(light.encode_passages(texts), full.encode_passages(texts), atol=1e-5)


def test_the_shipped_model_is_a_plain_sentence_transformers_folder(root: Path, shipped: Encoder) -> None:
    full = load_transformer_encoder(str(root / "data" / "models" / "search-nl"))
    np.testing.assert_allclose(shipped.encode_queries(SENTENCES), full.encode_queries(SENTENCES), atol=1e-5)


@pytest.mark.parametrize(("columns", "likeness"), [(128, 0.94), (64, 0.88)])
def test_the_first_columns_of_the_shipped_model_serve_by_themselves(
    root: Path, shipped: Encoder, columns: int, likeness: float
) -> None:
    from sentence_transformers import SentenceTransformer

    folder = str(root / "data" / "models" / "search-nl")
    few = load_encoder(folder, ModelOptions(dimensions=columns))
    cut = SentenceTransformer(folder, truncate_dim=columns, device="cpu", local_files_only=True)
    texts = (root / "benchmarks" / "search" / "out_of_domain.txt").read_text("utf-8").splitlines()[-60:]
    vectors = few.encode_passages(texts)
    np.testing.assert_allclose(vectors, cut.encode(texts, normalize_embeddings=True), atol=1e-3)
    whole = shipped.encode_passages(texts)
    pairs = np.triu_indices(len(texts), 1)
    assert np.corrcoef((vectors @ vectors.T)[pairs], (whole @ whole.T)[pairs])[0, 1] > likeness


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_odd_texts_give_a_unit_vector_or_zeros(tiny: Path, text: str) -> None:
    length = np.linalg.norm(load_encoder(str(tiny)).encode_passages([text]))
    assert length == pytest.approx(0.0 if not prepared(text) else 1.0, abs=1e-5)


def test_no_texts_give_an_empty_matrix(tiny: Path) -> None:
    assert load_encoder(str(tiny)).encode_queries([]).shape == (0, 16)


def test_batches_do_not_change_the_vectors(tiny: Path) -> None:
    encoder = load_encoder(str(tiny))
    together = encoder.encode_passages(SENTENCES * 400)
    assert together.dtype == np.float32
    np.testing.assert_array_equal(together[:3], encoder.encode_passages(SENTENCES))
    np.testing.assert_array_equal(together[-3:], together[:3])


def test_rows_that_are_no_number_become_zeros() -> None:
    rows = unit_rows(np.array([[3.0, 4.0], [np.nan, 1.0], [np.inf, 0.0], [0.0, 0.0]]))
    np.testing.assert_allclose(rows, [[0.6, 0.8], [0, 0], [0, 0], [0, 0]], atol=1e-7)


def test_the_model_id_follows_the_content_and_not_the_place(tiny: Path, tmp_path: Path) -> None:
    moved = shutil.copytree(tiny, tmp_path / "elders" / "tiny")
    assert load_encoder(str(moved)).model_id == load_encoder(str(tiny)).model_id
    tokenizer = train_tokenizer(SENTENCES * 5, 200)
    other = np.random.default_rng(4).normal(size=(tokenizer.get_vocab_size(), 16)).astype(np.float32)
    write_model(moved, tokenizer, other)
    assert load_encoder(str(moved)).model_id != load_encoder(str(tiny)).model_id


@pytest.mark.parametrize("name", ["./nergens", "/nergens/model", "~/nergens-model", "", "a/b/c"])
def test_a_missing_folder_is_named(name: str) -> None:
    with pytest.raises(EncoderError, match="staat niet in de map"):
        load_encoder(name)


def test_an_empty_folder_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(EncoderError, match="kan niet worden geladen"):
        load_encoder(str(tmp_path))


@pytest.mark.parametrize("name", ["model.safetensors", "tokenizer.json"])
@pytest.mark.parametrize("checked", [True, False])
@pytest.mark.parametrize("damage", ["cut", "flipped", "gone"])
def test_a_damaged_model_is_refused(
    tiny: Path, tmp_path: Path, name: str, checked: bool, damage: str
) -> None:
    folder = shutil.copytree(tiny, tmp_path / "tiny")
    content = (folder / name).read_bytes()
    if damage == "gone":
        (folder / name).unlink()
    else:
        start = b"\xff" * 16 + content[16:]
        (folder / name).write_bytes(content[: len(content) // 2] if damage == "cut" else start)
    if not checked:
        (folder / "SHA256SUMS").unlink()
    with pytest.raises(EncoderError, match="beschadigd"):
        load_encoder(str(folder))


def test_a_flipped_bit_in_the_weights_is_noticed(tiny: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny, tmp_path / "tiny")
    content = bytearray((folder / "model.safetensors").read_bytes())
    content[-5] ^= 1
    (folder / "model.safetensors").write_bytes(content)
    with pytest.raises(EncoderError, match="veranderd of beschadigd"):
        load_encoder(str(folder))


def test_weights_that_are_no_number_are_refused(tmp_path: Path) -> None:
    tokenizer = train_tokenizer(SENTENCES * 5, 200)
    write_model(
        tmp_path / "nan", tokenizer, np.full((tokenizer.get_vocab_size(), 4), np.nan, dtype=np.float32)
    )
    with pytest.raises(EncoderError, match="beschadigd"):
        load_encoder(str(tmp_path / "nan"))


@pytest.mark.parametrize(
    ("name", "configured", "expected"),
    [
        ("intfloat/multilingual-e5-small", {}, Prompts("query: ", "passage: ")),
        ("clips/e5-base-trm-nl", {"query": "", "document": ""}, Prompts("query: ", "passage: ")),
        ("BAAI/bge-m3", {"query": None, "document": None}, Prompts()),
        ("een/eigen-model", {"query": "zoek: ", "document": "tekst: "}, Prompts("zoek: ", "tekst: ")),
        ("intfloat/multilingual-e5-base", {"query": "q: ", "passage": "p: "}, Prompts("q: ", "p: ")),
    ],
)
def test_prompts_are_the_models_own_or_those_of_its_family(
    tmp_path: Path, name: str, configured: dict[str, str | None], expected: Prompts
) -> None:
    assert prompts_for(name, configured, tmp_path) == expected


def test_an_instruction_model_gets_an_instruction_for_queries_only(tmp_path: Path) -> None:
    prompts = prompts_for("Qwen/Qwen3-Embedding-0.6B", {}, tmp_path)
    assert prompts.query.startswith("Instruct: ")
    assert prompts.query.endswith("Query:")
    assert prompts.passage == ""


def test_a_copied_model_is_recognised_by_the_name_in_its_settings(tmp_path: Path) -> None:
    (tmp_path / "config.json").write_text(json.dumps({"_name_or_path": "intfloat/multilingual-e5-small"}))
    assert prompts_for(str(tmp_path), {}, tmp_path) == Prompts("query: ", "passage: ")


def test_a_static_model_with_prompts_takes_the_full_path(tiny: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(tiny, tmp_path / "tiny")
    (folder / "SHA256SUMS").unlink()
    config = json.loads((folder / "config_sentence_transformers.json").read_text())
    config["prompts"] = {"query": "voorschot ", "document": ""}
    (folder / "config_sentence_transformers.json").write_text(json.dumps(config))
    encoder = load_encoder(str(folder))
    assert not isinstance(encoder, StaticEncoder)
    plain = load_encoder(str(tiny)).encode_queries(["voorschot uitkering"])
    np.testing.assert_allclose(encoder.encode_queries(["uitkering"]), plain, atol=1e-5)


def test_the_shipped_model_is_small_and_gives_unit_vectors(root: Path, shipped: Encoder) -> None:
    size = sum(
        path.stat().st_size for path in (root / "data" / "models" / "search-nl").rglob("*") if path.is_file()
    )
    assert size <= 20_000_000
    assert shipped.model_id.startswith("search-nl@")
    vectors = shipped.encode_passages(SENTENCES)
    assert vectors.shape == (3, shipped.dimension)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)


@pytest.mark.parametrize(
    ("query", "alike", "unrelated"),
    [
        (
            "voorschot terugbetalen",
            "zij moet het geld dat ze vooruit kreeg weer inleveren",
            "de auto is aangepast zodat hij met een rolstoel naar het werk kan",
        ),
        (
            "boete inlichtingenplicht",
            "straf omdat hij iets niet had doorgegeven",
            "scholing tot lasser in deeltijd",
        ),
        ("afgekeurd na twee jaar ziekte", "WIA-beslissing einde wachttijd", "huurtoeslag voor een student"),
        (
            "loonbeslag door deurwaarder",
            "schulden, er gaat elke maand geld van zijn salaris af",
            "zwangerschapsverlof",
        ),
    ],
)
def test_other_words_for_the_same_thing_are_closer_than_something_else(
    shipped: Encoder, query: str, alike: str, unrelated: str
) -> None:
    scores = shipped.encode_queries([query]) @ shipped.encode_passages([alike, unrelated]).T
    assert scores[0, 0] > scores[0, 1] + 0.05


def test_placeholders_do_not_change_a_vector(shipped: Encoder) -> None:
    with_names = shipped.encode_passages(["[PERSOON-1] uit [PLAATS-1] vraagt een voorschot"])
    np.testing.assert_allclose(with_names, shipped.encode_passages(["uit vraagt een voorschot"]), atol=1e-6)
