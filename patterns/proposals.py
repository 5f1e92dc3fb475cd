# SPDX-License-Identifier: EUPL-1.2
"""Groups of cases that may be one problem: proposals, for a person to judge.

1. every case gets a place among the others (``case_space``);
2. cases without company are left alone (``company``);
3. the others are joined as long as they have the same neighbours (``neighbourhoods``, ``average_linkage``).

Cases with nearly the same text count as one; they go along with it. Nothing is random.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from index.collection import Collection
from index.vectors import Numbers
from patterns.average_linkage import joined
from patterns.case_space import weighing_space, whole_space
from patterns.company import company
from patterns.neighbourhoods import Shares, in_common, nearest
from patterns.proposal_numbers import CompanyNumbers, ProposalNumbers, load_numbers

if TYPE_CHECKING:
    from scipy.sparse import csr_array

_SHARE = 4
"""In a small collection groups are compared by at most one in so many cases."""
_FEWEST = 4
"""Neighbours that company is told by at least."""
_MOST_TOGETHER = 2_000
"""All pairs of a larger proposal would take too much memory."""


@dataclass(frozen=True, repr=False)
class Group:
    """Cases that may be one problem.

    ``case_ids`` has the most central case first, each followed by its near-duplicates; ``distinct`` is how
    many cases there are when near-duplicates count once. ``cohesion`` is how far two of them have the same
    neighbours on average, between 0 and 1.
    """

    case_ids: tuple[str, ...]
    distinct: int
    cohesion: float

    def __repr__(self) -> str:
        return f"Group({len(self.case_ids)} cases, cohesion={self.cohesion})"


def propose(
    collection: Collection,
    *,
    rows: Numbers | None = None,
    earlier: Sequence[Sequence[str]] = (),
    numbers: ProposalNumbers | None = None,
) -> tuple[Group, ...]:
    """The groups in a collection, largest first, then by the number of their first case.

    ``rows`` (ascending; all when None) are the cases that count. Every case is in one group at most. Cases
    that were proposed together ``earlier`` stay together more easily, so that some new cases move little.

    Raises:
        ProposalFileError: the file with the numbers is missing or damaged.
    """
    numbers = numbers or load_numbers()
    return grouped(looked_at(collection, rows, numbers), numbers, earlier)


@dataclass(frozen=True, repr=False)
class LookedAt:
    """A collection before anything is joined: how much company each case has, and its neighbours.

    ``leaders`` are the rows that are compared, ``followers`` those and their near-duplicates by leader;
    ``crowd`` is which part of the others the neighbours are that company was told by.
    """

    collection: Collection
    leaders: Numbers
    followers: Mapping[int, Sequence[int]]
    company: Shares
    profiles: "csr_array | None"
    crowd: float = 0.0


def looked_at(collection: Collection, rows: Numbers | None, numbers: ProposalNumbers) -> LookedAt:
    """The given cases (all when None) as ``grouped`` needs them; without profiles when they are too few."""
    followers = _by_leader(collection, np.arange(len(collection)) if rows is None else rows)
    leaders = np.array(sorted(followers), dtype=np.int64)
    if len(leaders) < max(numbers.groups.smallest, 2 * _SHARE):
        return LookedAt(collection, leaders, followers, np.zeros(len(leaders)), None)
    fitting = _fitting(numbers, len(leaders))
    places = whole_space(collection, leaders, fitting.space)
    neighbours = nearest(places, max(fitting.groups.neighbours, fitting.company.neighbours))
    weighing = weighing_space(collection, leaders, fitting.space)
    enough = company(collection, leaders, neighbours, weighing, fitting.company)
    profiles = neighbours.first(fitting.groups.neighbours).profiles()
    crowd = fitting.company.neighbours / (len(leaders) - 1)
    return LookedAt(collection, leaders, followers, enough, profiles, crowd)


def grouped(
    seen: LookedAt, numbers: ProposalNumbers, earlier: Sequence[Sequence[str]] = ()
) -> tuple[Group, ...]:
    """The groups of the cases that are in company."""
    before = _before(seen, earlier)
    leeway = np.where(before >= 0, numbers.company.leeway, 0)
    kept = np.flatnonzero(seen.company + leeway >= _least(numbers.company, seen.crowd))
    if seen.profiles is None or not len(kept):
        return ()
    alike = in_common(seen.profiles[kept])
    held = alike + numbers.groups.stay * together(before[kept], alike) if len(earlier) else alike
    found = [
        _group(seen, alike, members, seen.leaders[kept])
        for members in _members(joined(held, numbers.groups.alike))
        if len(members) >= numbers.groups.smallest
    ]
    return tuple(sorted(found, key=lambda group: (-group.distinct, min(group.case_ids))))


def _least(numbers: CompanyNumbers, crowd: float) -> float:
    """How much company is asked: more where the neighbours are a large part of a small collection."""
    return numbers.least + numbers.crowding * max(0.0, crowd - numbers.usual)


def _before(seen: LookedAt, earlier: Sequence[Sequence[str]]) -> Numbers:
    """The number of the earlier proposal that each case was in; -1 for none."""
    row_of = seen.collection.row_of
    number_of = {row_of[case]: n for n, group in enumerate(earlier) for case in group if case in row_of}
    return np.array([number_of.get(row, -1) for row in seen.leaders.tolist()], dtype=np.int64)


def together(before: Numbers, alike: "csr_array", most: int = _MOST_TOGETHER) -> "csr_array":
    """1 for each two cases that were in one proposal; in one of more than ``most`` only if they are alike."""
    from scipy.sparse import coo_array

    sizes = np.bincount(before[before >= 0]) if (before >= 0).any() else np.zeros(0, dtype=np.int64)
    members = [np.flatnonzero(before == number) for number in np.flatnonzero((sizes > 0) & (sizes <= most))]
    table = alike.tocoo()
    large = np.append(sizes > most, False)[before]
    some = large[table.row] & (before[table.row] == before[table.col])
    rows = np.concatenate([table.row[some], *(np.repeat(each, len(each)) for each in members)])
    columns = np.concatenate([table.col[some], *(np.tile(each, len(each)) for each in members)])
    apart = rows != columns
    values = np.ones(int(apart.sum()))
    return coo_array((values, (rows[apart], columns[apart])), shape=(len(before), len(before))).tocsr()


def _fitting(numbers: ProposalNumbers, size: int) -> ProposalNumbers:
    """The same for a collection in which there are fewer cases to be near to."""
    looked_at_most = max(_FEWEST, size // numbers.company.one_in)
    neighbours = min(numbers.company.neighbours, looked_at_most)
    compared = min(numbers.groups.neighbours, max(2, size // _SHARE))
    return numbers.model_copy(
        update={
            "company": numbers.company.model_copy(update={"neighbours": neighbours}),
            "groups": numbers.groups.model_copy(update={"neighbours": compared}),
        }
    )


def _by_leader(collection: Collection, rows: Numbers) -> dict[int, list[int]]:
    """The given rows by the first of their near-duplicates among them."""
    first: dict[int, int] = {}
    found: dict[int, list[int]] = {}
    for row, leader in zip(rows.tolist(), collection.leaders[rows].tolist(), strict=True):
        found.setdefault(first.setdefault(leader, row), []).append(row)
    return found


def _members(group_of: Numbers) -> list[Numbers]:
    order = np.argsort(group_of, kind="stable")
    return list(np.split(order, np.flatnonzero(np.diff(group_of[order])) + 1))


def _group(seen: LookedAt, alike: "csr_array", members: Numbers, rows: Numbers) -> Group:
    among = alike[members][:, members].sum(axis=1)
    means = np.round(np.asarray(among).ravel() / (len(members) - 1), 6)
    central: Sequence[int] = rows[members[np.argsort(-means, kind="stable")]].tolist()
    case_ids = tuple(seen.collection.case_ids[row] for leader in central for row in seen.followers[leader])
    return Group(case_ids, len(members), round(float(means.mean()), 4))
