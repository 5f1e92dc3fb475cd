# SPDX-License-Identifier: EUPL-1.2
"""Reviewing over a real database; risks and the finding of names are stand-ins that can be read here."""

import shutil
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import ModuleType

import pytest

from anonymise.edits import Place
from anonymise.risk.assessment import Coarsening, RiskAssessment, RiskLevel
from anonymise.tags import ReworkError
from casebase import store
from casebase.audit import recent_events, verify_chain
from casebase.bilingual import Bilingual
from casebase.listed_terms import ListedTerm, TermError
from casebase.record import SafeCase
from casebase.store import Approved, SameReviewerError, UnknownCaseError
from casebase.vocabulary import Kind, ReviewState, TermList, TermScope
from search_app.parts import Parts
from search_app.review_desk import QueueFilter, ReviewDesk
from search_app.settings import Settings
from search_app.text_changes import ReleasedCaseError, StaleCaseError, fingerprint

START = datetime(2026, 11, 20, 9, tzinfo=UTC)
LOW = RiskAssessment(0.1, RiskLevel.LOW, 40, 9e6, 2.0, (), needs_second_reviewer=False)
HIGH = RiskAssessment(0.9, RiskLevel.HIGH, 1, 12, 22.0, (), needs_second_reviewer=True)
SECRET = "Sjoukje"
Desk = Callable[..., ReviewDesk]


@pytest.fixture(scope="session")
def cases(invented_reviews: ModuleType) -> list[SafeCase]:
    made = invented_reviews.made
    wet_amber = "[PERSOON-1] belde Sjoukje over de wet Amber."
    return [
        made("A-1", wet_amber, "Sjoukje", "Amber", maatwerkplaats="Twente"),
        made("B-2", "[PERSOON-1] is burgemeester. Wet Amber.", "Amber", maatwerkplaats="Zeeland"),
        made("C-3", "Er is niets bijzonders.", maatwerkplaats="Twente"),
        made("D-4", "Nog minder."),
    ]


@pytest.fixture
def parts(tmp_path: Path, migrated_file: Path, invented_reviews: ModuleType, cases: list[SafeCase]) -> Parts:
    shutil.copy(migrated_file, tmp_path / "databank.sqlite")
    parts = Parts(Settings(home=tmp_path))
    parts.__dict__["anonymiser"] = invented_reviews.NameFinder()
    with parts.writing() as session:
        for number, case in enumerate(cases):
            moment = START + timedelta(minutes=number)
            store.save_case(session, case, content_key=case.case_id, actor="lader", now=moment)
    return parts


@pytest.fixture
def risks() -> dict[str, RiskAssessment]:
    """Can be changed by a test."""
    return {"A-1": LOW, "B-2": HIGH, "C-3": LOW, "D-4": LOW}


@pytest.fixture
def desk(parts: Parts, risks: dict[str, RiskAssessment]) -> Desk:
    """A desk for somebody, by default anna."""

    def opened(actor: str = "anna") -> ReviewDesk:
        def risk(case_id: str) -> RiskAssessment:
            if case_id not in risks:
                raise UnknownCaseError(case_id)
            return risks[case_id]

        return ReviewDesk(
            parts, actor=actor, clock=lambda: START + timedelta(days=1), risk=risk, risks=lambda _: risks
        )

    return opened


def text(desk: Desk, case_id: str = "A-1") -> str:
    return desk().sheet(case_id).stored.case.situation


def released(parts: Parts) -> list[str]:
    with parts.session() as session:
        return store.released_ids(session)


def files(parts: Parts) -> bytes:
    return b"".join(path.read_bytes() for path in parts.settings.home.glob("databank.sqlite*"))


# --- the queue ---


def ids(desk: Desk, *, offset: int = 0, limit: int = 50, **wanted: object) -> list[str]:
    page = desk().queue(QueueFilter(**wanted), offset=offset, limit=limit)  # type: ignore[arg-type]
    return [entry.row.case_id for entry in page.entries]


def test_the_queue_starts_with_the_highest_risk_then_suspects_then_the_oldest(desk: Desk) -> None:
    assert ids(desk) == ["B-2", "A-1", "C-3", "D-4"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"levels": frozenset([RiskLevel.HIGH])}, ["B-2"]),
        ({"maatwerkplaats": "Twente"}, ["A-1", "C-3"]),
        ({"suspects_only": True}, ["B-2", "A-1"]),
        ({"second_look": True}, []),
        ({"state": ReviewState.HELD}, []),
    ],
)
def test_the_queue_can_be_narrowed(desk: Desk, wanted: dict[str, object], found: list[str]) -> None:
    assert ids(desk, **wanted) == found


