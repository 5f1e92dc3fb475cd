# SPDX-License-Identifier: EUPL-1.2
"""``databank review``: what waits, one case as the reviewer sees it, and the decisions."""

from collections import Counter
from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual, DatabankError
from casebase.vocabulary import ReviewState
from search_app.cli.output import DONE, REJECTED, Voice, print_json, print_table
from search_app.cli.reworking import COMMANDS as CHANGES
from search_app.cli.word_lists import COMMANDS as WORD_LISTS
from search_app.words_for_review import kind_name, reason_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from search_app.cli.main import Desk
    from search_app.review_desk import QueueEntry, QueuePage, ReviewSheet

_REASON = click.option("--reason", default="", help="Waarom; zonder persoonsgegevens.")


@click.group("review")
def review() -> None:
    """Beoordeel casussen voordat iemand ze kan vinden."""


@review.command("list")
@click.option("--held", is_flag=True, help="Toon aangehouden casussen in plaats van te beoordelen.")
@click.option(
    "--level",
    type=click.Choice(["laag", "middel", "hoog"]),
    multiple=True,
    help="Alleen dit risico; mag vaker.",
)
@click.option("--maatwerkplaats", default="", help="Alleen deze maatwerkplaats.")
@click.option("--suspects", is_flag=True, help="Alleen casussen waarin nog iets verdacht is.")
@click.option("--second", is_flag=True, help="Alleen casussen die op een tweede beoordelaar wachten.")
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=50, show_default=True, help="Aantal casussen."
)
@click.option("--page", type=click.IntRange(1), default=1, show_default=True, help="De hoeveelste bladzijde.")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def review_list(
    desk: "Desk",
    held: bool,
    level: tuple[str, ...],
    maatwerkplaats: str,
    suspects: bool,
    second: bool,
    limit: int,
    page: int,
    as_json: bool,
) -> int:
    """Toon de casussen die op een oordeel wachten, het hoogste risico eerst."""
    from anonymise.risk.assessment import RiskLevel
    from search_app.review_desk import QueueFilter

    wanted = QueueFilter(
        state=ReviewState.HELD if held else ReviewState.TO_REVIEW,
        levels=frozenset(RiskLevel(each) for each in level),
        maatwerkplaats=maatwerkplaats,
        suspects_only=suspects,
        second_look=second,
    )
    found = desk.databank.review_desk.queue(wanted, offset=(page - 1) * limit, limit=limit)
    if as_json:
        print_json([_entry(entry) for entry in found.entries])
    elif not found.total:
        desk.voice.both("Er wachten geen casussen.", "No cases are waiting.")
    else:
        _print_queue(found, desk.voice)
    return DONE


@review.command("show")
@click.argument("case_id")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def review_show(desk: "Desk", case_id: str, as_json: bool) -> int:
    """Toon de geanonimiseerde tekst van CASE_ID, het risico, wat is vervangen en wat nog verdacht is."""
    sheet = desk.databank.review_desk.sheet(case_id)
    if as_json:
        print_json(_sheet(sheet, desk.voice))
    else:
        _print_sheet(sheet, desk.voice)
    return DONE


@review.command("approve")
@click.argument("case_ids", nargs=-1, required=True)
@_REASON
@click.pass_obj
def review_approve(desk: "Desk", case_ids: tuple[str, ...], reason: str) -> int:
    """Keur casussen goed: vanaf vrijgave kan iedereen ze vinden. Soms moeten twee mensen kijken."""
    from casebase.store import Approved

    said = {
        Approved.RELEASED: Bilingual("{id}: vrijgegeven.", "{id}: released."),
        Approved.WAITS: Bilingual(
            "{id}: goedgekeurd, wacht op een tweede beoordelaar.",
            "{id}: approved, waits for another reviewer.",
        ),
        Approved.ALREADY: Bilingual("{id}: was al vrijgegeven.", "{id}: was released already."),
    }

    def approve(case_id: str) -> Bilingual:
        return said[desk.databank.review_desk.approve(case_id, reason=reason)]

    return _each(desk.voice, case_ids, approve)


@review.command("hold")
@click.argument("case_ids", nargs=-1, required=True)
@_REASON
@click.pass_obj
def review_hold(desk: "Desk", case_ids: tuple[str, ...], reason: str) -> int:
    """Houd casussen aan: niemand vindt ze."""

    def hold(case_id: str) -> Bilingual:
        desk.databank.review_desk.hold(case_id, reason=reason)
        return Bilingual("{id}: aangehouden.", "{id}: held back.")

    return _each(desk.voice, case_ids, hold)


@review.command("reopen")
@click.argument("case_ids", nargs=-1, required=True)
@_REASON
@click.pass_obj
def review_reopen(desk: "Desk", case_ids: tuple[str, ...], reason: str) -> int:
    """Zet casussen terug in de wachtrij; een goedkeuring vervalt."""

    def reopen(case_id: str) -> Bilingual:
        desk.databank.review_desk.reopen(case_id, reason=reason)
        return Bilingual("{id}: terug in de wachtrij.", "{id}: back in the queue.")

    return _each(desk.voice, case_ids, reopen)


