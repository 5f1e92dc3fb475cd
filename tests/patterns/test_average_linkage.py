# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import csr_array
from scipy.spatial.distance import squareform

from patterns.average_linkage import joined


def _likeness(size: int, seed: int) -> np.ndarray:
    random = np.random.default_rng(seed)
    values = np.round(random.random((size, size)), 6)
    values = np.where(random.random((size, size)) < 0.5, values, 0)
    both = np.triu(values, 1)
    return both + both.T


@pytest.mark.parametrize("seed", range(12))
@pytest.mark.parametrize("least", [0.2, 0.35, 0.6])
def test_groups_are_those_of_scipy(seed: int, least: float) -> None:
    table = _likeness(40, seed)
    tree = linkage(squareform(1 - table - np.eye(40), checks=False), "average")
    theirs = fcluster(tree, 1 - least, "distance")
    ours = joined(csr_array(table), least)
    assert ((ours[:, None] == ours[None]) == (theirs[:, None] == theirs[None])).all()


def test_groups_are_numbered_by_their_first_row() -> None:
    table = np.zeros((5, 5))
    table[1, 3] = table[3, 1] = table[0, 4] = table[4, 0] = 0.9
    assert joined(csr_array(table), 0.5).tolist() == [0, 1, 2, 1, 0]


def test_of_equally_near_groups_the_first_are_joined() -> None:
    table = np.zeros((3, 3))
    table[0, 1] = table[1, 0] = table[1, 2] = table[2, 1] = 0.6
    assert joined(csr_array(table), 0.5).tolist() == [0, 0, 1]


def test_nothing_alike_leaves_everything_alone() -> None:
    assert joined(csr_array((4, 4)), 0.3).tolist() == [0, 1, 2, 3]
