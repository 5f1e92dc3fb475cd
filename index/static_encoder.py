# SPDX-License-Identifier: EUPL-1.2
"""Token embeddings without torch: reads a sentence-transformers StaticEmbedding folder with numpy."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder import Encoder, EncoderError, Vectors, prepared, too_many_dimensions, unit_rows
from index.fingerprint import checked_fingerprint
from index.model_options import USUAL, ModelOptions
from index.pieces import Ids, ids_of

_BATCH = 512


def load_static_encoder(folder: Path, options: ModelOptions = USUAL) -> "StaticEncoder | None":
    """The encoder in the folder when it holds only token embeddings (and scaling), else None.

    Raises:
        EncoderError: it is such a folder, but a file in it is missing or damaged.
    """
    module = _only_static_module(folder)
    if module is None:
        return None
    model_id = static_id(folder, options)
    try:
        table, tokenizer = _read_table(module), _read_tokenizer(module)
    except Exception:  # the Rust libraries raise bare exceptions of their own
        raise _damaged(folder) from None
    if table is None:
        return None
    if not np.isfinite(table).all() or tokenizer.get_vocab_size() > len(table):
        raise _damaged(folder)
    return StaticEncoder(model_id, tokenizer, _first_columns(table, options.dimensions))


def if_quick(encoder: Encoder) -> Encoder | None:
    """The encoder if it takes microseconds a sentence, so that it can be used in the middle of a search."""
    return encoder if isinstance(encoder, StaticEncoder) else None


def is_static_folder(folder: Path) -> bool:
    """Whether the folder holds only token embeddings, as far as its settings tell."""
    return _only_static_module(folder) is not None


def static_id(folder: Path, options: ModelOptions = USUAL) -> str:
    """The name and fingerprint of the encoder in the folder.

    Raises:
        EncoderError: a file differs from the checksums in the folder, or cannot be read.
    """
    return checked_fingerprint(folder, *options.marks())


@dataclass(frozen=True, repr=False)
class StaticEncoder:
    """The mean of the embeddings of a text's tokens, scaled to length 1.

    ``table`` is float32, one row per token id.
    """

    model_id: str
    tokenizer: Any
    table: Vectors

    @property
    def dimension(self) -> int:
        """Number of columns of every vector."""
        return int(self.table.shape[1])

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Float32, shape (len(texts), dimension), rows of length 1 or zeros."""
        return self.encode_passages(texts)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The same: token embeddings know no difference between query and passage."""
        vectors = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for start in range(0, len(texts), _BATCH):
            vectors[start : start + _BATCH] = self._sums(texts[start : start + _BATCH])
        return unit_rows(vectors)

    @cached_property
    def _ids(self) -> Ids:
        return ids_of(self.tokenizer)

    def _sums(self, texts: Sequence[str]) -> Vectors:
        ids = self._ids([prepared(text) for text in texts])
        flat = np.fromiter((number for row in ids for number in row), dtype=np.int64)
        ends = np.cumsum([0, *map(len, ids)])
        sums = np.zeros((len(texts), self.dimension), dtype=np.float32)
        for row, (start, end) in enumerate(pairwise(ends)):
            if end > start:
                sums[row] = self.table[flat[start:end]].mean(axis=0)
        return sums


def _only_static_module(folder: Path) -> Path | None:
    try:
        modules = json.loads((folder / "modules.json").read_text("utf-8"))
        kinds = [module["type"].rpartition(".")[2] for module in modules]
        if kinds[:1] != ["StaticEmbedding"] or set(kinds[1:]) - {"Normalize"} or _has_prompts(folder):
            return None
        return folder / str(modules[0]["path"])
    except (OSError, ValueError, LookupError, TypeError, AttributeError):
        return None


def _has_prompts(folder: Path) -> bool:
    config = folder / "config_sentence_transformers.json"
    prompts = json.loads(config.read_text("utf-8")).get("prompts") if config.exists() else None
    return any((prompts or {}).values())


def _read_table(module: Path) -> Vectors | None:
    from safetensors.numpy import load_file

    table = load_file(module / "model.safetensors").get("embedding.weight")
    return None if table is None else table.astype(np.float32)


def _first_columns(table: Vectors, dimensions: int | None) -> Vectors:
    if dimensions and dimensions > table.shape[1]:
        raise too_many_dimensions(table.shape[1])
    return table if dimensions is None else np.ascontiguousarray(table[:, :dimensions])


def _read_tokenizer(module: Path) -> Any:
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(module / "tokenizer.json"))
    tokenizer.no_padding()
    return tokenizer


def _damaged(folder: Path) -> EncoderError:
    return EncoderError(
        f"Het zoekmodel in de map '{folder}' is beschadigd of niet volledig. Zet het model opnieuw neer.",
        f"The search model in the folder '{folder}' is damaged or incomplete. Put the model there again.",
    )
