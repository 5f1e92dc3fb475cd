# SPDX-License-Identifier: EUPL-1.2
"""What the honest no looks at: the features of the rule that tells whether anything comparable was found."""

from collections.abc import Mapping, Sequence

import numpy as np

from index.dutch import Token
from index.evidence import Evidence, Wording
from index.lexicon import Lexicon

TEXT_FEATURES = ("words", "latent", "meaning", "length", "named", "domain")
CASE_FEATURES = ("words", "latent", "meaning", "regulations")

LONG = 15
"""Words; from here on a longer search is not harder to answer (8 to 25 were tried on the odd half)."""


def features(evidence: Evidence) -> Mapping[str, float]:
    """The features by name; the three signals and the shared regulations as the mean of the best cases."""
    words, latent, meaning = (float(signal.mean()) for signal in evidence.signals.astype(np.float64))
    return {
        "words": words,
        "latent": latent,
        "meaning": meaning,
        "regulations": float(evidence.shared.astype(np.float64).mean()),
        "length": float(np.log1p(min(evidence.wording.words, LONG))),
        "named": evidence.wording.named,
        "domain": evidence.wording.domain,
    }


def wording(tokens: Sequence[Token], lexicon: Lexicon, domain: float = 0.0) -> Wording:
    """What a typed search is like; ``domain`` as in ``index.domain``."""
    telling = {place for place, token in enumerate(tokens) if token.keys}
    named = {place for mention in lexicon.mentions(tokens) for place in range(mention.first, mention.last)}
    return Wording(
        words=len(tokens), named=len(named & telling) / len(telling) if telling else 0.0, domain=domain
    )
