# SPDX-License-Identifier: EUPL-1.2
"""Do like cases end differently at different offices, more than chance explains?

One answer about all offices together; no office and nobody in it is scored or ranked.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import comb

import numpy as np
from numpy.typing import NDArray

from casebase.bilingual import Bilingual

SMALL = "overige"
LEVEL = 0.05
_MOST_STATES = 20_000
Vector = tuple[int, ...]


class Method(StrEnum):
    """How the p-value was found."""

    EXACT = "exact"
    PERMUTATIONS = "permutations"
    NONE = "none"


@dataclass(frozen=True)
class OfficeCase:
    """One case with a known outcome; ``stratum`` says which cases are alike (pattern and period)."""

    stratum: str
    office: str
    solved: bool


@dataclass(frozen=True)
class OfficeDifference:
    """Whether outcomes differ between offices within strata.

    p_value: chance of so large a difference when offices did not matter; None where nothing can be compared;
    least_p: the smallest p-value that these figures could give, None where it is not known (permutations);
    cases, strata, offices: those that the answer rests on.
    """

    p_value: float | None
    least_p: float | None
    method: Method
    cases: int
    strata: int
    offices: int
    words: Bilingual


@dataclass(frozen=True)
class _Stratum:
    sizes: Vector
    solved: Vector


def office_difference(
    cases: Sequence[OfficeCase],
    office_minimum: int = 5,
    permutations: int = 10_000,
    seed: int = 20261122,
) -> OfficeDifference:
    """Test whether offices differ in how often like cases are solved.

    Outcomes are exchanged within each stratum only, so that offices with other cases or other years are not
    held against each other. Statistic: the sum over offices of (solved - expected)^2 over all strata, in the
    spirit of Mantel and Haenszel (1959), J. Natl. Cancer Inst. 22; for two offices the test is the exact one
    of ``mantelhaen.test(exact = TRUE)`` in R wherever that is symmetric. Exact where the possible counts are
    few, otherwise by seeded permutations, (1 + as large) / (1 + drawn) (Phipson and Smyth 2010).
    Offices with fewer than ``office_minimum`` cases are taken together.
    """
    strata, offices = _informative(_with_small_offices_together(cases, office_minimum))
    if not strata:
        return OfficeDifference(None, None, Method.NONE, 0, 0, 0, _TOO_FEW)
    exact = _exact(strata)
    p_value, least, method = (
        (*exact, Method.EXACT)
        if exact
        else (_permuted(strata, permutations, seed), None, Method.PERMUTATIONS)
    )
    number = sum(sum(stratum.sizes) for stratum in strata)
    return OfficeDifference(p_value, least, method, number, len(strata), offices, _words(p_value, least))


_TOO_FEW = Bilingual(
    "Te weinig vergelijkbare casussen om kantoren naast elkaar te zetten.",
    "Too few like cases to set offices side by side.",
)
_CHANCE = Bilingual(
    "Het verschil tussen kantoren kan door toeval komen. Dat bewijst niet dat er geen verschil is.",
    "The difference between offices may be due to chance. That does not prove that there is none.",
)
_MORE_THAN_CHANCE = Bilingual(
    "Het verschil tussen kantoren is groter dan toeval meestal geeft. Het zegt niet waarom: de zaken kunnen "
    "op andere punten verschillen. Leg de zaken naast elkaar.",
    "The difference between offices is larger than chance usually gives. It does not tell why: the cases may "
    "differ in other respects. Lay the cases side by side.",
)


def _words(p_value: float, least: float | None) -> Bilingual:
    if least is not None and least > LEVEL:
        return _TOO_FEW
    return _MORE_THAN_CHANCE if p_value <= LEVEL else _CHANCE


def _with_small_offices_together(cases: Sequence[OfficeCase], minimum: int) -> list[OfficeCase]:
    sizes = Counter(case.office for case in cases)
    return [
        OfficeCase(case.stratum, case.office if sizes[case.office] >= minimum else SMALL, case.solved)
        for case in cases
    ]


def _informative(cases: Sequence[OfficeCase]) -> tuple[list[_Stratum], int]:
    """The strata with both outcomes and several offices: only these can show a difference."""
    grouped: defaultdict[str, list[OfficeCase]] = defaultdict(list)
    for case in cases:
        grouped[case.stratum].append(case)
    useful = [group for _, group in sorted(grouped.items()) if _can_show_difference(group)]
    offices = sorted({case.office for group in useful for case in group})
    return [_stratum(group, offices) for group in useful], len(offices)


def _can_show_difference(group: Sequence[OfficeCase]) -> bool:
    return len({case.office for case in group}) > 1 and len({case.solved for case in group}) > 1


def _stratum(group: Sequence[OfficeCase], offices: Sequence[str]) -> _Stratum:
    sizes = Counter(case.office for case in group)
    solved = Counter(case.office for case in group if case.solved)
    return _Stratum(tuple(sizes[one] for one in offices), tuple(solved[one] for one in offices))


def _exact(strata: Sequence[_Stratum]) -> tuple[float, float] | None:
    """The p-value and the smallest possible one, from all possible counts; None where these are too many."""
    ways: dict[Vector, int] = {(0,) * len(strata[0].sizes): 1}
    for stratum in strata:
        step = _possible(stratum)
        if step is None or len(ways) * len(step) > 5 * _MOST_STATES:
            return None
        ways = _added(ways, step)
        if len(ways) > _MOST_STATES:
            return None
    return _tail(ways, strata)


def _possible(stratum: _Stratum) -> dict[Vector, int] | None:
    """In how many ways the solved cases of a stratum fall over the offices (multivariate hypergeometric)."""
    ways: dict[Vector, int] = {(): 1}
    left = sum(stratum.solved)
    for place, size in enumerate(stratum.sizes):
        behind = sum(stratum.sizes[place + 1 :])
        ways = {
            (*counts, count): number * comb(size, count)
            for counts, number in ways.items()
            for count in range(max(0, left - sum(counts) - behind), min(size, left - sum(counts)) + 1)
        }
        if len(ways) > _MOST_STATES:
            return None
    return ways


def _added(ways: dict[Vector, int], step: dict[Vector, int]) -> dict[Vector, int]:
    together: defaultdict[Vector, int] = defaultdict(int)
    for so_far, number in ways.items():
        for counts, more in step.items():
            together[tuple(a + b for a, b in zip(so_far, counts, strict=True))] += number * more
    return dict(together)


def _tail(ways: dict[Vector, int], strata: Sequence[_Stratum]) -> tuple[float, float]:
    observed = np.sum([stratum.solved for stratum in strata], axis=0)
    expected = _expected(strata)
    distances = {counts: float(((np.array(counts) - expected) ** 2).sum()) for counts in ways}
    bound = float(((observed - expected) ** 2).sum()) - 1e-9
    total, furthest = sum(ways.values()), max(distances.values()) - 1e-9
    as_far = sum(number for counts, number in ways.items() if distances[counts] >= bound)
    least = sum(number for counts, number in ways.items() if distances[counts] >= furthest)
    return as_far / total, least / total


def _permuted(strata: Sequence[_Stratum], permutations: int, seed: int) -> float:
    rng = np.random.default_rng(seed)
    drawn = np.zeros((permutations, len(strata[0].sizes)))
    for stratum in strata:
        drawn += rng.multivariate_hypergeometric(stratum.sizes, sum(stratum.solved), size=permutations)
    observed = np.sum([stratum.solved for stratum in strata], axis=0)
    expected = _expected(strata)
    as_far = ((drawn - expected) ** 2).sum(axis=1) >= ((observed - expected) ** 2).sum() - 1e-9
    return (1 + int(as_far.sum())) / (1 + permutations)


def _expected(strata: Sequence[_Stratum]) -> NDArray[np.float64]:
    parts = [np.array(one.sizes) * sum(one.solved) / sum(one.sizes) for one in strata]
    return np.asarray(np.sum(parts, axis=0))
