# SPDX-License-Identifier: EUPL-1.2
"""Merging patterns that turn out to be one, and splitting one that turns out to be several.

No case is lost: a merged pattern keeps its cases as they were, so that it can be opened again, and the
pattern that takes it in gets them too; of a case that is split off the old pattern keeps where it went.
"""

from collections.abc import Collection
from datetime import date

from casebase import store
from casebase.database import Session, begin_write
from casebase.pattern_vocabulary import PatternAction, PatternState
from casebase.store import PatternRecord
from patterns.acts import Act, Change, checked_change, checked_reason
from patterns.errors import MergeItselfError, SplitAllError, StepNotAllowedError
from patterns.register import current_cases, refuse_ended, refuse_strangers
from patterns.states import next_states, step_between


def merge(session: Session, pattern_ids: Collection[str], into: str, act: Act, why: str) -> PatternRecord:
    """Merge patterns into another one, which gets their cases and the earliest promise to submitters.

    Raises:
        UnknownPatternError: a pattern does not exist.
        PatternError: one of them is the other one, or came to an end; or there is no reason.
    """
    begin_write(session)
    sources = list(dict.fromkeys(pattern_ids))
    if not sources or into in sources:
        raise MergeItselfError
    target = store.get_pattern(session, into)
    refuse_ended(target)
    records = [store.get_pattern(session, source) for source in sources]
    for record in records:
        _refuse_unmergeable(record)
    why = checked_reason(why, act)
    for record in records:
        target = _take_in(session, record, target, act, why)
    return target


def split(
    session: Session,
    pattern_id: str,
    case_ids: Collection[str],
    act: Act,
    why: str,
    *,
    name: str,
    mechanism: str,
) -> PatternRecord:
    """Split cases of a pattern off as a new one, which starts as a signal with the same owner and promise.

    Raises:
        UnknownPatternError: there is no pattern with this number.
        PatternError: it came to an end, a case is not in it, none would be left, or a text is not usable.
    """
    begin_write(session)
    source = store.get_pattern(session, pattern_id)
    refuse_ended(source)
    refuse_strangers(session, pattern_id, case_ids)
    members = current_cases(session, pattern_id)
    moving = {case_id: reason for case_id, reason in members.items() if case_id in set(case_ids)}
    if len(moving) == len(members):
        raise SplitAllError
    why = checked_reason(why, act)
    texts = checked_change(Change(name=name, mechanism=mechanism), act)
    new = _split_off(source, store.next_pattern_id(session, act.today.year), texts, act.today)
    record = act.record(PatternAction.REGISTERED, why, cases=len(moving), other=pattern_id)
    store.add_pattern(session, new, record)
    went = f"afgesplitst naar {new.pattern_id}"
    store.remove_members(session, pattern_id, moving, actor=act.actor, now=act.now, why=went)
    store.add_members(session, new.pattern_id, moving, actor=act.actor, now=act.now)
    record = act.record(PatternAction.SPLIT, why, cases=len(moving), other=new.pattern_id)
    store.change_pattern(session, pattern_id, {}, record)
    return new


def _refuse_unmergeable(record: PatternRecord) -> None:
    if step_between(record.state, PatternState.MERGED) is None:
        refuse_ended(record)
        raise StepNotAllowedError(record.state, PatternState.MERGED, next_states(record.state))


def _take_in(
    session: Session, source: PatternRecord, target: PatternRecord, act: Act, why: str
) -> PatternRecord:
    there = current_cases(session, target.pattern_id)
    coming = {
        case_id: reason
        for case_id, reason in current_cases(session, source.pattern_id).items()
        if case_id not in there
    }
    store.add_members(session, target.pattern_id, coming, actor=act.actor, now=act.now)
    merged = {"state": PatternState.MERGED, "merged_into": target.pattern_id, "answer_due": None}
    record = act.record(PatternAction.STATE, why, other=target.pattern_id)
    store.change_pattern(session, source.pattern_id, merged, record)
    due = min((day for day in (source.answer_due, target.answer_due) if day is not None), default=None)
    record = act.record(PatternAction.ABSORBED, why, cases=len(coming), other=source.pattern_id)
    return store.change_pattern(session, target.pattern_id, {"answer_due": due}, record)


def _split_off(source: PatternRecord, number: str, texts: dict[str, str], today: date) -> PatternRecord:
    return PatternRecord(
        number,
        texts["name"],
        texts["mechanism"],
        source.owner,
        today,
        addressee=source.addressee,
        answer_due=source.answer_due,
        split_from=source.pattern_id,
    )
