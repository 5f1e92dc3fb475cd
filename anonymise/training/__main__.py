# SPDX-License-Identifier: EUPL-1.2
"""Builds the name model again: ``python -m anonymise.training GOLD.jsonl … --lists DIR --out DIR``."""

import argparse
import logging
import sys
from dataclasses import replace
from pathlib import Path

from anonymise.gold import read_gold
from anonymise.names.word_lists import load_word_lists
from anonymise.training.export import export
from anonymise.training.nameless import read_nameless
from anonymise.training.names import read_name_bank
from anonymise.training.train import KINDS, Material, Recipe, train
from casebase.bilingual import DatabankError


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when the model was written, 2 when a file with marked cases cannot be read."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        cases = [case for file in options.gold for case in read_gold(file)]
        nameless = [text for file in options.nameless for text in read_nameless(file, options.lists)]
    except DatabankError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    words = load_word_lists(options.lists)
    bank = read_name_bank(options.lists, sorted(words.organisations["kinds"]))
    recipe = replace(Recipe(), seed=options.seed, epochs=options.rounds)
    network, vocabulary = train(Material(cases, nameless, bank), words, recipe)
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    export(weights, vocabulary, KINDS, options.out)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m anonymise.training", description=__doc__)
    parser.add_argument("gold", type=Path, nargs="+", help="files with marked cases, never a check part")
    parser.add_argument(
        "--nameless", type=Path, nargs="*", default=[], help="files with texts that hold no names"
    )
    parser.add_argument("--lists", type=Path, required=True, help="folder with word lists (data/lists)")
    parser.add_argument("--out", type=Path, required=True, help="folder that gets the model")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    parser.add_argument("--rounds", type=int, default=Recipe().epochs)
    return parser


if __name__ == "__main__":
    sys.exit(main())
