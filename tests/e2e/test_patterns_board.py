# SPDX-License-Identifier: EUPL-1.2
"""The page Patronen in a browser: look for patterns, register one, find it on the board and in the list."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

Visiting = Callable[..., AbstractContextManager[Any]]
MEMBERS = ("C-2022-049", "C-2023-050", "C-2024-051", "C-2024-052")
ME = "anna"
SLOW = 60_000


@pytest.fixture(scope="module")
def address(
    serve: Callable[..., AbstractContextManager[str]],
    sample_home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The app over a copy of the sample cases with one pattern, on which nothing is replaced."""
    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("board") / "home"))
    registered(home)
    with serve(home, ME) as address:
        yield address


def registered(home: Path) -> None:
    """A pattern that is followed, and cases that came in so much later that a burst is one of today."""
    from sqlalchemy import text

    from patterns.register import NewPattern
    from search_app.databank import open_databank
    from search_app.settings import Settings

    databank = open_databank(Settings(home=home, actor="bram"))
    due = date.today() + timedelta(days=60)
    new = NewPattern("Nabetaling telt mee", "De nabetaling telt mee.", dict.fromkeys(MEMBERS, "Past."), due)
    number = databank.pattern_desk.register(new, why="Besproken.").pattern_id
    follower = databank.patterns_of(ME)
    follower.follow(number)
    follower.follow_search("bijstand en vermogen")
    sunday = date.today() - timedelta(days=date.today().isoweekday() % 7)
    later = (sunday - date(2025, 5, 4)).days
    with databank.writing() as session:
        session.execute(text(f"UPDATE cases SET received_on = date(received_on, '+{later} days')"))
        session.execute(text("UPDATE pattern_cases SET added_at = '2001-01-01 00:00:00'"))
        session.execute(text("UPDATE saved_searches SET last_seen = '2001-01-01 00:00:00'"))
    databank.build_index()
    databank.engine.dispose()


def clean(here: Any) -> None:
    """Nothing wrong by axe, one title, headings in order, nothing wider than the screen."""
    found = Axe().run(here.page).response["violations"]
    assert [f"{each['id']}: {[node['target'] for node in each['nodes']][:3]}" for each in found] == []
    levels = here.headings()
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    width = here.page.viewport_size["width"]
    assert here.page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


def test_a_proposal_becomes_a_pattern_on_the_board(address: str, start_visit: Visiting) -> None:
    with start_visit(address=address) as here:
        page = here.go("/patronen")
        page.get_by_role("link", name="Voorstellen").click()
        page.get_by_role("button", name="Zoek naar patronen").click()
        page.get_by_text("Er is opnieuw gezocht").wait_for(timeout=SLOW)
        here.settle()
        clean(here)
        page.get_by_role("button", name="Registreer als patroon").first.click()
        page.get_by_label("Naam van het patroon").fill("Brief na de termijn")
        page.get_by_label("Mechanisme in één zin: waardoor gaat het mis?").fill("De brief komt te laat.")
        page.get_by_label("Waarom horen deze casussen bij elkaar?").fill("Overal was de brief te laat.")
        here.settle()
        clean(here)
        page.get_by_role("button", name="Registreer als patroon").first.click()
        said = page.get_by_text(re.compile(r"P-\d{4}-\d{3} is geregistreerd met \d+ casussen"))
        said.wait_for(timeout=SLOW)
        link = page.get_by_role("link", name="Open het patroon").get_attribute("href")
        page.get_by_role("link", name="Bord").click()
        here.settle()
        card = page.locator(".mw-patroon").get_by_role("link", name="Brief na de termijn")
        assert card.get_attribute("href") == link


def test_a_card_is_a_link_and_back_leads_to_the_same_board(address: str, start_visit: Visiting) -> None:
    with start_visit(address=address) as here:
        page = here.go("/patronen")
        page.locator(".mw-patroon").get_by_role("link", name="Nabetaling telt mee").click()
        page.wait_for_url(re.compile(r"/patroon\?id=P-"))
        here.settle()
        page.go_back()
        page.get_by_role("heading", name="Patronen", exact=True).wait_for()


