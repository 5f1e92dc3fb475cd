# SPDX-License-Identifier: EUPL-1.2
"""Reviewing as a person does it: by keyboard, by mouse, on a phone, in English."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

SERVE = Path(__file__).with_name("serve_invented.py")
Start = Callable[..., AbstractContextManager[Any]]
MORE = 15
"""Cases beside the usual five: the queue then has two pages."""


@pytest.fixture(scope="module")
def app(
    chromium: str,
    free_port: Callable[[], int],
    answers: Callable[[str, "subprocess.Popen[str]"], bool],
) -> Iterator[Callable[[str], str]]:
    """Starts an app of its own per language; every test works on cases that no other test touches."""
    started: dict[str, tuple[str, subprocess.Popen[str]]] = {}

    def address(language: str) -> str:
        if language not in started:
            port = free_port()
            process = subprocess.Popen(
                [sys.executable, str(SERVE), str(port), str(MORE)],
                env=os.environ | {"DATABANK_LANG": language},
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                text=True,
            )
            started[language] = (f"http://127.0.0.1:{port}", process)
            assert answers(f"http://127.0.0.1:{port}", process)
        return started[language][0]

    yield address
    for _, process in started.values():
        process.terminate()
        process.wait(timeout=20)


@pytest.fixture
def reviewing(app: Callable[[str], str], start_visit: Start) -> Start:
    """Visits the page Beoordelen at a case."""

    @contextmanager
    def visit(case_id: str = "", *, language: str = "nl", **window: Any) -> Iterator[Any]:
        with start_visit(address=app(language), **window) as here:
            here.go(f"/beoordelen?casus={case_id}" if case_id else "/beoordelen")
            yield here

    return visit


def told(here: Any, sentence: str) -> None:
    """Wait until the page says something and has drawn itself."""
    expect(here.page.locator(".st-key-melding")).to_contain_text(sentence)
    here.settle()


def test_a_case_is_cleared_and_released_with_the_keyboard_alone(reviewing: Start) -> None:
    with reviewing("S-2026-001") as here:
        page = here.page
        page.keyboard.press("Alt+g")
        told(here, "Genoteerd: geen probleem.")
        page.keyboard.press("Alt+m")
        told(here, "1 plek gemaskeerd.")
        expect(page.get_by_role("heading", name="Geen open plekken")).to_be_visible()
        waiting = page.locator(".mw-stand b").inner_text()
        page.keyboard.press("Alt+v")
        told(here, "S-2026-001 is vrijgegeven.")
        expect(page.get_by_role("heading", name="Keuring over (1)")).to_be_hidden()
        expect(page.locator(".mw-stand b")).not_to_have_text(waiting)
        page.keyboard.press("Alt+o")
        told(here, "Ongedaan gemaakt.")
        expect(page.get_by_role("heading", name="Keuring over (1)")).to_be_visible()
        expect(page.locator(".mw-stand b")).to_have_text(waiting)
        page.keyboard.press("Alt+l")
        expect(page.get_by_role("heading", name="Keuring over (1)")).to_be_hidden()


def test_everything_is_reached_with_tab_and_the_focus_shows(reviewing: Start) -> None:
    with reviewing() as here:
        page = here.page
        reached = set()
        wanted = {"maskeer", "geen_probleem", "nooit_meer", "plek_1", "voorstel_0", "vrijgeven", "aanhouden"}
        for _ in range(80):
            page.keyboard.press("Tab")
            reached |= set(
                page.evaluate(
                    "[...document.activeElement.closest('[class*=st-key-]')?.classList || []]"
                    ".map(name => name.replace('st-key-', ''))"
                )
            )
            if page.evaluate("document.activeElement.matches('.mw-rij a')"):
                reached.add("queue")
                assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"
        assert wanted | {"queue"} <= reached


def test_a_click_in_the_text_opens_that_place_and_a_choice_settles_it_everywhere(reviewing: Start) -> None:
    with reviewing("S-2026-002") as here:
        page = here.page
        page.locator("mark.mw-verdacht", has_text="Wobbeb").click()
        expect(page.get_by_role("heading", name="Bekijk deze plek (2 van 2)")).to_be_visible()
        here.settle()
        page.get_by_role("button", name="1. Tjeenkb").click()
        expect(page.get_by_role("heading", name="Bekijk deze plek (1 van 2)")).to_be_visible()
        here.settle()
        page.get_by_role("button", name="Nooit meer vragen").click()
        page.get_by_role("menuitem", name="in alle casussen").click()
        told(here, "Genoteerd: dit woord vragen wij niet meer.")
        expect(page.locator(".mw-leestekst")).to_contain_text("Volgens Tjeenkb en")
        expect(page.get_by_role("heading", name="Bekijk deze plek", exact=True)).to_be_visible()


def test_words_that_are_selected_go_into_the_box_and_are_masked(reviewing: Start) -> None:
    with reviewing("S-2026-003") as here:
        page = here.page
        page.locator(".mw-leestekst p").first.evaluate(
            """element => {
              const text = [...element.childNodes].find(node => node.data?.includes('keuring'));
              const range = document.createRange(), start = text.data.indexOf('keuring');
              range.setStart(text, start); range.setEnd(text, start + 'keuring'.length);
              getSelection().removeAllRanges(); getSelection().addRange(range);
              element.dispatchEvent(new MouseEvent('mouseup', { bubbles: true }));
            }"""
        )
        expect(page.get_by_label("Woorden")).to_have_value("keuring")
        page.locator(".st-key-meer_maskeren").get_by_role("button", name="Maskeer", exact=True).click()
        told(here, "3 plekken gemaskeerd.")  # in the title as well
        expect(page.locator(".mw-leestekst")).to_contain_text("De [PERSOON-2] van [PERSOON-1] was te laat.")


def test_typing_a_reason_sets_off_no_shortcut(reviewing: Start) -> None:
    with reviewing("S-2026-004") as here:
        page = here.page
        box = page.get_by_label("Toelichting bij uw besluit")
        box.fill("vraag navag")
        box.press("v")
        box.press("Enter")
        here.settle()
        expect(page.get_by_role("heading", name="Keuring over (4)")).to_be_visible()
        page.get_by_role("button", name="Houd aan").click()
        told(here, "S-2026-004 is aangehouden.")
        expect(box).to_have_value("")


def test_the_queue_has_pages_and_links_that_survive_back(reviewing: Start) -> None:
    with reviewing() as here:
        page = here.page
        expect(page.locator(".mw-rij li")).to_have_count(12)
        page.get_by_role("link", name="Zesde jaar en toch geen uitkering").click()
        expect(page.get_by_role("heading", name="Zesde jaar en toch geen uitkering")).to_be_visible()
        here.settle()
        page.go_back()
        expect(page.get_by_role("heading", name="Toeslag terug na een toezegging")).to_be_visible()
        here.settle()
        page.get_by_role("button", name="Volgende bladzijde").click()
        expect(page.locator(".mw-rij a", has_text="Toeslag terug")).to_have_count(0)
        here.settle()
        assert page.locator(".mw-rij li").count()
        assert "blad=2" in page.url


def test_on_a_phone_the_queue_is_behind_a_button(reviewing: Start) -> None:
    with reviewing(width=390, height=844) as here:
        page = here.page
        expect(page.locator(".mw-rij")).to_be_hidden()
        page.get_by_role("button", name=re.compile("Toon wachtrij")).click()
        expect(page.locator(".mw-rij")).to_be_visible()
        here.settle()
        assert Axe().run(page).response["violations"] == []
        page.get_by_role("button", name="Verberg wachtrij").click()
        expect(page.locator(".mw-rij")).to_be_hidden()


def test_what_opens_has_no_fault_either(reviewing: Start) -> None:
    with reviewing("S-2026-005", scheme="dark") as here:
        page = here.page
        page.get_by_text("Een aanduiding klopt niet").click()
        page.get_by_text("Een woord mocht blijven staan").click()
        page.get_by_text("Wachtrij verfijnen").click()
        page.locator(".st-key-maskeer button").click()
        told(here, "1 plek gemaskeerd.")
        found = Axe().run(page).response["violations"]
        assert [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found] == []
        english = r"\b(page|next|previous|close|choose|select|results|clear|shortcut)\b"
        spoken = page.evaluate(
            "() => [...document.querySelectorAll('main [aria-label], main [title]')]"
            ".filter(element => !element.closest('.stHtml'))"
            ".flatMap(element => [element.getAttribute('aria-label'), element.getAttribute('title')])"
            ".filter(Boolean)"
        )
        assert [text for text in spoken if re.search(english, text, re.IGNORECASE)] == []


def test_it_speaks_english(reviewing: Start) -> None:
    with reviewing(language="en") as here:
        page = here.page
        expect(page.get_by_role("heading", name="Can anybody be recognised?")).to_be_visible()
        page.keyboard.press("Alt+m")
        told(here, "2 places masked.")
        dutch = r"\b(casus|wachtrij|maskeer|beoordelaar|plekken|niets)\b"
        assert not re.search(dutch, page.locator("main").inner_text().split("R-2026-666")[0], re.IGNORECASE)


def test_script_in_a_case_does_nothing(reviewing: Start) -> None:
    with reviewing("R-2026-666") as here:
        page = here.page
        page.keyboard.press("Alt+m")
        told(here, "1 plek gemaskeerd.")
        expect(page.locator(".mw-leestekst")).to_contain_text("<script>")
        assert page.title() != "overgenomen"
        assert page.locator(".stHtml script, .stHtml img").count() == 0
