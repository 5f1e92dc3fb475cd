# SPDX-License-Identifier: EUPL-1.2
"""``databank evaluate``: how good is it, on any data in the standard format."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual
from search_app.cli.output import DONE, ProgressBar

if TYPE_CHECKING:
    from search_app.cli.main import Desk


@click.group("evaluate")
def evaluate() -> None:
    """Meet hoe goed anonimiseren en zoeken gaan, op gegevens met een bekend antwoord."""


@evaluate.command("anonymisation")
@click.argument("gold", metavar="GOLD.jsonl", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def anonymisation(desk: "Desk", gold: Path, as_json: bool) -> int:
    """Hoeveel persoonsgegevens worden gevonden, en hoeveel te veel?"""
    from anonymise.anonymiser import load_anonymiser
    from anonymise.evaluation import evaluate as score
    from anonymise.gold import read_gold

    scores = score(read_gold(gold), load_anonymiser(desk.settings.lists))
    if as_json:
        click.echo(scores.model_dump_json(indent=2))
    else:
        desk.voice.say(*scores.table())
    return DONE


@evaluate.command("retrieval")
@click.argument("folder", metavar="DIR", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def retrieval(desk: "Desk", folder: Path, as_json: bool) -> int:
    """Staan de juiste casussen vooraan? DIR bevat corpus.jsonl, queries.jsonl en qrels/test.tsv (BEIR)."""
    from index.encoder import load_encoder
    from index.evaluation import evaluate_retrieval, table

    with ProgressBar(Bilingual("Zoeken", "Searching"), desk.voice) as bar:
        scores = evaluate_retrieval(folder, load_encoder(desk.settings.encoder), progress=bar)
    click.echo(
        scores.model_dump_json(indent=2) if as_json else "\n".join(table(scores, desk.settings.language))
    )
    return DONE


COMMANDS = (evaluate,)
