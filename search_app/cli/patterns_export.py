# SPDX-License-Identifier: EUPL-1.2
"""``databank patterns export``: the evidence pack of a pattern as a file."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from search_app.cli.output import DONE

if TYPE_CHECKING:
    from search_app.cli.main import Desk


@click.command("export")
@click.argument("pattern_id")
@click.option(
    "--to", required=True, type=click.Path(path_type=Path), help="Bestand dat op .docx of .pdf eindigt."
)
@click.option(
    "--profile",
    type=click.Choice(["delen", "publicatie"]),
    default="delen",
    show_default=True,
    help="Voor wie: andere organisaties, of iedereen.",
)
@click.option("--story", "stories", multiple=True, help="Casus waarvan het verhaal erin komt; mag drie keer.")
@click.option(
    "--as-of", type=click.DateTime(["%Y-%m-%d", "%d-%m-%Y"]), help="Zoals het patroon er die dag voor stond."
)
@click.pass_obj
def export(
    desk: "Desk", pattern_id: str, to: Path, profile: str, stories: tuple[str, ...], as_of: datetime | None
) -> int:
    """Maak van patroon PATTERN_ID een dossier voor beleid of bestuur."""
    from anonymise.profiles import Profile
    from search_app.dossier.desk import Choice

    day = as_of.date() if as_of else None
    choice = Choice(Profile(profile), tuple(dict.fromkeys(stories)), day)
    number = desk.databank.dossier_desk.export(pattern_id, to, choice, desk.voice.language)
    desk.voice.both(
        f"Dossier van {pattern_id} met {number} {'casus' if number == 1 else 'casussen'}: {to}. "
        "Lees het door voordat u het verstuurt.",
        f"Evidence pack of {pattern_id} with {number} {'case' if number == 1 else 'cases'}: {to}. "
        "Read it through before you send it.",
    )
    return DONE
