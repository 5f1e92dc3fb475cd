# SPDX-License-Identifier: EUPL-1.2
"""Any model of sentence-transformers as an encoder, with the prompts that its family needs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder import Encoder, Vectors, prepared, too_many_dimensions, unit_rows
from index.fingerprint import checked_fingerprint
from index.model_loading import arguments, explained
from index.model_options import USUAL, Backend, ModelOptions
from index.prompts import Prompts, configured_prompts, prompts_for

__all__ = ["Prompts", "TransformerEncoder", "load_transformer_encoder", "prompts_for", "transformer_id"]


def load_transformer_encoder(name_or_folder: str, options: ModelOptions = USUAL) -> "TransformerEncoder":
    """The model in a folder (no network), or under a name on the hub.

    Raises:
        EncoderError: the model cannot be loaded, or cannot be used with these options.
    """
    folder = Path(name_or_folder).expanduser()
    name = str(folder) if folder.exists() else name_or_folder
    with explained(name_or_folder, options):
        from sentence_transformers import SentenceTransformer

        model = SentenceTransformer(name, truncate_dim=options.dimensions, **arguments(name, options))
        _adapt(model, options)
        prompts = _prompts(name, _snapshot(name))
        model_id = transformer_id(name, options)
        return TransformerEncoder(model_id, model, prompts, options.batch)


def transformer_id(name_or_folder: str, options: ModelOptions = USUAL) -> str:
    """The name and fingerprint of the encoder, from the files alone; a hub name must have been fetched.

    Raises:
        EncoderError: a file differs from the checksums in the folder, or cannot be read.
        OSError: the hub name was not fetched yet.
    """
    where = _snapshot(name_or_folder)
    prompts = _prompts(name_or_folder, where)
    fingerprint = checked_fingerprint(where, prompts.query, prompts.passage, *options.marks())
    if Path(name_or_folder).expanduser().exists():
        return fingerprint
    return f"{name_or_folder}@{fingerprint.rpartition('@')[2]}"


@dataclass(frozen=True, repr=False)
class TransformerEncoder:
    """A SentenceTransformer with its prompts."""

    model_id: str
    model: Any
    prompts: Prompts
    batch: int = field(default=32, compare=False)

    @property
    def dimension(self) -> int:
        """Number of columns of every vector."""
        return int(self.model.get_embedding_dimension())

    @property
    def max_tokens(self) -> int | None:
        """Parts of words that are read of a text, prompt included; what comes after is cut off."""
        limit = self.model.max_seq_length
        return int(limit) if limit and limit < _UNLIMITED else None

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Float32, shape (len(texts), dimension), rows of length 1 or zeros."""
        return self._encode(self.model.encode_query, texts, self.prompts.query)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The same with the prompt for passages."""
        return self._encode(self.model.encode_document, texts, self.prompts.passage)

    def count_cut(self, passages: Sequence[str]) -> int:
        """How many of these passages are longer than the model reads, so that their end does not count."""
        if self.max_tokens is None:
            return 0
        read = [self.prompts.passage + prepared(text) for text in passages]
        tokens = self.model.tokenizer(read, truncation=False, verbose=False)["input_ids"] if read else []
        return sum(len(each) > self.max_tokens for each in tokens)

    def _encode(self, encode: Callable[..., Any], texts: Sequence[str], prompt: str) -> Vectors:
        clean = [prepared(text) for text in texts]
        vectors = np.zeros((len(clean), self.dimension), dtype=np.float32)
        filled = [row for row, text in enumerate(clean) if text]
        if filled:
            vectors[filled] = encode(
                [clean[row] for row in filled], prompt=prompt, batch_size=self.batch, show_progress_bar=False
            )
        return unit_rows(vectors)


def tokens_read(encoder: Encoder) -> int | None:
    """Parts of words that an encoder reads of a text; None when it reads all of it."""
    return encoder.max_tokens if isinstance(encoder, TransformerEncoder) else None


def count_cut(encoder: Encoder, passages: Sequence[str]) -> int:
    """How many of these passages are longer than the encoder reads, so that their end does not count."""
    return encoder.count_cut(passages) if isinstance(encoder, TransformerEncoder) else 0


_UNLIMITED = 1_000_000
"""Some tokenizers give a number of thirty digits for: no limit."""


def _adapt(model: Any, options: ModelOptions) -> None:
    import torch

    if options.backend is Backend.TORCH:
        model.to(dtype=getattr(torch, options.precision))
    model.eval()
    if options.max_tokens and options.max_tokens < (model.max_seq_length or _UNLIMITED):
        model.max_seq_length = options.max_tokens
    model.truncate_dim = None
    whole = model.get_embedding_dimension()
    if options.dimensions and options.dimensions > whole:
        raise too_many_dimensions(whole)
    model.truncate_dim = options.dimensions


def _prompts(name: str, where: Path) -> Prompts:
    return prompts_for(name, configured_prompts(where), where)


def _snapshot(name: str) -> Path:
    """Where the files of a model lie."""
    folder = Path(name).expanduser()
    if folder.exists():
        return folder
    from huggingface_hub import snapshot_download

    return Path(snapshot_download(name, local_files_only=True))
