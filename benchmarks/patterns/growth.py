# SPDX-License-Identifier: EUPL-1.2
"""How many proposals find their old self after 5% of new cases, with the index made anew.

python -m benchmarks.patterns.growth
"""

import numpy as np

from benchmarks.patterns.halves import read_halves
from benchmarks.search.material import MODEL
from index.encoder import load_encoder
from index.evaluation import collection_of
from patterns.evaluation import FOUND, jaccard
from patterns.proposals import propose

_DRAWS = 8
_SEED = 20261123


def main() -> None:
    """Print the share, with what a run knows of the one before it and without."""
    themes = read_halves()
    encoder = load_encoder(str(MODEL))
    cases = sorted(themes.material.cases, key=lambda case: case.case_id)
    kept: dict[bool, list[bool]] = {True: [], False: []}
    alone = [group.case_ids for group in propose(themes.collection)]
    for draw in range(_DRAWS):
        some = np.sort(np.random.default_rng([_SEED, draw]).permutation(len(cases))[round(len(cases) / 21) :])
        before = [group.case_ids for group in propose(collection_of([cases[n] for n in some], encoder))]
        after = [group.case_ids for group in propose(themes.collection, earlier=before)]
        for knows, groups in ((True, after), (False, alone)):
            kept[knows] += [any(jaccard(old, new) >= FOUND for new in groups) for old in before]
    for knows, found in kept.items():
        print(
            f"{'with' if knows else 'without'} the run before: {np.mean(found):.3f} of {len(found)} proposals"
        )


if __name__ == "__main__":
    main()
