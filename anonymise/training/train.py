# SPDX-License-Identifier: EUPL-1.2
"""Trains the name model on marked cases, each time with other names in them."""

import logging
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor
from torch.nn import functional
from torch.optim.swa_utils import AveragedModel

from anonymise.gold import GoldCase
from anonymise.names.word_lists import WordLists
from anonymise.ner.features import FIRST_WORD, Forms
from anonymise.ner.network import label_names
from anonymise.ner.tokens import cut
from anonymise.training.augment import MarkedText, plain, varied
from anonymise.training.batches import IGNORED, Batches
from anonymise.training.names import NameBank
from anonymise.training.torch_network import TorchNetwork
from casebase.vocabulary import Kind

log = logging.getLogger(__name__)

KINDS = tuple(Kind)


@dataclass(frozen=True, repr=False)
class Material:
    """What the model learns from: marked cases, texts that hold no names, and names to put in."""

    cases: Sequence[GoldCase]
    nameless: Sequence[MarkedText]
    bank: NameBank


@dataclass(frozen=True)
class Recipe:
    """How the model is trained; the same recipe and material give the same model on one machine."""

    seed: int = 1
    width: int = 128
    epochs: int = 36
    cases_a_step: int = 16
    learning_rate: float = 1.5e-3
    weight_decay: float = 0.01
    dropout: float = 0.25
    smoothing: float = 0.02
    as_they_are: float = 0.2
    """Share of the cases that keep their own names in a round."""
    nameless_a_step: int = 14
    memory: float = 0.995
    """How slowly the averaged weights follow (exponential moving average, a step)."""
    least_count: int = 2
    """A word that is seen less often is left to its letters."""


def train(material: Material, words: WordLists, recipe: Recipe) -> tuple[TorchNetwork, list[str]]:
    """The trained network, its weights averaged over the last rounds, and its vocabulary."""
    rng = random.Random(recipe.seed)
    torch.manual_seed(recipe.seed)
    labels = label_names([kind.value for kind in KINDS])
    vocabulary = vocabulary_of(material, words, recipe.least_count)
    batches = Batches(Forms(vocabulary, words), labels)
    network = TorchNetwork(len(vocabulary) + FIRST_WORD, len(labels), recipe.width, recipe.dropout)
    average = AveragedModel(network, avg_fn=_slowly(recipe.memory))
    steps = recipe.epochs * -(-len(material.cases) // recipe.cases_a_step)
    optimiser = torch.optim.AdamW(
        network.parameters(), recipe.learning_rate, weight_decay=recipe.weight_decay
    )
    pace = torch.optim.lr_scheduler.OneCycleLR(
        optimiser, recipe.learning_rate, total_steps=steps, pct_start=0.1
    )
    network.train()
    for epoch in range(recipe.epochs):
        total = 0.0
        for texts in _steps(material, recipe, rng):
            batch = batches.batch(texts, rng)
            loss = functional.cross_entropy(
                network(batch), batch.labels, ignore_index=IGNORED, label_smoothing=recipe.smoothing
            )
            optimiser.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            torch.nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimiser.step()
            pace.step()
            average.update_parameters(network)
            total += loss.item()
        log.info("round %d of %d: loss %.3f", epoch + 1, recipe.epochs, total)
    return cast(TorchNetwork, average.module.eval()), vocabulary


def _slowly(memory: float) -> Callable[[Tensor, Tensor, Tensor | int], Tensor]:
    """An exponential moving average that forgets its first steps sooner."""

    def averaged(before: Tensor, now: Tensor, count: Tensor | int) -> Tensor:
        kept = min(memory, (1 + int(count)) / (10 + int(count)))
        return kept * before + (1 - kept) * now

    return averaged


def _steps(material: Material, recipe: Recipe, rng: random.Random) -> Iterator[list[MarkedText]]:
    """The texts of each step of one round: some cases, most with other names, and some texts without."""
    order = rng.sample(material.cases, len(material.cases))
    for at in range(0, len(order), recipe.cases_a_step):
        texts = [
            text
            for case in order[at : at + recipe.cases_a_step]
            for text in (
                plain(case) if rng.random() < recipe.as_they_are else varied(case, material.bank, rng)
            )
        ]
        count = min(recipe.nameless_a_step, len(material.nameless))
        yield [*texts, *rng.sample(material.nameless, count)]


def vocabulary_of(material: Material, words: WordLists, least: int) -> list[str]:
    """Ordinary words, terms and signs of the texts, most frequent first; no word that is only a name."""
    texts = [text for case in material.cases for text in case.texts.values()]
    texts += [marked.text for marked in material.nameless]
    counts = Counter(re.sub(r"\d", "0", piece.lower()) for text in texts for piece in cut(text).words)
    kept = [(word, count) for word, count in counts.items() if count >= least and _is_no_name(word, words)]
    return [word for word, _ in sorted(kept, key=lambda each: (-each[1], each[0]))]


def _is_no_name(word: str, words: WordLists) -> bool:
    return not word.isalpha() or word in words.stays or words.is_ordinary(word)
