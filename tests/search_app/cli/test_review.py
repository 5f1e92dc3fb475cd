# SPDX-License-Identifier: EUPL-1.2
"""``databank review`` over a small databank; cases are stored as they are, without the anonymiser."""

import io
import json
import re
from pathlib import Path

import pytest

from casebase import store
from casebase.record import SafeCase, SafeSpan, Suspect
from casebase.vocabulary import Kind, ReviewState
from search_app.cli.main import run
from search_app.databank import Databank, create_databank
from search_app.settings import Settings

Printed = pytest.CaptureFixture[str]
MAYOR = (
    "[PERSOON-1], vrouw, 60-64 jaar, is burgemeester in [PLAATS-1: Zeeland] en heeft de ziekte van "
    "Huntington. Sjoukje belde. De krant schreef erover en zij was te zien bij Nieuwsuur."
)


def made(case_id: str, situation: str, *suspects: str, **fields: object) -> SafeCase:
    found = [re.search(words, situation) for words in suspects]
    return SafeCase(
        case_id=case_id,
        situation=situation,
        spans=tuple(
            SafeSpan(field="situation", start=m.start(), end=m.end(), kind=Kind.PERSON)
            for m in re.finditer(r"\[PERSOON-\d\]", situation)
        ),
        suspects=tuple(
            Suspect(field="situation", start=m.start(), end=m.end(), reason="onbekend woord met hoofdletter")
            for m in found
            if m
        ),
        **fields,  # type: ignore[arg-type]
    )


@pytest.fixture
def databank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Databank:
    """Three cases that wait: one about a mayor, one with a suspect word, one plain."""
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path))
    monkeypatch.setenv("DATABANK_USER", "anna")
    databank = create_databank(Settings(home=tmp_path))
    cases = (
        made("A-1", "Er is niets bijzonders gebeurd.", title="Niets bijzonders"),
        made(
            "B-2", "[PERSOON-1] viel onder de wet Amber.", "Amber", title="Wet Amber", maatwerkplaats="Twente"
        ),
        made("C-3", MAYOR, "Sjoukje", title="Een bekend verhaal"),
    )
    with databank.writing() as session:
        for case in cases:
            store.save_case(session, case, content_key=case.case_id, actor="lader", now=databank._clock())
    return databank


def state(databank: Databank, case_id: str) -> ReviewState:
    stored = databank.stored_case(case_id)
    assert stored is not None
    return stored.state


def text(databank: Databank, case_id: str) -> str:
    stored = databank.stored_case(case_id)
    assert stored is not None
    return stored.case.situation


def queue(capsys: Printed, *options: str) -> list[str]:
    capsys.readouterr()
    assert run(["review", "list", "--json", *options]) == 0
    return [entry["case_id"] for entry in json.loads(capsys.readouterr().out)]


def test_the_list_starts_with_who_can_be_recognised(databank: Databank, capsys: Printed) -> None:
    assert queue(capsys) == ["C-3", "B-2", "A-1"]
    assert queue(capsys, "--level", "hoog") == ["C-3"]
    assert queue(capsys, "--maatwerkplaats", "Twente") == ["B-2"]
    assert queue(capsys, "--suspects", "--limit", "1", "--page", "2") == ["B-2"]
    assert queue(capsys, "--held") == []


def test_the_list_is_a_table_for_people(databank: Databank, capsys: Printed) -> None:
    assert run(["review", "list", "--limit", "1"]) == 0
    printed = capsys.readouterr().out
    assert "C-3  Hoog" in printed
    assert "1 verdacht" in printed
    assert "twee beoordelaars" in printed
    assert "1 van 3 casussen" in printed


