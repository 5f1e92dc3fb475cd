# SPDX-License-Identifier: EUPL-1.2
"""All that a pattern's page tells, read together: the register, the figures and the cases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from casebase.record import SafeCase
from casebase.store import MemberRecord, PatternEventRecord, PatternRecord
from patterns.bursts import Burst
from patterns.dossier_stories import most_central
from patterns.states import ENDED
from patterns.study import PatternStudy
from search_app.pattern_bursts import burst_in
from search_app.pattern_desk import PatternDetails

if TYPE_CHECKING:
    from search_app.databank import Databank


@dataclass(frozen=True, repr=False)
class PatternView:
    """A pattern as of a day. ``details`` are those of now, ``study`` those of the day; ``cases`` by number.

    ``cases`` holds the released cases that are in the pattern or were, members first; ``burst`` is what came
    in close together on that day and is in this pattern for half or more.
    """

    details: PatternDetails
    study: PatternStudy
    cases: Mapping[str, SafeCase]
    today: date
    burst: Burst | None = None

    @property
    def record(self) -> PatternRecord:
        """The pattern on that day."""
        return self.study.file.record

    @property
    def as_of(self) -> date:
        """The day that the page tells about."""
        return self.study.as_of

    @property
    def earlier(self) -> bool:
        """Whether that is a day before today."""
        return self.as_of < self.today

    @property
    def members(self) -> tuple[MemberRecord, ...]:
        """What was in the pattern on that day and may be seen now."""
        return self.study.file.members

    @property
    def member_cases(self) -> tuple[SafeCase, ...]:
        """The cases of these members."""
        return tuple(self.cases[each] for each in self.study.file.case_ids if each in self.cases)

    @property
    def events(self) -> tuple[PatternEventRecord, ...]:
        """What had happened to the pattern by the end of that day, newest first."""
        return tuple(event for event in reversed(self.details.events) if event.at.date() <= self.as_of)

    @property
    def moved(self) -> PatternEventRecord | None:
        """The event by which the pattern came into its state."""
        return next((event for event in self.events if event.to_state is self.record.state), None)

    @property
    def overdue_days(self) -> int:
        """Days since the submitters should have heard; 0 when they still can, or need not any more."""
        due = self.record.answer_due
        if due is None or self.record.state in ENDED:
            return 0
        return max(0, (self.as_of - due).days)


def read_pattern(databank: "Databank", actor: str, pattern_id: str, as_of: date, today: date) -> PatternView:
    """A pattern as of a day.

    Raises:
        UnknownPatternError: there is no pattern with this number, or there was none on that day.
    """
    details = databank.patterns_of(actor).pattern(pattern_id)
    study = databank.pattern_studies.one(pattern_id, as_of)
    file = study.file
    numbers = [member.case_id for member in (*file.members, *file.former) if member.case_id]
    stored = databank.released_among(numbers)
    cases = {number: each.case for number, each in stored.items()}
    return PatternView(details, study, cases, today, burst_in(databank.pattern_studies, pattern_id, as_of))


def typical_first(databank: "Databank", view: PatternView) -> Sequence[SafeCase]:
    """The cases of a pattern, the most typical first; the same order as in its dossier."""
    own = {case.case_id: case for case in view.member_cases}
    if len(own) < 2:
        return view.member_cases
    known, vectors = databank.case_vectors()
    rows = {number: vectors[row] for row, number in enumerate(known) if number in own}
    return tuple(own[each] for each in most_central(own, rows, len(own)))
