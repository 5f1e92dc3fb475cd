# SPDX-License-Identifier: EUPL-1.2
"""What the figures tell of the patterns in the register; counted once for every state of the databank."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from datetime import date
from threading import Lock

from casebase import store
from casebase.bilingual import DatabankError
from casebase.database import Session
from casebase.pattern_vocabulary import PatternState
from casebase.record import SafeCase
from casebase.store import SizeEvidenceRecord, UnknownPatternError
from index.search import Searcher
from patterns import reading
from patterns.bursts import Burst, find_burst
from patterns.reading import PatternFile
from patterns.size import Rung, SizeStep
from patterns.states import ENDED
from patterns.study import PatternStudy, study_patterns
from search_app.parts import Clock, Parts

REMEMBERED = 16
"""Answers that are kept in memory, so that a page that is drawn again does not count anew."""

_GOING_ON = tuple(state for state in PatternState if state not in ENDED)
_Key = tuple[int, int, date, str]


class NotRegisteredYetError(UnknownPatternError):
    """The pattern was registered after the day that was asked about."""

    def __init__(self, pattern_id: str, day: date) -> None:
        DatabankError.__init__(
            self,
            f"Op {day:%d-%m-%Y} was patroon {pattern_id} nog niet geregistreerd. Kies een latere dag.",
            f"On {day:%Y-%m-%d} pattern {pattern_id} was not registered yet. Choose a later day.",
        )


class PatternStudies:
    """Studies of registered patterns over the released cases. Safe to share between threads."""

    def __init__(self, parts: Parts, *, clock: Clock, searcher: Callable[[], Searcher]) -> None:
        self._parts, self._clock, self._searcher = parts, clock, searcher
        self._known: OrderedDict[_Key, tuple[PatternStudy, ...]] = OrderedDict()
        self._bursts: OrderedDict[tuple[int, int, date], Burst | None] = OrderedDict()
        self._lock = Lock()

    def all(self, as_of: date | None = None) -> tuple[PatternStudy, ...]:
        """A study of every pattern that goes on, in the order in which they were registered.

        With ``as_of`` a day before today: of the patterns that went on at the end of that day, as they stood
        then, over the cases that were received until then. Which cases are released is that of now.
        """
        return self._studied(self._day(as_of), "")

    def one(self, pattern_id: str, as_of: date | None = None) -> PatternStudy:
        """The study of one pattern, which may have ended; its trend is corrected for those that go on.

        Raises:
            UnknownPatternError: there is no pattern with this number.
            NotRegisteredYetError: there was none on that day.
        """
        day = self._day(as_of)
        for study in self._studied(day, ""):
            if study.file.record.pattern_id == pattern_id:
                return study
        return self._studied(day, pattern_id)[-1]

    def entered_size(self, pattern_id: str | None, as_of: date | None = None) -> SizeStep | None:
        """The strongest that people entered about the size of a registered pattern; None without that.

        Raises:
            UnknownPatternError: as ``one``.
        """
        strongest = self.one(pattern_id, as_of).size[0] if pattern_id else None
        return strongest if strongest and strongest.rung is not Rung.KNOWN_CASES else None

    def burst(self, as_of: date | None = None) -> Burst | None:
        """Like cases that came in close together in the last weeks, in a pattern or not; None without any.

        Only cases that were received until ``as_of`` count.
        """
        searcher = self._searcher()
        day = self._day(as_of)
        with self._parts.session() as session:
            key = (store.revision(session), searcher.manifest.revision, day)
            with self._lock:
                if key in self._bursts:
                    return self._bursts[key]
            cases = _released(session)
        found = find_burst(searcher.collection, cases, day)
        with self._lock:
            self._bursts[key] = found
            while len(self._bursts) > REMEMBERED:
                self._bursts.popitem(last=False)
        return found

    def _day(self, as_of: date | None) -> date:
        return as_of or self._clock().date()

    def _studied(self, day: date, also: str) -> tuple[PatternStudy, ...]:
        """The studies of what goes on and, last, of one more pattern when it is named."""
        searcher = self._searcher()
        with self._parts.session() as session:
            key = (store.change_stamp(session), searcher.manifest.revision, day, also)
            with self._lock:
                if key in self._known:
                    self._known.move_to_end(key)
                    return self._known[key]
            files = self._files(session, day, also)
            sizes = {file.record.pattern_id: _sizes(session, file) for file in files}
            cases = _released(session)
        studies = study_patterns(files, cases, searcher.collection, sizes, day)
        self._keep(key, studies)
        return studies

    def _files(self, session: Session, day: date, also: str) -> list[PatternFile]:
        past = day < self._clock().date()
        if past:
            files = reading.pattern_files_as_of(session, day, _GOING_ON)
        else:
            files = reading.pattern_files(session, _GOING_ON)
        if not also:
            return files
        more = reading.pattern_as_of(session, also, day) if past else reading.pattern_file(session, also)
        if more is None:
            raise NotRegisteredYetError(also, day)
        return [*files, more]

    def _keep(self, key: _Key, studies: tuple[PatternStudy, ...]) -> None:
        with self._lock:
            self._known[key] = studies
            while len(self._known) > REMEMBERED:
                self._known.popitem(last=False)


def _sizes(session: Session, file: PatternFile) -> Sequence[SizeEvidenceRecord]:
    return store.size_evidence_of(session, file.record.pattern_id)


def _released(session: Session) -> list[SafeCase]:
    return [stored.case for stored in store.get_cases(session, store.released_ids(session)).values()]
