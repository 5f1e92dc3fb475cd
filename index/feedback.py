# SPDX-License-Identifier: EUPL-1.2
"""How good is searching by what people said about the cases that they found?

People judge few of the cases, and mostly those on top. So every figure is given twice, and the truth mostly
lies between: over the judged cases only (the ranking without the others, a condensed list: Sakai 2007,
https://doi.org/10.1145/1277741.1277756), which flatters where only good cases were judged; and with every
unjudged case counted as not useful, which is too strict. Intervals are 95%, by drawing searches anew.
"""

from collections.abc import Callable, Mapping, Sequence
from statistics import median_low

import numpy as np
import numpy.typing as npt
from pydantic import BaseModel, ConfigDict

from casebase.progress import NoProgress, Progress
from casebase.store import Grade, JudgedSearch
from index.hits import Band
from index.trec import Qrels

FEWEST_SEARCHES = 30
"""Below so many judged searches nothing is said about the ranking: an interval of a handful is no guide."""

FEWEST_IN_BAND = 30
"""Below so many judgements nothing is said about a band."""

MEASURES = ("nDCG@10", "P@5", "Success@3", "RR")

_TOP = 10
_FIRST = 5
_DRAWS = 2000
_SEED = 20_261_122

Floats = npt.NDArray[np.float64]
Rank = Callable[[str], Sequence[str]]
"""Gives the numbers of the cases that a search finds, best first."""


class Estimate(BaseModel):
    """A mean over searches with its 95% interval."""

    model_config = ConfigDict(frozen=True)

    mean: float
    low: float
    high: float


class BandShare(BaseModel):
    """How many cases of a band were judged useful; ``share`` is None when too few were judged to tell."""

    model_config = ConfigDict(frozen=True)

    judgements: int
    useful: int
    share: Estimate | None


class FeedbackReport(BaseModel):
    """Figures by what people said.

    ``judged_only`` and ``unjudged_not_useful`` hold the measures by name, both None when there are too few
    searches to tell. P@5 of the first is over the first five judged cases, or over all when there are fewer.
    ``judged_at_10`` is the share of the first ten cases that somebody judged. A search of which nobody found
    any case useful (``without_useful``) counts as 0 in each measure. ``versions`` counts the programs, models
    and indexes that showed the cases; ``bands`` are as they were shown then.
    """

    model_config = ConfigDict(frozen=True)

    model_id: str
    searches: int
    judgements: int
    people: int
    versions: int
    without_useful: int
    fewest_searches: int = FEWEST_SEARCHES
    judged_at_10: float | None
    judged_only: dict[str, Estimate] | None
    unjudged_not_useful: dict[str, Estimate] | None
    bands: dict[str, BandShare]

    @property
    def enough(self) -> bool:
        """Whether there were enough searches to tell anything about the ranking."""
        return self.judged_only is not None


def evaluate_feedback(
    searches: Sequence[JudgedSearch], rank: Rank, *, model_id: str, progress: Progress | None = None
) -> FeedbackReport:
    """The figures of searching as it is now, for searches that people judged.

    Every search is done anew, without filters, on the collection of now; nothing is stored. When people
    differ about a case the middle grade counts, the lower of two.
    """
    report = progress or NoProgress()
    qrels = qrels_of(searches)
    enough = len(searches) >= FEWEST_SEARCHES
    rankings: dict[str, list[str]] = {}
    report.start(len(searches) if enough else 0)
    for search in searches if enough else ():
        rankings[str(search.search_id)] = list(rank(search.text))
        report.advance()
    given = [judgement for search in searches for judgement in search.judgements]
    return FeedbackReport(
        model_id=model_id,
        searches=len(searches),
        judgements=len(given),
        people=len({judgement.actor for judgement in given}),
        versions=len({judgement.found_with for judgement in given}),
        without_useful=sum(not any(grades.values()) for grades in qrels.values()),
        judged_at_10=judged_share(rankings, qrels) if enough else None,
        judged_only=_estimates(condensed(rankings, qrels), qrels, short=True) if enough else None,
        unjudged_not_useful=_estimates(rankings, qrels) if enough else None,
        bands={band.value: band_share(searches, band) for band in Band},
    )


