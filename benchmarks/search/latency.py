# SPDX-License-Identifier: EUPL-1.2
"""How long searches take in process: ``python benchmarks/search/latency.py [--copies 37]``.

Loads the invented cases into a database in a temporary folder, builds the index, and times searches with
their hits and reasons, warm. With --copies the collection is made that much larger: every copy keeps two
words in three of each field, another choice each time, so that no two cases are the same.
"""

import argparse
import random
import resource
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from material import MODEL, Material, read_material

from casebase.database import Sessions, migrate, open_engine, sessions
from casebase.filters import SearchFilters
from casebase.record import SafeCase
from casebase.store import save_case, set_state
from casebase.vocabulary import ReviewState
from index.build import build_index
from index.encoder import load_encoder
from index.search import Searcher, open_searcher

NOW = datetime(2025, 1, 1, tzinfo=UTC)
KEPT = 2 / 3


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=1)
    parser.add_argument("--searches", type=int, default=300)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        measure(read_material(), Path(folder), arguments.copies, arguments.searches)


def measure(material: Material, folder: Path, copies: int, searches: int) -> None:
    engine = open_engine(f"sqlite:///{folder}/bank.sqlite")
    migrate(engine)
    bank = sessions(engine)
    cases = enlarged(material.cases, copies)
    _timed("store and release", lambda: store(bank, cases))
    encoder = load_encoder(str(MODEL))
    status = _timed("build", lambda: build_index(bank, folder / "index", encoder, now=NOW))
    _timed("build again, nothing new", lambda: build_index(bank, folder / "index", encoder, now=NOW))
    searcher = _timed("open", lambda: open_searcher(folder / "index", encoder))
    assert status.manifest is not None
    size = sum(path.stat().st_size for path in (folder / "index").rglob("*") if path.is_file())
    print(f"{status.manifest.cases} cases, {status.manifest.passages} passages, {size / 1e6:.1f} MB of index")
    times(material, bank, searcher, searches)
    print(f"largest memory of the process {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def times(material: Material, bank: Sessions, searcher: Searcher, searches: int) -> None:
    texts = [query.text for query in material.queries]
    narrow = SearchFilters(regulations=("Wajong",))
    with bank() as session:
        for text in texts:
            searcher.search(session, text)
        _report("search, 10 hits", lambda n: searcher.search(session, texts[n % len(texts)]), searches)
        _report(
            "search, filtered",
            lambda n: searcher.search(session, texts[n % len(texts)], filters=narrow),
            searches,
        )
        _report(
            "similar, 5 hits",
            lambda n: searcher.similar(session, material.cases[n % len(material.cases)].case_id),
            searches,
        )
        _report(
            "ranking only", lambda n: searcher.ranking(session, texts[n % len(texts)], limit=100), searches
        )


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


def _report(name: str, search: Callable[[int], object], searches: int) -> None:
    wall, cpu = [], time.process_time()
    for number in range(searches):
        started = time.perf_counter()
        search(number)
        wall.append(time.perf_counter() - started)
    cpu = time.process_time() - cpu
    p50, p95, worst = np.percentile(wall, [50, 95, 100]) * 1000
    each = cpu / searches * 1000
    print(f"{name:18} p50 {p50:6.1f} ms  p95 {p95:6.1f} ms  max {worst:6.1f} ms  CPU {each:6.1f} ms")


def _timed(name: str, work: Callable[[], Any]) -> Any:
    started = time.perf_counter()
    result = work()
    print(f"{name}: {time.perf_counter() - started:.1f} s")
    return result


if __name__ == "__main__":
    main()
