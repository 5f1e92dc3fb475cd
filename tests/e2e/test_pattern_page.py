# SPDX-License-Identifier: EUPL-1.2
"""Reading a pattern in the browser: parts, earlier days, figures; every part is accessible and fits."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

Visiting = Callable[..., AbstractContextManager[Any]]
GROWING = "P-2023-001"
UNEQUAL = "P-2024-001"
REJECTED = "P-2024-002"
FIRST = ("C-2021-001", "C-2022-002", "C-2023-003", "C-2023-004")
LATER = {"C-2023-005": 9, "C-2023-006": 16, "C-2023-007": 23, "C-2023-008": 35, "C-2023-009": 44}
UNLIKE_ENDS = ("C-2022-049", "C-2023-050", "C-2024-051", "C-2024-052", "C-2024-053")
STATES = {
    "story": f"?id={UNEQUAL}",
    "growing figures": f"?id={GROWING}&deel=cijfers&op=2023-12-15",
    "treatment": f"?id={UNEQUAL}&deel=gelijk",
    "cases": f"?id={UNEQUAL}&deel=casussen&op=2025-03-01",
    "dossier": f"?id={UNEQUAL}&deel=dossier",
    "course": f"?id={GROWING}&deel=beloop",
    "rejected": f"?id={REJECTED}",
    "unknown": "?id=P-1999-001",
}
WINDOWS = [(1440, "light"), (1440, "dark"), (390, "light"), (390, "dark")]


class Clock:
    """The time at which a pattern was worked on."""

    def __init__(self) -> None:
        self.day = date(2023, 10, 11)

    def __call__(self) -> datetime:
        return datetime(self.day.year, self.day.month, self.day.day, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def address(
    serve: Callable[..., AbstractContextManager[str]],
    sample_home: Path,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The app over the sample cases with three patterns."""
    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("pattern") / "home"))
    register(home)
    with serve(home) as address:
        yield address


def register(home: Path) -> None:
    from casebase.pattern_vocabulary import PatternState, SizeStep
    from casebase.store import SizeFinding
    from patterns.acts import Change
    from patterns.register import NewPattern
    from search_app.databank import Databank
    from search_app.settings import Settings

    clock = Clock()
    databank = Databank(Settings(home=home, actor="anna"), clock=clock)
    desk = databank.pattern_desk

    def new(name: str, members: tuple[str, ...]) -> str:
        reasons = dict.fromkeys(members, "De beslissing loopt vast op dezelfde regel.")
        due = clock.day + timedelta(days=30)
        return desk.register(
            NewPattern(name, "De regel vraagt wat niet kan.", reasons, due), why="Vaker gezien."
        ).pattern_id

    assert new("Wat niet kan, wordt toch gevraagd", FIRST) == GROWING
    for case_id, days in LATER.items():
        clock.day = date(2023, 10, 11) + timedelta(days=days)
        desk.add_cases(GROWING, {case_id: "Nieuw binnengekomen, zelfde regel."})
    desk.enter_size(GROWING, SizeFinding(SizeStep.REGISTER, "register van UWV", 3012, 3012, clock.day))
    desk.remove_cases(GROWING, [FIRST[0]], why="Ging over een andere regel.")
    clock.day = date(2024, 12, 16)
    assert new("Nabetaling telt als inkomen", UNLIKE_ENDS) == UNEQUAL
    assert new("Los signaal", UNLIKE_ENDS[:3]) == REJECTED
    answer = Change(answer="De zaken bleken over verschillende regels te gaan.")
    desk.set_state(REJECTED, PatternState.REJECTED, why="Geen zelfde regel.", change=answer)
    databank.engine.dispose()


def test_a_reader_walks_through_the_parts_and_back(address: str, start_visit: Visiting) -> None:
    with start_visit(address=address) as here:
        page = here.go(f"/patroon?id={UNEQUAL}")
        page.get_by_role("heading", name="Zo gaat het").wait_for()
        parts = page.get_by_role("navigation", name="Delen van deze bladzijde")
        parts.get_by_role("link", name="Gelijke behandeling").click()
        here.settle()
        page.get_by_role("heading", name="Wat maakt deze zaak anders?").wait_for()
        assert parts.get_by_role("link", name="Gelijke behandeling").get_attribute("aria-current") == "page"
        page.go_back()
        here.settle()
        page.get_by_role("heading", name="Zo gaat het").wait_for()


def test_the_history_leads_to_the_pattern_of_then(address: str, start_visit: Visiting) -> None:
    with start_visit(address=address) as here:
        page = here.go(f"/patroon?id={GROWING}&deel=beloop")
        page.get_by_role("link", name="Patroon van die dag: 11 oktober 2023").click()
        here.settle()
        page.get_by_text("zoals het op 11 oktober 2023 was").wait_for()
        page.get_by_text("4 casussen, ontvangen van").wait_for()
        page.get_by_role("link", name="Naar vandaag").click()
        here.settle()
        page.get_by_text("8 casussen, ontvangen van").wait_for()


def test_a_growing_pattern_shows_one_figure_with_its_words(address: str, start_visit: Visiting) -> None:
    for width in (1440, 390):
        with start_visit(address=address, width=width) as here:
            page = here.go(f"/patroon{STATES['growing figures']}")
            page.get_by_text("Groeit", exact=True).wait_for()
            figures = page.get_by_role("img", name="Casussen per maand")
            assert figures.count() == 1
            assert figures.evaluate("image => image.complete && image.naturalWidth > 0")
            page.get_by_text("Toon de getallen per maand").click()
            page.get_by_role("row", name="november 2023").wait_for()


@pytest.mark.parametrize("state", STATES)
def test_every_part_is_accessible_and_fits(address: str, start_visit: Visiting, state: str) -> None:
    for width, scheme in WINDOWS:
        with start_visit(address=address, width=width, scheme=scheme) as here:
            page = here.go(f"/patroon{STATES[state]}")
            page.locator("h1").wait_for()
            found = Axe().run(page).response["violations"]
            assert [(each["id"], [node["target"] for node in each["nodes"]][:3]) for each in found] == []
            assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollWidth") <= width
            levels = here.headings()
            assert levels.count(1) == 1
            assert all(after - before <= 1 for before, after in pairwise(levels))
