# SPDX-License-Identifier: EUPL-1.2
"""Conditions that narrow a search: what can be chosen, with counts, and what was chosen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from casebase.bilingual import Bilingual, Language
from casebase.filters import SearchFilters
from casebase.store import FacetCount, Facets
from casebase.vocabulary import Level, Nature, Outcome, Principle, Term
from search_app.ui import words
from search_app.ui.formats import whole
from search_app.ui.state import ATTRIBUTES, FIRST_YEAR, LAST_YEAR, PAGE, SearchState, to_query, with_values

FIRST_SEEN = 6
"""Options of a facet that are seen before someone asks for all."""


@dataclass(frozen=True)
class Facet:
    """A condition by its name in the address; ``terms`` is its closed list, if it has one."""

    name: str
    label: Bilingual
    terms: type[Term] | None = None

    def text(self, value: str, language: Language) -> str:
        """How a value is shown to people."""
        known = {term.value: term for term in self.terms or ()}
        return known[value].label.in_language(language) if value in known else value


@dataclass(frozen=True)
class Option:
    """A value that can be chosen, and how many cases have it."""

    value: str
    text: str
    count: int


@dataclass(frozen=True)
class Chip:
    """A condition that was chosen: its name in the address, the value, and what people read."""

    name: str
    value: str
    text: str


FACETS = (
    Facet("regeling", words.REGULATION),
    Facet("uitkomst", words.OUTCOME, Outcome),
    Facet("aard", words.NATURE, Nature),
    Facet("niveau", words.LEVEL, Level),
    Facet("beginsel", words.PRINCIPLE, Principle),
    Facet("organisatie", words.ORGANISATION),
    Facet("maatwerkplaats", words.MAATWERKPLAATS),
)
_YEARS = {FIRST_YEAR: words.FIRST_YEAR, LAST_YEAR: words.LAST_YEAR}


def options(facet: Facet, facets: Facets, state: SearchState, language: Language) -> list[Option]:
    """All values of a facet within the filters; chosen values stay, also when no case has them."""
    counts: Sequence[FacetCount] = getattr(facets, ATTRIBUTES[facet.name])
    counted = {str(c.value): c.count for c in counts}
    counted |= {value: 0 for value in chosen(facet.name, state) if value not in counted}
    return [Option(value, facet.text(value, language), count) for value, count in counted.items()]


def seen_first(found: list[Option], picked: Sequence[str]) -> list[Option]:
    """The options before someone asks for all: the most frequent, and what was chosen."""
    return [option for n, option in enumerate(found) if n < FIRST_SEEN or option.value in picked]


def option_text(option: Option, language: Language) -> str:
    """An option with its count, as Streamlit markdown; the value itself is never markup."""
    return f"{_literal(option.text)} :gray[{whole(option.count, language)}]"


def year_options(facets: Facets, picked: str) -> list[Option]:
    """The years of the collection within the filters, latest first."""
    counted = {str(c.value): c.count for c in facets.years} | ({picked: 0} if picked else {})
    known = {str(c.value): c.count for c in facets.years}
    years = sorted(counted, reverse=True)
    return [Option(year, year, known.get(year, 0)) for year in years]


def chosen(name: str, state: SearchState) -> list[str]:
    """The chosen values of a condition."""
    return to_query(state).get(name, [])


def chips(state: SearchState, language: Language) -> list[Chip]:
    """Everything that was chosen, in the order of the panel."""
    found = [
        Chip(f.name, v, f"{f.label.in_language(language)}: {f.text(v, language)}")
        for f in FACETS
        for v in chosen(f.name, state)
    ]
    years = [
        Chip(name, v, f"{label.in_language(language)} {v}")
        for name, label in _YEARS.items()
        for v in chosen(name, state)
    ]
    return found + years


def without(state: SearchState, chip: Chip) -> SearchState:
    """The search without one of its conditions."""
    return with_values(state, chip.name, [v for v in chosen(chip.name, state) if v != chip.value])


def without_filters(state: SearchState) -> SearchState:
    """The search without conditions."""
    return replace(state, filters=SearchFilters(), shown=PAGE, page=1)


def _literal(text: str) -> str:
    return "".join(f"\\{c}" if c in "\\`*_{}[]()#+-.!|~:$<>" else c for c in text)
