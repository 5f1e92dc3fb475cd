# SPDX-License-Identifier: EUPL-1.2
"""More like these, for a pattern: from some of its cases the next ones; every answer moves the search."""

from collections.abc import Set
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.collection import Collection
from index.vectors import Numbers
from patterns.case_space import whole_space
from patterns.neighbourhoods import Shares, nearest
from patterns.proposal_numbers import ProposalNumbers, load_numbers

NEIGHBOURS = 40
"""Nearest cases by which candidates are compared; more than for groups, as a person looks at all of them."""

AWAY = 0.6
"""How much a rejected case counts against a confirmed one (Rocchio's beta and gamma; Rocchio 1971)."""

_UNJUDGED = 0.3
_RIDGE = 1.0
_SHARE = 4


@dataclass(frozen=True)
class Candidate:
    """A case that may belong to a pattern; ``score`` orders candidates and means nothing else."""

    case_id: str
    score: float


class MoreLike:
    """Candidates for patterns in one collection. Made once, asked as often as answers come in.

    ``rows`` (ascending; all when None) are the cases that may be found.
    """

    def __init__(
        self, collection: Collection, *, rows: Numbers | None = None, numbers: ProposalNumbers | None = None
    ) -> None:
        chosen = np.arange(len(collection)) if rows is None else rows
        self._case_ids = [collection.case_ids[row] for row in chosen.tolist()]
        self._place = {case_id: place for place, case_id in enumerate(self._case_ids)}
        self._points = whole_space(collection, chosen, (numbers or load_numbers()).space)
        count = min(NEIGHBOURS, max(2, len(chosen) // _SHARE))
        self._profiles = nearest(self._points, count).profiles()

    def candidates(
        self,
        members: Set[str],
        rejected: Set[str] = frozenset(),
        *,
        limit: int = 10,
    ) -> list[Candidate]:
        """The cases that are most like the members together and least like the rejected ones, best first.

        Members and rejected cases are never among them; those that are not in the collection are looked past.
        Ties go by case number.

        Raises:
            ValueError: none of the members is in the collection.
        """
        scores, found = self._scores(members, rejected), []
        for place in np.argsort(-np.round(scores, 6), kind="stable")[:limit].tolist():
            if np.isfinite(scores[place]):
                found.append(Candidate(self._case_ids[place], round(float(scores[place]), 4)))
        return found

    def scores(self, members: Set[str], rejected: Set[str] = frozenset()) -> dict[str, float]:
        """The same score of every case that is neither a member nor rejected; raises as ``candidates``."""
        scores = self._scores(members, rejected).tolist()
        return {
            case_id: score
            for case_id, score in zip(self._case_ids, scores, strict=True)
            if np.isfinite(score)
        }

    def _scores(self, members: Set[str], rejected: Set[str]) -> Shares:
        yes, no = self._places(members), self._places(rejected)
        if not len(yes):
            raise ValueError("no member of the pattern is in the collection")
        scores = self._by_company(yes, no)
        if len(no):
            scores = scores + _spread(self._by_difference(yes, no))
        scores[yes], scores[no] = -np.inf, -np.inf
        return scores

    def __contains__(self, case_id: object) -> bool:
        """Whether a case is in the collection."""
        return case_id in self._place

    def _by_company(self, yes: Numbers, no: Numbers) -> Shares:
        """How far a case has the same neighbours as the members, less as the rejected ones (Rocchio)."""
        centre = self._profiles[yes].sum(axis=0) / len(yes)
        if len(no):
            centre = centre - AWAY * self._profiles[no].sum(axis=0) / len(no)
        return _spread(self._profiles @ np.asarray(centre).ravel())

    def _by_difference(self, yes: Numbers, no: Numbers) -> Shares:
        """What tells members from the rejected and, less firmly, from all others: a ridge regression.

        Hoerl and Kennard (1970, Technometrics 12); cases nobody judged count as 0 with a weight of .3.
        """
        weights = np.full(len(self._points), _UNJUDGED)
        weights[yes], weights[no] = 1.0, 1.0
        wanted = np.zeros(len(self._points))
        wanted[yes] = 1.0
        points = self._points.astype(np.float64)
        middle, mean = weights @ points / weights.sum(), weights @ wanted / weights.sum()
        moved = points - middle
        weighted = moved * weights[:, None]
        table = moved.T @ weighted + _RIDGE * np.eye(points.shape[1])
        direction = np.linalg.solve(table, weighted.T @ (wanted - mean))
        found: Shares = moved @ direction
        return found

    def _places(self, case_ids: Set[str]) -> Numbers:
        return np.array(sorted(self._place[each] for each in case_ids if each in self._place), dtype=np.int64)


def _spread(scores: npt.NDArray[np.floating]) -> Shares:
    """The scores in spreads above their mean."""
    values = scores.astype(np.float64)
    found: Shares = (values - values.mean()) / max(values.std(), 1e-12)
    return found
