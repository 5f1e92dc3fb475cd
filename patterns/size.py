# SPDX-License-Identifier: EUPL-1.2
"""How large is the group behind a pattern? A ladder of evidence: each step with source, range and date.

Nothing is extrapolated silently: a step is made only by a call that names its assumptions, and keeps them.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from math import exp, log, sqrt

from casebase.bilingual import Bilingual, DatabankError

LEAST_OVERLAP = 7


class Rung(IntEnum):
    """How strong the evidence of a step is, strongest first: a count beats an estimate."""

    REGISTER = 1
    TWO_LISTS = 2
    MULTIPLIER = 3
    KNOWN_CASES = 4


class SizeError(DatabankError):
    """A step that the figures do not carry."""


@dataclass(frozen=True)
class SizeStep:
    """One answer to the question how many people it is about.

    low, high: bounds with the confidence of the method (people; equal for a count; ``high`` None where only a
    least number is known); estimate: the middle of it; source, dated: where the figures are from and of when;
    method: how it was found, in words; warning: what could make it wrong.
    """

    rung: Rung
    low: int
    estimate: int
    high: int | None
    source: str
    dated: date
    method: Bilingual
    warning: Bilingual | None = None


def known_cases(people: int, source: str, dated: date) -> SizeStep:
    """The foot of the ladder: the cases of the pattern in the databank, a least number and no estimate."""
    _need(people >= 0, "Een aantal casussen kan niet negatief zijn.", "A number of cases cannot be negative.")
    method = Bilingual("Geteld: casussen in de databank.", "Counted: cases in the databank.")
    warning = Bilingual(
        "Dit is een ondergrens: alleen wie gemeld is, telt mee.",
        "This is a least number: only those who were reported count.",
    )
    return SizeStep(Rung.KNOWN_CASES, people, people, None, source, dated, method, warning)


def register_count(people: int, source: str, dated: date) -> SizeStep:
    """A count that somebody entered from a register of the body itself, the best evidence there is."""
    _need(
        people >= 0 and bool(source.strip()),
        "Vul een aantal van 0 of meer in en noem het register waar het uit komt.",
        "Enter a number of 0 or more and name the register that it comes from.",
    )
    method = Bilingual("Geteld in een register en ingevoerd.", "Counted in a register and entered.")
    return SizeStep(Rung.REGISTER, people, people, people, source, dated, method)


def multiplied(
    cases: int,
    lowest_rate: float,
    highest_rate: float,
    source: str,
    dated: date,
    seed: int = 20261122,
    draws: int = 100_000,
) -> SizeStep:
    """People behind ``cases`` known ones when between two shares of them (0 to 1) are reported; 90% interval.

    The reporting rate is drawn log-uniformly between the bounds that a person states, the mean number of
    reports from the posterior of a Poisson count under Jeffreys' prior, Gamma(cases + 1/2); their ratio gives
    the interval (5th to 95th percentile) and the median. Multiplier method: WHO/UNAIDS (2010), Guidelines on
    estimating the size of populations most at risk to HIV. Raises SizeError without cases or with
    rates that are no shares.
    """
    import numpy as np

    _need(
        cases >= 1 and 0 < lowest_rate <= highest_rate <= 1,
        "Er is minstens één casus nodig, en een meldkans tussen 0 en 1 met de laagste eerst.",
        "At least one case is needed, and a reporting rate between 0 and 1 with the lowest first.",
    )
    rng = np.random.default_rng(seed)
    rates = np.exp(rng.uniform(log(lowest_rate), log(highest_rate), draws))
    people = np.maximum(rng.gamma(cases + 0.5, size=draws) / rates, cases)
    low, middle, high = (round(float(value)) for value in np.quantile(people, (0.05, 0.5, 0.95)))
    return SizeStep(
        Rung.MULTIPLIER,
        low,
        middle,
        high,
        source,
        dated,
        _multiplier(cases, lowest_rate, highest_rate),
        _ASSUMED,
    )


def two_lists(
    first: int,
    second: int,
    both: int,
    source: str,
    dated: date,
    least_overlap: int = LEAST_OVERLAP,
) -> SizeStep:
    """People in all, from two lists of people and how many are on both; 95% interval.

    Chapman's estimate with Seber's variance (Seber 1982, The Estimation of Animal Abundance, p. 60) and the
    interval on the log scale of those not seen (Chao 1987, Biometrics 43, 783-791), which never goes below
    the people seen. Raises SizeError with fewer than ``least_overlap`` people on both lists (with 7 or more
    the bias is small: Robson and Regier 1964) or an overlap that is larger than a list.
    """
    _need(
        0 <= both <= min(first, second),
        "Op beide lijsten kunnen niet meer mensen staan dan op één van de lijsten.",
        "No more people can be on both lists than on one of them.",
    )
    _need(
        both >= least_overlap,
        f"Op beide lijsten staan {both} mensen. Onder de {least_overlap} is een schatting niet te "
        "vertrouwen. Tel in een register, of voer een meldkans in.",
        f"There are {both} people on both lists. Below {least_overlap} an estimate cannot be trusted: "
        "count in a register, or enter a reporting rate.",
    )
    estimate, variance = _chapman(first, second, both)
    low, high = _log_interval(estimate, variance, first + second - both)
    method = Bilingual(
        f"Twee lijsten naast elkaar ({first} en {second} mensen, {both} op beide); 95%-interval.",
        f"Two lists side by side ({first} and {second} people, {both} on both); 95% interval.",
    )
    return SizeStep(
        Rung.TWO_LISTS, round(low), round(estimate), round(high), source, dated, method, _DEPENDENCE
    )


def ladder(steps: Iterable[SizeStep]) -> tuple[SizeStep, ...]:
    """The steps, strongest evidence first, the newest first within a rung; none is left out or averaged."""
    return tuple(sorted(steps, key=_strength))


_ASSUMED = Bilingual(
    "De meldkans is een aanname. Klopt die niet, dan klopt dit getal ook niet.",
    "The reporting rate is an assumption. If it is wrong, so is this number.",
)
_DEPENDENCE = Bilingual(
    "Dit geldt alleen als de lijsten los van elkaar ontstaan. Wie op de ene lijst staat en daardoor eerder "
    "op de andere komt, maakt het getal te laag. Wie door de ene lijst juist buiten de andere blijft, "
    "maakt het te hoog.",
    "This only holds when the lists come about independently. Whoever is on one list and therefore sooner on "
    "the other makes the number too low; whoever stays off the other because of the first, too high.",
)


def _strength(step: SizeStep) -> tuple[int, int, str, int]:
    return (step.rung, -step.dated.toordinal(), step.source, step.estimate)


def _multiplier(cases: int, lowest: float, highest: float) -> Bilingual:
    low, high = f"{100 * lowest:.3g}%", f"{100 * highest:.3g}%"
    dutch_low, dutch_high = low.replace(".", ","), high.replace(".", ",")
    return Bilingual(
        f"{cases} {'casus' if cases == 1 else 'casussen'}, "
        f"als tussen {dutch_low} en {dutch_high} van de mensen gemeld wordt; 90%-interval.",
        f"{cases} {'case' if cases == 1 else 'cases'}, "
        f"if between {low} and {high} of the people are reported; 90% interval.",
    )


def _chapman(first: int, second: int, both: int) -> tuple[float, float]:
    estimate = (first + 1) * (second + 1) / (both + 1) - 1
    spread = (first + 1) * (second + 1) * (first - both) * (second - both)
    return estimate, spread / ((both + 1) ** 2 * (both + 2))


def _log_interval(estimate: float, variance: float, seen: int) -> tuple[float, float]:
    unseen = estimate - seen
    if unseen <= 0 or variance <= 0:
        return float(seen), float(max(seen, estimate))
    factor = exp(1.959964 * sqrt(log(1 + variance / unseen**2)))
    return seen + unseen / factor, seen + unseen * factor


def _need(holds: bool, nl: str, en: str) -> None:
    if not holds:
        raise SizeError(nl, en)
