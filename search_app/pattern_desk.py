# SPDX-License-Identifier: EUPL-1.2
"""The register of patterns, for somebody who signed in: reading it, and doing something to a pattern."""

import textwrap
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from anonymise.anonymiser import Anonymiser
from casebase import store
from casebase.filters import SearchFilters
from casebase.pattern_vocabulary import PatternState, ProposalState
from casebase.store import (
    PatternEventRecord,
    PatternRecord,
    SavedSearchRecord,
    SizeEvidenceRecord,
    SizeFinding,
)
from patterns import merging, reading, register
from patterns.acts import Act, Change, checked_reason
from patterns.news import Finder, News, Offering, news_for
from patterns.reading import PatternFile, ToldToSubmitter
from patterns.register import NewPattern
from patterns.size_entries import enter_size
from search_app.parts import Clock, Parts

LONGEST_NAME = 70
"""Characters of a search that it is named after."""


@dataclass(frozen=True, repr=False)
class PatternDetails:
    """All that the register tells of one pattern; ``events`` are what happened to it, oldest first."""

    file: PatternFile
    events: Sequence[PatternEventRecord]
    sizes: Sequence[SizeEvidenceRecord]
    overdue: bool


class PatternDesk:
    """Registering and following patterns by one person; each act is there wholly or not at all."""

    def __init__(
        self,
        parts: Parts,
        *,
        actor: str,
        clock: Clock,
        anonymiser: Callable[[], Anonymiser],
        find: Finder,
        offering: Offering,
    ) -> None:
        self._parts = parts
        self._find, self._offering = find, offering
        self._actor = actor
        self._clock = clock
        self._anonymiser = anonymiser

    # --- reading -----------------------------------------------------------------------------

    def patterns(self, states: Collection[PatternState] = tuple(PatternState)) -> list[PatternFile]:
        """The patterns in these states, in the order in which they were registered."""
        with self._parts.session() as session:
            return reading.pattern_files(session, states)

    def overdue(self) -> list[PatternFile]:
        """The patterns of which the submitters should have heard before today."""
        return [file for file in self.patterns() if file.overdue(self.today)]

    def pattern(self, pattern_id: str) -> PatternDetails:
        """A pattern with its cases, its history and what is known of its size.

        Raises:
            UnknownPatternError: there is no pattern with this number.
        """
        with self._parts.session() as session:
            file = reading.pattern_file(session, pattern_id)
            events = store.pattern_events(session, pattern_id)
            sizes = store.size_evidence_of(session, pattern_id)
        return PatternDetails(file, events, sizes, file.overdue(self.today))

    def pattern_as_of(self, pattern_id: str, day: date) -> PatternFile | None:
        """A pattern as it stood at the end of a day; None when it was not registered yet."""
        with self._parts.session() as session:
            return reading.pattern_as_of(session, pattern_id, day)

    def told(self, case_id: str) -> list[ToldToSubmitter]:
        """What whoever brought a released case in may know of the patterns that it is in."""
        with self._parts.session() as session:
            return reading.told_to_submitter(session, case_id)

    @property
    def today(self) -> date:
        """The day by the clock of the databank."""
        return self._clock().date()

    # --- doing -------------------------------------------------------------------------------

    def register(self, new: NewPattern, *, why: str) -> PatternRecord:
        """Register a pattern; see ``patterns.register.register``."""
        act = self._act()
        with self._parts.writing() as session:
            return register.register(session, new, act, why)

    def register_proposal(self, proposal_id: int, new: NewPattern, *, why: str) -> PatternRecord:
        """Register a proposal as a pattern; its cases belong for the same reason.

        Raises:
            UnknownProposalError: the proposal does not exist, or was decided on.
            PatternError: something is not usable.
        """
        with self._parts.session() as session:
            case_ids = store.get_proposal(session, proposal_id).group.case_ids
        reasons = dict.fromkeys(case_ids, why) | dict(new.reasons)
        return self.register(replace(new, proposal_id=proposal_id, reasons=reasons), why=why)

    def reject_proposal(self, proposal_id: int, *, why: str) -> None:
        """Turn a proposal down.

        Raises:
            UnknownProposalError: the proposal does not exist, or was decided on.
            PatternError: there is no usable reason.
        """
        act = self._act()
        with self._parts.writing() as session:
            store.decide_proposal(
                session,
                proposal_id,
                ProposalState.REJECTED,
                actor=act.actor,
                now=act.now,
                why=checked_reason(why, act),
            )

    def set_state(
        self,
        pattern_id: str,
        target: PatternState,
        *,
        why: str,
        change: Change = Change(),  # noqa: B008
    ) -> PatternRecord:
        """Take a step; see ``patterns.register.set_state``."""
        act = self._act()
        with self._parts.writing() as session:
            return register.set_state(session, pattern_id, target, act, why, change)

    def edit(self, pattern_id: str, change: Change, *, why: str) -> PatternRecord:
        """Change name, mechanism, owner and such; see ``patterns.register.edit``."""
        act = self._act()
        with self._parts.writing() as session:
            return register.edit(session, pattern_id, change, act, why)

    def answer(self, pattern_id: str, text: str, *, why: str, next_due: date | None = None) -> PatternRecord:
        """Tell the submitters something; see ``patterns.register.answer``."""
        act = self._act()
        with self._parts.writing() as session:
            return register.answer(session, pattern_id, text, act, why=why, next_due=next_due)

    def add_cases(self, pattern_id: str, reasons: Mapping[str, str]) -> None:
        """Put cases in a pattern; see ``patterns.register.add_cases``."""
        act = self._act()
        with self._parts.writing() as session:
            register.add_cases(session, pattern_id, reasons, act)

    def remove_cases(self, pattern_id: str, case_ids: Collection[str], *, why: str) -> None:
        """Take cases out; see ``patterns.register.remove_cases``."""
        act = self._act()
        with self._parts.writing() as session:
            register.remove_cases(session, pattern_id, case_ids, act, why)

    def merge(self, pattern_ids: Collection[str], into: str, *, why: str) -> PatternRecord:
        """Merge patterns into another one; see ``patterns.merging.merge``."""
        act = self._act()
        with self._parts.writing() as session:
            return merging.merge(session, pattern_ids, into, act, why)

    def split(
        self, pattern_id: str, case_ids: Collection[str], *, name: str, mechanism: str, why: str
    ) -> PatternRecord:
        """Split cases off as a new pattern; see ``patterns.merging.split``."""
        act = self._act()
        with self._parts.writing() as session:
            return merging.split(session, pattern_id, case_ids, act, why, name=name, mechanism=mechanism)

    def answer_candidate(self, pattern_id: str, case_id: str, belongs: bool | None) -> None:
        """Keep whether a case that was offered is like the pattern; adding it is another act.

        Raises:
            UnknownPatternError: there is no pattern with this number.
            UnknownCaseError: there is no released case with this number.
        """
        with self._parts.writing() as session:
            store.answer_candidate(
                session, pattern_id, case_id, belongs, actor=self._actor, now=self._clock()
            )

    def enter_size(self, pattern_id: str, finding: SizeFinding) -> int:
        """Keep how many people a pattern hits; see ``patterns.size_entries.enter_size``."""
        act = self._act()
        with self._parts.writing() as session:
            return enter_size(session, pattern_id, finding, act)

    def remove_size(self, pattern_id: str, evidence_id: int) -> bool:
        """Take a number away that was wrong; False when the pattern has none with this number."""
        with self._parts.writing() as session:
            return store.remove_size_evidence(
                session, pattern_id, evidence_id, actor=self._actor, now=self._clock()
            )

    # --- wanting to know ----------------------------------------------------------------------

    def follow(self, pattern_id: str) -> int:
        """Have this person know what is new about a pattern; gives the number of the saved search."""
        with self._parts.writing() as session:
            name = store.get_pattern(session, pattern_id).name
            return store.save_search(
                session, owner=self._actor, name=name, pattern_id=pattern_id, now=self._clock()
            )

    def follow_search(
        self,
        text: str,
        filters: SearchFilters = SearchFilters(),
    ) -> int:
        """Have this person know what is new for a search; it is named after its first words.

        Personal data leaves the text first. Gives the number of the saved search.
        """
        act = self._act()
        safe = act.safe(" ".join(text.split()))
        name = textwrap.shorten(safe, LONGEST_NAME, placeholder=" …")
        with self._parts.writing() as session:
            conditions = store.plain_conditions(session, filters)
            return store.save_search(
                session, owner=act.actor, name=name, text=safe, filters=conditions, now=act.now
            )

    def followed(self) -> list[SavedSearchRecord]:
        """What this person wants to know of, in the order in which it was saved."""
        with self._parts.session() as session:
            return store.saved_searches_of(session, self._actor)

    def news(self) -> list[News]:
        """What is new in what this person saved; searches look at the cases that are clearly alike."""
        with self._parts.session() as session:
            return news_for(session, self._actor, self._find, self._offering)

    def seen(self, saved_id: int) -> None:
        """Note that this person looked just now.

        Raises:
            UnknownSavedSearchError: this person saved no search with this number.
        """
        with self._parts.writing() as session:
            store.mark_seen(session, saved_id, owner=self._actor, now=self._clock())

    def unfollow(self, saved_id: int) -> None:
        """Forget a saved search; raises as ``seen``."""
        with self._parts.writing() as session:
            store.forget_search(session, saved_id, owner=self._actor, now=self._clock())

    def _act(self) -> Act:
        # Loaded before the transaction begins: it may take a second, and others would wait.
        anonymiser = self._anonymiser()
        return Act(self._actor, self._clock(), lambda text: anonymiser.anonymise_text(text).text)
