# SPDX-License-Identifier: EUPL-1.2
"""The collection as tables, for notebooks and exports."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from casebase.record import PERSPECTIVE_FIELDS, SafeCase
from casebase.store import StoredCase

if TYPE_CHECKING:
    import pandas as pd

    from search_app.databank import Databank


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


def case_map(databank: "Databank") -> "pd.DataFrame":
    """A place (x, y) in the plane for every released case, by id; like cases lie near each other.

    t-SNE of the case vectors (Van der Maaten and Hinton 2008, JMLR 9), started from the principal
    components, with a fixed seed: distances between far places mean little.
    """
    import pandas as pd
    from sklearn.manifold import TSNE

    case_ids, vectors = databank.case_vectors()
    near = min(30.0, max(1.0, (len(case_ids) - 1) / 3))
    places = TSNE(init="pca", perplexity=near, random_state=0).fit_transform(vectors)
    return pd.DataFrame(places, columns=["x", "y"], index=pd.Index(case_ids, name="case_id"))


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
