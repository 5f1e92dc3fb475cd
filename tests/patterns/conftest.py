# SPDX-License-Identifier: EUPL-1.2
import shutil
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from casebase.database import Engine, Sessions, open_engine, sessions
from casebase.record import SafeCase
from casebase.store import PatternRecord, save_case, set_state
from casebase.vocabulary import ReviewState
from patterns.acts import Act
from patterns.register import NewPattern, register

NAME = "Truus"
"""What counts as a name in these tests."""


def without_names(text: str) -> str:
    return text.replace(NAME, "[PERSOON-1]")


@pytest.fixture
def engine(tmp_path: Path, migrated_file: Path) -> Iterator[Engine]:
    """An empty database."""
    engine = open_engine(f"sqlite:///{shutil.copy(migrated_file, tmp_path / 'databank.db')}")
    yield engine
    engine.dispose()


@pytest.fixture
def make_sessions(engine: Engine) -> Sessions:
    return sessions(engine)


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 3, 9, 10, 30, tzinfo=UTC)


@pytest.fixture
def act(now: datetime) -> Act:
    """Anna acts, on 9 March 2026."""
    return Act("anna", now, without_names)


@pytest.fixture
def add(make_sessions: Sessions, now: datetime) -> Callable[..., None]:
    """Stores cases and, unless told otherwise, releases them."""

    def added(*case_ids: str, state: ReviewState = ReviewState.RELEASED) -> None:
        with make_sessions.begin() as session:
            for case_id in case_ids:
                case = SafeCase.model_validate({"case_id": case_id, "title": f"Casus {case_id}"})
                save_case(session, case, content_key="key", actor="lader", now=now)
                set_state(session, case_id, state, actor="beoordelaar", now=now)

    return added


@pytest.fixture
def registered(make_sessions: Sessions, add: Callable[..., None], act: Act) -> Callable[..., PatternRecord]:
    """Registers a pattern with these cases, which are stored and released first where they are new."""
    known: set[str] = set()

    def made(*case_ids: str, due: date = date(2026, 4, 1), by: Act = act, **more: object) -> PatternRecord:
        add(*(case_id for case_id in dict.fromkeys(case_ids) if case_id not in known))
        known.update(case_ids)
        reasons = {case_id: f"{case_id} past" for case_id in case_ids}
        new = NewPattern("Voorschot terug", "Late keuring leidt tot terugvordering.", reasons, due, **more)  # type: ignore[arg-type]
        with make_sessions.begin() as session:
            return register(session, new, by, "werkgroep")

    return made
