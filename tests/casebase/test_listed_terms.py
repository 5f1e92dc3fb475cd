# SPDX-License-Identifier: EUPL-1.2
import json
from collections.abc import Callable
from datetime import datetime

import pytest

from casebase.audit import recent_events, verify_chain
from casebase.bilingual import Language
from casebase.database import Sessions
from casebase.listed_terms import ListedTerm, TermError, check_term
from casebase.record import SafeCase
from casebase.store import (
    UnknownCaseError,
    UnknownTermError,
    add_term,
    delete_case,
    list_terms,
    remove_term,
)
from casebase.vocabulary import Kind, TermList, TermScope

ALLOWED, MASKED = TermList.ALLOWED, TermList.MASKED


@pytest.mark.parametrize(
    "term",
    [
        ListedTerm(ALLOWED, "Amber"),
        ListedTerm(ALLOWED, "wet Amber", kind=Kind.PERSON),
        ListedTerm(ALLOWED, "Regeling 126"),
        ListedTerm(MASKED, "Sjoukje", kind=Kind.PERSON),
        ListedTerm(MASKED, "Stichting De Kade", kind=Kind.ORG),
    ],
    ids=repr,
)
def test_words_may_stand_on_a_list(term: ListedTerm) -> None:
    check_term(term)


@pytest.mark.parametrize(
    "term",
    [
        ListedTerm(ALLOWED, "999990019"),
        ListedTerm(ALLOWED, "zaak 2024/113"),
        ListedTerm(ALLOWED, "j.jansen@voorbeeld.nl"),
        ListedTerm(ALLOWED, "www.voorbeeld.nl"),
        ListedTerm(ALLOWED, "[PERSOON-1]"),
        ListedTerm(ALLOWED, "Amber", kind=Kind.BSN),
        ListedTerm(ALLOWED, ""),
        ListedTerm(ALLOWED, "  Amber"),
        ListedTerm(ALLOWED, "a"),
        ListedTerm(ALLOWED, "--"),
        ListedTerm(ALLOWED, "x" * 61),
        ListedTerm(ALLOWED, "een twee drie vier vijf zes zeven"),
        ListedTerm(MASKED, "Sjoukje Hoekstra", kind=Kind.PERSON),
        ListedTerm(MASKED, "Sjoukje"),
        ListedTerm(MASKED, "Sjoukje", kind=Kind.EMAIL),
        ListedTerm(MASKED, "Sjoukje", kind=Kind.PERSON, scope=TermScope.CASE, case_id="A-1"),
    ],
    ids=lambda term: f"{term.text[:20]}-{term.kind}",
)
def test_numbers_stories_and_whole_persons_may_not(term: ListedTerm) -> None:
    with pytest.raises(TermError) as refused:
        check_term(term)
    for language in Language:
        sentence = refused.value.message.in_language(language)
        assert sentence.endswith(".")
        assert len(term.text) < 3 or term.text not in sentence


def test_a_term_shows_no_words() -> None:
    assert "Amber" not in repr(ListedTerm(ALLOWED, "Amber"))


@pytest.mark.parametrize(
    ("term", "holds"),
    [
        (ListedTerm(ALLOWED, "Amber"), True),
        (ListedTerm(ALLOWED, "Amber", TermScope.CASE, case_id="A-1"), True),
        (ListedTerm(ALLOWED, "Amber", TermScope.CASE, case_id="A-2"), False),
        (ListedTerm(ALLOWED, "Amber", TermScope.MAATWERKPLAATS, maatwerkplaats="Twente"), True),
        (ListedTerm(ALLOWED, "Amber", TermScope.MAATWERKPLAATS, maatwerkplaats="Zeeland"), False),
    ],
    ids=repr,
)
def test_a_term_holds_where_its_scope_says(term: ListedTerm, holds: bool) -> None:
    assert term.holds_for("A-1", "Twente") is holds


def test_words_come_back_with_who_and_why(
    add: Callable[..., SafeCase], make_sessions: Sessions, now: datetime
) -> None:
    add("A-1")
    everywhere = ListedTerm(ALLOWED, "Amber", any_case=True)
    here = ListedTerm(ALLOWED, "Roos", TermScope.CASE, Kind.PERSON, case_id="A-1")
    with make_sessions.begin() as session:
        first = add_term(session, everywhere, actor="anna", now=now, reason="wet Amber")
        second = add_term(session, here, actor="anna", now=now)
        assert add_term(session, everywhere, actor="bram", now=now) == first
    with make_sessions() as session:
        found = list_terms(session)
    assert [(r.term_id, r.term, r.actor, r.at, r.reason) for r in found] == [
        (first, everywhere, "anna", now, "wet Amber"),
        (second, here, "anna", now, ""),
    ]


def test_lists_are_apart(make_sessions: Sessions, now: datetime) -> None:
    with make_sessions.begin() as session:
        add_term(session, ListedTerm(ALLOWED, "Amber"), actor="anna", now=now)
        add_term(session, ListedTerm(MASKED, "Sjoukje", kind=Kind.PERSON), actor="anna", now=now)
    with make_sessions() as session:
        assert [record.term.text for record in list_terms(session, MASKED)] == ["Sjoukje"]


def test_a_term_can_be_revoked_and_its_number_is_not_given_again(
    make_sessions: Sessions, now: datetime
) -> None:
    with make_sessions.begin() as session:
        number = add_term(session, ListedTerm(ALLOWED, "Amber"), actor="anna", now=now)
        remove_term(session, number, actor="bram", now=now)
        assert add_term(session, ListedTerm(ALLOWED, "Roos"), actor="anna", now=now) > number
    with make_sessions() as session:
        assert [record.term.text for record in list_terms(session)] == ["Roos"]
    with make_sessions.begin() as session, pytest.raises(UnknownTermError):
        remove_term(session, number, actor="bram", now=now)


def test_the_log_tells_who_judged_but_never_which_words(make_sessions: Sessions, now: datetime) -> None:
    with make_sessions.begin() as session:
        number = add_term(session, ListedTerm(ALLOWED, "Amber"), actor="anna", now=now, reason="wet Amber")
        remove_term(session, number, actor="bram", now=now)
    with make_sessions() as session:
        events = recent_events(session, limit=9)
        assert verify_chain(session).ok
    assert [(event.action, event.actor) for event in events] == [
        ("term.removed", "bram"),
        ("term.added", "anna"),
    ]
    assert dict(events[0].details) == {"kind": None, "length": 5, "list": "mag blijven", "scope": "overal"}
    assert "Amber" not in json.dumps([[event.subject, dict(event.details)] for event in events])


def test_words_of_a_case_go_when_the_case_goes(
    add: Callable[..., SafeCase], make_sessions: Sessions, now: datetime
) -> None:
    add("A-1")
    with make_sessions.begin() as session:
        add_term(session, ListedTerm(ALLOWED, "Roos", TermScope.CASE, case_id="A-1"), actor="anna", now=now)
        delete_case(session, "A-1", actor="anna", now=now, reason="proef")
    with make_sessions() as session:
        assert list_terms(session) == []


def test_words_of_an_unknown_case_are_refused(make_sessions: Sessions, now: datetime) -> None:
    term = ListedTerm(ALLOWED, "Roos", TermScope.CASE, case_id="X-9")
    with make_sessions.begin() as session, pytest.raises(UnknownCaseError):
        add_term(session, term, actor="anna", now=now)
