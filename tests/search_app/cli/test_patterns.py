# SPDX-License-Identifier: EUPL-1.2
import json
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text as sql

from casebase import store
from casebase.pattern_vocabulary import PatternState, ProposalState, SizeStep
from casebase.store import ProposedGroup, SizeFinding, UnknownSavedSearchError
from index.manifest import IndexProblemError, IndexState
from patterns.acts import Act
from patterns.errors import PatternError
from patterns.register import NewPattern, register
from search_app.cli.main import run
from search_app.databank import Databank, open_databank
from search_app.settings import Settings

Printed = pytest.CaptureFixture[str]
MECHANISM = "UWV keurt te laat, waardoor het WIA-voorschot wordt teruggevorderd."
REGISTER = ["patterns", "register", "Voorschot WIA terug", "--mechanism", MECHANISM]
DUE = ["--answer-by", "2999-12-31"]
WHY = ["--why", "Zelfde mechanisme"]


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Databank:
    """A copy of the sample databank, also the one of the commands."""
    shutil.copytree(sample_home, tmp_path / "home")
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DATABANK_USER", "anna")
    return open_databank(Settings(home=tmp_path / "home", actor="anna"))


@pytest.fixture
def number(databank: Databank) -> str:
    """The number of a pattern with three cases."""
    reasons = dict.fromkeys(("A-2021-001", "A-2021-002", "A-2021-003"), "Zelfde mechanisme")
    new = NewPattern("Voorschot WIA terug", MECHANISM, reasons, date(2999, 12, 31))
    with databank.writing() as session:
        return register(session, new, Act("anna", datetime.now(UTC), str), "Zelfde mechanisme").pattern_id