def test_show_tells_risk_suspects_and_counts(databank: Databank, capsys: Printed) -> None:
    assert run(["review", "show", "C-3"]) == 0
    printed = capsys.readouterr().out
    assert "Vervangen: 1 × persoon" in printed
    assert "Kijk nog naar situation:" in printed
    assert "Risico: hoog" in printed
    assert "Twee mensen moeten deze casus goedkeuren" in printed
    assert run(["review", "show", "C-3", "--json"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["people_needed"] == 2
    assert shown["texts"]["situation"] == MAYOR
    assert shown["risk"]["reasons"]
    assert run(["review", "show", "X-9"]) == 2


def test_a_recognisable_case_needs_somebody_else(
    databank: Databank, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["review", "approve", "C-3", "A-1", "C-3"]) == 0
    assert (state(databank, "C-3"), state(databank, "A-1")) == (ReviewState.TO_REVIEW, ReviewState.RELEASED)
    assert "C-3: goedgekeurd, wacht op een tweede beoordelaar." in capsys.readouterr().out
    assert queue(capsys, "--second") == ["C-3"]
    assert run(["review", "approve", "C-3", "B-2"]) == 1
    said = capsys.readouterr()
    assert "Vraag een collega" in said.err
    assert "B-2: vrijgegeven." in said.out
    monkeypatch.setenv("DATABANK_USER", "bram")
    assert run(["review", "approve", "C-3"]) == 0
    assert state(databank, "C-3") is ReviewState.RELEASED


def test_a_case_is_held_back_and_put_back(databank: Databank, capsys: Printed) -> None:
    assert run(["review", "hold", "A-1", "--reason", "Mevrouw Yilmaz wil dit niet"]) == 0
    assert queue(capsys, "--held") == ["A-1"]
    reviews = databank.review_desk.sheet("A-1").reviews
    assert "Yilmaz" not in reviews[-1].reason
    assert "wil dit niet" in reviews[-1].reason
    assert run(["review", "reopen", "A-1"]) == 0
    assert state(databank, "A-1") is ReviewState.TO_REVIEW


def test_more_is_masked_by_words_by_place_and_from_a_pipe(
    databank: Databank, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run(["review", "redact", "C-3", "--words", "Sjoukje", "--as", "[PERSOON-1]"]) == 0
    assert "[PERSOON-1] belde." in text(databank, "C-3")
    assert run(["review", "redact", "C-3", "--words", "Sjoukje"]) == 1
    monkeypatch.setattr("sys.stdin", io.StringIO("krant\n"))
    assert run(["review", "redact", "C-3", "--words", "-", "--kind", "org"]) == 0
    assert "De [ORGANISATIE-1] schreef" in text(databank, "C-3")
    start = text(databank, "B-2").index("Amber")
    assert run(["review", "redact", "B-2", "--at", f"situation:{start}-{start + 5}"]) == 0
    assert text(databank, "B-2") == "[PERSOON-1] viel onder de wet [PERSOON-2]."


@pytest.mark.parametrize(
    "wrong",
    [
        ["redact", "A-1"],
        ["redact", "A-1", "--words", "niets", "--at", "situation:1-2"],
        ["redact", "A-1", "--at", "ergens"],
        ["redact", "A-1", "--at", "situation:1-900"],
        ["redact", "A-1", "--words", "niets", "--as", "[ZOMAAR]"],
        ["redact", "X-9", "--words", "niets"],
        ["placeholder", "B-2", "[PERSOON-1]", "Jan"],
        ["restore", "B-2", "[PERSOON-1]", "999990019"],
        ["allow", "add", "999990019"],
        ["allow", "add", "Amber", "--case", "B-2", "--maatwerkplaats", "Twente"],
        ["allow", "add", "Amber", "--case", "X-9"],
        ["allow", "remove", "99"],
        ["deny", "add", "Sjoukje Hoekstra"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    databank: Databank, capsys: Printed, wrong: list[str]
) -> None:
    assert run(["review", *wrong]) == 2
    said = capsys.readouterr().err
    assert said.strip()
    assert "Traceback" not in said
    assert "Meld deze regel" not in said


def test_a_placeholder_is_corrected(databank: Databank) -> None:
    assert run(["review", "placeholder", "B-2", "[PERSOON-1]", "[CLIËNT]"]) == 0
    assert text(databank, "B-2").startswith("[CLIËNT] viel")
    assert run(["review", "placeholder", "B-2", "[PERSOON-1]", "[CLIËNT]"]) == 1


def test_proposals_are_taken_over(databank: Databank, capsys: Printed) -> None:
    assert run(["review", "show", "C-3", "--json"]) == 0
    proposals = json.loads(capsys.readouterr().out)["proposals"]
    assert proposals
    assert run(["review", "coarsen", "C-3", "1"]) == 0
    assert proposals[0]["text"] in text(databank, "C-3")
    assert run(["review", "coarsen", "C-3", "99"]) == 1


def test_a_false_alarm_is_put_back_and_remembered(databank: Databank, capsys: Printed) -> None:
    run(["review", "redact", "B-2", "--words", "Amber"])
    assert run(["review", "restore", "B-2", "[PERSOON-2]", "Amber", "--scope", "overal"]) == 0
    assert text(databank, "B-2") == "[PERSOON-1] viel onder de wet Amber."
    capsys.readouterr()
    assert run(["review", "allow", "list", "--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["words"], row["scope"], row["actor"]) == ("Amber", "overal", "anna")


def test_word_lists_are_kept_shown_and_revoked(databank: Databank, capsys: Printed) -> None:
    assert run(["review", "allow", "add", "Amber", "--maatwerkplaats", "Twente", "--reason", "een wet"]) == 0
    assert queue(capsys, "--suspects") == ["C-3"]
    assert run(["review", "deny", "add", "Wiebrigje"]) == 0
    assert run(["review", "deny", "list"]) == 0
    printed = capsys.readouterr().out
    assert "Wiebrigje" in printed
    assert "Amber" not in printed
    assert run(["review", "allow", "remove", "1"]) == 0
    capsys.readouterr()
    assert run(["review", "allow", "list"]) == 0
    assert "Er staat niets op deze lijst." in capsys.readouterr().out


def test_loading_honours_the_lists_of_the_moment(databank: Databank, tmp_path: Path, capsys: Printed) -> None:
    (tmp_path / "register.csv").write_text(
        "Casusnummer;Situatie\nD-1;Gisteren kwam Sjoukje langs bij de balie.\n", encoding="utf-8"
    )
    (tmp_path / "later.csv").write_text(
        "Casusnummer;Situatie\nD-2;Gisteren kwam Sjoukje langs bij de balie.\n", encoding="utf-8"
    )
    assert run(["ingest", str(tmp_path / "register.csv")]) == 0
    assert run(["review", "allow", "add", "Sjoukje"]) == 0
    assert run(["ingest", str(tmp_path / "later.csv")]) == 0
    assert "Sjoukje" not in text(databank, "D-1")
    assert "Sjoukje" in text(databank, "D-2")


def test_the_log_holds_every_step_and_no_words(databank: Databank) -> None:
    run(["review", "allow", "add", "Amber"])
    run(["review", "redact", "C-3", "--words", "Sjoukje"])
    run(["review", "approve", "A-1"])
    assert databank.verify_audit().ok
    with databank.session() as session:
        from casebase.audit import recent_events

        events = recent_events(session, limit=50)
    assert {"term.added", "case.corrected", "case.state"} <= {event.action for event in events}
    assert not re.search("Amber|Sjoukje", repr(events))


def test_it_speaks_english_when_asked(
    databank: Databank, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABANK_LANG", "en")
    assert run(["review", "show", "C-3"]) == 0
    printed = capsys.readouterr().out
    assert "Replaced: 1 × person" in printed
    assert "Two people are to approve this case" in printed
