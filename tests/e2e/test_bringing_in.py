# SPDX-License-Identifier: EUPL-1.2
"""Bringing cases in as a person does it: by keyboard, by mouse, on a phone, with a list of cases."""

import re
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import pairwise
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

Start = Callable[..., AbstractContextManager[Any]]
Screen = Callable[[Any, str], None]
WINDOWS = [(1440, "light"), (390, "dark")]
CASE = (
    "Zaaknummer: {number}\nTitel: Voorschot terug na late keuring\n\nSituatie:\nYasmina El Amrani uit "
    "Delfzijl kreeg een voorschot omdat de keuring te laat was. Sjoukje belde namens Yasmina. De wet Amber "
    "gold. BSN 999912345.\n\nBesluit:\nDe helft is kwijtgescholden.\n"
)
REGISTER = (
    "Zaaknummer;Titel;Situatei;Besluit;Afweging;Uitkomst;Naam klant;Kleur\n"
    "{number}-1;Voorschot;Tjerk wacht op een keuring;Omgezet;Wij waren te laat;opgelost;Tjerk;blauw\n"
    "{number}-2;Boete;Yasmina uit Oss kon niets melden, zegt Sjoukje;;;;;\n"
    "{number}-3;Uitkomst onzin;Iemand wachtte;;;weet niet;;\n"
    ";Zonder nummer;Iemand wachtte kort;Betaald;Billijk;opgelost;;\n"
)
ENGLISH = re.compile(
    r"\b(the|upload|drag|drop|files?|browse|limit|remove|delete|press|enter to|submit|apply|choose|clear"
    r"|options?|results|error|icon|close|shortcut|loading|running)\b",
    re.IGNORECASE,
)


def press(here: Any, name: str) -> None:
    here.page.get_by_role("button", name=name).click()


def paste(here: Any, number: str) -> None:
    here.go("/inbrengen")
    here.page.get_by_role("radio", name="Plakken").click()
    here.page.get_by_label("Plak de tekst van de casus").fill(CASE.format(number=number))
    press(here, "Lees en haal persoonsgegevens eruit")
    here.page.locator(".mw-naast").wait_for()
    here.settle()


def choose_file(here: Any, number: str) -> None:
    here.go("/inbrengen")
    content = REGISTER.format(number=number).encode()
    file = {"name": "register.csv", "mimeType": "text/csv", "buffer": content}
    upload(here, file)


def upload(here: Any, file: Any) -> None:
    with here.page.expect_response(lambda answer: "upload_file" in answer.url):
        here.page.locator("input[type=file]").set_input_files(file)
    here.page.get_by_role("button", name=f"Haal {file['name']} weg").wait_for()
    here.settle()


def mapping(here: Any, number: str) -> None:
    choose_file(here, number)
    press(here, "Lees en haal persoonsgegevens eruit")
    here.page.locator(".mw-tabel").wait_for()
    here.settle()


def case_list(here: Any, number: str) -> None:
    mapping(here, number)
    press(here, "Ga controleren")
    here.page.locator(".st-key-regel_3").wait_for()
    here.settle()


def repair(here: Any, number: str) -> None:
    case_list(here, number)
    press(here, "rij 4")
    here.page.locator(".mw-rauw").wait_for()
    here.settle()


def finding(here: Any, number: str) -> None:
    paste(here, number)
    here.page.locator(".mw-ruw mark", has_text="Amber").click()
    here.page.locator(".st-key-vondstkaart").wait_for()
    here.settle()


def alike(here: Any, number: str) -> None:
    paste(here, number)
    press(here, "Verder: lijkt dit op iets?")
    here.page.locator(".st-key-bewaar").wait_for()
    here.settle()


def saved(here: Any, number: str) -> None:
    alike(here, number)
    here.page.locator(".st-key-bewaar button").click()
    here.page.locator(".mw-bewaard").wait_for()
    here.settle()


def form(here: Any, number: str) -> None:
    here.go("/inbrengen")
    here.page.get_by_role("radio", name="Invullen").click()
    here.page.get_by_label("Casusnummer").wait_for()
    here.settle()


def trouble(here: Any, number: str) -> None:
    here.go("/inbrengen")
    press(here, "Lees en haal persoonsgegevens eruit")
    here.page.locator(".mw-fout").wait_for()
    here.settle()


