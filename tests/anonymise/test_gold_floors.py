# SPDX-License-Identifier: EUPL-1.2
"""Floors under the figures on the frozen gold files: a change that costs more than it brings breaks them.

A floor is what is asked (``anonymise.evaluation.goals``), or, where that is not reached yet, just under what
was measured last (``NOT_YET``). Only totals are shown; nobody opens the frozen files.
"""

from pathlib import Path

import pytest

from anonymise.anonymiser import Anonymiser
from anonymise.evaluation import (
    AnonymisationScores,
    AnonymiserFinder,
    evaluate,
    evaluate_parts,
    goals,
    load_name_knowledge,
)
from anonymise.gold import read_gold
from casebase.vocabulary import Kind

GOLD = Path(__file__).parents[1] / "gold"
FROZEN = ("test.jsonl", "check.jsonl", "second.jsonl", "third.jsonl", "fifth.jsonl")
FEWEST_MARKS = 20

NOT_YET: dict[Kind, float] = {Kind.LICENSE_PLATE: 0.977, Kind.ORG: 0.882, Kind.ADDRESS: 0.963}
"""Recall of kinds that is still under what is asked, the frozen files together; one mark below measured."""

NOT_YET_GROUPS: dict[str, float] = {}
"""Recall of origins of names and styles of writing that is still under what is asked: none now."""

PRECISION = {
    Kind.PERSON: 0.955,
    Kind.ADDRESS: 0.90,
    Kind.BIRTHDATE: 0.86,
    Kind.CITY: 0.91,
    Kind.ORG: 0.86,
    Kind.AGE: 0.80,
    Kind.DATE: 0.93,
    Kind.CASE_NUMBER: 0.91,
}
"""Share of what is masked as this kind that touches a mark; of other kinds 0.95. Asked of PERSON: 0.97."""

MOST_OVER_MASKING = 0.005
MOST_SILENT_CASES = 18
MOST_SUSPECTS_PER_CASE = 3.0


@pytest.fixture(scope="module")
def scores(anonymiser: Anonymiser, lists: Path) -> AnonymisationScores:
    parts = {name: read_gold(GOLD / name) for name in FROZEN}
    return evaluate_parts(parts, AnonymiserFinder(anonymiser), load_name_knowledge(lists))


@pytest.mark.parametrize("kind", Kind)
def test_enough_of_each_kind_is_found(scores: AnonymisationScores, kind: Kind) -> None:
    score = scores.kinds[kind]

    assert score.marks >= FEWEST_MARKS
    assert (score.recall or 0) >= NOT_YET.get(kind, goals.RECALL[kind])


@pytest.mark.parametrize("kind", Kind)
def test_little_else_is_taken_for_each_kind(scores: AnonymisationScores, kind: Kind) -> None:
    assert (scores.kinds[kind].precision or 0) >= PRECISION.get(kind, 0.95)


def test_persons_are_hidden_in_all_their_mentions(scores: AnonymisationScores) -> None:
    for part in scores.parts.values():
        assert (part.names.entity_recall or 0) >= goals.PERSON_ENTITY_RECALL


def test_names_of_every_origin_are_found(scores: AnonymisationScores) -> None:
    large = {name: score for name, score in scores.origins.items() if score.marks >= FEWEST_MARKS}
    short = {
        name: score.recall
        for name, score in large.items()
        if (score.recall or 0) < NOT_YET_GROUPS.get(name, goals.GROUP_RECALL)
    }

    assert len(large) >= 8
    assert not short


def test_direct_identifiers_are_found_in_every_style(scores: AnonymisationScores) -> None:
    large = {name: style for name, style in scores.styles.items() if style.direct.marks >= FEWEST_MARKS}
    short = {
        name: style.direct.recall
        for name, style in large.items()
        if (style.direct.recall or 0) < NOT_YET_GROUPS.get(name, goals.GROUP_RECALL)
    }

    assert len(large) >= 7
    assert not short


def test_little_of_the_other_text_is_masked(scores: AnonymisationScores) -> None:
    assert (scores.over_masking or 0) <= MOST_OVER_MASKING


def test_few_cases_keep_a_direct_identifier_that_nobody_is_pointed_to(scores: AnonymisationScores) -> None:
    assert scores.silent_cases is not None
    assert scores.silent_cases <= MOST_SILENT_CASES


def test_reviewers_are_not_pointed_to_too_much(scores: AnonymisationScores) -> None:
    assert scores.suspects is not None
    assert scores.suspects / scores.cases <= MOST_SUSPECTS_PER_CASE


def test_cases_that_rules_were_made_with_are_still_handled(anonymiser: Anonymiser) -> None:
    seen = evaluate(read_gold(GOLD / "dev.jsonl"), anonymiser)

    assert (seen.direct.recall or 0) >= 0.99
    assert (seen.direct.precision or 0) >= 0.98
    assert (seen.quasi.recall or 0) >= 0.99
    assert (seen.over_masking or 0) <= 0.005
