# SPDX-License-Identifier: EUPL-1.2
"""``databank anonymise``: texts in, safe texts out, no databank needed."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual
from search_app.cli.output import DONE, REJECTED, ProgressBar

if TYPE_CHECKING:
    from search_app.cli.main import Desk

_IN = click.Path(exists=True, dir_okay=False, path_type=Path)
_OUT = click.Path(dir_okay=False, path_type=Path)


@click.command("anonymise")
@click.argument("source", metavar="IN.jsonl", type=_IN)
@click.argument("target", metavar="OUT.jsonl", type=_OUT)
@click.pass_obj
def anonymise(desk: "Desk", source: Path, target: Path) -> int:
    """Haal persoonsgegevens uit teksten: JSONL met {"id","text"} of hele casussen."""
    from anonymise.files import anonymise_file
    from search_app.parts import open_anonymiser

    anonymiser = open_anonymiser(desk.settings)
    with ProgressBar(Bilingual("Anonimiseren", "Anonymising"), desk.voice) as bar:
        outcome = anonymise_file(source, target, anonymiser, progress=bar)
    for problem in outcome.rejected:
        desk.voice.warn(problem)
    desk.voice.both(
        f"{outcome.written} teksten geschreven, {len(outcome.rejected)} regels overgeslagen.",
        f"{outcome.written} texts written, {len(outcome.rejected)} lines skipped.",
    )
    return REJECTED if outcome.rejected else DONE


COMMANDS = (anonymise,)
