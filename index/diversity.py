# SPDX-License-Identifier: EUPL-1.2
"""Another ending among the first hits, when a comparable case with one stands just below them.

Whoever searches wants to see that an equal case was treated differently. Reordering further (maximal marginal
relevance over outcome, office or regulation) was measured and left out: docs/search.md.
"""

from bisect import bisect_left
from collections.abc import Sequence, Set

import numpy as np

from casebase.vocabulary import Outcome
from index.hits import Band
from index.register import Register

FIRST = 10
"""Hits that are looked at together: what is shown at once."""
LOOKED_AT = 20
"""Hits among which another ending is looked for."""


def with_another_ending(endings: Sequence[Set[str]], bands: Sequence[Band]) -> list[int]:
    """The places of hits in the order to show them; all of them, and nearly always as they are.

    ``endings`` are the known outcomes of each hit and its near-duplicates. When the first ten that have any
    all have the same one, the best strong or possible hit of the next ten with another one gets the tenth
    place. The order does not depend on how many hits are asked for when ``LOOKED_AT`` are given.
    """
    order = list(range(len(endings)))
    seen = set().union(*endings[:FIRST])
    if len(seen) == 1:
        for place in order[FIRST:LOOKED_AT]:
            if bands[place] is not Band.WEAK and endings[place] - seen:
                order.insert(FIRST - 1, order.pop(place))
                break
    return order


def endings_of(register: Register, case_ids: Sequence[str]) -> frozenset[str]:
    """The outcomes of released cases that are known."""
    outcomes = register.fields["outcome"]
    found = set()
    for case_id in case_ids:
        place = bisect_left(register.case_ids, case_id)
        at = int(np.searchsorted(outcomes.places, place))
        if at < len(outcomes.places) and outcomes.places[at] == place:
            found.add(outcomes.names[outcomes.codes[at]])
    return frozenset(found - {Outcome.UNKNOWN.value})
