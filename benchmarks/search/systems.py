# SPDX-License-Identifier: EUPL-1.2
"""Every system of the comparison, made and asked in a process of its own, with what that cost."""

import multiprocessing
import os
import resource
import time
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np

from benchmarks.search.ours import Ours, Parts
from benchmarks.search.peers import (
    BM25,
    LSA,
    Fields,
    Model,
    ReciprocalRanks,
    Scores,
    Standardised,
    System,
    Tfidf,
    words_and_parts,
)
from benchmarks.search.tasks import Search, Task
from casebase.record import SafeCase

OURS = "ours"
REFERENCE = "BM25 + LSA, z"
"""What all are compared with: the stronger of the two usual mixes."""

DEPTH = 100
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")

T = TypeVar("T")
Build = Callable[[Sequence[SafeCase]], System]

PEERS: Mapping[str, Build] = {
    "BM25": BM25,
    "BM25, compounds": lambda cases: BM25(cases, words_and_parts),
    "LSA": LSA,
    "BM25 + LSA, RRF": lambda cases: ReciprocalRanks((BM25(cases), LSA(cases))),
    REFERENCE: lambda cases: Standardised((BM25(cases), LSA(cases))),
    "BM25 + LSA, z, compounds": lambda cases: Standardised(
        (BM25(cases, words_and_parts), LSA(cases, words_and_parts))
    ),
    "letters 3-5": lambda cases: Tfidf(cases, analyzer="char_wb", ngram_range=(3, 5)),
    "BM25 + fields": Fields,
}


@dataclass(frozen=True)
class Cost:
    """Of one core: seconds to build, and for a search the middle, the slow end, and searches a second.

    ``build`` and ``rate`` count processor time, ``p50`` and ``p95`` (milliseconds) the clock; ``peak_mb`` is
    the most memory that the process held, libraries included.
    """

    build: float
    p50: float
    p95: float
    rate: float
    peak_mb: float


@dataclass(frozen=True)
class Answers:
    """The best cases of each search, by a system."""

    system: str
    rankings: Mapping[str, Sequence[str]]
    cost: Cost


@dataclass(frozen=True)
class Choice:
    """Which systems: our model, other models by name, and parts of ours that are tried by themselves."""

    model: str
    others: Mapping[str, str]
    parts: Mapping[str, Parts]


def answers(task: Task, choice: Choice) -> list[Answers]:
    """What every system finds, peers first, then ours and parts of ours."""
    os.environ.update(ONE_CORE)
    systems = [*PEERS, *choice.others, *(f"{name} + BM25 + LSA, z" for name in choice.others), OURS]
    found = [_apart(_one, task, choice, name) for name in systems]
    return found + (_apart(_parts, task, choice) if choice.parts else [])


def answered(task: Task, name: str, system: System, build: float = 0.0) -> Answers:
    """What a system finds for every search, and what that cost; ``build`` is passed on."""
    case_ids = [case.case_id for case in task.cases]
    rankings, wall = {}, []
    for search in task.searches[:3]:
        system.scores(search)
    started = time.process_time()
    for search in task.searches:
        begin = time.perf_counter()
        rankings[search.search_id] = _best(case_ids, system.scores(search), search)
        wall.append(time.perf_counter() - begin)
    rate = len(wall) / max(time.process_time() - started, 1e-9)
    p50, p95 = (float(value) * 1000 for value in np.percentile(wall, [50, 95]))
    return Answers(name, rankings, Cost(build, p50, p95, rate, _peak_mb()))


def _best(case_ids: Sequence[str], scores: Scores, search: Search) -> list[str]:
    """The numbers of the best cases; ties by number, never the cases that were asked with."""
    own = {case.case_id for case in search.cases}
    order = np.argsort(-scores, kind="stable")
    found = (case_ids[row] for row in order[: DEPTH + len(own)] if scores[row] > -np.inf)
    return [case_id for case_id in found if case_id not in own][:DEPTH]


def _one(task: Task, choice: Choice, name: str) -> Answers:
    build = _builder(choice, name)
    build(task.cases[:20])  # libraries are loaded, so that their time is not counted
    started = time.process_time()
    system = build(task.cases)
    return answered(task, name, system, time.process_time() - started)


def _parts(task: Task, choice: Choice) -> list[Answers]:
    whole = Ours(task.cases, choice.model)
    return [answered(task, name, whole.with_parts(parts)) for name, parts in choice.parts.items()]


def _builder(choice: Choice, name: str) -> Build:
    if name == OURS:
        return lambda cases: Ours(cases, choice.model)
    if name in PEERS:
        return PEERS[name]
    mixed = name not in choice.others
    folder = choice.others[name.removesuffix(" + BM25 + LSA, z") if mixed else name]
    if mixed:
        return lambda cases: Standardised((BM25(cases), LSA(cases), Model(cases, folder)))
    return lambda cases: Model(cases, folder)


def _apart(work: Callable[..., T], *given: object) -> T:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as process:
        return process.submit(work, *given).result()


def _peak_mb() -> float:
    """Of this process alone: what getrusage tells starts from the process that made this one."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text("utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
