# SPDX-License-Identifier: EUPL-1.2
"""The first cases of a ranking, put in the order that a re-ranker gives them."""

import numpy as np

from casebase.database import Session
from casebase.store import get_cases
from index.collection import Collection
from index.fusion import Probe, Ranking
from index.passages import split_case
from index.reranker import PASSAGES, Reranker


def second_look(
    reranker: Reranker | None,
    session: Session,
    collection: Collection,
    text: str,
    probe: Probe,
    ranking: Ranking,
    limit: int,
) -> Ranking:
    """The first ``limit`` cases of the ranking, the first of them reordered; each keeps its own score.

    The ranking should hold at least as many cases as the re-ranker looks at, so that a case from beyond
    ``limit`` can move up.
    """
    if reranker is None:
        return ranking.taken(np.arange(min(limit, len(ranking.rows))))
    first = ranking.taken(np.arange(min(reranker.first, len(ranking.rows))))
    order = reranker.order(text, _best_passages(session, collection, probe, first), first.scores)
    rest = range(len(order), len(ranking.rows))
    return ranking.taken(np.array([*order, *rest][:limit], dtype=np.int64))


def reach(reranker: Reranker | None, limit: int) -> int:
    """How many cases have to be ranked for ``limit`` hits."""
    return max(limit, reranker.first) if reranker else limit


def descending(ranking: Ranking) -> Ranking:
    """The same order with the same scores dealt out anew, for runs: their readers sort by score."""
    return Ranking(ranking.rows, np.sort(ranking.scores)[::-1], ranking.evidence)


def _best_passages(
    session: Session, collection: Collection, probe: Probe, ranking: Ranking
) -> list[list[str]]:
    ids = [collection.case_ids[row] for row in ranking.rows]
    stored = get_cases(session, ids)
    best = []
    for row, case_id in zip(ranking.rows, ids, strict=True):
        passages = collection.passages_of(int(row), probe.side)
        cosines = collection.vectors.scores(probe.meaning, passages)
        nearest = [collection.hashes[passages[n]] for n in np.argsort(-cosines, kind="stable")[:PASSAGES]]
        texts = (
            {each.content_hash: each.text for each in split_case(stored[case_id].case)}
            if case_id in stored
            else {}
        )
        best.append([texts[each] for each in nearest if each in texts])
    return best
