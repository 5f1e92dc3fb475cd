# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from index.vectors import VectorError, VectorIndex, build_vector_index

RANDOM = np.random.default_rng(7).normal(size=(40, 16)).astype(np.float32)
UNIT = RANDOM / np.linalg.norm(RANDOM, axis=1, keepdims=True)
IDS = [1000 - 3 * number for number in range(40)]


@pytest.fixture(params=[1_000_000, 1], ids=["single", "half"])
def index(request):
    return build_vector_index(IDS, UNIT, half_precision_from=request.param)


def test_more_hits_than_there_are_gives_all_of_them_once(index):
    nearest = index.nearest(UNIT[5], 100)
    assert sorted(nearest.rows.tolist()) == list(range(40))
    assert nearest.rows[0] == 5
    assert (np.diff(nearest.scores) <= 0).all()


def test_a_narrow_filter_still_gives_all_it_allows(index):
    nearest = index.nearest(UNIT[5], 10, np.array([3, 7, 30]))
    assert sorted(nearest.rows.tolist()) == [3, 7, 30]
    assert index.nearest(UNIT[5], 10, np.array([], np.int64)).rows.tolist() == []


def test_nearest_and_scores_agree_with_plain_arithmetic(index):
    wanted = UNIT @ UNIT[5]
    assert index.scores(UNIT[5]) == pytest.approx(wanted, abs=2e-3)
    assert index.scores(UNIT[5], np.array([4, 2])) == pytest.approx(wanted[[4, 2]], abs=2e-3)
    nearest = index.nearest(UNIT[5], 40)
    assert nearest.scores == pytest.approx(wanted[nearest.rows], abs=2e-3)


def test_the_index_survives_its_bytes(index):
    again = VectorIndex.from_bytes(index.to_bytes())
    assert again.to_bytes() == index.to_bytes()
    assert np.array_equal(again.scores(UNIT[1]), index.scores(UNIT[1]))
    assert (len(again), again.dimension, again.ids.tolist()) == (40, 16, IDS)


def test_an_empty_index_finds_nothing():
    empty = build_vector_index([], np.zeros((0, 16), np.float32))
    assert empty.nearest(UNIT[0], 5).rows.tolist() == []
    assert empty.scores(UNIT[0]).shape == (0,)
    assert len(VectorIndex.from_bytes(empty.to_bytes())) == 0


@pytest.mark.parametrize("value", [np.nan, np.inf, 0.0])
def test_vectors_that_cannot_be_compared_are_refused(value):
    wrong = UNIT.copy()
    wrong[3] = value
    with pytest.raises(VectorError, match="leeg is of geen getal"):
        build_vector_index(IDS, wrong)


def test_a_passage_that_is_there_twice_is_refused():
    with pytest.raises(VectorError, match="twee keer"):
        build_vector_index([1] * 40, UNIT)


def test_another_number_of_vectors_is_refused():
    with pytest.raises(VectorError, match="vorm"):
        build_vector_index(IDS[:-1], UNIT)
