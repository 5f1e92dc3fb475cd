# SPDX-License-Identifier: EUPL-1.2
from datetime import UTC, date, datetime

import pandas as pd

from casebase.record import Perspective, SafeCase
from casebase.store import StoredCase
from casebase.vocabulary import Outcome, Rating, ReviewState
from search_app.collection import case_table, completeness

NOW = datetime(2026, 1, 5, tzinfo=UTC)


def _stored(case: SafeCase) -> StoredCase:
    return StoredCase(case=case, state=ReviewState.RELEASED, stored_at=NOW, released_at=NOW, content_key="k")


CASES = [
    _stored(SafeCase(case_id="B", situation="Iets.", outcome=Outcome.SOLVED, received_on=date(2024, 3, 1))),
    _stored(
        SafeCase(
            case_id="A",
            regulations=("WIA", "WW"),
            legal_perspective=Perspective(text="Artikel 77.", rating=Rating.GOOD),
            deviates_from_rules=False,
        )
    ),
]


def test_the_table_has_one_row_a_case_in_order_of_id() -> None:
    table = case_table(CASES)
    assert list(table.index) == ["A", "B"]
    assert table.loc["A", "regulations"] == "WIA; WW"
    assert table.loc["A", "legal_rating"] == "goed"
    assert table.loc["B", "received_on"] == pd.Timestamp("2024-03-01")


def test_a_gap_is_missing_and_a_no_is_not() -> None:
    table = case_table(CASES)
    assert pd.isna(table.loc["B", "legal_perspective"])
    assert table.loc["A", "deviates_from_rules"] == False  # noqa: E712 numpy's own no


def test_completeness_counts_what_is_filled_in() -> None:
    shares = completeness(CASES)
    assert shares["situation"] == 0.5
    assert shares["lessons"] == 0.0
    assert shares.is_monotonic_increasing
