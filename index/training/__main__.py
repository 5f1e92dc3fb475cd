# SPDX-License-Identifier: EUPL-1.2
"""Builds the search model again: ``python -m index.training --text DIR --training DIR [DIR …] --out DIR``."""

import argparse
import logging
import sys
from dataclasses import replace
from pathlib import Path

from casebase.bilingual import Bilingual, DatabankError
from index.training.provenance import changed_material, write_provenance
from index.training.rebuild import read_material, rebuild
from index.training.recipe import Recipe


def main(arguments: list[str] | None = None) -> int:
    """Exit code 0 when the model was written, 2 when the material is missing or not as described."""
    options = _parser().parse_args(arguments)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    try:
        material = read_material(options.text, options.training)
        changed = changed_material(options.out, options.text, options.training)
        rebuild(material, options.out, replace(Recipe(), seed=options.seed))
        write_provenance(options.out, options.text, options.training)
    except DatabankError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    if changed:
        sys.stderr.write(f"{_changed(changed)}\n")
    return 0


def _changed(names: list[str]) -> Bilingual:
    return Bilingual(
        f"Dit model leerde van ander materiaal dan het model dat hier stond: {', '.join(names)}.",
        f"This model was trained on other material than the one that was here: {', '.join(names)}.",
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m index.training", description=__doc__)
    parser.add_argument("--text", type=Path, required=True, help="folder with open text, *.jsonl.gz")
    folders = "folders with mechanisms*.jsonl; lexicon.jsonl is in the first"
    parser.add_argument("--training", type=Path, nargs="+", required=True, help=folders)
    parser.add_argument("--out", type=Path, required=True, help="folder that gets the model")
    parser.add_argument("--seed", type=int, default=Recipe().seed)
    return parser


if __name__ == "__main__":
    sys.exit(main())
