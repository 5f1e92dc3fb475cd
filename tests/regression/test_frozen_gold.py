# SPDX-License-Identifier: EUPL-1.2
"""The parts that figures are taken on stay as they are, or the page about them tells."""

import re
from hashlib import sha256
from pathlib import Path

import pytest

FROZEN = (
    "tests/gold/test.jsonl",
    "tests/gold/check.jsonl",
    "tests/gold/second.jsonl",
    "tests/gold/third.jsonl",
    "tests/gold/fifth.jsonl",
    "tests/gold/search/cases.jsonl",
    "tests/gold/search/out_of_domain.txt",
    "tests/gold/search/queries.jsonl",
)


@pytest.fixture(scope="module")
def written_down(root: Path) -> dict[str, str]:
    page = (root / "docs" / "evaluation" / "splits.md").read_text(encoding="utf-8")
    return dict(re.findall(r"^\| `([^`]+)` \| `([0-9a-f]{64})` \|$", page, re.M))


@pytest.mark.parametrize("file", FROZEN)
def test_a_frozen_file_is_the_one_that_the_page_names(
    root: Path, written_down: dict[str, str], file: str
) -> None:
    assert sha256((root / file).read_bytes()).hexdigest() == written_down.get(file), (
        f"{file} changed: see docs/evaluation/splits.md"
    )


def test_the_page_names_the_frozen_files_and_no_others(written_down: dict[str, str]) -> None:
    assert set(written_down) == set(FROZEN)
