# SPDX-License-Identifier: EUPL-1.2
"""A databank and an anonymiser for the tests of loading."""

import json
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from casebase.database import Sessions, open_engine, sessions
from casebase.record import CaseRecord, RawCase, SafeCase, Suspect

NOW = datetime(2026, 11, 22, 9, 0, tzinfo=UTC)


class FakeAnonymiser:
    """Puts a fixed sentence in place of every story; a case is suspect where its title says so."""

    def __init__(self, engine_version: str = "fake-1") -> None:
        self.engine_version = engine_version
        self.calls = 0

    def anonymise_case(self, raw: RawCase) -> SafeCase:
        self.calls += 1
        if "ONTPLOF" in raw.title:
            raise RuntimeError(f"unsafe text in an exception: {raw.situation}")
        fields = {name: getattr(raw, name) for name in CaseRecord.model_fields}
        safe = SafeCase(**fields, engine=self.engine_version)
        safe = safe.with_narrative(dict.fromkeys(raw.narrative(), "veilige tekst"))
        if "VERDACHT" in raw.title:
            suspect = Suspect(field="title", start=0, end=1, reason="hoofdletter")
            safe = safe.model_copy(update={"suspects": (suspect,)})
        return safe


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def key() -> bytes:
    return b"k" * 32


@pytest.fixture
def anonymiser() -> FakeAnonymiser:
    return FakeAnonymiser()


@pytest.fixture
def newer_anonymiser() -> FakeAnonymiser:
    return FakeAnonymiser("fake-2")


@pytest.fixture
def database(tmp_path: Path, migrated_file: Path) -> Path:
    """The file of an empty databank."""
    file = tmp_path / "home" / "databank.sqlite"
    file.parent.mkdir()
    shutil.copy(migrated_file, file)
    return file


@pytest.fixture
def opened(database: Path) -> Iterator[Sessions]:
    """Sessions over that databank."""
    engine = open_engine(f"sqlite:///{database}")
    yield sessions(engine)
    engine.dispose()


@pytest.fixture
def cases_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes cases as JSON lines: ``cases_file("naam.jsonl", {"case_id": …}, …)``."""

    def write(name: str, *cases: dict[str, object]) -> Path:
        file = tmp_path / "in" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        lines = [json.dumps(case, ensure_ascii=False) for case in cases]
        file.write_text("\n".join(lines) + "\n", encoding="utf-8")
        return file

    return write
