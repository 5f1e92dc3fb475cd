# SPDX-License-Identifier: EUPL-1.2
"""The map: who lies where, and that it stays there."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from patterns import map_layout
from patterns.case_space import unit
from patterns.map_layout import SPAN, Layout, add, draw, laid_on
from patterns.map_quality import map_quality

Groups = Callable[..., tuple[list[str], np.ndarray]]


@pytest.fixture
def groups() -> Groups:
    """Cases in groups of the same size around directions that have nothing in common."""

    def made(number: int, size: int = 20, dimension: int = 32) -> tuple[list[str], np.ndarray]:
        random = np.random.default_rng(5)
        middles = np.eye(dimension)[np.arange(number * size) % number]
        points = unit(middles + random.normal(0, 0.12, (number * size, dimension)))
        return [f"Z-{n:04}" for n in range(number * size)], points

    return made


def test_like_cases_lie_together(groups: Groups) -> None:
    ids, points = groups(5)
    found = draw(ids, points)
    gaps = np.linalg.norm(found.places[:, None] - found.places[None], axis=2)
    np.fill_diagonal(gaps, np.inf)
    assert (np.argsort(gaps, axis=1)[:, :5] % 5 == np.arange(len(ids))[:, None] % 5).mean() > 0.95


def test_the_same_cases_give_the_same_map_within_its_frame(groups: Groups) -> None:
    ids, points = groups(4)
    found, again = draw(ids, points), draw(ids, points)
    assert np.array_equal(found.places, again.places)
    assert found.places.min() == 0
    assert found.places.max() == SPAN
    assert found.drawn.all()


def test_what_has_a_place_keeps_it_and_a_new_case_lies_among_its_like(groups: Groups) -> None:
    ids, points = groups(5)
    old = [n for n in range(len(ids)) if n % 20 != 7]
    before = draw([ids[n] for n in old], points[old])
    after = add(before, ids, points)
    assert np.array_equal(after.places[old], before.places)
    assert [ids[n] for n in np.flatnonzero(~after.drawn)] == [ids[n] for n in range(len(ids)) if n % 20 == 7]
    for new in np.flatnonzero(~after.drawn):
        gaps = np.linalg.norm(before.places - after.places[new], axis=1)
        nearest = np.argsort(gaps)[:5]
        assert {old[n] % 5 for n in nearest.tolist()} == {new % 5}


def test_new_cases_do_not_depend_on_each_other(groups: Groups) -> None:
    ids, points = groups(4)
    before = draw(ids[:70], points[:70])
    together = add(before, ids, points)
    alone = add(before, [*ids[:70], ids[75]], points[[*range(70), 75]])
    assert np.array_equal(together.places[75], alone.places[70])


def test_a_case_that_is_gone_leaves_the_map(groups: Groups) -> None:
    ids, points = groups(4)
    before = draw(ids, points)
    after = before.only(ids[3:])
    assert after.case_ids == tuple(ids[3:])
    assert np.array_equal(after.places, before.places[3:])
    assert add(before, ids[3:], points[3:]).case_ids == tuple(ids[3:])


def test_a_map_that_is_drawn_again_lies_on_the_one_before(groups: Groups) -> None:
    ids, points = groups(5, size=24)
    before = draw(ids[:114], points[:114])
    after = draw(ids, points, before)
    moved = np.linalg.norm(after.places[:114] - before.places, axis=1)
    assert np.median(moved) < SPAN / 10
    assert after.drawn.all()
    quality, anew = map_quality(points, after.places), map_quality(points, draw(ids, points).places)
    assert quality is not None
    assert anew is not None
    assert quality.kept > anew.kept - 0.1


def test_of_many_cases_an_even_part_is_drawn(groups: Groups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(map_layout, "DRAWN_AT_MOST", 50)
    ids, points = groups(5)
    found = draw(ids, points)
    assert found.drawn.sum() == 50
    assert len(found) == 100
    quality = map_quality(points, found.places)
    assert quality is not None
    assert quality.trustworthiness > 0.8


@pytest.mark.parametrize("number", [0, 1, 4])
def test_a_few_cases_lie_side_by_side(number: int) -> None:
    found = draw([f"Z-{n}" for n in range(number)], np.eye(8, dtype=np.float32)[:number])
    assert len({tuple(place) for place in found.places.tolist()}) == number


def test_cases_without_a_text_have_a_place_too(groups: Groups) -> None:
    ids, points = groups(3, size=4)
    points[5] = 0
    before = draw(ids, points)
    after = add(before, [*ids, "Z-9999"], np.vstack([points, np.zeros((1, 32), np.float32)]))
    assert np.isfinite(after.places).all()


def test_near_duplicates_do_not_stop_the_map() -> None:
    points = unit(np.tile(np.eye(6)[:2], (10, 1)))
    found = draw([f"Z-{n:02}" for n in range(20)], points)
    assert np.isfinite(found.places).all()


@settings(max_examples=50, deadline=None)
@given(
    angle=st.floats(0, 6.28),
    scale=st.floats(0.1, 10),
    mirrored=st.booleans(),
    move=st.tuples(st.floats(-500, 500), st.floats(-500, 500)),
)
def test_turning_mirroring_scaling_and_moving_are_taken_back(
    angle: float, scale: float, mirrored: bool, move: tuple[float, float]
) -> None:
    before = np.random.default_rng(3).uniform(0, SPAN, (12, 2))
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    other = before @ turn * scale * ([1, -1] if mirrored else [1, 1]) + move
    assert np.allclose(laid_on(other, before), before, atol=1e-5)


def test_trustworthiness_is_that_of_scikit_learn(groups: Groups) -> None:
    from sklearn.manifold import trustworthiness

    ids, points = groups(5)
    places = np.random.default_rng(1).normal(size=(len(ids), 2))
    quality = map_quality(points, places)
    assert quality is not None
    assert quality.trustworthiness == pytest.approx(trustworthiness(points, places, n_neighbors=10), abs=1e-3)


def test_a_map_that_follows_its_points_keeps_all_neighbours_and_chance_keeps_few() -> None:
    places = np.random.default_rng(2).uniform(-1, 1, (200, 2)) * 0.1
    points = unit(np.column_stack([np.sin(places), np.ones(200)]))
    good, bad = map_quality(points, places), map_quality(points, places[::-1])
    assert good is not None
    assert bad is not None
    assert good.kept > 0.99
    assert bad.kept < 0.2
    assert map_quality(points[:30], places[:30]) is None


def test_a_layout_tells_no_case_in_its_repr() -> None:
    layout = Layout(("Z-1",), np.zeros((1, 2)), np.ones(1, dtype=np.bool_))
    assert "Z-1" not in repr(layout)
