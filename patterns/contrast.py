# SPDX-License-Identifier: EUPL-1.2
"""What tells two selections of cases apart: words, regulations, outcomes, time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from casebase.record import SafeCase
from casebase.vocabulary import Outcome
from index.dutch import Analysis
from patterns.exact import Interval, benjamini_hochberg, wilson
from patterns.telling import TellingWord, telling_apart

FALSE_DISCOVERIES = 0.1
"""Of what is said to differ clearly, so much may be chance."""

READ_AT_MOST = 300
"""Cases of a selection of which the words are read, an even part of a larger one."""

_Values = Callable[[SafeCase], Sequence[str]]


@dataclass(frozen=True)
class Share:
    """How many cases of either selection have a value, with the share and its 95% interval (Wilson).

    ``clear``: Fisher's exact test, two-sided, corrected over all values of the comparison (Benjamini and
    Hochberg), stays below ``FALSE_DISCOVERIES``.
    """

    value: str
    first: int
    second: int
    first_share: Interval
    second_share: Interval
    p_value: float
    clear: bool = False


@dataclass(frozen=True, repr=False)
class Contrast:
    """Two selections side by side, without the cases that are in both (``shared``).

    ``first`` and ``second`` count the cases that are compared. In ``regulations`` a case may count more than
    once; ``outcomes`` has every outcome, also one that none has; ``years`` go from the first to the last,
    and '' stands for a case without a day. ``words_first`` are the words of the first selection against the
    second.
    """

    first: int
    second: int
    shared: int
    words_first: tuple[TellingWord, ...]
    words_second: tuple[TellingWord, ...]
    regulations: tuple[Share, ...]
    outcomes: tuple[Share, ...]
    years: tuple[Share, ...]


def contrast(first: Sequence[SafeCase], second: Sequence[SafeCase], analysis: Analysis) -> Contrast:
    """The two selections side by side; the same selections give the same answer.

    Sources: Fisher (1935), ``fisher.test`` in R; Benjamini and Hochberg (1995); Wilson (1927); words as in
    ``patterns.telling``.
    """
    both = {case.case_id for case in first} & {case.case_id for case in second}
    one, other = ([case for case in group if case.case_id not in both] for group in (first, second))
    read_one, read_other = _even_part(one), _even_part(other)
    words = telling_apart(read_one, read_other, analysis) if one and other else ((), ())
    regulations = _shares(one, other, lambda case: case.regulations, _most_first(one, other))
    outcomes = _shares(one, other, _outcome, [each.value for each in Outcome])
    years = _shares(one, other, _year, _in_time(one, other))
    judged = _judged([*regulations, *outcomes, *years])
    parts = len(regulations), len(regulations) + len(outcomes)
    return Contrast(
        first=len(one),
        second=len(other),
        shared=len(both),
        words_first=words[0],
        words_second=words[1],
        regulations=judged[: parts[0]],
        outcomes=judged[parts[0] : parts[1]],
        years=judged[parts[1] :],
    )


def _shares(
    first: Sequence[SafeCase], second: Sequence[SafeCase], values: _Values, order: Sequence[str]
) -> list[Share]:
    found = []
    for value in order:
        one, other = (sum(value in values(case) for case in group) for group in (first, second))
        found.append(
            Share(
                value,
                one,
                other,
                wilson(one, len(first)),
                wilson(other, len(second)),
                _fisher(one, len(first), other, len(second)),
            )
        )
    return found


def _fisher(one: int, first: int, other: int, second: int) -> float:
    from scipy.stats import fisher_exact

    if not first or not second:
        return 1.0
    return float(fisher_exact([[one, first - one], [other, second - other]]).pvalue)


def _judged(shares: Sequence[Share]) -> tuple[Share, ...]:
    q_values = benjamini_hochberg([share.p_value for share in shares])
    return tuple(
        replace(share, clear=bool(q <= FALSE_DISCOVERIES)) for share, q in zip(shares, q_values, strict=True)
    )


def _outcome(case: SafeCase) -> tuple[str, ...]:
    return ((case.outcome or Outcome.UNKNOWN).value,)


def _year(case: SafeCase) -> tuple[str, ...]:
    return (str(case.received_on.year) if case.received_on else "",)


def _most_first(first: Sequence[SafeCase], second: Sequence[SafeCase]) -> list[str]:
    """Regulations by the larger of their two shares."""
    highest: dict[str, float] = {}
    for group in (first, second):
        for case in group:
            for value in set(case.regulations):
                highest.setdefault(value, 0.0)
    shares = {
        value: max(
            sum(value in case.regulations for case in group) / max(1, len(group)) for group in (first, second)
        )
        for value in highest
    }
    return sorted(shares, key=lambda value: (-shares[value], value))


def _in_time(first: Sequence[SafeCase], second: Sequence[SafeCase]) -> list[str]:
    years = {case.received_on.year for case in (*first, *second) if case.received_on}
    known = [str(year) for year in range(min(years), max(years) + 1)] if years else []
    return [*known, ""] if any(not case.received_on for case in (*first, *second)) else known


def _even_part(cases: Sequence[SafeCase]) -> list[SafeCase]:
    step = -(-len(cases) // READ_AT_MOST) or 1
    return list(cases)[::step]
