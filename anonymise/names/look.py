# SPDX-License-Identifier: EUPL-1.2
"""One look at a text for all names, shared by the recognisers of one run."""

from collections.abc import Sequence
from weakref import WeakKeyDictionary

from anonymise.names.ages_of_persons import ages_of_functions, find_ages
from anonymise.names.findings import NameFinding
from anonymise.names.named_things import outside
from anonymise.names.nationalities import find_nationalities
from anonymise.names.organisations import find_organisations
from anonymise.names.persons import find_persons
from anonymise.names.places import find_places
from anonymise.names.streets import find_streets
from anonymise.names.tokens import tokens_of
from anonymise.names.word_lists import WordLists
from casebase.vocabulary import Kind

_CLEAR = 0.7


def look_for_names(text: str, lists: WordLists) -> list[NameFinding]:
    """Persons, places, organisations and nationalities; findings of different kinds may overlap."""
    tokens = tokens_of(text)
    organisations = list(find_organisations(tokens, lists))
    firms = frozenset(firm.start for firm in organisations if firm.score >= _CLEAR)
    persons = [one for one in find_persons(tokens, lists, firms) if not _is_firm(one, organisations)]
    found = [
        *persons,
        *organisations,
        *find_ages(text, persons),
        *ages_of_functions(text, tokens, lists),
        *find_places(tokens, lists),
        *find_streets(tokens, lists),
        *find_nationalities(tokens, text, lists),
    ]
    return outside(found, tokens, lists)


def _is_firm(person: NameFinding, organisations: Sequence[NameFinding]) -> bool:
    """Whether an organisation that is at least as sure begins with, or holds, these words."""
    return any(firm.start <= person.start < firm.end and firm.score >= person.score for firm in organisations)


_looks: WeakKeyDictionary[object, list[NameFinding]] = WeakKeyDictionary()


def names_of_kind(kind: Kind, text: str, lists: WordLists, run: object | None) -> list[NameFinding]:
    """The names of one kind; the look is shared by all calls with the same ``run`` and gone with it."""
    found = _looks.get(run) if run is not None else None
    if found is None:
        found = look_for_names(text, lists)
        if run is not None:
            _looks[run] = found
    return [finding for finding in found if finding.kind is kind]
