# SPDX-License-Identifier: EUPL-1.2
"""The databank as a whole, opened from settings: one method per thing that a person does.

Command line and pages call nothing deeper than this.
"""

import logging
import time
from collections.abc import Sequence, Set
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from anonymise.anonymiser import Anonymiser
from anonymise.risk.assessment import RiskAssessment
from casebase import audit, store
from casebase.bilingual import Bilingual, DatabankError
from casebase.database import erase_deleted, open_engine
from casebase.filters import SearchFilters
from casebase.migrating import migrate, schema_is_current
from casebase.progress import Progress
from casebase.store import StoredCase
from casebase.vocabulary import ReviewState
from index.build import IndexStatus
from index.hits import Aspect
from index.laws import Laws, load_laws
from index.rebuilding import Rebuild
from index.search import Searcher
from index.typed_filters import KnownValues, take_filters
from ingest.key import load_or_create_key
from ingest.load import LoadOptions, load
from ingest.report import LoadReport
from search_app.answers import CollectionView, SafeQuery, SearchView, SimilarView
from search_app.feedback_desk import FeedbackDesk
from search_app.intake import IntakeDesk
from search_app.open_index import OpenIndex
from search_app.parts import Clock, Parts
from search_app.review_desk import ReviewDesk
from search_app.settings import Settings

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

log = logging.getLogger(__name__)

BEHIND = Bilingual(
    "De zoekindex loopt achter: de nieuwste casussen worden nog niet gevonden.",
    "The search index is behind: the newest cases are not found yet.",
)


class NotReadyError(DatabankError):
    """There is no databank yet, or it was made by another version."""


def create_databank(settings: Settings) -> "Databank":
    """A databank at the place that the settings name, made or brought up to date; idempotent."""
    settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    migrate(open_engine(settings.url))
    load_or_create_key(settings.home)
    return Databank(settings)


def open_databank(settings: Settings) -> "Databank":
    """The databank that is there.

    Raises:
        NotReadyError: nothing was made yet, or its tables are of another version.
    """
    if not settings.database_url and not (settings.home / "databank.sqlite").exists():
        raise NotReadyError(
            f"Er is nog geen databank in {settings.home}. Maak hem met: databank init.",
            f"There is no databank in {settings.home} yet. Make one with: databank init.",
        )
    databank = Databank(settings)
    if not schema_is_current(databank.engine):
        raise NotReadyError(
            "De tabellen horen bij een andere versie. Werk ze bij met: databank init.",
            "The tables belong to another version. Bring them up to date with: databank init.",
        )
    return databank


