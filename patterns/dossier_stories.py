# SPDX-License-Identifier: EUPL-1.2
"""The stories in an evidence pack: which cases tell a pattern best, and their text."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from casebase.record import SafeCase
from casebase.vocabulary import Outcome
from index.sentences import split_sentences

LONGEST_STORY = 900
"""Characters of the situation that are told; whoever makes the pack can write another text."""

CUT = "[…]"

TOO_ALIKE = 0.95
"""Cosine at which two cases tell the same story."""


@dataclass(frozen=True, repr=False)
class Story:
    """One case as it is told; ``paragraphs`` of the situation, ``shortened`` when some of it was left out.

    ``edited``: somebody wrote the situation anew for this pack.
    """

    case_id: str
    title: str
    received_on: date | None
    regulations: tuple[str, ...]
    paragraphs: tuple[str, ...]
    gut_feeling: str
    decision: str
    reasoning: str
    outcome: Outcome
    shortened: bool
    edited: bool


def story_of(case: SafeCase, text: str | None = None) -> Story:
    """The story of a case: the text that is given, else its own situation, shortened where it is long."""
    told = shortened(case.situation) if text is None else text
    return Story(
        case_id=case.case_id,
        title=case.title,
        received_on=case.received_on,
        regulations=case.regulations,
        paragraphs=tuple(part.strip() for part in told.split("\n") if part.strip()),
        gut_feeling=case.gut_feeling,
        decision=case.decision,
        reasoning=case.reasoning,
        outcome=case.outcome or Outcome.UNKNOWN,
        shortened=text is None and told != case.situation.strip(),
        edited=text is not None,
    )


def shortened(text: str, longest: int = LONGEST_STORY) -> str:
    """The first whole sentences of a text, at most ``longest`` characters, with a mark where it was cut.

    The first sentence is always there.
    """
    text = text.strip()
    if len(text) <= longest:
        return text
    ends = [end for _, end in split_sentences(text)]
    last = max([end for end in ends if end + len(CUT) < longest], default=ends[0])
    return text if last == len(text) else f"{text[:last]} {CUT}"


def most_central(
    cases: Mapping[str, SafeCase], vectors: Mapping[str, NDArray[np.float32]], number: int
) -> tuple[str, ...]:
    """The cases that are most like all others of the pattern, told well and unlike each other; best first.

    vectors: one of length 1 for each case; cases without one come last. Cases without a situation and a
    decision come after those that have both. Of two that are nearly the same only one is taken while there
    are others. Ties go by case number.
    """
    known = sorted(each for each in cases if each in vectors)
    rows = np.array([vectors[each] for each in known]) if known else np.zeros((0, 1))
    closeness = dict(zip(known, (rows @ rows.sum(axis=0)).tolist(), strict=True))
    ordered = sorted(cases, key=lambda each: (not _tells(cases[each]), -closeness.get(each, -np.inf), each))
    chosen: list[str] = []
    for each in ordered:
        if not any(_same(vectors, each, other) for other in chosen):
            chosen.append(each)
    rest = [each for each in ordered if each not in chosen]
    return tuple([*chosen, *rest][:number])


def _tells(case: SafeCase) -> bool:
    return bool(case.situation.strip() and case.decision.strip())


def _same(vectors: Mapping[str, NDArray[np.float32]], one: str, other: str) -> bool:
    if one not in vectors or other not in vectors:
        return False
    return float(vectors[one] @ vectors[other]) >= TOO_ALIKE
