# SPDX-License-Identifier: EUPL-1.2
"""A search, read: from typed text or from a case to what the index looks for and an explanation refers to."""

from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace

import numpy as np

from casebase.record import SafeCase
from index.assembly import documents_by_side, telling
from index.collection import Collection, Side
from index.comparable import wording
from index.domain import load_domain
from index.dutch import Analysis, Token
from index.encoder import Encoder
from index.fusion import Probe
from index.latent import unit
from index.lexicon import Expansion, Lexicon
from index.named import named_in
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
    ``case`` is there when a case is compared instead, ``examples`` hold each case as a search of its own when
    cases like several were asked for.
    """

    probe: Probe
    weights: Mapping[str, float]
    text: str = ""
    stems: tuple[str, ...] = ()
    also_searched: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()
    case: SafeCase | None = None
    examples: tuple["Asked", ...] = ()


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

    With a ``speller``, words that were probably typed wrongly are searched for as they were probably meant;
    where that is not sure, only word search does so. Neither brings in a word of ``without``.
    """
    corrections = _corrections(text, analysis, speller, without)
    sure = [each for each in corrections if each.weight == SURE]
    read = corrected(text, sure)
    tokens = analysis.tokens(read)
    counts = dict(Counter(key for token in tokens for key in token.keys))
    keys = _shared_weights(counts, text, sure, collection, analysis)
    expansion = _expansion(tokens, lexicon, without)
    added = {key: EXPANSION_WEIGHT * weight for key, weight in expansion.weights.items()}
    own = _shared_weights(
        keys, text, [each for each in corrections if each not in sure], collection, analysis
    )
    weights = {**added, **{key: BARE_WEIGHT if is_bare(key) else min(1.0, own[key]) for key in own}}
    meaning = encoder.encode_queries([read])[0]
    probe = Probe(
        words=weights,
        latent=collection.latent[None].vector(keys),
        meaning=meaning,
        wording=wording(tokens, lexicon, load_domain().of(meaning, encoder.model_id)),
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
        named=() if side else (named_in(case),),
    )
    return Asked(probe=probe, weights=weights, case=case)


def _corrections(
    text: str, analysis: Analysis, speller: Speller | None, without: Set[str]
) -> list[Correction]:
    """The likely errors in a text, but for what somebody does not want to be searched for."""
    found = speller.corrections(text, analysis.tokens(text)) if speller else []
    kept = [replace(each, meant=tuple(word for word in each.meant if word not in without)) for each in found]
    return [each for each in kept if each.meant]


def _shared_weights(
    counts: Mapping[str, float],
    text: str,
    corrections: Sequence[Correction],
    collection: Collection,
    analysis: Analysis,
) -> dict[str, float]:
    """The counted keys of a text, in which errors and what was probably meant share the weight of a word.

    An error that the collection knows keeps its own weight.
    """
    weights = dict(counts)
    typed = frozenset(analysis.keys(text)) if corrections else frozenset()
    for each in corrections:
        for key in analysis.keys(each.typed):
            weights[key] = 1.0 if collection.words[None].holding(key) else 1.0 - each.weight
        for place, word in enumerate(each.meant):
            for key in frozenset(analysis.keys(word)) - typed:
                weights[key] = each.weight if not place else weights.get(key, each.weight / 2)
    return weights


def _expansion(tokens: Sequence[Token], lexicon: Lexicon, without: Set[str]) -> Expansion:
    return lexicon.expansion(tokens, without=without) if len(tokens) <= EXPANDED_UP_TO else Expansion()


def _mean(encoder: Encoder, texts: Sequence[str], dimension: int) -> Vectors:
    if not texts:
        return np.zeros(dimension, dtype=np.float32)
    lengths = np.array([len(text) for text in texts], dtype=np.float32)
    return unit((encoder.encode_passages(texts) * lengths[:, None]).sum(axis=0))
