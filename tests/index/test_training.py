# SPDX-License-Identifier: EUPL-1.2
"""The search model can be built again, and learns what it is shown."""

import gzip
import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from index.encoder import load_encoder
from index.training.__main__ import main
from index.training.batches import Batch, TokenGroup, drawn_groups, nearest_groups
from index.training.contrast import TokenPair, train_on_groups, train_on_pairs
from index.training.provenance import MATERIAL, changed_material, write_provenance
from index.training.rebuild import read_material, rebuild
from index.training.recipe import Recipe
from index.training.sources import (
    PASSAGE_CHARACTERS,
    TrainingSourceError,
    read_lexicon,
    read_mechanisms,
    read_open_text,
)
from index.training.spectral import spectral_table
from index.training.spelling import word_parts
from index.training.turning import turned
from index.training.vocabulary import token_ids, train_tokenizer

SMALL = replace(Recipe(), vocabulary=400, dimensions=8, pair_batch=8, group_steps=30, rounds=2, frequent=1.0)
BODY = "De uitkering wordt herzien wanneer de inkomsten veranderen en de werknemer dit niet meldt. "


@pytest.fixture
def material(tmp_path: Path) -> tuple[Path, Path]:
    text, training = tmp_path / "text", tmp_path / "training"
    text.mkdir()
    training.mkdir()
    rows = [{"title": f"Regeling {n}", "text": f"## Herziening van {n}\n{BODY * 12}"} for n in "abcdefgh"]
    with gzip.open(text / "laws.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)
    mechanisms = [
        {"mechanism": name, "kind": kind, "text": words}
        for name, texts in (
            ("M1", ["voorschot terug", "geld inleveren", "het voorschot was te hoog en moet terug"]),
            ("M2", ["auto aanpassen", "rolstoel in de auto", "met een rolstoel naar het werk"]),
        )
        for kind, words in zip(["keywords", "question", "near_miss"], texts, strict=True)
    ]
    _write(training / "mechanisms.jsonl", mechanisms)
    concept = {
        "concept": "WIA",
        "abbreviations": ["WIA"],
        "jargon": ["einde wachttijd"],
        "lay": ["afgekeurd"],
    }
    _write(training / "lexicon.jsonl", [concept, {**concept, "jargon": [], "lay": []}])
    return text, training


def _write(path: Path, rows: list[dict[str, object]]) -> None:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")


def test_open_text_becomes_passages_with_headings_and_neighbours(material: tuple[Path, Path]) -> None:
    open_text = read_open_text(material[0])
    assert all(len(passage) <= PASSAGE_CHARACTERS for passage in open_text.passages)
    assert ("Regeling a", 0) in open_text.headings
    assert ("Herziening van a", 0) in open_text.headings
    per_document = len(open_text.passages) // 8
    assert (0, 1) in open_text.neighbours
    assert (per_document - 1, per_document) not in open_text.neighbours


def test_near_misses_are_kept_apart_and_single_words_left_out(material: tuple[Path, Path]) -> None:
    first, second = read_mechanisms(material[1] / "mechanisms.jsonl")
    assert first.texts == ("voorschot terug", "geld inleveren")
    assert second.near_misses == ("met een rolstoel naar het werk",)
    assert read_lexicon(material[1] / "lexicon.jsonl") == [("WIA", "einde wachttijd", "afgekeurd")]


def test_mechanisms_of_several_folders_are_trained_on(material: tuple[Path, Path], tmp_path: Path) -> None:
    (more := tmp_path / "more").mkdir()
    _write(more / "mechanisms-b.jsonl", [{"mechanism": "M3", "kind": "note", "text": "brief niet gekregen"}])
    read = read_material(material[0], [material[1], more])
    assert [mechanism.name for mechanism in read.mechanisms] == ["M1", "M2", "M3"]
    (empty := tmp_path / "empty").mkdir()
    with pytest.raises(TrainingSourceError, match="staat niet op"):
        read_material(material[0], [material[1], empty])


def test_placeholders_in_training_text_are_not_learnt(tmp_path: Path) -> None:
    row = {"mechanism": "M", "kind": "note", "text": "[PERSOON-1] belt"}
    _write(tmp_path / "m.jsonl", [row])
    assert read_mechanisms(tmp_path / "m.jsonl")[0].texts == ("belt",)


def test_missing_or_odd_material_is_told_in_one_sentence(
    material: tuple[Path, Path], capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    text, training = material
    with pytest.raises(TrainingSourceError, match="staat niet op"):
        read_open_text(training)
    (training / "lexicon.jsonl").write_text("geheim verhaal\n")
    with pytest.raises(TrainingSourceError, match=r"Regel 1 van 'lexicon\.jsonl'") as caught:
        read_material(text, [training])
    assert "geheim" not in str(caught.value)
    options = ["--text", str(text), "--training", str(training), "--out", str(tmp_path / "out")]
    assert main(options) == 2
    assert "lexicon.jsonl" in capsys.readouterr().err


def test_a_rebuild_tells_which_material_has_changed(material: tuple[Path, Path], tmp_path: Path) -> None:
    text, training = material
    out = tmp_path / "out"
    out.mkdir()
    assert changed_material(out, text, [training]) == []
    write_provenance(out, text, [training])
    assert changed_material(out, text, [training]) == []
    _write(
        training / "mechanisms-b.jsonl", [{"mechanism": "M3", "kind": "note", "text": "brief niet gekregen"}]
    )
    _write(training / "lexicon.jsonl", [])
    assert changed_material(out, text, [training]) == ["lexicon.jsonl", "mechanisms-b.jsonl"]
    assert str(tmp_path) not in (out / MATERIAL).read_text()


def test_the_same_seed_gives_the_same_files(material: tuple[Path, Path], tmp_path: Path) -> None:
    read = read_material(material[0], [material[1]])
    for name in ("first", "second"):
        rebuild(read, tmp_path / name, SMALL)
    for name in ("tokenizer.json", "modules.json", "model.safetensors", "SHA256SUMS"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()


def test_texts_of_one_mechanism_come_closer_than_its_near_miss(
    material: tuple[Path, Path], tmp_path: Path
) -> None:
    rebuild(
        read_material(material[0], [material[1]]),
        tmp_path / "out",
        replace(SMALL, token_dropout=0.0, group_rate=0.05),
    )
    encoder = load_encoder(str(tmp_path / "out"))
    anchor, alike, near = encoder.encode_passages(
        ["voorschot terug", "geld inleveren", "het voorschot was te hoog en moet terug"]
    )
    assert anchor @ alike > 0.5
    assert anchor @ alike > anchor @ near


def test_the_tokenizer_is_the_same_every_time_and_ignores_case_and_accents() -> None:
    texts = ["De beëindiging van de uitkering", "Terugvordering van 13.820 euro", "de beeindiging"] * 4
    trained = [train_tokenizer(texts, 120) for _ in range(3)]
    assert len({tokenizer.to_str() for tokenizer in trained}) == 1
    upper, plain = token_ids(trained[0], ["BEËINDIGING", "beeindiging"])
    assert upper.tolist() == plain.tolist()


def test_words_in_the_same_company_start_alike() -> None:
    random = np.random.default_rng(0)
    # Tokens 0 and 1 stand beside 2-5, token 6 beside 7-10.
    texts = [
        np.array([middle, *random.permutation(around)[:3]], dtype=np.int32)
        for _ in range(300)
        for middle, around in ((0, range(2, 6)), (1, range(2, 6)), (6, range(7, 11)))
    ]
    table = spectral_table(texts, 11, replace(SMALL, dimensions=6))
    rows = table / np.linalg.norm(table, axis=1, keepdims=True)
    assert rows[0] @ rows[1] > rows[0] @ rows[6] + 0.3


def test_pairs_of_a_batch_find_each_other() -> None:
    start = np.random.default_rng(1).normal(size=(40, 8)).astype(np.float32)
    ids = np.arange(40, dtype=np.int32)
    pairs = [TokenPair(ids[[n, n + 1]], ids[[n + 20, n + 21]]) for n in range(0, 18, 2)] * 40
    trained = train_on_pairs(start, pairs, replace(SMALL, pair_batch=9, pair_rate=0.05))

    def agreement(table: np.ndarray) -> float:
        return float(np.mean([_cosine(table[pair.left].sum(0), table[pair.right].sum(0)) for pair in pairs]))

    assert agreement(trained) > agreement(start) + 0.5


def test_a_relative_of_a_trained_word_moves_along() -> None:
    words = ["terugbetalen", "terugbetaling", "auto", "inleveren", "fiets"]
    start = np.random.default_rng(2).normal(size=(5, 8)).astype(np.float32)
    ids = [np.array([number], dtype=np.int32) for number in range(5)]
    groups = [TokenGroup((ids[0], ids[3])), TokenGroup((ids[2], ids[4]))]
    recipe = replace(SMALL, part_rate=0.05, token_dropout=0.0)
    trained = train_on_groups(start, word_parts(words), groups, [], recipe)
    assert _cosine(trained[1], trained[3]) > _cosine(start[1], start[3]) + 0.1


def test_a_word_that_no_group_holds_moves_with_the_words_around_it() -> None:
    random = np.random.default_rng(5)
    start = random.normal(size=(6, 8)).astype(np.float32)
    start[4:] = start[[0, 3]] + 0.1  # words 4 and 5 are in no group and start beside 0 and 3
    ids = [np.array([number], dtype=np.int32) for number in range(6)]
    groups = [TokenGroup((ids[0], ids[3])), TokenGroup((ids[1], ids[2]))]
    recipe = replace(SMALL, map_rate=0.01, token_dropout=0.0)
    words = ["bezwaar", "fiets", "lening", "oordeel", "zorg", "kind"]

    def moved(rate: float) -> float:
        table = train_on_groups(start, word_parts(words), groups, [], replace(recipe, map_rate=rate))
        return _cosine(table[4], table[5]) - _cosine(start[4], start[5])

    assert moved(0.0) == 0.0
    assert moved(0.01) > 0.1


def test_batches_hold_bunches_of_neighbours() -> None:
    table = np.eye(12, dtype=np.float32)
    table[6:] += np.eye(12, dtype=np.float32)[:6]  # group n + 6 is most like group n
    groups = [TokenGroup((np.array([n], dtype=np.int32),)) for n in range(12)]
    near = nearest_groups(table, groups, 2)
    assert near.tolist()[:6] == [[n, n + 6] for n in range(6)]
    assert near.tolist()[6:] == [[n + 6, n] for n in range(6)]
    recipe = replace(SMALL, group_batch=8, neighbours=2, neighbour_share=1.0)
    drawn = drawn_groups(near, recipe, np.random.default_rng(0))
    assert len(set(drawn)) == len(drawn) == 8
    assert sum((number + 6) % 12 in drawn for number in drawn) >= 6
    alone = drawn_groups(near, replace(recipe, neighbour_share=0.0), np.random.default_rng(0))
    assert alone == np.random.default_rng(0).permutation(12)[:8].tolist()


def test_a_thinned_batch_keeps_its_groups_and_a_token_of_each_text() -> None:
    texts = tuple(np.arange(size, dtype=np.int32) for size in (1, 40, 40))
    random = np.random.default_rng(0)
    batch = Batch.of([TokenGroup(texts, texts[:1])], 2, random).thinned(0.9, random)
    assert batch.groups == [0, 0]
    assert len(batch.near_misses) == 1
    assert all(1 <= len(text) < 40 for text in batch.texts)


def test_turned_vectors_keep_their_likeness_and_their_first_columns_serve() -> None:
    random = np.random.default_rng(4)
    hidden = random.normal(size=(60, 3)) @ random.normal(size=(3, 12))
    table = (hidden + 0.01 * random.normal(size=(60, 12))).astype(np.float32)
    texts = [random.integers(0, 60, size=5).astype(np.int32) for _ in range(200)]
    after = turned(table, [*texts, np.array([], dtype=np.int32)])
    assert np.allclose(after @ after.T, table @ table.T, atol=1e-3)
    assert np.allclose(after[:, :3] @ after[:, :3].T, table @ table.T, atol=0.2)
    assert not np.allclose(table[:, :3] @ table[:, :3].T, table @ table.T, atol=5)


def _cosine(first: np.ndarray, second: np.ndarray) -> float:
    return float(first @ second / np.linalg.norm(first) / np.linalg.norm(second))
