# SPDX-License-Identifier: EUPL-1.2
"""Cases like one case, under the same rules in the same period, that ended differently.

Shown to prompt the question *wat maakt deze zaak anders?*; it foretells no outcome and scores nobody.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from casebase import store
from casebase.bilingual import Bilingual
from casebase.database import Session
from casebase.record import PERSPECTIVE_FIELDS, SafeCase
from casebase.store import StoredCase, UnknownCaseError
from casebase.vocabulary import Outcome, Principle, Rating, ReviewState
from index.collection import Collection
from index.differences import differences_from_case
from index.sentences import split_sentences
from patterns.equal_treatment import (
    AlikePair,
    ComparedPair,
    Comparisons,
    Ending,
    OutcomeCounts,
    PairRule,
    compare_pairs,
    count_outcomes,
)
from patterns.likeness import likeness
from patterns.study import ended_case

MOST_ALIKE = 200
"""Cases that are compared: with very many like ones the most alike of them."""

REASONS = 3
"""Sentences of the reasoning that are told of each case."""


@dataclass(frozen=True, repr=False)
class Reasons:
    """The first sentences of the reasoning of a case as it was written; ``more`` counts the others.

    No sentences when the reasoning was not filled in.
    """

    sentences: tuple[str, ...]
    more: int


@dataclass(frozen=True)
class RatedPair:
    """How one perspective was rated in the asked and in the other case; None where that is not known.

    ``perspective`` is one of ``casebase.record.PERSPECTIVE_FIELDS``.
    """

    perspective: str
    asked: Rating | None
    other: Rating | None

    @property
    def differs(self) -> bool:
        """Whether both were rated, and not the same."""
        return None not in {self.asked, self.other} and self.asked is not self.other


@dataclass(frozen=True, repr=False)
class TreatedOtherwise:
    """A like case that ended differently from the asked one, with what agrees and what differs.

    pair: score (0 to 1), nearly_identical, shared_regulations, other_regulations, days_apart;
    shared_principles: named in both; asked_principles, other_principles: named in one of the two only;
    ratings: the three perspectives, in reading order; differences: outcome, deviation from rules, nature,
    level and years, in sentences; asked_reasons, other_reasons: why it was decided so.
    """

    other: StoredCase
    pair: ComparedPair
    shared_principles: tuple[Principle, ...]
    asked_principles: tuple[Principle, ...]
    other_principles: tuple[Principle, ...]
    ratings: tuple[RatedPair, ...]
    differences: tuple[Bilingual, ...]
    asked_reasons: Reasons
    other_reasons: Reasons


@dataclass(frozen=True, repr=False)
class Treatment:
    """A case beside the like cases that may be held against it.

    otherwise: those that ended differently, nearly identical ones first, then the largest difference;
    outcomes: how all like cases ended that may be compared, without the asked one; comparisons: all pairs
    with the asked case, and how many were left out because of other rules or another period.
    """

    asked: StoredCase
    otherwise: tuple[TreatedOtherwise, ...]
    outcomes: OutcomeCounts
    comparisons: Comparisons

    @property
    def same(self) -> int:
        """How many like cases ended as the asked one did."""
        return sum(pair.ending is Ending.SAME for pair in self.comparisons.pairs)

    @property
    def unknown(self) -> int:
        """How many like cases cannot be told: the outcome of one of the two is not known."""
        return sum(pair.ending is Ending.UNKNOWN for pair in self.comparisons.pairs)


def treated_otherwise(session: Session, collection: Collection, case_id: str) -> Treatment:
    """The released cases like a released case that ended differently.

    Raises:
        UnknownCaseError: there is no released case with this number.
    """
    alike = _alike(collection, case_id)
    stored = store.get_cases(session, [case_id, *alike])
    released = {number: each for number, each in stored.items() if each.state is ReviewState.RELEASED}
    if case_id not in released:
        raise UnknownCaseError(case_id)
    return laid_beside(released[case_id], released, alike)


def laid_beside(
    asked: StoredCase, released: Mapping[str, StoredCase], alike: Mapping[str, float]
) -> Treatment:
    """A case beside those of the released cases that are like it; ``alike`` tells how much, by number."""
    case_id = asked.case.case_id
    pairs = [AlikePair(case_id, number, score) for number, score in alike.items()]
    compared = compare_pairs([ended_case(each.case) for each in released.values()], pairs)
    others = [(released[_other(pair, case_id)], pair) for pair in compared.pairs]
    return Treatment(
        asked,
        tuple(_beside(asked.case, *each) for each in others if each[1].ending is Ending.DIFFERENT),
        count_outcomes(other.case.outcome or Outcome.UNKNOWN for other, _ in others),
        compared,
    )


def _alike(collection: Collection, case_id: str) -> Mapping[str, float]:
    """The cases that are alike enough, the most alike first; none when the index does not know the case."""
    row = collection.row_of.get(case_id)
    if row is None:
        return {}
    everything = np.arange(len(collection))
    scores = likeness(collection, np.array([row]), everything)[0]
    enough = np.flatnonzero(scores >= PairRule().alike)
    order = enough[np.argsort(-scores[enough], kind="stable")]
    return {collection.case_ids[each]: float(scores[each]) for each in order[: MOST_ALIKE + 1] if each != row}


def _other(pair: ComparedPair, case_id: str) -> str:
    return pair.second if pair.first == case_id else pair.first


def _beside(asked: SafeCase, other: StoredCase, pair: ComparedPair) -> TreatedOtherwise:
    case = other.case
    return TreatedOtherwise(
        other=other,
        pair=pair,
        shared_principles=tuple(each for each in asked.principles if each in case.principles),
        asked_principles=tuple(each for each in asked.principles if each not in case.principles),
        other_principles=tuple(each for each in case.principles if each not in asked.principles),
        ratings=tuple(
            RatedPair(name, getattr(asked, name).rating, getattr(case, name).rating)
            for name in PERSPECTIVE_FIELDS
        ),
        differences=differences_from_case(case, asked, pair.shared_regulations),
        asked_reasons=_reasons(asked),
        other_reasons=_reasons(case),
    )


def _reasons(case: SafeCase) -> Reasons:
    text = case.reasoning
    sentences = [text[start:end] for start, end in split_sentences(text)]
    return Reasons(tuple(sentences[:REASONS]), max(0, len(sentences) - REASONS))
