# SPDX-License-Identifier: EUPL-1.2
"""The systems that are compared, each in a process of its own."""

import json
import os
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

HERE = Path(__file__).parent
ONE_CORE = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")


@dataclass(frozen=True)
class Cost:
    """Seconds of processor time until the first text was done and after that, memory, and the version."""

    start_cpu: float
    cpu: float
    peak_mb: float
    version: str

    def __add__(self, other: "Cost") -> "Cost":
        return Cost(
            self.start_cpu + other.start_cpu,
            self.cpu + other.cpu,
            self.peak_mb + other.peak_mb,
            f"{self.version}; {other.version}",
        )


class Worker:
    """A system that answers over a pipe."""

    def __init__(self, python: str, script: str, *options: str) -> None:
        self._process = subprocess.Popen(
            [python, str(HERE / script), *options],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **ONE_CORE, "PYTHONPATH": str(HERE.parents[1]) if script == OURS else ""},
        )
        self._read()

    def find_in_fields(self, texts: Mapping[str, str]) -> dict[str, list[PiiSpan]]:
        """What it finds; ours looks at all fields together, the others know no cases."""
        found = self._asked(texts) if texts else {}
        return {
            field: [PiiSpan(start, end, Kind(kind), 1.0, "peer") for start, end, kind in spans if start < end]
            for field, spans in found.items()
        }

    def cost(self) -> Cost:
        """What it cost so far."""
        return Cost(**self._asked({}))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait(timeout=60)

    def _asked(self, question: Mapping[str, str]) -> dict[str, list[tuple[int, int, str]]]:
        assert self._process.stdin
        self._process.stdin.write(json.dumps(dict(question)) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, list[tuple[int, int, str]]]:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise SystemExit(f"{self._process.args[1]} ended early")
        return dict(json.loads(line))


class Together:
    """Two systems of which both findings count; their costs are added up."""

    def __init__(self, systems: Sequence[Worker]) -> None:
        self._systems = systems

    def find_in_fields(self, texts: Mapping[str, str]) -> dict[str, list[PiiSpan]]:
        """All that any of them finds; what one finds inside what another found is left out."""
        each = [system.find_in_fields(texts) for system in self._systems]
        return {
            field: _outermost([span for found in each for span in found.get(field, [])]) for field in texts
        }

    def cost(self) -> Cost:
        """The costs of all."""
        first, *rest = [system.cost() for system in self._systems]
        for other in rest:
            first = first + other
        return first


OURS = "our_worker.py"


def _outermost(spans: Sequence[PiiSpan]) -> list[PiiSpan]:
    by_size = sorted(spans, key=lambda span: (span.start - span.end, span.start))
    kept: list[PiiSpan] = []
    for span in by_size:
        if not any(other.covers(span) for other in kept):
            kept.append(span)
    return sorted(kept)
