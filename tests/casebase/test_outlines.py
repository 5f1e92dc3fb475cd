# SPDX-License-Identifier: EUPL-1.2
"""Outlines of cases: what figures are counted from."""

from datetime import UTC, date, datetime

from casebase import store
from casebase.database import Sessions
from casebase.record import Perspective, SafeCase
from casebase.store import CaseOutline
from casebase.vocabulary import Nature, Outcome

NOW = datetime(2026, 1, 5, tzinfo=UTC)
TOLD = Perspective(text="Iets.")
FULL = SafeCase(
    case_id="A-1",
    title="Titel",
    situation="Iets.",
    maatwerkplaats="Twente",
    received_on=date(2025, 3, 1),
    nature=Nature.FINANCIAL,
    outcome=Outcome.SOLVED,
    legal_perspective=TOLD,
    financial_perspective=TOLD,
    social_perspective=TOLD,
    reasoning="Daarom.",
    engine="e",
)
SPARSE = SafeCase(
    case_id="A-2",
    title="Titel",
    situation="Iets.",
    legal_perspective=TOLD,
    social_perspective=Perspective(text="  "),
    reasoning=" \n",
    engine="e",
)


def test_an_outline_tells_what_is_filled_in_and_holds_no_text(make_sessions: Sessions) -> None:
    with make_sessions.begin() as session:
        for case in (SPARSE, FULL):
            store.save_case(session, case, content_key=case.case_id, actor="x", now=NOW)
    with make_sessions() as session:
        full, sparse = store.case_outlines(session)
    assert full == CaseOutline(date(2025, 3, 1), "Twente", Nature.FINANCIAL, None, Outcome.SOLVED, True, True)
    assert (sparse.received_on, sparse.has_perspectives, sparse.has_reasoning) == (None, False, False)
    assert "Iets" not in repr((full, sparse))
