# SPDX-License-Identifier: EUPL-1.2
"""A pattern from signal to closed through its page, nothing replaced; candidates answered by keyboard."""

import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

Visiting = Callable[..., AbstractContextManager[Any]]
MEMBERS = ("C-2022-049", "C-2023-050", "C-2024-051", "C-2024-052")
SLOW = 30_000


@dataclass(frozen=True)
class Served:
    """An app over a copy of the sample cases, and the patterns in it."""

    address: str
    patterns: tuple[str, ...]

    def page(self, place: int, rest: str = "") -> str:
        return f"/patroon?id={self.patterns[place]}{rest}"


@pytest.fixture(scope="module")
def served(
    serve: Callable[..., AbstractContextManager[str]],
    sample_home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[Served]:
    """The app with three patterns."""
    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("acts") / "home"))
    patterns = registered(home)
    with serve(home) as address:
        yield Served(address, patterns)


def registered(home: Path) -> tuple[str, ...]:
    from patterns.register import NewPattern
    from search_app.databank import open_databank
    from search_app.settings import Settings

    databank = open_databank(Settings(home=home))
    due = date.today() + timedelta(days=60)
    groups = {"Nabetaling": MEMBERS, "Nog eens nabetaling": ("C-2024-052", "C-2024-053"), "Toeslag": MEMBERS}
    numbers = []
    for name, members in groups.items():
        reasons = dict.fromkeys(members, "Dezelfde regel.")
        new = NewPattern(name, "De nabetaling telt mee als inkomen.", reasons, due)
        numbers.append(databank.pattern_desk.register(new, why="Besproken.").pattern_id)
    databank.engine.dispose()
    return tuple(numbers)


def soon() -> str:
    """A day to come, as people type it."""
    day = date.today() + timedelta(days=90)
    return f"{day.day}-{day.month}-{day.year}"


def choose(here: Any, name: str) -> Any:
    """Press a choice and wait for what it opens."""
    here.page.get_by_role("radio", name=name, exact=True).click()
    return here.settle()


def test_a_pattern_lives_from_signal_to_closed(served: Served, start_visit: Visiting) -> None:
    answer = "Wij passen de werkinstructie aan."
    steps: list[tuple[str, dict[str, str]]] = [
        ("Bevestigd", {}),
        ("Geagendeerd", {"Aan wie is het voorgelegd?": "UWV"}),
        (
            "Structurele oplossing",
            {"Antwoord dat de inbrengers lezen": answer, "Soort oplossing": "Werkproces"},
        ),
        ("Gevolgd", {}),
        ("Gesloten", {"Antwoord dat de inbrengers lezen": answer}),
    ]
    with start_visit(address=served.address) as here:
        page = here.go(served.page(0))
        for target, asked in steps:
            choose(here, "Stand")
            choose(here, target)
            form = page.locator(".st-key-doeformulier")
            for box, text in asked.items():
                if box == "Soort oplossing":
                    form.get_by_role("combobox", name=box).click()
                    page.get_by_role("option", name=text).click()
                else:
                    form.get_by_label(re.compile(re.escape(box))).fill(text)
            if target != "Gesloten":
                form.get_by_label(re.compile("^De inbrengers horen")).fill(soon())
            form.get_by_label("Waarom").fill("Besproken in de werkgroep.")
            form.get_by_role("button", name=re.compile("^Zet op: ")).click()
            said = page.locator(".st-key-melding_doen")
            expect(said).to_contain_text(f"De stand is nu: {target.lower()}.", timeout=SLOW)
            here.settle()
            expect(page.locator(".st-key-doeformulier")).to_have_count(0)
        page.goto(f"{served.address}{served.page(0, '&doe=samenvoegen')}")
        here.settle()
        expect(page.get_by_role("radio", name="Samenvoegen of splitsen")).to_have_count(0)
        choose(here, "Stand")
        expect(page.get_by_role("button", name="Zet op: heropend")).to_be_visible()


def test_ten_candidates_are_answered_by_keyboard(served: Served, start_visit: Visiting) -> None:
    with start_visit(address=served.address) as here:
        page = here.go(served.page(2, "&deel=casussen"))
        seen: list[str] = []
        for number in range(10):
            card = page.locator(".mw-kandidaat .mw-meta")
            case_id = card.inner_text().split(" · ")[0]
            seen.append(case_id)
            page.keyboard.press("Alt+j" if number % 3 == 0 else "Alt+n")
            expect(page.locator(".st-key-melding_zoals")).to_contain_text(case_id, timeout=SLOW)
            expect(card).not_to_contain_text(case_id, timeout=SLOW)
            here.settle()
        assert len(set(seen)) == 10
        expect(page.get_by_text("U antwoordde: 4 erbij, 6 niet.")).to_be_visible()
        last = seen[-1]
        page.keyboard.press("Alt+o")
        expect(page.get_by_text("U antwoordde: 3 erbij, 6 niet.")).to_be_visible(timeout=SLOW)
        expect(page.locator(".mw-kandidaat .mw-meta")).to_contain_text(last)


