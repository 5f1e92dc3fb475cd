# SPDX-License-Identifier: EUPL-1.2
"""What a coordinator is looking at, as it stands in the address bar of the page Patronen."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeVar
from urllib.parse import urlencode

from casebase.pattern_vocabulary import PatternState
from search_app.ui.as_of import PARAMETER, day_asked

PAGE = "patronen"
_Choice = TypeVar("_Choice", bound=StrEnum)
MOST_CASES = 200
"""Case numbers that an address may name; more would make it longer than proxies take."""


class Tab(StrEnum):
    """A view of the page."""

    BOARD = "bord"
    LIST = "lijst"
    PROPOSALS = "voorstellen"
    NEW = "nieuw"


class Doing(StrEnum):
    """A form that is open under a proposal."""

    REGISTER = "registreer"
    ADD = "toevoegen"
    REJECT = "afwijzen"


class Column(StrEnum):
    """What the list is sorted by."""

    DUE = "termijn"
    NAME = "naam"
    STATE = "stand"
    CASES = "casussen"
    TREND = "trend"
    OWNER = "eigenaar"
    ADDRESSEE = "bij"


@dataclass(frozen=True)
class PatternsView:
    """The tab, an earlier day if one is asked for, the conditions on the list, and what is open.

    ``proposal`` is the number of a kept proposal, 0 for none; ``cases`` are those of a new pattern.
    """

    tab: Tab = Tab.BOARD
    day: date | None = None
    state: PatternState | None = None
    owner: str = ""
    overdue: bool = False
    sort: Column = Column.DUE
    descending: bool = False
    proposal: int = 0
    doing: Doing | None = None
    page: int = 1
    cases: tuple[str, ...] = ()


def from_query(query: Mapping[str, Sequence[str]], today: date) -> PatternsView:
    """The view in an address; what is unknown or malformed there is ignored."""

    def last(name: str) -> str:
        return (query.get(name) or [""])[-1].strip()

    day = day_asked({PARAMETER: last(PARAMETER)}, today)
    state = last("stand")
    return PatternsView(
        tab=_one_of(Tab, last("toon")) or Tab.BOARD,
        day=day if day < today else None,
        state=PatternState(state) if state in set(PatternState) else None,
        owner=last("eigenaar"),
        overdue=last("over") == "ja",
        sort=_one_of(Column, last("sorteer")) or Column.DUE,
        descending=last("richting") == "af",
        proposal=_number(last("voorstel")),
        doing=_one_of(Doing, last("doe")),
        page=max(1, _number(last("blad"))),
        cases=case_numbers(last("zaken")),
    )


def to_query(view: PatternsView) -> dict[str, str]:
    """The address of a view, without the parts that have their usual value."""
    query = {
        "toon": "" if view.tab is Tab.BOARD else view.tab.value,
        PARAMETER: view.day.isoformat() if view.day else "",
        "stand": view.state.value if view.state else "",
        "eigenaar": view.owner,
        "over": "ja" if view.overdue else "",
        "sorteer": "" if view.sort is Column.DUE else view.sort.value,
        "richting": "af" if view.descending else "",
        "voorstel": str(view.proposal) if view.proposal else "",
        "doe": view.doing.value if view.doing else "",
        "blad": str(view.page) if view.page > 1 else "",
        "zaken": ",".join(view.cases),
    }
    return {name: value for name, value in query.items() if value}


def patterns_link(view: PatternsView) -> str:
    """Link to a view of the page."""
    query = urlencode(to_query(view))
    return f"{PAGE}?{query}" if query else PAGE


def tab_link(tab: Tab, view: PatternsView) -> str:
    """Link to another tab, on the same day; conditions on the list stay with the list."""
    kept = view if tab is Tab.LIST and view.tab is Tab.LIST else PatternsView(day=view.day)
    return patterns_link(replace(kept, tab=tab))


def case_numbers(typed: str) -> tuple[str, ...]:
    """Case numbers with blanks or commas between them, each once."""
    return tuple(dict.fromkeys(filter(None, re.split(r"[\s,;]+", typed))))[:MOST_CASES]


def _one_of(values: type[_Choice], text: str) -> _Choice | None:
    return values(text) if text in set(values) else None


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 10 else 0
