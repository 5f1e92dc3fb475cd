# SPDX-License-Identifier: EUPL-1.2
"""Phrases that must occur and words that must not."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from casebase.database import Session
from casebase.record import SafeCase
from casebase.store import get_cases
from index.dutch import Analysis, fold
from index.query import Query
from index.vectors import Numbers
from index.words import WordIndex

_CHECKED_AT_ONCE = 50


def rows_that_may_meet(query: Query, words: WordIndex, analysis: Analysis, rows: Numbers) -> Numbers:
    """The rows that are left when those without a word of a phrase are taken out; their text decides."""
    for phrase in query.phrases:
        for key in {token.keys[0] for token in analysis.tokens(phrase) if token.keys}:
            rows = np.intersect1d(rows, words.rows_with(key), assume_unique=True)
    return rows


def places_that_meet(session: Session, case_ids: Sequence[str], query: Query) -> Iterator[int]:
    """The places of the cases whose text meets the conditions, ascending; read as they are needed."""
    for begin in range(0, len(case_ids), _CHECKED_AT_ONCE):
        some = {
            case_ids[place]: place for place in range(begin, min(begin + _CHECKED_AT_ONCE, len(case_ids)))
        }
        stored = get_cases(session, some)
        yield from (some[case_id] for case_id, each in stored.items() if meets(each.case, query))


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
