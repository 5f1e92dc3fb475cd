# SPDX-License-Identifier: EUPL-1.2
"""What a group of cases is about, in a few of its own words. People may write another label, which wins."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import ceil, log, sqrt

from casebase.record import SafeCase
from index.dutch import Analysis, Token
from index.words import WordIndex

SHARED = 0.4
"""A term stands in at least so much of the group."""

_PRIOR = 20.0
_TERMS, _IN_LABEL = 8, 3
_WORDS, _TELLING, _LEAST_HELD = 10, 2.0, 2
_LETTERS = 4
_RUN = 5
_STANDING, _LEAST_STANDING = 0.01, 3
_SAMPLE = 2_000

StandingRuns = frozenset[int]


@dataclass(frozen=True)
class Label:
    """A label with the terms behind it, the most telling first."""

    text: str
    terms: tuple[str, ...]


def label(
    cases: Sequence[SafeCase], words: WordIndex, analysis: Analysis, standing: StandingRuns = frozenset()
) -> Label:
    """The label of a group of cases, held against the collection that ``words`` is of.

    Terms are ordered by the z-score of their log-odds with an informative Dirichlet prior (Monroe, Colaresi
    and Quinn 2008, "Fightin' Words", Political Analysis 16), on counts of cases, so that one long case does
    not decide. They stand in ``SHARED`` of the group, have four letters or more, and are counted only
    outside ``standing`` runs of words. A term that holds another one is left out.
    """
    read = [_read(case, analysis, standing) for case in cases]
    held = Counter(key for keys, _ in read for key in keys)
    forms = _forms(form for _, found in read for form in found)
    least = max(2, ceil(SHARED * len(cases)))
    scored = [
        (-_log_odds(count, len(cases), words.holding(key), words.size), forms[key])
        for key, count in held.items()
        if count >= least and key in forms
    ]
    terms = _apart(form for score, form in sorted(scored) if score < 0)
    return Label(", ".join(terms[:_IN_LABEL]), tuple(terms[:_TERMS]))


@dataclass(frozen=True)
class TellingWord:
    """A word that tells two groups of cases apart: how many cases of the first and of the second have it."""

    word: str
    first: int
    second: int


def telling_apart(
    first: Sequence[SafeCase],
    second: Sequence[SafeCase],
    analysis: Analysis,
    standing: StandingRuns = frozenset(),
) -> tuple[tuple[TellingWord, ...], tuple[TellingWord, ...]]:
    """The words of the first group against the second, and of the second against the first.

    The same measure as for a label, with the two groups together as the collection; only words with a
    z-score of 2 or more in at least two cases, the most telling first.
    """
    read = [[_read(case, analysis, standing) for case in group] for group in (first, second)]
    held = [Counter(key for keys, _ in group for key in keys) for group in read]
    forms = _forms(form for group in read for _, found in group for form in found)
    return _telling(held[0], held[1], len(first), len(second), forms), tuple(
        TellingWord(each.word, each.second, each.first)
        for each in _telling(held[1], held[0], len(second), len(first), forms)
    )


def standing_runs(cases: Iterable[SafeCase], analysis: Analysis) -> StandingRuns:
    """The runs of five words that 1% of the cases or more (three at least) share: those of templates.

    Give cases of which near-duplicates are left out; of many cases an even part is looked at.
    """
    every = list(cases)
    step = ceil(len(every) / _SAMPLE) or 1
    counts: Counter[int] = Counter()
    looked_at = every[::step]
    for case in looked_at:
        found = {run for text in case.narrative().values() for _, run in _runs(analysis.tokens(text))}
        counts.update(found)
    least = max(_LEAST_STANDING, ceil(_STANDING * len(looked_at)))
    return frozenset(run for run, count in counts.items() if count >= least)


def standing_share(case: SafeCase, analysis: Analysis, standing: StandingRuns) -> float:
    """Which part of the words of a case stands in such runs."""
    total = inside = 0
    for text in case.narrative().values():
        tokens = analysis.tokens(text)
        total += len(tokens)
        inside += len(_covered(tokens, standing))
    return inside / max(1, total)


def _read(
    case: SafeCase, analysis: Analysis, standing: StandingRuns
) -> tuple[set[str], list[tuple[str, str]]]:
    """The keys of a case outside standing runs, and the words in which they occur as (key, word)."""
    keys: set[str] = set()
    forms: list[tuple[str, str]] = []
    for text in case.narrative().values():
        tokens = analysis.tokens(text)
        covered = _covered(tokens, standing)
        for place, token in enumerate(tokens):
            if place in covered:
                continue
            keys.update(token.keys)
            word = text[token.start : token.end].lower()
            if token.stem in token.keys and len(word) >= _LETTERS and word.isalpha():
                forms.append((token.stem, word))
    return keys, forms


def _covered(tokens: Sequence[Token], standing: StandingRuns) -> set[int]:
    if not standing:
        return set()
    return {place for first, run in _runs(tokens) if run in standing for place in range(first, first + _RUN)}


def _runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The runs of five words of a text by their first place, each as a number of its own."""
    stems = [token.stem for token in tokens]
    for first in range(len(stems) - _RUN + 1):
        yield first, _number(stems[first : first + _RUN])


def _number(stems: Sequence[str]) -> int:
    from zlib import crc32

    joined = "\0".join(stems).encode("utf-8", "surrogatepass")
    return crc32(joined) << 32 | crc32(joined[::-1])


def _forms(found: Iterable[tuple[str, str]]) -> Mapping[str, str]:
    """The word in which each key occurs most, the first by alphabet of equal ones."""
    counts = Counter(found)
    forms: dict[str, tuple[int, str]] = {}
    for (key, word), count in counts.items():
        forms[key] = min(forms.get(key, (0, "")), (-count, word))
    return {key: word for key, (_, word) in forms.items()}


def _log_odds(count: int, size: int, holding: int, total: int) -> float:
    """The z-score of Monroe and others: ``count`` of ``size`` cases against the rest of ``total``."""
    holding, total = max(holding, count), max(total, size)
    prior = _PRIOR * (holding + 1) / (total + 2)
    rest, others = holding - count, total - size
    own = log((count + prior) / (size + _PRIOR - count - prior))
    other = log((rest + prior) / (others + _PRIOR - rest - prior))
    return (own - other) / sqrt(1 / (count + prior) + 1 / (rest + prior))


def _telling(
    own: Counter[str], other: Counter[str], size: int, others: int, forms: Mapping[str, str]
) -> tuple[TellingWord, ...]:
    scored = [
        (-_log_odds(count, size, count + other[key], size + others), forms[key], key)
        for key, count in own.items()
        if count >= _LEAST_HELD and key in forms
    ]
    telling = {form: key for score, form, key in sorted(scored, reverse=True) if score <= -_TELLING}
    words = _apart(form for score, form, _ in sorted(scored) if score <= -_TELLING)
    return tuple(TellingWord(each, own[telling[each]], other[telling[each]]) for each in words[:_WORDS])


def _apart(terms: Iterable[str]) -> list[str]:
    kept: list[str] = []
    for term in terms:
        if not any(term in other or other in term for other in kept):
            kept.append(term)
    return kept
