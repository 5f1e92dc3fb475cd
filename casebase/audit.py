# SPDX-License-Identifier: EUPL-1.2
"""Who did what to which case: a log that only grows, each event sealed with the hash of the one before.

An event is hashed with SHA-256 as canonical JSON: sorted keys, no spaces, ASCII, time in UTC with
microseconds. What this proves and what it cannot prove: docs/data-model.md, "The audit log".
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from sqlalchemy import RowMapping, String, insert, select, type_coerce, update

from casebase.database import Session, begin_write
from casebase.tables import ID_LENGTH, AuditEvent, AuditHead

Scalar = str | int | float | bool | None

GENESIS = "0" * 64
"""What the first event has as the hash of the one before."""

LONGEST_DETAIL = 200
"""Longest text in the details, in characters: enough for a term or a count, too short for a story."""


@dataclass(frozen=True)
class AuditRecord:
    """One event; ``subject`` is a case number or the name of what was done to."""

    number: int
    at: datetime
    action: str
    actor: str
    subject: str
    details: Mapping[str, Scalar]


@dataclass(frozen=True)
class AuditVerdict:
    """Whether the log is whole.

    ``events`` counts the events that are there. ``first_broken`` is the number of the first event
    that was changed, is gone or stands in a wrong place. ``head`` is the hash of the last event: noted
    elsewhere together with ``events``, it also shows later whether the whole log was written anew.
    """

    ok: bool
    events: int
    first_broken: int | None
    head: str


def record_event(
    session: Session, *, action: str, actor: str, subject: str, details: Mapping[str, Scalar], now: datetime
) -> None:
    """Add one event in the session's transaction.

    Raises:
        ValueError: a name or a detail is too long or not a plain value; nothing is quoted.
    """
    _refuse_stories(action, actor, subject, details)
    begin_write(session)
    number, previous = session.execute(select(AuditHead.events + 1, AuditHead.hash)).one()
    event: dict[str, Scalar] = {
        "number": number,
        "at": _canonical_time(now),
        "action": action,
        "actor": actor,
        "subject": subject,
        "details": _canonical(details),
        "previous_hash": previous,
    }
    seal = _seal(event)
    session.execute(insert(AuditEvent), [{**event, "at": now, "hash": seal}])
    session.execute(update(AuditHead).values(events=number, hash=seal))


def recent_events(session: Session, *, limit: int, subject: str | None = None) -> list[AuditRecord]:
    """The latest events, newest first; with ``subject`` only those about it."""
    names = ("number", "at", "action", "actor", "subject", "details")
    wanted = select(*(AuditEvent.__table__.c[name] for name in names))
    if subject is not None:
        wanted = wanted.where(AuditEvent.subject == subject)
    rows = session.execute(wanted.order_by(AuditEvent.number.desc()).limit(limit)).mappings()
    return [AuditRecord(**{**row, "details": json.loads(row["details"])}) for row in rows]


def verify_chain(session: Session, *, noted: tuple[int, str] | None = None) -> AuditVerdict:
    """Read the whole log and check every seal.

    ``noted`` is an earlier count and head hash: the event with that number must still have that hash.
    """
    count, head = session.execute(select(AuditHead.events, AuditHead.hash)).one_or_none() or (0, GENESIS)
    events, first_broken, previous = 0, None, GENESIS
    for row in _events(session):
        events += 1
        if first_broken is None and not _fits(row, events, previous, noted):
            first_broken = events
        previous = row["hash"]
    if first_broken is None and (events, previous) != (count, head):
        first_broken = min(events, count) + (events != count) or 1
    if first_broken is None and noted is not None and noted[0] > events:
        first_broken = events + 1
    return AuditVerdict(first_broken is None, events, first_broken, previous)


def _fits(row: RowMapping, number: int, previous: str, noted: tuple[int, str] | None) -> bool:
    if noted is not None and noted[0] == number and noted[1] != row["hash"]:
        return False
    try:
        event = {name: value for name, value in row.items() if name != "hash"}
        seal = _seal(event | {"at": _canonical_time(_moment(row["at"]))})
    except (TypeError, ValueError):  # what was written by hand need not be a time or a text
        return False
    return (row["number"], row["previous_hash"], row["hash"]) == (number, previous, seal)


def _events(session: Session) -> Iterable[RowMapping]:
    columns = {column.name: column for column in AuditEvent.__table__.c}
    as_stored = columns | {"at": type_coerce(AuditEvent.at, String).label("at")}
    wanted = select(*as_stored.values()).order_by(AuditEvent.number)
    return session.execute(wanted, execution_options={"yield_per": 1000}).mappings()


def _moment(stored: str | datetime) -> datetime:
    moment = datetime.fromisoformat(stored) if isinstance(stored, str) else stored
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment


def _refuse_stories(action: str, actor: str, subject: str, details: Mapping[str, Scalar]) -> None:
    if not (0 < len(action) <= 64 and len(actor) <= ID_LENGTH and len(subject) <= ID_LENGTH):
        raise ValueError("action, actor or subject of an audit event is empty or too long")
    for name, value in details.items():
        if not isinstance(value, Scalar):
            raise ValueError(f"audit detail {name!r} is not a plain value")
        if isinstance(value, str) and len(value) > LONGEST_DETAIL:
            raise ValueError(f"audit detail {name!r} is longer than {LONGEST_DETAIL} characters")


def _canonical_time(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _canonical(values: Mapping[str, Scalar]) -> str:
    return json.dumps(dict(values), sort_keys=True, separators=(",", ":"), ensure_ascii=True, allow_nan=False)


def _seal(event: Mapping[str, Scalar]) -> str:
    return sha256(_canonical(event).encode("ascii")).hexdigest()
