# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import date, datetime

from casebase.database import Sessions
from casebase.record import SafeCase
from casebase.store import set_state
from casebase.store.register import RegisterRow, register_rows, register_values
from casebase.vocabulary import Level, Nature, Outcome, Principle, ReviewState

Add = Callable[..., SafeCase]


def test_the_register_holds_released_cases_by_number(
    add: Add, make_sessions: Sessions, now: datetime
) -> None:
    full = add(
        "B-2",
        maatwerkplaats="Zeeland",
        nature=Nature.FINANCIAL,
        level=Level.LEGAL,
        outcome=Outcome.SOLVED,
        received_on=date(2021, 3, 4),
        deviates_from_rules=True,
        regulations=("WIA", "WW", "WIA"),
        principles=(Principle.TRUST,),
        organisations_involved=("Gemeente",),
    )
    add("a-1")
    add("C-3")
    with make_sessions.begin() as session:
        for case_id in ("B-2", "a-1"):
            set_state(session, case_id, ReviewState.RELEASED, actor="t", now=now)
        set_state(session, "C-3", ReviewState.HELD, actor="t", now=now)
    with make_sessions() as session:
        rows, values = register_rows(session), register_values(session)
    assert [row.case_id for row in rows] == ["B-2", "a-1"]
    assert rows[0] == RegisterRow(
        "B-2", "Zeeland", "financieel", "juridisch", "opgelost", date(2021, 3, 4), True
    )
    assert {type(each) for each in rows[0][2:5]} == {str}
    named = sorted(value for case_id, _, value in values if case_id == full.case_id)
    assert named == sorted(["WIA", "WW", "WIA", Principle.TRUST.value, "Gemeente"])
