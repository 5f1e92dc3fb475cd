# SPDX-License-Identifier: EUPL-1.2
"""Reviewing: what waits, who approved it, and the words that reviewers judged.

A case that needs two people is released by the second one. Approvals hold for the text as it reads: they go
when it changes, when the case is held back, and when it is put up for review again.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, insert, select, update

from casebase.audit import record_event
from casebase.database import Session, begin_write
from casebase.record import Suspect
from casebase.store.cases import set_state
from casebase.store.errors import SameReviewerError, UnknownCaseError
from casebase.store.members import among
from casebase.tables import Approval, Case, Review
from casebase.vocabulary import ReviewState


class Approved(StrEnum):
    """What an approval came to."""

    RELEASED = "released"
    WAITS = "waits for another reviewer"
    ALREADY = "was released already"


@dataclass(frozen=True)
class ApprovalRecord:
    """Somebody who saw nothing wrong with a case as it reads now."""

    actor: str
    at: datetime
    reason: str


@dataclass(frozen=True)
class QueueRow:
    """A case in the queue, without its texts."""

    case_id: str
    title: str
    maatwerkplaats: str
    state: ReviewState
    stored_at: datetime
    suspects: int
    approved_by: tuple[str, ...]


def queue_rows(session: Session, state: ReviewState) -> list[QueueRow]:
    """The cases in a state, in the order in which they were stored, oldest first."""
    columns = (Case.case_id, Case.title, Case.maatwerkplaats, Case.state, Case.stored_at, Case.suspects)
    wanted = select(*columns).where(Case.state == state).order_by(Case.stored_at, Case.case_id)
    rows = session.execute(wanted).all()
    approvals = approvals_of(session, [row.case_id for row in rows])
    return [
        QueueRow(
            row.case_id,
            row.title,
            row.maatwerkplaats,
            row.state,
            row.stored_at,
            len(row.suspects),
            tuple(approval.actor for approval in approvals.get(row.case_id, ())),
        )
        for row in rows
    ]


def approvals_of(session: Session, case_ids: Iterable[str]) -> Mapping[str, tuple[ApprovalRecord, ...]]:
    """Who approved these cases as they read now, oldest first; cases without approval are left out."""
    found: dict[str, tuple[ApprovalRecord, ...]] = defaultdict(tuple)
    wanted = select(Approval.case_id, Approval.actor, Approval.at, Approval.reason).where(
        among(session, Approval.case_id, case_ids)
    )
    for case_id, actor, at, reason in session.execute(wanted.order_by(Approval.at, Approval.actor)):
        found[case_id] += (ApprovalRecord(actor, at, reason),)
    return dict(found)


def approve_case(
    session: Session, case_id: str, *, actor: str, now: datetime, people: int = 1, reason: str = ""
) -> Approved:
    """Note that a person saw nothing wrong; the last of ``people`` different persons releases the case.

    Raises:
        UnknownCaseError: there is no case with this number.
        SameReviewerError: this person approved it before, and another is to look as well.
    """
    begin_write(session)
    state = session.scalars(select(Case.state).where(Case.case_id == case_id)).one_or_none()
    if state is None:
        raise UnknownCaseError(case_id)
    if state is ReviewState.RELEASED:
        return Approved.ALREADY
    earlier = approvals_of(session, [case_id]).get(case_id, ())
    others = {approval.actor for approval in earlier} - {actor}
    if len(others) < len(earlier) and len(others) + 1 < people:
        raise SameReviewerError(case_id)
    if len(others) == len(earlier):
        session.execute(
            insert(Approval).values(case_id=case_id, actor=actor, at=now, reason=reason),
        )
    if len(others) + 1 < people:
        details = {"given": len(others) + 1, "needed": people}
        record_event(session, action="case.approved", actor=actor, subject=case_id, details=details, now=now)
        return Approved.WAITS
    set_state(session, case_id, ReviewState.RELEASED, actor=actor, now=now, reason=reason)
    return Approved.RELEASED


def withdraw_approval(session: Session, case_id: str, *, actor: str, now: datetime) -> bool:
    """Take back one's own approval of a case that waits for another reviewer; False when there is none."""
    begin_write(session)
    taken = session.execute(
        delete(Approval)
        .where(Approval.case_id == case_id, Approval.actor == actor)
        .where(Approval.case_id.in_(select(Case.case_id).where(Case.state != ReviewState.RELEASED)))
        .returning(Approval.actor)
    ).all()
    if taken:
        record_event(
            session, action="case.approval_withdrawn", actor=actor, subject=case_id, details={}, now=now
        )
    return bool(taken)


def settle_suspects(
    session: Session, case_id: str, suspects: Iterable[Suspect], *, actor: str, now: datetime
) -> None:
    """Keep only these suspects of a case: somebody looked at the others. The text and its approvals stay.

    Raises:
        UnknownCaseError: there is no case with this number.
    """
    begin_write(session)
    kept = [suspect.model_dump(mode="json") for suspect in suspects]
    changed = session.execute(
        update(Case).where(Case.case_id == case_id).values(suspects=kept).returning(Case.case_id)
    ).all()
    if not changed:
        raise UnknownCaseError(case_id)
    details = {"suspects": len(kept)}
    record_event(session, action="case.suspects", actor=actor, subject=case_id, details=details, now=now)


def reviewed_since(session: Session, moment: datetime, *, actor: str) -> int:
    """How many cases somebody released or held back from a moment on."""
    decided = (ReviewState.RELEASED, ReviewState.HELD)
    wanted = select(func.count(Review.case_id.distinct())).where(
        Review.actor == actor, Review.at >= moment, Review.state.in_(decided)
    )
    return session.scalars(wanted).one()
