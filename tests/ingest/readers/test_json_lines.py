# SPDX-License-Identifier: EUPL-1.2
import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.headings import is_heading
from ingest.readers import RawRow, ReadResult
from ingest.readers.kinds import Kind
from ingest.readers.parse import parse
from ingest.readers.plain_text import clean
from ingest.readers.types import ReadLimits


def test_lists_and_perspectives_are_flattened(
    read: Callable[[str, bytes], ReadResult], values: Callable[[RawRow], dict[str, str]]
) -> None:
    case = {
        "case_id": "A-1",
        "regulations": ["WIA", "ZW"],
        "legal_perspective": {"text": "Artikel 77", "rating": "voldoende"},
        "deviates_from_rules": False,
        "outcome": None,
        "organisations_involved": [{"name": "UWV"}, {"name": "SVB"}],
        "aantal": 3.0,
    }
    (row,) = read("cases.jsonl", json.dumps(case).encode()).rows
    assert values(row) == {
        "case_id": "A-1",
        "regulations": "WIA; ZW",
        "legal_perspective": "Artikel 77",
        "legal_perspective.rating": "voldoende",
        "deviates_from_rules": "nee",
        "outcome": "",
        "organisations_involved": "UWV; SVB",
        "aantal": "3",
    }
    assert row.place == "rij 1"


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"case_id": "A-2", GEHEIM}', "geen geldige JSON"),
        ('["A-2", "GEHEIM"]', "geen casus tussen accolades"),
        ('{"case_id": NaN, "x": "GEHEIM"}', "geen geldige JSON"),
        ("[" * 100_000, "geen geldige JSON"),
        ('{"x": ' + "9" * 10_000 + "}", "geen geldige JSON"),
    ],
)
def test_a_broken_line_is_given_with_a_problem_and_the_rest_goes_on(
    read: Callable[[str, bytes], ReadResult], line: str, reason: str
) -> None:
    result = read("cases.jsonl", f'{{"case_id": "A-1"}}\n{line}\n\n{{"case_id": "A-3"}}\n'.encode())
    assert [row.place for row in result.rows] == ["rij 1", "rij 2", "rij 4"]
    first, broken, last = result.rows
    assert first.problem is None
    assert last.problem is None
    assert broken.problem is not None
    assert reason in broken.problem.nl
    assert "GEHEIM" not in repr(broken) + broken.problem.nl + broken.problem.en
    assert broken.fields == ()


def test_a_key_that_comes_twice_is_given_twice(read: Callable[[str, bytes], ReadResult]) -> None:
    (row,) = read("cases.jsonl", b'{"situatie": "een", "situatie": "twee"}').rows
    assert row.fields == (("situatie", "een"), ("situatie", "twee"))


def test_half_characters_do_not_reach_the_database(read: Callable[[str, bytes], ReadResult]) -> None:
    (row,) = read("cases.jsonl", rb'{"situatie": "kapot \ud800 teken"}').rows
    assert row.fields[0][1] == "kapot \N{REPLACEMENT CHARACTER} teken"


@given(st.lists(st.dictionaries(st.text(min_size=1), st.text() | st.integers(-(10**12), 10**12)), min_size=1))
def test_any_objects_come_back(cases: list[dict[str, str | int]]) -> None:
    content = "\n".join(json.dumps(case) for case in cases).encode()
    found = parse(Kind.JSONL, content, ReadLimits(), is_heading).rows
    expected = [tuple((clean(key), clean(str(value))) for key, value in case.items()) for case in cases]
    assert [row.fields for row in found] == expected
