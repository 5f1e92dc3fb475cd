# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from casebase.audit import recent_events
from casebase.database import Sessions
from casebase.record import Perspective, RawCase, SafeCase, SafeSpan, Suspect
from casebase.store import (
    KnownContent,
    PassageRecord,
    ReviewRecord,
    SaveResult,
    UnknownCaseError,
    UnstorableCaseError,
    all_passages,
    correct_case,
    count_cases,
    delete_case,
    get_case,
    get_cases,
    known_contents,
    list_cases,
    list_reviews,
    released_ids,
    replace_passages,
    revision,
    save_case,
    save_embeddings,
    set_state,
    stored_embeddings,
)
from casebase.vocabulary import Kind, Level, Nature, Outcome, Principle, Rating, ReviewState

Add = Callable[..., SafeCase]

# --- what goes in comes out ---

words = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=40)
positions = st.integers(0, 2**31 - 1)
perspectives = st.builds(Perspective, text=words, rating=st.none() | st.sampled_from(Rating))
safe_cases = st.builds(
    SafeCase,
    case_id=words.filter(str.strip),
    received_on=st.none() | st.dates(),
    closed_on=st.none() | st.dates(),
    organisations_involved=st.lists(words, max_size=4).map(tuple),
    regulations=st.lists(words, max_size=4).map(tuple),
    principles=st.lists(st.sampled_from(Principle), max_size=4).map(tuple),
    nature=st.none() | st.sampled_from(Nature),
    level=st.none() | st.sampled_from(Level),
    outcome=st.none() | st.sampled_from(Outcome),
    deviates_from_rules=st.none() | st.booleans(),
    legal_perspective=perspectives,
    financial_perspective=perspectives,
    social_perspective=perspectives,
    spans=st.lists(
        st.builds(SafeSpan, field=words, start=positions, end=positions, kind=st.sampled_from(Kind)),
        max_size=3,
    ).map(tuple),
    suspects=st.lists(
        st.builds(Suspect, field=words, start=positions, end=positions, reason=words), max_size=3
    ).map(tuple),
    **{
        name: words
        for name, field in SafeCase.model_fields.items()
        if field.annotation is str and name != "case_id"
    },
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(case=safe_cases)
def test_every_field_of_a_case_comes_back_as_it_went_in(make_sessions: Sessions, case: SafeCase) -> None:
    moment = datetime(2026, 3, 9, tzinfo=UTC)
    with make_sessions() as session:
        save_case(session, case, content_key="key", actor="lader", now=moment)
        stored = get_case(session, case.case_id)
        session.rollback()
    assert stored is not None
    assert stored.case == case


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=30)
@given(before=safe_cases, after=safe_cases)
def test_nothing_of_the_old_version_is_left_in_a_replaced_case(
    make_sessions: Sessions, before: SafeCase, after: SafeCase
) -> None:
    after = after.model_copy(update={"case_id": before.case_id})
    moment = datetime(2026, 3, 9, tzinfo=UTC)
    with make_sessions() as session:
        save_case(session, before, content_key="one", actor="lader", now=moment)
        save_case(session, after, content_key="two", actor="lader", now=moment, replace=True)
        stored = get_case(session, before.case_id)
        session.rollback()
    assert stored is not None
    assert stored.case == after


def test_an_almost_empty_record_is_a_normal_case(add: Add, make_sessions: Sessions) -> None:
    case = SafeCase(case_id="A-1")
    add("A-1", title="")
    with make_sessions() as session:
        stored = get_case(session, "A-1")
    assert stored is not None
    assert stored.case == case


def test_a_character_that_databases_cannot_keep_is_replaced_without_moving_positions(
    add: Add, make_sessions: Sessions
) -> None:
    add("A-1", situation="voor\0na", regulations=("W\0IA",))
    with make_sessions() as session:
        stored = get_case(session, "A-1")
    assert stored is not None
    assert (stored.case.situation, stored.case.regulations) == ("voor\ufffdna", ("W\ufffdIA",))


def test_times_come_back_in_utc_whatever_zone_they_were_given_in(make_sessions: Sessions) -> None:
    summer = datetime(2026, 7, 1, 12, 0, 0, 250, tzinfo=timezone(timedelta(hours=2)))
    with make_sessions.begin() as session:
        save_case(session, SafeCase(case_id="A-1"), content_key="key", actor="lader", now=summer)
    with make_sessions() as session:
        stored = get_case(session, "A-1")
    assert stored is not None
    assert stored.stored_at.isoformat() == "2026-07-01T10:00:00.000250+00:00"


