# SPDX-License-Identifier: EUPL-1.2
"""Cases that may belong to a registered pattern: the next candidates, and new ones that are offered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from threading import Lock

from casebase import store
from casebase.database import Session
from casebase.filters import SearchFilters
from casebase.pattern_vocabulary import PatternState
from casebase.record import SafeCase
from casebase.vocabulary import ReviewState
from index.collection import Collection
from index.hits import Hit
from index.search import Searcher
from patterns import reading
from patterns.more_like import MoreLike
from patterns.offering import Watched, fitting_cases
from patterns.reading import PatternFile
from patterns.states import ENDED
from search_app.parts import Parts

MOST_OFFERS = 10
"""Offers that a pattern has at once; the next ones come when these are answered."""

TAKEN_BACK = "Toevoegen ongedaan gemaakt"
"""Why a case was taken out that somebody added by mistake: that says nothing about the case."""

_GOING_ON = tuple(state for state in PatternState if state not in ENDED)


@dataclass(frozen=True)
class Offer:
    """A case that was released after a pattern began and that nobody said yes or no to.

    ``fit`` orders offers; 1 is what the pattern's own members reach on average.
    """

    pattern_id: str
    case_id: str
    fit: float
    released_at: datetime


@dataclass(frozen=True, repr=False)
class LikeCase:
    """A candidate with the member that it is most like, and why; ``offer`` when it is new as well."""

    case: SafeCase
    nearest: SafeCase | None
    hit: Hit | None
    offer: Offer | None


@dataclass(frozen=True)
class _Standing:
    # A pattern as far as offers depend on it.
    watched: Watched
    answered: frozenset[str]
    since: datetime | None


_Memory = tuple[int, Mapping[str, _Standing], Mapping[str, tuple[Offer, ...]]]


class PatternOffers:
    """Candidates and offers by the index that serves. Safe to share between threads."""

    def __init__(self, parts: Parts, *, searcher: Callable[[], Searcher]) -> None:
        self._parts, self._searcher = parts, searcher
        self._lock = Lock()
        self._made: tuple[Collection, int, MoreLike] | None = None
        self._offers: _Memory | None = None

    def all(self) -> Mapping[str, tuple[Offer, ...]]:
        """The offers of every pattern that goes on, by number; at most ten each, best first.

        Counted anew when the released cases, a pattern or an answer has changed.
        """
        searcher = self._searcher()
        with self._lock, self._parts.session() as session:
            more_like, revision = self._more_like(session, searcher)
            standing = {file.record.pattern_id: _standing(session, file) for file in _files(session)}
            known = self._offers
            if known is None or known[:2] != (revision, standing):
                found = _offered(more_like, standing, store.release_moments(session))
                known = self._offers = (revision, standing, found)
            return known[2]

    def for_pattern(self, pattern_id: str) -> tuple[Offer, ...]:
        """The offers of one pattern; none when it came to an end or is not there."""
        return self.all().get(pattern_id, ())

    def candidates(self, pattern_id: str, *, limit: int = 10) -> tuple[str, ...]:
        """The cases that are most like a pattern and that nobody answered, best first: more like these.

        Raises:
            UnknownPatternError: there is no pattern with this number.
        """
        searcher = self._searcher()
        with self._lock, self._parts.session() as session:
            more_like, _ = self._more_like(session, searcher)
            standing = _standing(session, reading.pattern_file(session, pattern_id))
        watched = standing.watched
        if not any(case_id in more_like for case_id in watched.members):
            return ()
        most = limit + len(standing.answered)
        found = more_like.candidates(watched.members, watched.rejected, limit=most)
        return tuple(each.case_id for each in found if each.case_id not in standing.answered)[:limit]

    def why(self, pattern_id: str, case_id: str) -> LikeCase | None:
        """A candidate beside the member that it is most like; None when it is not released (any more).

        Raises:
            UnknownPatternError: there is no pattern with this number.
        """
        searcher = self._searcher()
        offer = next((each for each in self.for_pattern(pattern_id) if each.case_id == case_id), None)
        with self._parts.session() as session:
            stored = store.get_case(session, case_id)
            if stored is None or stored.state is not ReviewState.RELEASED:
                return None
            members = set(reading.pattern_file(session, pattern_id).case_ids)
            near = searcher.similar(session, case_id, among=members, limit=1, stale_ok=True)
            if not near.hits:
                return LikeCase(stored.case, None, None, offer)
            nearest = near.cases[near.hits[0].case_id].case
            told = searcher.similar(session, nearest.case_id, among={case_id}, limit=1, stale_ok=True)
        return LikeCase(stored.case, nearest, told.hits[0] if told.hits else None, offer)

    def _more_like(self, session: Session, searcher: Searcher) -> tuple[MoreLike, int]:
        collection = searcher.collection
        matching = searcher.matching(session, SearchFilters())
        revision = matching.register.revision
        made = self._made
        if made is None or made[0] is not collection or made[1] != revision:
            rows = collection.rows_of(matching.case_ids)
            made = self._made = (collection, revision, MoreLike(collection, rows=rows))
        return made[2], revision


def _files(session: Session) -> list[PatternFile]:
    return reading.pattern_files(session, _GOING_ON)


def _standing(session: Session, file: PatternFile) -> _Standing:
    answers = store.answers_of(session, file.record.pattern_id)
    former = {each.case_id for each in file.former if each.case_id and each.removed_why != TAKEN_BACK}
    rejected = {case_id for case_id, belongs in answers.items() if not belongs} | former
    since = min((each.added_at for each in (*file.members, *file.former)), default=None)
    members = frozenset(file.case_ids)
    return _Standing(Watched(members, frozenset(rejected) - members), frozenset(answers), since)


def _offered(
    more_like: MoreLike, standing: Mapping[str, _Standing], released: Mapping[str, datetime]
) -> dict[str, tuple[Offer, ...]]:
    first = min((each.since for each in standing.values() if each.since), default=None)
    new = [case_id for case_id, at in released.items() if first and at > first and case_id in more_like]
    watched = {number: each.watched for number, each in standing.items()}
    found: dict[str, tuple[Offer, ...]] = {}
    for number, fitting in fitting_cases(more_like, watched, new).items():
        begun, answered = standing[number].since, standing[number].answered
        offers = [Offer(number, each.case_id, each.fit, released[each.case_id]) for each in fitting]
        fresh = [each for each in offers if begun and each.released_at > begun]
        found[number] = tuple(each for each in fresh if each.case_id not in answered)[:MOST_OFFERS]
    return found
