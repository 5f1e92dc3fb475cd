# SPDX-License-Identifier: EUPL-1.2
"""More like these: what one to three cases have in common, as one search."""

from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from casebase.record import SafeCase
from index.asked import Asked, asked_by_case
from index.assembly import case_probe, documents_by_side
from index.collection import Collection
from index.dutch import Analysis
from index.encoder import Encoder
from index.fusion import Probe, Ranking, rank
from index.latent import unit
from index.vectors import Numbers

MOST_CASES = 3
"""More cases than a person picks as an example; a larger group is a pattern."""

SHARED = 5.0
"""How much more a word weighs that all of the cases hold than one that only one of them does.

Chosen on pairs of the odd themes (docs/evaluation/search.md); 3 to 20 do about as well.
"""


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
    Scores are on the scale of cases compared with cases; no band was fitted on several at once.

    Raises:
        ValueError: there is no case, or there are more than ``MOST_CASES``.
    """
    asked = asked_by_cases(cases, collection, encoder, analysis)
    own = [collection.row_of[case.case_id] for case in cases if case.case_id in collection.row_of]
    others = np.setdiff1d(np.arange(len(collection)) if rows is None else rows, own)
    return rank(collection, asked.probe, collection.scales.case[None], others)


def asked_by_cases(
    cases: Sequence[SafeCase], collection: Collection, encoder: Encoder, analysis: Analysis
) -> Asked:
    """One to three cases as one search: the middle of their words, latent places and meanings.

    Each case counts as much as the others, however long it is; what they share counts more. ``case`` is
    the first one.

    Raises:
        ValueError: there is no case, or there are more than ``MOST_CASES``.
    """
    if not 1 <= len(cases) <= MOST_CASES:
        raise ValueError(f"one to {MOST_CASES} cases, not {len(cases)}")
    documents = documents_by_side(cases, analysis)[None]
    each = [
        case_probe(collection, collection.row_of[case.case_id], None, keys)
        if case.case_id in collection.row_of
        else asked_by_case(case, None, collection, encoder, analysis).probe
        for case, keys in zip(cases, documents, strict=True)
    ]
    probe = Probe(
        words=_words([probe.words for probe in each], documents),
        latent=unit(np.sum([probe.latent for probe in each], axis=0)),
        meaning=unit(np.sum([probe.meaning for probe in each], axis=0)),
    )
    return Asked(probe=probe, weights=probe.words, case=cases[0])


def _words(each: Sequence[Mapping[str, float]], documents: Sequence[Sequence[str]]) -> dict[str, float]:
    """The mean weight of each word, raised by the share of the other cases that hold it too."""
    held = Counter(key for document in documents for key in set(document))
    total: Counter[str] = Counter()
    for words in each:
        total.update(words)
    others = max(1, len(each) - 1)
    return {
        key: weight / len(each) * (1 + SHARED * (held[key] - 1) / others) for key, weight in total.items()
    }
