# SPDX-License-Identifier: EUPL-1.2
"""Groups that a run proposed as patterns, and whether cases that were offered belong to a pattern."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, RowMapping, delete, func, insert, select, update

from casebase.audit import record_event
from casebase.database import Session, begin_write
from casebase.pattern_tables import PatternAnswer, PatternProposal, ProposalCase
from casebase.pattern_vocabulary import ProposalState
from casebase.store.errors import UnknownCaseError, UnknownProposalError
from casebase.store.pattern_members import review_states
from casebase.store.patterns import get_pattern
from casebase.tables import Case
from casebase.vocabulary import ReviewState


@dataclass(frozen=True)
class ProposedGroup:
    """A group as a run made it: numbers of cases, the most central first.

    ``previous_id`` is the proposal of an earlier run that it continues, ``pattern_id`` the registered
    pattern that it looks like; ``figures`` are plain values such as its cohesion.
    """

    case_ids: tuple[str, ...]
    label: str = ""
    terms: tuple[str, ...] = ()
    figures: Mapping[str, Any] = field(default_factory=dict)
    previous_id: int | None = None
    pattern_id: str | None = None


@dataclass(frozen=True)
class ProposalRecord:
    """A proposed group with what people decided; cases that are not released now are left out."""

    proposal_id: int
    run_id: str
    made_at: datetime
    as_of: date
    group: ProposedGroup
    state: ProposalState
    decided_by: str | None
    decided_at: datetime | None


def save_proposals(
    session: Session, run_id: str, groups: Iterable[ProposedGroup], *, as_of: date, actor: str, now: datetime
) -> list[int]:
    """Keep what a run proposed, and give the numbers of the proposals, in the same order."""
    begin_write(session)
    numbers = []
    for group in groups:
        row = {
            "run_id": run_id,
            "made_at": now,
            "as_of": as_of,
            "label": group.label,
            "terms": list(group.terms),
            "figures": dict(group.figures),
            "previous_id": group.previous_id,
            "pattern_id": group.pattern_id,
            "state": ProposalState.OFFERED,
            "decided_why": "",
        }
        added = session.execute(insert(PatternProposal).values(**row).returning(PatternProposal.proposal_id))
        numbers.append(added.scalar_one())
        _save_cases(session, numbers[-1], group.case_ids)
    details = {"proposals": len(numbers)}
    record_event(session, action="proposals.made", actor=actor, subject=run_id, details=details, now=now)
    return numbers


def latest_run(session: Session) -> str | None:
    """The run that proposed last, or None when there was none."""
    wanted = select(PatternProposal.run_id).order_by(PatternProposal.proposal_id.desc()).limit(1)
    return session.scalars(wanted).one_or_none()


def list_proposals(
    session: Session, run_id: str | None = None, *, state: ProposalState | None = None
) -> list[ProposalRecord]:
    """The proposals of a run, or of all runs, oldest first; with ``state`` only those."""
    conditions = []
    if run_id is not None:
        conditions.append(PatternProposal.run_id == run_id)
    if state is not None:
        conditions.append(PatternProposal.state == state)
    return _read(session, conditions)


def get_proposal(session: Session, proposal_id: int) -> ProposalRecord:
    """An open proposal.

    Raises:
        UnknownProposalError: there is none with this number, or it was decided on.
    """
    wanted = [PatternProposal.proposal_id == proposal_id, PatternProposal.state == ProposalState.OFFERED]
    found = _read(session, wanted)
    if not found:
        raise UnknownProposalError(proposal_id)
    return found[0]


def decide_proposal(
    session: Session,
    proposal_id: int,
    state: ProposalState,
    *,
    actor: str,
    now: datetime,
    why: str,
    pattern_id: str | None = None,
) -> None:
    """Note that a proposal became a pattern, or was turned down; a decision is taken once.

    Raises:
        UnknownProposalError: there is none with this number, or it was decided on.
    """
    begin_write(session)
    before = get_proposal(session, proposal_id)
    session.execute(
        update(PatternProposal)
        .where(PatternProposal.proposal_id == proposal_id)
        .values(
            state=state,
            decided_by=actor,
            decided_at=now,
            decided_why=why,
            pattern_id=pattern_id or before.group.pattern_id,
        )
    )
    details = {"to": state.value, "pattern": pattern_id}
    subject = f"{before.run_id}/{proposal_id}"
    record_event(session, action="proposals.decided", actor=actor, subject=subject, details=details, now=now)


def answer_candidate(
    session: Session, pattern_id: str, case_id: str, belongs: bool | None, *, actor: str, now: datetime
) -> None:
    """Keep whether a released case belongs to a pattern; None takes it back. The last answer counts.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        UnknownCaseError: there is no released case with this number.
    """
    begin_write(session)
    get_pattern(session, pattern_id)
    if review_states(session, [case_id]).get(case_id) is not ReviewState.RELEASED:
        raise UnknownCaseError(case_id)
    key = {"pattern_id": pattern_id, "case_id": case_id}
    before = session.scalars(select(PatternAnswer.belongs).filter_by(**key)).one_or_none()
    if before == belongs:
        return
    session.execute(delete(PatternAnswer).filter_by(**key))
    if belongs is not None:
        session.execute(insert(PatternAnswer).values(**key, belongs=belongs, actor=actor, at=now))
    details = {"pattern": pattern_id, "from": before, "to": belongs}
    record_event(
        session, action="case.pattern_answer", actor=actor, subject=case_id, details=details, now=now
    )


def answers_of(session: Session, pattern_id: str) -> dict[str, bool]:
    """Which released cases people said to belong to a pattern (True) or not (False), by number."""
    wanted = select(PatternAnswer.case_id, PatternAnswer.belongs).join(
        Case, Case.case_id == PatternAnswer.case_id
    )
    wanted = wanted.where(PatternAnswer.pattern_id == pattern_id, Case.state == ReviewState.RELEASED)
    return dict(session.execute(wanted.order_by(PatternAnswer.case_id)).all())


def count_open_proposals(session: Session) -> int:
    """How many proposals wait for a decision."""
    wanted = select(func.count()).where(PatternProposal.state == ProposalState.OFFERED)
    return session.scalars(wanted).one()


def _save_cases(session: Session, proposal_id: int, case_ids: Iterable[str]) -> None:
    rows = [
        {"proposal_id": proposal_id, "case_id": case_id, "position": position}
        for position, case_id in enumerate(case_ids)
    ]
    if rows:
        session.execute(insert(ProposalCase), rows)


def _read(session: Session, conditions: Sequence[ColumnElement[bool]]) -> list[ProposalRecord]:
    asked = select(PatternProposal.proposal_id).where(*conditions)
    members = (
        select(ProposalCase.proposal_id, ProposalCase.case_id)
        .join(Case, Case.case_id == ProposalCase.case_id)
        .where(ProposalCase.proposal_id.in_(asked), Case.state == ReviewState.RELEASED)
        .order_by(ProposalCase.proposal_id, ProposalCase.position)
    )
    cases: dict[int, list[str]] = defaultdict(list)
    for number, case_id in session.execute(members):
        cases[number].append(case_id)
    wanted = select(PatternProposal.__table__).where(*conditions).order_by(PatternProposal.proposal_id)
    rows = session.execute(wanted).mappings()
    return [_record(row, tuple(cases[row["proposal_id"]])) for row in rows]


def _record(row: RowMapping, case_ids: tuple[str, ...]) -> ProposalRecord:
    group = ProposedGroup(
        case_ids, row["label"], tuple(row["terms"]), row["figures"], row["previous_id"], row["pattern_id"]
    )
    return ProposalRecord(
        row["proposal_id"],
        row["run_id"],
        row["made_at"],
        row["as_of"],
        group,
        row["state"],
        row["decided_by"],
        row["decided_at"],
    )
