# SPDX-License-Identifier: EUPL-1.2
import gzip
import json
import subprocess
import sys
from pathlib import Path

import pytest

from anonymise.lexicon import lexicon_words, load_lexicon
from anonymise.names.ordinary import OrdinaryWords


def test_a_word_counts_as_ordinary_when_it_is_mostly_written_in_lower_case() -> None:
    words = lexicon_words(["de uitkering stopt. Uitkering, de uitkering en Uitkering"])

    assert words == ["de", "uitkering"]


def test_a_name_that_is_seen_with_a_capital_inside_sentences_is_left_out() -> None:
    assert "hoekstra" not in lexicon_words(
        ["toen kwam Hoekstra en Hoekstra en Hoekstra en Hoekstra", "hoekstra hoekstra"]
    )


def test_rare_words_are_left_out() -> None:
    assert lexicon_words(["eenmalig woord, woord"]) == ["woord"]


def test_the_lexicon_is_built_the_same_every_time(tmp_path: Path) -> None:
    source = tmp_path / "texts.jsonl.gz"
    with gzip.open(source, "wt", encoding="utf-8") as out:
        out.write(json.dumps({"text": "de hulp en de zorg, de hulp en de zorg"}) + "\n")
    gold = tmp_path / "gold.jsonl"
    gold.write_text(
        json.dumps({"id": "1", "text": "een kapster, kl. [[PERSON|houben]] belt"}), encoding="utf-8"
    )
    targets = [tmp_path / "one.txt.gz", tmp_path / "two.txt.gz"]

    for target in targets:
        command = [sys.executable, "-m", "anonymise.lexicon", str(target), str(source), str(gold)]
        subprocess.run(command, check=True)

    assert targets[0].read_bytes() == targets[1].read_bytes()
    words = gzip.decompress(targets[0].read_bytes()).decode().split()
    assert words == ["belt", "de", "een", "en", "hulp", "kapster", "kl", "zorg"]


def test_the_shipped_lexicon_is_small_and_holds_no_clear_names(lists: Path) -> None:
    words = load_lexicon(lists)

    assert (lists / "lexicon_nl.txt.gz").stat().st_size < 1_000_000
    assert {"uitkering", "de", "bezwaar", "moeder"} <= words
    assert words.isdisjoint({"hoekstra", "fatima", "jansen", "wiebe", "oleksandra"})


def test_an_absent_lexicon_is_empty(tmp_path: Path) -> None:
    assert load_lexicon(tmp_path) == frozenset()


@pytest.mark.parametrize(
    ("word", "ordinary"),
    [
        ("uitkeringen", True),
        ("bezwaarschrift", True),
        ("rolstoelbusje", True),
        ("werkgever-werknemer", True),
        ("klantnr", True),
        ("hoekstra", False),
        ("fatima", False),
        ("rol", True),
    ],
)
def test_inflections_and_compounds_are_ordinary(word: str, ordinary: bool) -> None:
    lexicon = frozenset(
        {"uitkering", "bezwaar", "schrift", "rol", "stoel", "busje", "werkgever", "werknemer"}
    )

    assert OrdinaryWords(lexicon).has(word) is ordinary
