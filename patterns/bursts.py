# SPDX-License-Identifier: EUPL-1.2
"""Have like cases come in close together, also where nobody sees a pattern yet?

Proposals join cases of years, so that a burst drowns in them; here time is looked at together with likeness.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from casebase.bilingual import Bilingual
from casebase.record import SafeCase
from index.collection import Collection
from index.vectors import Numbers
from patterns.case_traits import receipts_of
from patterns.likeness import likeness
from patterns.receipts import reports

Orders = npt.NDArray[np.int64]
Ratios = npt.NDArray[np.float64]

_AT_ONCE = 1_000


@dataclass(frozen=True)
class ScanRule:
    """What is scanned and when it is told; how these were chosen is in docs/patterns.md.

    windows: lengths of the recent window in weeks; baseline: weeks before the longest one; largest: cases
    in the largest group of like cases; minimum: recent reports needed; level: highest p-value that is told.
    """

    windows: tuple[int, ...] = (6, 10, 13)
    baseline: int = 52
    largest: int = 15
    minimum: int = 3
    level: float = 0.02
    permutations: int = 499
    seed: int = 20261122


@dataclass(frozen=True, repr=False)
class Burst:
    """Like cases that came in close together.

    case_ids: those of the last ``weeks`` weeks up to ``looked_on``, ascending; among: how many cases the
    group of like cases holds, earlier ones too; p_value: how often chance gives a group that stands out so
    much anywhere; sources: known units that they came from; reason: all this in words.
    """

    looked_on: date
    weeks: int
    case_ids: tuple[str, ...]
    among: int
    p_value: float
    sources: int
    reason: Bilingual

    @property
    def name(self) -> str:
        """What it is called where a proposal has its name: by the Sunday that was looked on."""
        return f"B-{self.looked_on}"


def find_burst(
    collection: Collection, cases: Sequence[SafeCase], as_of: date, rule: ScanRule | None = None
) -> Burst | None:
    """The group of like cases that stands out most in the last weeks; None when chance may give it.

    Looks on the last Sunday up to ``as_of``, at the cases received in the windows and the year before;
    every case with its most alike ones is a group, of up to ``largest`` cases. Statistic: the largest
    log-likelihood ratio of a group's recent cases against the recent share of all; the dates are permuted
    over the cases, which accounts for busy weeks, sizes of groups and the number of places looked at.
    Space-time permutation scan: Kulldorff et al. (2005), PLoS Medicine 2(3), e59, with likeness as space;
    p-value (1 + as large) / (1 + permutations). Cases of one unit in one week count once towards the minimum.
    """
    rule = rule or ScanRule()
    looked_on = as_of - timedelta(days=as_of.isoweekday() % 7)
    days = _in_time(collection, cases, looked_on, rule)
    if len(days) < rule.minimum:
        return None
    rows = np.array(sorted(collection.row_of[each] for each in days), dtype=np.int64)
    ids = [collection.case_ids[row] for row in rows.tolist()]
    ages = np.array([(looked_on - days[each]).days for each in ids])
    groups = _groups(collection, rows, rule.largest)
    ratios = _ratios(groups, ages, rule)
    window, centre, last = (int(each) for each in np.unravel_index(ratios.argmax(), ratios.shape))
    weeks, group = rule.windows[window], groups[centre, : last + 1].tolist()
    recent = tuple(sorted(ids[each] for each in group if ages[each] < 7 * weeks))
    received = receipts_of(case for case in cases if case.case_id in set(recent))
    if ratios.max() <= 0 or len(reports(received)) < rule.minimum:
        return None
    p_value = _p_value(groups, ages, float(ratios.max()), rule)
    sources = len({one.source for one in received if one.source})
    words = _words(len(recent), weeks, sources)
    found = Burst(looked_on, weeks, recent, len(group), p_value, sources, words)
    return found if p_value <= rule.level else None


def holder(burst: Burst, groups: Sequence[Sequence[str]]) -> int | None:
    """Which group of case numbers holds most of a burst, half of it at least; the first of equal ones."""
    held = [len(set(burst.case_ids) & set(group)) for group in groups]
    most = max(held, default=0)
    return held.index(most) if 2 * most >= len(burst.case_ids) else None


def _in_time(
    collection: Collection, cases: Sequence[SafeCase], looked_on: date, rule: ScanRule
) -> Mapping[str, date]:
    """The days of receipt of the cases that count; of near-duplicates only the first to come in."""
    oldest = looked_on - timedelta(weeks=rule.windows[-1] + rule.baseline)
    first: dict[int, tuple[date, str]] = {}
    for case in cases:
        row = collection.row_of.get(case.case_id)
        if row is not None and case.received_on and oldest < case.received_on <= looked_on:
            leader = int(collection.leaders[row])
            here = (case.received_on, case.case_id)
            first[leader] = min(here, first.get(leader, here))
    return {case_id: day for day, case_id in first.values()}


def _groups(collection: Collection, rows: Numbers, largest: int) -> Orders:
    """For each case itself and its most alike ones, nearest first, as places in ``rows``; ties by number."""
    size = min(largest, len(rows))
    parts = []
    for begin in range(0, len(rows), _AT_ONCE):
        alike = likeness(collection, rows[begin : begin + _AT_ONCE], rows)
        own = np.arange(len(alike))
        alike[own, begin + own] = 2  # itself first, also where another case has the same text
        parts.append(np.argsort(-np.round(alike, 6), axis=1, kind="stable")[:, :size])
    return np.concatenate(parts)


def _ratios(groups: Orders, ages: Numbers, rule: ScanRule) -> Ratios:
    """Log-likelihood ratio of every group by window: (windows, cases, sizes); 0 without an excess."""
    sizes = np.arange(1, groups.shape[1] + 1)
    return np.stack([_ratio(groups, ages < 7 * weeks, sizes, rule.minimum) for weeks in rule.windows])


def _ratio(groups: Orders, recent: npt.NDArray[np.bool_], sizes: Numbers, minimum: int) -> Ratios:
    counted = np.cumsum(recent[groups], axis=1)
    expected = sizes * recent.mean()
    rest, rest_expected = sizes - counted, sizes - expected
    with np.errstate(divide="ignore", invalid="ignore"):
        inside = counted * np.log(counted / expected)
        outside = np.where(rest > 0, rest * np.log(rest / rest_expected), 0.0)
    found: Ratios = np.where((counted > expected) & (counted >= minimum), inside + outside, 0.0)
    return found


def _p_value(groups: Orders, ages: Numbers, observed: float, rule: ScanRule) -> float:
    rng = np.random.default_rng(rule.seed)
    as_large = sum(
        _ratios(groups, rng.permutation(ages), rule).max() >= observed - 1e-9
        for _ in range(rule.permutations)
    )
    return float((1 + as_large) / (1 + rule.permutations))


def _words(count: int, weeks: int, sources: int) -> Bilingual:
    units = (
        Bilingual("Let op: alles komt van één eenheid.", "Mind: everything comes from one unit.")
        if sources == 1
        else Bilingual(f"Ze komen van {sources} eenheden.", f"They come from {sources} units.")
    )
    return Bilingual(
        f"{count} casussen die op elkaar lijken in {weeks} weken: meer dan toeval meestal geeft. {units.nl}",
        f"{count} cases that are alike in {weeks} weeks: more than chance usually gives. {units.en}",
    )