def shown(pattern_id: str, capsys: Printed, *options: str) -> dict[str, object]:
    capsys.readouterr()
    assert run(["patterns", "show", pattern_id, "--json", *options]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_no_patterns_are_told_to_be_none(databank: Databank, capsys: Printed) -> None:
    assert run(["patterns", "list"]) == 0
    assert capsys.readouterr().out == "Er zijn geen patronen.\n"
    assert run(["patterns", "list", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_pattern_is_registered_listed_and_shown(databank: Databank, capsys: Printed) -> None:
    cases = [word for case_id in ("A-2021-001", "A-2021-002", "A-2021-003") for word in ("--case", case_id)]
    assert run([*REGISTER, *cases, *DUE, *WHY, "--json"]) == 0
    number = json.loads(capsys.readouterr().out)["pattern_id"]
    assert run(["patterns", "list"]) == 0
    heading, row = capsys.readouterr().out.splitlines()
    assert heading.split()[:3] == ["Nummer", "Stand", "Casussen"]
    assert row.split() == [number, "Gesignaleerd", "3", "2999-12-31", "anna", "Voorschot", "WIA", "terug"]
    assert run(["patterns", "show", number]) == 0
    told = capsys.readouterr().out
    assert MECHANISM in told
    assert "A-2021-002  Zelfde mechanisme" in told
    assert "Inbrengers horen iets uiterlijk 31-12-2999" in told
    found = shown(number, capsys)
    assert found["case_ids"] == ["A-2021-001", "A-2021-002", "A-2021-003"]
    assert (found["state"], found["owner"], found["overdue"]) == ("gesignaleerd", "anna", False)
    assert [event["to"] for event in found["history"]] == ["gesignaleerd"]  # type: ignore[attr-defined]


def test_a_pattern_goes_its_way_with_what_each_step_asks_for(
    databank: Databank, number: str, capsys: Printed
) -> None:
    step = ["patterns", "set-state", number]
    assert run([*step, "bevestigd", *WHY, *DUE]) == 0
    assert (
        run([*step, "geagendeerd", *WHY, *DUE, "--addressee", "directie Beleid", "--act-by", "2999-06-01"])
        == 0
    )
    answered = ["--answer", "De werkinstructie is aangepast.", "--solution", "werkproces"]
    assert run([*step, "structurele oplossing", *WHY, *DUE, *answered]) == 0
    assert run([*step, "gevolgd", *WHY, *DUE]) == 0
    assert run([*step, "gesloten", *WHY, "--answer", "Het komt niet meer voor."]) == 0
    assert capsys.readouterr().out.splitlines()[-1] == f"Patroon {number} staat op: Gesloten (3 casussen)."
    found = shown(number, capsys)
    assert (found["solution"], found["addressee"]) == ("werkproces", "directie Beleid")
    assert (found["answer"], found["answer_due"]) == ("Het komt niet meer voor.", None)
    told = databank.pattern_desk.told("A-2021-002")
    assert [(each.state, each.answer) for each in told] == [(PatternState.CLOSED, found["answer"])]


@pytest.mark.parametrize(
    ("step", "told"),
    [
        (["gesloten", *WHY], "Van 'gesignaleerd' kan een patroon niet naar 'gesloten'"),
        (["samengevoegd", *WHY], "databank patterns merge"),
        (["bevestigd", *WHY], "Noem de datum"),
        (["bevestigd", *WHY, "--answer-by", "2020-01-01"], "ligt in het verleden"),
        (["afgewezen", *WHY], "Schrijf het antwoord"),
        (["bevestigd", "--why", " ", *DUE], "Vul in: de reden"),
        (["afgewezen", *WHY, "--answer", "Volgens mevrouw Truus de Vries."], "persoonsgegeven"),
        (["bevestigd", *DUE, "--why", "Gebeld op 06-12345678"], "persoonsgegeven"),
        (["verzonnen", *WHY], "verzonnen"),
    ],
)
def test_what_is_not_allowed_is_told_in_one_sentence(
    databank: Databank, number: str, step: list[str], told: str, capsys: Printed
) -> None:
    assert run(["patterns", "set-state", number, *step]) == 2
    refused = capsys.readouterr().err
    assert told in refused
    assert "Vries" not in refused
    assert "12345678" not in refused
    assert shown(number, capsys)["state"] == "gesignaleerd"


def test_names_reach_neither_the_database_nor_its_files(databank: Databank, number: str) -> None:
    assert run(["patterns", "answer", number, "Mevrouw Kwartelvanger krijgt gelijk.", *WHY]) == 2
    assert run(["patterns", "edit", number, "--name", "Zaak van Truus Kwartelvanger", *WHY]) == 2
    for file in databank.settings.home.rglob("*"):
        assert not file.is_file() or b"Kwartelvanger" not in file.read_bytes(), file.name


def test_english_users_read_english(
    databank: Databank, number: str, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setenv("DATABANK_LANG", "en")
    assert run(["patterns", "show", number]) == 0
    assert "State: Signalled" in capsys.readouterr().out
    assert run(["patterns", "set-state", number, "gesloten", *WHY]) == 2
    assert "A pattern cannot go from" in capsys.readouterr().err


def test_cases_come_go_and_are_split_off_and_merged(databank: Databank, number: str, capsys: Printed) -> None:
    assert run(["patterns", "remove", number, "A-2021-003", *WHY]) == 0
    assert run(["patterns", "add", number, "A-2021-003", "A-2021-004", *WHY]) == 0
    split = ["patterns", "split", number, "A-2021-004", "--name", "Boete", "--mechanism", "Boete bij opname."]
    assert run([*split, *WHY]) == 0
    new = number.replace("-001", "-002")
    assert shown(new, capsys)["case_ids"] == ["A-2021-004"]
    assert shown(number, capsys)["case_ids"] == ["A-2021-001", "A-2021-002", "A-2021-003"]
    assert run(["patterns", "merge", new, "--into", number, *WHY]) == 0
    assert (shown(new, capsys)["state"], shown(new, capsys)["merged_into"]) == ("samengevoegd", number)
    assert shown(number, capsys)["case_ids"][-1] == "A-2021-004"  # type: ignore[index]
    assert run(["patterns", "list", "--state", "samengevoegd", "--json"]) == 0
    assert [each["pattern_id"] for each in json.loads(capsys.readouterr().out)] == [new]
    assert run(["audit", "verify"]) == 0


def test_a_human_label_and_words_are_kept(databank: Databank, number: str, capsys: Printed) -> None:
    words = ["--term", "keuring", "--term", "voorschot"]
    assert run(["patterns", "edit", number, "--label", "Voorschot terug", *words, *WHY]) == 0
    found = shown(number, capsys)
    assert (found["label"], found["terms"]) == ("Voorschot terug", ["keuring", "voorschot"])


def test_a_deleted_case_leaves_a_count(databank: Databank, number: str, capsys: Printed) -> None:
    assert run(["delete", "A-2021-001", "--reason", "verzoek"]) == 0
    databank.review_desk.hold("A-2021-002")
    found = shown(number, capsys)
    assert (found["case_ids"], found["hidden"], found["deleted"]) == (["A-2021-003"], 1, 1)
    assert run(["patterns", "show", number]) == 0
    told = capsys.readouterr().out
    assert "1 wachten op beoordeling" in told
    assert "1 verwijderd uit de databank" in told
    assert "A-2021-001" not in told


def test_the_past_is_shown_by_day(databank: Databank, number: str, capsys: Printed) -> None:
    day = databank.pattern_desk.today.isoformat()
    assert run(["patterns", "set-state", number, "bevestigd", *WHY, *DUE]) == 0
    assert shown(number, capsys, "--as-of", day)["state"] == "bevestigd"
    assert run(["patterns", "show", number, "--as-of", "2020-01-01"]) == 1
    assert "nog niet geregistreerd" in capsys.readouterr().out


def test_broken_promises_can_be_listed(databank: Databank, number: str, capsys: Printed) -> None:
    assert run(["patterns", "list", "--overdue"]) == 0
    assert "geen patronen" in capsys.readouterr().out
    with databank.writing() as session:
        session.execute(sql("UPDATE patterns SET answer_due = '2020-01-01'"))
    assert run(["patterns", "list", "--overdue"]) == 0
    assert "2020-01-01 !" in capsys.readouterr().out
    assert [file.record.pattern_id for file in databank.pattern_desk.overdue()] == [number]
    assert run(["patterns", "show", number]) == 0
    assert "(te laat)" in capsys.readouterr().out


def test_history_that_was_changed_fails_the_check_of_the_audit_log(
    databank: Databank, number: str, capsys: Printed
) -> None:
    with databank.writing() as session:
        session.execute(sql("DROP TRIGGER pattern_events_keep"))
        session.execute(sql("UPDATE pattern_events SET why = 'anders'"))
    assert run(["audit", "verify"]) == 1
    assert "NIET in orde" in capsys.readouterr().out


def test_a_proposal_is_registered_or_turned_down(databank: Databank, capsys: Printed) -> None:
    groups = [ProposedGroup(("A-2021-001", "A-2021-002")), ProposedGroup(("A-2021-003",))]
    desk = databank.pattern_desk
    with databank.writing() as session:
        first, second = store.save_proposals(
            session, "run", groups, as_of=desk.today, actor="anna", now=databank._clock()
        )
    assert run([*REGISTER, "--proposal", str(first), "--case", "A-2021-004", *DUE, *WHY, "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert made["case_ids"] == ["A-2021-001", "A-2021-002", "A-2021-004"]
    desk.reject_proposal(second, why="Toeval")
    with databank.session() as session:
        states = {each.proposal_id: each.state for each in store.list_proposals(session)}
    assert states == {first: ProposalState.ACCEPTED, second: ProposalState.REJECTED}
    assert run([*REGISTER, "--proposal", str(first), *DUE, *WHY]) == 2
    assert "geen open voorstel" in capsys.readouterr().err


def test_a_person_follows_patterns_and_searches(databank: Databank, number: str) -> None:
    desk = databank.patterns_of("bas")
    first = desk.follow(number)
    second = desk.follow_search("Mevrouw Truus de Vries moet haar voorschot terugbetalen")
    followed = desk.followed()
    assert [each.saved_id for each in followed] == [first, second]
    assert "Vries" not in f"{followed[1].text} {followed[1].name}"
    desk.seen(first)
    assert desk.followed()[0].last_seen > followed[0].last_seen
    desk.unfollow(first)
    assert [each.saved_id for each in desk.followed()] == [second]
    with pytest.raises(UnknownSavedSearchError):
        databank.patterns_of("anna").seen(second)


def test_what_is_new_since_the_last_look_is_told(databank: Databank, number: str) -> None:
    bas = databank.patterns_of("bas")
    bas.follow(number)
    bas.follow_search("voorschot WIA terugbetalen na late keuring")
    assert not any(news.any for news in bas.news())
    databank.pattern_desk.add_cases(number, {"A-2021-004": "Zelfde mechanisme"})
    (hit,) = databank.search("voorschot WIA terugbetalen na late keuring", limit=1).result.hits
    databank.review_desk.reopen(hit.case_id)
    for person in ("carla", "dirk"):
        databank.desk_of(person).approve(hit.case_id)
    of_pattern, of_search = bas.news()
    assert "A-2021-004" in of_pattern.case_ids
    assert [event.cases for event in of_pattern.events] == [1]
    assert of_search.case_ids == (hit.case_id,)
    for news in (of_pattern, of_search):
        bas.seen(news.saved.saved_id)
    assert not any(news.any for news in bas.news())


def test_the_size_of_a_group_is_entered_with_its_source(
    databank: Databank, number: str, capsys: Printed
) -> None:
    desk = databank.pattern_desk
    finding = SizeFinding(SizeStep.REGISTER, "klachtenregister UWV, regio Noord", 200, 200, date(2026, 3, 1))
    first = desk.enter_size(number, finding)
    assert shown(number, capsys)["sizes"] == [
        {"step": "telling in een register", "source": finding.source, "low": 200, "high": 200}
        | {"date": "2026-03-01", "inputs": {}}
    ]
    for wrong in (replace(finding, low=201), replace(finding, source="Truus de Vries telde ze")):
        with pytest.raises(PatternError):
            desk.enter_size(number, wrong)
    assert desk.remove_size(number, first)
    assert shown(number, capsys)["sizes"] == []


def test_the_figures_of_a_pattern_are_shown_with_it(databank: Databank, number: str, capsys: Printed) -> None:
    finding = SizeFinding(SizeStep.REGISTER, "klachtenregister UWV", 200, 200, date(2026, 3, 1))
    databank.pattern_desk.enter_size(number, finding)
    study: dict[str, Any] = shown(number, capsys)["study"]  # type: ignore[assignment]
    assert [step["rung"] for step in study["size"]] == ["register", "known_cases"]
    assert (study["outcomes"]["known"], study["emerging"]) == (3, False)
    assert [each["aspect"] for each in study["spread"]] == [
        "region",
        "body",
        "unit",
        "function",
        "regulation",
    ]
    pairs = study["pairs"]["compared"]
    assert pairs[0]["shared_regulations"] == ["WIA"]
    assert run(["patterns", "show", number]) == 0
    told = capsys.readouterr().out
    assert "Omvang: 200 (klachtenregister UWV, 2026-03-01)" in told
    assert f"{len(pairs)} paren naast elkaar" in told
    first, second = pairs[0]["cases"]
    assert f"{first} en {second}: liep anders af; WIA; " in told
    assert "van geen enkele is de afloop onbekend" in told


def test_without_an_index_the_register_is_still_shown(
    databank: Databank, number: str, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: object) -> None:
        raise IndexProblemError(IndexState.MISSING)

    monkeypatch.setattr(Databank, "searcher", missing)
    assert shown(number, capsys)["study"] is None
    assert run(["patterns", "show", number]) == 0
    told = capsys.readouterr().out
    assert MECHANISM in told
    assert "Er is nog geen zoekindex." in told


def test_answers_about_candidates_are_kept_and_add_nothing(databank: Databank, number: str) -> None:
    desk = databank.pattern_desk
    desk.answer_candidate(number, "A-2021-004", True)
    with databank.session() as session:
        assert store.answers_of(session, number) == {"A-2021-004": True}
    assert "A-2021-004" not in desk.pattern(number).file.case_ids


@pytest.mark.parametrize(
    "wrong",
    [
        ["patterns", "register", "Naam"],
        [*REGISTER, *DUE, *WHY],
        [*REGISTER, "--case", "A-2021-001", *WHY],
        [*REGISTER, "--case", "B-404", *DUE, *WHY],
        ["patterns", "show", "P-2026-404"],
        ["patterns", "add", "P-2026-404", "A-2021-001", *WHY],
        ["patterns", "add", "P-2026-404", *WHY],
        ["patterns", "merge", "--into", "P-2026-404", *WHY],
        ["patterns", "split", "P-2026-404", "A-2021-001", *WHY],
    ],
)
def test_wrong_use_is_told(databank: Databank, wrong: list[str], capsys: Printed) -> None:
    assert run(wrong) == 2
    assert capsys.readouterr().err.strip()
