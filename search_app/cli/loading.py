# SPDX-License-Identifier: EUPL-1.2
"""``databank ingest``: files in, safe cases stored."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual
from search_app.cli.output import DONE, REJECTED, ProgressBar, Voice

if TYPE_CHECKING:
    from ingest.report import LoadReport
    from search_app.cli.main import Desk


@click.command("ingest")
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--approve",
    type=click.Choice(["none", "clean", "all"]),
    default="none",
    show_default=True,
    help="Geef meteen vrij: geen, alleen casussen waar niets verdachts in bleef, of alle.",
)
@click.option(
    "--replace", is_flag=True, help="Vervang casussen waarvan het nummer al bestaat met andere tekst."
)
@click.option("--dry-run", is_flag=True, help="Lees en controleer alles, maar bewaar niets.")
@click.option(
    "--report", type=click.Path(dir_okay=False, path_type=Path), help="Schrijf het verslag als JSON."
)
@click.pass_obj
def ingest(
    desk: "Desk", paths: tuple[Path, ...], approve: str, replace: bool, dry_run: bool, report: Path | None
) -> int:
    """Lees bestanden of mappen in, haal de persoonsgegevens eruit en bewaar de casussen."""
    from ingest.load import Approve, LoadOptions

    options = LoadOptions(approve=Approve(approve), replace=replace, dry_run=dry_run)
    with ProgressBar(Bilingual("Casussen laden", "Loading cases"), desk.voice) as bar:
        outcome = desk.databank.ingest(list(paths), options, bar)
    print_report(outcome, desk.voice)
    if report:
        report.write_text(outcome.model_dump_json(indent=2), encoding="utf-8")
    return REJECTED if outcome.rejected or outcome.interrupted else DONE


def print_report(report: "LoadReport", voice: Voice) -> None:
    """What was read, stored and rejected, and why."""
    from ingest.report import summary

    for line in summary(report, voice.language):
        click.echo(line)


COMMANDS = (ingest,)
