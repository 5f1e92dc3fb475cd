# SPDX-License-Identifier: EUPL-1.2
"""Keeping cases: functions over a session; the caller owns the transaction.

Reading functions work in any session. Writing functions want ``with sessions.begin() as session``
or a session that has not read anything yet. Nothing here takes a raw case.
"""

from casebase.store.cases import (
    ReviewRecord,
    SaveResult,
    correct_case,
    count_cases,
    delete_case,
    get_case,
    get_cases,
    list_cases,
    list_reviews,
    save_case,
    set_state,
)
from casebase.store.contents import KnownContent, known_contents
from casebase.store.errors import UnknownCaseError, UnstorableCaseError
from casebase.store.loads import LoadRecord, recent_loads, record_load
from casebase.store.passages import (
    PassageRecord,
    all_passages,
    drop_orphan_embeddings,
    get_passages,
    replace_passages,
    save_embeddings,
    stored_embeddings,
)
from casebase.store.rows import StoredCase
from casebase.store.selection import FacetCount, Facets, facet_counts, last_received, released_ids, revision
from casebase.store.traits import (
    RiskInput,
    TraitValue,
    change_stamp,
    drop_traits,
    replace_traits,
    risk_inputs,
    trait_rows,
    without_traits,
)

__all__ = [
    "FacetCount",
    "Facets",
    "KnownContent",
    "LoadRecord",
    "PassageRecord",
    "ReviewRecord",
    "RiskInput",
    "SaveResult",
    "StoredCase",
    "TraitValue",
    "UnknownCaseError",
    "UnstorableCaseError",
    "all_passages",
    "change_stamp",
    "correct_case",
    "count_cases",
    "delete_case",
    "drop_orphan_embeddings",
    "drop_traits",
    "facet_counts",
    "get_case",
    "get_cases",
    "get_passages",
    "known_contents",
    "last_received",
    "list_cases",
    "list_reviews",
    "recent_loads",
    "record_load",
    "released_ids",
    "replace_passages",
    "replace_traits",
    "revision",
    "risk_inputs",
    "save_case",
    "save_embeddings",
    "set_state",
    "stored_embeddings",
    "trait_rows",
    "without_traits",
]
