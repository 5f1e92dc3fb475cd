# SPDX-License-Identifier: EUPL-1.2
"""From training material to a model folder."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.training.batches import TokenGroup
from index.training.contrast import TokenPair, train_on_groups, train_on_pairs
from index.training.export import write_model
from index.training.recipe import Recipe
from index.training.sources import (
    Mechanism,
    OpenText,
    lexicon_file,
    mechanism_files,
    read_lexicon,
    read_mechanisms,
    read_open_text,
)
from index.training.spectral import Ids, Table, spectral_table
from index.training.spelling import word_parts
from index.training.turning import turned
from index.training.vocabulary import token_ids, train_tokenizer

_log = logging.getLogger(__name__)
_OWN_TEXT_IN_TOKENIZER = 5


@dataclass(frozen=True)
class Material:
    """Everything that the model is trained on."""

    open_text: OpenText
    mechanisms: list[Mechanism]
    concepts: list[tuple[str, ...]]

    @property
    def own_texts(self) -> list[str]:
        """Texts of the mechanisms, and the words for each concept in one line."""
        stories = [text for group in self.mechanisms for text in (*group.texts, *group.near_misses)]
        return stories + [", ".join(words) for words in self.concepts]


def read_material(text: Path, training: Sequence[Path]) -> Material:
    """Open text in ``text``; ``mechanisms*.jsonl`` in each folder of ``training``, a lexicon in the first.

    Raises:
        TrainingSourceError: something is missing or not as described.
    """
    return Material(
        read_open_text(text),
        read_mechanisms(*(path for folder in training for path in mechanism_files(folder))),
        read_lexicon(lexicon_file(training)),
    )


def rebuild(material: Material, folder: Path, recipe: Recipe) -> None:
    """Trains tokenizer and vectors and writes them to the folder; same input and seed, same model."""
    import torch

    threads = torch.get_num_threads()
    torch.set_num_threads(1)  # the order of sums, and so the last digits, depends on it
    try:
        _rebuild(material, folder, recipe)
    finally:
        torch.set_num_threads(threads)


def _rebuild(material: Material, folder: Path, recipe: Recipe) -> None:
    passages, own = material.open_text.passages, material.own_texts
    tokenizer = train_tokenizer([*passages, *own * _OWN_TEXT_IN_TOKENIZER], recipe.vocabulary)
    size = tokenizer.get_vocab_size()
    ids = token_ids(tokenizer, passages)
    _log.info("%d passages, %d own texts, %d tokens in the vocabulary", len(passages), len(own), size)
    table = spectral_table(ids + token_ids(tokenizer, own) * recipe.own_text_weight, size, recipe)
    _log.info("first vectors ready")
    table = train_on_pairs(table, _token_pairs(material.open_text, ids, tokenizer), recipe)
    _log.info("trained on pairs")
    table = _trained_on_groups(table, material, tokenizer, recipe)
    write_model(folder, tokenizer, turned(table, token_ids(tokenizer, own)))


def _trained_on_groups(table: Table, material: Material, tokenizer: Any, recipe: Recipe) -> Table:
    mechanisms = [
        TokenGroup(_filled(tokenizer, group.texts), _filled(tokenizer, group.near_misses))
        for group in material.mechanisms
    ]
    concepts = [TokenGroup(_filled(tokenizer, words)) for words in material.concepts]
    parts = word_parts([tokenizer.id_to_token(number) for number in range(len(table))])
    return train_on_groups(table, parts, mechanisms, concepts, recipe)


def _token_pairs(open_text: OpenText, ids: list[Ids], tokenizer: Any) -> list[TokenPair]:
    headings = token_ids(tokenizer, [heading for heading, _ in open_text.headings])
    numbers = [number for _, number in open_text.headings]
    pairs = [TokenPair(heading, ids[number]) for heading, number in zip(headings, numbers, strict=True)]
    return pairs + [TokenPair(ids[first], ids[second]) for first, second in open_text.neighbours]


def _filled(tokenizer: Any, texts: tuple[str, ...]) -> tuple[Ids, ...]:
    return tuple(ids for ids in token_ids(tokenizer, list(texts)) if len(ids))
