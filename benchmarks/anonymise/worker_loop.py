# SPDX-License-Identifier: EUPL-1.2
"""What every worker does: fields of a case in, spans out, one JSON line each, and what it cost.

Used from environments that know nothing of the databank, so only the standard library is imported.
"""

import json
import resource
import sys
from collections.abc import Callable, Mapping, Sequence

Spans = Sequence[tuple[int, int, str]]
Find = Callable[[Mapping[str, str]], Mapping[str, Spans]]

WARM_UP = {"text": "Mevrouw Jansen uit Urk belde op 3 maart 2021 over haar uitkering."}


def serve(find: Find, version: str) -> None:
    """Answer texts until standard input ends; the empty object asks what it cost so far.

    ``start_cpu`` and ``cpu`` are seconds of processor time (the machine may be shared): until the first
    text was done, and since; ``peak_mb`` is the most memory that was held.
    """
    find(WARM_UP)
    started = _cpu()
    _answer({"ready": True})
    for line in sys.stdin:
        texts = json.loads(line)
        if texts:
            _answer({field: [list(span) for span in spans] for field, spans in find(texts).items()})
        else:
            peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
            _answer({"start_cpu": started, "cpu": _cpu() - started, "peak_mb": peak, "version": version})


def _cpu() -> float:
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


def _answer(value: object) -> None:
    sys.__stdout__.write(json.dumps(value) + "\n")
    sys.__stdout__.flush()
