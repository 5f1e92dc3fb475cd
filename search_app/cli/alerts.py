# SPDX-License-Identifier: EUPL-1.2
"""``databank alerts``: what is new in the searches and patterns that people saved."""

from typing import TYPE_CHECKING

import click

from casebase.bilingual import Bilingual
from search_app.cli.output import DONE, REJECTED, print_json

if TYPE_CHECKING:
    from patterns.news import News
    from search_app.cli.main import Desk

_ONE_OF = Bilingual("Geef een tekst, of --pattern.", "Give a text, or --pattern.")


@click.group("alerts")
def alerts() -> None:
    """Wat er nieuw is in de zoekvragen en patronen die mensen volgen."""


@alerts.command("list")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def alerts_list(desk: "Desk", as_json: bool) -> int:
    """Wat is er nieuw in wat u volgt, sinds u het laatst keek?"""
    news = [each for each in desk.databank.pattern_desk.news() if each.any]
    if as_json:
        print_json([_json(each) for each in news])
    elif not news:
        desk.voice.both("Er is niets nieuws in wat u volgt.", "There is nothing new in what you follow.")
    else:
        from search_app.alert_message import message

        click.echo(message(news, desk.settings.app_url, desk.voice.language).body)
    return DONE


@alerts.command("follow")
@click.argument("text", metavar="[TEXT]", required=False)
@click.option("--pattern", metavar="PATTERN_ID", help="Volg in plaats van TEXT een patroon.")
@click.pass_obj
def alerts_follow(desk: "Desk", text: str | None, pattern: str | None) -> int:
    """Volg een zoekvraag of een patroon; u hoort wat er nieuw is."""
    register = desk.databank.pattern_desk
    if pattern and text is None:
        register.follow(pattern)
    elif text and text.strip() and pattern is None:
        register.follow_search(text)
    else:
        raise click.UsageError(_ONE_OF.in_language(desk.voice.language))
    desk.voice.both("U volgt dit nu.", "You follow this now.")
    return DONE


@alerts.command("send")
@click.option("--dry-run", is_flag=True, help="Zeg wie er bericht zou krijgen; verstuur niets.")
@click.pass_obj
def alerts_send(desk: "Desk", dry_run: bool) -> int:
    """Mail iedereen wat er nieuw is in wat zij volgen; bedoeld voor elke nacht."""
    if dry_run:
        return _told_who(desk)
    sent = desk.databank.alerts.send()
    desk.voice.both(f"{len(sent.told)} berichten verstuurd.", f"{len(sent.told)} messages sent.")
    if sent.without_address:
        _without_address(desk, len(sent.without_address))
    for owner, problem in sent.failed:
        click.echo(f"{owner}: {problem.message.in_language(desk.voice.language)}", err=True)
    return REJECTED if sent.failed else DONE


def _told_who(desk: "Desk") -> int:
    waiting = desk.databank.alerts.waiting()
    for alert in [each for each in waiting if each.can_be_mailed]:
        desk.voice.both(
            f"{alert.owner}: nieuws over {len(alert.news)}", f"{alert.owner}: news on {len(alert.news)}"
        )
    unreachable = sum(not each.can_be_mailed for each in waiting)
    if unreachable:
        _without_address(desk, unreachable)
    if not waiting:
        desk.voice.both("Er is voor niemand iets nieuws.", "There is nothing new for anybody.")
    return DONE


def _without_address(desk: "Desk", number: int) -> None:
    desk.voice.both(
        f"Niet met een mailadres bekend: {number}. Zij zien het nieuws in de app.",
        f"Not known by a mail address: {number}. They see the news in the app.",
    )


def _json(news: "News") -> dict[str, object]:
    return {
        "saved_id": news.saved.saved_id,
        "name": news.saved.name,
        "pattern_id": news.saved.pattern_id,
        "since": news.saved.last_seen,
        "case_ids": list(news.case_ids),
        "offered": list(news.offered),
        "acts": [
            {"at": event.at, "actor": event.actor, "action": event.action.value} for event in news.events
        ],
    }


COMMANDS = (alerts,)
