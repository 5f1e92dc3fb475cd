# SPDX-License-Identifier: EUPL-1.2
"""The register of patterns: rows of patterns and of what happened to them.

Which steps are allowed is no business of this module: ``patterns.states`` tells. Each act leaves one event
with the values before and after; the audit log keeps the hash of that event, so that a change of the
history shows.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import RowMapping, func, insert, select, update

from casebase.audit import record_event
from casebase.database import Session, begin_write
from casebase.pattern_tables import Pattern, PatternEvent
from casebase.pattern_vocabulary import PatternAction, PatternState, SolutionKind
from casebase.store.errors import UnknownPatternError
from casebase.store.members import among
from casebase.tables import AuditEvent

_DATES = ("answer_due", "action_due", "answered_on")


@dataclass(frozen=True, repr=False)
class PatternRecord:
    """A pattern as people registered it.

    ``answer_due`` is the day by which the submitters hear (more), ``action_due`` the day by which the
    addressee is to act or decide.
    """

    pattern_id: str
    name: str
    mechanism: str
    owner: str
    registered_on: date
    addressee: str = ""
    state: PatternState = PatternState.SIGNALLED
    answer_due: date | None = None
    action_due: date | None = None
    label: str = ""
    terms: tuple[str, ...] = ()
    solution: SolutionKind | None = None
    answer: str = ""
    answered_on: date | None = None
    merged_into: str | None = None
    split_from: str | None = None


@dataclass(frozen=True, repr=False)
class PatternEventRecord:
    """One act: ``changes`` has for each other field that changed its value before and after.

    ``cases`` is the number of cases that came or went; ``answer_due`` is what the submitters were
    promised after the act.
    """

    event_id: int
    pattern_id: str
    at: datetime
    actor: str
    action: PatternAction
    from_state: PatternState | None
    to_state: PatternState | None
    why: str
    answer_due: date | None
    cases: int
    other_pattern: str | None
    changes: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, repr=False)
class PatternAct:
    """What somebody does to a pattern, before it is written down."""

    action: PatternAction
    actor: str
    now: datetime
    why: str = ""
    cases: int = 0
    other_pattern: str | None = None


def next_pattern_id(session: Session, year: int) -> str:
    """The first free number of a year, such as P-2026-001."""
    begin_write(session)
    taken = session.scalars(select(Pattern.pattern_id).where(Pattern.pattern_id.like(f"P-{year:04d}-%")))
    last = max((int(number.rsplit("-", 1)[1]) for number in taken), default=0)
    return f"P-{year:04d}-{last + 1:03d}"


def add_pattern(session: Session, record: PatternRecord, act: PatternAct) -> None:
    """Register a pattern under its number."""
    begin_write(session)
    session.execute(insert(Pattern).values(**_row(record)))
    _write_event(session, act, None, record, {})


def change_pattern(
    session: Session, pattern_id: str, values: Mapping[str, Any], act: PatternAct
) -> PatternRecord:
    """Change fields of a pattern and write one event; gives the pattern as it is then.

    An act that changes no field and touches no case leaves no event.

    Raises:
        UnknownPatternError: there is no pattern with this number.
    """
    begin_write(session)
    before = get_pattern(session, pattern_id)
    after = replace(before, **values)
    changed = [
        each.name for each in fields(before) if getattr(before, each.name) != getattr(after, each.name)
    ]
    if not (changed or act.cases or act.other_pattern):
        return before
    if changed:
        row = {name: _row(after)[name] for name in changed}
        session.execute(update(Pattern).where(Pattern.pattern_id == pattern_id).values(**row))
    changes = {
        name: [_plain(getattr(before, name)), _plain(getattr(after, name))]
        for name in changed
        if name != "state"
    }
    _write_event(session, act, before, after, changes)
    return after


def get_pattern(session: Session, pattern_id: str) -> PatternRecord:
    """The pattern with this number.

    Raises:
        UnknownPatternError: there is none.
    """
    found = get_patterns(session, [pattern_id])
    if not found:
        raise UnknownPatternError(pattern_id)
    return found[0]


def get_patterns(session: Session, pattern_ids: Collection[str]) -> list[PatternRecord]:
    """The patterns with these numbers, by number; unknown numbers are left out."""
    wanted = select(Pattern.__table__).where(among(session, Pattern.pattern_id, pattern_ids))
    rows = session.execute(wanted.order_by(Pattern.registered_on, Pattern.pattern_id)).mappings()
    return [_record(row) for row in rows]


def list_patterns(
    session: Session, states: Collection[PatternState] = tuple(PatternState)
) -> list[PatternRecord]:
    """The patterns in these states, in the order in which they were registered."""
    wanted = select(Pattern.__table__).where(Pattern.state.in_(states))
    rows = session.execute(wanted.order_by(Pattern.registered_on, Pattern.pattern_id)).mappings()
    return [_record(row) for row in rows]


def pattern_events(session: Session, pattern_id: str) -> list[PatternEventRecord]:
    """What happened to a pattern, oldest first."""
    wanted = select(PatternEvent.__table__).where(PatternEvent.pattern_id == pattern_id)
    rows = session.execute(wanted.order_by(PatternEvent.event_id)).mappings()
    return [
        PatternEventRecord(**{**row, "changes": _decoded(row["changes"])})  # one column a field
        for row in rows
    ]


def broken_pattern_events(session: Session) -> list[int]:
    """Numbers of audit events about acts on patterns that are not in the history as they were noted.

    An act in the history that was never noted counts as the event after the last one.
    """
    wanted = select(AuditEvent.number, AuditEvent.details).where(AuditEvent.action.like("pattern.%"))
    noted = {}
    for number, details in session.execute(wanted.order_by(AuditEvent.number)):
        told = json.loads(details)
        noted[told["event"]] = (number, told["digest"])
    rows = session.execute(select(PatternEvent.__table__)).mappings()
    there = {row["event_id"]: _digest(row) for row in rows}
    broken = [number for event, (number, digest) in noted.items() if there.get(event) != digest]
    if there.keys() - noted.keys():
        broken.append(session.scalars(select(func.count()).select_from(AuditEvent)).one() + 1)
    return sorted(broken)


def count_by_state(session: Session) -> dict[PatternState, int]:
    """How many patterns there are in each state."""
    counted = session.execute(select(Pattern.state, func.count()).group_by(Pattern.state))
    return dict.fromkeys(PatternState, 0) | dict(counted.all())


def _write_event(
    session: Session,
    act: PatternAct,
    before: PatternRecord | None,
    after: PatternRecord,
    changes: Mapping[str, list[Any]],
) -> None:
    from_state = None if before is None else before.state
    moved = from_state is not after.state
    values = {
        "pattern_id": after.pattern_id,
        "at": act.now,
        "actor": act.actor,
        "action": act.action,
        "from_state": from_state if moved else None,
        "to_state": after.state if moved else None,
        "why": act.why,
        "answer_due": after.answer_due,
        "cases": act.cases,
        "other_pattern": act.other_pattern,
        "changes": dict(changes),
    }
    added = session.execute(insert(PatternEvent).values(**values).returning(PatternEvent.__table__))
    row = added.mappings().one()
    details = {
        "event": row["event_id"],
        "cases": act.cases,
        "from": None if not moved or from_state is None else from_state.value,
        "to": after.state.value if moved else None,
        "other": act.other_pattern,
        "digest": _digest(row),
    }
    action = f"pattern.{act.action.name.lower()}"
    record_event(
        session, action=action, actor=act.actor, subject=after.pattern_id, details=details, now=act.now
    )


def _digest(row: RowMapping) -> str:
    plain = {name: _plain(value) for name, value in row.items()}
    return sha256(json.dumps(plain, sort_keys=True, separators=(",", ":")).encode("ascii")).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _decoded(changes: Mapping[str, list[Any]]) -> dict[str, tuple[Any, Any]]:
    return {name: (_value(name, before), _value(name, after)) for name, (before, after) in changes.items()}


def _value(name: str, plain: Any) -> Any:
    if name in _DATES and plain is not None:
        return date.fromisoformat(plain)
    if name == "solution" and plain is not None:
        return SolutionKind(plain)
    return tuple(plain) if name == "terms" else plain


def _row(record: PatternRecord) -> dict[str, Any]:
    row = {each.name: getattr(record, each.name) for each in fields(record)}
    return row | {"terms": list(record.terms)}


def _record(row: RowMapping) -> PatternRecord:
    return PatternRecord(**{**row, "terms": tuple(row["terms"])})
