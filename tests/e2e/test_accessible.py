# SPDX-License-Identifier: EUPL-1.2
"""Every state of every page: no axe finding, no English, nothing wider than the screen."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

Visiting = Callable[..., Any]
STATES = {
    "start": "/",
    "results": "/?q=voorschot+terug+na+late+keuring",
    "filtered": "/?q=voorschot+terug+na+late+keuring&regeling=WIA&uitkomst=opgelost&van=2022",
    "more": "/?q=dagloon+fout+loonaangifte+hersteld",
    "weak": "/?q=keuring+van+zwembaden",
    "nothing": "/?q=zwembad",
    "nothing left": "/?q=voorschot+terug&regeling=AOW",
    "like two": "/?zoals=T-2023-001,T-2025-001",
    "list": "/?uitkomst=opgelost",
    "anonymised": "/?q=Truus+Verzonnen+voorschot+terug",
    "case": "/casus?id=T-2023-001&terug=q%3Dvoorschot",
    "sparse case": "/casus?id=T-2024-009",
    "unknown case": "/casus?id=X-1",
    "review": "/beoordelen",
    "review narrowed": "/beoordelen?risico=middel&maatwerkplaats=Twente&open=ja",
    "review nothing": "/beoordelen?stand=aangehouden",
    "map": "/kaart",
    "map compared": "/kaart?kleur=uitkomst&regeling=WIA&a=regeling%3DWW",
    "about": "/uitleg",
    "unknown page": "/bestaat-niet",
}
WINDOWS = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]


@dataclass(frozen=True)
class Seen:
    """What was measured of one state in one window."""

    axe: list[str]
    english: list[str]
    language: str
    overflow: int
    headings: list[int]


Tour = dict[tuple[str, int, str], Seen]


@pytest.fixture(scope="module")
def tour(start_visit: Visiting) -> Tour:
    """Every state in every window, each visited once."""
    seen: Tour = {}
    for width, scheme in WINDOWS:
        with start_visit(width=width, height=900, scheme=scheme) as here:
            for state, address in STATES.items():
                here.go(address)
                seen[state, width, scheme] = measure(here, width)
    return seen


def measure(here: Any, width: int) -> Seen:
    page = here.page
    return Seen(
        axe=[
            f"{finding['id']} ({finding['impact']}): {[node['target'] for node in finding['nodes']][:3]}"
            for finding in Axe().run(page).response["violations"]
        ],
        english=here.english(),
        language=page.locator("html").get_attribute("lang"),
        overflow=page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") - width,
        headings=here.headings(),
    )


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(tour: Tour, state: str, width: int, scheme: str) -> None:
    assert tour[state, width, scheme].axe == []


@pytest.mark.parametrize("state", STATES)
def test_no_english_is_left(tour: Tour, state: str) -> None:
    assert {tour[state, width, scheme].language for width, scheme in WINDOWS} == {"nl"}
    assert [text for width, scheme in WINDOWS for text in tour[state, width, scheme].english] == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_is_wider_than_the_screen(tour: Tour, state: str) -> None:
    assert max(tour[state, width, scheme].overflow for width, scheme in WINDOWS) <= 0


@pytest.mark.parametrize("state", STATES)
def test_there_is_one_title_and_headings_come_in_order(tour: Tour, state: str) -> None:
    levels = tour[state, *WINDOWS[0]].headings
    assert levels[:1] == [1]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_the_measurements_notice_a_fault(start_visit: Visiting) -> None:
    with start_visit() as here:
        page = here.go(STATES["start"])
        page.evaluate(
            "document.querySelector('main').insertAdjacentHTML('beforeend', '<img src=\"data:,\">')"
        )
        page.evaluate("document.querySelector('main').append(document.createElement('p'))")
        page.evaluate("document.querySelector('main').lastChild.textContent = 'Loading the page'")
        seen = measure(here, 1440)
    assert any(finding.startswith("image-alt") for finding in seen.axe)
    assert seen.english == ["Loading the page"]


def test_a_new_number_of_results_is_read_aloud(start_visit: Visiting) -> None:
    with start_visit() as here:
        page = here.go(STATES["results"])
        assert page.locator(".st-key-telling").get_attribute("aria-live") == "polite"


def test_what_opens_speaks_dutch_too(start_visit: Visiting) -> None:
    with start_visit() as here:
        page = here.go(STATES["results"])
        opened = page.get_by_role("option", name="Alle jaren")
        for _ in range(5):  # a key that is pressed while the page draws itself anew is lost
            page.get_by_role("combobox", name="Ontvangen vanaf").press("ArrowDown")
            page.wait_for_timeout(1000)
            if opened.is_visible():
                break
        opened.wait_for()
        assert here.english() == []
    with start_visit(width=390, height=844) as here:
        page = here.go(STATES["start"])
        page.get_by_role("button", name="Menu openen").click()
        page.get_by_role("link", name="Uitleg").click()
        page.get_by_role("heading", name="Over deze databank").wait_for()
        assert here.english() == []


def test_single_letters_are_no_shortcuts(start_visit: Visiting) -> None:
    with start_visit() as here:
        sent: list[object] = []

        def note(frame: object) -> None:
            sent.append(frame)

        here.page.on("websocket", lambda socket: socket.on("framesent", note))
        page = here.go("/uitleg")
        before = len(sent)
        for key in "rRcC":
            page.keyboard.press(key)
        page.get_by_role("link", name="Zoeken").click()
        page.get_by_label("Beschrijf de situatie").fill("cr")
        page.get_by_label("Beschrijf de situatie").press("r")
        assert page.get_by_label("Beschrijf de situatie").input_value() == "crr"
        here.settle()
        assert len(sent) == before + 1
