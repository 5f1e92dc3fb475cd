# SPDX-License-Identifier: EUPL-1.2
"""Nearly equal cases: told under a found case, opened with the keyboard, readable for everybody."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

Start = Callable[..., Any]
SEARCH = "/?q=voorschot+terug+na+late+keuring"


def test_that_an_equal_case_ended_otherwise_is_told_before_it_is_opened(visit: Start) -> None:
    line = visit().go(SEARCH).locator(".mw-bijna")
    expect(line).to_have_count(1)
    expect(line.locator("summary")).to_have_text("Ook 1 bijna gelijke zaak anders afgelopen")
    expect(line.locator("a")).to_be_hidden()


def test_the_line_opens_and_leads_to_the_case_with_the_keyboard(visit: Start) -> None:
    here = visit()
    page = here.go(SEARCH)
    page.locator(".mw-bijna summary").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    expect(page.locator(".mw-bijna a")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Voorschot terug na late keuring")
    here.settle()
    assert "id=T-2023-901" in page.url
    assert "terug=" in page.url


@pytest.mark.parametrize(
    ("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]
)
def test_the_open_line_has_no_axe_finding_and_fits(start_visit: Start, width: int, scheme: str) -> None:
    with start_visit(width=width, height=900, scheme=scheme) as here:
        page = here.go(SEARCH)
        page.evaluate("document.querySelector('.mw-bijna').open = true")
        expect(page.locator(".mw-bijna a")).to_be_visible()
        assert [finding["id"] for finding in Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
