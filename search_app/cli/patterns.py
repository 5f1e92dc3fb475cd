# SPDX-License-Identifier: EUPL-1.2
"""``databank patterns``: the register of what keeps coming back, and what became of it."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import PatternState
from search_app.cli import pattern_acts, patterns_export, patterns_find
from search_app.cli.output import DONE, REJECTED, print_json, print_table
from search_app.cli.pattern_json import details_json, file_json
from search_app.cli.pattern_study import print_study
from search_app.cli.study_json import study_json

if TYPE_CHECKING:
    from casebase.bilingual import Language
    from casebase.store import PatternEventRecord
    from patterns.reading import PatternFile
    from patterns.study import PatternStudy
    from search_app.cli.main import Desk

_HEADING = (
    Bilingual("Nummer", "Number"),
    Bilingual("Stand", "State"),
    Bilingual("Casussen", "Cases"),
    Bilingual("Antwoord uiterlijk", "Answer by"),
    Bilingual("Eigenaar", "Owner"),
    Bilingual("Naam", "Name"),
)

_JSON = click.option("--json", "as_json", is_flag=True, help="Geef JSON.")


@click.group("patterns")
def patterns() -> None:
    """Patronen: wat steeds terugkomt, en wat ervan werd."""


@patterns.command("list")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice([state.value for state in PatternState]),
    help="Alleen deze stand; mag vaker.",
)
@click.option("--overdue", is_flag=True, help="Alleen waar de inbrengers al iets hadden moeten horen.")
@_JSON
@click.pass_obj
def patterns_list(desk: "Desk", states: tuple[str, ...], overdue: bool, as_json: bool) -> int:
    """Toon de patronen met hun stand, eigenaar en aantal casussen."""
    register = desk.databank.pattern_desk
    files = register.patterns([PatternState(state) for state in states] or list(PatternState))
    if overdue:
        files = [file for file in files if file.overdue(register.today)]
    if as_json:
        print_json([file_json(file, register.today) for file in files])
    elif files:
        language = desk.voice.language
        heading = tuple(title.in_language(language) for title in _HEADING)
        print_table([heading, *(_row(file, language, register.today) for file in files)])
    else:
        desk.voice.both("Er zijn geen patronen.", "There are no patterns.")
    return DONE


@patterns.command("show")
@click.argument("pattern_id")
@click.option("--as-of", type=click.DateTime(["%Y-%m-%d", "%d-%m-%Y"]), help="Zoals het die dag was.")
@_JSON
@click.pass_obj
def patterns_show(desk: "Desk", pattern_id: str, as_of: datetime | None, as_json: bool) -> int:
    """Toon patroon PATTERN_ID: mechanisme, casussen, cijfers, stand en geschiedenis."""
    register = desk.databank.pattern_desk
    if as_of is not None:
        return _show_as_of(desk, pattern_id, as_of.date(), as_json)
    details = register.pattern(pattern_id)
    study = _study(desk, pattern_id, None)
    if as_json:
        print_json(details_json(details, register.today) | _told(study, desk.voice.language))
        return DONE
    _print_file(desk, details.file, register.today)
    print_study(desk.voice, study)
    desk.voice.both("Geschiedenis:", "History:")
    for event in details.events:
        click.echo(f"  {_event_line(event, desk.voice.language)}")
    return DONE


def _show_as_of(desk: "Desk", pattern_id: str, day: date, as_json: bool) -> int:
    file = desk.databank.pattern_desk.pattern_as_of(pattern_id, day)
    if file is None:
        desk.voice.both(
            f"Op {day:%d-%m-%Y} was patroon {pattern_id} nog niet geregistreerd.",
            f"On {day:%Y-%m-%d} pattern {pattern_id} was not registered yet.",
        )
        return REJECTED
    study = _study(desk, pattern_id, day)
    if as_json:
        print_json(file_json(file, day) | _told(study, desk.voice.language))
    else:
        _print_file(desk, file, day)
        print_study(desk.voice, study)
    return DONE


def _study(desk: "Desk", pattern_id: str, day: date | None) -> "PatternStudy | Bilingual":
    """The figures; where they need an index that cannot serve, the sentence that says what to do."""
    from index.manifest import IndexProblemError

    try:
        return desk.databank.pattern_studies.one(pattern_id, day)
    except IndexProblemError as problem:
        return problem.message


def _told(study: "PatternStudy | Bilingual", language: "Language") -> dict[str, object]:
    return {"study": None if isinstance(study, Bilingual) else study_json(study, language)}


def _row(file: "PatternFile", language: "Language", today: date) -> tuple[str, ...]:
    record = file.record
    due = f"{record.answer_due:%Y-%m-%d}" if record.answer_due else "-"
    return (
        record.pattern_id,
        record.state.label.in_language(language),
        str(len(file.members)),
        f"{due} !" if file.overdue(today) else due,
        record.owner,
        record.name,
    )


def _print_file(desk: "Desk", file: "PatternFile", today: date) -> None:
    record, language = file.record, desk.voice.language
    click.echo(f"{record.pattern_id}  {record.name}")
    click.echo(record.mechanism)
    desk.voice.both(f"Stand: {record.state.label.nl}", f"State: {record.state.label.en}")
    desk.voice.both(f"Eigenaar: {record.owner}", f"Owner: {record.owner}")
    if record.addressee:
        desk.voice.both(f"Voorgelegd aan: {record.addressee}", f"Put to: {record.addressee}")
    if record.solution:
        desk.voice.both(
            f"Soort oplossing: {record.solution.label.nl}", f"Kind of solution: {record.solution.label.en}"
        )
    if record.merged_into:
        desk.voice.both(f"Gaat verder in {record.merged_into}", f"Goes on in {record.merged_into}")
    _print_promise(desk, file, today)
    desk.voice.both(f"Casussen ({len(file.members)}):", f"Cases ({len(file.members)}):")
    for member in file.members:
        click.echo(f"  {member.case_id}  {member.why}")
    for number, told in (
        (file.hidden, Bilingual("wachten op beoordeling", "waiting for review")),
        (file.deleted, Bilingual("verwijderd uit de databank", "deleted from the databank")),
        (len(file.former), Bilingual("eruit gehaald", "taken out")),
    ):
        if number:
            click.echo(f"  {number} {told.in_language(language)}")


def _print_promise(desk: "Desk", file: "PatternFile", today: date) -> None:
    record = file.record
    if record.answer:
        desk.voice.both(f"Antwoord: {record.answer}", f"Answer: {record.answer}")
    if record.answer_due:
        late = file.overdue(today)
        desk.voice.both(
            f"Inbrengers horen iets uiterlijk {record.answer_due:%d-%m-%Y}{' (te laat)' if late else ''}",
            f"Submitters hear by {record.answer_due:%Y-%m-%d}{' (overdue)' if late else ''}",
        )


def _event_line(event: "PatternEventRecord", language: "Language") -> str:
    told = [f"{event.at:%Y-%m-%d}", event.actor, event.action.label.in_language(language)]
    if event.to_state:
        told.append(f"→ {event.to_state.label.in_language(language)}")
    if event.cases:
        told.append(f"({event.cases})")
    if event.other_pattern:
        told.append(event.other_pattern)
    return "  ".join([*told, event.why]).rstrip()


for act in pattern_acts.ACTS:
    patterns.add_command(act)

patterns.add_command(patterns_find.find)
patterns.add_command(patterns_export.export)

COMMANDS = (patterns,)
