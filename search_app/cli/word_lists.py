# SPDX-License-Identifier: EUPL-1.2
"""``databank review allow`` and ``deny``: words that may stay, and words that are masked always."""

from typing import TYPE_CHECKING

import click

from casebase.listed_terms import NAME_KINDS, ListedTerm
from casebase.record import CaseRecord
from casebase.vocabulary import Kind, TermList, TermScope
from search_app.cli.output import DONE, print_json, print_table

if TYPE_CHECKING:
    from casebase.store import TermRecord
    from search_app.cli.main import Desk

_KINDS = click.Choice(sorted(kind.value for kind in NAME_KINDS), case_sensitive=False)
_JSON = click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
_REASON = click.option("--reason", default="", help="Waarom; zonder persoonsgegevens.")
SCOPE = click.option(
    "--scope",
    type=click.Choice([scope.value for scope in TermScope]),
    default=TermScope.CASE.value,
    show_default=True,
    help="Waar het geldt.",
)


@click.group("allow")
def allow() -> None:
    """Woorden die mogen blijven staan: vals alarm."""


@allow.command("list")
@_JSON
@click.pass_obj
def allow_list(desk: "Desk", as_json: bool) -> int:
    """Toon de woorden die mogen blijven staan."""
    return _show(desk, TermList.ALLOWED, as_json)


@allow.command("add")
@click.argument("words")
@click.option("--case", "case_id", default="", help="Alleen in deze casus.")
@click.option("--maatwerkplaats", default="", help="Alleen in casussen van deze maatwerkplaats.")
@click.option("--kind", type=_KINDS, help="Alleen waar het voor deze soort wordt aangezien.")
@click.option("--any-case", is_flag=True, help="Hoofdletters maken niet uit.")
@_REASON
@click.pass_obj
def allow_add(
    desk: "Desk",
    words: str,
    case_id: str,
    maatwerkplaats: str,
    kind: str | None,
    any_case: bool,
    reason: str,
) -> int:
    """Zet WORDS op de lijst; zonder --case of --maatwerkplaats geldt het overal."""
    if case_id and maatwerkplaats:
        raise click.UsageError("--case / --maatwerkplaats")
    scope = (
        TermScope.CASE if case_id else TermScope.MAATWERKPLAATS if maatwerkplaats else TermScope.EVERYWHERE
    )
    term = ListedTerm(
        TermList.ALLOWED,
        " ".join(words.split()),
        scope,
        Kind(kind) if kind else None,
        case_id=case_id or None,
        maatwerkplaats=maatwerkplaats or None,
        any_case=any_case,
    )
    return _add(desk, term, reason)


@allow.command("remove")
@click.argument("number", type=click.IntRange(1))
@click.pass_obj
def allow_remove(desk: "Desk", number: int) -> int:
    """Haal nummer NUMBER van de lijst."""
    return _remove(desk, number)


@click.group("deny")
def deny() -> None:
    """Woorden die altijd worden gemaskeerd."""


@deny.command("list")
@_JSON
@click.pass_obj
def deny_list(desk: "Desk", as_json: bool) -> int:
    """Toon de woorden die altijd worden gemaskeerd."""
    return _show(desk, TermList.MASKED, as_json)


@deny.command("add")
@click.argument("words")
@click.option("--kind", type=_KINDS, default=Kind.PERSON.value, show_default=True, help="Wat het is.")
@click.option("--maatwerkplaats", default="", help="Alleen in casussen van deze maatwerkplaats.")
@_REASON
@click.pass_obj
def deny_add(desk: "Desk", words: str, kind: str, maatwerkplaats: str, reason: str) -> int:
    """Zet WORDS op de lijst: een voornaam of achternaam, nooit samen."""
    scope = TermScope.MAATWERKPLAATS if maatwerkplaats else TermScope.EVERYWHERE
    term = ListedTerm(
        TermList.MASKED,
        " ".join(words.split()),
        scope,
        Kind(kind),
        maatwerkplaats=maatwerkplaats or None,
    )
    return _add(desk, term, reason)


@deny.command("remove")
@click.argument("number", type=click.IntRange(1))
@click.pass_obj
def deny_remove(desk: "Desk", number: int) -> int:
    """Haal nummer NUMBER van de lijst."""
    return _remove(desk, number)


def term_for(case: CaseRecord, words: str, scope: TermScope) -> ListedTerm:
    """Words that may stay, in this case, in cases of its maatwerkplaats, or everywhere."""
    return ListedTerm(
        TermList.ALLOWED,
        " ".join(words.split()),
        scope,
        case_id=case.case_id if scope is TermScope.CASE else None,
        maatwerkplaats=case.maatwerkplaats if scope is TermScope.MAATWERKPLAATS else None,
    )


def _show(desk: "Desk", word_list: TermList, as_json: bool) -> int:
    records = desk.databank.review_desk.terms(word_list)
    if as_json:
        print_json([_row(record) for record in records])
    elif not records:
        desk.voice.both("Er staat niets op deze lijst.", "Nothing stands on this list.")
    else:
        print_table(_line(desk, record) for record in records)
    return DONE


def _add(desk: "Desk", term: ListedTerm, reason: str) -> int:
    number = desk.databank.review_desk.add_term(term, reason=reason)
    desk.voice.both(
        f"Staat op de lijst als nummer {number}. Het telt vanaf de volgende keer dat er geladen wordt.",
        f"On the list as number {number}. It counts from the next loading on.",
    )
    return DONE


def _remove(desk: "Desk", number: int) -> int:
    desk.databank.review_desk.remove_term(number)
    desk.voice.both(
        f"Nummer {number} is van de lijst. Teksten die er al zijn, blijven zoals ze zijn.",
        f"Number {number} is off the list. Texts that are there already stay as they are.",
    )
    return DONE


def _line(desk: "Desk", record: "TermRecord") -> tuple[str, ...]:
    term = record.term
    where = term.case_id or term.maatwerkplaats or term.scope.label.in_language(desk.voice.language)
    return str(record.term_id), term.text, term.kind or "", where, record.actor, f"{record.at:%d-%m-%Y}"


def _row(record: "TermRecord") -> dict[str, object]:
    term = record.term
    return {
        "number": record.term_id,
        "words": term.text,
        "kind": term.kind,
        "scope": term.scope.value,
        "case_id": term.case_id,
        "maatwerkplaats": term.maatwerkplaats,
        "any_case": term.any_case,
        "actor": record.actor,
        "at": record.at.isoformat(),
        "reason": record.reason,
    }


COMMANDS = (allow, deny)
