# SPDX-License-Identifier: EUPL-1.2
"""Looking through cases by conditions alone: newest first, a page at a time."""

import numpy as np

from casebase.database import Session
from casebase.store import StoredCase, get_cases
from casebase.vocabulary import ReviewState
from index.register import Matching

PAGE = 20
"""Cases on a page."""


def newest_first(session: Session, matching: Matching, *, first: int, limit: int) -> tuple[StoredCase, ...]:
    """Released cases by the day on which they were received, from place ``first`` on.

    Cases of one day stand in the order of their numbers, those without a day at the end.
    """
    days = matching.register.days[matching.places]
    order = np.argsort(-days, kind="stable")[first : first + limit]
    ids = [matching.register.case_ids[place] for place in matching.places[order]]
    stored = get_cases(session, ids).values()
    return tuple(each for each in stored if each.state is ReviewState.RELEASED)
