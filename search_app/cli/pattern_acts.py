# SPDX-License-Identifier: EUPL-1.2
"""What ``databank patterns`` can do to a pattern: register, change, answer, add, remove, merge, split."""

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import PatternState, SolutionKind
from search_app.cli.output import DONE, print_json
from search_app.cli.pattern_json import details_json

if TYPE_CHECKING:
    from search_app.cli.main import Desk

_DAY = click.DateTime(["%Y-%m-%d", "%d-%m-%Y"])
_WHY = click.option("--why", required=True, help="Waarom; zonder persoonsgegevens.")
_JSON = click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
_OWNER = click.option("--owner", help="Wie het patroon volgt; anders wie het registreert.")
_ADDRESSEE = click.option("--addressee", help="Aan wie het is voorgelegd: een afdeling of organisatie.")
_ACT_BY = click.option("--act-by", type=_DAY, help="Dag waarop die moet hebben gehandeld of besloten.")
_LABEL = click.option("--label", help="Kort etiket, dat boven het berekende gaat.")
_TERMS = click.option("--term", "terms", multiple=True, help="Woord dat het patroon beschrijft; mag vaker.")


@click.command("register")
@click.argument("name")
@click.option("--mechanism", required=True, help="In één zin: wat er steeds misgaat, en waardoor.")
@click.option("--case", "case_ids", multiple=True, help="Casus die erbij hoort; mag vaker.")
@click.option("--proposal", type=click.IntRange(1), help="Voorstel waaruit de casussen komen.")
@click.option("--answer-by", required=True, type=_DAY, help="Dag waarop de inbrengers iets horen.")
@_OWNER
@_ADDRESSEE
@_ACT_BY
@_LABEL
@_TERMS
@_WHY
@_JSON
@click.pass_obj
def register(
    desk: "Desk",
    name: str,
    mechanism: str,
    case_ids: tuple[str, ...],
    proposal: int | None,
    answer_by: datetime,
    owner: str | None,
    addressee: str | None,
    act_by: datetime | None,
    label: str | None,
    terms: tuple[str, ...],
    why: str,
    as_json: bool,
) -> int:
    """Registreer een patroon NAME met zijn eerste casussen."""
    from patterns.register import NewPattern

    new = NewPattern(
        name,
        mechanism,
        dict.fromkeys(case_ids, why),
        answer_by.date(),
        owner or "",
        addressee or "",
        label or "",
        terms,
        _date(act_by),
    )
    register_of = desk.databank.pattern_desk
    if proposal is None:
        record = register_of.register(new, why=why)
    else:
        record = register_of.register_proposal(proposal, new, why=why)
    return _told(desk, record.pattern_id, as_json, Bilingual("is geregistreerd", "was registered"))


@click.command("set-state")
@click.argument("pattern_id")
@click.argument("state", type=click.Choice([state.value for state in PatternState]))
@click.option("--answer-by", type=_DAY, help="Dag waarop de inbrengers (opnieuw) iets horen.")
@click.option("--answer", help="Wat de inbrengers te lezen krijgen.")
@_OWNER
@_ADDRESSEE
@_ACT_BY
@click.option("--solution", type=click.Choice([kind.value for kind in SolutionKind]), help="Soort oplossing.")
@_WHY
@_JSON
@click.pass_obj
def set_state(
    desk: "Desk",
    pattern_id: str,
    state: str,
    answer_by: datetime | None,
    answer: str | None,
    owner: str | None,
    addressee: str | None,
    act_by: datetime | None,
    solution: str | None,
    why: str,
    as_json: bool,
) -> int:
    """Zet patroon PATTERN_ID in stand STATE, met wat die stap vraagt."""
    from patterns.acts import Change

    change = Change(
        owner=owner,
        addressee=addressee,
        solution=SolutionKind(solution) if solution else None,
        answer=answer,
        answer_due=_date(answer_by),
        action_due=_date(act_by),
    )
    target = PatternState(state)
    desk.databank.pattern_desk.set_state(pattern_id, target, why=why, change=change)
    told = Bilingual(f"staat op: {target.label.nl}", f"is now: {target.label.en}")
    return _told(desk, pattern_id, as_json, told)


