# SPDX-License-Identifier: EUPL-1.2
"""The values of a field as groups of dots with a colour and a symbol, and as choices."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from casebase.bilingual import Language
from casebase.vocabulary import Level, Nature, Outcome, Term
from search_app.map_points import MISSING, Field, MapPoint
from search_app.ui import map_words as words
from search_app.ui.markup import shortened

COLOURED = 7
"""Values with a colour of their own; more cannot be told apart."""
FIRST_CHOICES = 14
_LABEL_WIDTH = 44

SIGNS = "●■◆▲✚✖★"
"""The symbols as letters, in the order of the colours."""
OTHER_SIGN, MISSING_SIGN = "○", "·"

_TERMS: Mapping[Field, type[Term]] = {Field.NATURE: Nature, Field.LEVEL: Level, Field.OUTCOME: Outcome}


@dataclass(frozen=True)
class Choice:
    """A value that can be chosen: its name, the cases that have it, and its colour (None: that of the rest).

    ``number`` is the number on the map, of a pattern.
    """

    value: str
    name: str
    count: int
    colour: int | None
    number: int | None = None

    @property
    def sign(self) -> str:
        """The symbol of its dots, as a letter."""
        if self.colour is not None:
            return SIGNS[self.colour]
        return OTHER_SIGN if self.value else MISSING_SIGN


def choices(
    points: Sequence[MapPoint], field: Field, patterns: Mapping[str, str], language: Language
) -> tuple[Choice, ...]:
    """The values of a field; those with a colour first, that of nothing filled in last."""
    counts = Counter(value for point in points for value in point.values[field])
    missing = sum(not point.values[field] for point in points)
    ordered = _ordered(field, counts)
    coloured = _coloured(field, ordered)
    rest = [value for value in ordered if value not in coloured]
    found = [
        Choice(
            value,
            _name(field, value, patterns, language),
            counts[value],
            n if n < len(coloured) else None,
            n + 1 if field is Field.PATTERN else None,
        )
        for n, value in enumerate([*coloured, *rest])
    ]
    if missing:
        none = words.NONE.get(field, words.NOT_FILLED_IN).in_language(language)
        found.append(Choice(MISSING, none, missing, None))
    return tuple(found)


def choice_of(point: MapPoint, field: Field, found: Mapping[str, Choice]) -> Choice | None:
    """By which choice a case is coloured: the first of its values with a colour, else none of them."""
    for value in point.values[field]:
        if found[value].colour is not None:
            return found[value]
    return None


def value_name(field: Field, value: str, patterns: Mapping[str, str], language: Language) -> str:
    """What a value is called, also that of nothing filled in."""
    if value == MISSING:
        none = words.NONE.get(field, words.NOT_FILLED_IN).in_language(language)
        return none if field is Field.PATTERN else f"{words.FIELDS[field].in_language(language)} {none}"
    return _name(field, value, patterns, language)


def _ordered(field: Field, counts: Counter[str]) -> list[str]:
    if field is Field.YEAR:
        return sorted(counts)
    if field in _TERMS:
        known = [term.value for term in _TERMS[field]]
        return [value for value in known if value in counts]
    return sorted(counts, key=lambda value: (-counts[value], value))


def _coloured(field: Field, ordered: Sequence[str]) -> list[str]:
    """The latest years, or else the first values."""
    return list(ordered[-COLOURED:] if field is Field.YEAR else ordered[:COLOURED])


def _name(field: Field, value: str, patterns: Mapping[str, str], language: Language) -> str:
    if field is Field.PATTERN:
        return shortened(patterns.get(value) or value, _LABEL_WIDTH)
    terms = {term.value: term for term in _TERMS[field]} if field in _TERMS else {}
    return terms[value].label.in_language(language) if value in terms else value
