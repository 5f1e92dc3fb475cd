# SPDX-License-Identifier: EUPL-1.2
import re
import shutil
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

from casebase.database import Engine, Sessions, open_engine, sessions
from casebase.record import SafeCase
from casebase.store import PatternRecord, save_case, set_state
from casebase.vocabulary import ReviewState
from index.collection import Collection
from index.evaluation import collection_of
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


@dataclass(frozen=True)
class WordCounter:
    """A search model that knows words only: texts are near when they share words."""

    model_id: str = "words@1"
    dimension: int = 64

    def encode_queries(self, texts: Sequence[str]) -> np.ndarray:
        return np.array([self._vector(text) for text in texts], np.float32).reshape(-1, self.dimension)

    encode_passages = encode_queries

    def _vector(self, text: str) -> np.ndarray:
        vector = np.zeros(self.dimension, np.float32)
        for word in re.findall(r"[a-z]{4,}", text.lower()):
            vector[zlib.crc32(word.encode()) % self.dimension] += 1
        length = np.linalg.norm(vector)
        return vector / length if length else vector


@dataclass(frozen=True)
class Told:
    """Cases about some problems and cases about nothing else, with the problem of each ('' for those)."""

    cases: list[SafeCase]
    themes: dict[str, str]
    collection: Collection


@pytest.fixture(scope="session")
def told() -> Told:
    """Five problems of ten cases that share words, and fifty cases that share none."""
    random = np.random.default_rng(7)
    cases = []
    themes = {}
    for number in range(100):
        theme = number % 5 if number < 50 else 5 + number
        own = random.choice([f"probleem{_letters(theme)}{_letters(n)}" for n in range(12)], 8, replace=False)
        any_words = random.choice([f"gewoon{_letters(n // 20)}{_letters(n % 20)}" for n in range(300)], 20)
        words = [*own, *any_words]
        case_id = f"C-{number:03d}"
        cases.append(
            SafeCase(
                case_id=case_id,
                situation=" ".join(random.permutation(words)),
                reasoning=" ".join(random.permutation(words)),
                received_on=date(2024, 1, 1) + timedelta(days=10 * number),
                maatwerkplaats="Noord" if number < 50 and theme == 0 else f"Plaats {number % 4}",
            )
        )
        themes[case_id] = f"T{theme}" if number < 50 else ""
    return Told(cases, themes, collection_of(cases, WordCounter()))


def _letters(number: int) -> str:
    return "bcdfghklmnprstvwzxqj"[number % 20] * 2 + "aeiou"[number // 20 % 5]
