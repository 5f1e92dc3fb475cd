# SPDX-License-Identifier: EUPL-1.2
"""What filters and facets look at, of all released cases at once: short values, never a text."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from sqlalchemy import String, select, type_coerce

from casebase.database import Session
from casebase.tables import Case, CaseValue
from casebase.vocabulary import ReviewState


class RegisterRow(NamedTuple):
    """The fields of a released case that have one value."""

    case_id: str
    maatwerkplaats: str
    nature: str | None
    level: str | None
    outcome: str | None
    received_on: date | None
    deviates_from_rules: bool | None


def register_rows(session: Session) -> Sequence[RegisterRow]:
    """A row for each released case, by ascending case number."""
    # As text: making terms of a hundred thousand values takes longer than reading them.
    terms = (type_coerce(term, String) for term in (Case.nature, Case.level, Case.outcome))
    wanted = select(Case.case_id, Case.maatwerkplaats, *terms, Case.received_on, Case.deviates_from_rules)
    found = session.execute(wanted.where(Case.state == ReviewState.RELEASED))
    return sorted(map(RegisterRow._make, found), key=lambda row: row.case_id)


def register_values(session: Session) -> Sequence[tuple[str, str, str]]:
    """Case number, field and value of fields that may have several: regulations, principles, organisations.

    Of cases in any state, in no particular order; one may stand twice at a case.
    """
    return session.execute(select(CaseValue.case_id, CaseValue.field, CaseValue.value)).all()
