# SPDX-License-Identifier: EUPL-1.2
"""What a reviewer is looking at, as it stands in the address bar of the page Beoordelen."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from urllib.parse import urlencode

from anonymise.risk.assessment import RiskLevel
from casebase.vocabulary import ReviewState
from search_app.review_desk import QueueFilter

SHOWN = 12
"""Cases of the queue on one page."""

_STATES = {"aangehouden": ReviewState.HELD, "vrijgegeven": ReviewState.RELEASED}
_LEVELS = {level.value: level for level in RiskLevel}


@dataclass(frozen=True)
class ReviewView:
    """The case that is open, the conditions on the queue, and the page of it."""

    case_id: str = ""
    wanted: QueueFilter = field(default_factory=QueueFilter)
    page: int = 1


def from_query(query: Mapping[str, Sequence[str]]) -> ReviewView:
    """The view in an address; what is unknown or malformed there is ignored."""

    def last(name: str) -> str:
        return (query.get(name) or [""])[-1]

    page = last("blad")
    wanted = QueueFilter(
        state=_STATES.get(last("stand"), ReviewState.TO_REVIEW),
        levels=frozenset(_LEVELS[name] for name in query.get("risico", ()) if name in _LEVELS),
        maatwerkplaats=last("maatwerkplaats"),
        suspects_only=last("open") == "ja",
        second_look=last("tweede") == "ja",
    )
    return ReviewView(last("casus").strip(), wanted, max(1, int(page)) if page.isdecimal() else 1)


def to_query(view: ReviewView) -> dict[str, list[str]]:
    """The address of a view, without the parts that have their usual value."""
    wanted = view.wanted
    query = {
        "casus": [view.case_id],
        "stand": [name for name, state in _STATES.items() if state is wanted.state],
        "risico": sorted(level.value for level in wanted.levels),
        "maatwerkplaats": [wanted.maatwerkplaats],
        "open": ["ja"] * wanted.suspects_only,
        "tweede": ["ja"] * wanted.second_look,
        "blad": [str(view.page)] if view.page > 1 else [],
    }
    return {name: values for name, values in query.items() if any(values)}


def review_link(view: ReviewView, case_id: str) -> str:
    """Link to a case with the same queue beside it."""
    return f"beoordelen?{urlencode(to_query(replace(view, case_id=case_id)), doseq=True)}"
