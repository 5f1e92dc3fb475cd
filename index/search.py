# SPDX-License-Identifier: EUPL-1.2
"""Searching: from text, or from a case, to found cases with the reasons why.

The database decides at every search which cases may be found, so that a case that was held back or deleted
after the build is never returned. Case texts are read from the database, not from the index.
"""

from collections.abc import Collection as Ids
from collections.abc import Set
from itertools import islice
from pathlib import Path

import numpy as np

from casebase.database import Session
from casebase.filters import SearchFilters
from casebase.store import UnknownCaseError, get_case, revision
from index.alike import asked_by_cases, released_examples
from index.asked import Asked, asked_by_case, asked_in_words
from index.bands import CASE, TEXT
from index.collection import Collection, Scale, from_files
from index.conditions import places_that_meet, rows_that_may_meet
from index.diversity import LOOKED_AT
from index.dutch import LISTS, load_analysis
from index.encoder import Encoder
from index.fusion import Ranking, rank
from index.grouping import first_of_each
from index.hits import Aspect, SearchResult
from index.laws import load_laws
from index.lexicon import load_lexicon
from index.manifest import IndexProblemError, IndexState, Manifest, read_generation
from index.query import Query, parse_query
from index.reading import Reader
from index.register import Matching, RegisterMemory, ReleasedMemory, Within
from index.reranker import Reranker
from index.results import Searched, search_result
from index.second_look import descending, reach, second_look
from index.spelling import Speller, load_dictionary
from index.static_encoder import if_quick
from index.trec import Placed
from index.vectors import Numbers, Vectors

_NOTHING = np.zeros(0, dtype=np.float32)


def open_searcher(
    folder: Path,
    encoder: Encoder,
    *,
    lists: Path = LISTS,
    reranker: Reranker | None = None,
    released: ReleasedMemory | None = None,
) -> "Searcher":
    """The searcher over the index in the folder, which is read into memory as a whole.

    With a ``reranker`` the first hits of a typed search are looked at once more. With ``released``, what is
    read of the released cases is shared with whoever else has that.

    Raises:
        IndexProblemError: the index is missing, damaged, or made with another model or other word lists;
            ``state`` tells which, and the message which command helps.
    """
    generation = read_generation(folder)
    if generation.manifest.model_id != encoder.model_id:
        raise IndexProblemError(IndexState.OTHER_MODEL)
    if generation.manifest.analysis != load_analysis(lists).fingerprint:
        raise IndexProblemError(IndexState.STALE)
    try:
        collection = from_files(generation.files)
    except Exception:  # checksums were right, so it was written wrongly; libraries raise of every kind
        raise IndexProblemError(IndexState.DAMAGED) from None
    return Searcher(
        collection, generation.manifest, encoder, lists=lists, reranker=reranker, released=released
    )


