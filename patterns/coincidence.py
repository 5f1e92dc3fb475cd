# SPDX-License-Identifier: EUPL-1.2
"""Whether a group of cases is more than one office, one submitter, one template or one busy month."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casebase.bilingual import Bilingual
from casebase.record import SafeCase
from patterns.spread import over_represented_p

NEARLY_ALL = 0.8
"""The share of the cases of a group, of which it is known, that has something in common."""

_SIGNIFICANT = 0.05
_LEAST = 3
_PERIOD = 92
_YEAR = 365
_TEMPLATE = 0.3

_WORDS: Mapping[str, Bilingual] = {
    "maatwerkplaats": Bilingual("maatwerkplaats", "maatwerkplaats"),
    "submitter_organisation": Bilingual("inbrengende organisatie", "submitting body"),
    "submitter_unit": Bilingual("inbrengend team", "submitting team"),
}


@dataclass(frozen=True, repr=False)
class Background:
    """What is usual in the collection: how many cases have each value, and when the cases came in."""

    known: Mapping[str, Counter[str]]
    first: date | None
    last: date | None


def background(cases: Sequence[SafeCase]) -> Background:
    """What is usual in these cases."""
    known = {field: Counter(filter(None, (_value(case, field) for case in cases))) for field in _WORDS}
    days = [case.received_on for case in cases if case.received_on]
    return Background(known, min(days, default=None), max(days, default=None))


def coincides_with(cases: Sequence[SafeCase], usual: Background, standing: int = 0) -> tuple[Bilingual, ...]:
    """What a group coincides with, in sentences; empty when with nothing.

    A value counts when ``NEARLY_ALL`` of the known cases have it (three at least) and chance would give so
    many in less than 5% (Fisher's exact test against all cases). ``standing`` counts those that are for a
    large part made of standard sentences.
    """
    told = [_value_told(field, cases, usual) for field in _WORDS]
    return tuple(filter(None, [*told, _period_told(cases, usual), _template_told(standing, len(cases))]))


def mostly_standing(shares: Sequence[float]) -> int:
    """How many cases are for a large part standard sentences; of each the part of words in them (0 to 1)."""
    return sum(share >= _TEMPLATE for share in shares)


def _value_told(field: str, cases: Sequence[SafeCase], usual: Background) -> Bilingual | None:
    values = Counter(filter(None, (_value(case, field) for case in cases)))
    if not values:
        return None
    value, count = min(values.items(), key=lambda item: (-item[1], item[0]))
    known, everything = values.total(), usual.known[field]
    if count < max(_LEAST, NEARLY_ALL * known):
        return None
    if over_represented_p(count, known, everything[value], everything.total()) >= _SIGNIFICANT:
        return None
    name = _WORDS[field]
    return Bilingual(
        f"{count} van de {known} zaken hebben dezelfde {name.nl}: {value}.",
        f"{count} of the {known} cases have the same {name.en}: {value}.",
    )


def _period_told(cases: Sequence[SafeCase], usual: Background) -> Bilingual | None:
    days = sorted(case.received_on for case in cases if case.received_on)
    if len(days) < _LEAST or usual.first is None or usual.last is None:
        return None
    if (days[-1] - days[0]).days > _PERIOD or (usual.last - usual.first).days <= _YEAR:
        return None
    return Bilingual(
        f"Alle {len(days)} zaken kwamen binnen tussen {days[0]:%d-%m-%Y} en {days[-1]:%d-%m-%Y}.",
        f"All {len(days)} cases came in between {days[0]:%Y-%m-%d} and {days[-1]:%Y-%m-%d}.",
    )


def _template_told(standing: int, cases: int) -> Bilingual | None:
    if standing < max(_LEAST, NEARLY_ALL * cases):
        return None
    return Bilingual(
        f"{standing} van de {cases} zaken bestaan voor een groot deel uit vaste zinnen.",
        f"{standing} of the {cases} cases consist for a large part of standard sentences.",
    )


def _value(case: SafeCase, field: str) -> str:
    return str(getattr(case, field)).strip()
