# SPDX-License-Identifier: EUPL-1.2
"""What the register of patterns tells, now or as it stood on an earlier day.

Cases that are not released at this moment are never shown, only counted.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from casebase import store
from casebase.database import Session
from casebase.pattern_vocabulary import PatternState, SolutionKind
from casebase.store import MemberRecord, PatternEventRecord, PatternRecord


@dataclass(frozen=True, repr=False)
class PatternFile:
    """A pattern with its cases.

    ``members`` are in it, ``former`` were in it and were taken out. ``hidden`` counts those that are in it
    and wait for review (again), ``deleted`` those that were in it and were deleted from the databank.
    """

    record: PatternRecord
    members: tuple[MemberRecord, ...]
    former: tuple[MemberRecord, ...]
    hidden: int
    deleted: int

    @property
    def case_ids(self) -> tuple[str, ...]:
        """Numbers of the cases that are in it, in the order in which they were added."""
        return tuple(member.case_id for member in self.members if member.case_id is not None)

    def overdue(self, today: date) -> bool:
        """Whether the day by which the submitters were to hear is over."""
        return self.record.answer_due is not None and self.record.answer_due < today


@dataclass(frozen=True, repr=False)
class ToldToSubmitter:
    """What whoever brought a case in may know of a pattern that it is in."""

    pattern_id: str
    name: str
    state: PatternState
    solution: SolutionKind | None
    answer: str
    answered_on: date | None
    answer_due: date | None


def pattern_file(session: Session, pattern_id: str) -> PatternFile:
    """A pattern with its cases.

    Raises:
        UnknownPatternError: there is no pattern with this number.
    """
    record = store.get_pattern(session, pattern_id)
    return _files([record], store.members_of(session, [pattern_id]), None)[0]


def pattern_files(
    session: Session, states: Collection[PatternState] = tuple(PatternState)
) -> list[PatternFile]:
    """The patterns in these states with their cases, in the order in which they were registered."""
    records = store.list_patterns(session, states)
    return _files(records, store.members_of(session, [record.pattern_id for record in records]), None)


def pattern_as_of(session: Session, pattern_id: str, day: date) -> PatternFile | None:
    """A pattern as it stood at the end of a day (UTC); None when it was not registered yet.

    A case that was in it that day and was deleted from the databank since is counted in ``deleted``.

    Raises:
        UnknownPatternError: there is no pattern with this number.
    """
    moment = datetime.combine(day, time.max, UTC)
    events = store.pattern_events(session, pattern_id)
    record = as_it_was(store.get_pattern(session, pattern_id), events, moment)
    if record is None:
        return None
    return _files([record], store.members_of(session, [pattern_id]), moment)[0]


def pattern_files_as_of(
    session: Session, day: date, states: Collection[PatternState] = tuple(PatternState)
) -> list[PatternFile]:
    """The patterns that were in these states at the end of a day (UTC), as they stood then."""
    moment = datetime.combine(day, time.max, UTC)
    stood = [
        as_it_was(record, store.pattern_events(session, record.pattern_id), moment)
        for record in store.list_patterns(session)
        if record.registered_on <= day
    ]
    records = [record for record in stood if record is not None and record.state in states]
    return _files(records, store.members_of(session, [record.pattern_id for record in records]), moment)


def as_it_was(
    record: PatternRecord, events: Sequence[PatternEventRecord], moment: datetime
) -> PatternRecord | None:
    """A pattern before all events that came after a moment; None when its registration is among those."""
    for event in reversed(events):
        if event.at <= moment:
            break
        if event.to_state is not None and event.from_state is None:
            return None
        state = event.from_state or record.state
        record = replace(record, state=state, **{name: old for name, (old, _) in event.changes.items()})
    return record


def told_to_submitter(session: Session, case_id: str) -> list[ToldToSubmitter]:
    """What the submitter of a case sees: state and answer of the patterns that it is in.

    Of merged patterns only the one that goes on is told.
    """
    records = store.get_patterns(session, store.patterns_of_case(session, case_id))
    return [
        ToldToSubmitter(
            record.pattern_id,
            record.name,
            record.state,
            record.solution,
            record.answer,
            record.answered_on,
            record.answer_due,
        )
        for record in records
        if record.state is not PatternState.MERGED
    ]


def _files(
    records: Iterable[PatternRecord], members: Iterable[MemberRecord], moment: datetime | None
) -> list[PatternFile]:
    by_pattern: dict[str, list[MemberRecord]] = defaultdict(list)
    for member in members:
        if moment is None or member.added_at <= moment:
            by_pattern[member.pattern_id].append(member)
    return [_file(record, by_pattern[record.pattern_id], moment) for record in records]


def _file(record: PatternRecord, members: Sequence[MemberRecord], moment: datetime | None) -> PatternFile:
    def inside(member: MemberRecord) -> bool:
        return member.current if moment is None else member.was_in(moment)

    known = [member for member in members if member.case_id is not None]
    gone = [member for member in members if member.case_id is None]
    current = [_unremoved(member) for member in known if inside(member)]
    back = {member.case_id for member in current}
    return PatternFile(
        record,
        members=tuple(member for member in current if member.released),
        former=tuple(m for m in known if m.released and not inside(m) and m.case_id not in back),
        hidden=sum(not member.released for member in current),
        deleted=sum(inside(member) or member.removed_why == store.DELETED for member in gone),
    )


def _unremoved(member: MemberRecord) -> MemberRecord:
    """On the day that is told, nobody had taken the case out yet."""
    return replace(member, removed_by=None, removed_at=None, removed_why=None)
