# SPDX-License-Identifier: EUPL-1.2
"""The map as a person uses it: drawing around cases, choosing by keyboard, comparing, taking along."""

import re
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from playwright.sync_api import Page, expect

Visiting = Callable[..., Any]


def draw(here: Any, corners: Sequence[tuple[float, float]]) -> None:
    """Drag over the map, by shares of its width and height."""
    page: Page = here.page
    plot = page.locator(".js-plotly-plot .nsewdrag").first
    plot.scroll_into_view_if_needed()
    box = plot.bounding_box()
    assert box is not None
    places = [(box["x"] + box["width"] * x, box["y"] + box["height"] * y) for x, y in corners]
    page.mouse.move(*places[0])
    page.mouse.down()
    for place in places[1:]:
        page.mouse.move(*place, steps=6)
    page.mouse.up()
    expect(page.locator(".st-key-kaartkeuze")).to_contain_text("gebied op de kaart")
    here.settle()


def chosen(page: Page) -> int:
    found = re.match(r"(\d+) van de 30", page.locator(".st-key-telling h2").inner_text())
    assert found is not None
    return int(found[1])


def go(here: Any, path: str) -> Page:
    here.go(path)
    here.page.locator(".js-plotly-plot .main-svg").first.wait_for()
    page: Page = here.page
    return page


LEFT = [(0.01, 0.02), (0.5, 0.02), (0.5, 0.98), (0.01, 0.98), (0.01, 0.05)]


def test_what_is_drawn_around_is_listed_and_the_address_keeps_it(visit: Visiting) -> None:
    here = visit()
    page = go(here, "/kaart")
    expect(page.get_by_role("heading", name="Alle 30 casussen")).to_be_visible()
    draw(here, LEFT)
    number = chosen(page)
    assert 0 < number < 30
    assert page.locator(".mw-casustabel tbody tr").count() == min(number, 12)
    assert page.locator(".js-plotly-plot .selectionlayer path").count()  # what was drawn is still there
    assert "gebied=1_" in page.url
    page.reload()
    here.settle()
    assert chosen(page) == number
    page.get_by_role("button", name="gebied op de kaart").click()
    expect(page.get_by_role("heading", name="Alle 30 casussen")).to_be_visible()
    here.settle()
    assert "gebied" not in page.url
    assert not page.locator(".js-plotly-plot .selectionlayer path").count()


def test_the_way_back_from_a_case_leads_to_the_same_selection(visit: Visiting) -> None:
    here = visit()
    page = go(here, "/kaart")
    draw(here, LEFT)
    number = chosen(page)
    page.locator(".mw-casustabel a").first.click()
    page.wait_for_url("**/casus?**")
    here.settle()
    page.go_back()
    page.locator(".st-key-telling h2").wait_for()
    here.settle()
    assert chosen(page) == number


def test_a_box_and_a_value_narrow_each_other(visit: Visiting) -> None:
    here = visit()
    page = go(here, "/kaart?regeling=WIA")
    assert chosen(page) == 10
    page.locator(".modebar-btn[data-val=select]").first.click()
    draw(here, [(0.01, 0.02), (0.55, 0.97)])
    assert 0 <= chosen(page) <= 10


def test_two_selections_are_compared_with_the_keyboard_alone(visit: Visiting) -> None:
    here = visit()
    page = go(here, "/kaart")
    for value, side in (("WIA", "A"), ("WW", "B")):
        page.get_by_role("button", name=re.compile(rf"{value} \(10\)")).press("Enter")
        expect(page.get_by_role("button", name=f"Bewaar als {side}")).to_be_visible()
        here.settle()
        page.get_by_role("button", name=f"Bewaar als {side}").press("Enter")
        expect(page.get_by_role("button", name=f"{side} loslaten")).to_be_visible()
        here.settle()
    expect(page.locator(".st-key-vergelijking")).to_contain_text("A: WIA (10 casussen). B: WW (10 casussen).")
    assert "a=regeling%3DWIA" in page.url
    assert "b=regeling%3DWW" in page.url


@pytest.mark.parametrize(("label", "name"), [("Csv", "casussen.csv"), ("Vectoren", "casussen-vectoren.npz")])
def test_a_selection_is_taken_along(visit: Visiting, label: str, name: str) -> None:
    here = visit()
    page = go(here, "/kaart?regeling=WW")
    with page.expect_download() as download:
        page.get_by_role("button", name=label).click()
    assert download.value.suggested_filename == name
    assert download.value.path().stat().st_size > 500


def test_the_map_and_its_buttons_speak_dutch_on_a_phone_too(visit: Visiting) -> None:
    here = visit(width=390, height=844)
    page = go(here, "/kaart?kleur=uitkomst")
    box = page.locator(".js-plotly-plot").first.bounding_box()
    assert box is not None
    assert box["width"] <= 390
    assert {button.get_attribute("data-title") for button in page.locator(".modebar-btn").all()} == {
        "Teken een gebied", "Teken een rechthoek", "Verschuif de kaart",
        "Kom dichterbij", "Ga verder weg", "Hele kaart",
    }  # fmt: skip
    assert page.locator("[data-testid=stMain]").evaluate("each => each.scrollWidth") <= 390
