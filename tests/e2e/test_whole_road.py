# SPDX-License-Identifier: EUPL-1.2
"""The whole road once, nothing replaced: sample files, real search, ``databank app``, browser."""

import re
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

QUESTION = "Zij moet een WIA-voorschot terugbetalen omdat wij haar te laat hebben gekeurd"


@pytest.fixture(scope="module")
def sample_app(serve: Callable[..., AbstractContextManager[str]], sample_home: Path) -> Iterator[str]:
    """Address of the app over the sample cases."""
    with serve(sample_home) as address:
        yield address


def test_the_sample_is_searched_read_and_found_again(
    sample_app: str, start_visit: Callable[..., AbstractContextManager[Any]]
) -> None:
    with start_visit(address=sample_app) as here:
        page = here.go("/")
        expect(page.get_by_text("270 casussen van 14 maatwerkplaatsen")).to_be_visible()
        page.get_by_label("Beschrijf de situatie").fill(QUESTION)
        page.keyboard.press("Control+Enter")
        first = page.locator(".mw-kaart h3 a").first
        expect(first).to_be_visible()
        expect(page.locator(".mw-kaart").first).to_contain_text("Sterk vergelijkbaar")
        title = first.inner_text()
        first.click()
        expect(page.get_by_role("heading", level=1)).to_have_text(title)
        expect(page.get_by_role("heading", name="Vergelijkbare casussen")).to_be_visible()
        page.go_back()
        expect(page.locator(".mw-kaart h3 a").first).to_have_text(title)


def test_a_name_typed_by_someone_stays_out_of_the_address(
    sample_app: str, start_visit: Callable[..., AbstractContextManager[Any]]
) -> None:
    with start_visit(address=sample_app) as here:
        page = here.go("/")
        page.get_by_label("Beschrijf de situatie").fill("Klant met bsn 999990019 moet een boete betalen")
        page.keyboard.press("Control+Enter")
        expect(page.get_by_text("Wij hebben persoonsgegevens uit uw zoekvraag gehaald")).to_be_visible()
        expect(page).to_have_url(re.compile("q=Klant"))
        assert not [address for address in here.addresses if "999990019" in address]


def test_cases_like_two_are_found_and_each_names_the_nearer_one(
    sample_app: str, start_visit: Callable[..., AbstractContextManager[Any]]
) -> None:
    with start_visit(address=sample_app) as here:
        page = here.go("/?zoals=A-2021-001")
        page.get_by_role("link", name=re.compile("^Ook zoals deze: ")).first.click()
        expect(page.get_by_role("heading", level=1, name="Meer casussen zoals deze twee")).to_be_visible()
        expect(page.locator(".mw-kaart").first).to_contain_text("Lijkt het meest op")
        here.settle()


def test_another_page_of_a_list_begins_at_its_top_and_back_works(
    sample_app: str, start_visit: Callable[..., AbstractContextManager[Any]]
) -> None:
    with start_visit(address=sample_app, height=600) as here:
        page = here.go("/?regeling=WIA")
        page.get_by_role("button", name="Bladzijde 2", exact=True).click()
        expect(page.get_by_text("Nieuwste eerst · bladzijde 2 van 6")).to_be_visible()
        here.settle()
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
        assert page.evaluate("document.activeElement.tagName") == "H1"
        page.go_back()
        expect(page.get_by_text("Nieuwste eerst · bladzijde 1 van 6")).to_be_visible()
        here.settle()
