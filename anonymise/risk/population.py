# SPDX-License-Identifier: EUPL-1.2
"""About how many people in the country fit a description.

One case in a collection of some hundreds says little: nearly everybody is alone there (a *sample
unique*). What counts is whether somebody is nearly alone among all people (a *population unique*;
Skinner and Elliot, "A measure of disclosure risk for microdata", JRSS B 64, 2002). The population
cannot be counted here, so it is estimated: number of people times the share of each trait, as if
traits were independent. That is rough (age and household go together), and meant to be: it sorts
descriptions that fit ten people from those that fit ten thousand.
"""

from collections.abc import Iterable

from anonymise.risk.collection import Pair
from anonymise.risk.rules import RiskRules
from anonymise.risk.traits import Trait


def expected_people(pairs: Iterable[Pair], rules: RiskRules) -> float:
    """The expected number of people whom all of these fit; the whole population for no pair."""
    expected = rules.people
    for pair in pairs:
        expected *= people_with(pair, rules) / rules.people
    return expected


def people_with(pair: Pair, rules: RiskRules) -> float:
    """About how many people have one trait; everybody when nothing is known about it."""
    told = rules.known(*pair)
    if told is not None:
        return told.people
    if pair[0] == Trait.AGE:
        return _of_age(pair[1], rules)
    return rules.other_region if pair[0] == Trait.REGION else rules.people


def _of_age(band: str, rules: RiskRules) -> float:
    first, _, last = band.rstrip("+").partition("-")
    lowest = int(first) // 5
    highest = int(last) // 5 if last else len(rules.ages) - 1
    return sum(rules.ages[lowest : highest + 1]) or rules.people
