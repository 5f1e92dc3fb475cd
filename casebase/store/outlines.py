# SPDX-License-Identifier: EUPL-1.2
"""What figures are counted from: of each case its dates and terms, and which parts are filled in; no text."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from casebase.database import Session
from casebase.tables import Case
from casebase.vocabulary import Level, Nature, Outcome

_BLANKS = " \t\r\n"


@dataclass(frozen=True)
class CaseOutline:
    """One case without its text. ``has_perspectives``: all three are filled in."""

    received_on: date | None
    maatwerkplaats: str
    nature: Nature | None
    level: Level | None
    outcome: Outcome | None
    has_perspectives: bool
    has_reasoning: bool


def case_outlines(session: Session) -> list[CaseOutline]:
    """The outlines of all cases in any state, by case number; the database reads the texts, nobody else."""
    wanted = select(
        Case.received_on,
        Case.maatwerkplaats,
        Case.nature,
        Case.level,
        Case.outcome,
        _filled(Case.legal_text),
        _filled(Case.financial_text),
        _filled(Case.social_text),
        _filled(Case.reasoning),
    )
    rows = session.execute(wanted.order_by(Case.case_id))
    return [
        CaseOutline(day, place, nature, level, outcome, min(legal, financial, social) > 0, reasoning > 0)
        for day, place, nature, level, outcome, legal, financial, social, reasoning in rows
    ]


def _filled(column: InstrumentedAttribute[str]) -> ColumnElement[int]:
    return func.length(func.trim(column, _BLANKS))
