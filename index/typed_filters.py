# SPDX-License-Identifier: EUPL-1.2
"""Conditions that are typed in a search: ``wet:WIA jaar:2021-2023 uitkomst:"deels opgelost"``.

They are taken out before anything else reads the text, so that only values that the databank knows remain: a
name that somebody types behind a field is neither searched for nor shown again.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from casebase.bilingual import Bilingual
from casebase.filters import SearchFilters
from casebase.vocabulary import Level, Nature, Outcome, Principle, Term
from index.dutch import fold
from index.laws import Laws
from index.query import is_story

MOST_NAMED = 8
"""Values that a message names when there is no closed list."""

_TYPED = re.compile(r"(?<!\S)(?P<field>[^\W\d_]+):(?P<value>[\"“”„][^\"“”\n]*[\"“”]|[^\s\"“”]+)")
_YEARS = re.compile(r"(?P<first>(?:19|20)\d\d)?(?:(?P<until>-|–|\.\.|t/m)(?P<last>(?:19|20)\d\d)?)?")
_SHORTEST_START = 4
"""Letters by which a longer term may be named: *evenredigheid* for *evenredigheidsbeginsel*."""


@dataclass(frozen=True)
class KnownValues:
    """What cases in the databank name; the other fields have closed lists."""

    regulations: tuple[str, ...] = ()
    organisations: tuple[str, ...] = ()
    maatwerkplaatsen: tuple[str, ...] = ()


@dataclass(frozen=True)
class TypedFilters:
    """The text without conditions, those that were understood, and what to tell about the others."""

    text: str
    filters: SearchFilters = SearchFilters()
    problems: tuple[Bilingual, ...] = ()


def take_filters(
    text: str,
    laws: Callable[[], Laws],
    known: Callable[[], KnownValues],
    chosen: SearchFilters = SearchFilters(),
) -> TypedFilters:
    """The conditions in a short search, added to those that were chosen already.

    A word before a colon that is no field stays text. ``laws`` and ``known`` are
    only asked when there is a field.
    """
    found = [match for match in _TYPED.finditer(text) if fold(match["field"]).lower() in FIELDS]
    if not found or is_story(text):
        return TypedFilters(text, chosen)
    reader = _Values(known(), laws())
    filters, problems = chosen, []
    for match in found:
        name = fold(match["field"]).lower()
        read = reader.read(FIELDS[name], match["value"].strip('"“”„,; ').removesuffix("."))
        filters = _with(filters, read) if read else filters
        problems += [] if read else [_unknown(name, reader.choices(FIELDS[name]))]
    spans = {match.span() for match in found}
    rest = _TYPED.sub(lambda match: " " if match.span() in spans else match.group(), text)
    return TypedFilters(" ".join(rest.split()), filters, tuple(dict.fromkeys(problems)))


FIELDS = {
    "wet": "regulations",
    "regeling": "regulations",
    "uitkomst": "outcomes",
    "aard": "natures",
    "niveau": "levels",
    "beginsel": "principles",
    "kantoor": "maatwerkplaatsen",
    "maatwerkplaats": "maatwerkplaatsen",
    "organisatie": "organisations",
    "jaar": "years",
}
"""What people type before the colon -> field of SearchFilters; ``years`` are the days of receipt."""

_TERMS: dict[str, type[Term]] = {
    "outcomes": Outcome,
    "natures": Nature,
    "levels": Level,
    "principles": Principle,
}


class _Values:
    """Reads values of the fields of one databank."""

    def __init__(self, known: KnownValues, laws: Laws) -> None:
        self._known = known
        self._laws = laws

    def read(self, field: str, value: str) -> SearchFilters | None:
        """The condition, or None when the value is not known."""
        if field == "years":
            return _years(value)
        matching: Sequence[str | Term]
        if field in _TERMS:
            matching = _terms(_TERMS[field], value)
        elif field == "regulations":
            matching = self._same_law(value)
        else:
            matching = _same(getattr(self._known, field), value)
        condition: dict[str, Any] = {field: tuple(matching)}
        return SearchFilters(**condition) if matching else None

    def choices(self, field: str) -> tuple[str, ...]:
        """Some values that would have been understood."""
        if field == "years":
            return ("2023", "2021-2023")
        return tuple(_TERMS[field]) if field in _TERMS else getattr(self._known, field)[:MOST_NAMED]

    def _same_law(self, value: str) -> list[str]:
        wanted = _plain(self._laws.short(value))
        return [name for name in self._known.regulations if _plain(self._laws.short(name)) == wanted]


def _years(value: str) -> SearchFilters | None:
    match = _YEARS.fullmatch(value)
    if not match:
        return None
    first, last = match["first"], match["last"] if match["until"] else match["first"]
    if not (first or last) or (first and last and first > last):
        return None
    return SearchFilters(
        received_from=date(int(first), 1, 1) if first else None,
        received_to=date(int(last), 12, 31) if last else None,
    )


def _terms(terms: type[Term], value: str) -> list[Term]:
    same = [term for term in terms if _plain(value) in (_plain(term.value), _plain(term.label.en))]
    if same or len(_plain(value)) < _SHORTEST_START:
        return same
    begins = [term for term in terms if _plain(term.value).startswith(_plain(value))]
    return begins if len(begins) == 1 else []


def _same(values: Iterable[str], value: str) -> list[str]:
    """The values that are spelled so, else the ones that have all the words."""
    every = list(values)
    words = set(_words(value))
    same = [each for each in every if _plain(each) == _plain(value)]
    return same or [each for each in every if words and words <= set(_words(each))]


def _with(filters: SearchFilters, more: SearchFilters) -> SearchFilters:
    both: dict[str, Any] = {
        field: tuple(dict.fromkeys((*getattr(filters, field), *getattr(more, field))))
        for field in set(FIELDS.values()) - {"years"}
    }
    if more.received_from or more.received_to:
        filters = replace(filters, received_from=more.received_from, received_to=more.received_to)
    return replace(filters, **both)


def _unknown(name: str, choices: Sequence[str]) -> Bilingual:
    named = ", ".join(choices)
    if not named:
        return Bilingual(
            f"Geen enkele casus heeft iets ingevuld bij ‘{name}:’. Wij zochten zonder deze voorwaarde.",
            f"No case has anything filled in for ‘{name}:’. We searched without this condition.",
        )
    return Bilingual(
        f"Wat u achter ‘{name}:’ typte, kennen wij niet. Wij zochten zonder. Kies bijvoorbeeld: {named}.",
        f"We do not know what you typed after ‘{name}:’. We searched without it. For example: {named}.",
    )


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", _plain(text))


def _plain(text: str) -> str:
    return " ".join(fold(text).casefold().replace("-", "").split())
