# SPDX-License-Identifier: EUPL-1.2
import shutil
from pathlib import Path

import pytest

from casebase.store import UnknownCaseError
from casebase.vocabulary import Outcome, Rating
from patterns.equal_treatment import Ending
from search_app.databank import Databank, open_databank
from search_app.settings import Settings

PAIRS = [
    ("B-2021-013", "B-2023-014"),
    ("B-2022-019", "B-2024-020"),
    ("B-2023-021", "B-2025-022"),
    ("C-2022-027", "C-2023-031"),
    ("C-2022-029", "C-2024-033"),
]
"""Pairs of the odd themes that were written to end differently without a good reason."""


@pytest.fixture(scope="module")
def sample(sample_home: Path) -> Databank:
    """The sample databank, to be read only."""
    return open_databank(Settings(home=sample_home))


@pytest.mark.parametrize("pair", [*PAIRS, *(pair[::-1] for pair in PAIRS)])
def test_the_nearly_identical_case_that_ended_differently_comes_first(
    sample: Databank, pair: tuple[str, str]
) -> None:
    first = sample.treated_otherwise(pair[0]).otherwise[0]
    assert first.other.case.case_id == pair[1]
    assert first.pair.nearly_identical
    assert first.pair.ending is Ending.DIFFERENT


def test_it_tells_what_agrees_what_differs_and_the_stated_reasons(sample: Databank) -> None:
    found = sample.treated_otherwise("B-2021-013")
    first = found.otherwise[0]
    assert (first.pair.shared_regulations, first.pair.days_apart) == (("WIA",), 672)
    assert [str(each) for each in first.differences] == [
        "uitkomst: hier niet opgelost, in de vergeleken casus opgelost"
    ]
    legal = first.ratings[0]
    assert (legal.perspective, legal.asked, legal.other) == (
        "legal_perspective",
        Rating.GOOD,
        Rating.SUFFICIENT,
    )
    assert legal.differs
    assert not first.ratings[1].differs  # one of the two was not rated
    for reasons, case in ((first.asked_reasons, found.asked), (first.other_reasons, first.other)):
        assert 1 <= len(reasons.sentences) <= 3
        assert all(sentence in case.case.reasoning for sentence in reasons.sentences)
        assert case.case.reasoning.startswith(reasons.sentences[0])


def test_counts_hold_all_cases_that_may_be_compared_with_the_unknown_apart(sample: Databank) -> None:
    for case_id in ("A-2021-001", "A-2021-049", "B-2021-013", "C-2021-025"):
        found = sample.treated_otherwise(case_id)
        compared = len(found.comparisons.pairs)
        assert compared == len(found.otherwise) + found.same + found.unknown
        assert compared == found.outcomes.known + found.outcomes.unknown
        assert found == sample.treated_otherwise(case_id)


def test_a_case_with_an_unknown_outcome_ended_differently_from_none(sample: Databank) -> None:
    unknown = [
        each.case.case_id for each in sample.released_cases() if each.case.outcome in {None, Outcome.UNKNOWN}
    ]
    found = [sample.treated_otherwise(each) for each in unknown[:5]]
    assert all(each.otherwise == () and each.same == 0 for each in found)
    assert any(each.unknown for each in found)


def test_cases_that_are_not_released_are_neither_asked_nor_shown(sample_home: Path, tmp_path: Path) -> None:
    shutil.copytree(sample_home, tmp_path / "home")
    databank = open_databank(Settings(home=tmp_path / "home"))
    databank.searcher()
    databank.review_desk.reopen("B-2023-014", reason="Nog eens kijken")
    others = [each.other.case.case_id for each in databank.treated_otherwise("B-2021-013").otherwise]
    assert "B-2023-014" not in others
    for unknown in ("B-2023-014", "X-1"):
        with pytest.raises(UnknownCaseError):
            databank.treated_otherwise(unknown)
