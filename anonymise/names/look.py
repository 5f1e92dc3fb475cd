# SPDX-License-Identifier: EUPL-1.2
"""One look at a text for all names."""

from collections.abc import Sequence

from anonymise.names.ages_of_persons import ages_of_functions, find_ages
from anonymise.names.findings import NameFinding
from anonymise.names.named_files import find_named_files
from anonymise.names.named_things import is_inside
from anonymise.names.nationalities import find_nationalities
from anonymise.names.organisations import find_organisations
from anonymise.names.persons import find_persons
from anonymise.names.places import find_places
from anonymise.names.streets import find_streets
from anonymise.names.tokenised import TokenisedText

_CLEAR = 0.7


def look_for_names(words: TokenisedText) -> list[NameFinding]:
    """Persons, places, organisations and nationalities; findings of different kinds may overlap.

    What lies inside a thing with a name is left out.
    """
    text, tokens, lists = words.text, words.tokens, words.lists
    organisations = list(find_organisations(tokens, lists))
    firms = frozenset(firm.start for firm in organisations if firm.score >= _CLEAR)
    persons = [one for one in find_persons(tokens, lists, firms) if not _is_firm(one, organisations)]
    found = [
        *persons,
        *find_named_files(tokens, lists),
        *organisations,
        *find_ages(text, persons),
        *ages_of_functions(text, tokens, lists),
        *find_places(tokens, lists),
        *find_streets(tokens, lists),
        *find_nationalities(tokens, text, lists),
    ]
    return [name for name in found if not is_inside(name.start, name.end, words.things)]


def _is_firm(person: NameFinding, organisations: Sequence[NameFinding]) -> bool:
    """Whether an organisation that is at least as sure begins with, or holds, these words."""
    return any(firm.start <= person.start < firm.end and firm.score >= person.score for firm in organisations)
