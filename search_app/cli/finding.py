# SPDX-License-Identifier: EUPL-1.2
"""``databank search``, ``similar`` and ``index``."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from casebase.bilingual import Bilingual
from casebase.filters import SearchFilters
from casebase.vocabulary import Level, Nature, Outcome
from search_app.cli.output import DONE, REJECTED, ProgressBar, print_json

if TYPE_CHECKING:
    from search_app.answers import Found
    from search_app.cli.main import Desk

_ONE_OF = Bilingual(
    "Geef een zoektekst, --like, alleen filters, of --batch samen met --run.",
    "Give a text, --like, filters alone, or --batch together with --run.",
)
_DAY = click.DateTime(["%Y-%m-%d", "%d-%m-%Y"])


def _choice(values: type[Nature] | type[Level] | type[Outcome]) -> click.Choice[str]:
    return click.Choice([value.value for value in values])


@click.command("search")
@click.argument("text", required=False)
@click.option("--like", multiple=True, help="In plaats van TEXT: lijkt op deze casus; mag tot drie keer.")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, show_default=True, help="Aantal casussen.")
@click.option("--regulation", multiple=True, help="Alleen deze regeling; mag vaker.")
@click.option("--nature", multiple=True, type=_choice(Nature), help="Alleen deze aard; mag vaker.")
@click.option("--level", multiple=True, type=_choice(Level), help="Alleen dit niveau; mag vaker.")
@click.option("--outcome", multiple=True, type=_choice(Outcome), help="Alleen deze uitkomst; mag vaker.")
@click.option("--from", "from_", type=_DAY, help="Ontvangen op of na deze dag.")
@click.option("--to", type=_DAY, help="Ontvangen op of voor deze dag.")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.option(
    "--batch", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="JSONL met zoekvragen."
)
@click.option(
    "--run", "run_file", type=click.Path(dir_okay=False, path_type=Path), help="TREC-bestand voor --batch."
)
@click.pass_obj
def search(
    desk: "Desk",
    /,
    text: str | None,
    like: tuple[str, ...],
    limit: int,
    as_json: bool,
    batch: Path | None,
    run_file: Path | None,
    **filters: Any,
) -> int:
    """Zoek casussen die lijken op TEXT (een vraag, woorden, een casus), of toon wat bij filters past."""
    chosen = _filters(**filters)
    if batch and run_file and not like:
        return _search_batch(desk, batch, run_file, limit=limit, filters=chosen)
    if batch or run_file or bool(text) + bool(like) > 1 or not (text or like or chosen):
        raise click.UsageError(_ONE_OF.in_language(desk.settings.language))
    if like:
        return _search_alike(desk, like, chosen, limit=limit, as_json=as_json)
    if not text:
        return _list(desk, chosen, limit=limit, as_json=as_json)
    view = desk.databank.search(text, filters=chosen, limit=limit)
    for problem in view.problems:
        desk.voice.warn(problem)
    if view.filters and not view.query.text.strip():
        return _list(desk, view.filters, limit=limit, as_json=as_json)
    return _show(desk, view, as_json=as_json)


@click.command("similar")
@click.argument("case_id")
@click.option(
    "--aspect",
    type=click.Choice(["situation", "weighing", "solution"]),
    help="Vergelijk alleen de situatie, de afweging of de oplossing.",
)
@click.option("--limit", type=click.IntRange(1, 1000), default=5, show_default=True, help="Aantal casussen.")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def similar(desk: "Desk", case_id: str, aspect: str | None, limit: int, as_json: bool) -> int:
    """Zoek casussen die lijken op casus CASE_ID."""
    from index.hits import Aspect

    view = desk.databank.similar(case_id, aspect=Aspect(aspect) if aspect else None, limit=limit)
    return _show(desk, view, as_json=as_json)


@click.group("index")
def index() -> None:
    """Maak of controleer de zoekindex."""


@index.command("build")
@click.pass_obj
def index_build(desk: "Desk") -> int:
    """Maak de zoekindex opnieuw; wat al berekend is, wordt hergebruikt."""
    with ProgressBar(Bilingual("Index maken", "Building index"), desk.voice) as bar:
        status = desk.databank.build_index(bar)
    desk.voice.say(status.message)
    return DONE


@index.command("status")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def index_status(desk: "Desk", as_json: bool) -> int:
    """Vertel of de index past bij de databank en het zoekmodel."""
    from index.build import IndexState

    status = desk.databank.index_status()
    if as_json:
        rebuild = desk.databank.rebuild_progress()
        print_json(
            {
                "state": status.state.value,
                "message": status.message.in_language(desk.settings.language),
                "rebuild": rebuild
                and {"state": rebuild.state.value, "done": rebuild.done, "total": rebuild.total},
            }
        )
    else:
        desk.voice.say(status.message)
    return DONE if status.state is IndexState.FRESH else REJECTED


@index.command("verify")
@click.pass_context
def index_verify(context: click.Context) -> int:
    """Controleer de indexbestanden op beschadiging."""
    return int(context.invoke(index_status, as_json=False))


@index.command("clean")
@click.pass_obj
def index_clean(desk: "Desk") -> int:
    """Verwijder wat zoekmodellen van vroeger in de databank achterlieten."""
    gone = desk.databank.forget_former_models()
    desk.voice.say(
        Bilingual(
            f"{gone} vectoren van zoekmodellen van vroeger verwijderd.",
            f"{gone} vectors of former search models removed.",
        )
    )
    return DONE


def _search_alike(
    desk: "Desk", like: tuple[str, ...], filters: SearchFilters, *, limit: int, as_json: bool
) -> int:
    view = desk.databank.alike(like, filters=filters, limit=limit)
    for problem in view.problems:
        desk.voice.warn(problem)
    _show(desk, view, as_json=as_json)
    return REJECTED if view.problems else DONE


def _list(desk: "Desk", filters: SearchFilters, *, limit: int, as_json: bool) -> int:
    from search_app.cli.hits import case_json, print_list

    view = desk.databank.listed(filters, limit=limit)
    if as_json:
        print_json([case_json(stored.case) for stored in view.cases])
    else:
        print_list(view, desk.voice)
    return DONE


def _show(desk: "Desk", view: "Found", *, as_json: bool) -> int:
    from search_app.cli.hits import hit_json, print_hits

    if as_json:
        print_json([hit_json(hit, desk.settings.language) for hit in view.result.hits])
    else:
        print_hits(view.result, view.cases, desk.voice)
    return DONE


def _filters(
    *,
    regulation: tuple[str, ...],
    nature: tuple[str, ...],
    level: tuple[str, ...],
    outcome: tuple[str, ...],
    from_: datetime | None,
    to: datetime | None,
) -> SearchFilters:
    return SearchFilters(
        regulations=regulation,
        natures=tuple(map(Nature, nature)),
        levels=tuple(map(Level, level)),
        outcomes=tuple(map(Outcome, outcome)),
        received_from=from_.date() if from_ else None,
        received_to=to.date() if to else None,
    )


def _search_batch(desk: "Desk", batch: Path, run_file: Path, *, limit: int, filters: SearchFilters) -> int:
    from search_app.batch import search_batch

    with ProgressBar(Bilingual("Zoeken", "Searching"), desk.voice) as bar:
        report = search_batch(desk.databank, batch, run_file, filters=filters, limit=limit, progress=bar)
    for problem in report.rejected:
        desk.voice.warn(problem)
    desk.voice.both(
        f"{report.searched} zoekvragen beantwoord, {len(report.rejected)} regels overgeslagen.",
        f"{report.searched} searches answered, {len(report.rejected)} lines skipped.",
    )
    return REJECTED if report.rejected else DONE


COMMANDS = (search, similar, index)
