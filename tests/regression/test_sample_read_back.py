# SPDX-License-Identifier: EUPL-1.2
"""The sample files hold the gold cases, in the forms of offices: reading them gives the same cases back."""

import json
import re
from datetime import date
from pathlib import Path

import pytest

from casebase.progress import NoProgress
from casebase.record import RawCase
from ingest.headings import is_heading
from ingest.intake import Candidate, Intake
from ingest.readers.files import FileReader
from ingest.readers.types import ReadLimits
from ingest.regulations import Regulations
from ingest.walk import find_files

_MARK = re.compile(r"\[\[\w+\|(.*?)\]\]", re.S)


@pytest.fixture(scope="module")
def read_back(root: Path) -> dict[str, RawCase]:
    """The sample cases as the readers and the mapping give them."""
    with FileReader(ReadLimits(), is_heading) as reader:
        intake = Intake(reader, b"k" * 32, Regulations(), date(2026, 12, 31))
        items = list(intake.items(find_files([root / "data" / "sample"]), NoProgress()))
    return {item.case.case_id: item.case for item in items if isinstance(item, Candidate)}


@pytest.fixture(scope="module")
def gold(root: Path) -> dict[str, dict[str, object]]:
    """The gold cases with the marks taken off."""
    files = [root / "tests" / "gold" / name for name in ("dev.jsonl", "test.jsonl")]
    lines = [line for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    cases = [json.loads(_MARK.sub(r"\1", line)) for line in lines]
    return {case["case_id"]: case for case in cases}


def test_every_case_comes_back_once(
    read_back: dict[str, RawCase], gold: dict[str, dict[str, object]]
) -> None:
    assert sorted(read_back) == sorted(gold)


def test_every_text_comes_back_word_for_word(
    read_back: dict[str, RawCase], gold: dict[str, dict[str, object]]
) -> None:
    different = [
        (case_id, field)
        for case_id, case in gold.items()
        for field, text in _narrative(case).items()
        if read_back[case_id].narrative().get(field, "").split() != text.split()
    ]
    assert not different


@pytest.mark.parametrize(
    "field",
    [
        "received_on",
        "closed_on",
        "nature",
        "level",
        "outcome",
        "deviates_from_rules",
        "maatwerkplaats",
        "submitter_role",
        "submitter_unit",
        "principles",
        "regulations",
        "organisations_involved",
    ],
)
def test_every_other_value_comes_back(
    field: str, read_back: dict[str, RawCase], gold: dict[str, dict[str, object]]
) -> None:
    different = [
        case_id
        for case_id, case in gold.items()
        if _plain(getattr(read_back[case_id], field)) != _plain(case[field])
    ]
    assert not different


def _narrative(case: dict[str, object]) -> dict[str, str]:
    texts = {name: value["text"] if isinstance(value, dict) else value for name, value in case.items()}
    fields = set(RawCase.model_fields) - {"case_id"}
    skip = {"maatwerkplaats", "received_on", "closed_on", "nature", "level", "outcome"}
    return {
        name: str(text)
        for name, text in texts.items()
        if name in fields - skip
        and isinstance(text, str)
        and text not in ("", "n.v.t.")
        and not name.startswith("submitter")
    }


def _plain(value: object) -> object:
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else str(value or "")
