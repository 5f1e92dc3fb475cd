# SPDX-License-Identifier: EUPL-1.2
"""``databank evaluate``: how good is it, on any data in the standard format."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual
from search_app.cli.output import DONE, REJECTED, ProgressBar

if TYPE_CHECKING:
    from search_app.cli.main import Desk
    from search_app.measurements import Measurement


@click.group("evaluate")
def evaluate() -> None:
    """Meet hoe goed anonimiseren en zoeken gaan, op gegevens met een bekend antwoord."""


@evaluate.command("anonymisation")
@click.argument(
    "gold",
    metavar="GOLD.jsonl...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.option(
    "--report",
    type=click.Path(file_okay=False, path_type=Path),
    help="Map voor een leesbaar verslag met grafieken (Engels).",
)
@click.option(
    "--date", "day", type=click.DateTime(["%Y-%m-%d"]), help="Dag die in het verslag komt te staan."
)
@click.option("--keep", "kept", is_flag=True, help="Bewaar de cijfers voor de pagina Cijfers.")
@click.pass_obj
def anonymisation(
    desk: "Desk", gold: tuple[Path, ...], as_json: bool, report: Path | None, day: datetime | None, kept: bool
) -> int:
    """Hoeveel persoonsgegevens worden gevonden, en hoeveel te veel?"""
    from anonymise.evaluation import AnonymiserFinder, evaluate_parts, load_name_knowledge
    from anonymise.evaluation.report import write_report
    from anonymise.gold import read_gold
    from search_app.measuring import of_anonymisation
    from search_app.parts import open_anonymiser

    anonymiser = open_anonymiser(desk.settings)
    with ProgressBar(Bilingual("Meten", "Measuring"), desk.voice) as bar:
        scores = evaluate_parts(
            {path.name: read_gold(path) for path in gold},
            AnonymiserFinder(anonymiser),
            load_name_knowledge(desk.settings.lists),
            bar,
        )
    measured_on = (day or datetime.now()).date()
    if report:
        write_report(scores, report, engine=anonymiser.engine_version, measured_on=measured_on)
    if kept:
        names = [path.name for path in gold]
        engine = anonymiser.engine_version
        _keep(desk, of_anonymisation(scores, engine=engine, data=names, measured_on=measured_on))
    if as_json:
        click.echo(scores.model_dump_json(indent=2))
    else:
        desk.voice.say(*scores.table())
    return DONE


@evaluate.command("retrieval")
@click.argument(
    "folder", metavar="[DIR]", required=False, type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "--from-feedback",
    is_flag=True,
    help="Gebruik in plaats van DIR de oordelen van mensen over wat zij vonden.",
)
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.option("--keep", "kept", is_flag=True, help="Bewaar de cijfers voor de pagina Cijfers.")
@click.pass_obj
def retrieval(desk: "Desk", folder: Path | None, from_feedback: bool, as_json: bool, kept: bool) -> int:
    """Staan de juiste casussen vooraan? DIR bevat corpus.jsonl, queries.jsonl en qrels/test.tsv (BEIR)."""
    if from_feedback == (folder is not None):
        raise click.UsageError(
            Bilingual("Geef een map, of --from-feedback.", "Give a folder, or --from-feedback.").in_language(
                desk.settings.language
            )
        )
    if from_feedback and kept:
        raise click.UsageError(
            Bilingual(
                "Alleen cijfers over een map kunnen bewaard worden.", "Only figures on a folder can be kept."
            ).in_language(desk.settings.language)
        )
    return _by_judgements(desk, folder, as_json, kept) if folder else _by_feedback(desk, as_json)


@evaluate.command("patterns")
@click.argument("themes", metavar="THEMES.tsv", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.option("--keep", "kept", is_flag=True, help="Bewaar de cijfers voor de pagina Cijfers.")
@click.pass_obj
def patterns(desk: "Desk", themes: Path, as_json: bool, kept: bool) -> int:
    """Vinden de voorstellen de thema's in THEMES.tsv (zaaknummer, tab, thema)?"""
    from patterns.evaluation import read_themes, table
    from search_app.measuring import of_patterns

    scores = desk.databank.pattern_finding.evaluate(read_themes(themes))
    if kept:
        engine, day = desk.databank.model_id, datetime.now().date()
        _keep(desk, of_patterns(scores, engine=engine, data=[themes.name], measured_on=day))
    click.echo(
        scores.model_dump_json(indent=2) if as_json else "\n".join(table(scores, desk.settings.language))
    )
    return DONE


def _keep(desk: "Desk", measurement: "Measurement") -> None:
    from search_app.measurements import keep

    path = keep(measurement, desk.settings.home)
    desk.voice.warn(
        Bilingual(f"De cijfers zijn bewaard als {path.name}.", f"The figures were kept as {path.name}.")
    )


def _by_judgements(desk: "Desk", folder: Path, as_json: bool, kept: bool) -> int:
    from index.encoder import load_encoder
    from index.evaluation import evaluate_retrieval, table
    from search_app.measuring import of_retrieval

    with ProgressBar(Bilingual("Zoeken", "Searching"), desk.voice) as bar:
        scores = evaluate_retrieval(folder, load_encoder(desk.settings.encoder), progress=bar)
    if kept:
        _keep(desk, of_retrieval(scores, data=[folder.resolve().name], measured_on=datetime.now().date()))
    click.echo(
        scores.model_dump_json(indent=2) if as_json else "\n".join(table(scores, desk.settings.language))
    )
    return DONE


def _by_feedback(desk: "Desk", as_json: bool) -> int:
    from index.feedback_table import feedback_table

    with ProgressBar(Bilingual("Zoeken", "Searching"), desk.voice) as bar:
        report = desk.databank.feedback_desk.evaluate(bar)
    lines = feedback_table(report, desk.settings.language)
    click.echo(report.model_dump_json(indent=2) if as_json else "\n".join(lines))
    return DONE if report.enough else REJECTED


COMMANDS = (evaluate,)
