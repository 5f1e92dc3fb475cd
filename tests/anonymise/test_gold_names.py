# SPDX-License-Identifier: EUPL-1.2
"""Floors under the figures on the gold files: a rule that costs more than it brings breaks them.

``test.jsonl`` holds other themes and was not looked at while the rules were made: figures only.
"""

from pathlib import Path

import pytest

from anonymise.anonymiser import Anonymiser
from anonymise.evaluation import AnonymisationScores, evaluate
from anonymise.gold import read_gold
from casebase.vocabulary import Kind

GOLD = Path(__file__).parents[1] / "gold"
MOST_OVER_MASKING = 0.006


@pytest.fixture(scope="module", params=["dev", "test"])
def scores(request: pytest.FixtureRequest, anonymiser: Anonymiser) -> AnonymisationScores:
    return evaluate(read_gold(GOLD / f"{request.param}.jsonl"), anonymiser)


@pytest.mark.parametrize(
    ("kind", "recall", "precision"),
    [
        (Kind.PERSON, 0.97, 0.92),
        (Kind.CITY, 0.95, 0.85),
        (Kind.ORG, 0.84, 0.90),
        (Kind.NATIONALITY, 0.95, 0.90),
    ],
)
def test_names_of_each_kind_are_found(
    scores: AnonymisationScores, kind: Kind, recall: float, precision: float
) -> None:
    assert (scores.kinds[kind].recall or 0) >= recall
    assert (scores.kinds[kind].precision or 0) >= precision


def test_persons_are_hidden_in_all_their_mentions(scores: AnonymisationScores) -> None:
    assert (scores.names.entity_recall or 0) >= 0.96


def test_direct_identifiers_are_found(scores: AnonymisationScores) -> None:
    assert (scores.direct.recall or 0) >= 0.975


def test_little_of_the_other_text_is_masked(scores: AnonymisationScores) -> None:
    assert (scores.over_masking or 0) <= MOST_OVER_MASKING
