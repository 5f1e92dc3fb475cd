# SPDX-License-Identifier: EUPL-1.2
"""More like these: several cases as one search."""

import numpy as np
import pytest

from index.alike import MOST_CASES, asked_by_cases, ranked_alike
from index.asked import asked_by_case
from index.dutch import load_analysis
from index.evaluation import collection_of
from index.fusion import rank


@pytest.fixture
def collection(cases, encoder):
    return collection_of(cases, encoder)


def test_what_two_cases_share_comes_before_what_one_is_about(make_case, cases, encoder):
    text = "Terugvordering van het voorschot, te laat gekeurd door de wachtlijst."
    shared = make_case(90, title="Schuld na wachtlijst", situation=text)
    collection = collection_of([*cases, shared], encoder)
    found = ranked_alike(cases[:2], collection, encoder, load_analysis())
    assert collection.case_ids[found.rows[0]] == "C-090"


def test_the_given_cases_are_never_found(cases, collection, encoder):
    for members in (cases[:1], cases[:2], cases[2:5]):
        found = ranked_alike(members, collection, encoder, load_analysis())
        ids = {collection.case_ids[row] for row in found.rows}
        assert ids == set(collection.case_ids) - {case.case_id for case in members}


def test_one_case_gives_the_ranking_of_cases_similar_to_it(cases, collection, encoder):
    asked = asked_by_case(cases[0], None, collection, encoder, load_analysis())
    others = np.arange(1, len(collection))
    alone = rank(collection, asked.probe, collection.scales.case[None], others)
    found = ranked_alike(cases[:1], collection, encoder, load_analysis())
    assert np.array_equal(found.rows, alone.rows)
    assert np.allclose(found.scores, alone.scores, atol=1e-5)


def test_the_order_of_the_cases_does_not_matter(cases, collection, encoder):
    one, other = (
        ranked_alike(members, collection, encoder, load_analysis()) for members in (cases[:3], cases[2::-1])
    )
    assert np.array_equal(one.rows, other.rows)
    assert np.allclose(one.scores, other.scores, atol=1e-4)


def test_only_the_given_rows_are_found(cases, collection, encoder):
    found = ranked_alike(cases[:2], collection, encoder, load_analysis(), rows=np.array([0, 3, 5]))
    assert sorted(found.rows) == [3, 5]


def test_a_case_that_is_not_in_the_collection_may_be_an_example(make_case, collection, encoder):
    stranger = make_case(99, situation="Mevrouw kreeg een voorschot op haar WIA-uitkering.")
    found = ranked_alike([stranger], collection, encoder, load_analysis())
    assert len(found.rows) == len(collection)


@pytest.mark.parametrize("count", [0, MOST_CASES + 1])
def test_no_case_or_too_many_are_refused(cases, collection, encoder, count):
    with pytest.raises(ValueError, match=str(count)):
        asked_by_cases(cases[:count], collection, encoder, load_analysis())


def test_words_that_all_cases_hold_weigh_most(make_case, collection, encoder):
    texts = ("toeslag hypotheek", "toeslag brommer", "toeslag hypotheek kapper")
    cases = [make_case(90 + number, situation=text) for number, text in enumerate(texts)]
    weights = asked_by_cases(cases, collection, encoder, load_analysis()).weights
    toeslag, hypotheek, brommer = (
        weights[key] for word in ("toeslag", "hypotheek", "brommer") for key in load_analysis().keys(word)
    )
    assert toeslag == pytest.approx(6 * 1)  # in all three
    assert hypotheek == pytest.approx(3.5 * 2 / 3)
    assert brommer == pytest.approx(1 / 3)
