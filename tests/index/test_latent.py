# SPDX-License-Identifier: EUPL-1.2
import numpy as np
import pytest

from index.latent import LatentIndex, build_latent_index, dimensions

DOCUMENTS = [
    ["auto", "rijden", "weg"],
    ["wagen", "rijden", "weg"],
    ["boete", "brief"],
    ["boete", "bezwaar"],
    [],
]


def test_words_that_keep_the_same_company_are_near():
    random = np.random.default_rng(3)
    topics = [[f"w{topic}x{word}" for word in range(8)] for topic in range(20)]
    documents = [list(random.choice(topics[n % 20], 3, replace=False)) for n in range(240)]
    index = build_latent_index(documents)
    scores = index.cases @ index.vector({"w0x0": 1.0})
    same = [scores[n] for n in range(0, 240, 20) if "w0x0" not in documents[n]]
    others = [scores[n] for n in range(240) if n % 20]
    assert np.mean(same) > 0.1
    assert abs(np.mean(others)) < 0.02


def test_cases_have_length_1_and_a_case_without_words_0():
    lengths = np.linalg.norm(build_latent_index(DOCUMENTS).cases, axis=1)
    assert lengths[:4] == pytest.approx(np.ones(4), abs=1e-5)
    assert lengths[4] == 0


def test_the_length_of_a_search_is_the_part_that_is_known():
    index = build_latent_index(DOCUMENTS)
    known = np.linalg.norm(index.vector({"auto": 1.0}))
    partly = np.linalg.norm(index.vector({"auto": 1.0, "xqzv": 1.0, "blorp": 1.0}))
    assert known == pytest.approx(1, abs=1e-5)
    assert 0 < partly < 0.7
    assert not index.vector({"xqzv": 1.0}).any()


@pytest.mark.parametrize("documents", [[], [[]], [["een"]], [["een"], ["een"]], [["a", "b"], [], ["c"]]])
def test_collections_of_hardly_anything_can_be_analysed(documents):
    index = build_latent_index(documents)
    assert index.cases.shape[0] == len(documents)
    assert np.isfinite(index.cases).all()
    assert np.isfinite(index.cases @ index.vector({"een": 1.0})).all()


def test_the_same_documents_give_the_same_index():
    one, other = build_latent_index(DOCUMENTS).arrays(), build_latent_index(DOCUMENTS).arrays()
    assert all(np.array_equal(one[name], other[name]) for name in one)


def test_the_index_survives_its_arrays():
    index = build_latent_index(DOCUMENTS)
    again = LatentIndex.from_arrays(index.arrays())
    assert np.array_equal(
        again.vector({"boete": 2.0, "xqzv": 1.0}), index.vector({"boete": 2.0, "xqzv": 1.0})
    )


def test_the_dimension_grows_with_the_root_of_the_number_of_documents():
    assert [dimensions(number) for number in (1, 270, 500, 2500, 10_000)] == [16, 48, 64, 152, 256]
