# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's figures over all cases and patterns that the databank holds."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, time

from casebase import store
from casebase.database import Session
from casebase.store import CaseOutline, PatternEventRecord, PatternRecord
from casebase.vocabulary import Outcome, ReviewState
from patterns.periods import Period
from patterns.reading import as_it_was
from patterns.report import CaseLine, Figures, SignalLine, figures
from search_app.parts import Clock, Parts


class Reporting:
    """Counts cases and patterns; gives no text of a case."""

    def __init__(self, parts: Parts, *, clock: Clock) -> None:
        self._parts, self._clock = parts, clock

    def figures(self, as_of: date | None = None, period: Period = Period.QUARTER) -> Figures:
        """The figures as of a day, today unless another is named.

        All cases count that the databank holds now, those that wait for review too: they came in all the
        same. Cases that were deleted since then no longer count.
        """
        day = as_of or self._clock().date()
        with self._parts.session() as session:
            cases = [_case_line(each) for each in store.case_outlines(session)]
            signals = _signals(session, day)
        return figures(cases, signals, day, period)

    def waiting(self) -> int:
        """How many cases nobody released yet."""
        with self._parts.session() as session:
            counts = store.count_cases(session)
        return sum(count for state, count in counts.items() if state is not ReviewState.RELEASED)


def _case_line(case: CaseOutline) -> CaseLine:
    return CaseLine(
        received_on=case.received_on,
        office=case.maatwerkplaats.strip() or None,
        nature=case.nature,
        level=case.level,
        outcome=case.outcome or Outcome.UNKNOWN,
        has_perspectives=case.has_perspectives,
        has_reasoning=case.has_reasoning,
    )


def _signals(session: Session, day: date) -> list[SignalLine]:
    end = datetime.combine(day, time.max, UTC)
    told = [
        _signal(record, store.pattern_events(session, record.pattern_id), end)
        for record in store.list_patterns(session)
    ]
    return [each for each in told if each is not None]


def _signal(
    record: PatternRecord, events: Sequence[PatternEventRecord], moment: datetime
) -> SignalLine | None:
    """A pattern as it stood at a moment; None when it was not registered yet."""
    then = as_it_was(record, events, moment)
    if then is None:
        return None
    steps = [event.at.date() for event in events if event.to_state is not None and event.at <= moment]
    return SignalLine(then.pattern_id, then.state, steps[-1], then.answer_due)
