# SPDX-License-Identifier: EUPL-1.2
"""A batch of candidates into the store, in one transaction, so that a run can stop at any moment."""

import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from casebase import store
from casebase.bilingual import Bilingual
from casebase.database import Session, Sessions
from casebase.record import RawCase, SafeCase
from casebase.store import KnownContent, SaveResult, UnstorableCaseError
from casebase.vocabulary import ReviewState
from ingest.intake import Candidate, Refused
from ingest.risk_gate import RiskGate

log = logging.getLogger(__name__)


class CaseAnonymiser(Protocol):
    """What a loading run needs of the anonymiser."""

    @property
    def engine_version(self) -> str:
        """Rules, lists and models in one name."""

    def anonymise_case(self, raw: RawCase) -> SafeCase:
        """The same case without personal data."""


class Approve(StrEnum):
    """Which cases are released at once.

    None; those in which nothing is suspect and that no second person has to see; or all.
    """

    NONE = "none"
    CLEAN = "clean"
    ALL = "all"


@dataclass
class Outcome:
    """What became of a batch, or of several together."""

    stored: int = 0
    replaced: int = 0
    unchanged: int = 0
    released: int = 0
    older_engine: int = 0
    rejected: list[Refused] = field(default_factory=list)

    @property
    def read(self) -> int:
        """Everything that came to an end."""
        return self.stored + self.replaced + self.unchanged + len(self.rejected)

    @property
    def changed(self) -> int:
        """How much was written."""
        return self.stored + self.replaced + self.released

    def add(self, other: "Outcome") -> None:
        """Count another batch."""
        self.stored += other.stored
        self.replaced += other.replaced
        self.unchanged += other.unchanged
        self.released += other.released
        self.older_engine += other.older_engine
        self.rejected += other.rejected