class Searcher:
    """One generation of the index, open. Read-only, so that threads may share it."""

    def __init__(
        self,
        collection: Collection,
        manifest: Manifest,
        encoder: Encoder,
        *,
        lists: Path = LISTS,
        reranker: Reranker | None = None,
        released: ReleasedMemory | None = None,
    ) -> None:
        self.manifest = manifest
        self._collection = collection
        self._encoder = encoder
        self._reranker = reranker
        self._released = RegisterMemory(collection.row_of, released)
        self._analysis = load_analysis(lists)
        self._lexicon = load_lexicon(lists)
        self._speller = Speller(load_dictionary(lists), collection.words[None], self._analysis)
        laws = load_laws(lists, collection.regulations)
        self._reader = Reader(collection.words[None], laws, lists=lists, encoder=if_quick(encoder))

    def is_current(self, session: Session) -> bool:
        """Whether the index was made from the database as it is now; costs one small query."""
        return revision(session) == self.manifest.revision

    def matching(self, session: Session, filters: SearchFilters) -> Matching:
        """The released cases that meet the filters, whether the index knows them or not."""
        return self._within(session, filters, stale_ok=True).matching

    @property
    def collection(self) -> Collection:
        """All that is searched; for what looks at the cases together."""
        return self._collection

    def case_vectors(self) -> tuple[tuple[str, ...], Vectors]:
        """The cases of this index by id, and a vector of length 1 (or 0) for each: (cases, dimension)."""
        return self._collection.case_ids, self._collection.means[None]

    def search(
        self,
        session: Session,
        text: str,
        *,
        filters: SearchFilters = SearchFilters(),
        limit: int = 10,
        stale_ok: bool = False,
        without: Set[str] = frozenset(),
    ) -> SearchResult:
        """The ``limit`` released cases that are most like a text, with the reasons why.

        ``"…"`` around words in a short search means that they must occur so, ``-`` before a word that it
        must not. A search without words finds nothing. Neither the widening of a search nor the reading of
        typing errors brings in a word of ``without``, or one that must not occur.

        Raises:
            IndexProblemError: the index is behind the database and ``stale_ok`` is False.
        """
        within = self._within(session, filters, stale_ok)
        query = parse_query(text)
        asked = self._asked(query, without)
        ranking = self._looked_twice(session, asked, query, within, max(limit, LOOKED_AT))
        searched = Searched(asked, query, ranking, within, TEXT)
        return search_result(session, searched, self._collection, self._reader, limit)

    def similar(
        self,
        session: Session,
        case_id: str,
        *,
        aspect: Aspect | None = None,
        filters: SearchFilters = SearchFilters(),
        limit: int = 5,
        stale_ok: bool = False,
        among: Set[str] | None = None,
    ) -> SearchResult:
        """The released cases that are most like a case, as a whole or in one aspect; never the case itself.

        With ``among`` only those can be found.

        Raises:
            IndexProblemError: the index is behind the database and ``stale_ok`` is False.
            UnknownCaseError: there is no case with this number.
        """
        within = self._within(session, filters, stale_ok, without={case_id})
        within = within if among is None else within.only(self._collection.rows_of(among))
        stored = get_case(session, case_id)
        if stored is None:
            raise UnknownCaseError(case_id)
        asked = asked_by_case(stored.case, aspect, self._collection, self._encoder, self._analysis)
        ranking = self._ranked(session, asked, Query(""), within, max(limit, LOOKED_AT))
        searched = Searched(asked, Query(""), ranking, within, CASE)
        return search_result(session, searched, self._collection, self._reader, limit)

    def alike(
        self,
        session: Session,
        case_ids: Ids[str],
        *,
        filters: SearchFilters = SearchFilters(),
        limit: int = 10,
        stale_ok: bool = False,
    ) -> SearchResult:
        """The released cases that are most like one to three others together; never one of those.

        Each hit is explained beside the one that it is most like. The order of the numbers does not matter.

        Raises:
            IndexProblemError: the index is behind the database and ``stale_ok`` is False.
            TooManyExamplesError: there are more than three.
            UnknownCaseError: there is none, or one of them is not there or not released.
        """
        within = self._within(session, filters, stale_ok, frozenset(case_ids))
        asked = self._examples(session, case_ids)
        ranking = self._ranked(session, asked, Query(""), within, max(limit, LOOKED_AT))
        searched = Searched(asked, Query(""), ranking, within, CASE)
        return search_result(session, searched, self._collection, self._reader, limit)

    def ranking(
        self,
        session: Session,
        text: str,
        *,
        case_ids: Ids[str] = (),
        filters: SearchFilters = SearchFilters(),
        limit: int = 1000,
        stale_ok: bool = False,
    ) -> list[Placed]:
        """The same searches without reasons, for runs; by ``case_ids`` in place of a text when there are any.

        Near-duplicates stand in it as cases of their own.
        The fused scores are on one scale for all searches by text, and on one for all by cases.
        """
        within = self._within(session, filters, stale_ok, frozenset(case_ids))
        query = parse_query("" if case_ids else text)
        asked = self._examples(session, case_ids) if case_ids else self._asked(query)
        ranked = self._ranked if case_ids else self._looked_twice
        found = descending(ranked(session, asked, query, within, limit, grouped=False))
        ids = self._collection.case_ids
        return [Placed(ids[row], float(score)) for row, score in zip(found.rows, found.scores, strict=True)]

    def _within(
        self, session: Session, filters: SearchFilters, stale_ok: bool, without: Set[str] = frozenset()
    ) -> Within:
        known = self._released.now(session)
        if known.register.revision != self.manifest.revision and not stale_ok:
            raise IndexProblemError(IndexState.STALE)
        return known.within(filters, without=without)

    def _examples(self, session: Session, case_ids: Ids[str]) -> Asked:
        cases = released_examples(session, sorted(case_ids))
        return asked_by_cases(cases, self._collection, self._encoder, self._analysis)

    def _asked(self, query: Query, without: Set[str] = frozenset()) -> Asked:
        return asked_in_words(
            query.text,
            self._collection,
            self._encoder,
            self._analysis,
            self._lexicon,
            speller=self._speller,
            without=without | set(query.excluded),
        )

    def _looked_twice(
        self,
        session: Session,
        asked: Asked,
        query: Query,
        within: Within,
        limit: int,
        *,
        grouped: bool = True,
    ) -> Ranking:
        first = reach(self._reranker, limit)
        ranking = self._ranked(session, asked, query, within, first, grouped=grouped)
        return second_look(self._reranker, session, self._collection, query.text, asked.probe, ranking, limit)

    def _ranked(
        self,
        session: Session,
        asked: Asked,
        query: Query,
        within: Within,
        limit: int,
        *,
        grouped: bool = True,
    ) -> Ranking:
        if not asked.weights and not asked.probe.meaning.any():
            return Ranking(within.rows[:0], _NOTHING)
        rows = rows_that_may_meet(query, self._collection.words[None], self._analysis, within.rows)
        ranking = self._of_rows(asked, rows, within, limit)
        places = self._places(session, query, ranking, limit, grouped=grouped)
        if len(places) < limit and len(ranking.rows) < len(rows):  # too few of the promising ones will do
            ranking = self._of_rows(asked, rows, within, len(rows))
            places = self._places(session, query, ranking, limit, grouped=grouped)
        return ranking.taken(np.array(places, dtype=np.int64))

    def _of_rows(self, asked: Asked, rows: Numbers, within: Within, at_least: int) -> Ranking:
        scale = self._scale(asked)
        return rank(self._collection, asked.probe, scale, rows, trusted=within.trusted, at_least=at_least)

    def _places(
        self, session: Session, query: Query, ranking: Ranking, limit: int, *, grouped: bool
    ) -> list[int]:
        """The first ``limit`` places that meet the conditions of the query; of a group only the first."""
        ids = [self._collection.case_ids[row] for row in ranking.rows]
        found = places_that_meet(session, ids, query) if query.has_conditions else range(len(ids))
        leaders = self._collection.leaders[ranking.rows]
        return list(islice(first_of_each(found, leaders) if grouped else found, limit))

    def _scale(self, asked: Asked) -> Scale:
        scales = self._collection.scales
        return scales.case[asked.probe.side] if asked.case else scales.text
