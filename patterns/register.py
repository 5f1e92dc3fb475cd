# SPDX-License-Identifier: EUPL-1.2
"""The register of patterns: what people do to a pattern.

A computation only proposes; here somebody registers, confirms, adds, takes out, answers. Every function
writes in the caller's transaction (``with sessions.begin() as session``) and leaves one event a pattern, so
that an act is there wholly or not at all. Reading: ``patterns.reading``; merging and splitting:
``patterns.merging``.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from casebase import store
from casebase.database import Session, begin_write
from casebase.pattern_vocabulary import PatternAction, PatternState, ProposalState
from casebase.store import PatternRecord, UnknownCaseError
from casebase.vocabulary import ReviewState
from patterns.acts import Act, Change, checked_change, checked_reason, checked_reasons
from patterns.errors import (
    AlreadyMemberError,
    EndedPatternError,
    MergeInsteadError,
    MissingDetailError,
    NoCasesError,
    NotMemberError,
    StepNotAllowedError,
    UnreleasedCaseError,
)
from patterns.states import ENDED, Demand, Step, next_states, step_between


@dataclass(frozen=True, repr=False)
class NewPattern:
    """A pattern as somebody registers it; ``reasons`` tells of each case why it belongs."""

    name: str
    mechanism: str
    reasons: Mapping[str, str]
    answer_due: date
    owner: str = ""
    addressee: str = ""
    label: str = ""
    terms: tuple[str, ...] = ()
    action_due: date | None = None
    proposal_id: int | None = None


def register(session: Session, new: NewPattern, act: Act, why: str) -> PatternRecord:
    """Register a pattern with its first cases; the proposal that it came from counts as accepted.

    Who registers it owns it, unless another owner is named.

    Raises:
        PatternError: no case is named, a case is not released, a text is empty or tells who somebody is, or
            the date is over.
        UnknownCaseError: a case does not exist.
        UnknownProposalError: the proposal does not exist, or was decided on.
    """
    begin_write(session)
    why = checked_reason(why, act)
    reasons = _released(session, new.reasons, act)
    change = Change(
        new.name,
        new.mechanism,
        new.owner or act.actor,
        new.addressee,
        new.label,
        new.terms,
        answer_due=new.answer_due,
        action_due=new.action_due,
    )
    number = store.next_pattern_id(session, act.today.year)
    record = PatternRecord(number, registered_on=act.today, **checked_change(change, act))
    store.add_pattern(session, record, act.record(PatternAction.REGISTERED, why, cases=len(reasons)))
    store.add_members(session, number, reasons, actor=act.actor, now=act.now)
    if new.proposal_id is not None:
        store.decide_proposal(
            session,
            new.proposal_id,
            ProposalState.ACCEPTED,
            actor=act.actor,
            now=act.now,
            why=why,
            pattern_id=number,
        )
    return record


def set_state(
    session: Session,
    pattern_id: str,
    target: PatternState,
    act: Act,
    why: str,
    change: Change = Change(),  # noqa: B008 - frozen
) -> PatternRecord:
    """Take a step that ``patterns.states`` allows, with what that step asks for.

    The date by which the submitters hear is the one given now; without one the earlier promise ends.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        PatternError: the step is not allowed, or something that it asks for is missing or not usable.
    """
    begin_write(session)
    before = store.get_pattern(session, pattern_id)
    step = _allowed(before.state, target)
    why = checked_reason(why, act)
    values = checked_change(change, act)
    _refuse_missing(step, before, values)
    values |= {"state": target, "answer_due": values.get("answer_due"), "merged_into": None}
    return store.change_pattern(
        session, pattern_id, values | _answered(values, act), act.record(PatternAction.STATE, why)
    )


def confirm(session: Session, pattern_id: str, act: Act, why: str, *, answer_due: date) -> PatternRecord:
    """Confirm that a signal is a pattern; raises as ``set_state``."""
    return set_state(session, pattern_id, PatternState.CONFIRMED, act, why, Change(answer_due=answer_due))


def reopen(session: Session, pattern_id: str, act: Act, why: str, *, answer_due: date) -> PatternRecord:
    """Open a pattern again that came to an end or came back; raises as ``set_state``.

    A merged pattern has the cases that it had when it was merged; they stay in the other one too.
    """
    return set_state(session, pattern_id, PatternState.REOPENED, act, why, Change(answer_due=answer_due))


def edit(session: Session, pattern_id: str, change: Change, act: Act, why: str) -> PatternRecord:
    """Change name, mechanism, owner, label and such; an answer is given with ``answer``.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        PatternError: it was merged, or a text is empty or tells who somebody is.
    """
    begin_write(session)
    _refuse_merged(store.get_pattern(session, pattern_id))
    values = checked_change(change, act)
    record = act.record(PatternAction.EDITED, checked_reason(why, act))
    return store.change_pattern(session, pattern_id, values | _answered(values, act), record)


def answer(
    session: Session, pattern_id: str, text: str, act: Act, *, why: str, next_due: date | None = None
) -> PatternRecord:
    """Tell the submitters something; the promise is kept, and ``next_due`` is the next one.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        PatternError: it was merged, or a text is empty or tells who somebody is.
    """
    begin_write(session)
    _refuse_merged(store.get_pattern(session, pattern_id))
    values = checked_change(Change(answer=text, answer_due=next_due), act)
    if not values["answer"]:
        raise MissingDetailError(Demand.ANSWER)
    values |= _answered(values, act) | {"answer_due": next_due}
    record = act.record(PatternAction.ANSWERED, checked_reason(why, act))
    return store.change_pattern(session, pattern_id, values, record)


def add_cases(session: Session, pattern_id: str, reasons: Mapping[str, str], act: Act) -> None:
    """Put released cases in a pattern, each with the reason why it belongs.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        UnknownCaseError: a case does not exist.
        PatternError: the pattern came to an end, a case is in it or not released, or a reason is not usable.
    """
    begin_write(session)
    refuse_ended(store.get_pattern(session, pattern_id))
    known = current_cases(session, pattern_id).keys() & reasons.keys()
    if known:
        raise AlreadyMemberError(sorted(known))
    kept = _released(session, reasons, act)
    store.add_members(session, pattern_id, kept, actor=act.actor, now=act.now)
    # Why each belongs stands with the case, and goes with it when the case is deleted.
    store.change_pattern(session, pattern_id, {}, act.record(PatternAction.ADDED, "", cases=len(kept)))


def remove_cases(session: Session, pattern_id: str, case_ids: Collection[str], act: Act, why: str) -> None:
    """Take cases out of a pattern that do not belong in it; that they were in it stays known.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        PatternError: the pattern was merged, no case is named, one is not in it, or there is no reason.
    """
    begin_write(session)
    _refuse_merged(store.get_pattern(session, pattern_id))
    refuse_strangers(session, pattern_id, case_ids)
    why = checked_reason(why, act)
    store.remove_members(session, pattern_id, case_ids, actor=act.actor, now=act.now, why=why)
    record = act.record(PatternAction.REMOVED, "", cases=len(set(case_ids)))
    store.change_pattern(session, pattern_id, {}, record)


def current_cases(session: Session, pattern_id: str) -> dict[str, str]:
    """The cases in a pattern, also those that wait for review, with why each belongs."""
    return {
        member.case_id: member.why
        for member in store.members_of(session, [pattern_id])
        if member.case_id is not None and member.current
    }


def refuse_strangers(session: Session, pattern_id: str, case_ids: Collection[str]) -> None:
    """Refuse cases that are not in a pattern, or none at all.

    Raises:
        PatternError: no case was named, or one is not in the pattern.
    """
    if not case_ids:
        raise NoCasesError
    strangers = set(case_ids) - current_cases(session, pattern_id).keys()
    if strangers:
        raise NotMemberError(sorted(strangers))


def refuse_ended(record: PatternRecord) -> None:
    """Refuse a pattern that came to an end.

    Raises:
        EndedPatternError: it was closed, rejected or merged.
    """
    if record.state in ENDED:
        raise EndedPatternError(record.pattern_id, record.state)


def _allowed(source: PatternState, target: PatternState) -> Step:
    step = step_between(source, target)
    if target is PatternState.MERGED:
        raise MergeInsteadError
    if step is None:
        allowed = [state for state in next_states(source) if state is not PatternState.MERGED]
        raise StepNotAllowedError(source, target, allowed)
    return step


def _refuse_missing(step: Step, before: PatternRecord, values: Mapping[str, Any]) -> None:
    """Of an answer and a date a new one is wanted; addressee and solution may be known already."""
    for demand in Demand:
        told = values.get(demand.value)
        if demand in (Demand.ADDRESSEE, Demand.SOLUTION) and told is None:
            told = getattr(before, demand.value)
        if demand in step.demands and not told:
            raise MissingDetailError(demand)


def _refuse_merged(record: PatternRecord) -> None:
    if record.state is PatternState.MERGED:
        raise EndedPatternError(record.pattern_id, record.state)


def _released(session: Session, reasons: Mapping[str, str], act: Act) -> dict[str, str]:
    if not reasons:
        raise NoCasesError
    states = store.review_states(session, reasons)
    for case_id in reasons:
        if case_id not in states:
            raise UnknownCaseError(case_id)
    unreleased = [case_id for case_id in reasons if states[case_id] is not ReviewState.RELEASED]
    if unreleased:
        raise UnreleasedCaseError(unreleased)
    return checked_reasons(reasons, act)


def _answered(values: Mapping[str, Any], act: Act) -> dict[str, Any]:
    return {"answered_on": act.today} if values.get("answer") else {}
