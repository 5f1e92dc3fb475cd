# SPDX-License-Identifier: EUPL-1.2
"""Every number that decides the trained model."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Recipe:
    """Sizes, weights and step sizes; the defaults made the shipped model.

    They were chosen on mechanisms held out of training and on the odd themes of the invented
    cases; see the model card for the figures.
    """

    vocabulary: int = 32_000
    dimensions: int = 256
    seed: int = 20261122
    window: int = 6
    """Tokens to the left and right that count as company of a token."""
    frequent: float = 1e-4
    """Share of the text above which occurrences of a token are thinned out (Mikolov et al. 2013)."""
    smoothing: float = 3e-4
    """Token weight a / (a + share of the text) (Arora et al. 2017, smooth inverse frequency)."""
    own_text_weight: int = 3
    """How often the mechanisms and the lexicon are counted beside the open text."""
    pair_batch: int = 1024
    pair_tokens: int = 96
    pair_rate: float = 0.003
    pair_scale: float = 20.0
    rounds: int = 3
    group_steps: int = 100
    group_batch: int = 128
    group_texts: int = 4
    neighbour_share: float = 0.0
    """Part of a batch that is drawn in bunches of ``neighbours`` mechanisms that are like each other."""
    neighbours: int = 8
    group_rate: float = 0.003
    part_rate: float = 0.001
    map_rate: float = 0.0
    """Of the linear map of all first vectors; it carries what is learnt to words that no mechanism holds."""
    group_scale: float = 10.0
    token_dropout: float = 0.4
    concept_batch: int = 400
    concept_weight: float = 2.0
