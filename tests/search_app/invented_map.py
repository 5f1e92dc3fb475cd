# SPDX-License-Identifier: EUPL-1.2
"""A real desk with the map of invented cases: three problems in words of their own, in a real database."""

import atexit
import re
import shutil
import tempfile
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from pathlib import Path

import numpy as np

from casebase import store
from casebase.migrating import migrate
from casebase.record import SafeCase
from casebase.vocabulary import Nature, Outcome, ReviewState
from index.build import build_index
from index.search import Searcher, open_searcher
from search_app.map_desk import MapDesk, MapMemory
from search_app.parts import Parts
from search_app.settings import Settings

START = datetime(2026, 11, 20, 9, tzinfo=UTC)
SCRIPT = "<script>document.title='overgenomen'</script><img src=x onerror=\"document.title='overgenomen'\">"
PROBLEMS = (
    ("Voorschot", "WIA", "voorschot keuring verzekeringsarts wachttijd terugvordering betaling uitkering"),
    ("Boete", "WW", "boete melding inkomsten werkgever sollicitatie controle termijn"),
    ("Toeslag", "TW", "toeslag huishouden partner inwoning vermogen wijziging beslissing"),
)
PLACES = ("Twente", "Zeeland", "Drenthe", "")
OUTCOMES = (Outcome.SOLVED, Outcome.NOT_SOLVED, Outcome.PARTLY, None)


def map_cases(size: int = 30) -> tuple[SafeCase, ...]:
    """The cases: three problems in turn; every fourth has no outcome and no place, the last has a script."""
    random = np.random.default_rng(11)
    found = []
    for number in range(size):
        name, regulation, words = PROBLEMS[number % 3]
        own = random.choice(words.split(), 5, replace=False)
        found.append(
            SafeCase(
                case_id=f"K-2025-{number:03}",
                title=f"{name} van geval {number}",
                situation=f"Het ging om {' '.join(own)} in geval {chr(97 + number % 26) * 6}.",
                regulations=(regulation, "Wlz") if number % 10 == 0 else (regulation,),
                maatwerkplaats=PLACES[number % 4],
                received_on=date(2023 + number % 3, 1 + number % 12, 1),
                nature=Nature.FINANCIAL,
                outcome=OUTCOMES[number % 4],
            )
        )
    last = found[-1].model_copy(update={"title": f"Toeslag {SCRIPT}", "maatwerkplaats": SCRIPT})
    return (*found[:-1], last)


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


class MapParts(Parts):
    """A database and an index in a folder of their own."""

    def __init__(self, home: Path, model: str = "words@1") -> None:
        super().__init__(Settings(home=home))
        self.model = WordCounter(model)
        self.memory = MapMemory()
        self.open: Searcher | None = None
        self.moment = START + timedelta(days=1)

    def map_of(self, actor: str) -> MapDesk:
        return MapDesk(
            self, actor=actor, clock=lambda: self.moment, searcher=self.searcher, memory=self.memory
        )

    def searcher(self) -> Searcher:
        with self.session() as session:
            if self.open is not None and self.open.is_current(session):
                return self.open
        build_index(self.sessions, self.settings.index_folder, self.model, now=START)
        self.open = open_searcher(self.settings.index_folder, self.model, released=self.released)
        return self.open

    def release(self, cases: Iterable[SafeCase]) -> None:
        with self.writing() as session:
            for case in cases:
                store.save_case(session, case, content_key=case.case_id, actor="lader", now=START)
                store.set_state(session, case.case_id, ReviewState.RELEASED, actor="beoordelaar", now=START)

    def hold(self, case_id: str) -> None:
        with self.writing() as session:
            store.set_state(session, case_id, ReviewState.HELD, actor="beoordelaar", now=START)


def open_parts(cases: Iterable[SafeCase] | None = None) -> MapParts:
    """A new database with these cases released, in a folder that goes away with the process."""
    home = Path(tempfile.mkdtemp(prefix="map-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    if cases is None:
        shutil.copytree(_usual_home(), home, dirs_exist_ok=True)
        return MapParts(home)
    return _filled(home, cases)


@lru_cache(maxsize=1)
def _usual_home() -> Path:
    """A folder with the usual cases and their index, made once, to copy."""
    home = Path(tempfile.mkdtemp(prefix="map-"))
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    parts = _filled(home, map_cases())
    parts.searcher()
    parts.engine.dispose()
    return home


def _filled(home: Path, cases: Iterable[SafeCase]) -> MapParts:
    parts = MapParts(home)
    migrate(parts.engine)
    parts.release(cases)
    return parts
