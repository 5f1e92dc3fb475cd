# SPDX-License-Identifier: EUPL-1.2
from typing import Any

import numpy as np
import pytest

from casebase.record import SafeCase
from index.collection import Collection
from patterns.likeness import likeness
from patterns.study import alike_members


@pytest.fixture
def collection(told: Any) -> Collection:
    found: Collection = told.collection
    return found


def test_it_is_1_for_the_case_itself_symmetric_and_never_outside_0_and_1(collection: Collection) -> None:
    found = likeness(collection, np.arange(len(collection)))
    assert np.diag(found) == pytest.approx(1, abs=1e-5)
    assert found == pytest.approx(found.T, abs=1e-6)
    assert 0 <= found.min() <= found.max() <= 1


def test_cases_about_the_same_problem_are_more_alike(told: Any) -> None:
    collection: Collection = told.collection
    cases: list[SafeCase] = told.cases
    themes: dict[str, str] = told.themes
    rows = collection.rows_of([case.case_id for case in cases[:50]])
    names = [themes[collection.case_ids[row]] for row in rows]
    same = np.array([[one == other for other in names] for one in names])
    found = likeness(collection, rows)
    np.fill_diagonal(same, val=False)
    assert found[same].mean() > 2 * found[~same & ~np.eye(50, dtype=bool)].mean()


def test_some_cases_beside_others_are_the_same_numbers(collection: Collection) -> None:
    everything = likeness(collection, np.arange(len(collection)))
    some = likeness(collection, np.array([3, 7]), np.array([1, 7, 9]))
    assert some == pytest.approx(everything[np.ix_([3, 7], [1, 7, 9])], abs=1e-6)


def test_cases_that_the_collection_does_not_know_are_in_no_pair(collection: Collection) -> None:
    first = collection.case_ids[0]
    assert alike_members(collection, [first, "X-1", "X-2"]) == ()
    assert alike_members(collection, []) == ()
