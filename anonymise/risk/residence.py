# SPDX-License-Identifier: EUPL-1.2
"""The region in which the person of a case lives."""

import re
from collections.abc import Iterator, Sequence

from anonymise.risk.nearness import about_kin, before, listed
from anonymise.risk.rules import RiskRules
from anonymise.risk.story import Story, Word
from anonymise.risk.traits import Certainty, Found, Trait

OTHER_REGION = "andere regio"


def region(story: Story, maatwerkplaats: str, rules: RiskRules) -> Iterator[Found]:
    """Where the text says that the person lives, or else the region of the Maatwerkplaats.

    A place without a word about living may be that of an employer, so the office goes before it.
    """
    words = story.words
    client = story.client
    named = [(number, name) for number, name in _places(words) if not about_kin(words, number)]
    living = [(number, name) for number, name in named if _lives_here(words, number, client)]
    office = rules.region_named(maatwerkplaats)
    for number, name in living or ([] if office else named):
        value = rules.region_named(name) or OTHER_REGION
        certainty = Certainty.TOLD if living else Certainty.DERIVED
        yield Found(Trait.REGION, value, certainty, story.place(words[number].start, words[number].end))
        return
    if office:
        yield Found(Trait.REGION, office, Certainty.DERIVED)


def _places(words: Sequence[Word]) -> Iterator[tuple[int, str]]:
    for number, word in enumerate(words):
        match = _PLACE.match(word.text) if word.text[0] == "[" else None
        if match:
            yield number, match[1]


def _lives_here(words: Sequence[Word], number: int, client: str) -> bool:
    """'woont in', 'uit [PLAATS-1]', '[ADRES], [PLAATS-1]', '[PERSOON-1] (50-54 jaar, [PLAATS-1])'."""
    earlier = before(words, number, 5)
    if not _LIVING.isdisjoint(earlier) or not _FROM.isdisjoint(earlier[:1]):
        return True
    told = next((word for word in earlier if not _BETWEEN.fullmatch(word)), "")
    return bool(client) and told == client.lower()


_LIVING = listed("woont woonde wonend woonachtig woonplaats wonen verhuisd [adres] [postcode]")
_FROM = listed("uit te")
_BETWEEN = re.compile(r"[\d+-]+|jaar|\[(?:bsn|geboren).*|en|ook|is")
_PLACE = re.compile(r"\[(?:PLAATS|WOONPLAATS)(?:-\d+)?[:,] ?([^\]]+)\]")
