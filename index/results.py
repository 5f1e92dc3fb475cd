# SPDX-License-Identifier: EUPL-1.2
"""From a ranking to what a search gives back: found cases as the database has them now, with the reasons."""

from collections.abc import Iterator
from dataclasses import dataclass

from casebase.database import Session
from casebase.store import StoredCase, get_cases
from casebase.vocabulary import ReviewState
from index.alike import nearest_examples
from index.asked import Asked
from index.bands import Calibration, bands, is_comparable, shares
from index.collection import Collection
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
    session: Session, searched: Searched, collection: Collection, reader: Reader
) -> SearchResult:
    """The ranked cases that are still released, each with its near-duplicates and the reasons why."""
    asked, ranking = searched.asked, searched.ranking
    comparable = is_comparable(ranking.evidence, searched.calibration)
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
    for row, share, band, one, others in zip(
        ranking.rows.tolist(), shares(ranking.scores, calibration), told, beside, near, strict=True
    ):
        if collection.case_ids[row] in cases:
            case = cases[collection.case_ids[row]].case
            shown, explanation = explainers[id(one)].explain(case, _cosines(one, row, collection))
            alike = near_duplicates(case, others, cases, searched.query)
            yield Hit(case.case_id, case.title, share, band, shown, explanation, alike)


def _others(row: int, within: Within, collection: Collection) -> list[str]:
    """The near-duplicates of a case that the search may return."""
    return [collection.case_ids[other] for other in others_like(row, collection.leaders, within.rows)]


def _cosines(asked: Asked, row: int, collection: Collection) -> dict[str, float]:
    """How near each passage of a case is to what is searched for, by content hash."""
    passages = collection.passages_of(row, asked.probe.side)
    cosines = collection.vectors.scores(asked.probe.meaning, passages)
    return {collection.hashes[p]: float(c) for p, c in zip(passages, cosines, strict=True)}
