# SPDX-License-Identifier: EUPL-1.2
"""What is known of how many people a pattern hits, each piece of evidence with its source and its date."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime

from sqlalchemy import delete, insert, select

from casebase.audit import record_event
from casebase.database import Session, begin_write
from casebase.pattern_tables import SizeEvidence
from casebase.pattern_vocabulary import SizeStep
from casebase.store.patterns import get_pattern


@dataclass(frozen=True)
class SizeFinding:
    """A count or an estimate: from ``low`` up to and including ``high`` people, as known on a day.

    ``inputs`` are the numbers that an estimate was made from, such as a reporting rate.
    """

    step: SizeStep
    source: str
    low: int
    high: int
    on_date: date
    inputs: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class SizeEvidenceRecord:
    """A finding with who entered it when."""

    evidence_id: int
    pattern_id: str
    finding: SizeFinding
    actor: str
    at: datetime


def add_size_evidence(
    session: Session, pattern_id: str, finding: SizeFinding, *, actor: str, now: datetime
) -> int:
    """Keep a finding about a pattern and give its number.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        ValueError: the range is not in order.
    """
    begin_write(session)
    get_pattern(session, pattern_id)
    if not 0 <= finding.low <= finding.high:
        raise ValueError("the range of a size is not in order")
    values = asdict(finding) | {"pattern_id": pattern_id, "actor": actor, "at": now}
    added = session.execute(insert(SizeEvidence).values(**values).returning(SizeEvidence.evidence_id))
    number: int = added.scalar_one()
    _note(session, "size.added", number, pattern_id, actor, now)
    return number


def size_evidence_of(session: Session, pattern_id: str) -> list[SizeEvidenceRecord]:
    """What is known of the size of a pattern, in the order in which it was entered."""
    wanted = select(SizeEvidence.__table__).where(SizeEvidence.pattern_id == pattern_id)
    rows = session.execute(wanted.order_by(SizeEvidence.evidence_id)).mappings()
    return [
        SizeEvidenceRecord(
            row["evidence_id"],
            row["pattern_id"],
            SizeFinding(row["step"], row["source"], row["low"], row["high"], row["on_date"], row["inputs"]),
            row["actor"],
            row["at"],
        )
        for row in rows
    ]


def remove_size_evidence(
    session: Session, pattern_id: str, evidence_id: int, *, actor: str, now: datetime
) -> bool:
    """Take a finding away that was wrong; False when the pattern has none with this number."""
    begin_write(session)
    which = delete(SizeEvidence).filter_by(pattern_id=pattern_id, evidence_id=evidence_id)
    gone = session.execute(which.returning(SizeEvidence.evidence_id)).all()
    if gone:
        _note(session, "size.removed", evidence_id, pattern_id, actor, now)
    return bool(gone)


def _note(session: Session, action: str, number: int, pattern_id: str, actor: str, now: datetime) -> None:
    details = {"evidence": number}
    record_event(session, action=action, actor=actor, subject=pattern_id, details=details, now=now)
