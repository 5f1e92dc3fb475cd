# SPDX-License-Identifier: EUPL-1.2
"""Fixtures for tests of the pages: the app over invented cases, without a browser."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from casebase.bilingual import Language

SCRIPT = Path(__file__).parents[3] / "search_app" / "streamlit_app.py"
Query = Mapping[str, str | Sequence[str]]
Open = Callable[..., AppTest]


@pytest.fixture
def databank(invented: ModuleType, monkeypatch: pytest.MonkeyPatch) -> Iterator[object]:
    """The invented databank in place of the real one; the app's caches are emptied around it."""
    made = invented.InventedDatabank()
    stand_in = ModuleType("search_app.databank")
    stand_in.open_databank = lambda settings: made  # type: ignore[attr-defined]
    stand_in.Databank = invented.InventedDatabank  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "search_app.databank", stand_in)
    for name in [name for name in sys.modules if name.startswith("search_app.ui")]:
        monkeypatch.delitem(sys.modules, name)
    st.cache_resource.clear()
    yield made
    st.cache_resource.clear()


@pytest.fixture
def open_page(databank: object) -> Open:
    """Open a page of the app at an address; gives the finished page."""

    def opened(page: str = "", **query: str | Sequence[str]) -> AppTest:
        at = AppTest.from_file(str(SCRIPT), default_timeout=30)
        if page:
            at.run()
            at.switch_page(f"views/{page}.py")
        for name, value in query.items():
            at.query_params[name] = value
        return at.run()

    return opened


@pytest.fixture
def in_english(databank: object, monkeypatch: pytest.MonkeyPatch) -> None:
    """The app speaks English."""
    monkeypatch.setenv("DATABANK_LANG", Language.EN.value)
