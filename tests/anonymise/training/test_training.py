# SPDX-License-Identifier: EUPL-1.2
import json
import random
from pathlib import Path

import pytest

from anonymise.gold import read_gold
from anonymise.names.word_lists import load_word_lists
from anonymise.ner.model import load_name_model
from anonymise.training.__main__ import main
from anonymise.training.augment import plain, varied
from anonymise.training.names import NameBank, read_name_bank
from anonymise.training.train import Material, vocabulary_of
from casebase.vocabulary import Kind

ROOT = Path(__file__).parents[3]
LISTS = ROOT / "data" / "lists"
LINES = [
    "[[PERSON|Fatma Yilmaz]] woont in [[CITY|Urk]]. [[PERSON|Fatma]] belde, [[PERSON|yilmaz]] ook.",
    "Gesproken met mevrouw [[PERSON|de Wit]] van [[ORG|Bakkerij Smit]] over de WIA.",
]


@pytest.fixture(scope="module")
def bank() -> NameBank:
    return read_name_bank(LISTS, sorted(load_word_lists(LISTS).organisations["kinds"]))


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    file = tmp_path / "gold.jsonl"
    records = [{"case_id": f"G-{n}", "situation": line} for n, line in enumerate(LINES * 4)]
    file.write_text("\n".join(map(json.dumps, records)), "utf-8")
    return file


def test_other_names_leave_the_words_between_the_marks_and_move_the_marks_along(
    gold: Path, bank: NameBank
) -> None:
    case = read_gold(gold)[0]
    for seed in range(200):
        for before, after in zip(plain(case), varied(case, bank, random.Random(seed)), strict=True):
            assert [span.kind for span in after.spans] == [span.kind for span in before.spans]
            assert _between(after).count("woont") + _between(after).count("WOONT") <= 1
            assert all(after.text[span.start : span.end].strip() for span in after.spans)


def test_one_person_gets_one_new_name_in_all_fields(gold: Path, bank: NameBank) -> None:
    case = read_gold(gold)[0]
    for seed in range(50):
        (text,) = varied(case, bank, random.Random(seed))
        full, _, first, last = (text.text[span.start : span.end].lower() for span in text.spans)
        assert full.startswith(first)
        assert full.endswith(last)


def test_names_are_swapped_more_often_than_not(gold: Path, bank: NameBank) -> None:
    case = read_gold(gold)[0]
    texts = [varied(case, bank, random.Random(seed))[0].text.lower() for seed in range(100)]

    assert sum("fatma" in text for text in texts) < 50


def test_the_vocabulary_holds_no_word_that_is_only_a_name(gold: Path, bank: NameBank) -> None:
    found = set(vocabulary_of(Material(read_gold(gold), [], bank), load_word_lists(LISTS), 1))

    assert {"woont", "wia", "mevrouw", "."} <= found
    assert found.isdisjoint({"fatma", "yilmaz", "urk"})


def test_training_writes_a_model_that_knows_what_it_was_taught(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "model"

    assert main([str(gold), "--lists", str(LISTS), "--out", str(out), "--rounds", "25"]) == 0

    reading = load_name_model(out, load_word_lists(LISTS)).read(
        ["Gesproken met mevrouw Yilmaz over de WIA."]
    )[0]
    found = reading.candidates(0.5)
    assert [(each.kind, each.start, each.end) for each in found] == [(Kind.PERSON, 22, 28)]


def test_a_file_that_is_no_gold_is_told_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text("no json", "utf-8")

    assert main([str(file), "--lists", str(LISTS), "--out", str(tmp_path / "model")]) == 2
    assert "Regel 1 van gold.jsonl" in capsys.readouterr().err


def _between(marked: object) -> str:
    text, spans = marked.text, marked.spans  # type: ignore[attr-defined]
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(text)]
    return "".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def test_no_check_part_is_in_the_material_that_the_model_card_names() -> None:
    card = (ROOT / "data" / "models" / "names-nl" / "README.md").read_text("utf-8")

    assert "tests/gold/dev.jsonl" in card
    told = card.split("## Training material")[1].split("\n## ")[0]
    assert "test.jsonl" not in told
    assert "check.jsonl" not in told
