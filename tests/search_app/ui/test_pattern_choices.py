# SPDX-License-Identifier: EUPL-1.2
import pytest

from casebase.pattern_vocabulary import PatternState
from patterns.states import STEPS, step_between
from search_app.ui.pattern_choices import (
    Doing,
    MergePreview,
    can_merge,
    doing_asked,
    merge_preview,
    possible,
    step_asked,
    steps,
)

S = PatternState


@pytest.mark.parametrize("state", S)
def test_only_allowed_steps_are_offered_and_merging_is_none_of_them(state: PatternState) -> None:
    allowed = {step.target for step in STEPS if step.source is state}
    assert set(steps(state)) == allowed - {S.MERGED}
    assert can_merge(state) == (S.MERGED in allowed)


def test_a_pattern_that_goes_on_offers_everything() -> None:
    assert possible(S.SIGNALLED) == tuple(Doing)


@pytest.mark.parametrize("state", [S.CLOSED, S.REJECTED])
def test_an_ended_pattern_is_not_merged_or_split(state: PatternState) -> None:
    assert set(Doing) - set(possible(state)) == {Doing.MERGE_SPLIT}


def test_a_merged_pattern_can_be_reopened_sized_and_followed() -> None:
    assert possible(S.MERGED) == (Doing.STATE, Doing.SIZE, Doing.FOLLOW)


@pytest.mark.parametrize(
    ("address", "state", "found"),
    [
        ({"doe": "stand"}, S.SIGNALLED, Doing.STATE),
        ({"doe": " omvang "}, S.MERGED, Doing.SIZE),
        ({"doe": "antwoord"}, S.MERGED, None),
        ({"doe": "iets"}, S.SIGNALLED, None),
        ({}, S.SIGNALLED, None),
    ],
)
def test_an_address_opens_a_form_that_can_be_used(
    address: dict[str, str], state: PatternState, found: Doing | None
) -> None:
    assert doing_asked(address, state) is found


def test_a_step_is_chosen_by_the_address_or_by_being_the_only_one() -> None:
    assert step_asked({"naar": "bevestigd"}, S.SIGNALLED) == step_between(S.SIGNALLED, S.CONFIRMED)
    assert step_asked({}, S.SIGNALLED) is None
    assert step_asked({"naar": "gesloten"}, S.SIGNALLED) is None
    assert step_asked({"naar": "samengevoegd"}, S.SIGNALLED) is None
    assert step_asked({}, S.CLOSED) == step_between(S.CLOSED, S.REOPENED)


def test_merging_counts_what_is_in_both_once() -> None:
    preview = merge_preview(("B", "A", "C"), ("C", "D", "B"))
    assert preview == MergePreview(3, 3, ("B", "C"))
    assert preview.total == 4
