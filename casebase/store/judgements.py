# SPDX-License-Identifier: EUPL-1.2
"""What found cases were worth to the people who searched: one judgement a person, a search and a case.

A search is its text without personal data; whoever calls makes it safe first. Conditions do not make it
another search: they are kept to know what the person saw. The audit log tells who judged which case and how
that changed, never what was searched for.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from enum import IntEnum
from hashlib import sha256
from typing import Any

from sqlalchemy import ColumnElement, delete, insert, select, update

from casebase.audit import record_event
from casebase.database import Session, begin_write
from casebase.feedback_tables import Judgement as Row
from casebase.feedback_tables import Search
from casebase.filters import SearchFilters
from casebase.store.conditions import plain_conditions
from casebase.store.errors import UnknownCaseError
from casebase.store.members import among
from casebase.tables import ID_LENGTH, Case
from casebase.vocabulary import ReviewState

FEEDBACK = "feedback"
"""Subject of audit events about judgements of many cases."""


class Grade(IntEnum):
    """What a found case was worth; the numbers are the grades of TREC judgements."""

    NOT_USEFUL = 0
    USEFUL = 1
    USED = 2


@dataclass(frozen=True)
class Shown:
    """How a case stood in the results that were judged: from 1, with its band; None where nobody can tell."""

    rank: int | None = None
    band: str | None = None
    filters: SearchFilters = SearchFilters()


@dataclass(frozen=True)
class FoundWith:
    """What made the results: program, search model, and the revision of the database in the index."""

    engine: str
    model_id: str
    index_revision: int


@dataclass(frozen=True)
class JudgementRecord:
    """What one person said about one case that a search found; ``conditions`` are the filters in force."""

    case_id: str
    actor: str
    grade: Grade
    at: datetime
    rank: int | None
    band: str | None
    conditions: Mapping[str, Any]
    found_with: FoundWith


@dataclass(frozen=True, repr=False)
class JudgedSearch:
    """A search with all that was said about released cases that it found, by case number and person."""

    search_id: int
    text: str
    judgements: tuple[JudgementRecord, ...]


@dataclass(frozen=True)
class Forgotten:
    """How much was removed: judgements, and searches on which none is left."""

    judgements: int
    searches: int


def judge_case(
    session: Session,
    text: str,
    case_id: str,
    grade: Grade | None,
    *,
    shown: Shown,
    found_with: FoundWith,
    actor: str,
    now: datetime,
) -> None:
    """Keep what a person says about a released case for a search; None takes it back. The last one counts.

    Args:
        session: a writing session.
        text: what was searched for, made safe by the caller.
        case_id: number of a released case.
        grade: the judgement, or None.
        shown: how the case stood in the results.
        found_with: what made the results.
        actor: who judges.
        now: the moment.

    Raises:
        UnknownCaseError: there is no released case with this number.
        ValueError: the text is empty or the name of the person too long.
    """
    begin_write(session)
    text = _plain(text)
    if not text or not 0 < len(actor) <= ID_LENGTH:
        raise ValueError("a judgement needs a search and a name of a person that fits")
    _refuse_unreleased(session, case_id)
    search_id = _search_id(session, text)
    before = _grade(session, search_id, case_id, actor)
    if before == grade:
        return
    key = {"search_id": search_id, "case_id": case_id, "actor": actor}
    if search_id is None or before is None:
        key["search_id"] = search_id = search_id or _added(session, text)
        values = _values(session, grade, shown, found_with, now)
        session.execute(insert(Row).values(**key, **values))
    elif grade is None:
        session.execute(delete(Row).filter_by(**key))
        _drop_unjudged(session)
    else:
        values = _values(session, grade, shown, found_with, now)
        session.execute(update(Row).filter_by(**key).values(**values))
    details = {"search": search_id, "from": before, "to": None if grade is None else int(grade)}
    record_event(session, action="case.judged", actor=actor, subject=case_id, details=details, now=now)


def grades_of(session: Session, text: str, *, actor: str) -> dict[str, Grade]:
    """What a person said about the cases that a search found, by case number."""
    wanted = select(Row.case_id, Row.grade).join(Search, Search.search_id == Row.search_id)
    wanted = wanted.where(Search.digest == _digest(_plain(text)), Row.actor == actor)
    return {row.case_id: Grade(row.grade) for row in session.execute(wanted.order_by(Row.case_id))}


def judged_searches(session: Session, *, released_only: bool = True) -> list[JudgedSearch]:
    """All searches with what was said about cases that are released now, or about all; oldest first."""
    columns = [column for column in Row.__table__.c if column.name != "search_id"]
    wanted = select(Search.search_id, Search.text, *columns).join(Row, Row.search_id == Search.search_id)
    if released_only:
        wanted = wanted.join(Case, Case.case_id == Row.case_id).where(Case.state == ReviewState.RELEASED)
    found: dict[tuple[int, str], list[JudgementRecord]] = defaultdict(list)
    for row in session.execute(wanted.order_by(Search.search_id, Row.case_id, Row.actor)):
        found[row.search_id, row.text].append(
            JudgementRecord(
                row.case_id,
                row.actor,
                Grade(row.grade),
                row.at,
                row.rank,
                row.band,
                row.filters,
                FoundWith(row.engine, row.model_id, row.index_revision),
            )
        )
    return [JudgedSearch(*search, tuple(judgements)) for search, judgements in found.items()]


def forget_judgements_of(session: Session, person: str, *, actor: str, now: datetime) -> Forgotten:
    """Remove all that a person said about found cases, and searches on which nobody else said anything.

    The audit log still tells that and when this person judged; it does not say again who it was here.
    Call ``casebase.database.erase_deleted`` after the commit.
    """
    return _forget(session, Row.actor == person, actor=actor, now=now)


def forget_judgements_before(session: Session, moment: datetime, *, actor: str, now: datetime) -> Forgotten:
    """Remove what was said before a moment, in the same way."""
    return _forget(session, Row.at < moment, actor=actor, now=now)


def drop_judgements(session: Session, case_id: str) -> None:
    """Forget what was said about a case that goes, with the searches on which nothing is left."""
    session.execute(delete(Row).where(Row.case_id == case_id))
    _drop_unjudged(session)


def _forget(session: Session, which: ColumnElement[bool], *, actor: str, now: datetime) -> Forgotten:
    begin_write(session)
    gone = len(session.execute(delete(Row).where(which).returning(Row.search_id)).all())
    forgotten = Forgotten(gone, _drop_unjudged(session))
    if gone:
        details = asdict(forgotten)
        record_event(
            session, action="feedback.deleted", actor=actor, subject=FEEDBACK, details=details, now=now
        )
    return forgotten


def _drop_unjudged(session: Session) -> int:
    unjudged = Search.search_id.not_in(select(Row.search_id))
    return len(session.execute(delete(Search).where(unjudged).returning(Search.search_id)).all())


def _refuse_unreleased(session: Session, case_id: str) -> None:
    wanted = select(Case.case_id).where(among(session, Case.case_id, [case_id]))
    if session.scalars(wanted.where(Case.state == ReviewState.RELEASED)).first() is None:
        raise UnknownCaseError(case_id)


def _search_id(session: Session, text: str) -> int | None:
    return session.scalars(select(Search.search_id).where(Search.digest == _digest(text))).one_or_none()


def _added(session: Session, text: str) -> int:
    values = {"digest": _digest(text), "text": text}
    return session.execute(insert(Search).values(**values).returning(Search.search_id)).scalar_one()


def _grade(session: Session, search_id: int | None, case_id: str, actor: str) -> int | None:
    key = {"search_id": search_id, "case_id": case_id, "actor": actor}
    return session.scalars(select(Row.grade).filter_by(**key)).one_or_none()


def _values(
    session: Session, grade: Grade | None, shown: Shown, found_with: FoundWith, now: datetime
) -> dict[str, Any]:
    return {
        "grade": grade,
        "at": now,
        "rank": shown.rank,
        "band": shown.band,
        "filters": plain_conditions(session, shown.filters),
        **asdict(found_with),
    }


def _plain(text: str) -> str:
    # PostgreSQL cannot keep the NUL character.
    return " ".join(text.replace("\0", " ").split())


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
