# SPDX-License-Identifier: EUPL-1.2
"""How well cases with nearly the same text are told from others, and how long that takes.

    python -m benchmarks.search.near_duplicates [--rulings RULINGS] [--draws 6]

Copies of the invented cases with some of their words replaced by words of other cases (half of them), left
out or followed by one (a quarter each) must go with their own case, and no two different cases together.
RULINGS ({"text"} a line, gzip or not) are counted too: there is no truth for those, but few should group.
"""

import argparse
import random
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.search.material import json_lines, read_material
from casebase.record import SafeCase
from index import near_duplicates
from index.analysed import case_keys
from index.dutch import load_analysis
from index.near_duplicates import leaders_of

SHARES = (0.02, 0.05, 0.1, 0.15, 0.2)
COPIES = 37
LONGEST = 10_000
"""Characters of a ruling."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--rulings", type=Path)
    parser.add_argument("--draws", type=int, default=6)
    given = parser.parse_args()
    cases = read_material().cases
    documents = [keys_of(case) for case in cases]
    print(f"{len(cases)} cases: {grouped(documents)} grouped, highest resemblance {highest(documents):.3f}")
    for share in SHARES:
        found = [recall(cases, documents, share, seed) for seed in range(given.draws)]
        told = f"{min(found):.3f} to {max(found):.3f}"
        print(f"{share:.0%} of the words changed: {told} of the copies go with their case")
    for share in (0.05, 0.4):
        number, spent = COPIES * len(cases), seconds(documents, share)
        print(f"{number} texts, {share:.0%} changed: {spent:.1f} s of processor")
    if given.rulings:
        texts = [row["text"][:LONGEST] for row in json_lines(given.rulings)]
        print(f"{len(texts)} rulings: {grouped([load_analysis().keys(text) for text in texts])} grouped")


def keys_of(case: SafeCase) -> list[str]:
    """The words of a case as the index reads them."""
    return list(case_keys(case, load_analysis()).keys)


def grouped(documents: Sequence[Sequence[str]]) -> int:
    """How many texts stand under another one."""
    return int(np.sum(leaders_of(documents) != np.arange(len(documents))))


def highest(documents: Sequence[Sequence[str]]) -> float:
    """The highest resemblance of two texts, however low."""
    runs = list(near_duplicates._runs(documents))
    return max(len(np.intersect1d(a, b)) / len(np.union1d(a, b)) for a, b in combinations(runs, 2))


def recall(cases: Sequence[SafeCase], documents: Sequence[Sequence[str]], share: float, seed: int) -> float:
    """The part of the altered copies that go with their own case; with another one: an error."""
    rng = random.Random(seed)
    words = [word for case in cases for text in case.narrative().values() for word in text.split()]
    copies = [keys_of(altered(case, share, rng, words)) for case in cases]
    leaders = leaders_of([*documents, *copies])[len(documents) :]
    own = np.arange(len(documents))
    if np.any((leaders != own) & (leaders < len(documents))):
        raise AssertionError("a copy went with another case than its own")
    return float(np.mean(leaders == own))


def altered(case: SafeCase, share: float, rng: random.Random, words: Sequence[str]) -> SafeCase:
    """The case with a share of the words of every field changed."""
    changed = case.model_dump()
    for field, text in case.narrative().items():
        told = " ".join(_altered(word, share, rng, words) for word in text.split(" "))
        changed[field] = {**changed[field], "text": told} if isinstance(changed[field], dict) else told
    return SafeCase.model_validate(changed)


def _altered(word: str, share: float, rng: random.Random, words: Sequence[str]) -> str:
    if rng.random() >= share:
        return word
    other = rng.choice(words)
    return rng.choice([other, other, "", f"{word} {other}"])


def seconds(documents: Sequence[Sequence[str]], share: float) -> float:
    """The time of the processor for many altered copies."""
    rng = random.Random(1)
    many = [
        [rng.choice(words) if rng.random() < share else word for word in words]
        for _ in range(COPIES)
        for words in documents
    ]
    started = time.process_time()
    leaders_of(many)
    return time.process_time() - started


if __name__ == "__main__":
    main()
