# SPDX-License-Identifier: EUPL-1.2
"""``databank report``: the coordinator's figures."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual
from search_app.cli.output import DONE, print_json, print_table
from search_app.ui.formats import period_name

if TYPE_CHECKING:
    from casebase.bilingual import Language
    from patterns.exact import Interval
    from patterns.periods import Period
    from patterns.report import Completeness, Figures, OfficeCount
    from search_app.cli.main import Desk

_PERIODS = {"maand": "month", "kwartaal": "quarter", "jaar": "year"}

Rows = Sequence[tuple[str, ...]]


@click.command("report")
@click.option(
    "--period", type=click.Choice([*_PERIODS]), default="kwartaal", show_default=True, help="Tel per periode."
)
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d", "%d-%m-%Y"]), help="De cijfers zoals zij op die dag waren."
)
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def report(desk: "Desk", period: str, as_of: datetime | None, as_json: bool) -> int:
    """Geef de cijfers: wat kwam er binnen, hoe volledig is het, en wat werd er van de signalen?"""
    from patterns.periods import Period

    length = Period(_PERIODS[period])
    counted = desk.databank.reporting.figures(as_of.date() if as_of else None, length)
    if as_json:
        print_json(as_data(counted, desk.voice.language))
        return DONE
    for title, rows in sections(counted, length, desk.voice.language):
        click.echo(f"\n{title}")
        print_table([(f"  {first}", *others) for first, *others in rows])
    return DONE


def sections(counted: "Figures", period: "Period", language: "Language") -> list[tuple[str, Rows]]:
    """Titles with their rows of cells; sections without rows are left out."""
    say = _Say(language)
    found: list[tuple[str, Rows]] = [
        (say("Casussen", "Cases"), _cases(counted, say)),
        (say("Binnengekomen", "Received"), _periods(counted, period, say)),
        (say("Aard", "Nature"), [(say.of(each.label), str(each.count)) for each in counted.natures]),
        (say("Niveau", "Level"), [(say.of(each.label), str(each.count)) for each in counted.levels]),
        (say("Afloop", "Outcome"), [(say.of(each.label), str(each.count)) for each in counted.outcomes]),
        (say("Volledigheid", "Completeness"), _completeness(counted, say)),
        (say("Per maatwerkplaats", "By maatwerkplaats"), _offices(counted, say)),
        (say("Signalen naar stand", "Signals by state"), _signals(counted, say)),
        (say("Antwoord te laat", "Answers overdue"), _overdue(counted, say)),
    ]
    return [(title, rows) for title, rows in found if rows]


class _Say:
    """One language at a time."""

    def __init__(self, language: "Language") -> None:
        self._language = language

    def __call__(self, nl: str, en: str) -> str:
        return self.of(Bilingual(nl, en))

    def of(self, words: Bilingual) -> str:
        return words.in_language(self._language)

    def period(self, first_day: date, period: "Period") -> str:
        return period_name(first_day, period, self._language)


def _cases(counted: "Figures", say: _Say) -> Rows:
    rows = [
        (say("tot en met", "up to and including"), str(counted.as_of)),
        (say("aantal", "number"), str(counted.cases)),
    ]
    if counted.without_date:
        rows.append(
            (say("zonder datum van ontvangst", "without a date of receipt"), str(counted.without_date))
        )
    return rows


def _periods(counted: "Figures", period: "Period", say: _Say) -> Rows:
    going_on = say("nog niet voorbij", "not over yet")
    return [
        (say.period(each.first_day, period), str(each.count), "" if each.complete else going_on)
        for each in counted.periods
    ]


def _completeness(counted: "Figures", say: _Say) -> Rows:
    return [
        (say.of(each.part), f"{each.count} / {each.total}", _percentage(each.share, say))
        for each in counted.completeness
    ]


def _percentage(share: "Interval", say: _Say) -> str:
    if share.estimate is None:
        return say("nog geen casussen", "no cases yet")
    return f"{share.estimate:.0%} (95%: {100 * share.low:.0f}–{100 * share.high:.0f})"


def _offices(counted: "Figures", say: _Say) -> Rows:
    return [
        (
            say.of(each.label) if each.offices < 2 else f"{say.of(each.label)} ({each.offices})",
            str(each.count),
            say(f"afloop bekend: {each.with_outcome}", f"outcome known: {each.with_outcome}"),
        )
        for each in counted.offices
    ]


def _signals(counted: "Figures", say: _Say) -> Rows:
    return [
        (
            say.of(each.state.label),
            str(each.count),
            say(
                f"helft langer dan {each.median_days:.0f} dagen, oudste {each.oldest_days}",
                f"half of them longer than {each.median_days:.0f} days, oldest {each.oldest_days}",
            ),
        )
        for each in counted.signals
    ]


def _overdue(counted: "Figures", say: _Say) -> Rows:
    return [
        (each.pattern_id, say.of(each.state.label), say(f"{each.days} dagen", f"{each.days} days"))
        for each in counted.overdue
    ]


def as_data(counted: "Figures", language: "Language") -> dict[str, object]:
    """The figures as plain data; the keys are told in docs/commands.md."""
    say = _Say(language)
    return {
        "as_of": counted.as_of,
        "cases": counted.cases,
        "without_date": counted.without_date,
        "periods": [
            {"first_day": each.first_day, "cases": each.count, "complete": each.complete}
            for each in counted.periods
        ],
        "nature": {say.of(each.label): each.count for each in counted.natures},
        "level": {say.of(each.label): each.count for each in counted.levels},
        "outcome": {say.of(each.label): each.count for each in counted.outcomes},
        "completeness": [_part(each, say) for each in counted.completeness],
        "offices": [_office(each, say) for each in counted.offices],
        "signals": [{**asdict(each), "state": each.state.value} for each in counted.signals],
        "overdue": [{**asdict(each), "state": each.state.value} for each in counted.overdue],
    }


def _part(part: "Completeness", say: _Say) -> dict[str, object]:
    share = part.share
    return {
        "part": say.of(part.part),
        "count": part.count,
        "total": part.total,
        "share": share.estimate,
        "low": share.low,
        "high": share.high,
    }


def _office(office: "OfficeCount", say: _Say) -> dict[str, object]:
    return {
        "office": say.of(office.label),
        "offices": office.offices,
        "cases": office.count,
        "with_outcome": office.with_outcome,
    }


COMMANDS = (report,)
