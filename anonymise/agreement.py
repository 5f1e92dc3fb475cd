# SPDX-License-Identifier: EUPL-1.2
"""Rules and name model together: what each is sure of counts; where they differ, a person is asked.

- The model adds what no rule saw (union: recall goes before precision).
- A name that only a weak rule saw, and that the model is sure is none, is not masked but pointed out.
- What the model finds likely but not likely enough is pointed out as well.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from anonymise.ner.model import LEAST, Candidate, Reading
from anonymise.spans import PiiSpan
from casebase.vocabulary import Kind

SOURCE = "name model"

ADDED = {
    Kind.PERSON: 0.5,
    Kind.CITY: 0.5,
    Kind.ORG: 0.5,
    Kind.AGE: 0.5,
    Kind.NATIONALITY: 0.6,
    Kind.DATE: 0.6,
    Kind.BIRTHDATE: 0.6,
    Kind.CASE_NUMBER: 0.6,
    Kind.ADDRESS: 0.6,
}
"""Kinds that the model may add, each from this probability on."""

DOUBTED = frozenset({Kind.PERSON, Kind.CITY, Kind.ORG})
"""Kinds of which the model may doubt a weak finding of the rules."""

_WEAK = 0.6
_SURELY_NOT = 0.03
_POINTED_OUT = 0.2
_NEVER = 2.0


@dataclass(frozen=True)
class Agreed:
    """What is masked, and what is left to a person to judge."""

    spans: list[PiiSpan]
    doubtful: list[PiiSpan]


def agree(rules: Sequence[PiiSpan], reading: Reading) -> Agreed:
    """Findings of the rules and the model's ``reading`` of the same text, weighed against each other."""
    kept = [span for span in rules if not _is_doubted(span, reading)]
    doubted = [span for span in rules if _is_doubted(span, reading)]
    candidates = reading.candidates(LEAST)
    added = [_as_span(each) for each in candidates if each.score >= ADDED.get(each.kind, _NEVER)]
    unsure = [_as_span(each) for each in candidates if _POINTED_OUT <= each.score < ADDED.get(each.kind, 0.0)]
    return Agreed([*kept, *added], sorted([*doubted, *unsure]))


def _is_doubted(span: PiiSpan, reading: Reading) -> bool:
    weak = span.kind in DOUBTED and span.score < _WEAK
    return weak and reading.likelihood(span.start, span.end) < _SURELY_NOT


def _as_span(candidate: Candidate) -> PiiSpan:
    score = min(candidate.score, _WEAK - 0.01)
    return PiiSpan(candidate.start, candidate.end, candidate.kind, round(score, 2), SOURCE)
