# SPDX-License-Identifier: EUPL-1.2
"""The one table of steps that a pattern may take, and what each step asks for.

Who takes a step, when, and why is asked for every step. What differs is what the submitters of its cases get:
a date by which they hear (more), an answer, or both. A step to *samengevoegd* asks for neither: the dates and
answers of the pattern that takes it in hold for them.

The table is explicit, as in Amsterdam's Signalen (workflow.py): what does not stand in it is not allowed.
That a temporary solution may come before a place on the agenda, and stays visible until the structural one,
follows ITIL (problem, known error, workaround, change).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from casebase.pattern_vocabulary import PatternState as S


class Demand(StrEnum):
    """What a step asks for, besides who, when and why."""

    ANSWER_DUE = "answer_due"
    ANSWER = "answer"
    ADDRESSEE = "addressee"
    SOLUTION = "solution"


_DATE = frozenset({Demand.ANSWER_DUE})
_ANSWER = frozenset({Demand.ANSWER})
_BOTH = _DATE | _ANSWER
_TO_AGENDA = _DATE | {Demand.ADDRESSEE}
_SOLVED = _BOTH | {Demand.SOLUTION}
_NOTHING: frozenset[Demand] = frozenset()


@dataclass(frozen=True)
class Step:
    """A step from one state to another, with what it asks for."""

    source: S
    target: S
    demands: frozenset[Demand]


STEPS: tuple[Step, ...] = (
    Step(S.SIGNALLED, S.CONFIRMED, _DATE),
    Step(S.SIGNALLED, S.REJECTED, _ANSWER),
    Step(S.SIGNALLED, S.MERGED, _NOTHING),
    Step(S.CONFIRMED, S.ON_AGENDA, _TO_AGENDA),
    Step(S.CONFIRMED, S.TEMPORARY, _BOTH),
    Step(S.CONFIRMED, S.REJECTED, _ANSWER),
    Step(S.CONFIRMED, S.MERGED, _NOTHING),
    Step(S.ON_AGENDA, S.TEMPORARY, _BOTH),
    Step(S.ON_AGENDA, S.STRUCTURAL, _SOLVED),
    Step(S.ON_AGENDA, S.REJECTED, _ANSWER),
    Step(S.ON_AGENDA, S.MERGED, _NOTHING),
    Step(S.TEMPORARY, S.ON_AGENDA, _TO_AGENDA),
    Step(S.TEMPORARY, S.STRUCTURAL, _SOLVED),
    Step(S.TEMPORARY, S.REJECTED, _ANSWER),
    Step(S.TEMPORARY, S.MERGED, _NOTHING),
    Step(S.STRUCTURAL, S.FOLLOWED, _DATE),
    Step(S.STRUCTURAL, S.REOPENED, _DATE),
    Step(S.FOLLOWED, S.CLOSED, _ANSWER),
    Step(S.FOLLOWED, S.REOPENED, _DATE),
    Step(S.CLOSED, S.REOPENED, _DATE),
    Step(S.REJECTED, S.REOPENED, _DATE),
    Step(S.MERGED, S.REOPENED, _DATE),
    Step(S.REOPENED, S.CONFIRMED, _DATE),
    Step(S.REOPENED, S.ON_AGENDA, _TO_AGENDA),
    Step(S.REOPENED, S.REJECTED, _ANSWER),
    Step(S.REOPENED, S.MERGED, _NOTHING),
)

ENDED = frozenset({S.CLOSED, S.REJECTED, S.MERGED})
"""States in which nothing is added, split or taken in any more; reopening is the way back."""

_BY_STATES: Mapping[tuple[S, S], Step] = {(step.source, step.target): step for step in STEPS}


def step_between(source: S, target: S) -> Step | None:
    """The step from one state to another, or None when it is not allowed."""
    return _BY_STATES.get((source, target))


def next_states(source: S) -> tuple[S, ...]:
    """The states that may follow this one, in the order of the table."""
    return tuple(step.target for step in STEPS if step.source is source)
