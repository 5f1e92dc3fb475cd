# SPDX-License-Identifier: EUPL-1.2
"""``databank patterns find``: groups of cases that may be a pattern."""

from datetime import datetime
from typing import TYPE_CHECKING

import click

from search_app.cli.output import DONE, print_json
from search_app.cli.study_json import burst_json, size_json, spread_json, trend_json

if TYPE_CHECKING:
    from casebase.bilingual import Language
    from patterns.bursts import Burst
    from patterns.finding import FoundPattern
    from patterns.size import SizeStep
    from search_app.cli.main import Desk


@click.command("find")
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d", "%d-%m-%Y"]),
    help="Zoals het die dag te zien was; er wordt niets bewaard.",
)
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def find(desk: "Desk", as_of: datetime | None, as_json: bool) -> int:
    """Zoek groepen casussen die een patroon kunnen zijn; een mens beslist."""
    from patterns.bursts import holder

    day = as_of.date() if as_of else None
    found = desk.databank.pattern_finding.find(day)
    language = desk.voice.language
    numbers = found.numbers or (None,) * len(found.patterns)
    studies = desk.databank.pattern_studies
    burst = studies.burst(day)
    place = holder(burst, [each.group.case_ids for each in found.patterns]) if burst else None
    bursts = [burst if place == n else None for n in range(len(found.patterns))]
    apart = burst if place is None else None
    if as_json:
        sizes = [studies.entered_size(each.pattern_id, day) for each in found.patterns]
        told = zip(found.patterns, numbers, sizes, bursts, strict=True)
        entries = [_json(*each, language) for each in told]
        print_json(entries + ([_apart_json(desk, apart)] if apart else []))
        return DONE
    for each, number, inside in zip(found.patterns, numbers, bursts, strict=True):
        _print(desk, each, number, inside)
    if apart:
        _print_apart(desk, apart)
    count = len(found.patterns)
    desk.voice.both(
        f"{count} {'voorstel' if count == 1 else 'voorstellen'}. "
        "Een voorstel is nog geen patroon: lees de casussen voordat u het registreert.",
        f"{count} {'proposal' if count == 1 else 'proposals'}. "
        "A proposal is no pattern yet: read the cases before you register it.",
    )
    return DONE


def _print_apart(desk: "Desk", burst: "Burst") -> None:
    """Like cases that no proposal holds: a person can register them by their numbers."""
    click.echo(f"{burst.name}: {burst.reason.in_language(desk.voice.language)}")
    desk.voice.both(
        "  Ze staan niet samen in een voorstel. Registreren kan met ‘patterns register’ en deze nummers:",
        "  They are not together in a proposal. Register them with ‘patterns register’ and these numbers:",
    )
    click.echo(f"  {' '.join(burst.case_ids)}\n")


def _print(desk: "Desk", found: "FoundPattern", number: int | None, burst: "Burst | None") -> None:
    title = " ".join(filter(None, [found.name, f"({number})" if number else "", found.pattern_id]))
    seen = f"{found.first_seen or '?'} – {found.last_seen or '?'}"
    click.echo(f"{title}: {found.label.text or '–'}")
    cases = found.group.distinct
    desk.voice.both(
        f"  {cases} {'casus' if cases == 1 else 'casussen'}, {seen}; "
        f"het meest kenmerkend: {', '.join(found.central)}",
        f"  {cases} {'case' if cases == 1 else 'cases'}, {seen}; most typical: {', '.join(found.central)}",
    )
    for sentence in (*([burst.reason] if burst else ()), found.trend.reason, *found.coincides):
        click.echo(f"  {sentence.in_language(desk.voice.language)}")
    click.echo(f"  {' '.join(found.group.case_ids)}\n")


def _json(
    found: "FoundPattern",
    number: int | None,
    size: "SizeStep | None",
    burst: "Burst | None",
    language: "Language",
) -> dict[str, object]:
    return {
        "pattern_id": found.pattern_id or found.name,
        "proposal": number,
        "name": found.name,
        "label": found.label.text,
        "terms": list(found.label.terms),
        "case_ids": list(found.group.case_ids),
        "central": list(found.central),
        "distinct": found.group.distinct,
        "cohesion": found.group.cohesion,
        "first_seen": found.first_seen,
        "last_seen": found.last_seen,
        "trend": trend_json(found.trend, language),
        "emerging": found.trend.emerging or burst is not None,
        "burst": burst_json(burst, language) if burst else None,
        "spread": [spread_json(each, language) for each in found.spread],
        "coincides_with": [each.in_language(language) for each in found.coincides],
        "outcomes": dict(found.outcomes),
        "diverging": found.diverging,
        "size_estimate": size_json(size, language) if size else None,
    }


def _apart_json(desk: "Desk", burst: "Burst") -> dict[str, object]:
    """One more entry, with the keys of a proposal; there is no number, label or cohesion."""
    told = desk.databank.pattern_finding.told_burst(burst)
    return _json(told, None, None, burst, desk.voice.language) | {"cohesion": None}
