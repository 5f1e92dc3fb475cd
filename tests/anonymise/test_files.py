# SPDX-License-Identifier: EUPL-1.2
import json
from pathlib import Path

import pytest

from anonymise.anonymiser import Anonymiser
from anonymise.files import AnonymiseFileError, anonymise_file

SECRETS = ("Bulthuis", "999900407")
TEXT = "Mevrouw Yvonne Bulthuis, bsn 999900407."


class Steps:
    """Remembers what a progress bar would show."""

    def __init__(self) -> None:
        self.total = 0
        self.done = 0

    def start(self, total: int) -> None:
        self.total = total

    def advance(self, count: int = 1) -> None:
        self.done += count


def write(path: Path, *lines: object) -> Path:
    text = "\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines)
    path.write_text(text + "\n", encoding="utf-8")
    return path


def read(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_texts_come_out_safe_with_spans_in_the_input(tmp_path: Path, anonymiser: Anonymiser) -> None:
    source, target, steps = (
        write(tmp_path / "in.jsonl", {"id": "a", "text": TEXT}),
        tmp_path / "out.jsonl",
        Steps(),
    )
    outcome = anonymise_file(source, target, anonymiser, steps)
    (line,) = read(target)
    assert (outcome.written, outcome.rejected) == (1, ())
    assert (steps.total, steps.done) == (1, 1)
    assert line["id"] == "a"
    assert line["safe_text"] == "Mevrouw [PERSOON-1], bsn [BSN]."
    assert [TEXT[s["start"] : s["end"]] for s in line["spans"]] == ["Yvonne Bulthuis", "999900407"]  # type: ignore[attr-defined,index]
    assert set(line["spans"][0]) == {"start", "end", "kind", "score", "source"}  # type: ignore[index]


def test_the_file_holds_raw_text_only_when_that_is_asked_for(tmp_path: Path, anonymiser: Anonymiser) -> None:
    source, target = write(tmp_path / "in.jsonl", {"id": 1, "text": TEXT}), tmp_path / "out.jsonl"
    anonymise_file(source, target, anonymiser)
    assert not any(secret in target.read_text(encoding="utf-8") for secret in SECRETS)
    anonymise_file(source, target, anonymiser, include_text=True)
    assert read(target)[0]["text"] == TEXT


def test_a_case_comes_out_as_a_safe_case_with_spans_by_field(tmp_path: Path, anonymiser: Anonymiser) -> None:
    case = {
        "case_id": "A-1", "title": "Bulthuis", "situation": TEXT, "received_on": "", "theme": "Bulthuis",
        "legal_perspective": {"text": "Yvonne Bulthuis heeft gelijk", "rating": "goed"},
        "known_values": [{"kind": "PERSON", "text": "Y. Bulthuis"}],
    }  # fmt: skip
    target = tmp_path / "out.jsonl"
    assert anonymise_file(write(tmp_path / "in.jsonl", case), target, anonymiser).written == 1
    assert not any(secret in target.read_text(encoding="utf-8") for secret in SECRETS)
    (line,) = read(target)
    assert line["case_id"] == "A-1"
    assert line["title"] == "[PERSOON-1]"
    assert line["legal_perspective"] == {"text": "[PERSOON-1] heeft gelijk", "rating": "goed"}
    assert str(line["safe_text"]).startswith("[PERSOON-1]\n\nMevrouw [PERSOON-1]")
    assert {span["field"] for span in line["spans"]} == {"title", "situation", "legal_perspective"}  # type: ignore[attr-defined]
    assert "theme" not in line


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("geen json Bulthuis", "JSON"),
        ('["Bulthuis"]', "object"),
        ('{"id": 1}', "text"),
        ('{"id": 1, "text": 5}', "text"),
        ('{"case_id": "x", "received_on": "Bulthuis"}', "received_on"),
        ("[" * 100_000, "JSON"),
    ],
)
def test_a_bad_line_is_left_out_and_told_by_number(
    tmp_path: Path, anonymiser: Anonymiser, line: str, reason: str
) -> None:
    source = write(tmp_path / "in.jsonl", {"id": 1, "text": "goed"}, line, "", {"id": 2, "text": "ook"})
    outcome = anonymise_file(source, tmp_path / "out.jsonl", anonymiser)
    (problem,) = outcome.rejected
    assert outcome.written == 2
    assert "regel 2" in problem.nl
    assert "line 2" in problem.en
    assert reason in problem.nl
    assert "Bulthuis" not in problem.nl + problem.en
    assert [each["id"] for each in read(tmp_path / "out.jsonl")] == [1, 2]


def test_bytes_that_are_no_utf8_are_left_out(tmp_path: Path, anonymiser: Anonymiser) -> None:
    source = tmp_path / "in.jsonl"
    source.write_bytes(b'{"id": 1, "text": "caf\xe9"}\n')
    assert len(anonymise_file(source, tmp_path / "out.jsonl", anonymiser).rejected) == 1


def test_a_lone_surrogate_is_written_as_valid_json(tmp_path: Path, anonymiser: Anonymiser) -> None:
    source = write(tmp_path / "in.jsonl", '{"id": 1, "text": "\\ud800 bsn 999900407"}')
    anonymise_file(source, tmp_path / "out.jsonl", anonymiser)
    assert read(tmp_path / "out.jsonl")[0]["safe_text"] == "\ud800 bsn [BSN]"


def test_a_rule_that_fails_costs_one_line_and_quotes_nothing(
    tmp_path: Path, anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(TEXT)

    monkeypatch.setattr(anonymiser, "anonymise_text", fail)
    outcome = anonymise_file(
        write(tmp_path / "in.jsonl", {"id": 1, "text": TEXT}), tmp_path / "o", anonymiser
    )
    assert outcome.written == 0
    assert not any(secret in caplog.text + outcome.rejected[0].nl for secret in SECRETS)


def test_the_target_appears_only_when_it_is_complete(
    tmp_path: Path, anonymiser: Anonymiser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    target = tmp_path / "out.jsonl"
    target.write_text("vorige", encoding="utf-8")
    monkeypatch.setattr(anonymiser, "anonymise_text", interrupt)
    with pytest.raises(KeyboardInterrupt):
        anonymise_file(write(tmp_path / "in.jsonl", {"id": 1, "text": TEXT}), target, anonymiser)
    assert target.read_text(encoding="utf-8") == "vorige"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in.jsonl", "out.jsonl"]


def test_a_missing_source_or_folder_is_told(tmp_path: Path, anonymiser: Anonymiser) -> None:
    with pytest.raises(AnonymiseFileError, match="niet te lezen"):
        anonymise_file(tmp_path / "absent.jsonl", tmp_path / "out.jsonl", anonymiser)
    source = write(tmp_path / "in.jsonl", {"id": 1, "text": "goed"})
    with pytest.raises(AnonymiseFileError, match="niet te schrijven"):
        anonymise_file(source, tmp_path / "absent" / "out.jsonl", anonymiser)
