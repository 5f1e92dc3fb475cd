# SPDX-License-Identifier: EUPL-1.2
"""Any model of sentence-transformers as an encoder, with the prompts that its family needs."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from index.encoder import EncoderError, Vectors, prepared, unit_rows
from index.fingerprint import checked_fingerprint

_BATCH = 32
_TASK = "Given a description of a case, retrieve cases with the same problem"
_FAMILY_PROMPTS = (
    # Part of the model's name, query prompt, passage prompt: from the model cards of the families.
    ("e5-mistral", f"Instruct: {_TASK}\nQuery: ", ""),
    ("e5-large-instruct", f"Instruct: {_TASK}\nQuery: ", ""),
    ("qwen3-embedding", f"Instruct: {_TASK}\nQuery:", ""),
    ("embeddinggemma", "task: search result | query: ", "title: none | text: "),
    ("arctic-embed", "query: ", ""),
    ("e5", "query: ", "passage: "),
)


@dataclass(frozen=True)
class Prompts:
    """Texts that are put before a query and before a passage."""

    query: str = ""
    passage: str = ""


def load_transformer_encoder(name_or_folder: str) -> "TransformerEncoder":
    """The model in a folder (no network), or under a name on the hub.

    Raises:
        EncoderError: the model cannot be loaded.
    """
    folder = Path(name_or_folder).expanduser()
    is_folder = folder.exists()
    try:
        from sentence_transformers import SentenceTransformer

        model = SentenceTransformer(str(folder) if is_folder else name_or_folder, local_files_only=is_folder)
        model.float().eval()
        prompts = prompts_for(name_or_folder, model.prompts, folder)
        model_id = _model_id(name_or_folder, folder, prompts)
    except EncoderError:
        raise
    except Exception:  # the libraries below raise errors of every kind
        raise _cannot_load(name_or_folder) from None
    return TransformerEncoder(model_id, model, prompts)


def prompts_for(name: str, configured: dict[str, str | None], folder: Path) -> Prompts:
    """The model's own prompts when it has them, else those of its family, else none."""
    query = configured.get("query") or ""
    passage = next(
        (configured[key] or "" for key in ("document", "passage", "corpus") if key in configured), ""
    )
    if query or passage:
        return Prompts(query, passage)
    known_as = f"{Path(name).name} {_original_name(folder)}".casefold()
    for part, family_query, family_passage in _FAMILY_PROMPTS:
        if part in known_as:
            return Prompts(family_query, family_passage)
    return Prompts()


@dataclass(frozen=True, repr=False)
class TransformerEncoder:
    """A SentenceTransformer with its prompts."""

    model_id: str
    model: Any
    prompts: Prompts

    @property
    def dimension(self) -> int:
        """Number of columns of every vector."""
        return int(self.model.get_embedding_dimension())

    def encode_queries(self, texts: Sequence[str]) -> Vectors:
        """Float32, shape (len(texts), dimension), rows of length 1 or zeros."""
        return self._encode(self.model.encode_query, texts, self.prompts.query)

    def encode_passages(self, texts: Sequence[str]) -> Vectors:
        """The same with the prompt for passages."""
        return self._encode(self.model.encode_document, texts, self.prompts.passage)

    def _encode(self, encode: Callable[..., Any], texts: Sequence[str], prompt: str) -> Vectors:
        clean = [prepared(text) for text in texts]
        vectors = np.zeros((len(clean), self.dimension), dtype=np.float32)
        filled = [row for row, text in enumerate(clean) if text]
        if filled:
            vectors[filled] = encode(
                [clean[row] for row in filled], prompt=prompt, batch_size=_BATCH, show_progress_bar=False
            )
        return unit_rows(vectors)


def _model_id(name: str, folder: Path, prompts: Prompts) -> str:
    if folder.exists():
        return checked_fingerprint(folder, prompts.query, prompts.passage)
    from huggingface_hub import snapshot_download

    snapshot = Path(snapshot_download(name, local_files_only=True))
    fingerprint = checked_fingerprint(snapshot, prompts.query, prompts.passage)
    return f"{name}@{fingerprint.rpartition('@')[2]}"


def _original_name(folder: Path) -> str:
    try:
        return str(json.loads((folder / "config.json").read_text("utf-8")).get("_name_or_path", ""))
    except (OSError, ValueError, AttributeError):
        return ""


def _cannot_load(name: str) -> EncoderError:
    return EncoderError(
        f"Het zoekmodel '{name}' kan niet worden geladen. Controleer de naam of de map, en of het model "
        "volledig is; een model van internet moet eerst zijn opgehaald.",
        f"The search model '{name}' cannot be loaded. Check the name or the folder, and whether the model "
        "is complete; a model from the internet has to be fetched first.",
    )
