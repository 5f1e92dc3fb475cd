# SPDX-License-Identifier: EUPL-1.2
"""Contrastive training of token vectors: what belongs together moves together.

First pairs of open text with the other pairs of the batch as negatives (Henderson et al. 2017,
multiple negatives ranking), then groups of texts on one mechanism with near misses as hard
negatives (Khosla et al. 2020, supervised contrastive), mixed with groups of words for one concept.
"""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from index.training.batches import Batch, TokenGroup, drawn_groups, nearest_groups
from index.training.recipe import Recipe
from index.training.spectral import Ids, Table
from index.training.spelling import WordParts

if TYPE_CHECKING:
    import torch
    from torch import Tensor

_log = logging.getLogger(__name__)
_REPORT_EVERY = 50


@dataclass(frozen=True)
class TokenPair:
    """Token ids of two texts that belong together."""

    left: Ids
    right: Ids


def train_on_pairs(table: Table, pairs: list[TokenPair], recipe: Recipe) -> Table:
    """The table after one pass over the pairs, in batches of recipe.pair_batch; same shape."""
    import torch
    from torch.nn import functional

    usable = [pair for pair in pairs if len(pair.left) > 1 and len(pair.right) > 1]
    order = np.random.default_rng(recipe.seed).permutation(len(usable))
    batches = [order[start : start + recipe.pair_batch] for start in range(0, len(order), recipe.pair_batch)]
    weights = torch.nn.Parameter(torch.from_numpy(table.copy()))
    for step, optimiser in _steps((weights,), (recipe.pair_rate,), len(batches)):
        chosen = [usable[place] for place in batches[step]]
        left = _vectors(weights, [pair.left[: recipe.pair_tokens] for pair in chosen])
        right = _vectors(weights, [pair.right[: recipe.pair_tokens] for pair in chosen])
        scores, same = recipe.pair_scale * left @ right.T, torch.arange(len(chosen))
        loss = (functional.cross_entropy(scores, same) + functional.cross_entropy(scores.T, same)) / 2
        _move(optimiser, loss, step)
    return np.asarray(weights.detach().numpy(), dtype=np.float32)


def train_on_groups(
    table: Table, parts: WordParts, mechanisms: list[TokenGroup], concepts: list[TokenGroup], recipe: Recipe
) -> Table:
    """The mean table of recipe.rounds trainings on random groups; same shape.

    The mean of a few runs is better than each of them (Wortsman et al. 2022, model soups).
    """
    rounds = [
        _one_round(table, parts, mechanisms, concepts, replace(recipe, seed=recipe.seed + number))
        for number in range(recipe.rounds)
    ]
    return np.asarray(np.mean(rounds, axis=0), dtype=np.float32)


def _one_round(
    table: Table, parts: WordParts, mechanisms: list[TokenGroup], concepts: list[TokenGroup], recipe: Recipe
) -> Table:
    random, near = np.random.default_rng(recipe.seed), nearest_groups(table, mechanisms, recipe.neighbours)
    shared = _SharedTable.around(table, parts)
    moved = (shared.own, shared.of_parts, shared.of_all)
    rates = (recipe.group_rate, recipe.part_rate, recipe.map_rate)
    for step, optimiser in _steps(moved, rates, recipe.group_steps):
        weights = shared.rows()
        drawn = [mechanisms[number] for number in drawn_groups(near, recipe, random)]
        batch = Batch.of(drawn, recipe.group_texts, random)
        loss = _group_loss(weights, batch.thinned(recipe.token_dropout, random), recipe.group_scale)
        if concepts:
            some = random.permutation(len(concepts))[: recipe.concept_batch]
            words = Batch.of([concepts[number] for number in some], 2, random)
            loss = loss + recipe.concept_weight * _group_loss(weights, words, recipe.group_scale)
        _move(optimiser, loss, step)
    return np.asarray(shared.rows().detach().numpy(), dtype=np.float32)


@dataclass(frozen=True)
class _SharedTable:
    """Token vectors as a fixed start that one linear map moves for all, plus shifts of token and parts."""

    start: "Tensor"
    own: "Tensor"
    of_parts: "Tensor"
    of_all: "Tensor"
    numbers: "Tensor"
    starts: "Tensor"
    weights: "Tensor"

    @classmethod
    def around(cls, table: Table, parts: WordParts) -> "_SharedTable":
        import torch

        return cls(
            torch.from_numpy(table.copy()),
            torch.nn.Parameter(torch.zeros(table.shape)),
            torch.nn.Parameter(torch.zeros((max(parts.count, 1), table.shape[1]))),
            torch.nn.Parameter(torch.eye(table.shape[1])),
            torch.from_numpy(parts.numbers),
            torch.from_numpy(parts.starts),
            torch.from_numpy(parts.weights),
        )

    def rows(self) -> "Tensor":
        from torch.nn import functional

        shifts = functional.embedding_bag(
            self.numbers, self.of_parts, self.starts, mode="sum", per_sample_weights=self.weights
        )
        return self.start @ self.of_all + self.own + shifts


def _group_loss(weights: "Tensor", batch: Batch, scale: float) -> "Tensor":
    """Mean over all pairs of one group of -log(e^pair / (e^pair + sum of e^negatives of the anchor))."""
    import torch
    from torch.nn import functional

    vectors, groups = _vectors(weights, batch.texts), torch.tensor(batch.groups)
    scores = scale * vectors @ vectors.T
    same = groups[:, None] == groups[None, :]
    negatives = scores.masked_fill(same, -torch.inf)
    if batch.near_misses:
        near = scale * vectors @ _vectors(weights, batch.near_misses).T
        negatives = torch.cat([negatives, near], dim=1)
    others = torch.logsumexp(negatives, dim=1, keepdim=True)
    pairs = same & ~torch.eye(len(groups), dtype=torch.bool)
    return functional.softplus(others - scores)[pairs].mean()


def _vectors(weights: "Tensor", texts: list[Ids]) -> "Tensor":
    """Unit vectors of the texts: the direction of the sum of their token vectors."""
    import torch
    from torch.nn import functional

    starts = np.cumsum([0, *(len(text) for text in texts[:-1])])
    flat = torch.from_numpy(np.concatenate(texts).astype(np.int64))
    sums = functional.embedding_bag(flat, weights, torch.from_numpy(starts), mode="sum")
    return functional.normalize(sums, dim=1, eps=1e-8)


def _steps(
    weights: "Sequence[Tensor]", rates: Sequence[float], count: int
) -> Iterator[tuple[int, "torch.optim.Optimizer"]]:
    """Numbers the steps and lowers the step sizes linearly to nearly zero."""
    import torch

    groups = [{"params": [weight], "lr": rate} for weight, rate in zip(weights, rates, strict=True)]
    optimiser = torch.optim.Adam(groups)
    for step in range(count):
        for group, rate in zip(optimiser.param_groups, rates, strict=True):
            group["lr"] = rate * (1 - step / count)
        yield step, optimiser


def _move(optimiser: "torch.optim.Optimizer", loss: "Tensor", step: int) -> None:
    optimiser.zero_grad()
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()
    if (step + 1) % _REPORT_EVERY == 0:
        _log.info("step %d, loss %.3f", step + 1, loss.item())
