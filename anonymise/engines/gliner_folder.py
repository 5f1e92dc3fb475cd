# SPDX-License-Identifier: EUPL-1.2
"""A GLiNER model, which finds what it is told in words, from a folder (Zaratiana and others, NAACL 2024)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from anonymise.engines.chunks import Chunk, chunks_of, joined
from anonymise.engines.labels import kind_of_label
from anonymise.engines.name_engine import SCORE
from anonymise.spans import PiiSpan

LABELS = ("person", "city", "organization")
"""What the model is asked for; English words work best, whatever the language of the text."""

_THRESHOLD = 0.4
_WORDS, _OVERLAP = 250, 50
"""The models were trained on some three hundred words; GLiNER itself cuts off what is longer."""


class GlinerEngine:
    """Names as a GLiNER model finds them.

    Raises:
        ModuleNotFoundError: gliner is not installed.
        OSError, ValueError: the folder holds no such model.
    """

    def __init__(self, folder: Path) -> None:
        from gliner import GLiNER

        self.name = f"gliner:{folder.name}"
        self._model: Any = GLiNER.from_pretrained(str(folder), local_files_only=True)
        self._model.eval()

    def find(self, texts: Sequence[str]) -> list[list[PiiSpan]]:
        """Persons, places and organisations in each text."""
        parts = [(at, chunk) for at, text in enumerate(texts) for chunk in chunks_of(text, _WORDS, _OVERLAP)]
        found: list[list[PiiSpan]] = [[] for _ in texts]
        if not parts:
            return found
        answers = self._model.inference(
            [chunk.text for _, chunk in parts], list(LABELS), threshold=_THRESHOLD
        )
        for (at, chunk), names in zip(parts, answers, strict=True):
            found[at] += self._spans(names, chunk)
        return [joined(spans) for spans in found]

    def _spans(self, names: Sequence[dict[str, Any]], chunk: Chunk) -> list[PiiSpan]:
        return [
            PiiSpan(chunk.start + name["start"], chunk.start + name["end"], kind, SCORE, self.name)
            for name in names
            if name["start"] < name["end"] and (kind := kind_of_label(name["label"])) is not None
        ]
