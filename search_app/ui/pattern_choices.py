# SPDX-License-Identifier: EUPL-1.2
"""What can be done to a pattern in the state that it is in, and which of that an address asks for."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from casebase.pattern_vocabulary import PatternState
from patterns.states import ENDED, Step, next_states, step_between

DOING, TARGET = "doe", "naar"
"""Names in an address: what is being done, and the state that a pattern is put in."""


class Doing(StrEnum):
    """A form of the page, as it stands in the address."""

    STATE = "stand"
    DETAILS = "gegevens"
    ANSWER = "antwoord"
    CASES = "casussen"
    MERGE_SPLIT = "samenvoegen"
    SIZE = "omvang"
    FOLLOW = "volgen"


_NOT_MERGED = (Doing.DETAILS, Doing.ANSWER, Doing.CASES)


def possible(state: PatternState) -> tuple[Doing, ...]:
    """What can be done to a pattern in this state, in the order of the page."""
    refused: set[Doing] = set()
    if state in ENDED:
        refused.add(Doing.MERGE_SPLIT)
    if state is PatternState.MERGED:
        refused.update(_NOT_MERGED)
    return tuple(each for each in Doing if each not in refused)


def doing_asked(parameters: Mapping[str, str], state: PatternState) -> Doing | None:
    """The form that an address asks for; None where it names none that can be used."""
    named = parameters.get(DOING, "").strip()
    return next((each for each in possible(state) if each.value == named), None)


def steps(state: PatternState) -> tuple[PatternState, ...]:
    """The states that a person can put a pattern in; merging is another act."""
    return tuple(each for each in next_states(state) if each is not PatternState.MERGED)


def step_asked(parameters: Mapping[str, str], state: PatternState) -> Step | None:
    """The step that an address asks for, or the only one there is; None where one is still to be chosen."""
    open_ones, named = steps(state), parameters.get(TARGET, "").strip()
    target = next((each for each in open_ones if each.value == named), None)
    if target is None and len(open_ones) == 1:
        target = open_ones[0]
    return step_between(state, target) if target else None


def can_merge(state: PatternState) -> bool:
    """Whether a pattern in this state can be merged into another one."""
    return step_between(state, PatternState.MERGED) is not None


@dataclass(frozen=True)
class MergePreview:
    """Numbers of cases of two patterns, and the cases that are in both."""

    ours: int
    theirs: int
    both: tuple[str, ...]

    @property
    def total(self) -> int:
        """The cases that the pattern has that goes on."""
        return self.ours + self.theirs - len(self.both)


def merge_preview(ours: tuple[str, ...], theirs: tuple[str, ...]) -> MergePreview:
    """What merging two patterns with these cases gives."""
    return MergePreview(len(ours), len(theirs), tuple(sorted(set(ours) & set(theirs))))