def test_a_second_press_does_not_answer_a_card_that_nobody_read(
    served: Served, start_visit: Visiting
) -> None:
    with start_visit(address=served.address) as here:
        page = here.go(served.page(2, "&deel=casussen"))
        card = page.locator(".mw-kandidaat .mw-meta")
        first = card.inner_text().split(" · ")[0]
        page.keyboard.press("Alt+n")
        page.keyboard.press("Alt+n")
        page.keyboard.press("Alt+j")
        expect(card).not_to_contain_text(first, timeout=SLOW)
        here.settle()
        expect(page.get_by_text("U antwoordde: 0 erbij, 1 niet.")).to_be_visible()
        expect(page.locator(".st-key-melding_zoals")).to_contain_text(f"{first} hoort er niet bij")


def test_a_reason_that_is_being_typed_goes_along_with_the_key(served: Served, start_visit: Visiting) -> None:
    with start_visit(address=served.address) as here:
        page = here.go(served.page(2, "&deel=casussen"))
        case_id = page.locator(".mw-kandidaat .mw-meta").inner_text().split(" · ")[0]
        page.get_by_label("Reden bij toevoegen").fill("Dezelfde nabetaling.")
        page.keyboard.press("Alt+j")
        expect(page.locator(".st-key-melding_zoals")).to_contain_text(case_id, timeout=SLOW)
        here.settle()
        expect(page.get_by_role("row").filter(has_text=case_id)).to_contain_text("Dezelfde nabetaling.")


def test_what_was_typed_stays_when_something_is_missing_or_tells_who(
    served: Served, start_visit: Visiting
) -> None:
    with start_visit(address=served.address) as here:
        page = here.go(served.page(2, "&doe=antwoord"))
        text, why = page.get_by_label("Antwoord dat de inbrengers lezen"), page.get_by_label("Waarom")
        text.fill("Bel Truus Jansen op 06 12345678.")
        why.fill("Besproken.")
        page.get_by_role("button", name="Geef antwoord").click()
        expect(page.get_by_role("alert").filter(has_text="persoonsgegeven")).to_be_visible(timeout=SLOW)
        here.settle()
        expect(text).to_have_value("Bel Truus Jansen op 06 12345678.")
        text.fill("Wij zoeken het uit.")
        page.get_by_label(re.compile("^Zij horen opnieuw")).fill("volgende week")
        page.get_by_role("button", name="Geef antwoord").click()
        expect(page.get_by_role("alert").filter(has_text="dag-maand-jaar")).to_be_visible(timeout=SLOW)
        here.settle()
        page.get_by_label(re.compile("^Zij horen opnieuw")).fill(soon())
        page.get_by_role("button", name="Geef antwoord").click()
        expect(page.locator(".st-key-melding_doen")).to_contain_text("lezen uw antwoord", timeout=SLOW)


def test_merging_tells_first_what_it_gives(served: Served, start_visit: Visiting) -> None:
    with start_visit(address=served.address) as here:
        page = here.go(served.page(1, "&doe=samenvoegen"))
        page.get_by_role("combobox", name="Welk patroon gaat verder?").click()
        page.get_by_role("option", name=re.compile(served.patterns[2])).click()
        expect(page.get_by_text("In allebei: C-2024-052.")).to_be_visible(timeout=SLOW)
        here.settle()
        page.locator(".st-key-doeformulier").get_by_label("Waarom").first.fill("Hetzelfde mechanisme.")
        page.get_by_role("button", name="Voeg samen", exact=True).click()
        said = page.locator(".st-key-melding_doen")
        expect(said).to_contain_text(f"Samengevoegd met {served.patterns[2]}.", timeout=SLOW)
        said.get_by_role("link").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Toeslag", timeout=SLOW)


def test_back_closes_a_form(served: Served, start_visit: Visiting) -> None:
    with start_visit(address=served.address) as here:
        page = here.go(served.page(2))
        choose(here, "Omvang")
        expect(page).to_have_url(re.compile("doe=omvang"))
        page.go_back()
        expect(page.locator(".st-key-doeformulier")).to_have_count(0, timeout=SLOW)


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
@pytest.mark.parametrize(
    "rest",
    [
        *(
            f"&doe={doing}"
            for doing in ("gegevens", "antwoord", "casussen", "samenvoegen", "omvang", "volgen")
        ),
        "&doe=stand&naar=bevestigd",
        "&deel=casussen",
        "&op=2025-01-01",
    ],
)
def test_axe_finds_nothing_and_nothing_is_too_wide(
    served: Served, start_visit: Visiting, rest: str, width: int, scheme: str
) -> None:
    with start_visit(address=served.address, width=width, scheme=scheme) as here:
        page = here.go(served.page(2, rest))
        found = Axe().run(page).response["violations"]
        assert [(each["id"], [node["target"] for node in each["nodes"]][:2]) for each in found] == []
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
