# SPDX-License-Identifier: EUPL-1.2
"""What proposals cost, on generated cases.

    python -m benchmarks.patterns.speed 700 10000

Each case takes the fields of some invented cases at random, so that words, lengths and passages are lifelike;
the groups mean nothing. Making the search index is not counted. Seconds are processor time: of the groups
alone, of all that a first run tells (labels, trends, spread), and of a run that knows of the one before.
"""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Any

import numpy as np

from benchmarks.search.material import MODEL, read_material
from casebase.record import PERSPECTIVE_FIELDS, SafeCase
from index.dutch import load_analysis
from index.encoder import load_encoder
from index.evaluation import collection_of
from patterns.finding import Earlier, find_patterns
from patterns.proposals import propose

_FIELDS = ("situation", "tried_before", *PERSPECTIVE_FIELDS, "decision", "reasoning")
_SEED = 20261122
_DAY = date(2026, 1, 1)


def main() -> None:
    """Print the cost for each number of cases, smallest first."""
    encoder, analysis = load_encoder(str(MODEL)), load_analysis()
    for size in sorted(int(each) for each in sys.argv[1:]):
        cases = generated(size)
        collection = collection_of(cases, encoder)
        print(f"{size} cases, {_memory():.0f} MB at most with the index", flush=True)
        seconds, _ = _timed(partial(propose, collection))
        print(f"groups: {seconds:.1f} s, {_memory():.0f} MB at most", flush=True)
        earlier: list[Earlier] = []
        for name in ("first run", "next run"):
            run = partial(find_patterns, collection, cases, analysis, as_of=_DAY, earlier=earlier)
            seconds, found = _timed(run)
            print(f"{name}: {seconds:.1f} s, {len(found)} proposals, {_memory():.0f} MB at most", flush=True)
            earlier = [Earlier(each.name, each.group.case_ids) for each in found]


def _timed(work: Callable[[], Sequence[Any]]) -> tuple[float, Sequence[Any]]:
    started = time.process_time()
    found = work()
    return time.process_time() - started, found


def _memory() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def generated(size: int) -> list[SafeCase]:
    """So many cases of mixed fields; the same every time."""
    random = np.random.default_rng(_SEED)
    real = read_material().cases
    cases = []
    for number in range(size):
        parts = {field: getattr(real[random.integers(len(real))], field) for field in _FIELDS}
        own = real[random.integers(len(real))]
        cases.append(own.model_copy(update={**parts, "case_id": f"G-{number:06d}", "spans": ()}))
    return cases


if __name__ == "__main__":
    main()
