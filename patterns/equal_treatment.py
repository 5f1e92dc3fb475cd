# SPDX-License-Identifier: EUPL-1.2
"""Like cases side by side: which were nearly the same and ended differently, and how often.

Shown to prompt the question *wat maakt deze zaak anders?*; it foretells no outcome and scores nobody.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import numpy as np

from casebase.bilingual import Bilingual
from casebase.vocabulary import Outcome
from patterns.exact import Interval, wilson

_DEGREE = {Outcome.NOT_SOLVED: 0, Outcome.PARTLY: 1, Outcome.SOLVED: 2}


class Ending(StrEnum):
    """How the outcomes of two like cases relate."""

    DIFFERENT = "anders"
    SAME = "gelijk"
    UNKNOWN = "onbekend"


@dataclass(frozen=True)
class EndedCase:
    """What equal treatment looks at: the rules, the period and the outcome of one case."""

    case_id: str
    outcome: Outcome
    regulations: frozenset[str]
    received_on: date | None


@dataclass(frozen=True)
class AlikePair:
    """Two case ids and how alike the cases are (0 to 1)."""

    first: str
    second: str
    score: float


@dataclass(frozen=True)
class ComparedPair:
    """Two like cases under the same rules in the same period; ``first`` < ``second``.

    nearly_identical: alike at or above the rule's bound; days_apart: between their dates of receipt.
    """

    first: str
    second: str
    score: float
    ending: Ending
    nearly_identical: bool
    shared_regulations: tuple[str, ...]
    other_regulations: tuple[str, ...]
    days_apart: int


@dataclass(frozen=True)
class PairRule:
    """When two cases are compared: alike at least so much (0 to 1), received within so many days.

    Alike is counted by ``patterns.likeness``. Chosen on the odd themes of the sample: docs/patterns.md.
    """

    alike: float = 0.4
    nearly_identical: float = 0.5
    days_apart: int = 3 * 365


@dataclass(frozen=True)
class Comparisons:
    """Pairs, nearly identical ones that ended differently first; those left out are counted by reason."""

    pairs: tuple[ComparedPair, ...]
    other_rules: int
    other_period: int
    period_unknown: int


@dataclass(frozen=True)
class OutcomeShare:
    """One outcome: how often, and as a share of the cases whose outcome is known (Wilson's 95% interval)."""

    outcome: Outcome
    count: int
    share: Interval


@dataclass(frozen=True)
class OutcomeCounts:
    """How like cases ended; ``unknown`` is counted apart and in no share."""

    shares: tuple[OutcomeShare, ...]
    known: int
    unknown: int
    words: Bilingual


def compare_pairs(
    cases: Sequence[EndedCase], pairs: Iterable[AlikePair], rule: PairRule | None = None
) -> Comparisons:
    """The pairs that may be held against each other, the most telling ones first.

    Two cases are compared when they are alike, share a regulation and were received within the same period:
    without that a difference in outcome mostly shows the kind of case or the year. Order: nearly identical
    and ended differently, other pairs that ended differently (largest difference first), then the rest;
    within these the most alike first, ties by case id. Pairs with cases that are not given are left out;
    of a pair that is given twice the higher score counts.
    """
    rule = rule or PairRule()
    known = {case.case_id: case for case in cases}
    alike: dict[tuple[str, str], float] = {}
    for pair in pairs:
        if (
            pair.score >= rule.alike
            and pair.first != pair.second
            and {pair.first, pair.second} <= known.keys()
        ):
            names = (min(pair.first, pair.second), max(pair.first, pair.second))
            alike[names] = max(pair.score, alike.get(names, 0.0))
    sorted_out: dict[str, list[ComparedPair]] = {"compared": [], "rules": [], "period": [], "unknown": []}
    for (first, second), score in alike.items():
        compared, bin_name = _compare(known[first], known[second], score, rule)
        sorted_out[bin_name].append(compared)
    outcome = {case.case_id: case.outcome for case in cases}
    ordered = sorted(sorted_out["compared"], key=lambda pair: _order(pair, outcome))
    return Comparisons(tuple(ordered), *(len(sorted_out[name]) for name in ("rules", "period", "unknown")))


def pairs_of(case_ids: Sequence[str], similarity: np.ndarray, at_least: float) -> tuple[AlikePair, ...]:
    """The pairs of a symmetric similarity matrix (n x n, rows in the order of ``case_ids``) above a bound."""
    rows, columns = np.nonzero(np.triu(similarity >= at_least, k=1))
    return tuple(
        AlikePair(case_ids[int(row)], case_ids[int(column)], float(similarity[row, column]))
        for row, column in zip(rows, columns, strict=True)
    )


def count_outcomes(outcomes: Iterable[Outcome]) -> OutcomeCounts:
    """How the cases ended, with an interval for each share and the unknown ones apart.

    Source of the interval: Wilson (1927), advised for small counts by Brown, Cai and DasGupta (2001),
    Statistical Science 16, 101-133.
    """
    counts = Counter(outcomes)
    known = sum(counts[outcome] for outcome in _DEGREE)
    shares = tuple(
        OutcomeShare(outcome, counts[outcome], wilson(counts[outcome], known))
        for outcome in reversed(_DEGREE)
    )
    return OutcomeCounts(
        shares, known, counts[Outcome.UNKNOWN], _told(shares[0], known, counts[Outcome.UNKNOWN])
    )


def _compare(one: EndedCase, other: EndedCase, score: float, rule: PairRule) -> tuple[ComparedPair, str]:
    known = one.received_on is not None and other.received_on is not None
    apart = abs((one.received_on - other.received_on).days) if one.received_on and other.received_on else 0
    pair = ComparedPair(
        first=one.case_id,
        second=other.case_id,
        score=score,
        ending=_ending(one.outcome, other.outcome),
        nearly_identical=score >= rule.nearly_identical,
        shared_regulations=tuple(sorted(one.regulations & other.regulations)),
        other_regulations=tuple(sorted(one.regulations ^ other.regulations)),
        days_apart=apart,
    )
    if not pair.shared_regulations:
        return pair, "rules"
    if not known:
        return pair, "unknown"
    return pair, "compared" if apart <= rule.days_apart else "period"


def _ending(one: Outcome, other: Outcome) -> Ending:
    if Outcome.UNKNOWN in {one, other}:
        return Ending.UNKNOWN
    return Ending.SAME if one is other else Ending.DIFFERENT


def _order(pair: ComparedPair, outcome: dict[str, Outcome]) -> tuple[bool, bool, int, float, str, str]:
    differs = pair.ending is Ending.DIFFERENT
    gap = abs(_DEGREE[outcome[pair.first]] - _DEGREE[outcome[pair.second]]) if differs else 0
    telling = differs and pair.nearly_identical
    return (not telling, not differs, -gap, -pair.score, pair.first, pair.second)


def _told(solved: OutcomeShare, known: int, unknown: int) -> Bilingual:
    if not known and unknown < len(_NONE_KNOWN):
        return _NONE_KNOWN[unknown]
    if not known:
        return Bilingual(
            f"Van geen van de {unknown} casussen is bekend hoe het afliep.",
            f"Of none of the {unknown} cases it is known how they ended.",
        )
    low, high = round(100 * solved.share.low), round(100 * solved.share.high)
    unknown_nl, unknown_en = (unknown, unknown) if unknown else ("geen enkele", "none")
    return Bilingual(
        f"{solved.count} van de {known} opgelost (met 95% zekerheid tussen {low}% en {high}%); "
        f"van {unknown_nl} is de afloop onbekend. Dit zegt niet hoe een nieuwe zaak zal aflopen.",
        f"{solved.count} of the {known} solved (with 95% confidence between {low}% and {high}%); "
        f"of {unknown_en} the outcome is unknown. This does not tell how a new case will end.",
    )


_NONE_KNOWN = (
    Bilingual("Er zijn geen casussen om te tellen.", "There are no cases to count."),
    Bilingual("Van de enige casus is niet bekend hoe het afliep.", "How the only case ended is not known."),
)
"""What is told when of no case, or of one case, the outcome is unknown and of no other it is known."""
