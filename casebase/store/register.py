# SPDX-License-Identifier: EUPL-1.2
"""What filters and facets look at, of all released cases at once: short values, never a text."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import select

from casebase.database import Session
from casebase.tables import Case, CaseValue
from casebase.vocabulary import Level, Nature, Outcome, ReviewState


class RegisterRow(NamedTuple):
    """The fields of a released case that have one value."""

    case_id: str
    maatwerkplaats: str
    nature: Nature | None
    level: Level | None
    outcome: Outcome | None
    received_on: date | None
    deviates_from_rules: bool | None


class RegisterValue(NamedTuple):
    """A value of a field that may have several: regulations, principles, organisations_involved."""

    case_id: str
    field: str
    value: str


def register_rows(session: Session) -> Sequence[RegisterRow]:
    """A row for each released case, by ascending case number."""
    wanted = select(*(getattr(Case, name) for name in RegisterRow._fields))
    found = session.execute(wanted.where(Case.state == ReviewState.RELEASED))
    return sorted(map(RegisterRow._make, found), key=lambda row: row.case_id)


def register_values(session: Session) -> Sequence[RegisterValue]:
    """The values of cases in any state, in no particular order; one may stand twice at a case."""
    found = session.execute(select(CaseValue.case_id, CaseValue.field, CaseValue.value))
    return list(map(RegisterValue._make, found))
