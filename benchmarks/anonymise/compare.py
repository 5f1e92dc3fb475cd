# SPDX-License-Identifier: EUPL-1.2
r"""Our anonymiser and its peers on the same gold files, in one run, with the same measure.

    python -m venv PEERS && PEERS/bin/pip install presidio-analyzer deduce
    python -m benchmarks.anonymise.compare tests/gold/test.jsonl tests/gold/check.jsonl \
        tests/gold/second.jsonl tests/gold/third.jsonl tests/gold/fifth.jsonl \
        --peers-python PEERS/bin/python --date 2026-11-22 --report docs/evaluation/peers.md

Deduce needs an environment of its own, because of its licence. Each system runs in a process of its own
on one core; costs are processor time, so that a busy machine does not count.
"""

import argparse
import contextlib
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from anonymise.evaluation import AnonymisationScores, evaluate, load_name_knowledge
from anonymise.gold import GoldCase, read_gold
from benchmarks.anonymise.peers_page import Peer, peers_page
from benchmarks.anonymise.systems import OURS, Cost, Together, Worker

LISTS = Path(__file__).parents[2] / "data" / "lists"
CASE = 2_500
"""Characters of a case, to tell speed in."""


@dataclass(frozen=True)
class Options:
    """What to measure with."""

    python: str
    peers_python: str
    full_lists: bool


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=Path, nargs="+")
    parser.add_argument("--python", default=sys.executable, help="environment of the databank")
    parser.add_argument("--peers-python", required=True, help="environment with presidio-analyzer and deduce")
    parser.add_argument(
        "--full-lists", action="store_true", help="Deduce with all lists: minutes, a gigabyte"
    )
    parser.add_argument("--date", type=date.fromisoformat, required=True)
    parser.add_argument("--report", type=Path, help="page to write")
    given = parser.parse_args()
    gold = [case for path in given.gold for case in read_gold(path)]
    peers = list(measured(gold, Options(given.python, given.peers_python, given.full_lists)))
    page = peers_page(peers, [path.name for path in given.gold], given.date)
    print(page)
    if given.report:
        given.report.write_text(page, encoding="utf-8")


def measured(gold: Sequence[GoldCase], options: Options) -> Iterator[Peer]:
    full = ["--full-lists"] if options.full_lists else []
    with contextlib.ExitStack() as running:

        def start(python: str, script: str, *more: str) -> Worker:
            return running.enter_context(Worker(python, script, *more))

        yield _peer("Presidio", gold, start(options.peers_python, "presidio_worker.py"))
        yield _peer("Presidio, NL phones", gold, start(options.peers_python, "presidio_worker.py", "--dutch"))
        yield _peer("Deduce", gold, start(options.peers_python, "deduce_worker.py", *full))
        yield _peer("ours, no model", gold, start(options.python, OURS, "--without-model"))
        yield _peer("ours", gold, start(options.python, OURS))
        both = Together([start(options.python, OURS), start(options.peers_python, "deduce_worker.py", *full)])
        yield _peer("ours + Deduce", gold, both)


def _peer(name: str, gold: Sequence[GoldCase], system: Worker | Together) -> Peer:
    scores: AnonymisationScores = evaluate(gold, system, load_name_knowledge(LISTS))
    cost: Cost = system.cost()
    characters = sum(len(text) for case in gold for text in case.texts.values())
    return Peer(name, cost.version, scores, characters / CASE / cost.cpu, cost.start_cpu, cost.peak_mb)


if __name__ == "__main__":
    main()