def test_the_queue_comes_in_pages_and_tells_what_there_is(desk: Desk) -> None:
    assert ids(desk, offset=1, limit=2) == ["A-1", "C-3"]
    page = desk().queue(limit=1)
    assert (page.total, page.levels[RiskLevel.HIGH], page.maatwerkplaatsen) == (4, 1, ("Twente", "Zeeland"))


def test_a_case_that_waits_for_a_second_reviewer_says_so(desk: Desk) -> None:
    desk().approve("B-2")
    assert ids(desk, second_look=True) == ["B-2"]
    assert ids(desk) == ["A-1", "C-3", "D-4", "B-2"]
    page = desk("bram").queue()
    assert [entry.row.case_id for entry in page.entries] == ["B-2", "A-1", "C-3", "D-4"]


def test_an_unknown_case_has_no_sheet(desk: Desk) -> None:
    with pytest.raises(UnknownCaseError):
        desk().sheet("X-9")


# --- deciding ---


def test_only_released_cases_are_found(desk: Desk, parts: Parts) -> None:
    assert released(parts) == []
    assert desk().approve("C-3") is Approved.RELEASED
    assert released(parts) == ["C-3"]
    desk().hold("C-3", reason="twijfel")
    assert released(parts) == []


def test_a_risky_case_needs_two_different_people(desk: Desk, parts: Parts) -> None:
    assert desk("anna").approve("B-2") is Approved.WAITS
    with pytest.raises(SameReviewerError):
        desk("anna").approve("B-2")
    assert released(parts) == []
    assert desk("bram").approve("B-2") is Approved.RELEASED
    assert released(parts) == ["B-2"]


def test_a_changed_text_needs_both_again(desk: Desk, parts: Parts) -> None:
    desk("anna").approve("B-2")
    desk("bram").mask_words("B-2", "burgemeester", Kind.ORG)
    assert desk("bram").approve("B-2") is Approved.WAITS
    assert desk("anna").approve("B-2") is Approved.RELEASED


def test_a_case_whose_risk_went_down_needs_one(desk: Desk, risks: dict[str, RiskAssessment]) -> None:
    risks["B-2"] = LOW
    assert desk().approve("B-2") is Approved.RELEASED


def test_nobody_releases_a_text_that_changed_while_he_read_it(desk: Desk, parts: Parts) -> None:
    seen = desk("anna").sheet("A-1").seen
    desk("bram").mask_words("A-1", SECRET, Kind.PERSON)
    with pytest.raises(StaleCaseError):
        desk("anna").approve("A-1", seen=seen)
    assert released(parts) == []


def test_a_decision_can_be_undone(desk: Desk, parts: Parts) -> None:
    desk().approve("C-3")
    desk().reopen("C-3", reason="te snel")
    assert released(parts) == []
    assert "C-3" in ids(desk)
    desk().approve("B-2")
    desk().reopen("B-2")
    assert desk().sheet("B-2").approvals == ()


def test_a_reason_is_kept_without_names(desk: Desk) -> None:
    desk().hold("C-3", reason="Jansen belde hierover")
    assert [review.reason for review in desk().sheet("C-3").reviews] == ["[PERSOON-1] belde hierover"]


def test_what_somebody_did_is_counted(desk: Desk) -> None:
    desk("anna").approve("C-3")
    desk("anna").hold("D-4")
    assert (desk("anna").done_today(), desk("bram").done_today()) == (2, 0)


# --- changing the text ---


def test_a_masked_word_leaves_the_files_of_the_database(desk: Desk, parts: Parts) -> None:
    assert SECRET.encode() in files(parts)
    assert desk().mask_words("A-1", SECRET, Kind.PERSON) == 1
    assert text(desk) == "[PERSOON-1] belde [PERSOON-2] over de wet Amber."
    assert SECRET.encode() not in files(parts)
    (suspect,) = desk().sheet("A-1").stored.case.suspects
    assert text(desk)[suspect.start : suspect.end] == "Amber"


def test_a_place_of_another_text_is_not_masked(desk: Desk) -> None:
    seen = desk("anna").sheet("A-1").seen
    desk("bram").relabel("A-1", "[PERSOON-1]", "[KIND-1]")
    with pytest.raises(StaleCaseError):
        desk("anna").mask_place("A-1", Place("situation", 18, 25), Kind.PERSON, seen=seen)


def test_a_placeholder_is_corrected_over_the_case(desk: Desk) -> None:
    assert desk().relabel("A-1", "[PERSOON-1]", "[PARTNER]") == 1
    assert dict(desk().sheet("A-1").labels) == {"[PARTNER]": 1}


