# SPDX-License-Identifier: EUPL-1.2
"""What was found once in a case is looked for in all its fields."""

from collections.abc import Mapping, Sequence

from anonymise.known_values import KnownValues
from anonymise.spans import PiiSpan
from casebase.record import KnownValue
from casebase.vocabulary import Kind

_SURE = 0.6
_SCORE = 0.6
_LOOKED_FOR = frozenset(Kind) - {Kind.DATE, Kind.AGE, Kind.NATIONALITY}
"""Dates and ages are found by their form; the same number elsewhere may be something else."""


def repeated_values(
    texts: Mapping[str, str], found: Mapping[str, Sequence[PiiSpan]], ordinary: frozenset[str]
) -> KnownValues:
    """The surely found values of a case, to look for in all of its fields."""
    values = {
        (span.kind, texts[field][span.start : span.end])
        for field, spans in found.items()
        for span in spans
        if span.score >= _SURE and span.kind in _LOOKED_FOR
    }
    known = [KnownValue(kind, text) for kind, text in sorted(values)]
    return KnownValues(known, source="repeat", score=_SCORE, ordinary=ordinary)
