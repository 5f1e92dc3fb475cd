# SPDX-License-Identifier: EUPL-1.2
"""The shipped model and lists on the invented cases: floors below the measured figures (docs/search.md)."""

import sys
from pathlib import Path

import numpy as np
import pytest

from index.bands import TEXT, bands, is_comparable
from index.encoder import load_encoder
from index.evaluation import collection_of, scores
from index.fusion import rank
from index.hits import Band
from index.ranker import load_ranker
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


def told_so(asked, texts):
    return [text for text in texts if is_comparable(asked(text)[1].evidence, TEXT)]


@pytest.mark.parametrize("begin", [0, 1])
def test_searches_about_other_things_find_nothing_comparable(material, asked, begin):
    """The odd lines (begin 0) were fitted on, the even ones were not."""
    lines = material.out_of_domain()[begin::2]
    assert len(told_so(asked, lines)) <= 0.05 * len(lines)


def test_searches_that_borrow_words_of_administration_find_nothing_comparable(material, asked):
    lines = material.out_of_domain("out_of_domain_more.txt")
    assert len(told_so(asked, lines)) <= 0.06 * len(lines)


@pytest.mark.parametrize("odd", [True, False])
def test_searches_about_what_is_there_find_something_comparable(material, asked, odd):
    texts = [query.text for query in material.read_material().half(odd=odd)]
    assert len(told_so(asked, texts)) >= 0.95 * len(texts)


KEYWORDS = (
    "dagloon WIA voorschot Wajong loonsanctie herbeoordeling IVA duurzaamheid no-riskpolis Ziektewet toeslag"
)


@pytest.mark.parametrize("word", [*KEYWORDS.split(), "dringende reden", "beslagvrije voet"])
def test_one_keyword_is_enough_when_cases_hold_it(asked, word):
    assert told_so(asked, [word])


def test_a_band_keeps_its_promise_on_themes_it_was_not_fitted_on(material, asked):
    read = material.read_material()
    told = {each: [] for each in Band}
    for query in read.half(odd=False):
        collection, ranking = asked(query.text)
        relevant = read.relevant(query)
        for row, name in zip(
            ranking.rows[:30], bands(ranking.scores[:30], TEXT, comparable=True), strict=True
        ):
            told[name].append(collection.case_ids[row] in relevant)
    edges = load_ranker().bands
    assert np.mean(told[Band.STRONG]) >= edges.strong
    assert np.mean(told[Band.POSSIBLE]) >= edges.possible
    assert np.mean(told[Band.WEAK]) < edges.possible


def test_the_lists_are_small(root: Path):
    lists = root / "data" / "lists"
    assert (lists / "compounds.txt").stat().st_size <= 500_000
