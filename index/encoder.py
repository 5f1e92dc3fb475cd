# SPDX-License-Identifier: EUPL-1.2
"""Encoders turn text into vectors; they are loaded from a local folder or by hub name."""

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

import numpy as np
import numpy.typing as npt

from casebase.bilingual import DatabankError
from index.model_options import USUAL, ModelOptions
from index.text import well_formed, without_placeholders

Vectors = npt.NDArray[np.float32]

MAX_CHARACTERS = 100_000
"""Longer texts are cut here before encoding: some forty pages, far above any passage."""

_log = logging.getLogger(__name__)


class EncoderError(DatabankError):
    """The model is missing, damaged or unusable."""


class Encoder(Protocol):
    """Gives vectors of which the inner product is the cosine similarity."""

    @property
    def model_id(self) -> str:
        """Name and fingerprint: changes whenever the vectors could change."""

    @property
    def dimension(self) -> int:
        """Number of columns of every vector."""

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Float32, shape (len(texts), dimension), rows of length 1; a text without words gives zeros."""

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The same for the texts that are searched."""


def load_encoder(name_or_folder: str, options: ModelOptions = USUAL) -> Encoder:
    """The encoder in a sentence-transformers folder, or under a name on the model hub.

    A folder is read without any network. A folder that holds nothing but token embeddings
    (StaticEmbedding, such as the shipped model) is read without importing sentence-transformers,
    which saves some ten seconds and 400 MB; its vectors are the same. Of the options only
    ``dimensions`` means anything there.

    Raises:
        EncoderError: the folder is missing, or the model in it is damaged or cannot be loaded.
    """
    from index.static_encoder import load_static_encoder
    from index.transformer_encoder import load_transformer_encoder

    folder = _existing(name_or_folder)
    static = load_static_encoder(folder, options) if folder else None
    encoder: Encoder = static or load_transformer_encoder(name_or_folder, options)
    _log.info("Loaded encoder %s with %d dimensions", encoder.model_id, encoder.dimension)
    return encoder


def encoder_id(name_or_folder: str, options: ModelOptions = USUAL) -> str:
    """The ``model_id`` that ``load_encoder`` would give, without loading the model where that can be told.

    Raises:
        EncoderError: as ``load_encoder``.
    """
    from index.static_encoder import is_static_folder, static_id
    from index.transformer_encoder import transformer_id

    folder = _existing(name_or_folder)
    if folder and is_static_folder(folder):
        return static_id(folder, options)
    try:
        return transformer_id(name_or_folder, options)
    except OSError:  # a hub name that was not fetched yet
        return load_encoder(name_or_folder, options).model_id


def prepared(text: str) -> str:
    """The text as every encoder gets it, in training as well as in use: blank when nothing is left."""
    return without_placeholders(well_formed(text[:MAX_CHARACTERS])).strip()


def unit_rows(vectors: npt.NDArray[np.floating]) -> Vectors:
    """The rows scaled to length 1; rows of zeros, or with a value that is no number, become zeros."""
    finite = np.where(np.isfinite(vectors).all(axis=1, keepdims=True), vectors, 0).astype(np.float32)
    lengths = np.linalg.norm(finite, axis=1, keepdims=True)
    return (finite / np.where(lengths > 0, lengths, 1)).astype(np.float32)


def too_many_dimensions(whole: int) -> EncoderError:
    """What is told when more columns are asked for than a model gives."""
    return EncoderError(
        f"Het zoekmodel geeft {whole} getallen per tekst; kies voor 'dimensions' ten hoogste dat aantal.",
        f"The search model gives {whole} numbers for a text; choose at most that for 'dimensions'.",
    )


def _existing(name_or_folder: str) -> Path | None:
    """The folder that is meant, or None for a name on the hub."""
    folder = Path(name_or_folder).expanduser()
    if name_or_folder.strip() and folder.exists():
        return folder
    if name_or_folder.strip() and not _looks_like_a_path(name_or_folder):
        return None
    raise EncoderError(
        f"Het zoekmodel staat niet in de map '{name_or_folder}'. Controleer de instelling van het model.",
        f"The search model is not in the folder '{name_or_folder}'. Check the setting of the model.",
    )


def _looks_like_a_path(name: str) -> bool:
    return name.startswith((".", "/", "~", "\\")) or name.count("/") > 1 or "\\" in name
