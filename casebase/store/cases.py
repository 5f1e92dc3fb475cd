# SPDX-License-Identifier: EUPL-1.2
"""Saving, finding, reviewing and deleting cases; each change leaves an audit event."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sqlalchemy import delete, func, insert, select, update

from casebase.audit import record_event
from casebase.database import Session, begin_write
from casebase.record import SafeCase
from casebase.store.errors import UnknownCaseError
from casebase.store.judgements import drop_judgements
from casebase.store.members import among
from casebase.store.passages import drop_passages
from casebase.store.pattern_members import drop_from_patterns
from casebase.store.rows import StoredCase, case_columns, refuse_unstorable, stored_cases, value_rows
from casebase.store.selection import bump_revision
from casebase.store.traits import drop_traits
from casebase.tables import Approval, Case, CaseValue, Review
from casebase.vocabulary import ReviewState


class SaveResult(StrEnum):
    """What saving a case came to."""

    ADDED = "added"
    UNCHANGED = "unchanged"
    REPLACED = "replaced"
    CONFLICT = "conflict"


@dataclass(frozen=True)
class ReviewRecord:
    """A decision about a case."""

    state: ReviewState
    actor: str
    at: datetime
    reason: str


def save_case(
    session: Session, case: SafeCase, *, content_key: str, actor: str, now: datetime, replace: bool = False
) -> SaveResult:
    """Keep a case; it starts, or starts again, as to be reviewed.

    UNCHANGED: the same number with the same content is there. CONFLICT: the same number with other
    content is there and ``replace`` was not asked; nothing was written.

    Raises:
        UnstorableCaseError: no number or far too long a number, or a story stands where names belong.
        TypeError: not a safe case.
    """
    begin_write(session)
    if not isinstance(case, SafeCase):
        raise TypeError("only a safe case can be stored")
    refuse_unstorable(case)
    known = session.execute(
        select(Case.content_key, Case.state).where(Case.case_id == case.case_id)
    ).one_or_none()
    if known is None:
        _insert(session, case, content_key, now)
        _note(session, "case.added", case, actor, now)
        return SaveResult.ADDED
    if known.content_key == content_key:
        return SaveResult.UNCHANGED
    if not replace:
        return SaveResult.CONFLICT
    _rewrite(session, case, known.state, _unreviewed(content_key, now))
    _note(session, "case.replaced", case, actor, now)
    return SaveResult.REPLACED


def correct_case(session: Session, case: SafeCase, *, actor: str, now: datetime) -> None:
    """Put a reviewed version of a stored case in its place, for example with more words masked.

    State and content key stay: the file that it came from has not changed.

    Raises:
        UnknownCaseError: there is no case with this number.
        UnstorableCaseError: a story stands where names belong.
    """
    begin_write(session)
    refuse_unstorable(case)
    state = _state(session, case.case_id)
    _rewrite(session, case, state, {})
    _note(session, "case.corrected", case, actor, now)


def get_case(session: Session, case_id: str) -> StoredCase | None:
    """The case with this number, or None."""
    return get_cases(session, [case_id]).get(case_id)


def get_cases(session: Session, case_ids: Iterable[str]) -> dict[str, StoredCase]:
    """The cases with these numbers, in the order asked; unknown numbers are left out."""
    wanted = list(dict.fromkeys(case_ids))
    rows = session.execute(select(Case.__table__).where(among(session, Case.case_id, wanted)))
    found = {stored.case.case_id: stored for stored in stored_cases(session, rows.mappings().all())}
    return {case_id: found[case_id] for case_id in wanted if case_id in found}


def list_cases(
    session: Session, *, state: ReviewState | None = None, limit: int, offset: int
) -> list[StoredCase]:
    """Cases in the order in which they were stored, oldest first."""
    wanted = select(Case.__table__).order_by(Case.stored_at, Case.case_id).limit(limit).offset(offset)
    if state is not None:
        wanted = wanted.where(Case.state == state)
    return stored_cases(session, session.execute(wanted).mappings().all())


def count_cases(session: Session) -> dict[ReviewState, int]:
    """How many cases there are in each state."""
    counted = session.execute(select(Case.state, func.count()).group_by(Case.state))
    return dict.fromkeys(ReviewState, 0) | dict(counted.all())


def set_state(
    session: Session, case_id: str, state: ReviewState, *, actor: str, now: datetime, reason: str = ""
) -> None:
    """Release a case, hold it back, or put it up for review again; no effect when it is there already.

    The reason stays with the case and goes when the case is deleted. Approvals stay with a release only.

    Raises:
        UnknownCaseError: there is no case with this number.
    """
    begin_write(session)
    before = _state(session, case_id)
    if before is state:
        return
    released = ReviewState.RELEASED
    if state is not released:
        _drop_approvals(session, case_id)
    session.execute(
        update(Case)
        .where(Case.case_id == case_id)
        .values(state=state, released_at=now if state is released else None)
    )
    session.execute(insert(Review).values(case_id=case_id, state=state, actor=actor, at=now, reason=reason))
    if released in (before, state):
        bump_revision(session)
    record_event(
        session,
        action="case.state",
        actor=actor,
        subject=case_id,
        details={"from": before.value, "to": state.value},
        now=now,
    )


def list_reviews(session: Session, case_id: str) -> list[ReviewRecord]:
    """What was decided about a case, oldest first."""
    wanted = select(Review.state, Review.actor, Review.at, Review.reason).where(Review.case_id == case_id)
    return [ReviewRecord(*row) for row in session.execute(wanted.order_by(Review.review_id))]


def delete_case(session: Session, case_id: str, *, actor: str, now: datetime, reason: str) -> None:
    """Remove a case with everything that was derived from it or written about it.

    Patterns that it was in keep that there was one, without its number.
    The audit log keeps the number and the reason, for good: the reason must name nobody.
    Call ``casebase.database.erase_deleted`` after the commit to empty the database's own log as well.

    Raises:
        UnknownCaseError: there is no case with this number.
        ValueError: the reason is longer than 200 characters.
    """
    begin_write(session)
    state = _state(session, case_id)
    drop_passages(session, case_id)
    drop_judgements(session, case_id)
    drop_from_patterns(session, case_id, actor=actor, now=now)
    session.execute(delete(Case).where(Case.case_id == case_id))
    if state is ReviewState.RELEASED:
        bump_revision(session)
    record_event(
        session, action="case.deleted", actor=actor, subject=case_id, details={"reason": reason}, now=now
    )


def _state(session: Session, case_id: str) -> ReviewState:
    state = session.scalars(select(Case.state).where(among(session, Case.case_id, [case_id]))).one_or_none()
    if state is None:
        raise UnknownCaseError(case_id)
    return state


def _insert(session: Session, case: SafeCase, content_key: str, now: datetime) -> None:
    session.execute(insert(Case), [case_columns(case) | _unreviewed(content_key, now)])
    _insert_values(session, case)


def _unreviewed(content_key: str, now: datetime) -> dict[str, object]:
    return {
        "content_key": content_key,
        "state": ReviewState.TO_REVIEW,
        "stored_at": now,
        "released_at": None,
    }


def _rewrite(session: Session, case: SafeCase, state: ReviewState, changes: dict[str, object]) -> None:
    drop_passages(session, case.case_id)
    _drop_approvals(session, case.case_id)  # they were given to another text
    drop_traits(session, case.case_id)
    session.execute(delete(CaseValue).where(CaseValue.case_id == case.case_id))
    session.execute(update(Case).where(Case.case_id == case.case_id).values(**case_columns(case), **changes))
    _insert_values(session, case)
    if state is ReviewState.RELEASED:
        bump_revision(session)


def _drop_approvals(session: Session, case_id: str) -> None:
    session.execute(delete(Approval).where(Approval.case_id == case_id))


def _insert_values(session: Session, case: SafeCase) -> None:
    rows = value_rows(case)
    if rows:
        session.execute(insert(CaseValue), rows)


def _note(session: Session, action: str, case: SafeCase, actor: str, now: datetime) -> None:
    details = {"spans": len(case.spans), "suspects": len(case.suspects)}
    record_event(session, action=action, actor=actor, subject=case.case_id, details=details, now=now)
