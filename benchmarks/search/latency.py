# SPDX-License-Identifier: EUPL-1.2
"""How long searches take in process.

    python -m benchmarks.search.latency [--copies 37] [--json FILE]

Loads the invented cases into a database in a temporary folder, builds the index, and times searches with
their hits and reasons, warm: by themselves, and as the app does them (personal data out, facets). With
--copies the collection is made that much larger: every copy keeps two words in three of each field, another
choice each time, so that no two cases are the same. Then the same searches again with a clock around every
part (``parts.py``), to see where the time goes. A search runs in one thread. On a busy machine the processor
time (CPU) is the one to look at.
"""

import argparse
import json
import random
import resource
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.search.material import Material, read_material
from benchmarks.search.parts import clocked
from casebase.database import Sessions
from casebase.filters import SearchFilters
from casebase.record import SafeCase
from casebase.store import save_case, set_state
from casebase.vocabulary import ReviewState
from index.search import Searcher
from search_app.databank import Databank, create_databank
from search_app.settings import Settings

NOW = datetime(2025, 1, 1, tzinfo=UTC)
KEPT = 2 / 3
NARROW = SearchFilters(regulations=("Wajong",))


@dataclass(frozen=True)
class Percentiles:
    """Milliseconds: the middle and the slow end."""

    p50: float
    p95: float


@dataclass(frozen=True)
class Times:
    """Of the processor, and by the clock (not of parts)."""

    name: str
    cpu: Percentiles
    clock: Percentiles | None


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--searches", type=int, default=300)
    parser.add_argument("--json", type=Path, help="file for the figures")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        figures = measure(read_material(), Path(folder), arguments.copies, arguments.searches)
    if arguments.json:
        arguments.json.write_text(json.dumps([asdict(each) for each in figures], indent=1) + "\n", "utf-8")


def measure(material: Material, folder: Path, copies: int, searches: int) -> list[Times]:
    """The times of each kind of search, and of the parts of a search."""
    databank = create_databank(Settings(home=folder))
    cases = enlarged(material.cases, copies)
    _timed("store and release", lambda: store(databank.sessions, cases))
    status = _timed("build", databank.build_index)
    _timed("build again, nothing new", databank.build_index)
    searcher = _timed("open", databank.searcher)
    assert status.manifest is not None
    size = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file())
    print(f"{status.manifest.cases} cases, {status.manifest.passages} passages, {size / 1e6:.1f} MB of index")
    found = times(material, databank, searches) + parts(material, databank.sessions, searcher, searches)
    print(f"largest memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")
    return found


def times(material: Material, databank: Databank, searches: int) -> list[Times]:
    searcher = databank.searcher()
    texts = [query.text for query in material.queries]
    cases = [case.case_id for case in material.cases]
    with databank.sessions() as session:
        ways: dict[str, Callable[[int], object]] = {
            "search, 10 hits": lambda n: searcher.search(session, texts[n % len(texts)]),
            "search, filtered": lambda n: searcher.search(session, texts[n % len(texts)], filters=NARROW),
            "similar, 5 hits": lambda n: searcher.similar(session, cases[n % len(cases)]),
            "app, 20 hits": lambda n: databank.search(texts[n % len(texts)]),
            "app, what the collection holds": lambda n: databank.collection(),
            "ranking only": lambda n: searcher.ranking(session, texts[n % len(texts)], limit=100),
        }
        for number in range(len(texts)):
            ways["search, 10 hits"](number)
        return [_reported(name, search, searches) for name, search in ways.items()]


def parts(material: Material, bank: Sessions, searcher: Searcher, searches: int) -> list[Times]:
    """Each part of a search with 10 hits, plain and filtered."""
    texts = [query.text for query in material.queries]
    found = []
    for name, filters in (("plain", SearchFilters()), ("filtered", NARROW)):
        print(f"parts of a search, {name}")
        with bank() as session, clocked() as clock:
            for number in range(searches):
                clock.next_search()
                searcher.search(session, texts[number % len(texts)], filters=filters)
        found += [_told(f"{name}: {part.strip()}", part, spent) for part, spent in clock.spent.items()]
    return found


def enlarged(cases: list[SafeCase], copies: int) -> list[SafeCase]:
    made = list(cases)
    for copy in range(1, copies):
        chance = random.Random(copy)
        for case in cases:
            texts = {
                name: " ".join(word for word in text.split() if chance.random() < KEPT)
                for name, text in case.narrative().items()
            }
            made.append(
                case.with_narrative(texts).model_copy(update={"case_id": f"{case.case_id}-{copy:03}"})
            )
    return made


def store(bank: Sessions, cases: list[SafeCase]) -> None:
    for begin in range(0, len(cases), 500):
        with bank.begin() as session:
            for case in cases[begin : begin + 500]:
                save_case(session, case, content_key=case.case_id, actor="benchmark", now=NOW)
                set_state(session, case.case_id, ReviewState.RELEASED, actor="benchmark", now=NOW)


def _reported(name: str, search: Callable[[int], object], searches: int) -> Times:
    wall, cpu = [], []
    for number in range(searches):
        started, busy = time.perf_counter(), time.thread_time()
        search(number)
        wall.append(time.perf_counter() - started)
        cpu.append(time.thread_time() - busy)
    return _told(name, name, cpu, wall)


def _told(name: str, label: str, cpu: Sequence[float], wall: Sequence[float] = ()) -> Times:
    clock = _percentiles(wall) if wall else None
    found = Times(name, _percentiles(cpu), clock)
    told = f"  by the clock p50 {clock.p50:6.1f} ms  p95 {clock.p95:6.1f} ms" if clock else ""
    print(f"{label:38} CPU p50 {found.cpu.p50:6.2f} ms  p95 {found.cpu.p95:6.2f} ms{told}")
    return found


def _percentiles(seconds: Sequence[float]) -> Percentiles:
    return Percentiles(*(float(value) * 1000 for value in np.percentile(seconds, [50, 95])))


def _timed(name: str, work: Callable[[], Any]) -> Any:
    started = time.perf_counter()
    result = work()
    print(f"{name}: {time.perf_counter() - started:.1f} s")
    return result


if __name__ == "__main__":
    main()