@click.command("edit")
@click.argument("pattern_id")
@click.option("--name", help="Andere naam.")
@click.option("--mechanism", help="Ander mechanisme, in één zin.")
@_OWNER
@_ADDRESSEE
@_ACT_BY
@_LABEL
@_TERMS
@_WHY
@_JSON
@click.pass_obj
def edit(
    desk: "Desk",
    pattern_id: str,
    name: str | None,
    mechanism: str | None,
    owner: str | None,
    addressee: str | None,
    act_by: datetime | None,
    label: str | None,
    terms: tuple[str, ...],
    why: str,
    as_json: bool,
) -> int:
    """Wijzig naam, mechanisme, eigenaar, etiket of woorden van patroon PATTERN_ID."""
    from patterns.acts import Change

    change = Change(name, mechanism, owner, addressee, label, terms or None, action_due=_date(act_by))
    desk.databank.pattern_desk.edit(pattern_id, change, why=why)
    return _told(desk, pattern_id, as_json, Bilingual("is gewijzigd", "was changed"))


@click.command("answer")
@click.argument("pattern_id")
@click.argument("text")
@click.option("--next-by", type=_DAY, help="Dag waarop de inbrengers weer iets horen.")
@_WHY
@_JSON
@click.pass_obj
def answer(
    desk: "Desk", pattern_id: str, text: str, next_by: datetime | None, why: str, as_json: bool
) -> int:
    """Geef de inbrengers van patroon PATTERN_ID het antwoord TEXT."""
    desk.databank.pattern_desk.answer(pattern_id, text, why=why, next_due=_date(next_by))
    return _told(desk, pattern_id, as_json, Bilingual("heeft een antwoord", "has an answer"))


@click.command("add")
@click.argument("pattern_id")
@click.argument("case_ids", nargs=-1, required=True)
@_WHY
@_JSON
@click.pass_obj
def add(desk: "Desk", pattern_id: str, case_ids: tuple[str, ...], why: str, as_json: bool) -> int:
    """Zet casussen CASE_IDS bij patroon PATTERN_ID."""
    desk.databank.pattern_desk.add_cases(pattern_id, dict.fromkeys(case_ids, why))
    return _told(desk, pattern_id, as_json, Bilingual("is aangevuld", "was added to"))


@click.command("remove")
@click.argument("pattern_id")
@click.argument("case_ids", nargs=-1, required=True)
@_WHY
@_JSON
@click.pass_obj
def remove(desk: "Desk", pattern_id: str, case_ids: tuple[str, ...], why: str, as_json: bool) -> int:
    """Haal casussen CASE_IDS uit patroon PATTERN_ID; dat ze erin zaten, blijft bekend."""
    desk.databank.pattern_desk.remove_cases(pattern_id, case_ids, why=why)
    return _told(desk, pattern_id, as_json, Bilingual("is opgeschoond", "was cleaned up"))


@click.command("merge")
@click.argument("pattern_ids", nargs=-1, required=True)
@click.option("--into", required=True, help="Patroon dat verdergaat.")
@_WHY
@_JSON
@click.pass_obj
def merge(desk: "Desk", pattern_ids: tuple[str, ...], into: str, why: str, as_json: bool) -> int:
    """Voeg patronen PATTERN_IDS samen met een ander, dat verdergaat."""
    desk.databank.pattern_desk.merge(pattern_ids, into, why=why)
    return _told(desk, into, as_json, Bilingual("gaat verder voor alle", "goes on for all"))


@click.command("split")
@click.argument("pattern_id")
@click.argument("case_ids", nargs=-1, required=True)
@click.option("--name", required=True, help="Naam van het nieuwe patroon.")
@click.option("--mechanism", required=True, help="Mechanisme van het nieuwe patroon, in één zin.")
@_WHY
@_JSON
@click.pass_obj
def split(
    desk: "Desk",
    pattern_id: str,
    case_ids: tuple[str, ...],
    name: str,
    mechanism: str,
    why: str,
    as_json: bool,
) -> int:
    """Splits casussen CASE_IDS van patroon PATTERN_ID af als nieuw patroon."""
    new = desk.databank.pattern_desk.split(pattern_id, case_ids, name=name, mechanism=mechanism, why=why)
    return _told(desk, new.pattern_id, as_json, Bilingual("is afgesplitst", "was split off"))


def _told(desk: "Desk", pattern_id: str, as_json: bool, done: Bilingual) -> int:
    register_of = desk.databank.pattern_desk
    details = register_of.pattern(pattern_id)
    if as_json:
        print_json(details_json(details, register_of.today))
        return DONE
    cases = len(details.file.members)
    desk.voice.both(
        f"Patroon {pattern_id} {done.nl} ({cases} {'casus' if cases == 1 else 'casussen'}).",
        f"Pattern {pattern_id} {done.en} ({cases} {'case' if cases == 1 else 'cases'}).",
    )
    return DONE


def _date(moment: datetime | None) -> date | None:
    return moment.date() if moment else None


ACTS = (register, set_state, edit, answer, add, remove, merge, split)
