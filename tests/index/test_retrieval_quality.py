# SPDX-License-Identifier: EUPL-1.2
"""The shipped model and lists on the invented cases: floors below the measured figures (docs/search.md)."""

import sys
from pathlib import Path

import numpy as np
import pytest

from index.bands import TEXT, is_comparable
from index.encoder import load_encoder
from index.evaluation import collection_of, scores
from index.fusion import rank
from index.trec import Placed


@pytest.fixture(scope="module")
def material(root):
    sys.path.insert(0, str(root / "benchmarks" / "search"))
    try:
        import material
    finally:
        sys.path.pop(0)
    return material


@pytest.fixture(scope="module")
def asked(material):
    from index.asked import asked_in_words
    from index.dutch import load_analysis
    from index.lexicon import load_lexicon

    encoder = load_encoder(str(material.MODEL))
    collection = collection_of(material.read_material().cases, encoder)
    rows = np.arange(len(collection))

    def ranking(text):
        asked = asked_in_words(text, collection, encoder, load_analysis(), load_lexicon())
        return collection, rank(collection, asked.probe, collection.scales.text, rows)

    return ranking


@pytest.mark.parametrize(("odd", "floor"), [(True, 0.61), (False, 0.70)])
def test_cases_with_the_same_mechanism_are_found(material, asked, odd, floor):
    read = material.read_material()
    run, qrels = {}, {}
    for query in read.half(odd=odd):
        collection, ranking = asked(query.text)
        run[query.query_id] = [Placed(collection.case_ids[row], 0.0) for row in ranking.rows[:10]]
        qrels[query.query_id] = dict.fromkeys(read.relevant(query), 1)
    found = scores(run, qrels).measures
    assert found["nDCG@10"] >= floor
    assert found["Success@3"] >= 0.95


def test_searches_about_other_things_find_nothing_comparable(material, asked):
    told = [is_comparable(asked(text)[1].evidence, TEXT) for text in material.out_of_domain()]
    assert sum(told) <= 0.15 * len(told)


def test_searches_about_what_is_there_find_something_comparable(material, asked):
    told = [is_comparable(asked(query.text)[1].evidence, TEXT) for query in material.read_material().queries]
    assert sum(told) >= 0.95 * len(told)


def test_the_lists_are_small(root: Path):
    lists = root / "data" / "lists"
    assert (lists / "compounds.txt").stat().st_size <= 500_000
