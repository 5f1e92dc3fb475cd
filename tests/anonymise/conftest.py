# SPDX-License-Identifier: EUPL-1.2
"""What tests of the anonymiser share; engines are built once."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from casebase.vocabulary import Kind

if TYPE_CHECKING:
    from anonymise.anonymiser import Anonymiser

LISTS = Path(__file__).parents[2] / "data" / "lists"


@pytest.fixture(scope="session")
def lists() -> Path:
    """The word lists that are shipped."""
    return LISTS


@pytest.fixture(scope="session")
def anonymiser() -> "Anonymiser":
    """The anonymiser as it is shipped."""
    from anonymise.anonymiser import load_anonymiser

    return load_anonymiser(LISTS)


@pytest.fixture(scope="session")
def structured() -> Callable[[Kind, str], list[str]]:
    """The texts of one kind that rules for numbers, addresses and dates find, overlaps merged."""
    from anonymise.engine import engine_for, findings, structured_recognisers
    from anonymise.merge import merge

    engine = engine_for(structured_recognisers())

    def find(kind: Kind, text: str) -> list[str]:
        merged = merge(findings(engine, text), text)
        return [text[span.start : span.end] for span in merged if span.kind is kind]

    return find
