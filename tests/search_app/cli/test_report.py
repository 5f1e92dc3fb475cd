# SPDX-License-Identifier: EUPL-1.2
import json
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casebase import store
from casebase.pattern_vocabulary import PatternState
from casebase.vocabulary import ReviewState
from patterns.acts import Act, Change
from patterns.register import NewPattern, register, set_state
from search_app.cli.main import run
from search_app.databank import Databank, open_databank
from search_app.settings import Settings

Printed = pytest.CaptureFixture[str]
CASES = ("A-2021-001", "A-2021-002", "A-2021-003")


@pytest.fixture
def databank(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Databank:
    """A copy of the sample databank, also the one of the commands."""
    shutil.copytree(sample_home, tmp_path / "home")
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path / "home"))
    return open_databank(Settings(home=tmp_path / "home", actor="anna"))


def act(day: str) -> Act:
    return Act("anna", datetime.fromisoformat(day).replace(tzinfo=UTC), str)


@pytest.fixture
def signalled(databank: Databank) -> str:
    """A pattern that was signalled in March 2025, confirmed in May, and promised an answer for June."""
    new = NewPattern("Te laat", "Er wordt te laat gekeurd.", dict.fromkeys(CASES, "Zelfde"), date(2025, 6, 1))
    with databank.writing() as session:
        number = register(session, new, act("2025-03-01"), "Zelfde").pattern_id
        due = Change(answer_due=date(2025, 8, 1))
        set_state(session, number, PatternState.CONFIRMED, act("2025-05-01"), "Gezien", due)
    return number


def reported(capsys: Printed, *options: str) -> dict[str, object]:
    capsys.readouterr()
    assert run(["report", "--json", *options]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def test_cases_are_counted_whether_they_are_released_or_not(databank: Databank, capsys: Printed) -> None:
    before = reported(capsys)
    with databank.writing() as session:
        store.set_state(session, CASES[0], ReviewState.HELD, actor="anna", now=datetime.now(UTC))
        everything = sum(store.count_cases(session).values())
    assert before["cases"] == everything == reported(capsys)["cases"]
    assert databank.reporting.waiting() == 1


def test_the_parts_of_a_report_add_up_to_all_cases(databank: Databank, capsys: Printed) -> None:
    found = reported(capsys, "--period", "jaar")
    periods = sum(each["cases"] for each in found["periods"])  # type: ignore[attr-defined]
    assert periods + found["without_date"] == found["cases"]  # type: ignore[operator]
    for part in ("nature", "level", "outcome"):
        assert sum(found[part].values()) == found["cases"]  # type: ignore[attr-defined]
    assert sum(each["cases"] for each in found["offices"]) == found["cases"]  # type: ignore[attr-defined]


def test_a_day_counts_no_case_that_came_in_later(databank: Databank, capsys: Printed) -> None:
    until = reported(capsys, "--as-of", "2023-12-31")
    with databank.session() as session:
        stored = store.list_cases(session, limit=10_000, offset=0)
    days = [each.case.received_on for each in stored]
    assert until["cases"] == sum(day is None or day <= date(2023, 12, 31) for day in days)


@pytest.mark.parametrize(
    ("day", "signals", "overdue"),
    [
        ("2025-02-28", [], []),
        ("2025-04-01", [("gesignaleerd", 31)], []),
        ("2025-07-31", [("bevestigd", 91)], []),
        ("2025-08-11", [("bevestigd", 102)], [10]),
    ],
)
def test_signals_are_counted_as_they_stood_on_the_day(
    day: str, signals: list[tuple[str, int]], overdue: list[int], signalled: str, capsys: Printed
) -> None:
    found = reported(capsys, "--as-of", day)
    assert [(each["state"], each["oldest_days"]) for each in found["signals"]] == signals  # type: ignore[attr-defined]
    assert [each["days"] for each in found["overdue"]] == overdue  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("options", "line"),
    [
        (["--as-of", "2025-05-10", "--period", "maand"], "mei 2025"),
        (["--as-of", "2025-05-10"], "2e kwartaal 2025"),
        (["--as-of", "2025-05-10", "--period", "jaar"], "2025"),
    ],
)
def test_the_running_period_is_named_and_told_to_be_running(
    options: list[str], line: str, signalled: str, capsys: Printed
) -> None:
    assert run(["report", *options]) == 0
    told = capsys.readouterr().out.splitlines()
    [running] = [each for each in told if "nog niet voorbij" in each]
    assert running.strip().startswith(line)


def test_an_empty_databank_gives_no_shares_of_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path))
    assert run(["init"]) == 0
    assert run(["report"]) == 0
    assert "nog geen casussen" in capsys.readouterr().out


def test_a_report_speaks_english_too(
    databank: Databank, monkeypatch: pytest.MonkeyPatch, capsys: Printed
) -> None:
    monkeypatch.setenv("DATABANK_LANG", "en")
    assert run(["report", "--as-of", "2025-05-10"]) == 0
    told = capsys.readouterr().out
    assert "Completeness" in told
    assert "quarter 2, 2025" in told
    assert "Volledigheid" not in told


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        (["--as-of", "gisteren"], "'gisteren' is geen datum; schrijf hem als jjjj-mm-dd of dd-mm-jjjj."),
        (["--period", "week"], "'week' kan niet; kies uit 'maand', 'kwartaal', 'jaar'."),
    ],
)
def test_a_wrong_option_is_told_in_dutch(
    databank: Databank, options: list[str], sentence: str, capsys: Printed
) -> None:
    assert run(["report", *options]) == 2
    assert sentence in capsys.readouterr().err
