# SPDX-License-Identifier: EUPL-1.2
"""``databank demo``: the whole road, on invented sample cases."""

from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual, DatabankError
from search_app.cli.admin import open_app
from search_app.cli.hits import print_hits
from search_app.cli.loading import print_report
from search_app.cli.output import DONE, ProgressBar

if TYPE_CHECKING:
    from search_app.cli.main import Desk
    from search_app.databank import Databank

EXAMPLES = (
    "WIA-voorschot terugbetalen omdat de keuring te laat was",
    "Werkgever krijgt geen loonkostenvoordeel omdat de doelgroepverklaring te laat is aangevraagd",
    "Ze heeft alles goed doorgegeven en moet toch een boete betalen, wat kunnen we doen?",
)


@click.command("demo")
@click.option("--no-serve", is_flag=True, help="Start de app niet.")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Poort op 127.0.0.1."
)
@click.pass_obj
def demo(desk: "Desk", no_serve: bool, port: int) -> int:
    """Laad de verzonnen voorbeeldcasussen, zoek erin en open de app."""
    from search_app.databank import create_databank

    databank = create_databank(desk.settings)
    _refuse_real_cases(databank)
    _load_sample(desk, databank)
    for text in EXAMPLES:
        desk.voice.both(f"\n=== Zoekvraag: {text}", f"\n=== Search: {text}")
        view = databank.search(text, limit=3)
        print_hits(view.result, view.cases, desk.voice)
    if not no_serve:
        open_app(desk, port)
    return DONE


def _refuse_real_cases(databank: "Databank") -> None:
    """Sample cases among real ones would be taken for precedents."""
    marker = databank.settings.home / "demo"
    if sum(databank.counts().values()) and not marker.exists():
        raise DatabankError(
            f"In {databank.settings.home} staan al casussen. Zet DATABANK_HOME op een lege map voor de demo.",
            f"There are cases in {databank.settings.home} already. Set DATABANK_HOME to an empty folder.",
        )
    marker.touch()


def _load_sample(desk: "Desk", databank: "Databank") -> None:
    from ingest.load import Approve, LoadOptions

    with ProgressBar(Bilingual("Casussen laden", "Loading cases"), desk.voice) as bar:
        report = databank.ingest([desk.settings.sample], LoadOptions(approve=Approve.ALL), bar)
    print_report(report, desk.voice)
    with ProgressBar(Bilingual("Index maken", "Building index"), desk.voice) as bar:
        databank.build_index(bar)


COMMANDS = (demo,)
