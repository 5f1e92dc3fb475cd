# SPDX-License-Identifier: EUPL-1.2
"""Following a search until a case comes in that it finds; and what the page of a case tells of patterns."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

Visiting = Callable[..., AbstractContextManager[Any]]
Serving = Callable[[Path], AbstractContextManager[str]]
WAITING = "C-2024-052"
QUESTION = "nabetaling telt als inkomen en toeslag valt weg"
SLOW = 30_000
WINDOWS = [(1440, "light"), (390, "dark")]


@dataclass(frozen=True)
class Served:
    """An app over a copy of the sample cases, of which one still waits."""

    address: str
    home: Path

    def release(self) -> None:
        """What a reviewer does meanwhile."""
        from casebase.vocabulary import ReviewState

        put(self.home, ReviewState.RELEASED)


def put(home: Path, state: Any) -> None:
    from datetime import UTC, datetime

    from casebase import store
    from search_app.databank import open_databank
    from search_app.settings import Settings

    databank = open_databank(Settings(home=home))
    with databank.writing() as session:
        store.set_state(session, WAITING, state, actor="anna", now=datetime.now(UTC))
    databank.engine.dispose()


@pytest.fixture(scope="module")
def served(serve: Serving, sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    from casebase.vocabulary import ReviewState

    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("following") / "home"))
    put(home, ReviewState.HELD)
    with serve(home) as address:
        yield Served(address, home)


def test_who_follows_a_search_reads_of_a_new_case_and_says_that_it_was_seen(
    served: Served, start_visit: Visiting
) -> None:
    with start_visit(address=served.address) as here:
        page = here.go(f"/?q={QUESTION.replace(' ', '+')}")
        page.get_by_role("button", name="Volg deze zoekvraag").click()
        page.get_by_text("U volgt deze zoekvraag.").wait_for()
        here.settle()
        assert here.faults() == []
        page.reload()
        page.get_by_text("U volgt deze zoekvraag.").wait_for()
        here.go("/patronen")
        expect(page.get_by_role("heading", name="Nieuw sinds u keek")).to_have_count(0)
        served.release()
        here.go("/patronen")
        news = page.locator(".st-key-nieuws")
        expect(news).to_contain_text("1 nieuwe casus", timeout=SLOW)
        assert here.faults() == []
        expect(news.get_by_role("link", name=WAITING)).to_be_visible()
        news.get_by_role("button", name="Gezien").click()
        expect(page.get_by_role("heading", name="Nieuw sinds u keek")).to_have_count(0, timeout=SLOW)
        here.settle()
        page = here.go(f"/?q={QUESTION.replace(' ', '+')}")
        page.get_by_role("button", name="Volg niet meer").click()
        page.get_by_role("button", name="Volg deze zoekvraag").wait_for()
        here.settle()


def test_a_case_tells_its_pattern_and_leads_to_it(start_visit: Visiting) -> None:
    for width, scheme in WINDOWS:
        with start_visit(width=width, scheme=scheme) as here:
            page = here.go("/casus?id=T-2023-001")
            pattern = page.locator(".mw-inpatroon")
            expect(pattern.get_by_role("heading", name="Deel van een patroon")).to_be_visible()
            expect(pattern).to_contain_text("Tijdelijke oplossing")
            expect(pattern).to_contain_text("De invordering wacht tot na de keuring.")
            expect(pattern).to_contain_text("U hoort hierover uiterlijk op 1 april 2026.")
            link = pattern.get_by_role("link", name="Voorschot terug terwijl de keuring te laat was")
            expect(link).to_have_attribute("href", "patroon?id=P-2025-001")
            assert here.faults() == []


def test_a_case_is_laid_beside_like_cases_that_ended_otherwise(start_visit: Visiting) -> None:
    for width, scheme in WINDOWS:
        with start_visit(width=width, scheme=scheme) as here:
            page = here.go("/casus?id=T-2023-001")
            section = page.locator(".mw-anders-af")
            pair = section.locator(".mw-beide")
            expect(pair).to_have_count(1)
            for told in ("De helft is kwijtgescholden.", "Er is niets gewijzigd.", "Niet opgelost"):
                expect(pair).to_contain_text(told)
            pair.get_by_role("link", name="Voorschot terug, geen uitweg").click()
            expect(page.get_by_role("heading", level=1)).to_have_text("Voorschot terug, geen uitweg")
            here.settle()
            expect(page.locator(".mw-inpatroon")).to_have_count(0)
            assert here.faults() == []


def test_a_case_with_nothing_like_it_says_so(start_visit: Visiting) -> None:
    with start_visit() as here:
        page = here.go("/casus?id=T-2024-009")
        expect(page.locator(".mw-anders-af")).to_contain_text("Geen casus lijkt hier genoeg op")
        expect(page.locator(".mw-anders-af .mw-beide")).to_have_count(0)