class Databank(Parts):
    """Cases, anonymiser and index together. Safe to share between threads."""

    def __init__(self, settings: Settings, clock: Clock = lambda: datetime.now(UTC)) -> None:
        super().__init__(settings)
        self._clock = clock
        self._index = OpenIndex(self, clock)

    # --- bringing in -------------------------------------------------------------------------

    def ingest(
        self, paths: Sequence[Path], options: LoadOptions, progress: Progress | None = None
    ) -> LoadReport:
        """Read files or folders, anonymise the cases in them and store them; see ``ingest.load``."""
        report = load(
            paths,
            sessions=self.sessions,
            anonymiser=self.anonymiser_with_lists(),
            key=load_or_create_key(self.settings.home),
            options=options,
            actor=self.settings.actor,
            now=self._clock(),
            progress=progress,
            lists=self.settings.lists,
        )
        if report.replaced:
            erase_deleted(self.engine)
        return report

    def anonymiser_with_lists(self) -> Anonymiser:
        """The anonymiser that honours what reviewers said about words until now."""
        return self.anonymiser.with_terms([record.term for record in self.review_desk.terms()])

    @property
    def review_desk(self) -> ReviewDesk:
        """Reviewing by the person that the settings name."""
        return self.desk_of(self.settings.actor)

    def desk_of(self, actor: str) -> ReviewDesk:
        """Reviewing by somebody who signed in."""
        return ReviewDesk(self, actor=actor, clock=self._clock, risk=self.risk, risks=self.risks)

    def intake_of(self, actor: str) -> IntakeDesk:
        """Bringing cases in by hand, for somebody who signed in."""
        return IntakeDesk(
            self, actor=actor, clock=self._clock, search=lambda text, limit: self.search(text, limit=limit)
        )

    def risk(self, case_id: str) -> RiskAssessment:
        """How recognisable the person of a case still is, with what could be written coarser."""
        return self.risk_desk.risk(case_id)

    def risks(self, case_ids: Sequence[str] | None = None) -> dict[str, RiskAssessment]:
        """The same of many cases, or of all, without proposals; unknown numbers are left out."""
        return self.risk_desk.risks(case_ids)

    def stored_case(self, case_id: str) -> StoredCase | None:
        """A case in any state, for the reviewer."""
        with self.session() as session:
            return store.get_case(session, case_id)

    def delete(self, case_id: str, *, reason: str) -> None:
        """Remove a case from the database and from the index."""
        with self.writing() as session:
            store.delete_case(session, case_id, actor=self.settings.actor, now=self._clock(), reason=reason)
        erase_deleted(self.engine)
        self._index.catch_up()

    # --- finding -----------------------------------------------------------------------------

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
        released = result.matching.register
        current = released.revision == searcher.manifest.revision
        view = SearchView(
            result=result,
            query=query,
            facets=result.matching.facets(),
            total=len(released),
            duration_ms=(time.perf_counter() - started) * 1000,
            notice=self._index.notice(searcher) if current else BEHIND,
            filters=typed.filters,
            problems=typed.problems,
        )
        log.info("search: %d hits of %d cases in %.0f ms", len(result.hits), view.total, view.duration_ms)
        return view

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

    def safe_query(self, text: str) -> SafeQuery:
        """A search text without personal data."""
        safe = self.anonymiser.anonymise_text(text).text
        return SafeQuery(safe, changed=safe != text)

    @cached_property
    def _laws(self) -> Laws:
        return load_laws(self.settings.lists)

    def _known_values(self) -> KnownValues:
        """What people may name in a condition that they type."""
        facets = self.collection().facets
        named = (facets.regulations, facets.organisations, facets.maatwerkplaatsen)
        return KnownValues(*(tuple(str(count.value) for count in counts) for counts in named))

    def case(self, case_id: str) -> StoredCase | None:
        """A released case."""
        found = self.stored_case(case_id)
        return found if found and found.state is ReviewState.RELEASED else None

    def collection(self) -> CollectionView:
        """What the collection holds, released cases only."""
        with self.session() as session:
            ids = store.released_ids(session)
            return CollectionView(len(ids), store.facet_counts(session, ids), store.last_received(session))

    def released_cases(self) -> list[StoredCase]:
        """Every released case, by id."""
        with self.session() as session:
            return list(store.get_cases(session, store.released_ids(session)).values())

    def feedback_of(self, actor: str) -> FeedbackDesk:
        """Judging found cases, for somebody who signed in."""
        return FeedbackDesk(
            self,
            actor=actor,
            clock=self._clock,
            searcher=self.searcher,
            safe=lambda text: self.safe_query(text).text,
        )

    @property
    def feedback_desk(self) -> FeedbackDesk:
        """The same for the person that the settings name."""
        return self.feedback_of(self.settings.actor)

    # --- index -------------------------------------------------------------------------------

    def build_index(self, progress: Progress | None = None) -> IndexStatus:
        """Bring the index up to date with the database; embeddings that are kept there are used again."""
        return self._index.build(progress)

    def index_status(self) -> IndexStatus:
        """Whether the index is undamaged and fits the database and the model."""
        return self._index.status()

    def rebuild_progress(self) -> Rebuild | None:
        """How far the index of another search model is, while the former one serves; else None."""
        return self._index.rebuild()

    def searcher(self) -> Searcher:
        """The open index, brought up to date first where that is quick; a large one may be behind.

        Raises:
            DatabankError: the index of a large collection is missing or damaged, with the command to run.
        """
        return self._index.searcher()

    def case_vectors(self) -> tuple[tuple[str, ...], "npt.NDArray[np.float32]"]:
        """Ids of the released cases and a vector for each, (cases, dimension), of length 1."""
        return self.searcher().case_vectors()

    # --- control -----------------------------------------------------------------------------

    def verify_audit(self) -> audit.AuditVerdict:
        """Whether the audit log is complete and unchanged."""
        with self.session() as session:
            return audit.verify_chain(session)

    def counts(self) -> dict[ReviewState, int]:
        """Number of cases by state of review."""
        with self.session() as session:
            return store.count_cases(session)
