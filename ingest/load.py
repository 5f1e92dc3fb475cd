# SPDX-License-Identifier: EUPL-1.2
"""A loading run: files in, safe cases in the store, a report of what became of each.

Cases are stored in batches, each in one transaction. Stopping at any moment, also by ``kill -9``,
leaves whole cases only; the next run skips these by their fingerprint and does the rest.
"""

import logging
import secrets
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from anonymise.risk.rules import load_risk_rules
from casebase import store
from casebase.bilingual import Bilingual
from casebase.database import Session, Sessions
from casebase.progress import NoProgress, Progress
from ingest.headings import is_heading
from ingest.intake import NOWHERE, Candidate, Intake, Refused
from ingest.interrupt import Interrupt, finish_first
from ingest.readers.files import FileReader
from ingest.readers.types import ReadLimits
from ingest.regulations import Regulations, load_regulations
from ingest.report import LoadReport, LoadWarning
from ingest.risk_gate import RiskGate
from ingest.saving import Approve, CaseAnonymiser, Outcome, Saver
from ingest.walk import FoundFiles, find_files

__all__ = ["Approve", "CaseAnonymiser", "LoadOptions", "load"]

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class LoadOptions:
    """How a run treats what it finds.

    ``replace`` takes the new text where a case number is stored with another one. ``dry_run`` reads and
    checks everything, anonymises and writes nothing. ``batch`` cases are stored in one transaction; so
    much work at most is done again after a kill.
    """

    approve: Approve = Approve.NONE
    dry_run: bool = False
    replace: bool = False
    limits: ReadLimits = field(default_factory=ReadLimits)
    batch: int = 20


def load(
    paths: Sequence[Path],
    *,
    sessions: Sessions,
    anonymiser: CaseAnonymiser,
    key: bytes,
    options: LoadOptions,
    actor: str,
    now: datetime,
    progress: Progress | None = None,
    lists: Path | None = None,
) -> LoadReport:
    """Read files and folders, anonymise what is new, and store it.

    Args:
        paths: files, or folders that are walked by name.
        sessions: the databank.
        anonymiser: takes personal data out of a case.
        key: secret of the fingerprints (ingest.key).
        options: see there.
        actor: who loads, for the audit log.
        now: start of the run with a time zone; its day is the last that a date may have.
        progress: is told how far the run is, in cases.
        lists: folder of word lists; without it laws keep the names they were written with, and it is
            not weighed how recognisable a case is.

    Ctrl-C ends the run after the case at hand; the report then says that it was interrupted.

    Raises:
        DatabankError: the database cannot be written, or files cannot be read at all on this machine.
            What was stored before stays.
    """
    started = time.monotonic()
    regulations = load_regulations(lists) if lists else Regulations()
    found = find_files(paths)
    gate = RiskGate(load_risk_rules(lists)) if lists else None
    saver = Saver(sessions, anonymiser, options.approve, options.replace, options.dry_run, actor, now, gate)
    run = _Run(saver, progress or NoProgress(), found)
    with finish_first() as interrupt, FileReader(options.limits, is_heading) as reader:
        intake = Intake(reader, key, regulations, now.astimezone().date())
        try:
            run.take(intake.items(found, run.progress), options.batch, interrupt)
        except KeyboardInterrupt:
            interrupt.requested = True
    seconds = time.monotonic() - started
    run.finish(seconds)
    return _report(run, intake, found, seconds, interrupted=interrupt.requested)


@dataclass(frozen=True)
class _FirstSeen:
    """Where in this run a case number came first, and with what content."""

    content_key: str
    file: str
    place: Bilingual