SCREENS: tuple[Screen, ...] = (
    choose_file, form, trouble, mapping, case_list, repair, paste, finding, alike, saved
)  # fmt: skip


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.__name__)
def test_every_screen_is_accessible_dutch_and_fits(
    start_visit: Start, screen: Screen, width: int, scheme: str
) -> None:
    with start_visit(width=width, height=900, scheme=scheme) as here:
        screen(here, f"S-{width}-{SCREENS.index(screen)}")
        page = here.page
        assert [found["id"] for found in Axe().run(page).response["violations"]] == []
        assert [text for text in here.spoken() if ENGLISH.search(text)] == []
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
        levels = here.headings()
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_case_is_brought_in_with_the_keyboard_alone(start_visit: Start) -> None:
    with start_visit() as here:
        page = here.go("/inbrengen")
        page.get_by_role("radio", name="Plakken").focus()
        page.keyboard.press("Space")
        page.get_by_label("Plak de tekst van de casus").wait_for()
        here.settle()
        page.get_by_label("Plak de tekst van de casus").focus()
        page.keyboard.insert_text(CASE.format(number="K-1"))
        page.keyboard.press("Tab")
        here.settle()
        page.keyboard.press("Enter")
        page.locator(".st-key-openplek").wait_for()
        here.settle()
        page.keyboard.press("Alt+l")
        expect(page.locator(".st-key-melding")).to_contain_text("Weggelakt")
        here.settle()
        assert "Sjoukje" not in page.locator(".mw-veilig").all_inner_texts()[1]
        page.get_by_role("button", name="Verder: lijkt dit op iets?").press("Enter")
        page.locator(".st-key-bewaar").wait_for()
        here.settle()
        page.locator(".st-key-bewaar button").press("Enter")
        expect(page.locator(".mw-bewaard")).to_contain_text("Casus K-1 is bewaard")


def test_selected_words_go_into_the_box_and_are_masked(start_visit: Start) -> None:
    with start_visit() as here:
        paste(here, "M-1")
        page = here.page
        page.locator(".mw-veilig p", has_text="De helft is").dblclick(position={"x": 6, "y": 12})
        box = page.get_by_label("Woorden")
        expect(box).to_have_value("De")
        box.fill("kwijtgescholden")
        page.locator(".st-key-meer_weglakken").get_by_role("button", name="Lak weg").click()
        expect(page.locator(".st-key-melding")).to_contain_text("Weggelakt")
        here.settle()
        assert "kwijtgescholden" not in " ".join(page.locator(".mw-veilig").all_inner_texts())
        assert "kwijtgescholden" in " ".join(page.locator(".mw-ruw").all_inner_texts())


def test_a_click_on_a_finding_shows_it_on_both_sides(start_visit: Start) -> None:
    with start_visit() as here:
        finding(here, "M-2")
        page = here.page
        assert page.locator(".mw-ruw mark.mw-nu").inner_text().startswith("Amber")
        assert page.locator(".mw-veilig mark.mw-nu").inner_text().startswith("[PERSOON-")
        press(here, "Geen persoonsgegeven")
        expect(page.locator(".st-key-melding")).to_contain_text("Dit blijft staan.")
        here.settle()
        assert "De wet Amber gold" in page.locator(".mw-veilig").all_inner_texts()[1]


def test_another_screen_begins_at_its_top(start_visit: Start) -> None:
    with start_visit(height=600) as here:
        paste(here, "M-3")
        here.page.get_by_text("Wat nog ontbreekt").scroll_into_view_if_needed()
        press(here, "Verder: lijkt dit op iets?")
        here.page.locator(".st-key-bewaar").wait_for()
        here.settle()
        assert here.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 0
        assert here.page.evaluate("document.activeElement.tagName") == "H1"


def test_nothing_of_a_case_is_left_after_another_page(start_visit: Start) -> None:
    with start_visit() as here:
        paste(here, "M-4")
        here.page.get_by_role("link", name="Uitleg").click()
        here.page.get_by_role("heading", name="Over deze databank").wait_for()
        here.settle()
        here.page.get_by_role("link", name="Inbrengen").click()
        here.page.get_by_role("radio", name="Bestand").wait_for()
        here.settle()
        assert "Yasmina" not in here.page.content()
        assert not [address for address in here.addresses if "Yasmina" in address or "M-4" in address]


def test_script_in_a_file_does_not_run(start_visit: Start, script: str) -> None:
    with start_visit() as here:
        page = here.go("/inbrengen")
        content = f'Zaaknummer;Situatie;{script}\nX-1;"{script} Tjerk";"{script}"\n'.encode()
        file = {"name": "x.csv", "mimeType": "text/csv", "buffer": content}
        upload(here, file)
        press(here, "Lees en haal persoonsgegevens eruit")
        page.locator(".mw-tabel").wait_for()
        here.settle()
        press(here, "Ga controleren")
        page.locator(".mw-naast").wait_for()
        here.settle()
        assert "overgenomen" not in page.title()


def test_what_is_ready_in_a_list_is_saved_at_once(start_visit: Start) -> None:
    with start_visit() as here:
        case_list(here, "L-1")
        press(here, "Bewaar de casus die klaar is")
        expect(here.page.locator(".mw-bewaard")).to_contain_text("Casus L-1-1 is bewaard")
        here.settle()
        press(here, "Ga verder met de andere (3)")
        here.page.locator(".st-key-casuslijst").wait_for()
        here.settle()
        assert "L-1-2" in here.page.locator(".st-key-casuslijst").inner_text()
