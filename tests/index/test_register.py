# SPDX-License-Identifier: EUPL-1.2
"""Filters and facets in memory tell what the database tells, and never longer than it does."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from casebase.filters import SearchFilters
from casebase.store import (
    correct_case,
    delete_case,
    facet_counts,
    get_case,
    last_received,
    released_ids,
    set_state,
)
from casebase.vocabulary import Level, Nature, Outcome, Principle, ReviewState
from index import register as register_module
from index.register import Matching, RegisterMemory, ReleasedMemory, no_cases, read_register

DAYS = st.none() | st.sampled_from([date(2020, 3, 9), date(2021, 2, 1), date(2022, 1, 1), date(2024, 5, 6)])


def some(values):
    return st.lists(st.sampled_from(list(values)), max_size=2).map(tuple)


FILTERS = st.builds(
    SearchFilters,
    regulations=some(["WIA", "WW", "TW", "Awb", "wia", ""]),
    natures=some(Nature),
    levels=some(Level),
    outcomes=some(Outcome),
    principles=some(Principle),
    organisations=some(["Gemeente", "WIA"]),
    maatwerkplaatsen=some(["Regio Noord", ""]),
    received_from=DAYS,
    received_to=DAYS,
    deviates_from_rules=st.none() | st.booleans(),
)


@pytest.fixture
def memory():
    return RegisterMemory({"C-001": 0, "C-002": 1, "C-003": 2, "C-010": 3})


@pytest.fixture
def reads(monkeypatch):
    """How often the register was read."""
    made = []
    real = register_module.read_register
    monkeypatch.setattr(register_module, "read_register", lambda s: made.append(1) or real(s))
    return made


def known_of(bank, memory):
    with bank.sessions() as session:
        known = memory.now(session)
        assert list(known.register.case_ids) == released_ids(session)
        return known


@pytest.fixture
def mixed(bank, make_case):
    bank.add(
        make_case(
            20,
            regulations=("WIA", "WIA"),
            maatwerkplaats="Regio Noord",
            organisations_involved=("Gemeente",),
            principles=(Principle.TRUST, Principle.EQUALITY),
        ),
        make_case(21, maatwerkplaats="Regio Noord", deviates_from_rules=False, level=Level.LEGAL),
    )
    bank.add(make_case(22, regulations=("WIA",)), state=ReviewState.TO_REVIEW)
    return bank


@given(filters=FILTERS)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_filters_and_facets_are_those_of_the_database(mixed, filters):
    with mixed.sessions() as session:
        register = read_register(session)
        found = Matching(register, register.meeting(filters))
        assert list(found.case_ids) == released_ids(session, filters)
        assert found.facets() == facet_counts(session, found.case_ids)


def test_a_case_can_be_left_out_and_an_unknown_one_changes_nothing(bank):
    with bank.sessions() as session:
        register = read_register(session)
    everything = Matching(register, register.meeting()).case_ids
    for number in ("C-001", "C-004", "C-008", "A", "C-0035", "Z"):
        left = Matching(register, register.meeting(without={number})).case_ids
        assert left == tuple(each for each in everything if each != number)


def test_an_empty_databank_has_a_register_too(empty_bank):
    with empty_bank.sessions() as session:
        register = read_register(session)
    found = Matching(register, register.meeting(SearchFilters(regulations=("WIA",))))
    assert len(found) == 0
    assert found.facets() == no_cases().facets()


def test_the_register_is_read_once_as_long_as_nothing_changes(bank, memory, reads):
    first = known_of(bank, memory)
    assert known_of(bank, memory) is first
    assert len(reads) == 1


def test_rows_are_those_of_the_index_without_cases_that_it_does_not_hold(bank, memory):
    known = known_of(bank, memory)
    assert known.rows_at(known.register.meeting()).tolist() == [0, 1, 2]
    assert known.rows_at(known.register.meeting(without={"C-002"})).tolist() == [0, 2]


@pytest.mark.parametrize(
    ("change", "there"),
    [
        (lambda s, t: set_state(s, "C-002", ReviewState.HELD, actor="t", now=t), False),
        (lambda s, t: set_state(s, "C-002", ReviewState.TO_REVIEW, actor="t", now=t), False),
        (lambda s, t: delete_case(s, "C-002", actor="t", now=t, reason="verzoek"), False),
        (lambda s, t: correct_case(s, _with_law(s, "C-002"), actor="t", now=t), True),
    ],
    ids=["held", "to review", "deleted", "corrected"],
)
def test_every_change_to_a_released_case_is_seen_at_once(bank, memory, reads, now, change, there):
    known_of(bank, memory)
    with bank.sessions.begin() as session:
        change(session, now)
    known = known_of(bank, memory)
    assert ("C-002" in known.register.case_ids) is there
    named = Matching(known.register, known.register.meeting(SearchFilters(regulations=("Wajong",))))
    assert named.case_ids == (("C-002",) if there else ())
    assert len(reads) == 2


def test_a_case_that_is_released_again_is_seen_at_once(bank, memory, now):
    bank.hold("C-003")
    assert "C-003" not in known_of(bank, memory).register.case_ids
    with bank.sessions.begin() as session:
        set_state(session, "C-003", ReviewState.RELEASED, actor="t", now=now)
    assert "C-003" in known_of(bank, memory).register.case_ids


def test_the_last_day_is_that_of_the_database(mixed, empty_bank, now):
    with mixed.sessions.begin() as session:
        while True:
            register = read_register(session)
            assert register.last_received == last_received(session)
            if not len(register):
                break
            delete_case(session, register.case_ids[-1], actor="t", now=now, reason="verzoek")


def test_indexes_share_what_was_read(bank, reads):
    released = ReleasedMemory()
    one, other = RegisterMemory({"C-001": 0}, released), RegisterMemory({"C-002": 0}, released)
    with bank.sessions() as session:
        first, second = one.now(session), other.now(session)
        assert first.register is second.register is released.now(session)
    assert first.rows.tolist() != second.rows.tolist()
    assert len(reads) == 1


def test_what_was_seen_in_a_transaction_that_is_undone_is_not_kept(bank, memory, now):
    before = known_of(bank, memory)
    with bank.sessions.begin() as session:
        set_state(session, "C-001", ReviewState.HELD, actor="t", now=now)
        assert "C-001" not in memory.now(session).register.case_ids
        session.rollback()
    bank.hold("C-002")  # gets the very revision that was undone
    after = known_of(bank, memory)
    assert after.register.revision == before.register.revision + 1
    assert "C-001" in after.register.case_ids
    assert "C-002" not in after.register.case_ids


def _with_law(session, case_id):
    stored = get_case(session, case_id)
    assert stored is not None
    return stored.case.model_copy(update={"regulations": ("Wajong",)})
