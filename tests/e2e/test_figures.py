# SPDX-License-Identifier: EUPL-1.2
"""The page Cijfers in the browser, over real databanks: with cases and patterns, and without."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

Visiting = Callable[..., AbstractContextManager[Any]]
Serving = Callable[[Path], AbstractContextManager[str]]
MEMBERS = ("C-2022-049", "C-2023-050", "C-2024-051")
STATES = ["", "?op=2023-12-31", "?per=month", "?per=year&op=2023-12-31"]
WINDOWS = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]


@pytest.fixture(scope="module")
def address(serve: Serving, sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over the sample cases with one pattern, of which the answer is overdue."""
    from patterns.register import NewPattern
    from search_app.databank import Databank
    from search_app.settings import Settings

    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("figures") / "home"))
    databank = Databank(Settings(home=home, actor="anna"), clock=lambda: datetime(2025, 2, 3, 9, tzinfo=UTC))
    reasons = dict.fromkeys(MEMBERS, "Zelfde regel.")
    new = NewPattern("Nabetaling", "De nabetaling telt mee.", reasons, date(2025, 5, 1))
    databank.pattern_desk.register(new, why="Besproken.")
    databank.engine.dispose()
    with serve(home) as at:
        yield at


@pytest.fixture(scope="module")
def empty(serve: Serving, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The app over a databank without cases."""
    from search_app.databank import create_databank
    from search_app.settings import Settings

    home = tmp_path_factory.mktemp("empty-figures")
    create_databank(Settings(home=home)).engine.dispose()
    with serve(home) as at:
        yield at


def test_the_period_is_chosen_by_a_link_and_back_undoes_it(address: str, start_visit: Visiting) -> None:
    with start_visit(address=address) as here:
        page = here.go("/cijfers")
        page.get_by_text("Drukste kwartaal").wait_for()
        page.get_by_role("link", name="maand", exact=True).click()
        page.get_by_text("Drukste maand").wait_for()
        here.settle()
        assert page.url.endswith("/cijfers?per=month")
        page.go_back()
        page.get_by_text("Drukste kwartaal").wait_for()
        here.settle()


def test_an_earlier_day_is_kept_while_choosing_and_left_by_one_link(
    address: str, start_visit: Visiting
) -> None:
    with start_visit(address=address) as here:
        page = here.go("/cijfers?op=2023-12-31")
        page.get_by_text("Stand op 31 december 2023").wait_for()
        page.get_by_role("link", name="jaar", exact=True).click()
        page.get_by_text("Drukste jaar").wait_for()
        page.get_by_text("Stand op 31 december 2023").wait_for()
        page.get_by_role("link", name="naar vandaag").click()
        expect(page.get_by_text("Stand op 31 december 2023")).to_have_count(0)
        here.settle()
        assert page.url.endswith("/cijfers")


@pytest.mark.parametrize(("width", "shown"), [(1440, 24), (390, 12)])
def test_one_figure_is_shown_with_its_numbers_in_words_and_in_a_table(
    address: str, start_visit: Visiting, width: int, shown: int
) -> None:
    with start_visit(address=address, width=width) as here:
        page = here.go("/cijfers?per=month")
        (figure,) = [each for each in page.locator(".st-key-binnengekomen img").all() if each.is_visible()]
        assert figure.evaluate("image => image.complete && image.naturalWidth > 0")
        told = str(figure.get_attribute("alt")).split(", ")
        assert len(told) == shown
        page.get_by_text("Als tabel").click()
        rows = page.locator(".st-key-binnengekomen tbody tr")
        name, number = told[-1].split(": ")
        expect(rows.first).to_contain_text(name)
        expect(rows.first.locator("td").last).to_have_text(number)
        assert rows.count() > shown


def test_who_waits_for_an_answer_leads_to_the_pattern(address: str, start_visit: Visiting) -> None:
    with start_visit(address=address) as here:
        page = here.go("/cijfers")
        page.get_by_role("heading", name="Inbrengers wachten op antwoord").wait_for()
        page.get_by_role("link", name="P-2025-001").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Nabetaling")
        here.settle()


def test_without_cases_the_page_says_what_to_do(empty: str, start_visit: Visiting) -> None:
    for width, scheme in WINDOWS:
        with start_visit(address=empty, width=width, scheme=scheme) as here:
            page = here.go("/cijfers")
            page.get_by_text("Er zijn nog geen casussen.").wait_for()
            assert here.faults() == []
            expect(page.get_by_role("link", name="Casus inbrengen")).to_have_attribute("href", "inbrengen")


@pytest.mark.parametrize(("width", "scheme"), WINDOWS)
@pytest.mark.parametrize("state", STATES)
def test_every_state_is_accessible_and_fits(
    address: str, start_visit: Visiting, state: str, width: int, scheme: str
) -> None:
    with start_visit(address=address, width=width, scheme=scheme) as here:
        here.go(f"/cijfers{state}")
        assert here.faults() == []
