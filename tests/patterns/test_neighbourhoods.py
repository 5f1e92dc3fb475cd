# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from patterns.case_space import unit
from patterns.company import in_return
from patterns.neighbourhoods import Neighbours, at_once, highest, in_common, interlinked, nearest


def _points(size: int = 60, seed: int = 3) -> np.ndarray:
    return unit(np.random.default_rng(seed).normal(size=(size, 8)))


def test_nearest_are_the_highest_inner_products_without_the_case_itself() -> None:
    points = _points()
    found = nearest(points, 7)
    scores = np.round(points @ points.T, 6)
    np.fill_diagonal(scores, -np.inf)
    assert (found.rows == np.argsort(-scores, axis=1, kind="stable")[:, :7]).all()


def test_of_equally_near_cases_the_first_come_first() -> None:
    points = np.array([[1, 0], [1, 0], [1, 0], [0, 1]], dtype=np.float32)
    assert nearest(points, 2).rows.tolist() == [[1, 2], [0, 2], [0, 1], [0, 1]]


def test_no_more_neighbours_than_there_are_others() -> None:
    assert nearest(_points(3), 10).rows.shape == (3, 2)


@pytest.mark.parametrize(
    ("rows", "shares"),
    [
        ([[1, 2], [0, 2], [0, 1]], [1.0, 1.0, 1.0]),
        ([[1, 2], [0, 3], [0, 3], [1, 2]], [0.0, 0.0, 0.0, 0.0]),
        ([[1, 2], [2, 0], [0, 3], [0, 1]], [0.5, 1.0, 0.5, 1.0]),
    ],
)
def test_interlinked_is_the_share_of_links_between_neighbours(
    rows: list[list[int]], shares: list[float]
) -> None:
    found = Neighbours(np.array(rows), np.zeros((len(rows), 2), dtype=np.float32))
    assert interlinked(found).tolist() == shares


def test_in_return_is_the_share_of_neighbours_that_choose_back() -> None:
    rows = np.array([[1, 2], [0, 2], [3, 1], [2, 0]])
    assert in_return(Neighbours(rows, np.zeros((4, 2), dtype=np.float32))).tolist() == [0.5, 1.0, 1.0, 0.5]


def test_in_common_is_the_cosine_of_profiles_of_different_cases() -> None:
    profiles = nearest(_points(), 10).profiles()
    expected = (profiles @ profiles.T).toarray()
    np.fill_diagonal(expected, 0)
    expected[expected < 0.03] = 0
    assert np.allclose(in_common(profiles).toarray(), expected, atol=1e-6)
    assert np.allclose(np.linalg.norm(profiles.toarray(), axis=1), 1)


@pytest.mark.parametrize("seed", range(3))
def test_of_many_cases_the_highest_are_the_same_as_when_all_are_sorted(seed: int) -> None:
    scores = np.random.default_rng(seed).integers(0, 400, size=(20, 9_000)).astype(np.float32) / 400
    rounded = scores.copy()
    rounded[np.arange(20), 100 + np.arange(20)] = -np.inf
    expected = np.argsort(-np.round(rounded, 6), axis=1, kind="stable")[:, :25]
    rows, found = highest(scores, 100, 25)
    assert (rows == expected).all()
    assert (found == np.take_along_axis(rounded, expected, axis=1)).all()


def test_rows_of_many_cases_are_made_a_few_at_once() -> None:
    assert (at_once(300), at_once(100_000), at_once(10**9)) == (1_000, 200, 1)
