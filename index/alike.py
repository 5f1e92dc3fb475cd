# SPDX-License-Identifier: EUPL-1.2
"""More like these: what one to three cases have in common, as one search."""

from collections import Counter
from collections.abc import Sequence

import numpy as np

from casebase.record import SafeCase
from index.asked import Asked, asked_by_case
from index.collection import Collection
from index.dutch import Analysis
from index.encoder import Encoder
from index.fusion import Probe, Ranking, rank
from index.latent import unit
from index.vectors import Numbers

MOST_CASES = 3
"""More cases than a person picks as an example; a larger group is a pattern."""


def ranked_alike(
    cases: Sequence[SafeCase],
    collection: Collection,
    encoder: Encoder,
    analysis: Analysis,
    *,
    rows: Numbers | None = None,
) -> Ranking:
    """The cases of a collection that are most like all of the given ones together, best first.

    ``rows`` (ascending; all when None) are the cases that may be found; the given ones never are.

    Raises:
        ValueError: there is no case, or there are more than ``MOST_CASES``.
    """
    asked = asked_by_cases(cases, collection, encoder, analysis)
    own = [collection.row_of[case.case_id] for case in cases if case.case_id in collection.row_of]
    every = np.arange(len(collection)) if rows is None else rows
    return rank(collection, asked.probe, collection.scales.case[None], np.setdiff1d(every, own))


def asked_by_cases(
    cases: Sequence[SafeCase], collection: Collection, encoder: Encoder, analysis: Analysis
) -> Asked:
    """One to three cases as one search: the middle of their words, latent places and meanings.

    Each case counts as much as the others, however long it is. ``case`` is the first one.

    Raises:
        ValueError: there is no case, or there are more than ``MOST_CASES``.
    """
    if not 1 <= len(cases) <= MOST_CASES:
        raise ValueError(f"one to {MOST_CASES} cases, not {len(cases)}")
    each = [asked_by_case(case, None, collection, encoder, analysis) for case in cases]
    words: Counter[str] = Counter()
    for asked in each:
        words.update({key: weight / len(each) for key, weight in asked.weights.items()})
    probe = Probe(
        words=dict(words),
        latent=unit(np.sum([asked.probe.latent for asked in each], axis=0)),
        meaning=unit(np.sum([asked.probe.meaning for asked in each], axis=0)),
    )
    return Asked(probe=probe, weights=probe.words, case=cases[0])
