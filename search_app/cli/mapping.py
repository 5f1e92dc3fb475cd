# SPDX-License-Identifier: EUPL-1.2
"""``databank map``: the map of cases that stays put."""

from typing import TYPE_CHECKING

import click

from search_app.cli.output import DONE, REJECTED, print_json

if TYPE_CHECKING:
    from search_app.cli.main import Desk
    from search_app.map_points import CaseMap


@click.group("map")
def case_map() -> None:
    """De kaart van casussen; elke casus blijft op zijn plaats."""


@case_map.command("fit")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def map_fit(desk: "Desk", as_json: bool) -> int:
    """Teken de kaart, of teken haar opnieuw op de vorige; casussen verschuiven zo weinig als kan."""
    _print(desk, desk.databank.map_of(desk.settings.actor).draw(), as_json)
    return DONE


@case_map.command("status")
@click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
@click.pass_obj
def map_status(desk: "Desk", as_json: bool) -> int:
    """Toon wanneer de kaart is getekend, hoe goed zij is en wat er sindsdien bij kwam."""
    found = desk.databank.map_of(desk.settings.actor).drawn()
    if found is None:
        desk.voice.both(
            "Er is nog geen kaart. Teken haar met: databank map fit.",
            "There is no map yet. Draw it with: databank map fit.",
        )
        return REJECTED
    _print(desk, found, as_json)
    return DONE


def _print(desk: "Desk", found: "CaseMap", as_json: bool) -> None:
    if as_json:
        print_json(_json(found))
        return
    drawn = len(found.points) - found.later
    desk.voice.both(
        f"Kaart {found.version}, getekend op {found.drawn_on:%d-%m-%Y}: {drawn} casussen getekend, "
        f"{found.later} daartussen geplaatst, {found.waiting} nog niet op de kaart.",
        f"Map {found.version}, drawn on {found.drawn_on:%Y-%m-%d}: {drawn} cases drawn, {found.later} placed "
        f"among them, {found.waiting} not on the map yet.",
    )
    if found.quality is not None:
        kept, trust = f"{found.quality.kept:.2f}", f"{found.quality.trustworthiness:.2f}"
        desk.voice.both(
            f"Van de tien meest gelijkende casussen hoort {kept} bij de twintig dichtstbijzijnde; "
            f"trustworthiness(10) {trust}.",
            f"Of the ten most alike cases {kept} is among the twenty nearest; trustworthiness(10) {trust}.",
        )
    if found.other_model:
        desk.voice.both(
            "Getekend met een ander zoekmodel: teken haar opnieuw met databank map fit.",
            "Drawn with another search model: draw it anew with databank map fit.",
        )


def _json(found: "CaseMap") -> dict[str, object]:
    quality = found.quality
    return {
        "version": found.version,
        "drawn_on": found.drawn_on,
        "cases": len(found.points),
        "placed_later": found.later,
        "waiting": found.waiting,
        "other_model": found.other_model,
        "trustworthiness": quality.trustworthiness if quality else None,
        "kept": quality.kept if quality else None,
    }


COMMANDS = (case_map,)
