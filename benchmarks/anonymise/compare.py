# SPDX-License-Identifier: EUPL-1.2
"""Our anonymiser and plain Deduce on the same gold file, in one run, with the same measure.

    python benchmarks/anonymise/compare.py tests/gold/test.jsonl --deduce-python DEDUCE_ENV/bin/python

Deduce needs an environment of its own (``pip install deduce``), because of its licence; without the
option the extra ``deduce`` of this environment is used.
"""

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

from anonymise.anonymiser import load_anonymiser
from anonymise.evaluation import AnonymisationScores, CaseFinder, Score, evaluate
from anonymise.gold import GoldCase, read_gold
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

LISTS = Path(__file__).parents[2] / "data" / "lists"
WORKER = Path(__file__).with_name("deduce_worker.py")


class Deduce:
    """Deduce in a process of its own."""

    def __init__(self, python: str, *, full_lists: bool) -> None:
        command = [python, str(WORKER), *(["--full-lists"] if full_lists else [])]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def find_in_fields(self, texts: Mapping[str, str]) -> dict[str, list[PiiSpan]]:
        """What Deduce finds in each field; it knows no cases."""
        return {field: self._find(text) for field, text in texts.items()}

    def _find(self, text: str) -> list[PiiSpan]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(text) + "\n")
        self._process.stdin.flush()
        found = json.loads(self._process.stdout.readline())
        return [PiiSpan(start, end, Kind(kind), 1.0, "deduce") for start, end, kind in found if start < end]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--deduce-python", default=sys.executable)
    parser.add_argument("--full-lists", action="store_true", help="minutes and a gigabyte more")
    options = parser.parse_args()
    gold = read_gold(options.gold)
    ours, our_rate = measure(gold, load_anonymiser(LISTS))
    deduce, deduce_rate = measure(gold, Deduce(options.deduce_python, full_lists=options.full_lists))
    print_table(ours, deduce)
    print(f"cases a second: ours {our_rate:.0f}, Deduce {deduce_rate:.0f}")


def measure(gold: list[GoldCase], finder: CaseFinder) -> tuple[AnonymisationScores, float]:
    finder.find_in_fields({"text": "Jan Jansen"})  # lists are read with the first text
    start = time.perf_counter()
    scores = evaluate(gold, finder)
    return scores, len(gold) / (time.perf_counter() - start)


def print_table(ours: AnonymisationScores, deduce: AnonymisationScores) -> None:
    heads = [f"{who}: recall entity precision" for who in ("ours", "Deduce")]
    print(f"{'':16}{'marks':>6}  {heads[0]:>32}  {heads[1]:>34}")
    for name in ("direct", "names", "numbers", "quasi"):
        print_line(name, getattr(ours, name), getattr(deduce, name))
    for kind in Kind:
        print_line(kind, ours.kinds[kind], deduce.kinds[kind])
    print(f"{'over-masking':16}{'':6}  {share(ours.over_masking):>32}  {share(deduce.over_masking):>34}")


def print_line(name: str, ours: Score, deduce: Score) -> None:
    shares = [[score.recall, score.entity_recall, score.precision] for score in (ours, deduce)]
    figures = ["".join(f"{share(value):>11}" for value in values) for values in shares]
    print(f"{name:16}{ours.marks:>6}  {figures[0]:>32}  {figures[1]:>34}")


def share(value: float | None) -> str:
    return "-" if value is None else f"{100 * value:.1f}%"


if __name__ == "__main__":
    main()
