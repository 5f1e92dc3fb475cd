# SPDX-License-Identifier: EUPL-1.2
from itertools import product

import pytest

from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import (
    PatternAction,
    PatternState,
    PatternTerm,
    ProposalState,
    SizeStep,
    SolutionKind,
)
from patterns.states import ENDED, STEPS, Demand, next_states, step_between

S = PatternState

ALLOWED = {
    S.SIGNALLED: {S.CONFIRMED, S.REJECTED, S.MERGED},
    S.CONFIRMED: {S.ON_AGENDA, S.TEMPORARY, S.REJECTED, S.MERGED},
    S.ON_AGENDA: {S.TEMPORARY, S.STRUCTURAL, S.REJECTED, S.MERGED},
    S.TEMPORARY: {S.ON_AGENDA, S.STRUCTURAL, S.REJECTED, S.MERGED},
    S.STRUCTURAL: {S.FOLLOWED, S.REOPENED},
    S.FOLLOWED: {S.CLOSED, S.REOPENED},
    S.CLOSED: {S.REOPENED},
    S.REJECTED: {S.REOPENED},
    S.MERGED: {S.REOPENED},
    S.REOPENED: {S.CONFIRMED, S.ON_AGENDA, S.REJECTED, S.MERGED},
}


@pytest.mark.parametrize(("source", "target"), list(product(S, S)))
def test_only_the_steps_that_were_agreed_are_allowed(source: S, target: S) -> None:
    assert (step_between(source, target) is not None) == (target in ALLOWED[source])
    assert (target in next_states(source)) == (target in ALLOWED[source])


def test_no_step_stands_in_the_table_twice() -> None:
    assert len({(step.source, step.target) for step in STEPS}) == len(STEPS)


@pytest.mark.parametrize("step", STEPS, ids=lambda step: f"{step.source.value}-{step.target.value}")
def test_submitters_get_a_date_or_an_answer_with_every_step_except_merging(step: object) -> None:
    told = {Demand.ANSWER, Demand.ANSWER_DUE} & step.demands  # type: ignore[attr-defined]
    assert bool(told) == (step.target is not S.MERGED)  # type: ignore[attr-defined]


def test_every_state_can_be_reached_and_every_end_can_be_opened_again() -> None:
    reached, todo = {S.SIGNALLED}, [S.SIGNALLED]
    while todo:
        new = set(next_states(todo.pop())) - reached
        reached |= new
        todo += new
    assert reached == set(S)
    assert all(next_states(state) == (S.REOPENED,) for state in ENDED)


@pytest.mark.parametrize("terms", [PatternState, SolutionKind, PatternAction, ProposalState, SizeStep])
def test_every_value_has_a_label_in_both_languages(terms: type[PatternTerm]) -> None:
    labels = [term.label for term in terms]
    assert all(isinstance(label, Bilingual) and label.nl and label.en for label in labels)
    assert len({label.nl for label in labels}) == len(labels)
