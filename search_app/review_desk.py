# SPDX-License-Identifier: EUPL-1.2
"""The reviewer's desk: what waits, most risky first; one case on a sheet; decisions and word lists."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from anonymise.case_texts import case_texts
from anonymise.risk.assessment import RiskAssessment, RiskLevel
from casebase import store
from casebase.database import Session
from casebase.listed_terms import ListedTerm
from casebase.store import (
    ApprovalRecord,
    Approved,
    QueueRow,
    ReviewRecord,
    StoredCase,
    TermRecord,
    UnknownCaseError,
)
from casebase.vocabulary import ReviewState, TermList
from search_app.parts import Clock, Parts
from search_app.text_changes import StaleCaseError, TextChanges, fingerprint

Risk = Callable[[str], RiskAssessment]
Risks = Callable[[Sequence[str]], Mapping[str, RiskAssessment]]
LONGEST_REASON = 500


@dataclass(frozen=True)
class QueueFilter:
    """Which cases to show; an empty condition leaves all in."""

    state: ReviewState = ReviewState.TO_REVIEW
    levels: frozenset[RiskLevel] = frozenset()
    maatwerkplaats: str = ""
    suspects_only: bool = False
    second_look: bool = False


@dataclass(frozen=True)
class QueueEntry:
    """A case that waits, with its risk."""

    row: QueueRow
    risk: RiskAssessment

    @property
    def people(self) -> int:
        """How many people are to approve it."""
        return people_needed(self.risk)

    @property
    def waits_for_second(self) -> bool:
        """Whether one person approved it and another is to look."""
        return bool(self.row.approved_by) and self.people > len(self.row.approved_by)


@dataclass(frozen=True)
class QueuePage:
    """A part of the queue; ``total`` counts what fits the conditions, the rest what there is to choose."""

    entries: tuple[QueueEntry, ...]
    total: int
    levels: Mapping[RiskLevel, int] = field(default_factory=dict)
    maatwerkplaatsen: tuple[str, ...] = ()

    def part(self, offset: int, limit: int) -> "QueuePage":
        """Some of its entries; what there is to choose stays."""
        return replace(self, entries=self.entries[offset : offset + limit])


@dataclass(frozen=True)
class ReviewSheet:
    """Everything a reviewer needs of one case.

    ``labels`` are its placeholders with how often each stands there, ``offered`` others that it could have;
    ``seen`` stands for the text as it reads now.
    """

    stored: StoredCase
    risk: RiskAssessment
    approvals: tuple[ApprovalRecord, ...]
    reviews: tuple[ReviewRecord, ...]
    labels: Mapping[str, int]
    offered: tuple[str, ...]
    texts: Mapping[str, str]
    seen: str

    @property
    def people(self) -> int:
        """How many people are to approve it."""
        return people_needed(self.risk)


def people_needed(risk: RiskAssessment) -> int:
    """A second pair of eyes where somebody could be recognised."""
    return 2 if risk.needs_second_reviewer else 1


class ReviewDesk(TextChanges):
    """Reviewing for one person: reading, changing and deciding."""

    def __init__(self, parts: Parts, *, actor: str, clock: Clock, risk: Risk, risks: Risks) -> None:
        super().__init__(parts, actor=actor, clock=clock)
        self._risk = risk
        self._risks = risks

    @property
    def actor(self) -> str:
        """Who is at the desk."""
        return self._actor

    # --- reading -----------------------------------------------------------------------------

    def queue(self, wanted: QueueFilter = QueueFilter(), *, offset: int = 0, limit: int = 50) -> QueuePage:
        """Cases in a state, highest risk first, then the oldest; what this person approved comes last."""
        with self._parts.session() as session:
            rows = store.queue_rows(session, wanted.state)
        risks = self._risks([row.case_id for row in rows])
        entries = [QueueEntry(row, risks[row.case_id]) for row in rows if row.case_id in risks]
        entries.sort(key=lambda entry: (self._actor in entry.row.approved_by, _most_urgent_first(entry)))
        chosen = [entry for entry in entries if _fits(entry, wanted)]
        return QueuePage(
            entries=tuple(chosen[offset : offset + limit]),
            total=len(chosen),
            levels={level: sum(e.risk.level is level for e in entries) for level in RiskLevel},
            maatwerkplaatsen=tuple(sorted({e.row.maatwerkplaats for e in entries} - {""})),
        )

    def sheet(self, case_id: str) -> ReviewSheet:
        """One case with its risk, its approvals and its history.

        Raises:
            UnknownCaseError: there is no case with this number.
        """
        with self._parts.session() as session:
            stored = store.get_case(session, case_id)
            approvals = store.approvals_of(session, [case_id]).get(case_id, ())
            reviews = tuple(store.list_reviews(session, case_id))
        if stored is None:
            raise UnknownCaseError(case_id)
        return ReviewSheet(
            stored=stored,
            risk=self._risk(case_id),
            approvals=approvals,
            reviews=reviews,
            labels=self._reworking.labels(stored.case),
            offered=self._reworking.offered(stored.case),
            texts=case_texts(stored.case),
            seen=fingerprint(stored.case),
        )

    def done_today(self) -> int:
        """How many cases this person released or held back in the last twelve hours."""
        with self._parts.session() as session:
            return store.reviewed_since(session, self._clock() - timedelta(hours=12), actor=self._actor)

    # --- deciding ----------------------------------------------------------------------------

    def approve(self, case_id: str, *, seen: str = "", reason: str = "") -> Approved:
        """Release a case, or note the first of two approvals.

        ``seen`` is the mark of the text that the reviewer read (``ReviewSheet.seen``); empty: as it is now.

        Raises:
            UnknownCaseError: there is no case with this number.
            SameReviewerError: this person was the first of the two.
            StaleCaseError: the text was changed since the reviewer read it.
        """
        told = self._safe(reason)
        people = people_needed(self._risk(case_id))
        with self._parts.writing() as session:
            stored = store.get_case(session, case_id)
            if stored is not None and seen and fingerprint(stored.case) != seen:
                raise StaleCaseError
            return store.approve_case(
                session, case_id, actor=self._actor, now=self._clock(), people=people, reason=told
            )

    def hold(self, case_id: str, *, reason: str = "") -> None:
        """Hold a case back: nobody finds it."""
        self._set_state(case_id, ReviewState.HELD, reason)

    def reopen(self, case_id: str, *, reason: str = "") -> None:
        """Put a case back in the queue; approvals that it had are void, one's own first one too."""
        with self._parts.writing() as session:
            store.withdraw_approval(session, case_id, actor=self._actor, now=self._clock())
        self._set_state(case_id, ReviewState.TO_REVIEW, reason)

    # --- word lists --------------------------------------------------------------------------

    def terms(self, word_list: TermList | None = None) -> list[TermRecord]:
        """What stands on a list, or on both."""
        with self._parts.session() as session:
            return store.list_terms(session, word_list)

    def add_term(self, term: ListedTerm, *, reason: str = "") -> int:
        """Put words on a list. What may stay is no suspect any more in the cases that wait.

        Raises:
            TermError: such words must not stand on a list.
            UnknownCaseError: there is no case with the number that the term names.
        """
        told = self._safe(reason)
        with self._parts.writing() as session:
            number = store.add_term(session, term, actor=self._actor, now=self._clock(), reason=told)
            if term.word_list is TermList.ALLOWED:
                self._settle(session, term)
        return number

    def remove_term(self, term_id: int) -> ListedTerm:
        """Take words off their list, and out of the database's files.

        Raises:
            UnknownTermError: nothing on the lists has this number.
        """
        with self._parts.writing() as session:
            term = store.remove_term(session, term_id, actor=self._actor, now=self._clock())
        self._erase()
        return term

    def _settle(self, session: Session, term: ListedTerm) -> None:
        for state in (ReviewState.TO_REVIEW, ReviewState.HELD):
            rows = [row for row in store.queue_rows(session, state) if row.suspects]
            held = [row.case_id for row in rows if term.holds_for(row.case_id, row.maatwerkplaats)]
            for case_id, stored in store.get_cases(session, held).items():
                done = self._reworking.dismiss(stored.case, term.text, any_case=term.any_case)
                if done.places:
                    suspects, now = done.case.suspects, self._clock()
                    store.settle_suspects(session, case_id, suspects, actor=self._actor, now=now)

    def _set_state(self, case_id: str, state: ReviewState, reason: str) -> None:
        told = self._safe(reason)
        with self._parts.writing() as session:
            store.set_state(session, case_id, state, actor=self._actor, now=self._clock(), reason=told)

    def _safe(self, reason: str) -> str:
        told = reason.strip()
        return self._parts.anonymiser.anonymise_text(told).text[:LONGEST_REASON] if told else ""


def _most_urgent_first(entry: QueueEntry) -> tuple[float, int, datetime, str]:
    row = entry.row
    return -entry.risk.score, -row.suspects, row.stored_at, row.case_id


def _fits(entry: QueueEntry, wanted: QueueFilter) -> bool:
    return (
        (not wanted.levels or entry.risk.level in wanted.levels)
        and (not wanted.maatwerkplaats or entry.row.maatwerkplaats == wanted.maatwerkplaats)
        and (not wanted.suspects_only or entry.row.suspects > 0)
        and (not wanted.second_look or entry.waits_for_second)
    )
