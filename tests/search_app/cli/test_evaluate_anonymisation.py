# SPDX-License-Identifier: EUPL-1.2
import json
from pathlib import Path

import pytest

from search_app.cli.main import run

Printed = pytest.CaptureFixture[str]


def _gold(folder: Path, name: str, text: str) -> str:
    file = folder / name
    file.write_text(json.dumps({"id": "1", "text": text}), encoding="utf-8")
    return str(file)


def test_several_files_are_measured_apart_and_together(tmp_path: Path, capsys: Printed) -> None:
    first = _gold(tmp_path, "a.jsonl", "Mevrouw [[PERSON|Jansen]], bsn [[BSN|999900407]], belde.")
    second = _gold(tmp_path, "b.jsonl", "Meneer [[PERSON|De Boer]] belde.")

    assert run(["evaluate", "anonymisation", first, second, "--json"]) == 0

    scores = json.loads(capsys.readouterr().out)
    assert scores["cases"] == 2
    assert scores["direct"]["marks"] == 3
    assert {name: part["direct"]["marks"] for name, part in scores["parts"].items()} == {
        "a.jsonl": 2,
        "b.jsonl": 1,
    }


def test_a_report_is_written_beside_what_is_printed(tmp_path: Path, capsys: Printed) -> None:
    gold = _gold(tmp_path, "a.jsonl", "Mevrouw [[PERSON|Jansen]] belde.")

    assert (
        run(["evaluate", "anonymisation", gold, "--report", str(tmp_path / "out"), "--date", "2026-11-22"])
        == 0
    )

    assert "namen" in capsys.readouterr().out
    page = (tmp_path / "out" / "anonymisation.md").read_text(encoding="utf-8")
    assert "Measured on 2026-11-22" in page
    assert "Jansen" not in page


def test_a_gold_file_is_needed(capsys: Printed) -> None:
    assert run(["evaluate", "anonymisation"]) == 2
