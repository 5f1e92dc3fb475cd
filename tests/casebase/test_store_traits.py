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
    save_case,
    set_state,
    suspect_counts,
    touched_since,
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


def test_suspects_are_counted_for_every_case(make_sessions: Sessions, add: Add) -> None:
    suspects = [Suspect(field="title", start=0, end=3, reason="lang getal")] * 2
    add("A-2", suspects=suspects, state=ReviewState.TO_REVIEW)
    add("A-1")
    with make_sessions() as session:
        assert list(suspect_counts(session).items()) == [("A-1", 0), ("A-2", 2)]
        assert suspect_counts(session, ["A-2", "A-9"]) == {"A-2": 2}


def test_what_was_touched_since_a_stamp_is_named(make_sessions: Sessions, add: Add, now: datetime) -> None:
    add("A-1")
    with make_sessions() as session:
        stamp = change_stamp(session)
    add("A-2")
    with make_sessions.begin() as session:
        delete_case(session, "A-1", actor="b", now=now, reason="verzoek")
    with make_sessions() as session:
        assert touched_since(session, stamp) == {"A-1", "A-2"}
        assert touched_since(session, change_stamp(session)) == set()


def test_missing_traits_can_be_asked_of_some_cases(make_sessions: Sessions, add: Add) -> None:
    add("A-1")
    add("A-2")
    with make_sessions() as session:
        assert without_traits(session, rules="1", case_ids=["A-2", "A-9"]) == ["A-2"]


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
