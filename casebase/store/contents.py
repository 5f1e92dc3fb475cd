# SPDX-License-Identifier: EUPL-1.2
"""What a loading run must know of cases that are there already, without their texts."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select

from casebase.database import Session
from casebase.store.members import among
from casebase.tables import Case
from casebase.vocabulary import ReviewState


@dataclass(frozen=True)
class KnownContent:
    """From which registration a stored case came, by which engine it was made safe, where it stands."""

    content_key: str
    engine: str
    state: ReviewState


def known_contents(session: Session, case_ids: Iterable[str]) -> dict[str, KnownContent]:
    """By case number; numbers that are not stored are left out."""
    wanted = select(Case.case_id, Case.content_key, Case.engine, Case.state)
    rows = session.execute(wanted.where(among(session, Case.case_id, case_ids)))
    return {row.case_id: KnownContent(row.content_key, row.engine, row.state) for row in rows}
