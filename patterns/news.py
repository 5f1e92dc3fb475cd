# SPDX-License-Identifier: EUPL-1.2
"""What is new, since somebody looked last, about the patterns and searches that this person saved."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from casebase import store
from casebase.database import Session
from casebase.store import PatternEventRecord, SavedSearchRecord

Finder = Callable[[str], Sequence[str]]
"""Gives the numbers of the released cases that are like a text, best first."""


@dataclass(frozen=True, repr=False)
class News:
    """What came since the last look: cases, and for a pattern what others did to it, oldest first."""

    saved: SavedSearchRecord
    case_ids: tuple[str, ...]
    events: tuple[PatternEventRecord, ...]

    @property
    def any(self) -> bool:
        """Whether there is something new at all."""
        return bool(self.case_ids or self.events)


def news_for(session: Session, owner: str, found: Finder) -> list[News]:
    """What is new in all that somebody saved, in the order in which it was saved.

    Of a search: cases among what it finds that were released since the last look. Of a pattern: cases that
    others put in it and acts of others. Own acts are no news.
    """
    return [
        _of_pattern(session, saved) if saved.pattern_id else _of_search(session, saved, found)
        for saved in store.saved_searches_of(session, owner)
    ]


def _of_search(session: Session, saved: SavedSearchRecord, found: Finder) -> News:
    hits = store.get_cases(session, found(saved.text or ""))
    new = [
        case_id
        for case_id, stored in hits.items()
        if stored.released_at is not None and stored.released_at > saved.last_seen
    ]
    return News(saved, tuple(new), ())


def _of_pattern(session: Session, saved: SavedSearchRecord) -> News:
    assert saved.pattern_id is not None  # noqa: S101 - it is the search for a pattern
    events = store.pattern_events(session, saved.pattern_id)
    added = [
        member.case_id
        for member in store.members_of(session, [saved.pattern_id])
        if member.case_id and member.current and member.released
        if member.added_at > saved.last_seen and member.added_by != saved.owner
    ]
    return News(saved, tuple(added), tuple(_by_others(events, saved)))


def _by_others(events: Iterable[PatternEventRecord], saved: SavedSearchRecord) -> list[PatternEventRecord]:
    return [event for event in events if event.at > saved.last_seen and event.actor != saved.owner]
