# SPDX-License-Identifier: EUPL-1.2
"""From rankings to figures: measures by search, intervals, and whether a difference could be chance."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from benchmarks.search.tasks import Search

MEASURES = ("nDCG@10", "P@5", "P@10", "R@10", "R@20", "Success@3", "RR")
DRAWS = 5_000
FLIPS = 20_000
SEED = 20261122

Values = Mapping[str, float]
"""A measure of each search."""


@dataclass(frozen=True)
class Figure:
    """A mean over searches with its 95% interval."""

    value: float
    low: float
    high: float
    searches: int


@dataclass(frozen=True)
class Difference:
    """The mean gain over another system, and the chance of so large a one when both were alike.

    ``p`` flips single searches, ``p_groups`` whole themes, whose searches hang together; both are as they
    come, ``p_holm`` is the larger of the two after Holm's correction for all systems of the table.
    """

    gain: float
    relative: float
    p: float
    p_groups: float
    p_holm: float = 1.0


def per_search(
    rankings: Mapping[str, Sequence[str]], relevant: Mapping[str, Mapping[str, int]]
) -> dict[str, dict[str, float]]:
    """The measures of each ranking of case numbers: {measure: {search: value}}, by ir_measures."""
    import ir_measures

    measures: list[Any] = [ir_measures.parse_measure(name) for name in MEASURES]
    judged = {search_id: dict(relevant[search_id]) for search_id in rankings}
    run = {
        search_id: {case_id: float(-place) for place, case_id in enumerate(ranking)}
        for search_id, ranking in rankings.items()
    }
    found: dict[str, dict[str, float]] = {name: dict.fromkeys(rankings, 0.0) for name in MEASURES}
    for each in ir_measures.iter_calc(measures, judged, run):
        found[str(each.measure)][each.query_id] = float(each.value)
    return found


def figure(values: Values, searches: Sequence[Search]) -> Figure:
    """The mean over these searches; the interval draws groups anew where they hold several searches."""
    grouped = _by_group(values, searches)
    sums = np.array([sum(group) for group in grouped])
    sizes = np.array([len(group) for group in grouped])
    chance = np.random.default_rng(SEED)
    drawn = chance.integers(len(sums), size=(DRAWS, len(sums)))
    means = sums[drawn].sum(axis=1) / sizes[drawn].sum(axis=1)
    low, high = np.percentile(means, [2.5, 97.5])
    return Figure(float(sums.sum() / sizes.sum()), float(low), float(high), int(sizes.sum()))


def difference(values: Values, others: Values, searches: Sequence[Search]) -> Difference:
    """The paired randomisation test (Smucker, Allan and Carterette 2007), two-sided."""
    gains = {s.search_id: values[s.search_id] - others[s.search_id] for s in searches}
    each = np.array(list(gains.values()))
    sums = np.array([sum(group) for group in _by_group(gains, searches)])
    before = float(np.mean([others[search.search_id] for search in searches]))
    gain = float(each.mean())
    return Difference(gain, gain / before if before else 0.0, _chance(each), _chance(sums))


def corrected(differences: Iterable[float]) -> list[float]:
    """Holm's correction (1979): chances for several questions at once, in the same order."""
    given = np.array(list(differences))
    order = np.argsort(given, kind="stable")
    raised = np.minimum(1.0, given[order] * (len(given) - np.arange(len(given))))
    result = np.empty(len(given))
    result[order] = np.maximum.accumulate(raised) if len(given) else raised
    return [float(value) for value in result]


def _by_group(values: Values, searches: Sequence[Search]) -> list[list[float]]:
    grouped: dict[str, list[float]] = {}
    for search in searches:
        grouped.setdefault(search.group or search.search_id, []).append(values[search.search_id])
    return list(grouped.values())


def _chance(gains: npt.NDArray[np.float64]) -> float:
    signs = np.random.default_rng(SEED).choice([-1.0, 1.0], size=(FLIPS, len(gains)))
    as_large = np.abs(signs @ gains) >= abs(gains.sum()) - 1e-12
    return float((as_large.sum() + 1) / (FLIPS + 1))
