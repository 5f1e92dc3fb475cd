# SPDX-License-Identifier: EUPL-1.2
"""Where the time of a search goes: a clock around the functions that do each part."""

import contextlib
import importlib
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any
from unittest.mock import patch

PARTS: Mapping[str, str] = {
    "filters (released cases)": "index.search:Searcher._within",
    "reading the search": "index.search:Searcher._asked",
    "  encoding it": "index.static_encoder:StaticEncoder.encode_queries",
    "ranking": "index.search:rank",
    "  words": "index.words:WordIndex.scores",
    "  words, latent, meaning of all": "index.fusion:_whole_signals",
    "  best passages": "index.fusion:_best_passage",
    "  feedback": "index.fusion:with_feedback",
    "  latent, meaning after feedback": "index.fusion:_moved_signals",
    "hits and reasons": "index.search:search_result",
    "  texts from the database": "index.results:get_cases",
    "  reasons": "index.explain:Explainer.explain",
}
"""Functions by part; those that are indented are within the one above that is not."""


@dataclass
class Clock:
    """Seconds of the processor by part, one entry a search; 0 for a part that a search does not need."""

    spent: dict[str, list[float]] = field(default_factory=lambda: {part: [] for part in PARTS})

    def next_search(self) -> None:
        """From now on it is another search."""
        for times in self.spent.values():
            times.append(0.0)

    def around(self, part: str, work: Callable[..., Any]) -> Callable[..., Any]:
        """The function, timed; a part that calls itself would count twice, none does."""

        @wraps(work)
        def timed(*given: Any, **named: Any) -> Any:
            started = time.thread_time()
            try:
                return work(*given, **named)
            finally:
                if self.spent[part]:
                    self.spent[part][-1] += time.thread_time() - started

        return timed


@contextlib.contextmanager
def clocked() -> Iterator[Clock]:
    """A clock that runs around every part; a part that is not there any more is an AttributeError."""
    clock = Clock()
    with contextlib.ExitStack() as running:
        for part, place in PARTS.items():
            owner, name = _owner(place)
            running.enter_context(patch.object(owner, name, clock.around(part, getattr(owner, name))))
        yield clock


def _owner(place: str) -> tuple[Any, str]:
    module, _, path = place.partition(":")
    *classes, name = path.split(".")
    owner: Any = importlib.import_module(module)
    for each in classes:
        owner = getattr(owner, each)
    return owner, name
