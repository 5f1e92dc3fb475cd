# SPDX-License-Identifier: EUPL-1.2
"""What a group of cases is about, in a few of its own words. People may write another label, which wins."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from math import ceil, log, sqrt

from casebase.record import SafeCase
from index.dutch import Analysis, Token
from index.words import WordIndex
from patterns.standing import StandingRuns, covered
from patterns.topics import Topics, load_topics

SHARED = 0.4
"""A term stands in at least so much of the group …"""
_SHARED_BY_FEW = (SHARED, 0.3, 0.2, 0.0)
"""… or in less, two cases at least, when there is no such term at all."""

_PRIOR = 20.0
_TERMS, _IN_LABEL = 8, 3
_LETTERS = 4
_NAMED = 0.25
"""In so much of the cases that hold a stem it is a noun: *weigering* beside *geweigerd*."""

_SAME = 0.75

Key = tuple[str, ...]
"""The stem of a word, or those of two words side by side."""
_Forms = defaultdict[Key, dict[str, frozenset[str]]]


@dataclass(frozen=True)
class Label:
    """A label with the terms behind it, the most telling first."""

    text: str
    terms: tuple[str, ...]


@dataclass(frozen=True)
class _Term:
    """A candidate: how it is written, its z-score, and the keys by which it is found."""

    score: float
    text: str
    keys: frozenset[str]


def label(
    cases: Sequence[SafeCase],
    words: WordIndex,
    analysis: Analysis,
    standing: StandingRuns = frozenset(),
    topics: Topics | None = None,
) -> Label:
    """The label of a group of cases, held against the collection that ``words`` is of; see ``label_of``."""
    known = topics or load_topics()
    return label_of([read_case(case, analysis, standing, known) for case in cases], words)


@dataclass(frozen=True, repr=False)
class ReadCase:
    """What a case holds outside standing text, and the part of its words that is in it.

    ``topics`` are the candidates for a label as they are written, each with all keys of its words; ``others``
    are the other words of some length, for want of better ones.
    """

    held: frozenset[Key]
    topics: Mapping[Key, Mapping[str, frozenset[str]]]
    others: Mapping[Key, Mapping[str, frozenset[str]]]
    standing: float


def label_of(cases: Sequence[ReadCase], words: WordIndex) -> Label:
    """The label of a group of cases, held against the collection that ``words`` is of.

    Terms are nouns, noun phrases of two words, what befell somebody, and regulations (``patterns.topics``)
    that stand in ``SHARED`` of the group. They are ordered by the z-score of their log-odds with an
    informative Dirichlet prior (Monroe, Colaresi and Quinn 2008, "Fightin' Words", Political Analysis 16), on
    counts of cases, so that one long case does not decide. Of terms that say the same the first one stays. A
    group without any such term gets those of fewer of its cases, and else any other words.
    """
    for forms in ([each.topics for each in cases], [each.others for each in cases]):
        written = _forms(cases, forms)
        for shared in _SHARED_BY_FEW:
            terms = _terms(cases, written, max(2, ceil(shared * len(cases))), words)
            if terms:
                kept = _apart(terms)
                return Label(", ".join(kept[:_IN_LABEL]), tuple(kept[:_TERMS]))
    return Label("", ())


def read_case(case: SafeCase, analysis: Analysis, standing: StandingRuns, topics: Topics) -> ReadCase:
    """What ``label_of`` and ``coincidence`` need of a case; ``standing`` runs of words are left out."""
    held: set[Key] = set()
    forms: tuple[_Forms, _Forms] = defaultdict(dict), defaultdict(dict)
    total = inside = 0
    for text in case.narrative().values():
        tokens = analysis.tokens(text)
        left_out = covered(tokens, standing)
        total, inside = total + len(tokens), inside + len(left_out)
        before: Token | None = None
        for place, token in enumerate(tokens):
            if place in left_out:
                before = None
                continue
            held.update((key,) for key in token.keys)
            for key, written, keys, is_topic in _candidates(text, before, token, topics):
                held.add(key)
                forms[not is_topic][key][written] = keys
            before = token
    return ReadCase(frozenset(held), *forms, inside / max(1, total))


def _candidates(
    text: str, before: Token | None, token: Token, topics: Topics
) -> Iterator[tuple[Key, str, frozenset[str], bool]]:
    """The word, and the word with the one before it, as they may stand in a label; whether it is a topic."""
    if token.stem not in token.keys:
        return
    word = text[token.start : token.end]
    written = topics.named(word)
    if written is None:
        if _is_word(word.lower(), topics):
            yield (token.stem,), word.lower(), frozenset(token.keys), False
        return
    yield (token.stem,), written, frozenset(token.keys), True
    if before is None or before.stem not in before.keys or text[before.end : token.start] != " ":
        return
    first = text[before.start : before.end].lower()
    if _is_word(first, topics):
        keys = frozenset((*before.keys, *token.keys))
        yield (before.stem, token.stem), f"{first} {written}", keys, True


def _is_word(word: str, topics: Topics) -> bool:
    return word.isalpha() and len(word) >= _LETTERS and not topics.is_everyday(word)


def _terms(
    cases: Sequence[ReadCase], forms: Mapping[Key, tuple[str, frozenset[str]]], least: int, words: WordIndex
) -> list[_Term]:
    """The terms that stand in so many cases, more often than elsewhere, the most telling first."""
    held = Counter(key for each in cases for key in each.held)
    terms = [
        _Term(score, text, keys)
        for key, (text, keys) in forms.items()
        if held[key] >= least
        and (score := _log_odds(held[key], len(cases), _holding(key, words), words.size)) > 0
    ]
    return sorted(terms, key=lambda term: (-term.score, -len(term.text), term.text))


def _forms(
    cases: Sequence[ReadCase], forms: Sequence[Mapping[Key, Mapping[str, frozenset[str]]]]
) -> dict[Key, tuple[str, frozenset[str]]]:
    """How each candidate is written in most cases, the first by alphabet of equal ones, with its keys.

    Left out are nouns of which the stem is mostly something else: *gehoor* where people were *gehoord*.
    """
    counts: defaultdict[Key, Counter[str]] = defaultdict(Counter)
    keys_of: dict[tuple[Key, str], frozenset[str]] = {}
    named: Counter[Key] = Counter()
    for own in forms:
        for key, written in own.items():
            named[key] += 1
            counts[key].update(written.keys())
            keys_of |= {(key, each): keys for each, keys in written.items()}
    held = Counter(key for each in cases for key in each.held)
    found = {}
    for key, written_in in counts.items():
        if named[key] >= _NAMED * held[key]:
            text = min(written_in, key=lambda each: (-written_in[each], each))
            found[key] = (text, keys_of[key, text])
    return found


def _holding(key: Key, words: WordIndex) -> int:
    """How many cases of the collection hold the stems of a term; side by side do at most so many."""
    if len(key) == 1:
        return words.holding(key[0])
    first, second = (set(words.rows_with(stem).tolist()) for stem in key)
    return len(first & second)


def _log_odds(count: int, size: int, holding: int, total: int) -> float:
    """The z-score of Monroe and others: ``count`` of ``size`` cases against the rest of ``total``."""
    holding, total = max(holding, count), max(total, size)
    prior = _PRIOR * (holding + 1) / (total + 2)
    rest, others = holding - count, total - size
    own = log((count + prior) / (size + _PRIOR - count - prior))
    other = log((rest + prior) / (others + _PRIOR - rest - prior))
    return (own - other) / sqrt(1 / (count + prior) + 1 / (rest + prior))


def _apart(terms: Iterable[_Term]) -> list[str]:
    kept: list[_Term] = []
    for term in terms:
        if not any(_alike(term, other) for other in kept):
            kept.append(term)
    return [term.text for term in kept]


def _alike(one: _Term, other: _Term) -> bool:
    """Whether two terms share a word, a part of one, or most letters: *toeslagen* and *zorgtoeslag*."""
    if not one.keys.isdisjoint(other.keys):
        return True
    match = SequenceMatcher(None, one.text, other.text, autojunk=False).find_longest_match()
    return match.size >= _SAME * min(len(one.text), len(other.text))
