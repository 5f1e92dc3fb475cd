# SPDX-License-Identifier: EUPL-1.2
"""Cases a second, start-up time and memory of the anonymiser: rules, name model, further engines.

    python benchmarks/anonymise/speed.py tests/gold/dev.jsonl --engine deduce --engine spacy:/folder

Each line is a process of its own on one core, one after another in one run. A case has 2,500 characters:
texts of the gold file, field by field as they are, counted in characters. ``find`` is the finding alone,
``case`` a whole safe case of one text. Seconds are those of the processor, so that a busy machine counts
less; start-up is loading plus the first text, as somebody waits for it.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING
from unittest import mock

if TYPE_CHECKING:
    from anonymise.anonymiser import Anonymiser

CHARACTERS = 2_500
LISTS = Path(__file__).parents[2] / "data" / "lists"
ONE_CORE = dict.fromkeys(["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"], "1")


class NoModel:
    """Stands for the name model where only the rules are measured: adds nothing, doubts nothing."""

    version = ""

    def read(self, texts: Sequence[str]) -> list["NoModel"]:
        """One reading a text."""
        return [self for _ in texts]

    def candidates(self, least: float) -> list[object]:
        """Nothing found."""
        return []

    def likelihood(self, start: int, end: int) -> float:
        """Whatever the rules found is taken for true."""
        return 1.0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--engine", action="append", default=[], help="as in DATABANK_NAME_ENGINES")
    parser.add_argument("--cases", type=int, default=90, help="how many cases of the gold file")
    parser.add_argument("--variant", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.variant is not None:
        print(json.dumps(measure(options.gold, options.variant, options.cases)))
        return
    print(f"{'':28}{'find /s':>9}{'case /s':>9}{'start s':>9}{'peak MB':>9}")
    for variant in ("rules", "", *options.engine):
        figures = in_own_process(options, variant)
        label = "rules alone" if variant == "rules" else f"rules, model{f', {variant}' if variant else ''}"
        print(f"{label[-28:]:28}" + "".join(f"{figure:9.1f}" for figure in figures), flush=True)


def in_own_process(options: argparse.Namespace, variant: str) -> list[float]:
    command = [
        sys.executable,
        __file__,
        str(options.gold),
        "--cases",
        str(options.cases),
        "--variant",
        variant,
    ]
    done = subprocess.run(
        command, env={**os.environ, **ONE_CORE}, stdout=subprocess.PIPE, check=True, text=True
    )
    figures: list[float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def measure(path: Path, variant: str, count: int) -> list[float]:
    started = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        anonymiser = load(variant, Path(folder))
    anonymiser.find("Jan belde.")
    start_up = time.perf_counter() - started
    from anonymise.gold import read_gold
    from casebase.record import RawCase

    cases = [case.texts for case in read_gold(path)[:count]]
    joined = "\n".join(text for texts in cases for text in texts.values())
    whole = [joined[at : at + CHARACTERS] for at in range(0, len(joined) - CHARACTERS, CHARACTERS)]
    finding = rate(lambda: [anonymiser.find_in_fields(texts) for texts in cases], len(joined))
    safe = rate(
        lambda: [anonymiser.anonymise_case(RawCase(case_id="A", situation=text)) for text in whole],
        len(whole) * CHARACTERS,
    )
    return [finding, safe, start_up, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]


def load(variant: str, cache: Path) -> "Anonymiser":
    from anonymise.anonymiser import load_anonymiser
    from anonymise.engines.name_engine import load_name_engines

    if variant == "rules":
        with mock.patch("anonymise.anonymiser.load_name_model", return_value=NoModel()):
            return load_anonymiser(LISTS)
    return load_anonymiser(LISTS, engines=load_name_engines([variant], cache))


def rate(work: Callable[[], object], characters: int) -> float:
    """Cases a second of the processor, the best of three."""
    best = float("inf")
    for _ in range(3):
        started = time.process_time()
        work()
        best = min(best, time.process_time() - started)
    return characters / CHARACTERS / best


if __name__ == "__main__":
    main()