def test_proposals_are_done_together_and_only_on_the_text_they_were_made_for(desk: Desk) -> None:
    why = Bilingual("Minder mensen herkennen haar.", "Fewer people recognise her.")
    proposals = [
        Coarsening("situation", 15, 27, "bestuurder", why),
        Coarsening("situation", 0, 11, "[OUDER-1]", why),
    ]
    seen = desk().sheet("B-2").seen
    assert desk().accept("B-2", proposals, seen=seen) == 2
    assert text(desk, "B-2") == "[OUDER-1] is bestuurder. Wet Amber."
    with pytest.raises(StaleCaseError):
        desk().accept("B-2", proposals, seen=seen)


def test_a_false_alarm_is_typed_back(desk: Desk) -> None:
    desk().mask_words("A-1", "Amber", Kind.PERSON)
    assert desk().put_back("A-1", "[PERSOON-2]", " Amber ") == 1
    assert text(desk) == "[PERSOON-1] belde Sjoukje over de wet Amber."


@pytest.mark.parametrize("words", ["Amber 0612345678", "Amber van Jansen", "0612345678"])
def test_nothing_else_that_is_personal_comes_back_with_it(desk: Desk, words: str) -> None:
    with pytest.raises(ReworkError) as refused:
        desk().put_back("A-1", "[PERSOON-1]", words)
    assert words not in str(refused.value)
    assert text(desk).startswith("[PERSOON-1]")


def test_words_come_back_only_while_a_case_waits(desk: Desk) -> None:
    desk().approve("A-1")
    with pytest.raises(ReleasedCaseError):
        desk().put_back("A-1", "[PERSOON-1]", "Amber")
    assert desk().mask_words("A-1", SECRET, Kind.PERSON) == 1


def test_a_change_can_be_undone_until_somebody_else_changes_it(desk: Desk) -> None:
    before = desk().sheet("A-1").stored.case
    desk().mask_words("A-1", "wet", Kind.ORG)
    after = desk().sheet("A-1").seen
    desk().restore(before, seen=after)
    assert desk().sheet("A-1").seen == fingerprint(before)
    with pytest.raises(StaleCaseError):
        desk().restore(before, seen=after)


def test_the_log_tells_of_changes_without_words(desk: Desk, parts: Parts) -> None:
    desk().mask_words("A-1", SECRET, Kind.PERSON)
    desk().dismiss("A-1", "Amber")
    with parts.session() as session:
        events = recent_events(session, limit=2)
        assert verify_chain(session).ok
    assert [event.action for event in events] == ["case.suspects", "case.corrected"]
    assert "Amber" not in repr(events)
    assert SECRET not in repr(events)


# --- word lists ---


def test_a_suspect_that_is_nothing_goes_and_approvals_stay(desk: Desk) -> None:
    desk("anna").approve("B-2")
    assert desk("bram").dismiss("B-2", "Amber") == 1
    sheet = desk().sheet("B-2")
    assert (sheet.stored.case.suspects, [a.actor for a in sheet.approvals]) == ((), ["anna"])


@pytest.mark.parametrize(
    ("term", "left"),
    [
        (ListedTerm(TermList.ALLOWED, "Amber"), ["A-1"]),
        (ListedTerm(TermList.ALLOWED, "amber"), ["A-1", "A-1", "B-2"]),
        (ListedTerm(TermList.ALLOWED, "AMBER", any_case=True), ["A-1"]),
        (ListedTerm(TermList.ALLOWED, "Amber", TermScope.CASE, case_id="A-1"), ["A-1", "B-2"]),
        (
            ListedTerm(TermList.ALLOWED, "Amber", TermScope.MAATWERKPLAATS, maatwerkplaats="Zeeland"),
            ["A-1", "A-1"],
        ),
        (ListedTerm(TermList.MASKED, "Amber", kind=Kind.PERSON), ["A-1", "A-1", "B-2"]),
    ],
    ids=str,
)
def test_words_that_may_stay_are_suspect_no_more_where_that_holds(
    desk: Desk, term: ListedTerm, left: list[str]
) -> None:
    desk().add_term(term)
    cases = [desk().sheet(case_id).stored.case for case_id in ("A-1", "B-2")]
    assert [case.case_id for case in cases for _ in case.suspects] == left


def test_a_term_is_listed_and_revoked_without_a_trace(desk: Desk, parts: Parts) -> None:
    number = desk().add_term(
        ListedTerm(TermList.MASKED, "Wiebrigje", kind=Kind.PERSON), reason="Jansen zei het"
    )
    (record,) = desk().terms(TermList.MASKED)
    assert (record.term.text, record.actor, record.reason) == ("Wiebrigje", "anna", "[PERSOON-1] zei het")
    desk().remove_term(number)
    assert desk().terms() == []
    assert b"Wiebrigje" not in files(parts)


def test_numbers_never_go_on_a_list(desk: Desk) -> None:
    with pytest.raises(TermError):
        desk().add_term(ListedTerm(TermList.ALLOWED, "999990019"))