@dataclass(frozen=True)
class Saver:
    """Anonymises what is new and stores it; what is there already is not anonymised again."""

    sessions: Sessions
    anonymiser: CaseAnonymiser
    approve: Approve
    replace: bool
    dry_run: bool
    actor: str
    now: datetime
    gate: RiskGate | None = None

    def save(
        self,
        batch: Sequence[Candidate],
        *,
        advance: Callable[[Candidate], None],
        stop: Callable[[], bool],
        note: Callable[[Session, Outcome], None],
    ) -> Outcome:
        """Store a batch; every case of it ends up in the outcome, unless ``stop`` said to leave the rest.

        Args:
            batch: cases with different numbers.
            advance: is told of every case that was dealt with.
            stop: asked before each case that has to be anonymised.
            note: called in the transaction, with the outcome so far.
        """
        outcome = Outcome()
        with self.sessions() as session:
            known = store.known_contents(session, [candidate.case.case_id for candidate in batch])
        unchanged, changed = self._compared(batch, known, outcome, advance)
        if self.dry_run:
            for candidate in changed:
                outcome.stored += candidate.case.case_id not in known
                outcome.replaced += candidate.case.case_id in known
                advance(candidate)
            return outcome
        safe = self._anonymised(changed, outcome, advance, stop)
        releasable = self._waiting(unchanged, known)
        if safe or releasable:
            with self.sessions.begin() as session:
                self._store(session, safe, known, outcome)
                self._release_waiting(session, releasable, outcome)
                if outcome.changed:
                    note(session, outcome)
        return outcome

    def _compared(
        self,
        batch: Iterable[Candidate],
        known: dict[str, KnownContent],
        outcome: Outcome,
        advance: Callable[[Candidate], None],
    ) -> tuple[list[Candidate], list[Candidate]]:
        """The unchanged and the new or changed cases; conflicts go straight to the rejects."""
        unchanged, changed = [], []
        for candidate in batch:
            stored = known.get(candidate.case.case_id)
            if stored is None or (stored.content_key != candidate.content_key and self.replace):
                changed.append(candidate)
                continue
            if stored.content_key == candidate.content_key:
                unchanged.append(candidate)
                outcome.unchanged += 1
                outcome.older_engine += stored.engine != self.anonymiser.engine_version
            else:
                outcome.rejected.append(candidate.refused("case_id", _conflict()))
            advance(candidate)
        return unchanged, changed

    def _anonymised(
        self,
        candidates: Iterable[Candidate],
        outcome: Outcome,
        advance: Callable[[Candidate], None],
        stop: Callable[[], bool],
    ) -> list[tuple[Candidate, SafeCase]]:
        safe: list[tuple[Candidate, SafeCase]] = []
        for candidate in candidates:
            if stop():
                break
            try:
                safe.append((candidate, self.anonymiser.anonymise_case(candidate.case)))
            except Exception as error:  # one odd case never stops a run; its text never gets into a traceback
                log.error("a case could not be anonymised: %s", type(error).__name__)
                outcome.rejected.append(candidate.refused("", _not_anonymised()))
            advance(candidate)
        return safe

    def _store(
        self,
        session: Session,
        safe: Iterable[tuple[Candidate, SafeCase]],
        known: dict[str, KnownContent],
        outcome: Outcome,
    ) -> None:
        written = []
        for candidate, case in safe:
            try:
                with session.begin_nested():
                    result = self._save_case(session, case, candidate.content_key)
            except UnstorableCaseError as error:
                outcome.rejected.append(candidate.refused("", error.message))
                continue
            self._count(result, candidate, outcome)
            if result in _WRITTEN:
                written.append((candidate, case))
        # Released when the whole batch is there: how recognisable a case is depends on the others.
        for candidate, case in written:
            before = known.get(case.case_id)
            held = before is not None and before.state is ReviewState.HELD
            if not held and self._approves(session, candidate, case):
                self._release(session, case.case_id, outcome)

    def _save_case(self, session: Session, case: SafeCase, content_key: str) -> SaveResult:
        result = store.save_case(
            session, case, content_key=content_key, actor=self.actor, now=self.now, replace=self.replace
        )
        if self.gate and result in _WRITTEN:
            self.gate.keep(session, case)
        return result

    def _count(self, result: SaveResult, candidate: Candidate, outcome: Outcome) -> None:
        outcome.stored += result is SaveResult.ADDED
        outcome.replaced += result is SaveResult.REPLACED
        outcome.unchanged += result is SaveResult.UNCHANGED
        if result is SaveResult.CONFLICT:  # another run stored the number since we looked
            outcome.rejected.append(candidate.refused("case_id", _conflict()))

    def _waiting(self, unchanged: Iterable[Candidate], known: dict[str, KnownContent]) -> list[Candidate]:
        """Cases of an earlier run that still wait for a review which this run was told to skip."""
        if self.approve is Approve.NONE:
            return []
        return [c for c in unchanged if known[c.case.case_id].state is ReviewState.TO_REVIEW]

    def _release_waiting(self, session: Session, waiting: Sequence[Candidate], outcome: Outcome) -> None:
        stored = store.get_cases(session, [candidate.case.case_id for candidate in waiting])
        for candidate in waiting:
            found = stored.get(candidate.case.case_id)
            # Another run or a reviewer may have been here since we looked.
            same = found is not None and found.content_key == candidate.content_key
            if (
                found
                and same
                and found.state is ReviewState.TO_REVIEW
                and self._approves(session, candidate, found.case)
            ):
                self._release(session, found.case.case_id, outcome)

    def _approves(self, session: Session, candidate: Candidate, case: SafeCase) -> bool:
        if self.approve is not Approve.CLEAN:
            return self.approve is Approve.ALL
        if case.suspects or candidate.doubtful:
            return False
        return self.gate is None or not self.gate.needs_second_reviewer(session, case)

    def _release(self, session: Session, case_id: str, outcome: Outcome) -> None:
        store.set_state(
            session,
            case_id,
            ReviewState.RELEASED,
            actor=self.actor,
            now=self.now,
            reason=f"bij het laden (--approve {self.approve})",
        )
        outcome.released += 1


_WRITTEN = (SaveResult.ADDED, SaveResult.REPLACED)


def _conflict() -> Bilingual:
    return Bilingual(
        "Dit casusnummer is al in de databank, met andere inhoud. Geef de casus een ander nummer, of vervang "
        "de oude met --replace.",
        "This case number is in the databank already, with other content. Give the case another number, or "
        "replace the old one with --replace.",
    )


def _not_anonymised() -> Bilingual:
    return Bilingual(
        "De persoonsgegevens konden niet uit deze casus worden gehaald, dus is hij niet bewaard. "
        "Meld dit aan de beheerder van de databank.",
        "The personal data could not be taken out of this case, so it was not stored. "
        "Tell the administrator of the databank.",
    )
