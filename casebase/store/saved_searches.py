# SPDX-License-Identifier: EUPL-1.2
"""Searches and patterns of which somebody wants to know what is new.

A text is made safe by the caller, as every search text is. Only its owner sees a saved search.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select, update

from casebase.audit import record_event
from casebase.database import Session, begin_write
from casebase.pattern_tables import SavedSearch
from casebase.store.errors import UnknownSavedSearchError
from casebase.store.patterns import get_pattern


@dataclass(frozen=True, repr=False)
class SavedSearchRecord:
    """A saved search: by ``text``, or for a registered pattern; one of the two is None.

    ``last_seen``: when its owner last looked; ``told_at``: when a mail last told what is new, if ever.
    """

    saved_id: int
    owner: str
    name: str
    text: str | None
    pattern_id: str | None
    filters: Mapping[str, Any]
    saved_at: datetime
    last_seen: datetime
    told_at: datetime | None = None


def save_search(
    session: Session,
    *,
    owner: str,
    name: str,
    now: datetime,
    text: str | None = None,
    pattern_id: str | None = None,
    filters: Mapping[str, Any] | None = None,
) -> int:
    """Keep a search, and give its number; what is there now counts as seen.

    The same text or pattern with the same filters is kept once: its name changes.

    Raises:
        ValueError: not exactly one of text and pattern was given.
        UnknownPatternError: there is no pattern with this number.
    """
    begin_write(session)
    if (text is None) == (pattern_id is None):
        raise ValueError("a saved search has a text or a pattern")
    if pattern_id is not None:
        get_pattern(session, pattern_id)
    kept = {"text": text, "pattern_id": pattern_id, "filters": dict(filters or {})}
    for each in saved_searches_of(session, owner):
        if kept == {"text": each.text, "pattern_id": each.pattern_id, "filters": dict(each.filters)}:
            session.execute(update(SavedSearch).filter_by(saved_id=each.saved_id).values(name=name))
            return each.saved_id
    row = {"owner": owner, "name": name, "saved_at": now, "last_seen": now, **kept}
    added = session.execute(insert(SavedSearch).values(**row).returning(SavedSearch.saved_id))
    saved_id: int = added.scalar_one()
    _note(session, "saved_search.added", saved_id, owner, now)
    return saved_id


def saved_searches_of(session: Session, owner: str) -> list[SavedSearchRecord]:
    """What somebody saved, in the order in which it was saved."""
    wanted = select(SavedSearch.__table__).where(SavedSearch.owner == owner)
    rows = session.execute(wanted.order_by(SavedSearch.saved_id)).mappings()
    return [SavedSearchRecord(**row) for row in rows]


def owners_of_searches(session: Session) -> list[str]:
    """Everybody who saved a search, in alphabetical order."""
    return list(session.scalars(select(SavedSearch.owner).distinct().order_by(SavedSearch.owner)))


def mark_told(session: Session, saved_ids: Collection[int], *, now: datetime) -> None:
    """Note that the owner of these saved searches was told by mail just now what is new."""
    begin_write(session)
    session.execute(update(SavedSearch).where(SavedSearch.saved_id.in_(saved_ids)).values(told_at=now))


def mark_seen(session: Session, saved_id: int, *, owner: str, now: datetime) -> None:
    """Note that its owner looked at a saved search just now; what comes later is new.

    Raises:
        UnknownSavedSearchError: this person saved no search with this number.
    """
    begin_write(session)
    mine = update(SavedSearch).where(SavedSearch.saved_id == saved_id, SavedSearch.owner == owner)
    if not session.execute(mine.values(last_seen=now).returning(SavedSearch.saved_id)).all():
        raise UnknownSavedSearchError(saved_id)


def forget_search(session: Session, saved_id: int, *, owner: str, now: datetime) -> None:
    """Remove a saved search.

    Raises:
        UnknownSavedSearchError: this person saved no search with this number.
    """
    begin_write(session)
    mine = delete(SavedSearch).where(SavedSearch.saved_id == saved_id, SavedSearch.owner == owner)
    if not session.execute(mine.returning(SavedSearch.saved_id)).all():
        raise UnknownSavedSearchError(saved_id)
    _note(session, "saved_search.removed", saved_id, owner, now)


def _note(session: Session, action: str, saved_id: int, owner: str, now: datetime) -> None:
    record_event(session, action=action, actor=owner, subject=f"saved search {saved_id}", details={}, now=now)
