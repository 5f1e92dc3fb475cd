# SPDX-License-Identifier: EUPL-1.2
"""The page Cijfers over the sample databank, without a browser."""

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from search_app.databank import Databank, create_databank, open_databank
from search_app.measurements import KEPT, Figure, Measurement, Subject, keep
from search_app.settings import Settings

SCRIPT = Path(__file__).parents[3] / "search_app" / "streamlit_app.py"
Open = Callable[..., str]


@pytest.fixture
def home(sample_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the sample databank that the app serves."""
    shutil.copytree(sample_home, tmp_path / "home")
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def page() -> Iterator[Open]:
    """Open the page at an address; gives its HTML."""

    def opened(**query: str) -> str:
        at = AppTest.from_file(str(SCRIPT), default_timeout=60)
        at.run()
        at.switch_page("views/cijfers.py")
        for name, value in query.items():
            at.query_params[name] = value
        at.run()
        assert not at.exception
        return "\n".join(element.value for element in at.html)

    st.cache_resource.clear()
    yield opened
    st.cache_resource.clear()


def own(value: float) -> Measurement:
    figure = Figure(nl="Namen, gevonden", en="Names, found", value=value, count=40, least=0.98)
    fine = Figure(nl="Plaatsen, gevonden", en="Places, found", value=0.99, count=30, least=0.95)
    return Measurement(
        subject=Subject.ANONYMISING,
        measured_on=date(2026, 3, 2),
        engine="e",
        data=("eigen.jsonl",),
        cases=12,
        figures=(fine, figure),
    )


def test_the_page_tells_the_figures_of_the_report(home: Path, page: Open) -> None:
    databank: Databank = open_databank(Settings(home=home))
    figures = databank.reporting.figures()
    told = page()
    assert f"Er zijn {figures.cases} casussen geregistreerd." in told
    for office in figures.offices:
        assert f'<th scope="row">{office.label.nl}' in told
    for part in figures.completeness:
        assert f"{part.count} / {part.total}" in told


def test_an_earlier_day_is_told_with_the_way_back(home: Path, page: Open) -> None:
    told = page(op="2023-12-31")
    assert "Stand op 31 december 2023" in told
    assert '<a href="cijfers">naar vandaag</a>' in told
    assert "op=2023-12-31" in told  # the choice of period keeps the day


@pytest.mark.parametrize(
    ("asked", "name"), [("month", "maand"), ("year", "jaar"), ("quarter", "kwartaal"), ("eeuw", "kwartaal")]
)
def test_the_address_says_by_which_period_is_counted(asked: str, name: str, home: Path, page: Open) -> None:
    assert f'<b aria-current="true">{name}</b>' in page(per=asked)


def test_without_patterns_the_page_says_so(home: Path, page: Open) -> None:
    assert "Er zijn nog geen patronen geregistreerd." in page()


def test_an_own_measurement_is_shown_with_what_falls_short_first(home: Path, page: Open) -> None:
    keep(own(0.9), home)
    told = page()
    assert "Op eigen casussen, gemeten op 2 maart 2026 op 12 casussen (eigen.jsonl)." in told
    assert "Een van de 2 gevraagde cijfers is niet gehaald." in told
    assert told.index("Namen, gevonden") < told.index("Plaatsen, gevonden")
    assert "minstens 98,0%: niet gehaald" in told


def test_a_damaged_measurement_is_told_and_the_rest_is_shown(home: Path, page: Open) -> None:
    keep(own(0.99), home)
    (home / KEPT / "2026-01-01-retrieval.json").write_text("{", encoding="utf-8")
    told = page()
    assert "2026-01-01-retrieval.json" in told
    assert "Alle 2 gevraagde cijfers zijn gehaald." in told


def test_an_empty_databank_says_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, page: Open
) -> None:
    monkeypatch.setenv("DATABANK_HOME", str(tmp_path / "empty"))
    create_databank(Settings(home=tmp_path / "empty"))
    told = page()
    assert "Er zijn nog geen casussen." in told
    assert "Binnengekomen" not in told
