# SPDX-License-Identifier: EUPL-1.2
"""The dossier part of a pattern's page, over the sample cases, without a browser."""

import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from patterns.register import NewPattern
from search_app.databank import Databank, open_databank
from search_app.settings import Settings

SCRIPT = Path(__file__).parents[3] / "search_app" / "streamlit_app.py"
MEMBERS = ("C-2022-049", "C-2023-050", "C-2024-051", "C-2024-052")
Open = Callable[..., AppTest]


@pytest.fixture(scope="module")
def pattern(sample_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Databank, str]]:
    """A copy of the sample cases with one pattern."""
    home = Path(shutil.copytree(sample_home, tmp_path_factory.mktemp("dossier") / "home"))
    st.cache_resource.clear()
    databank = open_databank(Settings(home=home))
    due = datetime.now(UTC).date() + timedelta(days=60)
    new = NewPattern("Nabetaling", "De nabetaling telt mee.", dict.fromkeys(MEMBERS, "Zelfde regel."), due)
    yield databank, databank.pattern_desk.register(new, why="Besproken.").pattern_id
    databank.engine.dispose()
    st.cache_resource.clear()


@pytest.fixture
def page(pattern: tuple[Databank, str], monkeypatch: pytest.MonkeyPatch) -> Open:
    """Opens the part with these parameters in its address."""
    databank, number = pattern
    monkeypatch.setenv("DATABANK_HOME", str(databank.settings.home))

    def opened(**query: str | list[str]) -> AppTest:
        at = AppTest.from_file(str(SCRIPT), default_timeout=120).run()
        at.switch_page("views/patroon.py")
        for name, value in {"id": number, "deel": "dossier", **query}.items():
            at.query_params[name] = value
        return at.run()

    return opened


def trouble(at: AppTest) -> str:
    return " ".join(each.proto.body for each in at.get("html") if 'role="alert"' in each.proto.body)


def told_stories(at: AppTest) -> list[str]:
    return [each.label.removeprefix("Verhaal van ") for each in at.text_area]


def test_it_begins_with_the_most_typical_stories_for_other_bodies(page: Open) -> None:
    at = page()
    assert not at.exception
    assert at.radio[0].value == "delen"
    assert len(told_stories(at)) == 3
    assert set(told_stories(at)) == set(at.multiselect[0].value) < set(MEMBERS)
    assert len(at.get("image")) > 1


def test_what_is_chosen_goes_to_the_address_and_is_read_from_it(page: Open) -> None:
    at = page(verhaal=["C-2024-052", "X-1"], voor="publicatie")
    assert at.radio[0].value == "publicatie"
    assert at.multiselect[0].value == ["C-2024-052"]
    at.multiselect[0].select("C-2022-049").run()
    assert at.query_params["verhaal"] == ["C-2024-052", "C-2022-049"]
    assert told_stories(at) == ["C-2024-052", "C-2022-049"]
    at.radio[0].set_value("delen").run()
    assert at.query_params["voor"] == "delen"
    assert told_stories(at) == ["C-2024-052", "C-2022-049"]


def test_a_refused_story_is_told_and_what_was_typed_stays(page: Open) -> None:
    at = page(verhaal=["C-2022-049", "C-2024-052"])
    at.text_area[0].set_value("Bel Truus Jansen op 06 12345678.")
    at.text_area[1].set_value("Korter verteld.")
    (use,) = [each for each in at.button if each.label == "Zet in het dossier"]
    use.click().run()
    assert "persoonsgegeven" in trouble(at)
    assert [each.value for each in at.text_area] == ["Bel Truus Jansen op 06 12345678.", "Korter verteld."]
    at.text_area[0].set_value("Iemand verloor de toeslag.")
    (use,) = [each for each in at.button if each.label == "Zet in het dossier"]
    use.click().run()
    assert trouble(at) == ""


def test_before_the_pattern_was_there_is_no_dossier(page: Open) -> None:
    at = page(op="2020-01-01")
    assert not at.exception
    assert not at.get("download_button")


def test_it_speaks_english(page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABANK_LANG", "en")
    st.cache_resource.clear()
    at = page()
    assert at.radio[0].label == "Who may read it?"
    assert [each.proto.label for each in at.get("download_button")] == ["Download as Word", "Download as PDF"]
