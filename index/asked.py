# SPDX-License-Identifier: EUPL-1.2
"""A search, read: from typed text or from a case to what the index looks for and an explanation refers to."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

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
from index.spelling import SURE, Correction, Speller, corrected
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
    corrections: tuple[Correction, ...] = ()
    case: SafeCase | None = None


def asked_in_words(
    text: str,
    collection: Collection,
    encoder: Encoder,
    analysis: Analysis,
    lexicon: Lexicon,
    *,
    speller: Speller | None = None,
    without: Set[str] = frozenset(),
) -> Asked:
    """A typed search; a short one is widened with other words for the same things, at a lower weight.

    With a ``speller``, words that were probably typed wrongly are searched for as they were probably meant.
    Neither brings in a word of ``without``.
    """
    corrections = _corrections(text, analysis, speller, without)
    read = corrected(text, [each for each in corrections if each.weight == SURE])
    tokens = analysis.tokens(read)
    keys = _weighted_keys(text, corrections, tokens, collection, analysis)
    expansion = _expansion(tokens, lexicon, without)
    added = {key: EXPANSION_WEIGHT * weight for key, weight in expansion.weights.items()}
    weights = {**added, **{key: BARE_WEIGHT if is_bare(key) else min(1.0, keys[key]) for key in keys}}
    probe = Probe(
        words=weights,
        latent=collection.latent[None].vector(keys),
        meaning=encoder.encode_queries([read])[0],
    )
    return Asked(
        probe=probe,
        weights=weights,
        text=read,
        stems=analysis.stems(read),
        also_searched=expansion.words,
        corrections=tuple(corrections),
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


def _corrections(
    text: str, analysis: Analysis, speller: Speller | None, without: Set[str]
) -> list[Correction]:
    """The likely errors in a text, but for what somebody does not want to be searched for."""
    found = speller.corrections(text, analysis.tokens(text)) if speller else []
    kept = [replace(each, meant=tuple(word for word in each.meant if word not in without)) for each in found]
    return [each for each in kept if each.meant]


def _weighted_keys(
    text: str,
    corrections: Sequence[Correction],
    tokens: Sequence[Token],
    collection: Collection,
    analysis: Analysis,
) -> dict[str, float]:
    """The keys of a text as it was read, as often as they occur.

    An error and what was probably meant share the weight of a word; an error that the collection knows keeps
    its own.
    """
    counts: dict[str, float] = dict(Counter(key for token in tokens for key in token.keys))
    if not corrections:
        return counts
    typed = analysis.keys(text)
    words = collection.words[None]
    for each in corrections:
        own = analysis.keys(each.typed)
        for key in own:
            counts[key] = 1.0 if words.holding(key) else 1.0 - each.weight
        for place, meant in enumerate(each.meant):
            for key in analysis.keys(meant):
                if key not in typed:
                    counts[key] = max(counts.get(key, 0.0) if place else 0.0, each.weight / (1 + place))
    return counts


def _expansion(tokens: Sequence[Token], lexicon: Lexicon, without: Set[str]) -> Expansion:
    return lexicon.expansion(tokens, without=without) if len(tokens) <= EXPANDED_UP_TO else Expansion()


def _mean(encoder: Encoder, texts: Sequence[str], dimension: int) -> Vectors:
    if not texts:
        return np.zeros(dimension, dtype=np.float32)
    lengths = np.array([len(text) for text in texts], dtype=np.float32)
    return unit((encoder.encode_passages(texts) * lengths[:, None]).sum(axis=0))
