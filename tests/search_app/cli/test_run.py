# SPDX-License-Identifier: EUPL-1.2
import json
import shutil
from pathlib import Path

import pytest

from search_app.cli.main import run

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def home(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample databank, as the databank of this test."""
    shutil.copytree(sample_home, tmp_path / "home")
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


def test_search_prints_titles_reasons_and_outcome(home: Path, capsys: Printed) -> None:
    assert run(["search", "voorschot WIA terugbetalen", "--limit", "3"]) == 0
    printed = capsys.readouterr().out
    assert " 1. " in printed
    assert " 3. " in printed
    assert "Gedeelde woorden:" in printed


def test_nothing_comparable_is_said_and_little_is_shown(home: Path, capsys: Printed) -> None:
    assert run(["search", "recept voor appeltaart met kaneel"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Niets vergelijkbaars gevonden.")
    assert " 3. " in printed
    assert " 4. " not in printed


def test_search_tells_what_it_made_of_the_text(home: Path, capsys: Printed) -> None:
    assert run(["search", "terugvordring LKV wet:WIA uitkomst:gelukt", "--limit", "2"]) == 0
    told = capsys.readouterr()
    assert "U typte 'terugvordring'. Ook gezocht naar terugvordering." in told.out
    assert "Ook gezocht op: " in told.out
    assert "loonkostenvoordeel" in told.out
    assert "Wat u achter ‘uitkomst:’ typte, kennen wij niet." in told.err


def test_search_json_keeps_to_the_contract(home: Path, capsys: Printed) -> None:
    assert run(["search", "voorschot terugbetalen", "--regulation", "WIA", "--limit", "4", "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert len(hits) == 4
    assert set(hits[0]) == {
        "case_id", "title", "score", "band", "passages", "explanation", "near_duplicates",
    }  # fmt: skip
    assert set(hits[0]["explanation"]) == {
        "shared_regulations", "shared_principles", "shared_terms", "same_things", "nature", "level",
        "aspects", "sentences", "differences", "most_like",
    }  # fmt: skip
    assert set(hits[0]["passages"][0]) == {"field", "text"}


def test_cases_like_two_others_are_found_with_the_nearest_of_them(home: Path, capsys: Printed) -> None:
    asked = ["--like", "A-2021-001", "--like", "A-2021-002"]
    assert run(["search", *asked, "--limit", "4", "--json"]) == 0
    hits = json.loads(capsys.readouterr().out)
    assert len(hits) == 4
    assert {hit["explanation"]["most_like"] for hit in hits} <= {"A-2021-001", "A-2021-002"}
    assert run(["search", *asked, "--limit", "2"]) == 0
    assert "Lijkt het meest op: A-2021-00" in capsys.readouterr().out


def test_a_case_that_cannot_be_searched_with_is_told(home: Path, capsys: Printed) -> None:
    assert run(["search", "--like", "A-2021-001", "--like", "X-1", "--limit", "2"]) == 1
    told = capsys.readouterr()
    assert "Casus ‘X-1’ is er niet" in told.err
    assert " 2. " in told.out
    assert run(["search", "--like", "X-1"]) == 2
    assert "X-1" in capsys.readouterr().err


@pytest.mark.parametrize("asked", [["--regulation", "WIA"], ["wet:WIA"]])
def test_conditions_alone_list_cases(home: Path, capsys: Printed, asked: list[str]) -> None:
    assert run(["search", *asked, "--limit", "3"]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Aantal casussen met deze filters: ")
    assert sum("WIA" in line for line in printed.splitlines() if " · " in line) == 3
    assert run(["search", *asked, "--limit", "3", "--json"]) == 0
    listed = json.loads(capsys.readouterr().out)
    assert [each["band"] for each in listed] == [None] * 3


@pytest.mark.parametrize("asked", [[], ["voorschot", "--like", "A-2021-001"]])
def test_one_thing_is_searched_for_at_a_time(home: Path, capsys: Printed, asked: list[str]) -> None:
    assert run(["search", *asked]) == 2
    assert "--like" in capsys.readouterr().err


def test_similar_json_leaves_the_case_itself_out(home: Path, capsys: Printed) -> None:
    assert run(["similar", "A-2021-001", "--aspect", "situation", "--json"]) == 0
    assert "A-2021-001" not in {hit["case_id"] for hit in json.loads(capsys.readouterr().out)}


def test_a_batch_of_searches_becomes_a_trec_run(home: Path, tmp_path: Path, capsys: Printed) -> None:
    queries = tmp_path / "queries.jsonl"
    queries.write_text(
        '{"query_id": "q1", "text": "voorschot terug"}\n{"query_id": "q2"}\n', encoding="utf-8"
    )
    assert run(["search", "--batch", str(queries), "--run", str(tmp_path / "run.trec"), "--limit", "5"]) == 1
    lines = [line.split() for line in (tmp_path / "run.trec").read_text().splitlines()]
    assert [line[3] for line in lines] == ["1", "2", "3", "4", "5"]
    assert {line[0] for line in lines} == {"q1"}
    assert "2" in capsys.readouterr().err


def test_an_unknown_case_gives_one_sentence(home: Path, capsys: Printed) -> None:
    assert run(["similar", "BESTAAT-NIET"]) == 2
    said = capsys.readouterr().err
    assert "BESTAAT-NIET" in said
    assert "Traceback" not in said


def test_ingest_rejects_a_bad_row_and_loads_the_rest(home: Path, tmp_path: Path, capsys: Printed) -> None:
    register = tmp_path / "register.csv"
    register.write_text(
        "Casusnummer;Situatie;Datum ontvangst\n"
        "X-1;De heer Pietersen wacht.;31-02-2024\n"
        "X-2;Het duurt lang.;1-3-2024\n",
        encoding="utf-8",
    )
    assert run(["ingest", str(register), "--report", str(tmp_path / "report.json")]) == 1
    printed = capsys.readouterr().out
    assert "Pietersen" not in printed + (tmp_path / "report.json").read_text()
    report = json.loads((tmp_path / "report.json").read_text())
    assert (report["read"], report["stored"], len(report["rejected"])) == (2, 1, 1)


def test_a_case_waits_for_review_before_it_is_found(home: Path, tmp_path: Path, capsys: Printed) -> None:
    register = tmp_path / "register.csv"
    register.write_text(
        "Casusnummer;Situatie\nX-2;Zeppelinvlucht boven het wad geweigerd.\n", encoding="utf-8"
    )
    assert run(["ingest", str(register)]) == 0
    assert run(["review", "list"]) == 0
    assert "X-2" in capsys.readouterr().out
    assert run(["search", "zeppelinvlucht wad", "--json"]) == 0
    assert "X-2" not in capsys.readouterr().out
    assert run(["review", "approve", "X-2"]) == 0
    capsys.readouterr()
    assert run(["search", "zeppelinvlucht wad", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)[0]["case_id"] == "X-2"


def test_the_audit_log_and_the_checkup_are_in_order(home: Path, capsys: Printed) -> None:
    assert run(["audit", "verify"]) == 0
    assert run(["doctor"]) == 0, capsys.readouterr().out
    assert "✗" not in capsys.readouterr().out


def test_the_demo_refuses_to_mix_with_real_cases(home: Path, capsys: Printed) -> None:
    assert run(["demo", "--no-serve"]) == 2
    assert "DATABANK_HOME" in capsys.readouterr().err


def test_anonymise_writes_safe_texts_and_spans(tmp_path: Path, capsys: Printed) -> None:
    source, target = tmp_path / "in.jsonl", tmp_path / "out.jsonl"
    source.write_text(
        '{"id": "1", "text": "Mevrouw Yilmaz belde met 06-12345678."}\nkapot\n', encoding="utf-8"
    )
    assert run(["anonymise", str(source), str(target)]) == 1
    (row,) = [json.loads(line) for line in target.read_text(encoding="utf-8").splitlines()]
    assert "Yilmaz" not in row["safe_text"]
    assert {span["kind"] for span in row["spans"]} == {"PERSON", "PHONE"}
    assert "Yilmaz" not in capsys.readouterr().err
