# SPDX-License-Identifier: EUPL-1.2
"""What cases tell about their persons, in classes: kept to count how many cases share a description.

Whoever saves or corrects the text of a case keeps its traits in the same transaction; a change of the
text alone drops them, and ``without_traits`` then names the case until they are read again.
"""

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import delete, func, insert, select

from casebase.database import Session, begin_write
from casebase.store.members import among
from casebase.tables import TRAIT_LENGTH, AuditEvent, AuditHead, Case, CaseTrait

READ_BY = "gelezen met"
"""Not a trait: the version of the rules by which the traits of a case were read."""


class TraitValue(NamedTuple):
    """One class that a case belongs to, such as ``("leeftijd", "50-54")``."""

    trait: str
    value: str


def replace_traits(session: Session, case_id: str, traits: Iterable[TraitValue], *, rules: str) -> None:
    """Keep these traits of a stored case in place of what was there.

    Args:
        session: a writing session.
        case_id: a case that is stored.
        traits: classes of closed lists; text that somebody typed has no place here.
        rules: version of the rules by which they were read.
    """
    begin_write(session)
    drop_traits(session, case_id)
    named = sorted({*traits, TraitValue(READ_BY, rules)})
    rows = [{"case_id": case_id, "trait": t.trait, "value": t.value[:TRAIT_LENGTH]} for t in named]
    session.execute(insert(CaseTrait), rows)


def drop_traits(session: Session, case_id: str) -> None:
    """Forget what was read from a text that changes."""
    session.execute(delete(CaseTrait).where(CaseTrait.case_id == case_id))


def trait_rows(session: Session, case_ids: Iterable[str] | None = None) -> dict[str, tuple[TraitValue, ...]]:
    """The traits by case number, of all cases in any state or of the given ones; both sorted."""
    wanted = select(CaseTrait.case_id, CaseTrait.trait, CaseTrait.value).where(CaseTrait.trait != READ_BY)
    if case_ids is not None:
        wanted = wanted.where(among(session, CaseTrait.case_id, case_ids))
    found: defaultdict[str, list[TraitValue]] = defaultdict(list)
    seen: dict[tuple[str, str], TraitValue] = {}  # a few hundred classes stand in every hundred thousand rows
    for case_id, trait, value in session.execute(wanted.order_by(*CaseTrait.__table__.primary_key)):
        pair = (trait, value)
        found[case_id].append(seen.get(pair) or seen.setdefault(pair, TraitValue(trait, value)))
    return {case_id: tuple(traits) for case_id, traits in found.items()}


def without_traits(session: Session, *, rules: str, case_ids: Iterable[str] | None = None) -> list[str]:
    """Cases of which the traits were never read, were dropped, or were read by other rules; sorted.

    Looks at all cases, or at the given ones only.
    """
    read = select(CaseTrait.case_id).where(CaseTrait.trait == READ_BY, CaseTrait.value == rules)
    wanted = select(Case.case_id).where(Case.case_id.not_in(read))
    if case_ids is not None:
        wanted = wanted.where(among(session, Case.case_id, case_ids))
    return sorted(session.scalars(wanted))


def suspect_counts(session: Session, case_ids: Iterable[str] | None = None) -> dict[str, int]:
    """How many places of each case may still be personal data, of all cases in any state or the given ones.

    Sorted by case number; unknown numbers are left out.
    """
    wanted = select(Case.case_id, func.json_array_length(Case.suspects).label("suspects")).order_by(
        Case.case_id
    )
    if case_ids is not None:
        wanted = wanted.where(among(session, Case.case_id, case_ids))
    return {row.case_id: row.suspects for row in session.execute(wanted)}


def change_stamp(session: Session) -> int:
    """A number that grows with every change to any case: what was counted can be kept until then."""
    return session.scalars(select(AuditHead.events)).one()


def touched_since(session: Session, stamp: int) -> set[str]:
    """The numbers of the cases that changed after ``change_stamp`` gave this, and of other things perhaps."""
    return set(session.scalars(select(AuditEvent.subject).where(AuditEvent.number > stamp)))
