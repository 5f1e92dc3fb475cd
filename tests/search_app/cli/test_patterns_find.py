# SPDX-License-Identifier: EUPL-1.2
import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from casebase.pattern_vocabulary import ProposalState, SizeStep
from casebase.store import SizeFinding, decide_proposal, list_proposals
from patterns.register import NewPattern
from search_app.cli.main import run
from search_app.databank import Databank, open_databank
from search_app.settings import Settings

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Databank:
    """A copy of the sample databank, also the one of the commands."""
    shutil.copytree(sample_home, tmp_path / "home")
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path / "home"))
    return open_databank(Settings(home=tmp_path / "home", actor="beheer"))


def _printed(arguments: list[str], printed: Printed) -> object:
    assert run(arguments) == 0
    return json.loads(printed.readouterr().out)


def test_proposals_are_told_and_kept_with_their_numbers(databank: Databank, capsys: Printed) -> None:
    found = _printed(["patterns", "find", "--json"], capsys)
    assert found
    with databank.session() as session:
        kept = {each.proposal_id: list(each.group.case_ids) for each in list_proposals(session)}
    assert {each["proposal"]: each["case_ids"] for each in found} == kept
    assert all(each["pattern_id"].startswith("V-") and each["label"] for each in found)


def test_a_second_run_finds_the_same_and_keeps_nothing_twice(databank: Databank, capsys: Printed) -> None:
    first = _printed(["patterns", "find", "--json"], capsys)
    second = _printed(["patterns", "find", "--json"], capsys)
    names = {each["name"] for each in first}
    assert len(names & {each["name"] for each in second}) >= 0.9 * len(names)
    assert _printed(["patterns", "find", "--json"], capsys) == second


def test_as_of_a_day_only_cases_until_then_count_and_nothing_is_kept(
    databank: Databank, capsys: Printed
) -> None:
    found = _printed(["patterns", "find", "--as-of", "2023-06-01", "--json"], capsys)
    assert all(each["last_seen"] <= "2023-06-01" for each in found)
    with databank.session() as session:
        assert list_proposals(session) == []


def test_what_somebody_turned_down_is_not_proposed_again(databank: Databank, capsys: Printed) -> None:
    first = _printed(["patterns", "find", "--json"], capsys)[0]
    with databank.writing() as session:
        decide_proposal(
            session,
            first["proposal"],
            ProposalState.REJECTED,
            actor="anna",
            now=databank._clock(),
            why="Geen patroon",
        )
    again = _printed(["patterns", "find", "--json"], capsys)
    assert first["name"] not in {each["name"] for each in again}


def test_proposals_are_measured_by_themes(databank: Databank, tmp_path: Path, capsys: Printed) -> None:
    cases = [stored.case.case_id for stored in databank.released_cases()]
    themes = tmp_path / "themes.tsv"
    themes.write_text("".join(f"{case}\tT{n % 3}\n" for n, case in enumerate(cases)), "utf-8")
    scores = _printed(["evaluate", "patterns", str(themes), "--json"], capsys)
    assert scores["cases"] == len(cases)
    assert 0 <= scores["precision"] <= 1


def test_themes_of_unknown_cases_are_refused(databank: Databank, tmp_path: Path, capsys: Printed) -> None:
    themes = tmp_path / "themes.tsv"
    themes.write_text("nergens\tT1\n", "utf-8")
    assert run(["evaluate", "patterns", str(themes)]) == 2
    assert "Geen van de zaaknummers" in capsys.readouterr().err


def test_what_a_run_kept_is_told_again_as_it_was_found(databank: Databank) -> None:
    finding = databank.pattern_finding
    assert finding.offered() is None
    found = finding.find()
    kept = finding.offered()
    assert kept is not None
    assert kept.numbers == found.numbers
    assert kept.as_of == found.as_of
    for one, other in zip(kept.patterns, found.patterns, strict=True):
        assert (one.name, one.label, one.group.case_ids) == (other.name, other.label, other.group.case_ids)
        assert (one.trend, one.spread, one.coincides) == (other.trend, other.spread, other.coincides)
        assert (one.outcomes, one.first_seen, one.last_seen) == (
            other.outcomes,
            other.first_seen,
            other.last_seen,
        )


def test_what_was_decided_on_is_offered_no_more(databank: Databank) -> None:
    finding = databank.pattern_finding
    first, *others = finding.find().numbers
    databank.pattern_desk.reject_proposal(first, why="Geen patroon.")
    kept = finding.offered()
    assert kept is not None
    assert kept.numbers == tuple(others)


def test_only_a_size_that_people_entered_is_told_of_a_proposal(databank: Databank, capsys: Printed) -> None:
    found = _printed(["patterns", "find", "--json"], capsys)
    assert {each["size_estimate"] for each in found} == {None}
    assert found[0].keys() >= set(CONTRACT)
    new = NewPattern(
        "Te laat", "De termijn is hard.", dict.fromkeys(found[0]["case_ids"], "past"), date(2999, 12, 31)
    )
    number = databank.pattern_desk.register(new, why="Zelfde regel").pattern_id
    again = _printed(["patterns", "find", "--json"], capsys)
    assert [each["size_estimate"] for each in again if each["pattern_id"] == number] == [None]
    size = SizeFinding(SizeStep.REGISTER, "klachtenregister", 200, 200, date(2026, 3, 1))
    databank.pattern_desk.enter_size(number, size)
    told = {
        each["pattern_id"]: each["size_estimate"] for each in _printed(["patterns", "find", "--json"], capsys)
    }
    assert (told[number]["estimate"], told[number]["source"]) == (200, "klachtenregister")
    assert all(size is None for pattern, size in told.items() if pattern != number)


def test_like_cases_that_came_in_close_together_make_their_proposal_emerging(
    databank: Databank, capsys: Printed
) -> None:
    found = _printed(["patterns", "find", "--as-of", "2023-12-24", "--json"], capsys)
    (emerging,) = [each for each in found if each["burst"]]
    assert emerging["emerging"]
    assert len(set(emerging["burst"]["case_ids"]) & set(emerging["case_ids"])) >= 4
    assert run(["patterns", "find", "--as-of", "2023-12-24"]) == 0
    assert emerging["burst"]["reason"] in capsys.readouterr().out
    quiet = _printed(["patterns", "find", "--as-of", "2024-06-02", "--json"], capsys)
    assert {(each["emerging"], each["burst"]) for each in quiet} == {(False, None)}


def test_like_cases_that_came_in_close_together_outside_proposals_are_told_apart(
    databank: Databank, capsys: Printed
) -> None:
    *proposals, apart = _printed(["patterns", "find", "--as-of", "2025-05-04", "--json"], capsys)
    assert not any(each["emerging"] for each in proposals)
    assert apart.keys() == proposals[0].keys()
    assert apart["emerging"]
    assert apart["burst"]["case_ids"] == apart["case_ids"]
    assert "D-2025-054" in apart["case_ids"]
    assert (apart["pattern_id"], apart["proposal"], apart["label"]) == ("B-2025-05-04", None, "")
    assert apart["first_seen"] >= "2025-02-02"
    assert run(["patterns", "find", "--as-of", "2025-05-04"]) == 0
    printed = capsys.readouterr()
    assert f"B-2025-05-04: {apart['burst']['reason']}" in printed.out
    assert " ".join(apart["case_ids"]) in printed.out
    assert printed.err == ""


CONTRACT = (
    *("pattern_id", "label", "terms", "case_ids", "first_seen", "last_seen", "trend", "emerging"),
    *("spread", "outcomes", "diverging", "size_estimate"),
)
"""The keys that others rely on."""
