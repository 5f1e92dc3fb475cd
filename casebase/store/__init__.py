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
from casebase.store.errors import SameReviewerError, UnknownCaseError, UnknownTermError, UnstorableCaseError
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
from casebase.store.reviewing import (
    ApprovalRecord,
    Approved,
    QueueRow,
    approvals_of,
    approve_case,
    queue_rows,
    reviewed_since,
    settle_suspects,
    withdraw_approval,
)
from casebase.store.rows import StoredCase
from casebase.store.selection import FacetCount, Facets, facet_counts, last_received, released_ids, revision
from casebase.store.terms import TermRecord, add_term, list_terms, remove_term
from casebase.store.traits import (
    TraitValue,
    change_stamp,
    drop_traits,
    replace_traits,
    suspect_counts,
    touched_since,
    trait_rows,
    without_traits,
)

__all__ = [
    "ApprovalRecord",
    "Approved",
    "FacetCount",
    "Facets",
    "KnownContent",
    "LoadRecord",
    "PassageRecord",
    "QueueRow",
    "ReviewRecord",
    "SameReviewerError",
    "SaveResult",
    "StoredCase",
    "TermRecord",
    "TraitValue",
    "UnknownCaseError",
    "UnknownTermError",
    "UnstorableCaseError",
    "add_term",
    "all_passages",
    "approvals_of",
    "approve_case",
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
    "list_terms",
    "queue_rows",
    "recent_loads",
    "record_load",
    "released_ids",
    "remove_term",
    "replace_passages",
    "replace_traits",
    "reviewed_since",
    "revision",
    "save_case",
    "save_embeddings",
    "set_state",
    "settle_suspects",
    "stored_embeddings",
    "suspect_counts",
    "touched_since",
    "trait_rows",
    "withdraw_approval",
    "without_traits",
]