def _each(voice: Voice, case_ids: tuple[str, ...], decide: "Callable[[str], Bilingual]") -> int:
    """Decide about each case; one that cannot be is told, and the others go on."""
    refused = 0
    for case_id in dict.fromkeys(case_ids):
        try:
            done = decide(case_id)
        except DatabankError as problem:
            refused += 1
            voice.warn(problem.message)
            continue
        voice.both(done.nl.format(id=case_id), done.en.format(id=case_id))
    return REJECTED if refused else DONE


def _print_queue(page: "QueuePage", voice: Voice) -> None:
    print_table(_line(entry, voice) for entry in page.entries)
    if page.total > len(page.entries):
        voice.both(
            f"{len(page.entries)} van {page.total} casussen; de rest met --page.",
            f"{len(page.entries)} of {page.total} cases; the others with --page.",
        )


def _line(entry: "QueueEntry", voice: Voice) -> tuple[str, ...]:
    suspects = entry.row.suspects
    doubt = Bilingual(f"{suspects} verdacht", f"{suspects} suspect") if suspects else Bilingual("", "")
    second = Bilingual("", "")
    if entry.waits_for_second:
        second = Bilingual("wacht op tweede beoordelaar", "waits for another reviewer")
    elif entry.people > 1:
        second = Bilingual("twee beoordelaars", "two reviewers")
    spoken = (entry.risk.level.label, doubt, second)
    return entry.row.case_id, *(each.in_language(voice.language) for each in spoken), entry.row.title


def _entry(entry: "QueueEntry") -> dict[str, object]:
    return {
        "case_id": entry.row.case_id,
        "title": entry.row.title,
        "maatwerkplaats": entry.row.maatwerkplaats,
        "state": entry.row.state.value,
        "risk": {"score": round(entry.risk.score, 3), "level": entry.risk.level.value, "k": entry.risk.k},
        "suspects": entry.row.suspects,
        "people_needed": entry.people,
        "approved_by": list(entry.row.approved_by),
    }


def _sheet(sheet: "ReviewSheet", voice: Voice) -> dict[str, object]:
    case = sheet.stored.case
    return {
        "case_id": case.case_id,
        "state": sheet.stored.state.value,
        "texts": dict(sheet.texts),
        "spans": [span.model_dump(mode="json") for span in case.spans],
        "suspects": [suspect.model_dump(mode="json") for suspect in case.suspects],
        "placeholders": dict(sheet.labels),
        "risk": {
            "score": round(sheet.risk.score, 3),
            "level": sheet.risk.level.value,
            "k": sheet.risk.k,
            "reasons": [reason.words.in_language(voice.language) for reason in sheet.risk.reasons],
        },
        "proposals": [
            {"field": p.field, "start": p.start, "end": p.end, "text": p.text} for p in sheet.risk.proposals
        ],
        "people_needed": sheet.people,
        "approved_by": [approval.actor for approval in sheet.approvals],
    }


def _print_sheet(sheet: "ReviewSheet", voice: Voice) -> None:
    case = sheet.stored.case
    for field, text in sheet.texts.items():
        click.echo(f"\n## {field}\n{text}")
    tally = ", ".join(
        f"{count} × {name}"
        for name, count in Counter(
            kind_name(span.kind).in_language(voice.language) for span in case.spans
        ).most_common()
    )
    voice.both(f"\nVervangen: {tally or 'niets'}", f"\nReplaced: {tally or 'nothing'}")
    for suspect in case.suspects:
        place = f"{suspect.field}:{suspect.start}-{suspect.end}"
        why = reason_words(suspect.reason)
        voice.both(f"Kijk nog naar {place}. {why.nl}", f"Have a look at {place}. {why.en}")
    level = sheet.risk.level.label
    voice.both(f"Risico: {level.nl.lower()}", f"Risk: {level.en.lower()}")
    voice.say(*(reason.words for reason in sheet.risk.reasons))
    for number, proposal in enumerate(sheet.risk.proposals, start=1):
        place = f"{proposal.field}:{proposal.start}-{proposal.end}"
        voice.both(
            f"Voorstel {number}: zet op {place} ‘{proposal.text}’. {proposal.reason.nl}",
            f"Proposal {number}: put at {place} ‘{proposal.text}’. {proposal.reason.en}",
        )
    if sheet.people > 1:
        seen_by = ", ".join(approval.actor for approval in sheet.approvals) or "–"
        voice.both(
            f"Twee mensen moeten deze casus goedkeuren; al gedaan door: {seen_by}",
            f"Two people are to approve this case; done by: {seen_by}",
        )


for _command in (*CHANGES, *WORD_LISTS):
    review.add_command(_command)

COMMANDS = (review,)
