# SPDX-License-Identifier: EUPL-1.2
"""What proposals cost, on generated cases.

    python -m benchmarks.patterns.speed 700 10000

Each case takes the fields of some invented cases at random, so that words, lengths and passages are lifelike;
the groups mean nothing. Making the search index is not counted. Seconds are processor time.
"""

import resource
import sys
import time

import numpy as np

from benchmarks.search.material import MODEL, read_material
from casebase.record import PERSPECTIVE_FIELDS, SafeCase
from index.encoder import load_encoder
from index.evaluation import collection_of
from patterns.proposals import propose

_FIELDS = ("situation", "tried_before", *PERSPECTIVE_FIELDS, "decision", "reasoning")
_SEED = 20261122


def main() -> None:
    """Print the cost for each number of cases, smallest first."""
    encoder = load_encoder(str(MODEL))
    for size in sorted(int(each) for each in sys.argv[1:]):
        collection = collection_of(generated(size), encoder)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        started = time.process_time()
        groups = propose(collection)
        seconds = time.process_time() - started
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        memory = f"{peak / 1024:.0f} MB at most in the process, {before / 1024:.0f} MB before"
        print(f"{size} cases: {seconds:.1f} s, {len(groups)} proposals, {memory}", flush=True)


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
