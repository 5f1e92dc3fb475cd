# SPDX-License-Identifier: EUPL-1.2
"""What cases tell about their persons, in classes: kept to count how many cases share a description.

Whoever saves or corrects the text of a case keeps its traits in the same transaction; a change of the
text alone drops them, and ``without_traits`` then names the case until they are read again.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import delete, func, insert, select

from casebase.database import Session, begin_write
from casebase.store.members import among
from casebase.tables import TRAIT_LENGTH, AuditHead, Case, CaseTrait
from casebase.vocabulary import ReviewState

READ_BY = "gelezen met"
"""Not a trait: the version of the rules by which the traits of a case were read."""


@dataclass(frozen=True, order=True)
class TraitValue:
    """One class that a case belongs to, such as ``("leeftijd", "50-54")``."""

    trait: str
    value: str


@dataclass(frozen=True)
class RiskInput:
    """What is needed to tell how recognisable a case is, without its text."""

    case_id: str
    traits: tuple[TraitValue, ...]
    suspects: int
    state: ReviewState


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
    for case_id, trait, value in session.execute(wanted.order_by(*CaseTrait.__table__.primary_key)):
        found[case_id].append(TraitValue(trait, value))
    return {case_id: tuple(traits) for case_id, traits in found.items()}


def without_traits(session: Session, *, rules: str) -> list[str]:
    """Cases of which the traits were never read, were dropped, or were read by other rules; sorted."""
    read = select(CaseTrait.case_id).where(CaseTrait.trait == READ_BY, CaseTrait.value == rules)
    return sorted(session.scalars(select(Case.case_id).where(Case.case_id.not_in(read))))


def risk_inputs(session: Session, case_ids: Iterable[str] | None = None) -> dict[str, RiskInput]:
    """By case number, of all cases in any state or of the given ones; unknown numbers are left out."""
    wanted = select(Case.case_id, Case.state, func.json_array_length(Case.suspects).label("suspects"))
    chosen = None if case_ids is None else list(case_ids)
    if chosen is not None:
        wanted = wanted.where(among(session, Case.case_id, chosen))
    traits = trait_rows(session, chosen)
    return {
        row.case_id: RiskInput(row.case_id, traits.get(row.case_id, ()), row.suspects, row.state)
        for row in session.execute(wanted.order_by(Case.case_id))
    }


def change_stamp(session: Session) -> int:
    """A number that differs after every change to any case: counts that were made can be kept until then."""
    return session.scalars(select(AuditHead.events)).one()
