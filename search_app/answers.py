# SPDX-License-Identifier: EUPL-1.2
"""What the databank answers to the pages and the command line."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from casebase.bilingual import Bilingual
from casebase.filters import SearchFilters
from casebase.store import Facets, StoredCase
from index.hits import SearchResult


@dataclass(frozen=True)
class SafeQuery:
    """A search text without personal data; ``changed`` says whether any was taken out."""

    text: str
    changed: bool


@dataclass(frozen=True)
class Found:
    """Found cases with their records."""

    result: SearchResult

    @property
    def cases(self) -> Mapping[str, StoredCase]:
        """The records of the hits."""
        return self.result.cases


@dataclass(frozen=True)
class SimilarView(Found):
    """Cases like a given one."""


@dataclass(frozen=True)
class SearchView(Found):
    """The answer to a search by text or by cases, and how the collection divides within the filters.

    ``total`` counts all released cases; ``duration_ms`` is the time the search took;
    ``notice`` tells what the user should know about the index, if anything. ``filters`` are those that held:
    the chosen ones and those typed in the text, of which ``query`` is then free; ``problems`` tells what was
    typed so but not understood. ``asked`` are the cases that were searched with, when there is no text.
    """

    query: SafeQuery
    facets: Facets
    total: int
    duration_ms: float
    notice: Bilingual | None = None
    filters: SearchFilters = SearchFilters()
    problems: tuple[Bilingual, ...] = ()
    asked: tuple[StoredCase, ...] = ()


@dataclass(frozen=True)
class ListView:
    """A page of the released cases that meet conditions, newest first, in the words of ``SearchView``.

    ``matched`` counts all that meet them.
    """

    cases: tuple[StoredCase, ...]
    matched: int
    total: int
    facets: Facets
    problems: tuple[Bilingual, ...] = ()


@dataclass(frozen=True)
class CollectionView:
    """The collection as a whole, for the start screen."""

    total: int
    facets: Facets
    last_received: date | None
