# SPDX-License-Identifier: EUPL-1.2
"""What was found once in a case is looked for in all its fields."""

from collections.abc import Mapping, Sequence

from anonymise.known_values import KnownValues
from anonymise.names import repeated
from anonymise.names.tokenised import TokenisedText
from anonymise.names.word_lists import WordLists
from anonymise.spans import PiiSpan
from casebase.record import KnownValue
from casebase.vocabulary import Kind

_SURE = 0.6
_SCORE = 0.6
_LOOKED_FOR = frozenset(Kind) - {Kind.DATE, Kind.AGE, Kind.NATIONALITY} - repeated.KINDS
"""Dates and ages are found by their form; the same number elsewhere may be something else."""


class Repeats:
    """The values that a case holds surely: names by their words, numbers by their digits."""

    def __init__(self, numbers: KnownValues, names: repeated.RepeatedNames) -> None:
        self._numbers = numbers
        self._names = names

    def find(self, text: TokenisedText) -> list[PiiSpan]:
        """Every place where one of the values stands; spans may overlap."""
        return [*self._numbers.find(text.text), *self._names.find(text)]


def repeated_values(
    texts: Mapping[str, str],
    found: Mapping[str, Sequence[PiiSpan]],
    ordinary: frozenset[str],
    words: WordLists,
) -> Repeats:
    """The surely found values of a case, to look for in all of its fields."""
    values = {
        (span.kind, texts[field][span.start : span.end])
        for field, spans in found.items()
        for span in spans
        if span.score >= _SURE and span.kind in _LOOKED_FOR
    }
    known = [KnownValue(kind, text) for kind, text in sorted(values)]
    numbers = KnownValues(known, source="repeat", score=_SCORE, ordinary=ordinary)
    return Repeats(numbers, repeated.RepeatedNames(texts, found, words))
