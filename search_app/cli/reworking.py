# SPDX-License-Identifier: EUPL-1.2
"""``databank review redact``, ``placeholder``, ``coarsen`` and ``restore``: changes in the text of a case."""

import re
import sys
from typing import TYPE_CHECKING

import click

from casebase.vocabulary import Kind, TermScope
from search_app.cli.output import DONE, REJECTED, Voice
from search_app.cli.word_lists import SCOPE, term_for

if TYPE_CHECKING:
    from anonymise.edits import Place
    from search_app.cli.main import Desk

_KINDS = click.Choice([kind.value for kind in Kind], case_sensitive=False)
_PLACE = re.compile(r"(?P<field>[a-z_]+(?:\.\d+)?):(?P<start>\d+)-(?P<end>\d+)")


@click.command("redact")
@click.argument("case_id")
@click.option("--words", default="", help="Deze woorden, overal in de casus en in elke spelling; - leest ze.")
@click.option("--at", default="", help="De woorden op deze plek, zoals situation:10-17.")
@click.option("--kind", type=_KINDS, default=Kind.PERSON.value, show_default=True, help="Wat het is.")
@click.option("--as", "label", default="", help="Aanduiding die er al staat, zoals [PERSOON-1].")
@click.pass_obj
def redact(desk: "Desk", case_id: str, words: str, at: str, kind: str, label: str) -> int:
    """Maskeer meer in CASE_ID: woorden of een plek."""
    if bool(words) == bool(at):
        raise click.UsageError(_say(desk.voice, "Geef --words of --at.", "Give --words or --at."))
    review_desk = desk.databank.review_desk
    if at:
        places = review_desk.mask_place(case_id, _place(at, desk.voice), Kind(kind), label=label)
    else:
        # Words that are read do not end up in the history of the command line.
        typed = sys.stdin.readline() if words == "-" else words
        places = review_desk.mask_words(case_id, typed, Kind(kind), label=label)
    return _told(desk.voice, places)


@click.command("placeholder")
@click.argument("case_id")
@click.argument("old")
@click.argument("new")
@click.option("--at", default="", help="Alleen op deze plek, zoals situation:10-17.")
@click.pass_obj
def placeholder(desk: "Desk", case_id: str, old: str, new: str, at: str) -> int:
    """Verander aanduiding OLD in NEW, overal in CASE_ID: [PERSOON-2] is dezelfde als [PERSOON-1]."""
    place = _place(at, desk.voice) if at else None
    return _told(desk.voice, desk.databank.review_desk.relabel(case_id, old, new, place=place))


@click.command("coarsen")
@click.argument("case_id")
@click.argument("numbers", nargs=-1, type=click.IntRange(1))
@click.option("--all", "everything", is_flag=True, help="Alle voorstellen.")
@click.pass_obj
def coarsen(desk: "Desk", case_id: str, numbers: tuple[int, ...], everything: bool) -> int:
    """Neem voorstellen over die minder vertellen; NUMBERS staan in review show."""
    review_desk = desk.databank.review_desk
    sheet = review_desk.sheet(case_id)
    proposals = sheet.risk.proposals
    chosen = {number for number in numbers if number <= len(proposals)}
    if everything:
        chosen = set(range(1, len(proposals) + 1))
    accepted = [proposals[number - 1] for number in sorted(chosen)]
    return _told(desk.voice, review_desk.accept(case_id, accepted, seen=sheet.seen))


@click.command("restore")
@click.argument("case_id")
@click.argument("label")
@click.argument("words")
@click.option("--at", default="", help="Alleen op deze plek, zoals situation:10-17.")
@SCOPE
@click.pass_obj
def restore(desk: "Desk", case_id: str, label: str, words: str, at: str, scope: str) -> int:
    """Zet WORDS terug op de plek van aanduiding LABEL: het waren geen persoonsgegevens."""
    review_desk = desk.databank.review_desk
    place = _place(at, desk.voice) if at else None
    places = review_desk.put_back(case_id, label, words, place=place)
    if places:
        stored = review_desk.sheet(case_id).stored
        review_desk.add_term(term_for(stored.case, words, TermScope(scope)))
    return _told(desk.voice, places)


def _told(voice: Voice, places: int) -> int:
    voice.both(
        f"{places} {'plek' if places == 1 else 'plekken'} veranderd.",
        f"{places} {'place' if places == 1 else 'places'} changed.",
    )
    return DONE if places else REJECTED


def _place(at: str, voice: Voice) -> "Place":
    from anonymise.edits import Place

    match = _PLACE.fullmatch(at)
    if match is None:
        raise click.UsageError(
            _say(
                voice,
                "Een plek is een veld met de tekens, zoals situation:10-17.",
                "A place is a field with its characters, such as situation:10-17.",
            )
        )
    return Place(match["field"], int(match["start"]), int(match["end"]))


def _say(voice: Voice, nl: str, en: str) -> str:
    from casebase.bilingual import Bilingual

    return Bilingual(nl, en).in_language(voice.language)


COMMANDS = (redact, placeholder, coarsen, restore)
