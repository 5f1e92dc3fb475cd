# SPDX-License-Identifier: EUPL-1.2
"""Fixtures for the whole suite."""

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def _clean_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test sees the databank or the language of whoever runs it."""
    for name in [name for name in os.environ if name.startswith("DATABANK_")]:
        if name != "DATABANK_TEST_POSTGRES":
            monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def root() -> Path:
    """The folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a databank without cases; copy it, do not change it."""
    from casebase.database import open_engine
    from casebase.migrating import migrate

    file = tmp_path_factory.mktemp("empty") / "databank.sqlite"
    engine = open_engine(f"sqlite:///{file}")
    migrate(engine)
    engine.dispose()
    return file


@pytest.fixture(scope="session")
def sample_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A databank with the sample cases loaded, released and indexed; do not change it."""
    from ingest.load import Approve, LoadOptions
    from search_app.databank import create_databank
    from search_app.settings import Settings

    home = tmp_path_factory.mktemp("sample-home")
    databank = create_databank(Settings(home=home))
    databank.ingest([databank.settings.sample], LoadOptions(approve=Approve.ALL))
    databank.build_index()
    return home
