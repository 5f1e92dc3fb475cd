# SPDX-License-Identifier: EUPL-1.2
"""``databank feedback``: what people said about the cases that they found."""

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual
from search_app.cli.output import DONE, print_json, print_table

if TYPE_CHECKING:
    from search_app.cli.main import Desk
    from search_app.feedback_desk import FeedbackCounts

_UNKNOWN = Bilingual("Onbekend", "Unknown")


@click.group("feedback")
def feedback() -> None:
    """Wat mensen zeiden over de casussen die zij vonden."""


@feedback.command("list")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def feedback_list(desk: "Desk", as_json: bool) -> int:
    """Tel wat er is gezegd, naar oordeel en naar hoe sterk de casus leek, zonder namen."""
    counts = desk.databank.feedback_desk.counts()
    if as_json:
        print_json(_counts_json(counts))
    elif not counts.judgements:
        desk.voice.both("Er zijn nog geen oordelen.", "There are no judgements yet.")
    else:
        desk.voice.both(
            f"{counts.judgements} oordelen over {counts.searches} zoekvragen, van {counts.people} mensen, "
            f"van {counts.first:%Y-%m-%d} tot en met {counts.last:%Y-%m-%d}.",
            f"{counts.judgements} judgements on {counts.searches} searches, by {counts.people} people, "
            f"from {counts.first:%Y-%m-%d} up to {counts.last:%Y-%m-%d}.",
        )
        _print_counts(desk, counts)
    return DONE


@feedback.command("export")
@click.option(
    "--to",
    "folder",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Map om in te schrijven.",
)
@click.pass_obj
def feedback_export(desk: "Desk", folder: Path) -> int:
    """Schrijf casussen, beoordeelde zoekvragen en oordelen als BEIR-map."""
    written = desk.databank.feedback_desk.export(folder)
    desk.voice.both(
        f"{written.cases} casussen, {written.searches} zoekvragen en {written.pairs} oordelen"
        f" staan in {folder}.",
        f"{written.cases} cases, {written.searches} searches and {written.pairs} judgements are in {folder}.",
    )
    return DONE


@feedback.command("delete")
@click.option("--user", "person", help="Naam waaronder deze persoon oordelen gaf.")
@click.option("--before", type=click.DateTime(["%Y-%m-%d", "%d-%m-%Y"]), help="Gegeven vóór deze dag.")
@click.pass_obj
def feedback_delete(desk: "Desk", person: str | None, before: datetime | None) -> int:
    """Verwijder alles wat één persoon zei, of alles wat oud is."""
    if person and not before:
        gone = desk.databank.feedback_desk.forget(person)
    elif before and not person:
        gone = desk.databank.feedback_desk.forget_before(before.replace(tzinfo=UTC))
    else:
        one_of_two = Bilingual("Geef --user of --before.", "Give --user or --before.")
        raise click.UsageError(one_of_two.in_language(desk.settings.language))
    desk.voice.both(
        f"Verwijderd: {gone.judgements} oordelen en {gone.searches} zoekvragen.",
        f"Deleted: {gone.judgements} judgements and {gone.searches} searches.",
    )
    return DONE


def _print_counts(desk: "Desk", counts: "FeedbackCounts") -> None:
    from casebase.store import Grade
    from search_app.words_for_feedback import GRADES

    language = desk.settings.language
    heading = ("", *(GRADES[grade].in_language(language) for grade in Grade))
    rows = [
        ((band.label if band else _UNKNOWN).in_language(language), *(str(found[grade]) for grade in Grade))
        for band, found in counts.by_band.items()
    ]
    total = Bilingual("Samen", "Together").in_language(language)
    print_table([heading, *rows, (total, *(str(counts.by_grade[grade]) for grade in Grade))])


def _counts_json(counts: "FeedbackCounts") -> dict[str, object]:
    return {
        "judgements": counts.judgements,
        "searches": counts.searches,
        "people": counts.people,
        "first": counts.first,
        "last": counts.last,
        "by_grade": {grade.name.lower(): number for grade, number in counts.by_grade.items()},
        "by_band": {
            band.value if band else "onbekend": {g.name.lower(): n for g, n in found.items()}
            for band, found in counts.by_band.items()
        },
    }


COMMANDS = (feedback,)
