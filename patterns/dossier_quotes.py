# SPDX-License-Identifier: EUPL-1.2
"""The weighing in a pattern: ratings counted, and the sentences that say most of what all its cases say."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import log, sqrt

from casebase.record import PERSPECTIVE_FIELDS, Perspective, SafeCase
from casebase.vocabulary import Rating
from index.sentences import split_sentences

Keys = Callable[[str], Sequence[str]]
"""Gives the keys of the words of a text, stop words left out."""

QUOTES = 3
SHORTEST, LONGEST = 30, 240
"""Characters of a sentence that is worth quoting."""

_FEW_WORDS = 4


@dataclass(frozen=True, repr=False)
class Cited:
    """Words of a case, with its number."""

    case_id: str
    text: str


@dataclass(frozen=True, repr=False)
class PerspectiveColumn:
    """One field of the perspectiefcirkel over all cases: ``field`` is its name in the record.

    ratings: how often each was given; unrated: cases without one; quotes: sentences, most telling first.
    """

    field: str
    ratings: tuple[tuple[Rating, int], ...]
    unrated: int
    quotes: tuple[Cited, ...]


def perspective_columns(cases: Sequence[SafeCase], keys: Keys) -> tuple[PerspectiveColumn, ...]:
    """The three fields side by side; ``keys`` gives the words of a text without stop words."""
    return tuple(_column(field, cases, keys) for field in PERSPECTIVE_FIELDS)


def telling(texts: Sequence[Cited], keys: Keys, number: int = QUOTES) -> tuple[Cited, ...]:
    """The sentences that share most words with what other cases say, one from each case, best first.

    A word weighs the logarithm of in how many cases it stands, so one that only this case uses weighs
    nothing; the sum is divided by the root of the sentence's words, so that a long one is no better for
    being long. Sentences of 30 to 240 characters are preferred; ties go by case number.
    """
    used = Counter(word for each in texts for word in set(keys(each.text)))
    best: list[tuple[bool, float, str, str]] = []
    for each in texts:
        sentences = [each.text[start:end] for start, end in split_sentences(each.text)]
        scored = [(not _fits(one), -_weight(keys(one), used), each.case_id, one) for one in sentences]
        best += sorted(scored)[:1]
    return tuple(Cited(case_id, sentence) for _, _, case_id, sentence in sorted(best)[:number])


def meanwhile_of(cases: Sequence[SafeCase]) -> tuple[Cited, ...]:
    """What is done for people until there is a solution, case by case; the same words once."""
    found: dict[str, Cited] = {}
    for case in cases:
        text = " ".join(case.meanwhile.split())
        if text:
            found.setdefault(text.casefold(), Cited(case.case_id, text))
    return tuple(found.values())


def _column(field: str, cases: Sequence[SafeCase], keys: Keys) -> PerspectiveColumn:
    given: list[Perspective] = [getattr(case, field) for case in cases]
    counts = Counter(each.rating for each in given if each.rating)
    texts = [
        Cited(case.case_id, each.text) for case, each in zip(cases, given, strict=True) if each.text.strip()
    ]
    return PerspectiveColumn(
        field=field,
        ratings=tuple((rating, counts[rating]) for rating in Rating),
        unrated=len(given) - sum(counts.values()),
        quotes=telling(texts, keys),
    )


def _fits(sentence: str) -> bool:
    return SHORTEST <= len(sentence) <= LONGEST and len(sentence.split()) >= _FEW_WORDS


def _weight(words: Sequence[str], used: Counter[str]) -> float:
    distinct = set(words)
    return sum(log(used[word]) for word in distinct if used[word]) / sqrt(len(distinct) or 1)
