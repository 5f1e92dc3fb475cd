# SPDX-License-Identifier: EUPL-1.2
"""Conditions as plain values, and back."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from casebase.database import Sessions
from casebase.filters import SearchFilters
from casebase.store import as_filters, plain_conditions
from casebase.vocabulary import Level, Nature, Outcome, Principle

Add = Callable[..., Any]


@pytest.mark.parametrize(
    "filters",
    [
        SearchFilters(),
        SearchFilters(outcomes=(Outcome.PARTLY, Outcome.SOLVED), natures=(Nature.FINANCIAL,)),
        SearchFilters(levels=(Level.LEGAL,), principles=(next(iter(Principle)),)),
        SearchFilters(received_from=date(2024, 1, 1), received_to=date(2025, 12, 31)),
        SearchFilters(deviates_from_rules=False),
    ],
)
def test_conditions_come_back_as_they_were_kept(make_sessions: Sessions, filters: SearchFilters) -> None:
    with make_sessions() as session:
        kept = json.loads(json.dumps(plain_conditions(session, filters)))
    assert as_filters(kept) == filters


def test_free_words_that_the_collection_does_not_hold_are_not_kept(make_sessions: Sessions) -> None:
    with make_sessions() as session:
        kept = plain_conditions(session, SearchFilters(regulations=("Truus Verzonnen",)))
    assert kept == {}
