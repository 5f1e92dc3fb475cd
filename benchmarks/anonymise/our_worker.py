# SPDX-License-Identifier: EUPL-1.2
"""Our anonymiser, whole or without its name model (see ``worker_loop``)."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from worker_loop import Spans, serve

LISTS = Path(__file__).parents[2] / "data" / "lists"


class NoReading:
    """What a model would say that adds nothing and doubts nothing."""

    def candidates(self, least: float) -> list[object]:
        """Nothing is added."""
        return []

    def likelihood(self, start: int, end: int) -> float:
        """Nothing is doubted."""
        return 1.0


class NoModel:
    """Stands where the name model stands."""

    version = "none"

    def read(self, texts: Sequence[str]) -> list[NoReading]:
        """One empty reading a text."""
        return [NoReading() for _ in texts]


def main(*, with_model: bool) -> None:
    from anonymise import anonymiser as module

    if not with_model:
        module.load_name_model = lambda folder, words: NoModel()
    anonymiser = module.load_anonymiser(LISTS)

    def find(texts: Mapping[str, str]) -> dict[str, Spans]:
        found = anonymiser.find_in_fields(texts)
        return {field: [(span.start, span.end, span.kind.value) for span in found[field]] for field in found}

    serve(find, f"engine {anonymiser.engine_version}")


if __name__ == "__main__":
    main(with_model="--without-model" not in sys.argv)
