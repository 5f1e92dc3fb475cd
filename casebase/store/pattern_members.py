# SPDX-License-Identifier: EUPL-1.2
"""The cases of patterns: who put them in and why, and who took them out and why."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update

from casebase.audit import record_event
from casebase.database import Session, begin_write
from casebase.pattern_tables import PatternCase
from casebase.pattern_vocabulary import PatternAction
from casebase.store.members import among
from casebase.store.patterns import PatternAct, change_pattern
from casebase.tables import Case
from casebase.vocabulary import ReviewState

DELETED = "verwijderd"
"""Why a case left its patterns that was deleted from the databank."""


@dataclass(frozen=True, repr=False)
class MemberRecord:
    """A case in a pattern, from when until when; without number and words when it was deleted.

    ``released``: whether people may see the case at this moment.
    """

    pattern_id: str
    case_id: str | None
    why: str
    added_by: str
    added_at: datetime
    removed_by: str | None
    removed_at: datetime | None
    removed_why: str | None
    released: bool

    @property
    def current(self) -> bool:
        """Whether the case is in the pattern now."""
        return self.removed_at is None

    def was_in(self, moment: datetime) -> bool:
        """Whether the case was in the pattern at a moment."""
        return self.added_at <= moment and (self.removed_at is None or moment < self.removed_at)


def members_of(session: Session, pattern_ids: Iterable[str]) -> list[MemberRecord]:
    """All cases that are or were in these patterns, in the order in which they were added."""
    names = [each.name for each in PatternCase.__table__.c if each.name != "member_id"]
    columns = [PatternCase.__table__.c[name] for name in names]
    wanted = (
        select(*columns, Case.state)
        .outerjoin(Case, Case.case_id == PatternCase.case_id)
        .where(among(session, PatternCase.pattern_id, pattern_ids))
        .order_by(PatternCase.member_id)
    )
    return [
        MemberRecord(
            **{name: row[name] for name in names} | {"released": row["state"] is ReviewState.RELEASED}
        )
        for row in session.execute(wanted).mappings()
    ]


def add_members(
    session: Session, pattern_id: str, reasons: Mapping[str, str], *, actor: str, now: datetime
) -> None:
    """Put cases in a pattern, each with the reason why it belongs; none may be in it already."""
    begin_write(session)
    rows = [
        {"pattern_id": pattern_id, "case_id": case_id, "why": why, "added_by": actor, "added_at": now}
        for case_id, why in reasons.items()
    ]
    if rows:
        session.execute(insert(PatternCase), rows)
    _note(session, "case.pattern_added", pattern_id, reasons, actor, now)


def remove_members(
    session: Session, pattern_id: str, case_ids: Collection[str], *, actor: str, now: datetime, why: str
) -> None:
    """Take cases out of a pattern; that they were in it stays known."""
    begin_write(session)
    session.execute(
        update(PatternCase)
        .where(PatternCase.pattern_id == pattern_id, PatternCase.removed_at.is_(None))
        .where(among(session, PatternCase.case_id, case_ids))
        .values(removed_by=actor, removed_at=now, removed_why=why)
    )
    _note(session, "case.pattern_removed", pattern_id, case_ids, actor, now)


def drop_from_patterns(session: Session, case_id: str, *, actor: str, now: datetime) -> None:
    """Take a case that is to be deleted out of all patterns, with its number and all words about it."""
    mine = among(session, PatternCase.case_id, [case_id])
    current = PatternCase.removed_at.is_(None)
    touched = session.scalars(select(PatternCase.pattern_id).where(mine, current)).all()
    session.execute(update(PatternCase).where(mine, ~current).values(case_id=None, why="", removed_why=""))
    gone = {"removed_by": actor, "removed_at": now, "removed_why": DELETED}
    session.execute(update(PatternCase).where(mine, current).values(case_id=None, why="", **gone))
    act = PatternAct(PatternAction.CASE_DELETED, actor, now, DELETED, cases=1)
    for pattern_id in sorted(touched):
        change_pattern(session, pattern_id, {}, act)


def patterns_of_case(session: Session, case_id: str) -> list[str]:
    """Numbers of the patterns that a case is in now."""
    wanted = select(PatternCase.pattern_id).where(
        among(session, PatternCase.case_id, [case_id]), PatternCase.removed_at.is_(None)
    )
    return sorted(session.scalars(wanted))


def review_states(session: Session, case_ids: Iterable[str]) -> dict[str, ReviewState]:
    """The state of review of cases, by number; unknown numbers are left out."""
    wanted = select(Case.case_id, Case.state).where(among(session, Case.case_id, case_ids))
    return dict(session.execute(wanted.order_by(Case.case_id)).all())


def _note(
    session: Session, action: str, pattern_id: str, case_ids: Iterable[str], actor: str, now: datetime
) -> None:
    for case_id in case_ids:
        details = {"pattern": pattern_id}
        record_event(session, action=action, actor=actor, subject=case_id, details=details, now=now)
