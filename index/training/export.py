# SPDX-License-Identifier: EUPL-1.2
"""Writes token vectors as a folder that sentence-transformers reads."""

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np

from index.fingerprint import CHECKSUMS
from index.training.spectral import Table

_PACKAGE = "sentence_transformers.sentence_transformer.modules.static_embedding.StaticEmbedding"
_NORMALIZE = "sentence_transformers.base.modules.normalize.Normalize"
_FILES = {
    "modules.json": [
        {"idx": 0, "name": "0", "path": "", "type": _PACKAGE},
        {"idx": 1, "name": "1", "path": "1_Normalize", "type": _NORMALIZE},
    ],
    "config_sentence_transformers.json": {
        "model_type": "SentenceTransformer",
        "prompts": {"query": "", "document": ""},
        "default_prompt_name": None,
        "similarity_fn_name": "cosine",
    },
    "1_Normalize/config.json": {},
}


def write_model(folder: Path, tokenizer: Any, table: Table) -> None:
    """Half precision weights, tokenizer, settings and their checksums; other files are left alone."""
    from safetensors.numpy import save_file

    (folder / "1_Normalize").mkdir(parents=True, exist_ok=True)
    for name, content in _FILES.items():
        (folder / name).write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    tokenizer.save(str(folder / "tokenizer.json"), pretty=False)
    weights = folder / "model.safetensors"
    save_file({"embedding.weight": table.astype(np.float16)}, weights)
    weights.chmod(0o644)  # safetensors writes for the owner only
    names = sorted([*_FILES, "tokenizer.json", "model.safetensors"])
    lines = [f"{hashlib.sha256((folder / name).read_bytes()).hexdigest()}  {name}\n" for name in names]
    (folder / CHECKSUMS).write_text("".join(lines), encoding="utf-8")