def qrels_of(searches: Sequence[JudgedSearch]) -> dict[str, dict[str, int]]:
    """One grade for every case that was judged for a search: the middle one, the lower of two."""
    qrels: dict[str, dict[str, int]] = {}
    for search in searches:
        grades: dict[str, list[int]] = {}
        for judgement in search.judgements:
            grades.setdefault(judgement.case_id, []).append(int(judgement.grade))
        qrels[str(search.search_id)] = {case_id: median_low(found) for case_id, found in grades.items()}
    return qrels


def condensed(rankings: Mapping[str, Sequence[str]], qrels: Qrels) -> dict[str, list[str]]:
    """The rankings without the cases that nobody judged."""
    return {
        query_id: [case_id for case_id in ranking if case_id in qrels.get(query_id, {})]
        for query_id, ranking in rankings.items()
    }


def judged_share(rankings: Mapping[str, Sequence[str]], qrels: Qrels) -> float:
    """Mean share of the first ten cases that were judged; a search that finds fewer counts over those."""
    shares = [
        float(np.mean([case_id in qrels.get(query_id, {}) for case_id in ranking[:_TOP]]))
        for query_id, ranking in rankings.items()
        if ranking
    ]
    return round(float(np.mean(shares)), 4) if shares else 0.0


def band_share(searches: Sequence[JudgedSearch], band: Band) -> BandShare:
    """Of the judgements on cases that were shown in a band, how many said useful or used."""
    judged = [
        [judgement.grade > Grade.NOT_USEFUL for judgement in search.judgements if judgement.band == band]
        for search in searches
    ]
    counts = np.array([(sum(found), len(found)) for found in judged if found], dtype=np.float64)
    useful, total = (int(value) for value in counts.sum(axis=0)) if len(counts) else (0, 0)
    share = _interval(counts[:, 0], counts[:, 1]) if total >= FEWEST_IN_BAND else None
    return BandShare(judgements=total, useful=useful, share=share)


def _estimates(
    rankings: Mapping[str, Sequence[str]], qrels: Qrels, *, short: bool = False
) -> dict[str, Estimate]:
    found = _by_search(rankings, qrels)
    if short:
        # A condensed list may hold fewer than five cases: then the share of those that it holds.
        found["P@5"] = {key: _share_useful(ranking, qrels[key]) for key, ranking in rankings.items()}
    ones = np.ones(len(rankings))
    return {
        name: _interval(np.array([found[name].get(key, 0.0) for key in rankings]), ones) for name in MEASURES
    }


def _by_search(rankings: Mapping[str, Sequence[str]], qrels: Qrels) -> dict[str, dict[str, float]]:
    import ir_measures

    measures = {ir_measures.parse_measure(name): name for name in MEASURES}
    judged = [
        ir_measures.Qrel(key, case_id, grade) for key in rankings for case_id, grade in qrels[key].items()
    ]
    placed = [
        ir_measures.ScoredDoc(key, case_id, float(-place))
        for key, ranking in rankings.items()
        for place, case_id in enumerate(ranking)
    ]
    found: dict[str, dict[str, float]] = {name: {} for name in MEASURES}
    for metric in ir_measures.iter_calc(list(measures), judged, placed):
        found[measures[metric.measure]][metric.query_id] = float(metric.value)
    return found


def _share_useful(ranking: Sequence[str], grades: Mapping[str, int]) -> float:
    first = ranking[:_FIRST]
    return sum(grades[case_id] > 0 for case_id in first) / len(first) if first else 0.0


def _interval(sums: Floats, counts: Floats) -> Estimate:
    """The sums over the counts, with its interval when searches are drawn anew with replacement."""
    draws = np.random.default_rng(_SEED).integers(len(sums), size=(_DRAWS, len(sums)))
    drawn = sums[draws].sum(axis=1) / counts[draws].sum(axis=1)
    low, high = np.quantile(drawn, (0.025, 0.975))
    mean = sums.sum() / counts.sum()
    return Estimate(mean=round(float(mean), 4), low=round(float(low), 4), high=round(float(high), 4))