def test_a_time_without_zone_is_refused(make_sessions: Sessions) -> None:
    naive = datetime(2026, 7, 1, 12)
    with pytest.raises(Exception, match="time zone"), make_sessions.begin() as session:
        save_case(session, SafeCase(case_id="A-1"), content_key="key", actor="lader", now=naive)


# --- saving ---


def save(
    make_sessions: Sessions, case: SafeCase, key: str, now: datetime, *, replace: bool = False
) -> SaveResult:
    with make_sessions.begin() as session:
        return save_case(session, case, content_key=key, actor="lader", now=now, replace=replace)


def test_saving_tells_what_it_came_to(make_sessions: Sessions, now: datetime) -> None:
    first, second = SafeCase(case_id="A-1", title="een"), SafeCase(case_id="A-1", title="twee")
    assert save(make_sessions, first, "one", now) is SaveResult.ADDED
    assert save(make_sessions, first, "one", now) is SaveResult.UNCHANGED
    assert save(make_sessions, first, "one", now, replace=True) is SaveResult.UNCHANGED
    assert save(make_sessions, second, "two", now) is SaveResult.CONFLICT
    with make_sessions() as session:
        assert get_cases(session, ["A-1"])["A-1"].case == first
    assert save(make_sessions, second, "two", now, replace=True) is SaveResult.REPLACED
    with make_sessions() as session:
        assert get_cases(session, ["A-1"])["A-1"].case == second
        assert [event.action for event in recent_events(session, limit=9)] == ["case.replaced", "case.added"]


def test_a_replaced_case_is_reviewed_again_and_its_old_passages_are_gone(
    add: Add, make_sessions: Sessions, now: datetime
) -> None:
    add("A-1")
    later = now + timedelta(days=1)
    with make_sessions.begin() as session:
        replace_passages(session, "A-1", [PassageRecord(None, "A-1", "title", "situation", 0, "oud", "h")])
        save_embeddings(session, "model", 1, {"h": b"oud!"})
    assert save(make_sessions, SafeCase(case_id="A-1"), "two", later, replace=True) is SaveResult.REPLACED
    with make_sessions() as session:
        stored = get_cases(session, ["A-1"])["A-1"]
        assert (stored.state, stored.released_at) == (ReviewState.TO_REVIEW, None)
        assert (stored.stored_at, stored.content_key) == (later, "two")
        assert stored_embeddings(session, "model", ["h"]) == {}
        assert revision(session) == 2
    with make_sessions.begin() as session:
        set_state(session, "A-1", ReviewState.RELEASED, actor="beoordelaar", now=later)
        assert all_passages(session) == []


def test_a_raw_case_is_never_stored(make_sessions: Sessions, now: datetime) -> None:
    raw = RawCase(case_id="A-1", situation="Jan Jansen")
    with pytest.raises(TypeError), make_sessions.begin() as session:
        save_case(session, raw, content_key="key", actor="lader", now=now)  # type: ignore[arg-type]
    with make_sessions() as session:
        assert get_case(session, "A-1") is None


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"case_id": ""}, "casusnummer"),
        ({"case_id": "  "}, "casusnummer"),
        ({"case_id": "9" * 201}, "casusnummer"),
        ({"case_id": "A\0"}, "casusnummer"),
        ({"case_id": "A", "regulations": ("geheim " * 100,)}, "regulations"),
        ({"case_id": "A", "organisations_involved": ("x", "geheim " * 100)}, "organisations_involved"),
        ({"case_id": "A", "maatwerkplaats": "geheim " * 100}, "maatwerkplaats"),
    ],
)
def test_what_cannot_be_stored_is_refused_with_its_field_and_without_its_text(
    make_sessions: Sessions, now: datetime, fields: dict[str, object], told: str
) -> None:
    with pytest.raises(UnstorableCaseError, match=told) as caught:
        save(make_sessions, SafeCase.model_validate(fields), "key", now)
    assert "geheim" not in caught.value.message.nl + caught.value.message.en
    with make_sessions() as session:
        assert sum(count_cases(session).values()) == 0


