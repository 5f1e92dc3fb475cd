# SPDX-License-Identifier: EUPL-1.2
"""Where a pattern comes from more than other cases do: regions, bodies, units, functions, regulations."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from casebase.bilingual import Bilingual
from patterns.exact import Floats, benjamini_hochberg


class Aspect(StrEnum):
    """What cases are divided by."""

    REGION = "region"
    BODY = "body"
    UNIT = "unit"
    FUNCTION = "function"
    REGULATION = "regulation"


@dataclass(frozen=True)
class SpreadRule:
    """When a value stands out, and what is shown.

    minimum: cases of the pattern needed; false_discovery_rate: over all values of all patterns;
    offices: aspects that point at an office; office_minimum: cases needed to name one (k).
    """

    minimum: int = 3
    false_discovery_rate: float = 0.1
    offices: frozenset[Aspect] = frozenset({Aspect.UNIT})
    office_minimum: int = 5


@dataclass(frozen=True)
class ValueCount:
    """One value: cases of the pattern and of the databank that have it, and those of which it is known.

    q_value: Fisher's exact test of over-representation, corrected for all values of all patterns;
    stands_out: whether that is below the rule's false discovery rate, with cases enough.
    """

    value: str
    count: int
    known: int
    all_count: int
    all_known: int
    q_value: float = 1.0
    stands_out: bool = False


@dataclass(frozen=True)
class Spread:
    """How one pattern lies over the values of one aspect, most cases first.

    unknown: cases of the pattern without a value; withheld: cases of offices too small to be named;
    words: one sentence for each value that stands out.
    """

    pattern_id: str
    aspect: Aspect
    values: tuple[ValueCount, ...]
    unknown: int
    withheld: int
    words: tuple[Bilingual, ...]


def spreads(
    patterns: Mapping[str, Sequence[str]],
    aspects: Mapping[Aspect, Mapping[str, Sequence[str]]],
    rule: SpreadRule | None = None,
) -> tuple[Spread, ...]:
    """The spread of every pattern over every aspect, in the order given.

    patterns: case ids of each pattern; aspects: for each aspect the values of every case in the databank, by
    case id (more than one value is possible, as with regulations; cases without one may be left out).
    Source: Fisher's exact test, one-sided (Fisher 1935; ``fisher.test(alternative = "greater")`` in R), with
    the correction of Benjamini and Hochberg (1995). Cases of which the value is unknown are left out of it.
    """
    rule = rule or SpreadRule()
    usual = {aspect: _usual(values) for aspect, values in aspects.items()}
    raw = [
        (pattern, aspect, _counted(cases, values, *usual[aspect]), len(set(cases)))
        for pattern, cases in patterns.items()
        for aspect, values in aspects.items()
    ]
    q_values = iter(benjamini_hochberg(_p_values([one for *_, counts, _ in raw for one in counts], rule)))
    judged = [
        (pattern, aspect, [_judged(one, float(next(q_values)), rule) for one in counts], size)
        for pattern, aspect, counts, size in raw
    ]
    return tuple(_spread(*one, rule) for one in judged)


def over_represented_p(count: int, known: int, all_count: int, all_known: int) -> float:
    """Chance of at least ``count`` of ``known`` cases with a value that ``all_count`` of ``all_known`` have.

    One-sided p-value of Fisher's exact test: the upper tail of the hypergeometric distribution.
    """
    return float(_upper_tail(*(np.array([part]) for part in (count, known, all_count, all_known)))[0])


def told(aspect: Aspect, one: ValueCount) -> Bilingual:
    """A value that stands out, in a sentence: "11 van de 14 uit Friesland; van alle casussen 1 op de 9"."""
    nl, en = _LINKS[aspect]
    part_nl, part_en = _part(one, "1 op de", "van de"), _part(one, "1 in", "of the")
    return Bilingual(
        f"{one.count} van de {one.known} {nl} {one.value}; van alle casussen is dat {part_nl}.",
        f"{one.count} of the {one.known} {en} {one.value}; of all cases that is {part_en}.",
    )


_LINKS = {
    Aspect.REGION: ("uit", "from"),
    Aspect.BODY: ("van", "from"),
    Aspect.UNIT: ("van", "from"),
    Aspect.FUNCTION: ("ingebracht door:", "brought in by:"),
    Aspect.REGULATION: ("over", "about"),
}


def _usual(values: Mapping[str, Sequence[str]]) -> tuple[Counter[str], int]:
    """How many cases have each value, and of how many cases one is known."""
    everything = Counter(value for several in values.values() for value in set(several))
    return everything, sum(bool(several) for several in values.values())


def _counted(
    cases: Sequence[str], values: Mapping[str, Sequence[str]], everything: Counter[str], all_known: int
) -> list[ValueCount]:
    members = [set(values.get(case, ())) for case in sorted(set(cases))]
    own = Counter(value for several in members for value in several)
    known = sum(bool(several) for several in members)
    ordered = sorted(own.items(), key=lambda item: (-item[1], item[0]))
    return [ValueCount(value, count, known, everything[value], all_known) for value, count in ordered]


def _p_values(counts: Sequence[ValueCount], rule: SpreadRule) -> Floats:
    if not counts:
        return np.zeros(0)
    table = np.array([(one.count, one.known, one.all_count, one.all_known) for one in counts])
    p: Floats = np.where(table[:, 0] >= rule.minimum, _upper_tail(*table.T), 1.0)
    return p


def _upper_tail(count: np.ndarray, known: np.ndarray, all_count: np.ndarray, all_known: np.ndarray) -> Floats:
    from scipy.stats import hypergeom

    tail: Floats = hypergeom.sf(count - 1, all_known, all_count, known)
    return np.minimum(tail, 1.0)


def _judged(one: ValueCount, q_value: float, rule: SpreadRule) -> ValueCount:
    enough = one.count >= rule.minimum and q_value <= rule.false_discovery_rate
    return replace(one, q_value=q_value, stands_out=enough)


def _spread(
    pattern: str, aspect: Aspect, counts: Sequence[ValueCount], size: int, rule: SpreadRule
) -> Spread:
    smallest = rule.office_minimum if aspect in rule.offices else 0
    shown = tuple(one for one in counts if one.count >= smallest)
    known = counts[0].known if counts else 0
    return Spread(
        pattern_id=pattern,
        aspect=aspect,
        values=shown,
        unknown=size - known,
        withheld=sum(one.count for one in counts if one.count < smallest),
        words=tuple(told(aspect, one) for one in shown if one.stands_out),
    )


def _part(one: ValueCount, one_in: str, of: str) -> str:
    times = one.all_known / one.all_count
    return f"{one_in} {times:.0f}" if times >= 3 else f"{one.all_count} {of} {one.all_known}"
