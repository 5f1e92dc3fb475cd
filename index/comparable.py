# SPDX-License-Identifier: EUPL-1.2
"""What the honest no looks at: the features of the rule that tells whether anything comparable was found."""

from collections.abc import Mapping, Sequence

import numpy as np

from index.dutch import Token
from index.evidence import Evidence, Wording
from index.lexicon import Lexicon
from index.words import WordIndex

TEXT_FEATURES = ("words", "latent", "meaning", "length", "named", "unknown")
CASE_FEATURES = ("words", "latent", "meaning", "regulations")


def features(evidence: Evidence) -> Mapping[str, float]:
    """The features by name; the three signals and the shared regulations as the mean of the best cases."""
    words, latent, meaning = (float(signal.mean()) for signal in evidence.signals.astype(np.float64))
    return {
        "words": words,
        "latent": latent,
        "meaning": meaning,
        "regulations": float(evidence.shared.astype(np.float64).mean()),
        "length": float(np.log1p(evidence.wording.words)),
        "named": evidence.wording.named,
        "unknown": evidence.wording.unknown,
    }


def wording(
    tokens: Sequence[Token],
    stems: Sequence[str],
    own: Mapping[str, float],
    lexicon: Lexicon,
    words: WordIndex,
) -> Wording:
    """What a typed search is like; ``own`` are its own keys, without words that were added."""
    named = {place for mention in lexicon.mentions(tokens) for place in range(mention.first, mention.last)}
    unknown = sum(words.holding(key) == 0 for key in own)
    return Wording(
        words=len(stems),
        named=len(named) / len(tokens) if tokens else 0.0,
        unknown=unknown / len(own) if own else 1.0,
    )