@pytest.mark.parametrize("state", ReviewState)
def test_a_correction_keeps_state_and_key_and_is_seen_by_the_index_when_released(
    add: Add, make_sessions: Sessions, now: datetime, state: ReviewState
) -> None:
    case = add("A-1", situation="Jan belde", state=state)
    with make_sessions() as session:
        before = revision(session)
    corrected = case.model_copy(update={"situation": "[PERSOON-1] belde"})
    with make_sessions.begin() as session:
        correct_case(session, corrected, actor="beoordelaar", now=now)
    with make_sessions() as session:
        stored = get_cases(session, ["A-1"])["A-1"]
        assert (stored.case, stored.state, stored.content_key) == (corrected, state, "key")
        assert revision(session) == before + (state is ReviewState.RELEASED)
        assert recent_events(session, limit=1)[0].action == "case.corrected"


# --- finding ---


def test_asked_cases_come_in_the_order_asked_and_unknown_ones_are_left_out(
    add: Add, make_sessions: Sessions
) -> None:
    for number in ("A-1", "A-2", "A-3"):
        add(number)
    with make_sessions() as session:
        assert list(get_cases(session, ["A-3", "weg", "A-1", "A-3", "A\0"])) == ["A-3", "A-1"]
        assert get_cases(session, []) == {}


def test_a_loading_run_can_ask_what_is_known_without_the_texts(add: Add, make_sessions: Sessions) -> None:
    add("A-1", engine="v1", key="one")
    add("A-2", engine="v2", key="two", state=ReviewState.HELD)
    with make_sessions() as session:
        assert known_contents(session, ["A-2", "A-1", "weg"]) == {
            "A-1": KnownContent("one", "v1", ReviewState.RELEASED),
            "A-2": KnownContent("two", "v2", ReviewState.HELD),
        }


def test_a_list_longer_than_the_number_of_sql_parameters_can_be_asked_for(
    add: Add, make_sessions: Sessions
) -> None:
    add("A-1")
    with make_sessions() as session:
        assert list(get_cases(session, [*(f"B-{number}" for number in range(300_000)), "A-1"])) == ["A-1"]


def test_cases_are_listed_oldest_first_by_state_and_page(make_sessions: Sessions, now: datetime) -> None:
    for minutes, number in ((3, "A"), (1, "C"), (1, "B"), (2, "D")):
        save(make_sessions, SafeCase(case_id=number), "key", now + timedelta(minutes=minutes))
    with make_sessions.begin() as session:
        set_state(session, "D", ReviewState.HELD, actor="beoordelaar", now=now)

    def listed(state: ReviewState | None, limit: int, offset: int) -> list[str]:
        with make_sessions() as session:
            found = list_cases(session, state=state, limit=limit, offset=offset)
            return [stored.case.case_id for stored in found]

    assert listed(None, 10, 0) == ["B", "C", "D", "A"]
    assert listed(None, 2, 1) == ["C", "D"]
    assert listed(ReviewState.TO_REVIEW, 10, 0) == ["B", "C", "A"]
    assert listed(ReviewState.RELEASED, 10, 0) == []


def test_cases_are_counted_in_every_state(add: Add, make_sessions: Sessions) -> None:
    add("A-1")
    add("A-2", state=ReviewState.HELD)
    add("A-3", state=ReviewState.HELD)
    with make_sessions() as session:
        assert count_cases(session) == {
            ReviewState.TO_REVIEW: 0,
            ReviewState.RELEASED: 1,
            ReviewState.HELD: 2,
        }


# --- reviewing ---


def test_a_decision_changes_state_and_is_remembered(add: Add, make_sessions: Sessions, now: datetime) -> None:
    add("A-1", state=ReviewState.TO_REVIEW)
    later = now + timedelta(hours=1)
    with make_sessions.begin() as session:
        set_state(session, "A-1", ReviewState.HELD, actor="Bo", now=now, reason="naam in alinea twee")
        set_state(session, "A-1", ReviewState.RELEASED, actor="Bo", now=later)
    with make_sessions() as session:
        stored = get_cases(session, ["A-1"])["A-1"]
        assert (stored.state, stored.released_at) == (ReviewState.RELEASED, later)
        assert list_reviews(session, "A-1") == [
            ReviewRecord(ReviewState.HELD, "Bo", now, "naam in alinea twee"),
            ReviewRecord(ReviewState.RELEASED, "Bo", later, ""),
        ]
        event = recent_events(session, limit=1, subject="A-1")[0]
        assert event.details == {"from": "aangehouden", "to": "vrijgegeven"}


def test_deciding_the_same_again_changes_nothing(add: Add, make_sessions: Sessions, now: datetime) -> None:
    add("A-1")
    with make_sessions.begin() as session:
        set_state(session, "A-1", ReviewState.RELEASED, actor="Bo", now=now + timedelta(days=1))
    with make_sessions() as session:
        assert get_cases(session, ["A-1"])["A-1"].released_at == now
        assert (revision(session), len(recent_events(session, limit=9))) == (1, 2)


