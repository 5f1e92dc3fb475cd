# SPDX-License-Identifier: EUPL-1.2
"""The databank as a whole, opened from settings: one method per thing that a person does.

Command line and pages call nothing deeper than this.
"""

import logging
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

from anonymise.anonymiser import Anonymiser
from anonymise.risk.assessment import RiskAssessment
from casebase import audit, store
from casebase.bilingual import DatabankError
from casebase.database import erase_deleted, open_engine
from casebase.migrating import migrate, schema_is_current
from casebase.progress import Progress
from casebase.store import SavedSearchRecord
from casebase.vocabulary import ReviewState
from index.build import IndexStatus
from index.former_models import forget_former_models
from index.hits import Band
from index.rebuilding import Rebuild
from ingest.key import load_or_create_key
from ingest.load import LoadOptions, load
from ingest.report import LoadReport
from search_app.alerts import Alerts
from search_app.dossier.desk import DossierDesk
from search_app.feedback_desk import FeedbackDesk
from search_app.intake import IntakeDesk
from search_app.map_desk import MapDesk, MapMemory
from search_app.parts import Clock
from search_app.pattern_desk import PatternDesk
from search_app.pattern_finding import PatternFinding
from search_app.pattern_offers import PatternOffers
from search_app.pattern_studies import PatternStudies
from search_app.reporting import Reporting
from search_app.review_desk import ReviewDesk
from search_app.searching import Searching
from search_app.settings import Settings

log = logging.getLogger(__name__)

NEWS_DEPTH = 50
"""Hits of a saved search among which new cases are looked for."""


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


class Databank(Searching):
    """Cases, anonymiser and index together. Safe to share between threads."""

    def __init__(self, settings: Settings, clock: Clock = lambda: datetime.now(UTC)) -> None:
        super().__init__(settings, clock)
        self._map_memory = MapMemory()

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

    def delete(self, case_id: str, *, reason: str) -> None:
        """Remove a case from the database and from the index."""
        with self.writing() as session:
            store.delete_case(session, case_id, actor=self.settings.actor, now=self._clock(), reason=reason)
        erase_deleted(self.engine)
        self._index.catch_up()
        self.map_of(self.settings.actor).forget_gone()

    # --- judging what was found ---------------------------------------------------------------

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

    # --- patterns ----------------------------------------------------------------------------

    def patterns_of(self, actor: str) -> PatternDesk:
        """The register of patterns, for somebody who signed in."""
        return PatternDesk(
            self,
            actor=actor,
            clock=self._clock,
            anonymiser=self.anonymiser_with_lists,
            find=self._found_by,
            offering=self._offered,
        )

    @property
    def alerts(self) -> Alerts:
        """Tells everybody by mail what is new in what they saved."""
        return Alerts(self, clock=self._clock, find=self._found_by, offering=self._offered)

    @property
    def pattern_desk(self) -> PatternDesk:
        """The same for the person that the settings name."""
        return self.patterns_of(self.settings.actor)

    @property
    def pattern_finding(self) -> PatternFinding:
        """Groups of cases that may be a pattern, and how good those are."""
        return PatternFinding(self, actor=self.settings.actor, clock=self._clock, searcher=self.searcher)

    @property
    def today(self) -> date:
        """The day by the clock of the databank."""
        return self._clock().date()

    @property
    def reporting(self) -> Reporting:
        """The coordinator's figures."""
        return Reporting(self, clock=self._clock)

    @cached_property
    def pattern_studies(self) -> PatternStudies:
        """What the figures tell of the patterns in the register."""
        return PatternStudies(self, clock=self._clock, searcher=self.searcher)

    def dossiers_of(self, actor: str) -> DossierDesk:
        """Evidence packs of patterns, for somebody who signed in."""
        return DossierDesk(
            self,
            actor=actor,
            clock=self._clock,
            studies=self.pattern_studies,
            vectors=self.case_vectors,
            anonymiser=self.anonymiser_with_lists,
        )

    @property
    def dossier_desk(self) -> DossierDesk:
        """The same for the person that the settings name."""
        return self.dossiers_of(self.settings.actor)

    @cached_property
    def pattern_offers(self) -> PatternOffers:
        """Cases that may belong to a registered pattern."""
        return PatternOffers(self, searcher=self.searcher)

    def count_patterns(self) -> None:
        """Count figures, bursts and offers now, so that a page that asks for them has them at once."""
        self.pattern_studies.all()
        self.pattern_studies.burst()
        self.pattern_offers.all()

    def _found_by(self, saved: SavedSearchRecord) -> list[str]:
        """Numbers of the cases that a search finds and that are worth a look, nearly the same ones too."""
        filters = store.as_filters(saved.filters)
        found = self.search(saved.text or "", filters=filters, limit=NEWS_DEPTH).result
        hits = [hit for hit in found.hits if hit.band is not Band.WEAK]
        nearly_same = [twin.case_id for hit in hits for twin in hit.near_duplicates]
        return [*(hit.case_id for hit in hits), *nearly_same]

    def _offered(self, pattern_id: str) -> list[tuple[str, datetime]]:
        offers = self.pattern_offers.for_pattern(pattern_id)
        return [(offer.case_id, offer.released_at) for offer in offers]

    def map_of(self, actor: str) -> MapDesk:
        """The map of cases, for somebody who signed in."""
        return MapDesk(self, actor=actor, clock=self._clock, searcher=self.searcher, memory=self._map_memory)

    # --- index -------------------------------------------------------------------------------

    def build_index(self, progress: Progress | None = None) -> IndexStatus:
        """Bring the index up to date with the database; embeddings that are kept there are used again."""
        return self._index.build(progress)

    def index_status(self) -> IndexStatus:
        """Whether the index is undamaged and fits the database and the model."""
        return self._index.status()

    def forget_former_models(self) -> int:
        """Remove the vectors of search models of before; gives how many there were.

        Raises:
            IndexProblemError: a change of model is not complete yet, or there is no index.
        """
        gone = forget_former_models(self.sessions, self.settings.index_folder, self.model_id)
        if gone:
            erase_deleted(self.engine)
        return gone

    def rebuild_progress(self) -> Rebuild | None:
        """How far the index of another search model is, while the former one serves; else None."""
        return self._index.rebuild()

    # --- control -----------------------------------------------------------------------------

    def verify_audit(self) -> audit.AuditVerdict:
        """Whether the audit log is complete and unchanged, and the history of patterns as it tells."""
        with self.session() as session:
            verdict = audit.verify_chain(session)
            broken = store.broken_pattern_events(session) if verdict.ok else []
        return replace(verdict, ok=False, first_broken=broken[0]) if broken else verdict

    def counts(self) -> dict[ReviewState, int]:
        """Number of cases by state of review."""
        with self.session() as session:
            return store.count_cases(session)
