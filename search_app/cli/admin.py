# SPDX-License-Identifier: EUPL-1.2
"""``databank init``, ``doctor``, ``app``, ``audit`` and ``delete``."""

from typing import TYPE_CHECKING

import click

from search_app.cli.output import DONE, REJECTED, print_json

if TYPE_CHECKING:
    from search_app.cli.main import Desk


@click.command("init")
@click.pass_obj
def init(desk: "Desk") -> int:
    """Maak de databank, of werk haar bij naar deze versie."""
    from search_app.databank import create_databank

    create_databank(desk.settings)
    desk.voice.both(
        f"De databank in {desk.settings.home} is klaar voor gebruik.",
        f"The databank in {desk.settings.home} is ready for use.",
    )
    return DONE


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def doctor(desk: "Desk", as_json: bool) -> int:
    """Kijk na of alles werkt: map, databank, lijsten, zoekmodel, index, logboek."""
    from search_app.checkup import check_all

    findings = check_all(desk.settings)
    if as_json:
        rows = [(each.part, each.ok, each.message.in_language(desk.settings.language)) for each in findings]
        print_json([{"part": part, "ok": ok, "message": message} for part, ok, message in rows])
    else:
        for finding in findings:
            mark = "✓" if finding.ok else "✗"
            click.echo(f"{mark} {finding.part}: {finding.message.in_language(desk.settings.language)}")
    return DONE if all(finding.ok for finding in findings) else REJECTED


@click.command("app")
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="Poort op 127.0.0.1."
)
@click.pass_obj
def app(desk: "Desk", port: int) -> int:
    """Start de app in de browser, alleen op deze computer."""
    desk.databank.counts()  # says what is missing before a server starts
    open_app(desk, port)
    return DONE


def open_app(desk: "Desk", port: int) -> None:
    """Tell where the app is to be found and become its server."""
    from search_app.serve import serve

    desk.voice.both(
        f"De app draait op http://127.0.0.1:{port} (stoppen: Ctrl+C).",
        f"The app runs at http://127.0.0.1:{port} (stop it with Ctrl+C).",
    )
    serve(desk.settings, port)


@click.group("audit")
def audit() -> None:
    """Controleer het logboek van wie wat deed."""


@audit.command("verify")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def audit_verify(desk: "Desk", as_json: bool) -> int:
    """Controleer of het logboek compleet en ongewijzigd is."""
    verdict = desk.databank.verify_audit()
    if as_json:
        print_json({"ok": verdict.ok, "events": verdict.events, "first_broken": verdict.first_broken})
    elif verdict.ok:
        desk.voice.both(
            f"Het logboek klopt: {verdict.events} gebeurtenissen, keten ongebroken.",
            f"The audit log is sound: {verdict.events} events, chain unbroken.",
        )
    else:
        desk.voice.both(
            f"Logboek NIET in orde vanaf gebeurtenis {verdict.first_broken}: bel de privacyfunctionaris.",
            f"The audit log is NOT sound from event {verdict.first_broken} on. Warn the privacy officer.",
        )
    return DONE if verdict.ok else REJECTED


@click.command("delete")
@click.argument("case_id")
@click.option("--reason", required=True, help="Waarom; zonder persoonsgegevens, komt in het logboek.")
@click.pass_obj
def delete(desk: "Desk", case_id: str, reason: str) -> int:
    """Verwijder casus CASE_ID uit databank en index."""
    desk.databank.delete(case_id, reason=desk.databank.safe_query(reason).text)
    desk.voice.both(f"Casus {case_id} is verwijderd.", f"Case {case_id} was deleted.")
    return DONE


COMMANDS = (init, doctor, app, audit, delete)
