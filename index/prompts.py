# SPDX-License-Identifier: EUPL-1.2
"""What is put before a text for models that were trained so; without it they search badly."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_TASK = "Given a description of a case, retrieve cases with the same problem"
_FAMILIES = (
    # Pattern in the model's name, query prompt, passage prompt: from the model cards of the families.
    # Families without a prompt (bge-m3, gte-multilingual, RobBERT, BERTje, MiniLM) need no row.
    (r"e5-mistral|e5-.*instruct", f"Instruct: {_TASK}\nQuery: ", ""),
    (r"qwen3-embedding", f"Instruct: {_TASK}\nQuery:", ""),
    (r"embeddinggemma", "task: search result | query: ", "title: none | text: "),
    (r"arctic-embed.*v2", "query: ", ""),
    (r"arctic-embed", "Represent this sentence for searching relevant passages: ", ""),
    (r"nomic-embed", "search_query: ", "search_document: "),
    (r"(?<![a-z0-9])e5(?![a-z0-9])", "query: ", "passage: "),
)
_PASSAGE_KEYS = ("document", "passage", "corpus")


@dataclass(frozen=True)
class Prompts:
    """Texts that are put before a query and before a passage."""

    query: str = ""
    passage: str = ""


def prompts_for(name: str, configured: Mapping[str, str | None], folder: Path) -> Prompts:
    """The model's own prompts when it has them, else those of its family, else none.

    ``folder`` is where the model lies: its ``config.json`` may tell which model a copy was made from.
    """
    query = configured.get("query") or ""
    passage = next((configured[key] or "" for key in _PASSAGE_KEYS if key in configured), "")
    if query or passage:
        return Prompts(query, passage)
    known_as = f"{Path(name).name} {_original_name(folder)}".casefold()
    for pattern, family_query, family_passage in _FAMILIES:
        if re.search(pattern, known_as):
            return Prompts(family_query, family_passage)
    return Prompts()


def configured_prompts(folder: Path) -> dict[str, str | None]:
    """The prompts in a model's own settings (``config_sentence_transformers.json``), by name."""
    prompts = _read(folder / "config_sentence_transformers.json").get("prompts")
    return prompts if isinstance(prompts, dict) else {}


def _original_name(folder: Path) -> str:
    return str(_read(folder / "config.json").get("_name_or_path", ""))


def _read(file: Path) -> dict[str, object]:
    try:
        content = json.loads(file.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    return content if isinstance(content, dict) else {}
