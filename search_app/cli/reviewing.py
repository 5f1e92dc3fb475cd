# SPDX-License-Identifier: EUPL-1.2
"""``databank review``: look at cases and release them."""

from collections import Counter
from typing import TYPE_CHECKING

import click

from casebase.bilingual import DatabankError
from casebase.store import StoredCase
from casebase.vocabulary import ReviewState
from search_app.cli.output import DONE, Voice, print_json, print_table

if TYPE_CHECKING:
    from search_app.cli.main import Desk


@click.group("review")
def review() -> None:
    """Beoordeel casussen voordat iemand ze kan vinden."""


@review.command("list")
@click.option("--held", is_flag=True, help="Toon aangehouden casussen in plaats van te beoordelen.")
@click.option(
    "--limit", type=click.IntRange(1, 100_000), default=50, show_default=True, help="Aantal casussen."
)
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def review_list(desk: "Desk", held: bool, limit: int, as_json: bool) -> int:
    """Toon de casussen die op een oordeel wachten."""
    state = ReviewState.HELD if held else ReviewState.TO_REVIEW
    queue = desk.databank.review_queue(state=state, limit=limit)
    if as_json:
        print_json([{"case_id": s.case.case_id, "suspects": len(s.case.suspects)} for s in queue])
    elif not queue:
        desk.voice.both("Er wachten geen casussen.", "No cases are waiting.")
    else:
        print_table(_line(stored, desk.voice) for stored in queue)
    return DONE


@review.command("show")
@click.argument("case_id")
@click.pass_obj
def review_show(desk: "Desk", case_id: str) -> int:
    """Toon de geanonimiseerde tekst van CASE_ID, wat is vervangen en wat nog verdacht is."""
    stored = desk.databank.stored_case(case_id)
    if stored is None:
        raise DatabankError(f"Casus {case_id} bestaat niet.", f"There is no case {case_id}.")
    for field, text in stored.case.narrative().items():
        click.echo(f"\n## {field}\n{text}")
    kinds = Counter(span.kind.value for span in stored.case.spans)
    desk.voice.both(f"\nVervangen: {_tally(kinds)}", f"\nReplaced: {_tally(kinds)}")
    for suspect in stored.case.suspects:
        desk.voice.both(
            f"Kijk nog naar {suspect.field}, teken {suspect.start + 1}-{suspect.end}: {suspect.reason}",
            f"Have a look at {suspect.field}, characters {suspect.start + 1}-{suspect.end}: {suspect.reason}",
        )
    return DONE


@review.command("approve")
@click.argument("case_ids", nargs=-1, required=True)
@click.pass_obj
def review_approve(desk: "Desk", case_ids: tuple[str, ...]) -> int:
    """Geef casussen vrij: vanaf dan kan iedereen ze vinden."""
    for case_id in case_ids:
        desk.databank.set_state(case_id, ReviewState.RELEASED)
    desk.voice.both(f"{len(case_ids)} casussen vrijgegeven.", f"{len(case_ids)} cases released.")
    return DONE


@review.command("hold")
@click.argument("case_ids", nargs=-1, required=True)
@click.option("--reason", default="", help="Waarom; zonder persoonsgegevens.")
@click.pass_obj
def review_hold(desk: "Desk", case_ids: tuple[str, ...], reason: str) -> int:
    """Houd casussen aan: niemand vindt ze."""
    safe_reason = desk.databank.safe_query(reason).text
    for case_id in case_ids:
        desk.databank.set_state(case_id, ReviewState.HELD, reason=safe_reason)
    desk.voice.both(f"{len(case_ids)} casussen aangehouden.", f"{len(case_ids)} cases held back.")
    return DONE


def _line(stored: StoredCase, voice: Voice) -> tuple[str, ...]:
    suspects = len(stored.case.suspects)
    doubt = {"nl": f"{suspects} verdacht", "en": f"{suspects} suspect"}[voice.language.value]
    return stored.case.case_id, doubt, stored.case.title


def _tally(kinds: Counter[str]) -> str:
    return ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items())) or "–"


COMMANDS = (review,)