@pytest.mark.parametrize(
    ("before", "after", "bumps"),
    [
        (ReviewState.TO_REVIEW, ReviewState.HELD, 0),
        (ReviewState.HELD, ReviewState.TO_REVIEW, 0),
        (ReviewState.TO_REVIEW, ReviewState.RELEASED, 1),
        (ReviewState.RELEASED, ReviewState.HELD, 1),
        (ReviewState.RELEASED, ReviewState.RELEASED, 0),
    ],
)
def test_the_revision_moves_when_the_released_collection_does(
    add: Add, make_sessions: Sessions, now: datetime, before: ReviewState, after: ReviewState, bumps: int
) -> None:
    add("A-1", state=before)
    with make_sessions() as session:
        start = revision(session)
    with make_sessions.begin() as session:
        set_state(session, "A-1", after, actor="Bo", now=now)
    with make_sessions() as session:
        assert revision(session) == start + bumps
        assert released_ids(session) == (["A-1"] if after is ReviewState.RELEASED else [])


@pytest.mark.parametrize(
    "change",
    [
        lambda session, now: set_state(session, "X-9", ReviewState.HELD, actor="Bo", now=now),
        lambda session, now: delete_case(session, "X-9", actor="Bo", now=now, reason="verzoek"),
        lambda session, now: correct_case(session, SafeCase(case_id="X-9"), actor="Bo", now=now),
        lambda session, _now: replace_passages(session, "X-9", []),
        lambda session, now: set_state(session, "X-9\0", ReviewState.HELD, actor="Bo", now=now),
    ],
)
def test_changing_a_case_that_is_not_there_names_its_number(
    make_sessions: Sessions, now: datetime, change: Callable[[object, datetime], None]
) -> None:
    with pytest.raises(UnknownCaseError, match="X-9"), make_sessions.begin() as session:
        change(session, now)


# --- deleting ---


def test_a_deleted_case_leaves_its_number_in_the_log_and_nothing_else(
    add: Add, make_sessions: Sessions, now: datetime
) -> None:
    for number, shared in (("A-1", "h1"), ("A-2", "h2")):
        add(number, regulations=("WIA",), received_on=date(2025, 1, 1), state=ReviewState.TO_REVIEW)
        with make_sessions.begin() as session:
            set_state(session, number, ReviewState.RELEASED, actor="Bo", now=now, reason="in orde")
            passages = [
                PassageRecord(None, number, "title", "situation", 0, "samen", "both"),
                PassageRecord(None, number, "title", "situation", 1, "alleen", shared),
            ]
            replace_passages(session, number, passages)
    with make_sessions.begin() as session:
        save_embeddings(session, "model", 1, dict.fromkeys(("both", "h1", "h2"), b"1234"))
        save_embeddings(session, "other", 1, {"h1": b"1234"})
    with make_sessions.begin() as session:
        delete_case(session, "A-1", actor="Bo", now=now, reason="verzoek betrokkene")
    with make_sessions() as session:
        assert get_case(session, "A-1") is None
        for table in ("cases", "case_values", "passages", "reviews"):
            owners = session.execute(text(f"SELECT DISTINCT case_id FROM {table}")).scalars().all()
            assert owners == ["A-2"]
        assert set(stored_embeddings(session, "model", ["both", "h1", "h2"])) == {"both", "h2"}
        assert stored_embeddings(session, "other", ["h1"]) == {}
        assert revision(session) == 3
        event = recent_events(session, limit=1)[0]
        assert (event.action, event.subject) == ("case.deleted", "A-1")
        assert event.details == {"reason": "verzoek betrokkene"}


def test_a_deletion_with_a_story_for_a_reason_is_refused_and_undone(
    add: Add, make_sessions: Sessions, now: datetime
) -> None:
    add("A-1")
    with pytest.raises(ValueError, match="200 characters"), make_sessions.begin() as session:
        delete_case(session, "A-1", actor="Bo", now=now, reason="verhaal " * 40)
    with make_sessions() as session:
        assert get_case(session, "A-1") is not None


def test_an_error_about_an_unknown_number_stays_one_short_line() -> None:
    told = str(UnknownCaseError("A\n\x1b[31m" + "9" * 500))
    assert told == f"Er is geen casus met nummer A[31m{'9' * 55}. Controleer het nummer."
