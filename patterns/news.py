# SPDX-License-Identifier: EUPL-1.2
"""What is new, since somebody looked last, about the patterns and searches that this person saved."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from casebase import store
from casebase.database import Session
from casebase.store import PatternEventRecord, SavedSearchRecord

Finder = Callable[[SavedSearchRecord], Sequence[str]]
"""Gives the numbers of the released cases that a saved search finds, best first."""

Offering = Callable[[str], Sequence[tuple[str, datetime]]]
"""Gives the cases that are offered to a pattern, each with the moment of its release."""


def no_offers(pattern_id: str) -> Sequence[tuple[str, datetime]]:
    """Nothing is offered."""
    return ()


@dataclass(frozen=True, repr=False)
class News:
    """What came since the last look: cases, and for a pattern what others did to it, oldest first.

    ``offered``: cases that came in since then and may belong to the pattern; nobody put them in.
    """

    saved: SavedSearchRecord
    case_ids: tuple[str, ...]
    events: tuple[PatternEventRecord, ...]
    offered: tuple[str, ...] = ()

    @property
    def any(self) -> bool:
        """Whether there is something new at all."""
        return bool(self.case_ids or self.events or self.offered)


def news_for(
    session: Session, owner: str, found: Finder, offering: Offering = no_offers, *, untold: bool = False
) -> list[News]:
    """What is new in all that somebody saved, in the order in which it was saved.

    Of a search: cases among what it finds that were released since the last look. Of a pattern: cases that
    others put in it, acts of others, and released cases that may belong to it. Own acts are no news. With
    ``untold`` what a mail told already is no news either.
    """
    return [
        _of_pattern(session, saved, offering, _since(saved, untold))
        if saved.pattern_id
        else _of_search(session, saved, found, _since(saved, untold))
        for saved in store.saved_searches_of(session, owner)
    ]


def _since(saved: SavedSearchRecord, untold: bool) -> datetime:
    return max(saved.last_seen, saved.told_at) if untold and saved.told_at else saved.last_seen


def _of_search(session: Session, saved: SavedSearchRecord, found: Finder, since: datetime) -> News:
    hits = store.get_cases(session, found(saved))
    new = [
        case_id
        for case_id, stored in hits.items()
        if stored.released_at is not None and stored.released_at > since
    ]
    return News(saved, tuple(new), ())


def _of_pattern(session: Session, saved: SavedSearchRecord, offering: Offering, since: datetime) -> News:
    assert saved.pattern_id is not None  # noqa: S101 - it is the search for a pattern
    events = store.pattern_events(session, saved.pattern_id)
    added = [
        member.case_id
        for member in store.members_of(session, [saved.pattern_id])
        if member.case_id and member.current and member.released
        if member.added_at > since and member.added_by != saved.owner
    ]
    offered = [case_id for case_id, released in offering(saved.pattern_id) if released > since]
    return News(saved, tuple(added), tuple(_by_others(events, saved, since)), tuple(offered))


def _by_others(
    events: Iterable[PatternEventRecord], saved: SavedSearchRecord, since: datetime
) -> list[PatternEventRecord]:
    return [event for event in events if event.at > since and event.actor != saved.owner]
