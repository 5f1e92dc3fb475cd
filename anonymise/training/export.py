# SPDX-License-Identifier: EUPL-1.2
"""Writes a trained network as the folder that ``anonymise.ner.model`` reads."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from anonymise.ner.model import CHECKSUMS, SETTINGS, VERSION, VOCABULARY, WEIGHTS, ModelSettings
from casebase.vocabulary import Kind


def export(
    weights: Mapping[str, npt.NDArray[np.float32]],
    vocabulary: Sequence[str],
    kinds: Sequence[Kind],
    folder: Path,
) -> None:
    """Weights in half precision, vocabulary, settings and checksums; a model card beside them stays."""
    from safetensors.numpy import save_file

    folder.mkdir(parents=True, exist_ok=True)
    half = {name: np.ascontiguousarray(value, dtype=np.float16) for name, value in sorted(weights.items())}
    save_file(half, folder / WEIGHTS)
    (folder / VOCABULARY).write_text(json.dumps(vocabulary, ensure_ascii=False), "utf-8")
    settings = ModelSettings(version=VERSION, kinds=tuple(kinds))
    (folder / SETTINGS).write_text(settings.model_dump_json(indent=1) + "\n", "utf-8")
    lines = [f"{_digest(folder / name)}  {name}\n" for name in (WEIGHTS, VOCABULARY, SETTINGS)]
    (folder / CHECKSUMS).write_text("".join(lines), "utf-8")


def _digest(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest()
