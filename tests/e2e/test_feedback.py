# SPDX-License-Identifier: EUPL-1.2
"""Saying whether a found case helps, with the mouse and with the keyboard."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

Start = Callable[..., Any]
FIRST, SECOND = "T-2023-001", "T-2023-002"
LONGEST = "Gebruikt bij mijn besluit"


@pytest.fixture
def address(request: pytest.FixtureRequest) -> str:
    """A search of its own for each test: judgements stay as long as the server runs."""
    return f"/?q=voorschot+terug+na+late+keuring+{request.node.name.replace('_', '+')[:40]}"


def choice(page: Any, case_id: str, name: str) -> Any:
    group = page.get_by_role("radiogroup", name=f"Helpt casus {case_id} u?")
    return group.get_by_role("radio", name=name, exact=True)


def test_a_click_is_kept_shown_and_taken_back(visit: Start, address: str) -> None:
    here = visit()
    page = here.go(address)
    top = page.locator(".mw-kaart").first.bounding_box()
    choice(page, FIRST, "Bruikbaar").click()
    expect(page.get_by_text("Bewaard", exact=True)).to_be_visible()
    expect(choice(page, FIRST, "Bruikbaar")).to_be_checked()
    expect(choice(page, SECOND, "Bruikbaar")).not_to_be_checked()
    here.settle()
    assert page.locator(".mw-kaart").first.bounding_box() == top
    page.reload()
    here.settle()
    expect(choice(page, FIRST, "Bruikbaar")).to_be_checked()
    choice(page, FIRST, LONGEST).click()
    expect(choice(page, FIRST, LONGEST)).to_be_checked()
    expect(choice(page, FIRST, "Bruikbaar")).not_to_be_checked()
    here.settle()
    choice(page, FIRST, LONGEST).click()
    expect(page.get_by_text("Weggehaald", exact=True)).to_be_visible()
    expect(choice(page, FIRST, LONGEST)).not_to_be_checked()
    here.settle()


def test_a_judgement_follows_to_the_page_of_the_case_and_back(visit: Start, address: str) -> None:
    here = visit()
    page = here.go(address)
    choice(page, SECOND, "Niet bruikbaar").click()
    expect(page.get_by_text("Bewaard", exact=True)).to_be_visible()
    page.get_by_role("link", name="Voorschot terug, geen uitweg").click()
    expect(page.get_by_role("heading", level=1, name="Voorschot terug, geen uitweg")).to_be_visible()
    here.settle()
    expect(choice(page, SECOND, "Niet bruikbaar")).to_be_checked()
    choice(page, SECOND, LONGEST).click()
    expect(page.get_by_text("Bewaard", exact=True)).to_be_visible()
    here.settle()
    page.get_by_role("link", name="Terug naar de zoekresultaten").click()
    expect(page.get_by_role("heading", name="2 vergelijkbare casussen")).to_be_visible()
    here.settle()
    expect(choice(page, SECOND, LONGEST)).to_be_checked()


def test_a_case_is_judged_with_the_keyboard_alone(visit: Start, address: str) -> None:
    here = visit()
    page = here.go(address)
    page.locator(".mw-kaart a").first.focus()
    page.keyboard.press("Tab")
    for unfolds in ("zinnen", "bijna gelijk"):
        if unfolds in page.evaluate("document.activeElement.textContent"):
            page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Bruikbaar"
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(choice(page, FIRST, "Niet bruikbaar")).to_be_checked()
    expect(page.get_by_text("Bewaard", exact=True)).to_be_visible()
    here.settle()
    assert page.evaluate("document.activeElement.textContent") == "Niet bruikbaar"


def test_what_was_done_is_read_aloud(visit: Start, address: str) -> None:
    here = visit()
    page = here.go(address)
    choice(page, FIRST, "Bruikbaar").click()
    said = page.get_by_text("Bewaard", exact=True)
    expect(said).to_be_visible()
    assert said.evaluate("element => element.closest('[aria-live]').getAttribute('aria-live')") == "polite"
    here.settle()


@pytest.mark.parametrize(
    ("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
)
def test_axe_finds_nothing_in_a_judged_case(visit: Start, address: str, width: int, scheme: str) -> None:
    here = visit(width=width, scheme=scheme)
    page = here.go(f"{address}+{width}+{scheme}")
    choice(page, FIRST, LONGEST).click()
    expect(page.get_by_text("Bewaard", exact=True)).to_be_visible()
    here.settle()
    page.mouse.move(0, 0)
    found = Axe().run(page).response["violations"]
    assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == []
    assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
