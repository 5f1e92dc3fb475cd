# SPDX-License-Identifier: EUPL-1.2
"""Batches of groups of texts: drawn at random, and partly in bunches of groups that are like each other.

Groups in one batch are each other's negatives, so a bunch of neighbours gives negatives that are hard to
tell apart (Karpukhin et al. 2020 and Xiong et al. 2021 take such negatives from a search instead).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from index.training.recipe import Recipe
from index.training.spectral import Ids, Table

Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class TokenGroup:
    """Token ids of texts that belong together, and of texts that only look like them."""

    texts: tuple[Ids, ...]
    near_misses: tuple[Ids, ...] = ()


@dataclass(frozen=True)
class Batch:
    """Texts with the number of the group of each, and near misses of all of these groups."""

    texts: list[Ids]
    groups: list[int]
    near_misses: list[Ids]

    @classmethod
    def of(cls, groups: list[TokenGroup], per_group: int, random: np.random.Generator) -> "Batch":
        """So many texts of each group, drawn, and all near misses."""
        batch = cls([], [], [])
        for number, group in enumerate(groups):
            drawn = random.permutation(len(group.texts))[:per_group]
            batch.texts.extend(group.texts[text] for text in drawn)
            batch.groups.extend([number] * len(drawn))
            batch.near_misses.extend(group.near_misses)
        return batch

    def thinned(self, dropout: float, random: np.random.Generator) -> "Batch":
        """Every token is left out with this chance; a text keeps at least one."""

        def thin(text: Ids) -> Ids:
            kept = text[random.random(len(text)) >= dropout]
            return kept if len(kept) else text

        return Batch(
            [thin(text) for text in self.texts], self.groups, [thin(text) for text in self.near_misses]
        )


def nearest_groups(table: Table, groups: list[TokenGroup], count: int) -> Places:
    """Shape (groups, count): each group itself and those whose mean text is most like its own."""
    texts = [[_unit(table[text].sum(axis=0)) for text in group.texts] for group in groups]
    means = np.array([_unit(np.mean(vectors, axis=0)) for vectors in texts])
    return np.argsort(-(means @ means.T), axis=1, kind="stable")[:, :count]


def drawn_groups(near: Places, recipe: Recipe, random: np.random.Generator) -> list[int]:
    """Numbers of recipe.group_batch groups; recipe.neighbour_share of them in bunches of neighbours."""
    order = random.permutation(len(near))
    bunches = int(recipe.group_batch * recipe.neighbour_share / near.shape[1])
    numbers = np.concatenate([near[order[:bunches]].ravel(), order[bunches:]])
    return [int(number) for number in dict.fromkeys(numbers.tolist())][: recipe.group_batch]


def _unit(vector: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    return np.asarray(vector / max(float(np.linalg.norm(vector)), 1e-8), dtype=np.float32)
