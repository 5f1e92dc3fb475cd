# SPDX-License-Identifier: EUPL-1.2
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from patterns.acts import Act
from patterns.register import NewPattern, register
from search_app.cli.main import run
from search_app.databank import open_databank
from search_app.settings import Settings

Printed = pytest.CaptureFixture[str]


@pytest.fixture
def number(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The number of a pattern with three cases, in the databank of the commands."""
    shutil.copytree(sample_home, tmp_path / "home")
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("DATABANK_USER", "anna")
    reasons = dict.fromkeys(("A-2021-001", "A-2021-002", "A-2021-003"), "Past.")
    new = NewPattern("Voorschot terug", "De keuring komt te laat.", reasons, date(2999, 1, 1))
    with open_databank(Settings(home=tmp_path / "home")).writing() as session:
        return register(session, new, Act("anna", datetime.now(UTC), str), "Zelfde").pattern_id


@pytest.mark.parametrize("name", ["pak.docx", "pak.pdf", "PAK.PDF"])
def test_a_pack_is_written_and_told_in_a_sentence(
    number: str, tmp_path: Path, capsys: Printed, name: str
) -> None:
    place = tmp_path / name
    assert run(["patterns", "export", number, "--to", str(place), "--story", "A-2021-002"]) == 0
    assert place.stat().st_size > 10_000
    assert capsys.readouterr().out.startswith(f"Dossier van {number} met 3 casussen: {place}.")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["P-1999-001", "--to", "{}/x.docx"], "P-1999-001"),
        (["{number}", "--to", "{}/x.txt"], "eindigt"),
        (["{number}", "--to", "{}/weg/x.pdf"], "Kies een andere map of naam."),
        (["{number}", "--to", "{}/x.pdf", "--story", "A-2021-009"], "A-2021-009"),
        (["{number}", "--to", "{}/x.pdf", "--as-of", "2001-01-01"], "nog niet geregistreerd"),
        (["{number}", "--to", "{}/x.pdf", "--profile", "intern"], "delen"),
        (["{number}"], "--to"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_leaves_no_file(
    number: str, tmp_path: Path, capsys: Printed, arguments: list[str], sentence: str
) -> None:
    filled = [each.replace("{number}", number).replace("{}", str(tmp_path)) for each in arguments]
    assert run(["patterns", "export", *filled]) == 2
    told = capsys.readouterr().err
    assert sentence in told
    assert "Traceback" not in told
    assert [each.name for each in tmp_path.iterdir()] == ["home"]


def test_four_stories_are_too_many(number: str, tmp_path: Path, capsys: Printed) -> None:
    four = [part for n in range(1, 5) for part in ("--story", f"A-2021-00{n}")]
    assert run(["patterns", "export", number, "--to", str(tmp_path / "x.docx"), *four]) == 2
    assert "ten hoogste 3" in capsys.readouterr().err


def test_it_speaks_english(
    number: str, tmp_path: Path, capsys: Printed, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABANK_LANG", "en")
    assert run(["patterns", "export", number, "--to", str(tmp_path / "x.docx")]) == 0
    assert capsys.readouterr().out.startswith(f"Evidence pack of {number} with 3 cases")
