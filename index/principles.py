# SPDX-License-Identifier: EUPL-1.2
"""Which principles of good administration a text is about."""

from collections.abc import Sequence

from casebase.vocabulary import Principle
from index.dutch import Analysis

CUES = {
    Principle.TRUST: ("vertrouwensbeginsel", "opgewekt vertrouwen", "gewekt vertrouwen", "toezegging"),
    Principle.PROPORTIONALITY: ("evenredigheidsbeginsel", "evenredigheid", "onevenredig", "artikel 3:4 Awb"),
    Principle.EQUALITY: ("gelijkheidsbeginsel", "gelijke gevallen", "ongelijke behandeling"),
    Principle.DUE_CARE: ("zorgvuldigheidsbeginsel", "zorgvuldigheid", "onzorgvuldig", "artikel 3:2 Awb"),
    Principle.REASONING: ("motiveringsbeginsel", "motivering", "artikel 3:46 Awb"),
    Principle.LEGAL_CERTAINTY: ("rechtszekerheidsbeginsel", "rechtszekerheid"),
    Principle.MISUSE_OF_POWER: ("détournement de pouvoir", "artikel 3:3 Awb"),
    Principle.FAIR_PLAY: ("fair-playbeginsel", "fair play", "vooringenomenheid", "artikel 2:4 Awb"),
}
"""Words that name a principle; the articles are those of the Algemene wet bestuursrecht that hold it."""


class Principles:
    """Finds the principles that a text names."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._cues = {principle: [_read(cue, analysis) for cue in cues] for principle, cues in CUES.items()}

    def named(self, text: str) -> tuple[Principle, ...]:
        """The principles that a text names, in the order of the list."""
        stems = self._analysis.stems(text)
        articles = {
            (token.keys[-1],) for token in self._analysis.tokens(text) if token.stem.startswith("art:")
        }
        longest = max(len(cue) for cues in self._cues.values() for cue in cues)
        held = articles.union(*(_runs(stems, length) for length in range(1, longest + 1)))
        return tuple(principle for principle, cues in self._cues.items() if not held.isdisjoint(cues))


def _read(cue: str, analysis: Analysis) -> tuple[str, ...]:
    return (analysis.tokens(cue)[-1].keys[-1],) if cue.startswith("artikel") else analysis.stems(cue)


def _runs(stems: Sequence[str], length: int) -> set[tuple[str, ...]]:
    return {tuple(stems[start : start + length]) for start in range(len(stems) - length + 1)}
