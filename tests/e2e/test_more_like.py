# SPDX-License-Identifier: EUPL-1.2
"""Searching with cases in place of words, and looking through cases by conditions alone."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

Start = Callable[..., Any]
BOX = "Beschrijf de situatie"
RESULTS = "/?q=voorschot+terug+na+late+keuring"
WINDOWS = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
STATES = {
    "one": "/?zoals=T-2023-001",
    "three, more asked": "/?zoals=T-2025-001,T-2025-002,T-2023-001,T-2025-003",
    "one of two gone": "/?zoals=T-2023-001,X-1",
    "none there": "/?zoals=X-1,X-2",
    "nothing left": "/?zoals=T-2023-001&regeling=AOW",
    "list": "/?uitkomst=opgelost",
    "list with nothing": "/?regeling=AOW&uitkomst=opgelost",
}


def like(page: Any, case_id: str, text: str = "Meer zoals deze") -> Any:
    return page.get_by_role("link", name=f"{text}: casus {case_id}", exact=True)


def test_from_a_result_to_more_like_it_and_back(visit: Start) -> None:
    here = visit()
    page = here.go(RESULTS)
    like(page, "T-2023-001").click()
    expect(page.get_by_role("heading", level=1, name="Meer casussen zoals deze")).to_be_visible()
    expect(page.get_by_role("link", name="Voorschot terug, geen uitweg")).to_be_visible()
    here.settle()
    assert page.url.endswith("/?zoals=T-2023-001")
    expect(page.get_by_label(BOX)).to_have_value("")
    page.go_back()
    expect(page.get_by_label(BOX)).to_have_value("voorschot terug na late keuring")
    here.settle()


def test_three_cases_are_collected_and_one_is_taken_away(visit: Start) -> None:
    here = visit()
    page = here.go("/?zoals=T-2025-001")
    for number in (2, 3):
        like(page, f"T-2025-00{number}", "Ook zoals deze").click()
        chip = page.get_by_role("button", name=f"Dagloon opnieuw vastgesteld ({number})")
        expect(chip).to_be_visible()
        here.settle()
    expect(page.get_by_role("heading", level=1, name="Meer casussen zoals deze drie")).to_be_visible()
    expect(page.locator("a.mw-zoals")).to_have_count(0)
    shared = page.url
    page.get_by_role("button", name="Casus weghalen: Lijkt op: Dagloon opnieuw vastgesteld (2)").click()
    expect(page.get_by_role("heading", level=1, name="Meer casussen zoals deze twee")).to_be_visible()
    here.settle()
    page.go_back()
    expect(page.get_by_role("heading", level=1, name="Meer casussen zoals deze drie")).to_be_visible()
    assert page.url == shared
    page.reload()
    expect(page.get_by_role("heading", level=1, name="Meer casussen zoals deze drie")).to_be_visible()
    here.settle()


def test_filters_and_cases_go_together(visit: Start) -> None:
    here = visit()
    page = here.go("/?zoals=T-2023-001")
    page.get_by_role("toolbar", name="Uitkomst").get_by_role("button", name="Niet opgelost 1").click()
    expect(page.get_by_role("button", name="Filter weghalen: Uitkomst: Niet opgelost")).to_be_visible()
    here.settle()
    assert page.url.endswith("/?zoals=T-2023-001&uitkomst=niet+opgelost")
    page.get_by_role("link", name="Voorschot terug, geen uitweg", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Voorschot terug, geen uitweg")).to_be_visible()
    here.settle()
    like(page, "T-2023-002", "Ook zoals deze").click()
    expect(page.get_by_role("heading", level=1, name="Meer casussen zoals deze twee")).to_be_visible()
    here.settle()
    assert page.url.endswith("/?zoals=T-2023-001%2CT-2023-002&uitkomst=niet+opgelost")


def test_a_search_by_cases_is_judged_and_found_back(visit: Start) -> None:
    here = visit()
    page = here.go("/?zoals=T-2023-001,T-2025-004")
    useful = (
        page.get_by_role("radiogroup", name="Helpt casus T-2023-002 u?")
        .get_by_role("radio", name="Bruikbaar", exact=True)
    )  # fmt: skip
    useful.click()
    expect(page.get_by_text("Bewaard", exact=True)).to_be_visible()
    here.settle()
    here.go("/?zoals=T-2025-004,T-2023-001")
    expect(useful).to_be_checked()


def test_more_like_with_the_keyboard_alone(visit: Start) -> None:
    here = visit()
    page = here.go(RESULTS)
    page.locator(".mw-kaart a").first.focus()
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.textContent") == "Meer zoals deze":
            break
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Meer casussen zoals deze")).to_be_visible()
    here.settle()
    page.get_by_role("button", name="Casus weghalen: Lijkt op: Voorschot terug na late keuring").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Wat er in de databank zit")).to_be_visible()
    here.settle()


def test_a_typed_condition_gives_a_list_that_leads_on(visit: Start) -> None:
    here = visit()
    page = here.go("/")
    page.get_by_label(BOX).fill("wet:WIA jaar:2022-2023")
    page.get_by_role("button", name="Zoeken").click()
    expect(page.get_by_role("heading", name="2 casussen met deze filters")).to_be_visible()
    here.settle()
    page.get_by_role("link", name="Voorschot terug na late keuring", exact=True).click()
    expect(page.get_by_role("heading", level=1, name="Voorschot terug na late keuring")).to_be_visible()
    here.settle()
    page.get_by_role("link", name="Terug naar de zoekresultaten").click()
    expect(page.get_by_role("heading", name="2 casussen met deze filters")).to_be_visible()
    here.settle()


def test_the_start_page_leads_to_the_cases_behind_its_figures(visit: Start) -> None:
    here = visit()
    page = here.go("/")
    page.get_by_role("link", name="Toon casussen: WW").click()
    expect(page.get_by_role("heading", name="15 casussen met deze filters")).to_be_visible()
    here.settle()


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
def test_axe_finds_nothing_and_nothing_is_too_wide(visit: Start, width: int, scheme: str) -> None:
    here = visit(width=width, height=900, scheme=scheme)
    for state, address in STATES.items():
        page = here.go(address)
        found = Axe().run(page).response["violations"]
        assert [(each["id"], [node["target"] for node in each["nodes"]]) for each in found] == [], state
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width, state
