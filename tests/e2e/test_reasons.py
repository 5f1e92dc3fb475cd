# SPDX-License-Identifier: EUPL-1.2
"""Why a case is alike: the sentences open with the keyboard, and what opens is readable for everybody."""

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

Start = Callable[..., Any]
SHORT = "/?q=voorschot+terug+na+late+keuring"
LONG = f"{SHORT}+terwijl+zij+al+maanden+zonder+arts+zat"


@pytest.mark.parametrize(
    ("address", "summary", "source"),
    [
        (SHORT, "Toon de zin die het meest lijkt", "Deze casus, situatie"),
        (LONG, "Leg de zinnen naast elkaar", "Uw tekst"),
    ],
)
def test_sentences_open_and_close_with_the_keyboard(
    visit: Start, address: str, summary: str, source: str
) -> None:
    page = visit().go(address)
    first = page.locator(".mw-zinnen").first
    opener = first.locator("summary")
    expect(opener).to_have_text(summary)
    expect(first.locator("li").first).to_be_hidden()
    opener.focus()
    page.keyboard.press("Enter")
    expect(first.get_by_text(source, exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    expect(first.locator("li").first).to_be_hidden()


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_open_sentences_have_no_axe_finding_and_fit(start_visit: Start, width: int, scheme: str) -> None:
    with start_visit(width=width, height=900, scheme=scheme) as here:
        page = here.go(LONG)
        page.evaluate("document.querySelectorAll('.mw-zinnen').forEach(each => each.open = true)")
        expect(page.locator(".mw-zinnen li").first).to_be_visible()
        assert [finding["id"] for finding in Axe().run(page).response["violations"]] == []
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width


def test_other_words_are_read_aloud_as_words(visit: Start) -> None:
    page = visit().go(SHORT)
    pair = page.locator(".mw-paar").first
    expect(pair).to_contain_text("betekent hier")
    assert pair.locator("[aria-hidden=true]").inner_text() == "↔"
