# SPDX-License-Identifier: EUPL-1.2
"""Risks of stored cases, weighed against the collection as it is. All cases are invented."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Thread

import pytest

from anonymise.risk.assessment import RiskAssessment, RiskLevel
from casebase import store
from casebase.database import Sessions, open_engine, sessions
from casebase.migrating import migrate
from casebase.record import SafeCase, Suspect
from casebase.store import UnknownCaseError
from casebase.vocabulary import ReviewState
from search_app import risk_desk
from search_app.databank import Databank
from search_app.risk_desk import RiskDesk
from search_app.settings import Settings

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)
SHARED = "Mevrouw [CLIËNT], 55-59 jaar, werkte als verpleegkundige en heeft multiple sclerose."
PLAIN = "Mevrouw [CLIËNT] kreeg te laat een brief."

Keep = Callable[..., SafeCase]


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Sessions]:
    engine = open_engine(f"sqlite:///{tmp_path / 'databank.sqlite'}")
    migrate(engine)
    yield sessions(engine)
    engine.dispose()


@pytest.fixture
def desk(opened: Sessions, root: Path) -> RiskDesk:
    return RiskDesk(opened, root / "data" / "lists")


@pytest.fixture
def keep(opened: Sessions) -> Keep:
    """Stores a case without its traits, as a version before there were traits did."""

    def keep_case(case_id: str, situation: str, **fields: object) -> SafeCase:
        case = SafeCase.model_validate(
            {"case_id": case_id, "situation": situation, "maatwerkplaats": "Zeeland", **fields}
        )
        with opened.begin() as session:
            store.save_case(session, case, content_key=situation, actor="lader", now=NOW)
        return case

    return keep_case


def test_traits_of_cases_without_are_read_when_risks_are_asked_for(
    desk: RiskDesk, keep: Keep, opened: Sessions
) -> None:
    keep("A-1", SHARED)
    keep("A-2", PLAIN)
    risks = desk.risks()
    assert list(risks) == ["A-1", "A-2"]
    assert (risks["A-1"].needs_second_reviewer, risks["A-2"].needs_second_reviewer) == (True, False)
    with opened() as session:
        assert list(store.trait_rows(session)) == ["A-1", "A-2"]


def test_many_cases_without_traits_are_read_in_parts(
    desk: RiskDesk, keep: Keep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(risk_desk, "READ_AT_ONCE", 2)
    for number in range(5):
        keep(f"A-{number}", PLAIN)
    assert len(desk.risks()) == 5


def test_risks_are_counted_again_when_the_collection_grows_or_shrinks(
    desk: RiskDesk, keep: Keep, opened: Sessions
) -> None:
    for number in range(1, 5):
        keep(f"A-{number}", SHARED)
    assert desk.risks(["A-1"])["A-1"].k == 4
    keep("A-5", SHARED)
    grown = desk.risks(["A-1"])["A-1"]
    assert (grown.k, grown.needs_second_reviewer, grown.level) == (5, False, RiskLevel.LOW)
    with opened.begin() as session:
        store.delete_case(session, "A-5", actor="beheer", now=NOW, reason="verzoek")
    assert desk.risks(["A-1"])["A-1"].needs_second_reviewer


def test_a_corrected_text_is_read_again(desk: RiskDesk, keep: Keep, opened: Sessions) -> None:
    case = keep("A-1", SHARED)
    assert desk.risk("A-1").needs_second_reviewer
    corrected = case.model_copy(update={"situation": PLAIN})
    with opened.begin() as session:
        store.correct_case(session, corrected, actor="beoordelaar", now=NOW)
    found = desk.risk("A-1")
    assert (found.needs_second_reviewer, found.proposals) == (False, ())


def test_one_case_comes_with_proposals_and_many_without(desk: RiskDesk, keep: Keep) -> None:
    case = keep("A-1", SHARED)
    found = desk.risk("A-1")
    assert [(case.situation[p.start : p.end], p.text) for p in found.proposals if p.field == "situation"] == [
        ("55-59", "50-59"),
        ("verpleegkundige", "medewerker in de zorg"),
        ("multiple sclerose", "een ernstige ziekte"),
    ]
    assert desk.risks(["A-1"])["A-1"].proposals == ()


def test_suspects_of_the_stored_case_count(desk: RiskDesk, keep: Keep) -> None:
    suspects = (Suspect(field="situation", start=0, end=7, reason="onbekend woord met hoofdletter"),)
    keep("A-1", PLAIN)
    keep("A-2", PLAIN, suspects=suspects)
    risks = desk.risks()
    assert risks["A-2"].score > risks["A-1"].score
    assert "misschien nog een naam" in risks["A-2"].reasons[0].words.nl


def test_a_decision_about_a_case_is_no_reason_to_count_again(
    desk: RiskDesk, keep: Keep, opened: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("A-1", SHARED)
    keep("A-2", PLAIN)
    before = desk.risks()
    with opened.begin() as session:
        store.set_state(session, "A-2", ReviewState.RELEASED, actor="beoordelaar", now=NOW)

    def never(*_: object, **__: object) -> None:
        raise AssertionError("assessed again")

    monkeypatch.setattr(risk_desk, "assess", never)
    assert desk.risks() == before


@pytest.mark.parametrize("few", [0, 200])
def test_counts_follow_every_kind_of_change(
    desk: RiskDesk, keep: Keep, opened: Sessions, root: Path, monkeypatch: pytest.MonkeyPatch, few: int
) -> None:
    monkeypatch.setattr(risk_desk, "FEW", few)
    case = keep("A-1", SHARED)
    for number in range(2, 5):
        keep(f"A-{number}", SHARED)
    assert desk.risks() == RiskDesk(opened, root / "data" / "lists").risks()
    corrected = case.model_copy(update={"situation": PLAIN})
    with opened.begin() as session:
        store.correct_case(session, corrected, actor="beoordelaar", now=NOW)
        store.delete_case(session, "A-2", actor="beheer", now=NOW, reason="verzoek")
    keep("A-5", SHARED)
    risks = desk.risks()
    assert risks == RiskDesk(opened, root / "data" / "lists").risks()
    assert [risks[f"A-{number}"].k for number in (3, 4, 5)] == [3, 3, 3]


def test_an_unknown_case_is_told_or_left_out(desk: RiskDesk, keep: Keep) -> None:
    keep("A-1", PLAIN)
    assert list(desk.risks(["A-1", "A-9"])) == ["A-1"]
    with pytest.raises(UnknownCaseError):
        desk.risk("A-9")


def test_a_case_that_is_not_stored_yet_is_weighed_as_if_it_were(
    desk: RiskDesk, keep: Keep, opened: Sessions
) -> None:
    for number in range(1, 5):
        keep(f"A-{number}", SHARED)
    new = SafeCase(case_id="A-5", situation=SHARED, maatwerkplaats="Zeeland")
    assert desk.risk_of(new).k == 5
    assert desk.risk_of(new.model_copy(update={"case_id": "A-1"})).k == 4
    assert desk.risks(["A-1"])["A-1"].k == 4
    with opened() as session:
        assert store.get_case(session, "A-5") is None


def test_threads_share_a_desk(desk: RiskDesk, keep: Keep) -> None:
    for number in range(20):
        keep(f"A-{number}", SHARED)
    results: list[dict[str, RiskAssessment]] = []
    threads = [Thread(target=lambda: results.append(desk.risks())) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 6
    assert all(result == results[0] for result in results)


def test_nothing_of_the_story_gets_into_the_table(desk: RiskDesk, keep: Keep, opened: Sessions) -> None:
    keep(
        "A-1",
        "Mevrouw Verkuyl uit Nergenshuizen is alleenstaand en werkte als kapster bij Salon Verkuyl.",
        title="Verkuyl",
        maatwerkplaats="Nergenshuizen",
        received_on=date(2024, 5, 2),
    )
    desk.risks()
    with opened() as session:
        kept = store.trait_rows(session)["A-1"]
    assert {(found.trait, found.value) for found in kept} == {
        ("geslacht", "vrouw"),
        ("huishouden", "alleenstaand"),
        ("beroep", "verzorging"),
        ("kwartaal", "2024-K2"),
    }


def test_a_tenth_to_a_quarter_of_the_sample_cases_asks_for_a_second_person(sample_home: Path) -> None:
    databank = Databank(Settings(home=sample_home))
    risks = databank.risks()
    second = sum(risk.needs_second_reviewer for risk in risks.values()) / len(risks)
    assert 0.10 <= second <= 0.25, f"{second:.3f}"
    assert all(risk.reasons for risk in risks.values() if risk.needs_second_reviewer)
    high = sum(risk.level is RiskLevel.HIGH for risk in risks.values()) / len(risks)
    assert 0.01 <= high <= 0.10, f"{high:.3f}"
    one = next(case_id for case_id, risk in risks.items() if risk.needs_second_reviewer)
    assert databank.risk(one).score == risks[one].score


def test_traits_of_labelled_cases_are_read_rightly(sample_home: Path, root: Path) -> None:
    labels = _labels(root / "tests" / "gold" / "traits.tsv")
    cases = {case_id for case_id, _ in labels}
    traits = {trait for _, trait in labels}
    databank = Databank(Settings(home=sample_home))
    databank.risks()
    with databank.session() as session:
        rows = store.trait_rows(session, cases)
    right, wrong, missed = 0, [], []
    for case_id in sorted(cases):
        read = [(f.trait, f.value.partition(":")[0]) for f in rows[case_id] if f.trait in traits]
        for trait, value in read:
            if value in labels.get((case_id, trait), ()):
                right += 1
            else:
                wrong.append((case_id, trait, value))
        for trait in sorted(traits):
            wanted = labels.get((case_id, trait), {"?"})
            if "?" not in wanted and not any(found == trait and value in wanted for found, value in read):
                missed.append((case_id, trait, wanted))
    assert right / (right + len(wrong)) >= 0.93, wrong
    assert right / (right + len(missed)) >= 0.89, missed


def _labels(file: Path) -> dict[tuple[str, str], set[str]]:
    """The values that are all right, by case and trait; '?' when it may be left out."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {(case, trait): set(values.split("|")) for case, trait, values in (li.split("\t") for li in lines)}
