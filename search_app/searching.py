# SPDX-License-Identifier: EUPL-1.2
"""Finding cases: by a text, by a case, by several cases, by conditions alone."""

import logging
import time
from collections.abc import Iterable, Sequence, Set
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from casebase import store
from casebase.bilingual import Bilingual
from casebase.filters import SearchFilters
from casebase.store import StoredCase
from casebase.vocabulary import ReviewState
from index.hits import Aspect, SearchResult
from index.laws import Laws, load_laws
from index.search import Searcher
from index.typed_filters import KnownValues, take_filters
from search_app.alike_desk import known_examples
from search_app.answers import CollectionView, ListView, SafeQuery, SearchView, SimilarView
from search_app.browsing import PAGE, newest_first
from search_app.open_index import OpenIndex
from search_app.parts import Clock, Parts
from search_app.settings import Settings
from search_app.treated_otherwise import Treatment, treated_otherwise

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

log = logging.getLogger(__name__)

BEHIND = Bilingual(
    "De zoekindex loopt achter: de nieuwste casussen worden nog niet gevonden.",
    "The search index is behind: the newest cases are not found yet.",
)


class Searching(Parts):
    """The part of a databank that finds released cases. Safe to share between threads."""

    def __init__(self, settings: Settings, clock: Clock) -> None:
        super().__init__(settings)
        self._clock = clock
        self._index = OpenIndex(self, clock)

    def search(
        self,
        text: str,
        *,
        filters: SearchFilters = SearchFilters(),
        limit: int = 20,
        without: Set[str] = frozenset(),
    ) -> SearchView:
        """Cases like the described one, best first; conditions and personal data leave the text first.

        Words in ``without`` are not searched for besides those of the text.
        """
        started = time.perf_counter()
        typed = take_filters(text, lambda: self._laws, self._known_values, filters)
        query = self.safe_query(typed.text)
        searcher = self.searcher()
        with self.session() as session:
            result = searcher.search(
                session, query.text, filters=typed.filters, limit=limit, stale_ok=True, without=without
            )
        view = self._answer(searcher, result, started)
        return replace(view, query=query, filters=typed.filters, problems=typed.problems)

    def alike(
        self, case_ids: Sequence[str], *, filters: SearchFilters = SearchFilters(), limit: int = 20
    ) -> SearchView:
        """Cases like one to three others together, best first; never one of those.

        What is not there or not released is left out of the search, and told in ``problems``; so is what
        comes after the third.

        Raises:
            UnknownCaseError: none of them is there and released.
        """
        started = time.perf_counter()
        searcher = self.searcher()
        with self.session() as session:
            asked, problems = known_examples(session, case_ids)
            numbers = [stored.case.case_id for stored in asked]
            result = searcher.alike(session, numbers, filters=filters, limit=limit, stale_ok=True)
        view = self._answer(searcher, result, started)
        return replace(view, asked=asked, filters=filters, problems=problems)

    def listed(self, filters: SearchFilters, *, first: int = 0, limit: int = PAGE) -> ListView:
        """The released cases that meet conditions, newest first, from the one at place ``first`` on."""
        searcher = self.searcher()
        with self.session() as session:
            matching = searcher.matching(session, filters)
            cases = newest_first(session, matching, first=first, limit=limit)
        return ListView(cases, matched=len(matching), total=len(matching.register), facets=matching.facets())

    def similar(
        self,
        case_id: str,
        *,
        aspect: Aspect | None = None,
        filters: SearchFilters = SearchFilters(),
        limit: int = 5,
    ) -> SimilarView:
        """Cases like a given one, as a whole or by one aspect."""
        searcher = self.searcher()
        with self.session() as session:
            return SimilarView(
                searcher.similar(session, case_id, aspect=aspect, filters=filters, limit=limit, stale_ok=True)
            )

    def treated_otherwise(self, case_id: str) -> Treatment:
        """The released cases like a released case that ended differently, with what agrees and what differs.

        Raises:
            UnknownCaseError: there is no released case with this number.
        """
        searcher = self.searcher()
        with self.session() as session:
            return treated_otherwise(session, searcher.collection, case_id)

    def safe_query(self, text: str) -> SafeQuery:
        """A search text without personal data."""
        safe = self.anonymiser.anonymise_text(text).text
        return SafeQuery(safe, changed=safe != text)

    def stored_case(self, case_id: str) -> StoredCase | None:
        """A case in any state, for the reviewer."""
        with self.session() as session:
            return store.get_case(session, case_id)

    def case(self, case_id: str) -> StoredCase | None:
        """A released case."""
        found = self.stored_case(case_id)
        return found if found and found.state is ReviewState.RELEASED else None

    def released_among(self, case_ids: Iterable[str]) -> dict[str, StoredCase]:
        """The released cases with these numbers, by number; others are left out."""
        with self.session() as session:
            found = store.get_cases(session, case_ids)
        return {number: case for number, case in found.items() if case.state is ReviewState.RELEASED}

    def collection(self) -> CollectionView:
        """What the collection holds, released cases only."""
        with self.session() as session:
            register = self.released.now(session)
        return CollectionView(len(register), register.facets(register.meeting()), register.last_received)

    def released_cases(self) -> list[StoredCase]:
        """Every released case, by id."""
        with self.session() as session:
            return list(store.get_cases(session, store.released_ids(session)).values())

    def searcher(self) -> Searcher:
        """The open index, brought up to date first where that is quick; a large one may be behind.

        Raises:
            DatabankError: the index of a large collection is missing or damaged, with the command to run.
        """
        return self._index.searcher()

    def case_vectors(self) -> tuple[tuple[str, ...], "npt.NDArray[np.float32]"]:
        """Ids of the released cases and a vector for each, (cases, dimension), of length 1."""
        return self.searcher().case_vectors()

    def _answer(self, searcher: Searcher, result: SearchResult, started: float) -> SearchView:
        released = result.matching.register
        current = released.revision == searcher.manifest.revision
        view = SearchView(
            result=result,
            query=SafeQuery("", changed=False),
            facets=result.matching.facets(),
            total=len(released),
            duration_ms=(time.perf_counter() - started) * 1000,
            notice=self._index.notice(searcher) if current else BEHIND,
        )
        log.info("search: %d hits of %d cases in %.0f ms", len(result.hits), view.total, view.duration_ms)
        return view

    @cached_property
    def _laws(self) -> Laws:
        return load_laws(self.settings.lists)

    def _known_values(self) -> KnownValues:
        """What people may name in a condition that they type."""
        facets = self.collection().facets
        named = (facets.regulations, facets.organisations, facets.maatwerkplaatsen)
        return KnownValues(*(tuple(str(count.value) for count in counts) for counts in named))
