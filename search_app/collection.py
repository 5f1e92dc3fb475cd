# SPDX-License-Identifier: EUPL-1.2
"""The collection as tables, for notebooks and exports."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from casebase.record import PERSPECTIVE_FIELDS, SafeCase
from casebase.store import StoredCase

if TYPE_CHECKING:
    import pandas as pd


def case_table(cases: Iterable[StoredCase]) -> "pd.DataFrame":
    """One row a case, one column a field; lists joined by '; ', dates as timestamps, gaps as missing."""
    import pandas as pd

    frame = pd.DataFrame([_row(stored.case) for stored in cases])
    for name in ("received_on", "closed_on"):
        frame[name] = pd.to_datetime(frame[name])
    return frame.set_index("case_id").sort_index()


def completeness(cases: Iterable[StoredCase]) -> "pd.Series[float]":
    """Share of the cases that has each field filled in, the emptiest field first."""
    table = case_table(cases)
    return table.notna().mean().sort_values(kind="stable").rename("share")


def _row(case: SafeCase) -> dict[str, object]:
    row: dict[str, object] = {}
    for name in type(case).model_fields:
        if name in ("spans", "suspects", "engine"):
            continue
        value = getattr(case, name)
        if name in PERSPECTIVE_FIELDS:
            row[name] = value.text or None
            row[name.replace("perspective", "rating")] = value.rating.value if value.rating else None
        elif isinstance(value, tuple):
            row[name] = "; ".join(value) or None
        else:
            row[name] = None if value in ("", None) else value
    return row
