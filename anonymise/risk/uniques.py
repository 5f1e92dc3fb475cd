# SPDX-License-Identifier: EUPL-1.2
"""The smallest combinations of traits by which a case stands nearly alone.

After SUDA (Elliot, Manning and Ford, "A computational algorithm for handling the special uniques
problem", Int. J. of Uncertainty, Fuzziness and Knowledge-Based Systems 10(5), 2002): the fewer traits
it takes to stand alone, the easier somebody is recognised, so only *minimal* combinations count, up
to three traits. Two changes, because a case databank is a small and chosen part of the population:
a combination counts when fewer than k = 5 cases share it (k-anonymity: Sweeney, "k-anonymity: a model
for protecting privacy", same journal and issue, 2002) instead of one, and only when it is expected
to fit fewer people in the country than the limit. A hundred people for three identifying variables
is a rule of Statistics Netherlands for microdata for researchers (Hundepool and others, "Handbook on
Statistical Disclosure Control", second edition, 2024, section "rules at Statistics Netherlands").
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from anonymise.risk.collection import Collection, Pair
from anonymise.risk.population import expected_people, people_with
from anonymise.risk.rules import RiskRules
from anonymise.risk.traits import KNOWABLE, Trait


@dataclass(frozen=True)
class Combination:
    """Traits together: how many cases share them, and about how many people they fit."""

    pairs: tuple[Pair, ...]
    cases: int
    people: float


def knowable(pairs: Iterable[Pair]) -> tuple[Pair, ...]:
    """What others can know of it, in the order of ``KNOWABLE``."""
    return tuple(sorted((p for p in pairs if p[0] in _ORDER), key=lambda p: (_ORDER[p[0]], p[1])))


def telling_combinations(
    pairs: tuple[Pair, ...], collection: Collection, rules: RiskRules
) -> list[Combination]:
    """The minimal combinations that few cases share and few people fit, most telling first."""
    rarest = rarest_combination(pairs, collection, rules)
    if rarest is None or rarest.people >= rules.limits.people:
        return []  # no other three fit fewer people
    found: list[Combination] = []
    for some in _subsets(pairs, rules):
        people = expected_people(some, rules)
        if people >= rules.limits.people or any(set(c.pairs) <= set(some) for c in found):
            continue
        cases = _sharing(some, collection, rules)
        if cases < rules.limits.cases:
            found.append(Combination(some, cases, people))
    return sorted(found, key=lambda c: (c.people, c.cases, c.pairs))


def rarest_combination(
    pairs: tuple[Pair, ...], collection: Collection, rules: RiskRules
) -> Combination | None:
    """The three traits that fit the fewest people, whether few cases share them or not."""
    if not pairs:
        return None
    chosen: dict[str, Pair] = {}
    for _, pair in sorted((people_with(pair, rules), pair) for pair in pairs):
        chosen.setdefault(_stands_for(pair, rules), pair)
    some = knowable(list(chosen.values())[: rules.limits.traits])
    return Combination(some, _sharing(some, collection, rules), expected_people(some, rules))


def _sharing(some: tuple[Pair, ...], collection: Collection, rules: RiskRules) -> int:
    """The number of cases that share these; a story that is known is shared by no other."""
    known = (rules.known(*pair) for pair in some if pair[0] == Trait.RARE)
    if any(told and told.known_story for told in known):
        return 1
    return max(1, collection.count(some))


def _subsets(pairs: tuple[Pair, ...], rules: RiskRules) -> Iterator[tuple[Pair, ...]]:
    """Up to three traits, each of another sort."""
    sorts = {pair: _stands_for(pair, rules) for pair in pairs}
    for size in range(1, rules.limits.traits + 1):
        for some in combinations(pairs, size):
            if len({sorts[pair] for pair in some}) == size:
                yield some


def _stands_for(pair: Pair, rules: RiskRules) -> str:
    """A rare illness is an illness: the two are not independent, and are never counted together."""
    told = rules.known(*pair) if pair[0] == Trait.RARE else None
    return told.instead_of if told and told.instead_of else pair[0]


_ORDER: dict[str, int] = {trait.value: number for number, trait in enumerate(KNOWABLE)}
