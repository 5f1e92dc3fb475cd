# SPDX-License-Identifier: EUPL-1.2
"""The network of ``anonymise.ner.network`` in torch, to train it."""

from dataclasses import dataclass
from typing import cast

import torch
from torch import Tensor, nn
from torch.nn import functional

from anonymise.ner.features import LISTS, NGRAM_BUCKETS, PLACES, SHAPE_BUCKETS
from anonymise.ner.network import DILATIONS


@dataclass(frozen=True)
class Batch:
    """Texts laid end to end, (pieces,) each, with a gap between texts so that no neighbour leaks in.

    ``ngrams`` are all letter groups one after another, ``offsets`` where those of a piece begin.
    """

    words: Tensor
    ngrams: Tensor
    offsets: Tensor
    shapes: Tensor
    lists: Tensor
    places: Tensor
    real: Tensor
    labels: Tensor


class TorchNetwork(nn.Module):
    """Parameters carry the names that the numpy network reads."""

    def __init__(self, words: int, labels: int, width: int, dropout: float) -> None:
        super().__init__()
        self.word = nn.Embedding(words, width)
        self.ngram = nn.EmbeddingBag(NGRAM_BUCKETS, width, mode="mean")
        self.shape = nn.Embedding(SHAPE_BUCKETS, width)
        self.lists = nn.Linear(LISTS, width, bias=False)
        self.place = nn.Linear(PLACES, width, bias=False)
        self.input = nn.ParameterDict({"bias": nn.Parameter(torch.zeros(width))})
        self.input_norm = nn.LayerNorm(width)
        self.layers = nn.ModuleList(nn.Linear(3 * width, width) for _ in DILATIONS)
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in DILATIONS)
        self.output = nn.Linear(width, labels)
        self.dropout = nn.Dropout(dropout)
        for table in (self.word, self.ngram, self.shape):
            nn.init.normal_(table.weight, std=0.3)

    def states(self, batch: Batch) -> Tensor:
        """What the network knows of each piece, (pieces, width)."""
        own = self.word(batch.words) + self.ngram(batch.ngrams, batch.offsets) + self.shape(batch.shapes)
        state = own + self.lists(batch.lists) + self.place(batch.places) + self.input["bias"]
        real = batch.real[:, None]
        state = self.dropout(functional.relu(self.input_norm(state))) * real
        for layer, norm, dilation in zip(self.layers, self.norms, DILATIONS, strict=True):
            beside = torch.cat([_shifted(state, dilation), state, _shifted(state, -dilation)], dim=1)
            state = (state + self.dropout(functional.relu(norm(layer(beside))))) * real
        return cast(Tensor, state)

    def forward(self, batch: Batch) -> Tensor:
        """Score of each label for each piece, (pieces, labels), before softmax."""
        scores: Tensor = self.output(self.states(batch))
        return scores


def _shifted(state: Tensor, by: int) -> Tensor:
    moved = torch.zeros_like(state)
    if by > 0:
        moved[by:] = state[:-by]
    else:
        moved[:by] = state[-by:]
    return moved
