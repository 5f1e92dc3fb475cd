# SPDX-License-Identifier: EUPL-1.2
"""What someone is looking at, as it stands in the address bar.

The address is the only memory of a search: it survives Back, a reload and a
mail to a colleague. The text in it is always the anonymised one.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar
from urllib.parse import parse_qs, urlencode

from casebase.filters import SearchFilters
from casebase.vocabulary import Level, Nature, Outcome, Principle, Term
from index.alike import MOST_CASES
from search_app.alike_desk import cases_of, joined, parted, search_by

PAGE = 10
MOST_SHOWN = 100
LONGEST_TEXT = 4000
"""Characters of a search text that count: the address must stay below the 8 kB that proxies accept."""

EARLIEST_YEAR = 1900
LATEST_YEAR = 2999

QueryParameters = Mapping[str, Sequence[str]]
ATTRIBUTES = {
    "regeling": "regulations",
    "uitkomst": "outcomes",
    "aard": "natures",
    "niveau": "levels",
    "beginsel": "principles",
    "organisatie": "organisations",
    "maatwerkplaats": "maatwerkplaatsen",
}
"""Name in the address -> field of SearchFilters."""

MOST_WITHOUT = 40
"""Words that a search can do without."""

MOST_NAMED = 6
"""Cases that an address can name; of these three are searched with, the others are told about."""

WITHOUT = "zonder"
ALIKE = "zoals"
LIST_PAGE = "blad"
FIRST_YEAR = "van"
LAST_YEAR = "tot"
_T = TypeVar("_T", bound=Term)


@dataclass(frozen=True)
class SearchState:
    """A search: its text or the cases that others should be like, its conditions, and what of it is shown.

    ``without`` are words that the databank is not to search for besides those of the text. ``page`` counts
    from 1 through the list of cases that conditions alone give.
    """

    text: str = ""
    filters: SearchFilters = SearchFilters()
    shown: int = PAGE
    without: tuple[str, ...] = ()
    alike: tuple[str, ...] = ()
    page: int = 1

    @property
    def line(self) -> str:
        """What is searched for, in one line, as judgements know it; empty when there is nothing."""
        return search_by(self.alike) if self.alike else self.text

    @property
    def only_filters(self) -> bool:
        """Whether conditions are all there is."""
        return not self.line and bool(self.filters)


def from_query(query: QueryParameters) -> SearchState:
    """The search in an address; what is unknown or malformed there is ignored."""
    text = _last(query, "q").strip()
    alike = _named(query) or cases_of(text)
    return SearchState(
        text="" if alike else text,
        filters=SearchFilters(
            regulations=_words(query, "regeling"),
            outcomes=_terms(query, "uitkomst", Outcome),
            natures=_terms(query, "aard", Nature),
            levels=_terms(query, "niveau", Level),
            principles=_terms(query, "beginsel", Principle),
            organisations=_words(query, "organisatie"),
            maatwerkplaatsen=_words(query, "maatwerkplaats"),
            received_from=_day(_last(query, FIRST_YEAR), month=1, day=1),
            received_to=_day(_last(query, LAST_YEAR), month=12, day=31),
        ),
        shown=_shown(_last(query, "toon")),
        without=_words(query, WITHOUT)[:MOST_WITHOUT],
        alike=alike[:MOST_NAMED],
        page=_page(_last(query, LIST_PAGE)),
    )


def to_query(state: SearchState) -> dict[str, list[str]]:
    """The address of a search, without the parts that have their usual value."""
    values = {name: [str(v) for v in getattr(state.filters, field)] for name, field in ATTRIBUTES.items()}
    query = {
        "q": [state.text],
        ALIKE: [joined(state.alike)],
        **values,
        FIRST_YEAR: _year(state.filters.received_from),
        LAST_YEAR: _year(state.filters.received_to),
        "toon": [str(state.shown)] if state.shown != PAGE else [],
        WITHOUT: list(state.without),
        LIST_PAGE: [str(state.page)] if state.page > 1 else [],
    }
    return {name: found for name, found in query.items() if any(found)}


def as_text(state: SearchState) -> str:
    """The address of a search as one string, for a link."""
    return urlencode(to_query(state), doseq=True)


def from_text(text: str) -> SearchState:
    """The search in one string, as made by `as_text`; strings from elsewhere do no harm."""
    return from_query(parse_qs(text.lstrip("?"), max_num_fields=200))


def search_link(state: SearchState) -> str:
    """Link from any page to the search page."""
    address = as_text(state)
    return f"./?{address}" if address else "./"


def case_link(case_id: str, back_to: SearchState | None = None) -> str:
    """Link to a case that knows the way back to the search."""
    back = as_text(back_to) if back_to else ""
    parts = {"id": case_id} | ({"terug": back} if back else {})
    return f"casus?{urlencode(parts)}"


def more_like(state: SearchState, case_id: str) -> SearchState:
    """A search for cases like this one, together with those of the search now if it can be added to them.

    The conditions stay.
    """
    others = tuple(other for other in state.alike if other != case_id)
    kept = others if can_add(state, case_id) else ()
    return SearchState(alike=(*kept, case_id), filters=state.filters)


def can_add(state: SearchState, case_id: str) -> bool:
    """Whether a case can be searched with besides those that are searched with now."""
    return case_id not in state.alike and 0 < len(state.alike) < MOST_CASES


def not_like(state: SearchState, case_id: str) -> SearchState:
    """The search without one of the cases that it is about."""
    return replace(state, alike=tuple(each for each in state.alike if each != case_id), shown=PAGE)


def with_values(state: SearchState, name: str, values: Sequence[str]) -> SearchState:
    """The search with other values for one condition, from the first results on."""
    query: dict[str, list[str]] = to_query(replace(state, shown=PAGE, page=1)) | {name: list(values)}
    return from_query(query)


def within_length(text: str) -> str:
    """The part of a text that is searched for; cut at a line, sentence or word, never inside a name."""
    if len(text) <= LONGEST_TEXT:
        return text
    head = text[:LONGEST_TEXT]
    for ending in ("\n", ". ", " "):
        place = head.rfind(ending)
        if place > LONGEST_TEXT // 2:
            return head[: place + 1].rstrip()
    return head


def _last(query: QueryParameters, name: str) -> str:
    values = query.get(name) or [""]
    return values[-1]


def _words(query: QueryParameters, name: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(v for v in query.get(name, ()) if v.strip()))


def _terms(query: QueryParameters, name: str, terms: type[_T]) -> tuple[_T, ...]:
    known = {term.value: term for term in terms}
    return tuple(known[v] for v in _words(query, name) if v in known)


def _day(year: str, *, month: int, day: int) -> date | None:
    if not year.isdecimal() or not EARLIEST_YEAR <= int(year) <= LATEST_YEAR:
        return None
    return date(int(year), month, day)


def _year(day: date | None) -> list[str]:
    return [str(day.year)] if day else []


def _named(query: QueryParameters) -> tuple[str, ...]:
    return tuple(dict.fromkeys(number for value in query.get(ALIKE, ()) for number in parted(value)))


def _page(number: str) -> int:
    return max(1, int(number)) if number.isdecimal() and len(number) < 6 else 1


def _shown(number: str) -> int:
    return max(PAGE, min(MOST_SHOWN, int(number))) if number.isdecimal() else PAGE
