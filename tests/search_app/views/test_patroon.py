# SPDX-License-Identifier: EUPL-1.2
"""The page Patroon over the sample cases, without a browser."""

import shutil
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from casebase.pattern_vocabulary import PatternState
from patterns.acts import Change
from patterns.register import NewPattern
from search_app.databank import Databank
from search_app.settings import Settings

SCRIPT = Path(__file__).parents[3] / "search_app" / "streamlit_app.py"
MEMBERS = ("A-2021-013", "A-2022-015", "A-2022-017", "A-2022-018", "A-2023-020", "A-2024-021")
REASON = "Pas na jaren teruggevorderd."


class Clock:
    """The time that a test sets."""

    def __init__(self) -> None:
        self.now = datetime(2024, 6, 3, 9, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture(scope="module")
def home(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample databank with a pattern that goes on, and one that went up in it."""
    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("patroon") / "home"))
    clock = Clock()
    databank = Databank(Settings(home=home, actor="anna"), clock=clock)
    desk = databank.pattern_desk
    for name, members in (("Terug na jaren", MEMBERS[:5]), ("Nog eens", MEMBERS[4:])):
        new = NewPattern(
            name, "De regel telt te ver terug.", dict.fromkeys(members, REASON), date(2024, 9, 1)
        )
        desk.register(new, why="Drie keer hetzelfde.")
    clock.now = datetime(2024, 7, 1, 9, tzinfo=UTC)
    change = Change(answer_due=date(2024, 12, 1))
    desk.set_state("P-2024-001", PatternState.CONFIRMED, why="Besproken in de werkgroep.", change=change)
    clock.now = datetime(2024, 8, 1, 9, tzinfo=UTC)
    desk.merge(["P-2024-002"], "P-2024-001", why="Dezelfde regel.")
    databank.engine.dispose()
    return home


@pytest.fixture
def opened(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The app over that databank."""
    monkeypatch.setenv("DATABANK_HOME", str(home))
    st.cache_resource.clear()
    yield
    st.cache_resource.clear()


def page(**query: str) -> AppTest:
    at = AppTest.from_file(str(SCRIPT), default_timeout=60).run()
    at.switch_page("views/patroon.py")
    for name, value in query.items():
        at.query_params[name] = value
    at.run()
    assert not at.exception
    return at


def html(at: AppTest) -> str:
    return "\n".join(element.value for element in at.html)


@pytest.mark.usefixtures("opened")
def test_the_story_comes_first_with_stories_exceptions_and_what_it_comes_down_to() -> None:
    told = html(page(id="P-2024-001"))
    for each in (
        "Terug na jaren",
        "Bevestigd",
        "dagen te laat",
        "Zo gaat het",
        "Hier ging het anders",
        "6 casussen",
    ):
        assert each in told
    assert told.count("casus?id=A-") >= 5


@pytest.mark.usefixtures("opened")
def test_the_figures_are_drawn_with_their_words_beside_them() -> None:
    at = page(id="P-2024-001", deel="cijfers", op="2024-09-02")
    images = at.get("image")
    assert len(images) == 2
    assert all(
        "Casussen per maand, oktober 2022 tot en met september 2024" in one.proto.imgs[0].alt
        for one in images
    )
    for each in ("Toon de getallen per maand", "Waar komt het voor?", "ten minste 6"):
        assert each in html(at)


@pytest.mark.usefixtures("opened")
def test_equal_treatment_lays_pairs_side_by_side() -> None:
    at = page(id="P-2024-001", deel="gelijk")
    told = html(at)
    assert "Wat maakt deze zaak anders?" in told
    assert "mw-beide" in told
    assert at.get("image")[0].proto.imgs[0].alt.startswith("Afloop van de casussen: opgelost 3")


@pytest.mark.usefixtures("opened")
def test_cases_and_history_tell_who_did_what_and_why() -> None:
    cases = html(page(id="P-2024-001", deel="casussen"))
    assert cases.count(REASON) >= 6
    course = html(page(id="P-2024-001", deel="beloop"))
    for each in ("Ander patroon opgenomen", "P-2024-002", "Besproken in de werkgroep.", "op=2024-07-01"):
        assert each in course


@pytest.mark.usefixtures("opened")
def test_an_earlier_day_shows_the_pattern_of_then_and_nothing_to_do() -> None:
    at = page(id="P-2024-001", op="2024-06-15")
    told = html(at)
    assert "Gesignaleerd" in told
    assert "5 casussen" in told
    assert "op 15 juni 2024 was" in told
    assert not at.button


@pytest.mark.usefixtures("opened")
def test_a_merged_pattern_leads_on() -> None:
    assert 'opgegaan in <a href="patroon?id=P-2024-001">' in html(page(id="P-2024-002"))


@pytest.mark.usefixtures("opened")
@pytest.mark.parametrize(
    ("query", "told"),
    [
        ({"id": "P-1999-001"}, "Dit patroon is er niet"),
        ({"id": "<script>alert(1)</script>"}, "Dit patroon is er niet"),
        ({}, "Geen patroon gekozen"),
        ({"id": "P-2024-001", "op": "2024-01-01"}, "Dit patroon was er nog niet"),
    ],
)
def test_what_is_not_there_is_worded(query: dict[str, str], told: str) -> None:
    shown = html(page(**query))
    assert told in shown
    assert "<script" not in shown
