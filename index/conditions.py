# SPDX-License-Identifier: EUPL-1.2
"""Phrases that must occur and words that must not."""

import re

import numpy as np

from casebase.record import SafeCase
from index.dutch import Analysis, fold
from index.query import Query
from index.vectors import Numbers
from index.words import WordIndex


def rows_that_may_meet(query: Query, words: WordIndex, analysis: Analysis, rows: Numbers) -> Numbers:
    """The rows that are left when those without a word of a phrase are taken out; their text decides."""
    for phrase in query.phrases:
        for key in {token.keys[0] for token in analysis.tokens(phrase) if token.keys}:
            rows = np.intersect1d(rows, words.rows_with(key), assume_unique=True)
    return rows


def meets(case: SafeCase, query: Query) -> bool:
    """Whether each phrase is in a narrative field of the case, and nothing that is excluded.

    Capitals, accents and line ends do not count; a word is only found as a whole word.
    """
    texts = [_plain(text) for text in case.narrative().values()]
    return all(_occurs(phrase, texts) for phrase in query.phrases) and not any(
        _occurs(excluded, texts) for excluded in query.excluded
    )


def _occurs(phrase: str, texts: list[str]) -> bool:
    wanted = re.compile(rf"(?<!\w){re.escape(_plain(phrase))}(?!\w)")
    return any(wanted.search(text) for text in texts)


def _plain(text: str) -> str:
    return " ".join(fold(text).casefold().split())
