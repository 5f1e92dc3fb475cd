# SPDX-License-Identifier: EUPL-1.2
"""Near-duplicates as one hit: the best one is shown, with the others under it and how those ended."""

from collections.abc import Iterable, Iterator, Mapping

import numpy as np

from casebase.record import SafeCase
from casebase.store import StoredCase
from index.conditions import meets
from index.differences import ended_differently
from index.hits import NearDuplicate
from index.query import Query
from index.vectors import Numbers


def first_of_each(places: Iterable[int], leaders: Numbers) -> Iterator[int]:
    """The places whose group was not met before; ``leaders`` gives the group of each place."""
    met: set[int] = set()
    for place in places:
        leader = int(leaders[place])
        if leader not in met:
            met.add(leader)
            yield place


def others_like(row: int, groups: Mapping[int, Numbers], rows: Numbers) -> list[int]:
    """The other rows in the group of a row as far as they are among ``rows``; both ascending."""
    group = groups.get(row)
    if group is None:
        return []
    return [other for other in np.intersect1d(group, rows, assume_unique=True).tolist() if other != row]


def near_duplicates(
    case: SafeCase, case_ids: Iterable[str], released: Mapping[str, StoredCase], query: Query
) -> tuple[NearDuplicate, ...]:
    """Those of these cases that may be shown with a found case; those that ended otherwise go first."""
    others = [released[case_id].case for case_id in case_ids if case_id in released]
    told = [
        NearDuplicate(other.case_id, other.title, other.outcome, ended_differently(case, other))
        for other in others
        if not query.has_conditions or meets(other, query)
    ]
    return tuple(sorted(told, key=lambda other: (not other.ended_differently, other.case_id)))
