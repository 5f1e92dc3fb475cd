# SPDX-License-Identifier: EUPL-1.2
"""Nothing that the anonymiser finds in the sample may be anywhere below DATABANK_HOME."""

import sqlite3
from pathlib import Path

import pytest

from anonymise.anonymiser import Anonymiser
from anonymise.gold import GoldCase, GoldSpan, read_gold
from casebase.vocabulary import Kind
from search_app.databank import Databank
from search_app.settings import Settings

DIRECT = set(Kind) - {Kind.CITY, Kind.DATE, Kind.AGE, Kind.ORG, Kind.NATIONALITY}
GOLD = ("dev.jsonl", "test.jsonl")
SHORTEST = 7
"""Shorter values ('Harm', '1234') stand in ordinary words and in identifiers of the database itself."""


@pytest.fixture(scope="module")
def found_values(root: Path, sample_home: Path) -> set[str]:
    """The direct identifiers that gold marks and that the anonymiser finds, as written."""
    anonymiser = Databank(Settings(home=sample_home)).anonymiser
    cases = [case for name in GOLD for case in read_gold(root / "tests" / "gold" / name)]
    values = {value for case in cases for value in _found(case, anonymiser)}
    return {value for value in values if _is_telling(value)}


@pytest.mark.slow
def test_no_found_identifier_is_left_in_any_file(found_values: set[str], sample_home: Path) -> None:
    assert len(found_values) > 500
    databank = Databank(Settings(home=sample_home))
    databank.search("Mevrouw Jansen uit Urk, bsn 999900109, moet haar voorschot terugbetalen")
    content = b"\n".join(path.read_bytes() for path in sorted(sample_home.rglob("*")) if path.is_file())
    left = sorted(value for value in found_values if value.encode() in content)
    assert not left, f"{len(left)} of {len(found_values)} values are left"


@pytest.mark.slow
def test_no_found_identifier_is_left_in_any_column(found_values: set[str], sample_home: Path) -> None:
    # A long text is spread over pages of the file, so the columns are looked at as well.
    with sqlite3.connect(f"file:{sample_home / 'databank.sqlite'}?mode=ro", uri=True) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = [row for name in tables for row in database.execute(f'SELECT * FROM "{name}"')]
    text = "\n".join(value for row in rows for value in row if isinstance(value, str))
    assert len(rows) > 270
    assert not [value for value in found_values if value in text]


def _found(case: GoldCase, anonymiser: Anonymiser) -> list[str]:
    found = anonymiser.find_in_fields(case.texts)
    return [
        case.texts[field][mark.start : mark.end]
        for field, marks in case.spans.items()
        for mark in marks
        if mark.kind in DIRECT and _covered(case.texts[field], mark, [(f.start, f.end) for f in found[field]])
    ]


def _covered(text: str, mark: GoldSpan, found: list[tuple[int, int]]) -> bool:
    return all(
        any(start <= place < end for start, end in found)
        for place in range(mark.start, mark.end)
        if text[place].isalnum()
    )


def _is_telling(value: str) -> bool:
    digits = sum(character.isdigit() for character in value)
    return len(value) >= SHORTEST and (digits >= 5 or " " in value or "@" in value)
