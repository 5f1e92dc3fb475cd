# SPDX-License-Identifier: EUPL-1.2
"""Searching, reading a case and going back, as a person does it."""

from collections.abc import Callable
from typing import Any

from playwright.sync_api import expect

Start = Callable[..., Any]
BOX = "Beschrijf de situatie"
QUESTION = "voorschot terug na late keuring"
ADDRESS = "/?q=voorschot+terug+na+late+keuring"


def ask(visit: Any, text: str) -> Any:
    visit.page.get_by_label(BOX).fill(text)
    visit.page.get_by_role("button", name="Zoeken").click()
    expect(visit.page.locator(".mw-telling, .mw-niets").first).to_be_visible()
    return visit.settle()


def test_search_then_case_then_back_keeps_the_search(visit: Start) -> None:
    here = visit()
    here.go("/")
    page = ask(here, QUESTION)
    address = page.url
    page.get_by_role("link", name="Voorschot terug na late keuring").click()
    expect(page.get_by_role("heading", level=1, name="Voorschot terug na late keuring")).to_be_visible()
    here.settle()
    page.go_back()
    expect(page.get_by_role("heading", name="2 vergelijkbare casussen")).to_be_visible()
    expect(page.get_by_label(BOX)).to_have_value(QUESTION)
    assert page.url == address


def test_the_link_back_keeps_search_and_filters(visit: Start) -> None:
    here = visit()
    page = here.go(f"{ADDRESS}&uitkomst=opgelost")
    page.get_by_role("link", name="Voorschot terug na late keuring").click()
    page.get_by_role("link", name="Terug naar de zoekresultaten").click()
    expect(page.get_by_role("heading", name="1 vergelijkbare casus")).to_be_visible()
    expect(page.get_by_role("button", name="Filter weghalen: Uitkomst: Opgelost")).to_be_visible()
    expect(page.get_by_label(BOX)).to_have_value(QUESTION)
    here.settle()


def test_back_goes_through_earlier_searches_and_filters(visit: Start) -> None:
    here = visit()
    here.go("/")
    ask(here, QUESTION)
    page = here.page
    page.get_by_role("button", name="Niet opgelost 1").click()
    expect(page.get_by_role("heading", name="1 vergelijkbare casus")).to_be_visible()
    here.settle()
    ask(here, "dagloon fout loonaangifte hersteld")
    page.go_back()
    expect(page.get_by_label(BOX)).to_have_value(QUESTION)
    expect(page.get_by_role("heading", name="1 vergelijkbare casus")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="2 vergelijkbare casussen")).to_be_visible()
    page.go_back()
    expect(page.get_by_role("heading", name="Wat er in de databank zit")).to_be_visible()
    expect(page.get_by_label(BOX)).to_have_value("")
    here.settle()


def test_a_name_never_stands_in_an_address(visit: Start) -> None:
    here = visit()
    here.go("/")
    page = ask(here, "Truus Verzonnen moet een voorschot terug")
    expect(page.get_by_text("Wij hebben persoonsgegevens uit uw zoekvraag gehaald")).to_be_visible()
    expect(page.get_by_label(BOX)).to_have_value("[PERSOON-1] moet een voorschot terug")
    assert "PERSOON-1" in page.url
    assert not [address for address in here.addresses if "Truus" in address]
    assert "Truus" not in page.content()


def test_a_chosen_filter_does_not_wipe_what_is_being_typed(visit: Start) -> None:
    here = visit()
    page = here.go(ADDRESS)
    page.get_by_label(BOX).fill("nog niet klaar")
    page.get_by_role("button", name="Opgelost 15").click()
    expect(page.get_by_role("button", name="Filter weghalen: Uitkomst: Opgelost")).to_be_visible()
    here.settle()
    expect(page.get_by_label(BOX)).to_have_value("nog niet klaar")


def test_filters_are_added_and_taken_away(visit: Start) -> None:
    here = visit()
    page = here.go(ADDRESS)
    facet = page.get_by_role("toolbar", name="Uitkomst")
    facet.get_by_role("button", name="Niet opgelost 1").click()
    expect(facet.get_by_role("button", name="Niet opgelost 1")).to_have_attribute("aria-pressed", "true")
    expect(page.get_by_role("heading", name="1 vergelijkbare casus")).to_be_visible()
    assert "uitkomst=niet+opgelost" in page.url
    page.get_by_role("button", name="Filter weghalen: Uitkomst: Niet opgelost").click()
    expect(page.get_by_role("heading", name="2 vergelijkbare casussen")).to_be_visible()
    here.settle()
    assert "uitkomst" not in page.url


def test_keyboard_only(visit: Start) -> None:
    here = visit()
    page = here.go("/")
    tab_to(page, "textarea")
    page.keyboard.type(QUESTION)
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("heading", name="2 vergelijkbare casussen")).to_be_visible()
    here.settle()
    tab_to(page, ".mw-kaart a")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1, name="Voorschot terug na late keuring")).to_be_visible()
    here.settle()
    tab_to(page, ".mw-terug a")
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="2 vergelijkbare casussen")).to_be_visible()
    here.settle()


def tab_to(page: Any, selector: str, most: int = 80) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
    raise AssertionError(f"Tab never reaches {selector}")


def test_the_skip_link_comes_first(visit: Start) -> None:
    page = visit().go("/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Ga naar de inhoud"


def test_script_in_question_and_case_does_nothing(visit: Start, script: str) -> None:
    here = visit()
    here.go("/")
    page = ask(here, f"boete na ziekte {script}")
    here.go("/casus?id=T-2024-666")
    expect(page.get_by_role("heading", level=1)).to_contain_text("<script>")
    assert page.title() != "overgenomen"
    assert page.locator(".stHtml script, .stHtml img").count() == 0


def test_weak_hits_open_with_the_keyboard(visit: Start) -> None:
    page = visit().go("/?q=keuring+van+zwembaden")
    expect(page.locator(".mw-kaart").first).to_be_hidden()
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".mw-kaart").first).to_be_visible()


def test_on_a_phone_the_filters_are_behind_a_button(visit: Start) -> None:
    here = visit(width=390, height=844)
    page = here.go(ADDRESS)
    expect(page.get_by_role("toolbar", name="Uitkomst")).to_be_hidden()
    page.get_by_role("button", name="Toon filters").click()
    expect(page.get_by_role("toolbar", name="Uitkomst")).to_be_visible()
    page.get_by_role("button", name="Verberg filters").click()
    expect(page.get_by_role("toolbar", name="Uitkomst")).to_be_hidden()
    here.settle()


def test_the_menu_leads_from_a_case_to_a_clean_start(visit: Start) -> None:
    here = visit()
    page = here.go("/casus?id=T-2023-001&terug=q%3Dvoorschot")
    page.get_by_role("navigation").get_by_role("link", name="Zoeken").click()
    expect(page.get_by_role("heading", level=1, name="Hebben we dit vaker meegemaakt?")).to_be_visible()
    here.settle()


def test_the_citation_can_be_copied(visit: Start) -> None:
    here = visit()
    page = here.go("/casus?id=T-2023-001")
    expect(page.locator(".st-key-citeer code")).to_contain_text(f"{here.server}/casus?id=T-2023-001")
