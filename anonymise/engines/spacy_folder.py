# SPDX-License-Identifier: EUPL-1.2
"""A spaCy pipeline with a name recogniser, from a folder (``nlp.to_disk`` or an unpacked wheel)."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from anonymise.engines.chunks import Chunk, chunks_of, joined
from anonymise.engines.labels import kind_of_label
from anonymise.engines.name_engine import SCORE
from anonymise.spans import PiiSpan

_WORDS, _OVERLAP = 2_000, 40
_UNUSED = ["parser", "lemmatizer", "morphologizer", "textcat"]
"""Parts of a pipeline that names do not need, where it has them."""


class SpacyEngine:
    """Names as a spaCy pipeline finds them.

    Raises:
        ModuleNotFoundError: spaCy is not installed.
        OSError, ValueError: the folder holds no pipeline for this version.
    """

    def __init__(self, folder: Path) -> None:
        import spacy

        self.name = f"spacy:{folder.name}"
        self._pipeline: Any = spacy.load(folder, exclude=_UNUSED)

    def find(self, texts: Sequence[str]) -> list[list[PiiSpan]]:
        """Persons, places and organisations in each text."""
        parts = [(at, chunk) for at, text in enumerate(texts) for chunk in chunks_of(text, _WORDS, _OVERLAP)]
        found: list[list[PiiSpan]] = [[] for _ in texts]
        documents = self._pipeline.pipe(chunk.text for _, chunk in parts)
        for (at, chunk), document in zip(parts, documents, strict=True):
            found[at] += self._spans(document, chunk)
        return [joined(spans) for spans in found]

    def _spans(self, document: Any, chunk: Chunk) -> list[PiiSpan]:
        return [
            PiiSpan(chunk.start + name.start_char, chunk.start + name.end_char, kind, SCORE, self.name)
            for name in document.ents
            if (kind := kind_of_label(name.label_)) is not None
        ]
