# SPDX-License-Identifier: EUPL-1.2
"""How recognisable the person of a case still is: a score, in words why, and who must look.

The three tests are those of WP29 Opinion 05/2014: can somebody be singled out, linked, or something
be inferred? A story in a databank stays personal data whatever comes out here (it is pseudonymised);
the score sorts the queue and says which cases two people should see, no more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import log2, sqrt

from anonymise.edits import Place
from anonymise.risk import wording
from anonymise.risk.collection import Collection, Pair
from anonymise.risk.rules import RiskRules
from anonymise.risk.traits import Trait
from anonymise.risk.uniques import Combination, knowable, rarest_combination, telling_combinations
from casebase.bilingual import Bilingual


class RiskLevel(StrEnum):
    """How soon somebody should look; the value is Dutch."""

    LOW = "laag"
    MIDDLE = "middel"
    HIGH = "hoog"

    @property
    def label(self) -> Bilingual:
        """The level for people."""
        return wording.LEVELS[self.value]


class ReasonKind(StrEnum):
    """What sort of sign it is."""

    COMBINATION = "combinatie"
    RARE = "bijzonder"
    HARM = "gevaar"
    SUSPECTS = "verdachte plekken"


@dataclass(frozen=True)
class Reason:
    """One sign of risk in words, with the pairs of trait and value that it is about."""

    kind: ReasonKind
    words: Bilingual
    pairs: tuple[Pair, ...] = ()


@dataclass(frozen=True)
class Coarsening:
    """What a reviewer may write instead: ``text`` for characters ``start`` to ``end`` of ``field``."""

    field: str
    start: int
    end: int
    text: str
    reason: Bilingual

    @property
    def place(self) -> Place:
        """Where it would be written."""
        return Place(self.field, self.start, self.end)


@dataclass(frozen=True)
class RiskAssessment:
    """How recognisable a case is.

    Attributes:
        score: 0 (one of many) to 1 (as good as named).
        level: the score in three steps.
        k: cases in the collection, this one included, that share the most telling traits.
        people: about how many people in the country these traits fit.
        rarity: sum of ``-log2`` of the share of each trait in the collection, in bits.
        reasons: most telling first; none when nothing stands out.
        needs_second_reviewer: two people must approve before the case is released.
        proposals: what could be written coarser; empty unless the text was at hand.
    """

    score: float
    level: RiskLevel
    k: int
    people: float
    rarity: float
    reasons: tuple[Reason, ...]
    needs_second_reviewer: bool
    proposals: tuple[Coarsening, ...] = ()


def assess(
    pairs: Iterable[Pair], collection: Collection, rules: RiskRules, *, suspects: int
) -> RiskAssessment:
    """Weigh the traits of a case against the collection, in which it is counted itself.

    Args:
        pairs: traits and values of the case; regulation, quarter and amount are context and not weighed.
        collection: the traits of all cases at this moment.
        rules: the lists.
        suspects: places in the text that may still be personal data.
    """
    known = knowable(pairs)
    harmful = [pair for pair in known if _is_harmful(pair, rules)]
    weighed = tuple(pair for pair in known if pair not in harmful)
    telling = telling_combinations(weighed, collection, rules)
    rarest = telling[0] if telling else rarest_combination(weighed, collection, rules)
    score = _score(rarest, telling, suspects, harm=bool(harmful))
    second = bool(telling or harmful)
    return RiskAssessment(
        score=round(score, 3),
        level=_level(score, second=second),
        k=rarest.cases if rarest else max(1, len(collection)),
        people=rarest.people if rarest else rules.people,
        rarity=round(sum(-log2(collection.share(pair)) for pair in known), 1),
        reasons=_reasons(telling, harmful, suspects, rules),
        needs_second_reviewer=second,
    )


def _score(rarest: Combination | None, telling: list[Combination], suspects: int, *, harm: bool) -> float:
    """Chances of recognition put together as if they were independent; only the order has a meaning."""
    spared = 1.0
    if rarest:
        chance = 1 / (1 + sqrt(rarest.people / _HALF_AT))
        spared *= 1 - (chance if telling else chance / 2)
    spared *= (1 - _EACH_MORE) ** min(len(telling[1:]), _MOST_COUNTED)
    spared *= (1 - _EACH_SUSPECT) ** min(suspects, _MOST_COUNTED)
    return 1 - (spared * (1 - _HARM) if harm else spared)


def _level(score: float, *, second: bool) -> RiskLevel:
    if score >= _HIGH:
        return RiskLevel.HIGH
    return RiskLevel.MIDDLE if second or score >= _MIDDLE else RiskLevel.LOW


def _is_harmful(pair: Pair, rules: RiskRules) -> bool:
    told = rules.known(*pair) if pair[0] == Trait.RARE else None
    return told is not None and told.harm


def _reasons(
    telling: list[Combination], harmful: list[Pair], suspects: int, rules: RiskRules
) -> tuple[Reason, ...]:
    reasons = [_combination_reason(combination, rules) for combination in _different(telling)]
    reasons += [Reason(ReasonKind.HARM, wording.harm(pair, rules), (pair,)) for pair in harmful]
    if suspects:
        reasons.append(Reason(ReasonKind.SUSPECTS, wording.suspects(suspects)))
    return tuple(reasons)


def _combination_reason(combination: Combination, rules: RiskRules) -> Reason:
    for pair in combination.pairs:
        told = rules.known(*pair) if pair[0] == Trait.RARE else None
        if told and told.known_story:
            return Reason(ReasonKind.RARE, wording.known_story(pair, rules), combination.pairs)
    return Reason(ReasonKind.COMBINATION, wording.combination(combination, rules), combination.pairs)


def _different(telling: list[Combination]) -> list[Combination]:
    """The most telling ones that each add a trait: seven ways to say the same convince nobody."""
    chosen: list[Combination] = []
    told: set[Pair] = set()
    for combination in telling:
        if not set(combination.pairs) <= told:
            chosen.append(combination)
            told |= set(combination.pairs)
    return chosen[:_MOST_REASONS]


_HALF_AT = 10
"""A description that fits so many people has an even chance to be recognised by who knows one of them."""

_EACH_MORE = 0.08
_EACH_SUSPECT = 0.06
_HARM = 0.3
_MOST_COUNTED = 5
_MOST_REASONS = 3
_HIGH = 0.5
_MIDDLE = 0.25