def test_the_list_is_sorted_by_its_head_and_narrowed(address: str, start_visit: Visiting) -> None:
    with start_visit(address=address) as here:
        page = here.go("/patronen?toon=lijst")
        page.get_by_role("columnheader", name="Patroon").get_by_role("link").click()
        page.wait_for_url(re.compile("sorteer=naam"))
        here.settle()
        expect(page.get_by_role("columnheader", name="Patroon")).to_have_attribute("aria-sort", "ascending")
        page.get_by_text("Alleen over tijd").click()
        page.get_by_text("Geen patroon past hierbij").wait_for()
        assert "over=ja" in page.url
        page.get_by_role("link", name="Toon alles wat loopt").click()
        here.settle()
        expect(page.get_by_role("table").get_by_role("link", name="Nabetaling telt mee")).to_be_visible()


def test_what_may_belong_to_a_pattern_leads_to_where_one_says_yes_or_no(
    address: str, start_visit: Visiting
) -> None:
    with start_visit(address=address) as here:
        page = here.go("/patronen")
        card = page.locator(".mw-patroon", has_text="Nabetaling telt mee")
        card.get_by_role("link", name=re.compile("mogelijk erbij")).click()
        page.wait_for_url(re.compile("deel=casussen"))
        here.settle()
        expect(page.get_by_role("heading", name="Meer zoals deze")).to_be_visible()


def test_what_one_follows_is_folded_below_the_board_and_can_be_stopped(
    address: str, start_visit: Visiting
) -> None:
    with start_visit(address=address) as here:
        page = here.go("/patronen")
        page.get_by_text("U volgt 1 zoekvraag en 1 patroon").click()
        clean(here)
        page.get_by_role("button", name="Volg niet meer").last.click()
        page.get_by_text("U volgt Zoekvraag ‘bijstand en vermogen’ niet meer.").wait_for()
        here.settle()
        page.get_by_text("U volgt 1 patroon", exact=True).wait_for()


def test_a_burst_leads_to_a_new_pattern_that_is_emerging(address: str, start_visit: Visiting) -> None:
    with start_visit(address=address) as here:
        page = here.go("/patronen")
        notice = page.locator(".mw-uitbarsting")
        expect(notice).to_contain_text("Ze zitten nog niet samen in een patroon")
        told = notice.locator('a[href^="casus"]').all_inner_texts()
        notice.get_by_role("link", name="Nieuw patroon met deze casussen").click()
        page.wait_for_url(re.compile("toon=nieuw"))
        here.settle()
        assert [box.is_checked() for box in page.get_by_role("checkbox").all()] == [True] * len(told)
        clean(here)
        page.get_by_label("Naam van het patroon").fill("Zonder DigiD lukt het niet")
        page.get_by_label("Mechanisme in één zin: waardoor gaat het mis?").fill("Zonder DigiD kan het niet.")
        page.get_by_label("Waarom horen deze casussen bij elkaar?").fill("Overal hetzelfde.")
        page.get_by_role("button", name="Registreer als patroon").first.click()
        page.get_by_text(re.compile("is geregistreerd met")).wait_for(timeout=SLOW)
        here.settle()
        assert page.locator(".mw-uitbarsting").count() == 0
        card = page.locator(".mw-patroon", has_text="Zonder DigiD lukt het niet")
        card.get_by_text("Komt op").click()
        expect(card.get_by_text(re.compile("casussen die op elkaar lijken in"))).to_be_visible()
        clean(here)


@pytest.mark.parametrize(
    ("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
)
@pytest.mark.parametrize(
    "path",
    [
        "",
        "?toon=lijst",
        "?op=2025-06-02",
        f"?op={date.today() - timedelta(days=14)}",
        f"?toon=voorstellen&op={date.today() - timedelta(days=14)}",
        "?toon=lijst&stand=gesloten",
        "?toon=voorstellen",
        "?toon=nieuw&zaken=C-2022-049,C-2023-050,X-1",
    ],
)
def test_every_state_can_be_used_by_everybody(
    address: str, start_visit: Visiting, path: str, width: int, scheme: str
) -> None:
    with start_visit(address=address, width=width, scheme=scheme) as here:
        here.go(f"/patronen{path}")
        clean(here)


def test_on_a_phone_the_columns_stand_below_each_other(address: str, start_visit: Visiting) -> None:
    with start_visit(address=address, width=390, height=844) as here:
        page = here.go("/patronen")
        lefts = {round(column.bounding_box()["x"]) for column in page.locator(".mw-kolom").all()}
        assert len(lefts) == 1
