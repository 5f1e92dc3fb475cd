# SPDX-License-Identifier: EUPL-1.2
"""Words that tell two groups of cases apart."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log, sqrt

from casebase.record import SafeCase
from index.dutch import Analysis
from patterns.standing import StandingRuns, covered, standing_runs
from patterns.topics import Topics, load_topics

MOST = 10
LEAST_Z = 2.0

_LEAST_HELD = 2
_PRIOR = 20.0


@dataclass(frozen=True)
class TellingWord:
    """A word with how many cases of its own group and of the other one have it."""

    word: str
    own: int
    other: int


@dataclass(frozen=True, repr=False)
class _Read:
    """The stems of a group with the number of cases that hold them, and the words in which they occur."""

    size: int
    held: Counter[str]
    forms: Mapping[str, Counter[str]]


def telling_apart(
    first: Sequence[SafeCase],
    second: Sequence[SafeCase],
    analysis: Analysis,
    topics: Topics | None = None,
) -> tuple[tuple[TellingWord, ...], tuple[TellingWord, ...]]:
    """The words of the first group against the second, and of the second against the first.

    Nouns and regulations outside standing text, in two cases of the group at least, by the z-score of their
    log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words", Political
    Analysis 16) on counts of cases; ``LEAST_Z`` or more, the most telling first. A word that holds another
    one is left out.
    """
    standing = standing_runs([*first, *second], analysis)
    known = topics or load_topics()
    one, other = (_read(group, analysis, standing, known) for group in (first, second))
    return _telling(one, other), _telling(other, one)


def _telling(own: _Read, other: _Read) -> tuple[TellingWord, ...]:
    scored = []
    for stem, written in own.forms.items():
        score = _log_odds(own.held[stem], own.size, other.held[stem], other.size)
        if own.held[stem] >= _LEAST_HELD and score >= LEAST_Z:
            word = min(written, key=lambda form: (-written[form], form))
            scored.append((-score, word, stem))
    kept: list[TellingWord] = []
    for _, word, stem in sorted(scored):
        if not any(word in each.word or each.word in word for each in kept):
            kept.append(TellingWord(word, own.held[stem], other.held[stem]))
    return tuple(kept[:MOST])


def _read(cases: Sequence[SafeCase], analysis: Analysis, standing: StandingRuns, topics: Topics) -> _Read:
    held: Counter[str] = Counter()
    forms: dict[str, Counter[str]] = {}
    for case in cases:
        stems: set[str] = set()
        for text in case.narrative().values():
            tokens = analysis.tokens(text)
            inside = covered(tokens, standing)
            for token in (each for place, each in enumerate(tokens) if place not in inside):
                stems.update(token.keys)
                written = topics.named(text[token.start : token.end]) if token.stem in token.keys else None
                if written is not None:
                    forms.setdefault(token.stem, Counter())[written] += 1
        held.update(stems)
    return _Read(len(cases), held, forms)


def _log_odds(count: int, size: int, rest: int, others: int) -> float:
    """The z-score for ``count`` of ``size`` cases against ``rest`` of ``others``."""
    prior = _PRIOR * (count + rest + 1) / (size + others + 2)
    own = log((count + prior) / (size + _PRIOR - count - prior))
    other = log((rest + prior) / (others + _PRIOR - rest - prior))
    return (own - other) / sqrt(1 / (count + prior) + 1 / (rest + prior))
