# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from casebase.database import Sessions
from casebase.record import SafeCase
from casebase.store import (
    PassageRecord,
    all_passages,
    delete_case,
    drop_orphan_embeddings,
    get_passages,
    replace_passages,
    revision,
    save_embeddings,
    set_state,
    stored_embeddings,
)
from casebase.store.passages import drop_other_embeddings
from casebase.vocabulary import ReviewState

Add = Callable[..., SafeCase]


def passage(case_id: str, ordinal: int, text: str, content_hash: str) -> PassageRecord:
    return PassageRecord(None, case_id, "situation", "situation", ordinal, text, content_hash)


def stored(make_sessions: Sessions) -> list[PassageRecord]:
    with make_sessions() as session:
        return all_passages(session)


def put(make_sessions: Sessions, case_id: str, *passages: PassageRecord) -> None:
    with make_sessions.begin() as session:
        replace_passages(session, case_id, passages)


def test_passages_come_back_with_a_number_of_their_own(add: Add, make_sessions: Sessions) -> None:
    add("A")
    first, second = passage("A", 0, "een", "h1"), passage("A", 1, "twee", "h2")
    put(make_sessions, "A", first, second)
    found = stored(make_sessions)
    assert [replace(record, passage_id=None) for record in found] == [first, second]
    assert len({record.passage_id for record in found} - {None}) == 2


def test_passages_that_stay_the_same_keep_their_number(add: Add, make_sessions: Sessions) -> None:
    add("A")
    kept = passage("A", 0, "een", "h1")
    put(make_sessions, "A", kept, passage("A", 1, "twee", "h2"))
    before = stored(make_sessions)
    put(make_sessions, "A", kept, passage("A", 1, "anders", "h3"))
    after = stored(make_sessions)
    assert after[0] == before[0]
    assert (after[1].text, after[1].passage_id != before[1].passage_id) == ("anders", True)
    put(make_sessions, "A", *after)
    assert stored(make_sessions) == after


def test_the_number_of_a_passage_that_is_gone_is_never_given_again(
    add: Add, make_sessions: Sessions, now: datetime
) -> None:
    add("A")
    put(make_sessions, "A", passage("A", 0, "een", "h1"))
    gone = stored(make_sessions)[0].passage_id
    with make_sessions.begin() as session:
        delete_case(session, "A", actor="Bo", now=now, reason="verzoek")
    add("B")
    put(make_sessions, "B", passage("B", 0, "een", "h1"))
    assert stored(make_sessions)[0].passage_id != gone


def test_only_passages_of_released_cases_are_given_out(
    add: Add, make_sessions: Sessions, now: datetime
) -> None:
    add("A")
    add("B")
    put(make_sessions, "A", passage("A", 0, "een", "h1"))
    put(make_sessions, "B", passage("B", 0, "twee", "h2"))
    numbers = [record.passage_id for record in stored(make_sessions) if record.passage_id is not None]
    with make_sessions.begin() as session:
        set_state(session, "B", ReviewState.HELD, actor="Bo", now=now)
    with make_sessions() as session:
        assert [record.case_id for record in all_passages(session)] == ["A"]
        assert {number: record.text for number, record in get_passages(session, numbers).items()} == {
            numbers[0]: "een"
        }
        assert get_passages(session, range(-2000, 0)) == {}


def test_making_passages_does_not_move_the_revision(add: Add, make_sessions: Sessions) -> None:
    add("A")
    put(make_sessions, "A", passage("A", 0, "een", "h1"))
    with make_sessions() as session:
        assert revision(session) == 1


def test_a_passage_of_another_case_is_refused(add: Add, make_sessions: Sessions) -> None:
    add("A")
    with pytest.raises(ValueError, match="another case"):
        put(make_sessions, "A", passage("B", 0, "een", "h1"))


def test_a_passage_shows_no_text_when_printed() -> None:
    assert "geheim" not in repr([passage("A", 0, "geheim", "h1")])


def test_embeddings_are_kept_by_text_and_model(add: Add, make_sessions: Sessions) -> None:
    with make_sessions.begin() as session:
        save_embeddings(session, "een", 2, {"h1": b"12345678", "h2": b"abcdefgh"})
        save_embeddings(session, "een", 2, {"h1": b"anders!!"})
        save_embeddings(session, "twee", 1, {"h1": b"1234"})
        save_embeddings(session, "twee", 1, {})
    with make_sessions() as session:
        assert stored_embeddings(session, "een", ["h1", "h2", "h3"]) == {"h1": b"12345678", "h2": b"abcdefgh"}
        assert stored_embeddings(session, "twee", ["h1", "h2"]) == {"h1": b"1234"}
        assert stored_embeddings(session, "drie", ["h1"]) == {}


def test_a_vector_of_the_wrong_size_is_refused(make_sessions: Sessions) -> None:
    with pytest.raises(ValueError, match="2 32-bit floats"), make_sessions.begin() as session:
        save_embeddings(session, "een", 2, {"h1": b"1234"})


def test_embeddings_that_no_passage_needs_are_dropped(add: Add, make_sessions: Sessions) -> None:
    add("A")
    put(make_sessions, "A", passage("A", 0, "een", "h1"), passage("A", 1, "twee", "h2"))
    with make_sessions.begin() as session:
        save_embeddings(session, "een", 1, {"h1": b"1234", "h2": b"1234", "h9": b"1234"})
        save_embeddings(session, "twee", 1, {"h9": b"1234"})
    with make_sessions.begin() as session:
        assert drop_orphan_embeddings(session) == 2
    put(make_sessions, "A", passage("A", 0, "een", "h1"))
    with make_sessions() as session:
        assert set(stored_embeddings(session, "een", ["h1", "h2", "h9"])) == {"h1"}


def test_vectors_of_all_models_but_one_can_be_removed(make_sessions: Sessions) -> None:
    with make_sessions.begin() as session:
        for model in ("a@1", "a@2", "b@1"):
            save_embeddings(session, model, 1, {"h1": b"\0" * 4, "h2": b"\0" * 4})
    with make_sessions.begin() as session:
        assert drop_other_embeddings(session, "a@2") == 4
        assert set(stored_embeddings(session, "a@2", ["h1", "h2"])) == {"h1", "h2"}
        assert not stored_embeddings(session, "a@1", ["h1"])
        assert drop_other_embeddings(session, "a@2") == 0
