# SPDX-License-Identifier: EUPL-1.2
"""The words that reviewers judged; the audit log tells who judged, never which words."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select

from casebase.audit import record_event
from casebase.database import Session, begin_write
from casebase.listed_terms import ListedTerm, check_term
from casebase.store.errors import UnknownCaseError, UnknownTermError
from casebase.tables import Case
from casebase.tables import ListedTerm as Row
from casebase.vocabulary import Kind, TermList

FIELDS = ("word_list", "text", "scope", "kind", "case_id", "maatwerkplaats", "any_case")


@dataclass(frozen=True)
class TermRecord:
    """Words on a list, with who put them there and why."""

    term_id: int
    term: ListedTerm
    actor: str
    at: datetime
    reason: str


def add_term(session: Session, term: ListedTerm, *, actor: str, now: datetime, reason: str = "") -> int:
    """Put words on a list and give their number; words that stand there already keep theirs.

    Raises:
        TermError: such words must not stand on a list.
        UnknownCaseError: there is no case with the number that the term names.
    """
    begin_write(session)
    check_term(term)
    _refuse_unknown_case(session, term)
    values = {name: getattr(term, name) for name in FIELDS}
    known = session.scalars(select(Row.term_id).filter_by(**values)).first()
    if known is not None:
        return known
    number: int = session.execute(
        insert(Row).values(**values, actor=actor, at=now, reason=reason).returning(Row.term_id)
    ).scalar_one()
    _note(session, "term.added", number, term, actor, now)
    return number


def list_terms(session: Session, word_list: TermList | None = None) -> list[TermRecord]:
    """What stands on a list, or on both, in the order in which it was put there."""
    columns = (Row.term_id, Row.actor, Row.at, Row.reason, *(getattr(Row, name) for name in FIELDS))
    wanted = select(*columns).order_by(Row.term_id)
    if word_list is not None:
        wanted = wanted.where(Row.word_list == word_list)
    return [
        TermRecord(row["term_id"], _term(dict(row)), row["actor"], row["at"], row["reason"])
        for row in session.execute(wanted).mappings()
    ]


def remove_term(session: Session, term_id: int, *, actor: str, now: datetime) -> ListedTerm:
    """Take words off their list. Texts that were made safe before stay as they are.

    Raises:
        UnknownTermError: nothing on the lists has this number.
    """
    begin_write(session)
    columns = [getattr(Row, name) for name in FIELDS]
    row = session.execute(select(*columns).where(Row.term_id == term_id)).mappings().one_or_none()
    if row is None:
        raise UnknownTermError(term_id)
    term = _term(dict(row))
    session.execute(delete(Row).where(Row.term_id == term_id))
    _note(session, "term.removed", term_id, term, actor, now)
    return term


def _term(row: dict[str, object]) -> ListedTerm:
    values = {name: row[name] for name in FIELDS}
    kind = values.pop("kind")
    return ListedTerm(**values, kind=Kind(str(kind)) if kind else None)  # type: ignore[arg-type]


def _refuse_unknown_case(session: Session, term: ListedTerm) -> None:
    if term.case_id is not None:
        known = session.scalars(select(Case.case_id).where(Case.case_id == term.case_id)).first()
        if known is None:
            raise UnknownCaseError(term.case_id)


def _note(session: Session, action: str, number: int, term: ListedTerm, actor: str, now: datetime) -> None:
    details = {
        "list": term.word_list.value,
        "scope": term.scope.value,
        "kind": term.kind.value if term.kind else None,
        "length": len(term.text),
    }
    record_event(session, action=action, actor=actor, subject=f"term {number}", details=details, now=now)
