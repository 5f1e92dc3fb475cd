# SPDX-License-Identifier: EUPL-1.2
"""Reading the traits of a safe case: rules only, a few thousandths of a second, nothing invented."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from anonymise.risk import background, family, person, residence
from anonymise.risk.phrases import Hit
from anonymise.risk.rules import RiskRules
from anonymise.risk.story import Story, Word, story_of
from anonymise.risk.traits import Found, Trait, Traits
from casebase.record import SafeCase


def traits_of(case: SafeCase, rules: RiskRules) -> Traits:
    """What the safe text, its placeholders and the register fields tell about the person of the case.

    A trait that the text does not tell is left out. Only classes of closed lists come out, never
    words of the text.
    """
    return Traits(tuple(_found(case, story_of(case), rules)))


def _found(case: SafeCase, story: Story, rules: RiskRules) -> Iterator[Found]:
    hits = _hits(story.words, rules)
    yield from person.sex(story)
    yield from person.age(story, case.received_on)
    yield from residence.region(story, case.maatwerkplaats, rules)
    yield from person.nationality(story)
    yield from family.household(story)
    yield from family.children(story)
    yield from background.occupation(story, hits[Trait.OCCUPATION], rules)
    yield from background.diagnosis(story, hits[Trait.DIAGNOSIS])
    yield from _rare(story, hits[Trait.RARE], rules)
    yield from background.regulation(case.regulations, rules.regulations)
    yield from background.quarter(case.received_on)
    yield from background.amount(story)


def _rare(story: Story, hits: Sequence[Hit], rules: RiskRules) -> Iterator[Found]:
    seen = set[str]()
    in_register = _hits(story.register_words, rules)[Trait.RARE]
    small = [hit for hit in in_register if hit.group == SMALL_PLACE]
    for words, some in ((story.words, hits), (story.register_words, small)):
        for found in background.rare(story, some, rules, words):
            if found.value not in seen:
                seen.add(found.value)
                yield found


def _hits(words: Sequence[Word], rules: RiskRules) -> defaultdict[Trait, list[Hit]]:
    """The phrases of the lists by trait, each with the class as its group."""
    found: defaultdict[Trait, list[Hit]] = defaultdict(list)
    for hit in rules.book.find(words):
        trait, _, value = hit.group.partition(":")
        found[Trait(trait)].append(Hit(hit.first, hit.last, value, hit.phrase))
    return found


SMALL_PLACE = "kleine-gemeente"
"""The one rare attribute that the register fields may tell: other names there are of offices."""
