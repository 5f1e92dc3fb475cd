# SPDX-License-Identifier: EUPL-1.2
"""Which principles of good administration a text is about."""

from collections.abc import Iterator, Sequence

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


def named_principles(text: str, analysis: Analysis) -> tuple[Principle, ...]:
    """The principles that a text names, in the order of the list."""
    stems = analysis.stems(text)
    articles = {token.keys[-1] for token in analysis.tokens(text) if token.stem.startswith("art:")}
    return tuple(
        principle
        for principle, cues in CUES.items()
        if any(_held(cue, stems, articles, analysis) for cue in cues)
    )


def _held(cue: str, stems: Sequence[str], articles: set[str], analysis: Analysis) -> bool:
    if cue.startswith("artikel"):
        return analysis.tokens(cue)[-1].keys[-1] in articles
    wanted = analysis.stems(cue)
    return wanted in set(_runs(stems, len(wanted)))


def _runs(stems: Sequence[str], length: int) -> Iterator[tuple[str, ...]]:
    return (tuple(stems[start : start + length]) for start in range(len(stems) - length + 1))