class _Run:
    """The state of one run: what came of it so far, and which case numbers passed."""

    def __init__(self, saver: Saver, progress: Progress, found: FoundFiles) -> None:
        self.saver = saver
        self.progress = progress
        self.total = Outcome()
        self._files = len(found.files)
        self._seen: dict[str, _FirstSeen] = {}
        self._run_id = f"{saver.now:%Y%m%dT%H%M%S}-{secrets.token_hex(4)}"

    def take(self, items: Iterable[Candidate | Refused], batch: int, interrupt: Interrupt) -> None:
        """Store what comes in, batch by batch, until it ends or somebody interrupts."""
        for some in _batches(items, batch, interrupt):
            outcome = Outcome()
            fresh = [item for item in some if isinstance(item, Candidate) and self._is_new(item, outcome)]
            for item in some:
                if isinstance(item, Refused):
                    outcome.rejected.append(item)
            for _ in range(outcome.read):
                self.progress.advance()
            saved = self.saver.save(
                fresh,
                advance=lambda candidate: self.progress.advance(1, candidate.file),
                stop=lambda: interrupt.requested,
                note=self._record,
            )
            outcome.add(saved)
            self.total.add(outcome)

    def finish(self, seconds: float) -> None:
        """Close the record of a run that changed something; one that did not leaves no trace."""
        if self.total.changed and not self.saver.dry_run:
            with self.saver.sessions.begin() as session:
                self._record(session, Outcome(), finished=self.saver.now + timedelta(seconds=seconds))

    def _is_new(self, candidate: Candidate, outcome: Outcome) -> bool:
        """Whether this number comes for the first time; which of two texts is right is for people to say."""
        place = _FirstSeen(candidate.content_key, candidate.file, candidate.place)
        first = self._seen.setdefault(candidate.case.case_id, place)
        if first is place:
            return True
        if first.content_key == candidate.content_key:
            outcome.unchanged += 1
        else:
            outcome.rejected.append(candidate.refused("case_id", _twice(first)))
        return False

    def _record(self, session: Session, batch: Outcome, finished: datetime | None = None) -> None:
        total = self.total
        store.record_load(
            session,
            run_id=self._run_id,
            started=self.saver.now,
            finished=finished,
            files=self._files,
            stored=total.stored + total.replaced + batch.stored + batch.replaced,
            unchanged=total.unchanged + batch.unchanged,
            rejected=len(total.rejected) + len(batch.rejected),
        )


def _batches(
    items: Iterable[Candidate | Refused], size: int, interrupt: Interrupt
) -> Iterator[list[Candidate | Refused]]:
    batch: list[Candidate | Refused] = []
    for item in items:
        if interrupt.requested:
            return
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch and not interrupt.requested:
        yield batch


def _report(run: _Run, intake: Intake, found: FoundFiles, seconds: float, interrupted: bool) -> LoadReport:
    total = run.total
    rejected = sorted(total.rejected, key=lambda refused: refused.position)
    older = [_older_engine(total.older_engine)] if total.older_engine else []
    log.info(
        "load: %d stored, %d replaced, %d unchanged, %d rejected in %.1f s",
        total.stored,
        total.replaced,
        total.unchanged,
        len(rejected),
        seconds,
    )
    return LoadReport(
        files=len(found.files),
        read=total.read,
        stored=total.stored,
        replaced=total.replaced,
        unchanged=total.unchanged,
        released=total.released,
        rejected=tuple(refused.reject for refused in rejected),
        findings=tuple(intake.findings),
        warnings=(*intake.warnings, *older),
        seconds=round(seconds, 3),
        dry_run=run.saver.dry_run,
        interrupted=interrupted,
    )


def _twice(first: _FirstSeen) -> Bilingual:
    nl, en = (", ".join(filter(None, (first.file, where))) for where in (first.place.nl, first.place.en))
    return Bilingual(
        f"Dit casusnummer staat ook in {nl}, met andere inhoud. Houd één van beide, of geef er één een ander "
        "nummer.",
        f"This case number is also in {en}, with other content. Keep one of the two, or give one another "
        "number.",
    )


def _older_engine(count: int) -> LoadWarning:
    message = Bilingual(
        f"{count} ongewijzigde casussen zijn met een andere versie van de anonimisering gemaakt.",
        f"{count} unchanged cases were made with another version of the anonymiser.",
    )
    return LoadWarning(file="", place=NOWHERE, message=message)
