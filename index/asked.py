# SPDX-License-Identifier: EUPL-1.2
"""A search, read: from typed text or from a case to what the index looks for and an explanation refers to."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from casebase.record import SafeCase
from index.assembly import documents_by_side, telling
from index.collection import Collection, Side
from index.dutch import Analysis, Token
from index.encoder import Encoder
from index.fusion import Probe
from index.latent import unit
from index.lexicon import Expansion, Lexicon
from index.passages import ASPECTS, split_case
from index.references import BARE_WEIGHT, is_bare
from index.vectors import Vectors

EXPANSION_WEIGHT = 0.5
"""Of an added word, beside 1 for a word of the search itself."""

EXPANDED_UP_TO = 25
"""Words; in a longer search the added words bring more noise than finds."""


@dataclass(frozen=True, repr=False)
class Asked:
    """What is searched for.

    ``weights`` are the keys that are looked for, ``stems`` those of the words of ``text`` in order;
    ``case`` is there when a case is compared instead.
    """

    probe: Probe
    weights: Mapping[str, float]
    text: str = ""
    stems: tuple[str, ...] = ()
    also_searched: tuple[str, ...] = ()
    case: SafeCase | None = None


def asked_in_words(
    text: str, collection: Collection, encoder: Encoder, analysis: Analysis, lexicon: Lexicon
) -> Asked:
    """A typed search; a short one is widened with other words for the same things, at a lower weight."""
    tokens = analysis.tokens(text)
    keys = Counter(key for token in tokens for key in token.keys)
    expansion = _expansion(tokens, lexicon)
    added = {key: EXPANSION_WEIGHT * weight for key, weight in expansion.weights.items()}
    weights = {**added, **{key: BARE_WEIGHT if is_bare(key) else 1.0 for key in keys}}
    probe = Probe(
        words=weights,
        latent=collection.latent[None].vector(keys),
        meaning=encoder.encode_queries([text])[0],
    )
    return Asked(
        probe=probe,
        weights=weights,
        text=text,
        stems=analysis.stems(text),
        also_searched=expansion.words,
    )


def asked_by_case(
    case: SafeCase, side: Side, collection: Collection, encoder: Encoder, analysis: Analysis
) -> Asked:
    """A case, or one side of it, as the search; it need not be in the collection."""
    keys = documents_by_side([case], analysis)[side][0]
    weights = telling(keys, collection.words[side])
    passages = [passage for passage in split_case(case) if side in (None, ASPECTS[passage.field])]
    probe = Probe(
        words=weights,
        latent=collection.latent[side].vector(Counter(keys)),
        meaning=_mean(encoder, [passage.text for passage in passages], collection.vectors.dimension),
        side=side,
    )
    return Asked(probe=probe, weights=weights, case=case)


def _expansion(tokens: Sequence[Token], lexicon: Lexicon) -> Expansion:
    return lexicon.expansion(tokens) if len(tokens) <= EXPANDED_UP_TO else Expansion()


def _mean(encoder: Encoder, texts: Sequence[str], dimension: int) -> Vectors:
    if not texts:
        return np.zeros(dimension, dtype=np.float32)
    lengths = np.array([len(text) for text in texts], dtype=np.float32)
    return unit((encoder.encode_passages(texts) * lengths[:, None]).sum(axis=0))
