# SPDX-License-Identifier: EUPL-1.2
"""From a ranking to what a search gives back: found cases as the database has them now, with the reasons."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np

from casebase.database import Session
from casebase.store import StoredCase, get_cases
from casebase.vocabulary import ReviewState
from index.alike import nearest_examples
from index.asked import Asked
from index.bands import Calibration, bands, is_comparable, shares
from index.collection import Collection
from index.diversity import LOOKED_AT, endings_of, with_another_ending
from index.explain import Explainer
from index.fusion import Ranking
from index.grouping import near_duplicates, others_like
from index.hits import Hit, SearchResult
from index.query import Query
from index.reading import Reader
from index.register import Within


@dataclass(frozen=True, repr=False)
class Searched:
    """What was searched for, where, and which cases that gave: of near-duplicates only the best."""

    asked: Asked
    query: Query
    ranking: Ranking
    within: Within
    calibration: Calibration


def search_result(
    session: Session, searched: Searched, collection: Collection, reader: Reader, limit: int
) -> SearchResult:
    """The first ``limit`` that are still released, each with its near-duplicates and the reasons why.

    The ranking should hold ``LOOKED_AT`` cases or more, so that one with another ending can move up.
    """
    asked, comparable = searched.asked, is_comparable(searched.ranking.evidence, searched.calibration)
    ranking = _with_another_ending(searched, collection, comparable=comparable)
    ranking = ranking.taken(np.arange(min(limit, len(ranking.rows))))
    searched = replace(searched, ranking=ranking)
    near = [_others(int(row), searched.within, collection) for row in ranking.rows]
    ids = [collection.case_ids[row] for row in ranking.rows]
    stored = get_cases(session, [*ids, *(case_id for others in near for case_id in others)])
    cases = {each: found for each, found in stored.items() if found.state is ReviewState.RELEASED}
    return SearchResult(
        tuple(_hits(searched, collection, reader, near, cases, comparable=comparable)),
        len(searched.within.rows),
        comparable,
        asked.also_searched,
        cases,
        searched.within.matching,
        asked.corrections,
    )


def _hits(
    searched: Searched,
    collection: Collection,
    reader: Reader,
    near: list[list[str]],
    cases: dict[str, StoredCase],
    *,
    comparable: bool,
) -> Iterator[Hit]:
    ranking, calibration = searched.ranking, searched.calibration
    beside = nearest_examples(searched.asked, collection, ranking.rows)
    different = {id(each): each for each in beside}
    explainers = {number: Explainer(each, reader) for number, each in different.items()}
    told = bands([float(score) for score in ranking.scores], calibration, comparable=comparable)
    found = shares(ranking.scores, calibration, comparable=comparable)
    for row, share, band, one, others in zip(ranking.rows.tolist(), found, told, beside, near, strict=True):
        if collection.case_ids[row] in cases:
            case = cases[collection.case_ids[row]].case
            shown, explanation = explainers[id(one)].explain(case, _cosines(one, row, collection))
            alike = near_duplicates(case, others, cases, searched.query)
            yield Hit(case.case_id, case.title, share, band, shown, explanation, alike)


def _with_another_ending(searched: Searched, collection: Collection, *, comparable: bool) -> Ranking:
    ranking, register = searched.ranking, searched.within.matching.register
    first = ranking.taken(np.arange(min(LOOKED_AT, len(ranking.rows))))
    told = bands(first.scores.tolist(), searched.calibration, comparable=comparable)
    alone = searched.query.has_conditions  # which near-duplicates meet them is not known yet
    endings = [
        endings_of(
            register,
            [collection.case_ids[row], *([] if alone else _others(row, searched.within, collection))],
        )
        for row in first.rows.tolist()
    ]
    rest = range(len(endings), len(ranking.rows))
    return ranking.taken(np.array([*with_another_ending(endings, told), *rest], dtype=np.int64))


def _others(row: int, within: Within, collection: Collection) -> list[str]:
    """The near-duplicates of a case that the search may return."""
    return [collection.case_ids[other] for other in others_like(row, collection.groups, within.rows)]


def _cosines(asked: Asked, row: int, collection: Collection) -> dict[str, float]:
    """How near each passage of a case is to what is searched for, by content hash."""
    passages = collection.passages_of(row, asked.probe.side)
    cosines = collection.vectors.scores(asked.probe.meaning, passages)
    return {collection.hashes[p]: float(c) for p, c in zip(passages, cosines, strict=True)}
