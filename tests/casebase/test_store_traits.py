# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import datetime

import pytest

from casebase.database import Sessions
from casebase.record import SafeCase, Suspect
from casebase.store import (
    TraitValue,
    change_stamp,
    correct_case,
    delete_case,
    replace_traits,
    risk_inputs,
    save_case,
    set_state,
    trait_rows,
    without_traits,
)
from casebase.vocabulary import ReviewState

WOMAN = TraitValue("geslacht", "vrouw")
ZEELAND = TraitValue("regio", "Zeeland")

Add = Callable[..., SafeCase]


def keep(make_sessions: Sessions, case_id: str, *traits: TraitValue, rules: str = "1") -> None:
    with make_sessions.begin() as session:
        replace_traits(session, case_id, traits, rules=rules)


def test_traits_come_back_by_case_in_a_fixed_order(make_sessions: Sessions, add: Add) -> None:
    add("A-1")
    add("A-2")
    keep(make_sessions, "A-1", ZEELAND, WOMAN, WOMAN)
    keep(make_sessions, "A-2", WOMAN)
    with make_sessions() as session:
        assert trait_rows(session) == {"A-1": (WOMAN, ZEELAND), "A-2": (WOMAN,)}
        assert trait_rows(session, ["A-2", "A-9"]) == {"A-2": (WOMAN,)}


def test_traits_are_replaced_as_a_whole(make_sessions: Sessions, add: Add) -> None:
    add("A-1")
    keep(make_sessions, "A-1", WOMAN, ZEELAND)
    keep(make_sessions, "A-1", ZEELAND)
    with make_sessions() as session:
        assert trait_rows(session) == {"A-1": (ZEELAND,)}


def test_traits_go_when_the_case_goes(make_sessions: Sessions, add: Add, now: datetime) -> None:
    add("A-1")
    keep(make_sessions, "A-1", WOMAN)
    with make_sessions.begin() as session:
        delete_case(session, "A-1", actor="beheer", now=now, reason="verzoek")
    with make_sessions() as session:
        assert trait_rows(session) == {}


@pytest.mark.parametrize("change", ["correct", "replace"])
def test_a_change_of_the_text_drops_what_was_read_from_it(
    make_sessions: Sessions, add: Add, now: datetime, change: str
) -> None:
    case = add("A-1", key="old")
    keep(make_sessions, "A-1", WOMAN)
    with make_sessions.begin() as session:
        if change == "correct":
            correct_case(session, case, actor="beoordelaar", now=now)
        else:
            save_case(session, case, content_key="new", actor="lader", now=now, replace=True)
    with make_sessions() as session:
        assert trait_rows(session) == {}
        assert without_traits(session, rules="1") == ["A-1"]


def test_cases_that_were_never_read_or_by_other_rules_are_named(make_sessions: Sessions, add: Add) -> None:
    for case_id in ("A-1", "A-2", "A-3"):
        add(case_id)
    keep(make_sessions, "A-1", rules="1")
    keep(make_sessions, "A-2", WOMAN, rules="2")
    with make_sessions() as session:
        assert without_traits(session, rules="2") == ["A-1", "A-3"]


def test_inputs_hold_traits_suspects_and_state_of_every_case(make_sessions: Sessions, add: Add) -> None:
    suspects = [Suspect(field="title", start=0, end=3, reason="lang getal")] * 2
    add("A-1", suspects=suspects, state=ReviewState.TO_REVIEW)
    add("A-2")
    keep(make_sessions, "A-1", WOMAN)
    with make_sessions() as session:
        inputs = risk_inputs(session)
        assert list(inputs) == ["A-1", "A-2"]
        assert (inputs["A-1"].traits, inputs["A-1"].suspects) == ((WOMAN,), 2)
        assert inputs["A-1"].state is ReviewState.TO_REVIEW
        assert (inputs["A-2"].traits, inputs["A-2"].suspects) == ((), 0)
        assert list(risk_inputs(session, ["A-2", "A-9"])) == ["A-2"]


def test_the_stamp_differs_after_every_change(make_sessions: Sessions, add: Add, now: datetime) -> None:
    stamps = []
    for change in ("add", "release", "correct", "delete"):
        if change == "add":
            case = add("A-1", state=ReviewState.TO_REVIEW)
        else:
            with make_sessions.begin() as session:
                if change == "release":
                    set_state(session, "A-1", ReviewState.RELEASED, actor="b", now=now)
                elif change == "correct":
                    correct_case(session, case, actor="b", now=now)
                else:
                    delete_case(session, "A-1", actor="b", now=now, reason="verzoek")
        with make_sessions() as session:
            stamps.append(change_stamp(session))
    assert len(set(stamps)) == 4


def test_a_long_value_is_cut_to_what_an_index_can_hold(make_sessions: Sessions, add: Add) -> None:
    add("A-1")
    keep(make_sessions, "A-1", TraitValue("regio", "x" * 300))
    with make_sessions() as session:
        assert [len(trait.value) for trait in trait_rows(session)["A-1"]] == [100]
