# SPDX-License-Identifier: EUPL-1.2
"""In which respects a found case differs from what was searched for, in sentences for people."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from casebase.bilingual import Bilingual
from casebase.record import CaseRecord, SafeCase
from casebase.vocabulary import Outcome, Term
from index.facts import Facts, far_apart

YEARS_APART = 3
"""From so many years between two cases on, the period is a difference worth telling."""

_YEAR = re.compile(
    r"(?:\b(?P<before>voor|vóór|tot|na|sinds|vanaf)\s+(?:\d{1,2}\s\w+\s)?)?"
    r"(?<![\d.,€])(?<!€\s)(?P<year>(?:19[89]|20[0-4])\d)(?![\d]|[.,]\d|\s?(?:euro|EUR)\b)",
    re.IGNORECASE,
)
_OPEN = frozenset({"na", "sinds", "vanaf"})
_UNCLEAR = frozenset({"voor", "vóór", "tot"})
"""*voor 2015* is before that year, or for it."""


@dataclass(frozen=True)
class RuleChange:
    """A law (by its short name) that works differently from a day on."""

    law: str
    day: date
    what: Bilingual


RULE_CHANGES = (
    # Invoeringswet Participatiewet, Stb. 2014, 270.
    RuleChange("Participatiewet", date(2015, 1, 1), Bilingual("Participatiewet", "Participation Act")),
    RuleChange("Wajong", date(2015, 1, 1), Bilingual("Participatiewet", "Participation Act")),
    # Wet werk en zekerheid, Stb. 2014, 216.
    RuleChange("WW", date(2015, 7, 1), Bilingual("Wet werk en zekerheid", "Work and Security Act")),
    # Wet vereenvoudiging Wajong, Stb. 2020, 173.
    RuleChange(
        "Wajong", date(2021, 1, 1), Bilingual("Wet vereenvoudiging Wajong", "Wajong Simplification Act")
    ),
)
"""Changes that make older cases under the law of less use as an example."""


def differences_from_case(case: SafeCase, asked: SafeCase, shared: Collection[str]) -> tuple[Bilingual, ...]:
    """In which respects a found case differs from the case that was searched with; gaps are no difference.

    ``shared`` are the short names of the laws that both are about.
    """
    found = [
        *_outcome(case, asked),
        *_deviation(case, asked),
        *_term("Aard", "Nature", case.nature, asked.nature),
        *_term("Niveau", "Level", case.level, asked.level),
        *_period(_day(case), _day(asked), shared),
    ]
    return tuple(found)


def ended_differently(one: CaseRecord, other: CaseRecord) -> bool:
    """Whether the outcomes of two cases are both known and not the same."""
    known = not {one.outcome, other.outcome} & {None, Outcome.UNKNOWN}
    return known and one.outcome is not other.outcome


def differences_from_text(
    case: SafeCase, text: str, asked: Collection[str], shared: Collection[str], *, laws: Collection[str] = ()
) -> tuple[Bilingual, ...]:
    """In which respects a found case differs from a typed search that names laws (short names) or years.

    ``shared`` are the laws that both name; a change of one of ``laws`` (short names) between the case and the
    years that the search names is told.
    """
    named = list(_YEAR.finditer(text))
    period = _other_rules(case, named, laws) or _other_year(case, [int(year["year"]) for year in named])
    return (*_other_laws(case, asked, shared), *period)


def differences_in_facts(here: Facts, there: Facts, *, typed: bool) -> tuple[Bilingual, ...]:
    """Amounts and ages that are far apart in a found case and in what was asked, typed or a case."""
    found = far_apart(here, there)
    if typed:
        return tuple(
            Bilingual(
                f"{fact.name.nl}: deze casus noemt {fact.here.nl}, u noemt {fact.there.nl}",
                f"{fact.name.en}: this case names {fact.here.en}, you name {fact.there.en}",
            )
            for fact in found
        )
    return tuple(
        Bilingual(
            f"{fact.name.nl}: hier {fact.here.nl}, in de vergeleken casus {fact.there.nl}",
            f"{fact.name.en}: here {fact.here.en}, in the compared case {fact.there.en}",
        )
        for fact in found
    )


def _outcome(case: SafeCase, asked: SafeCase) -> Iterator[Bilingual]:
    here, there = case.outcome, asked.outcome
    if here and there and ended_differently(case, asked):
        yield Bilingual(
            f"uitkomst: hier {here.value}, in de vergeleken casus {there.value}",
            f"outcome: here {here.label.en.lower()}, in the compared case {there.label.en.lower()}",
        )


def _deviation(case: SafeCase, asked: SafeCase) -> Iterator[Bilingual]:
    here, there = case.deviates_from_rules, asked.deviates_from_rules
    if here is None or there is None or here is there:
        return
    if here:
        yield Bilingual(
            "hier is van de regels afgeweken, in de vergeleken casus niet",
            "here the rules were deviated from, in the compared case not",
        )
    else:
        yield Bilingual(
            "hier is niet van de regels afgeweken, in de vergeleken casus wel",
            "here the rules were not deviated from, in the compared case they were",
        )


def _term(nl: str, en: str, here: object, there: object) -> Iterator[Bilingual]:
    if isinstance(here, Term) and isinstance(there, Term) and here is not there:
        yield Bilingual(
            f"{nl.lower()}: hier {here.label.nl.lower()}, in de vergeleken casus {there.label.nl.lower()}",
            f"{en.lower()}: here {here.label.en.lower()}, in the compared case {there.label.en.lower()}",
        )


def _period(here: date | None, there: date | None, laws: Collection[str]) -> Iterator[Bilingual]:
    if here is None or there is None:
        return
    early, late = sorted((here, there))
    changes = [change for change in RULE_CHANGES if change.law in laws and early < change.day <= late]
    if changes:
        change = changes[-1]
        yield Bilingual(
            f"regels: de {change.law} is op {change.day:%d-%m-%Y} veranderd ({change.what.nl}); deze casus "
            f"is van {here.year}, de vergeleken casus van {there.year}",
            f"rules: the {change.law} changed on {change.day:%d-%m-%Y} ({change.what.en}); this case is of "
            f"{here.year}, the compared case of {there.year}",
        )
    elif abs(here.year - there.year) >= YEARS_APART:
        yield Bilingual(
            f"periode: deze casus is van {here.year}, de vergeleken casus van {there.year}",
            f"period: this case is of {here.year}, the compared case of {there.year}",
        )


def _other_laws(case: SafeCase, asked: Collection[str], shared: Collection[str]) -> Iterator[Bilingual]:
    if asked and case.regulations and not shared:
        own = ", ".join(case.regulations)
        yield Bilingual(
            f"regeling: deze casus gaat over {own}, u noemt {', '.join(asked)}",
            f"regulation: this case is about {own}, you name {', '.join(asked)}",
        )


def _other_rules(case: SafeCase, named: Sequence[re.Match[str]], laws: Collection[str]) -> list[Bilingual]:
    """The last change of a law that lies between the case and all of the years that are named."""
    day, years = _day(case), [int(year["year"]) for year in named]
    before = {(year["before"] or "").lower() for year in named}
    if day is None or not years or before & _UNCLEAR:
        return []
    first = date(min(years), 1, 1)
    last = date.max if before & _OPEN else date(max(years), 12, 31)
    between = [
        change
        for change in RULE_CHANGES
        if change.law in laws and (day < change.day <= first or last < change.day <= day)
    ]
    return [
        Bilingual(
            f"regels: de {change.law} is op {change.day:%d-%m-%Y} veranderd ({change.what.nl}); deze casus "
            f"is van {day.year}, u noemt {years[-1]}",
            f"rules: the {change.law} changed on {change.day:%d-%m-%Y} ({change.what.en}); this case is of "
            f"{day.year}, you name {years[-1]}",
        )
        for change in between[-1:]
    ]


def _other_year(case: SafeCase, years: Sequence[int]) -> list[Bilingual]:
    day = _day(case)
    if day is None or not years or min(abs(day.year - year) for year in years) < YEARS_APART:
        return []
    return [
        Bilingual(
            f"periode: deze casus is van {day.year}, u noemt {years[-1]}",
            f"period: this case is of {day.year}, you name {years[-1]}",
        )
    ]


def _day(case: SafeCase) -> date | None:
    return case.received_on or case.closed_on
