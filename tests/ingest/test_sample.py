# SPDX-License-Identifier: EUPL-1.2
"""The sample files, read and mapped, give back every word of the cases that they were made from."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from casebase.record import NARRATIVE_FIELDS, PERSPECTIVE_FIELDS, RawCase
from ingest.headings import is_heading
from ingest.mapping import map_row
from ingest.readers.files import FileReader
from ingest.regulations import load_regulations
from ingest.walk import find_files

MARK = re.compile(r"\[\[\w+\|(.*?)\]\]", re.S)
PLAIN = ("maatwerkplaats", "submitter_role", "submitter_unit", "submitter_organisation")


@pytest.fixture(scope="module")
def gold(root: Path) -> dict[str, dict[str, Any]]:
    files = [root / "tests" / "gold" / f"{part}.jsonl" for part in ("dev", "test")]
    cases = [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines()]
    return {case["case_id"]: case for case in cases}


@pytest.fixture(scope="module")
def mapped(root: Path) -> dict[str, RawCase]:
    regulations = load_regulations(root / "data" / "lists")
    cases: dict[str, RawCase] = {}
    with FileReader(is_heading=is_heading) as reader:
        for file in find_files([root / "data" / "sample"]).files:
            for row in reader.read(file.path).rows:
                outcome = map_row(row, today=date(2026, 11, 22), regulations=regulations)
                assert outcome.case is not None, (file.label, row.place, outcome.problems)
                assert outcome.case.case_id not in cases
                cases[outcome.case.case_id] = outcome.case
    return cases


def words(text: object) -> str:
    cleaned = " ".join(re.findall(r"\w+", MARK.sub(r"\1", str(text or ""))))
    return "" if cleaned == "n v t" else cleaned


def test_every_case_is_there(mapped: dict[str, RawCase], gold: dict[str, Any]) -> None:
    assert set(mapped) == set(gold)


def test_no_word_of_a_story_is_lost_or_moved(mapped: dict[str, RawCase], gold: dict[str, Any]) -> None:
    for case_id, case in mapped.items():
        for name in (*NARRATIVE_FIELDS, *PLAIN):
            value = gold[case_id].get(name)
            if name in PERSPECTIVE_FIELDS:
                assert getattr(case, name).rating == ((value or {}).get("rating") or None), (case_id, name)
                value = (value or {}).get("text")
                assert words(getattr(case, name).text) == words(value), (case_id, name)
            else:
                assert words(getattr(case, name)) == words(value), (case_id, name)


def test_dates_terms_and_lists_are_as_they_were(mapped: dict[str, RawCase], gold: dict[str, Any]) -> None:
    for case_id, case in mapped.items():
        source = gold[case_id]
        for name in ("received_on", "closed_on", "nature", "level", "outcome"):
            assert str(getattr(case, name) or "") == (source.get(name) or ""), (case_id, name)
        assert bool(case.deviates_from_rules) == bool(source.get("deviates_from_rules")), case_id
        assert list(case.principles) == (source.get("principles") or []), case_id
        organisations = [words(entry) for entry in source.get("organisations_involved") or []]
        assert [words(entry) for entry in case.organisations_involved] == organisations, case_id
        assert len(case.regulations) <= len(source.get("regulations") or []), case_id
        assert bool(case.regulations) == bool(source.get("regulations")), case_id
