# SPDX-License-Identifier: EUPL-1.2
"""Looking twice: the order changes, nothing else does; slow, broken and odd models do no harm."""

from pathlib import Path

import numpy as np
import pytest

from index.build import build_index
from index.encoder import EncoderError
from index.model_options import ModelOptions
from index.reranker import MISSES, Reranker, load_reranker
from index.search import open_searcher

QUESTION = "voorschot teruggevorderd te laat gekeurd"


def counting(word: str):
    """A model that likes one word."""
    return lambda pairs: np.array([passage.lower().count(word) for _, passage in pairs], np.float32)


class Clock:
    """Every look takes a second."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1.0
        return self.now


@pytest.fixture
def searchers(bank, encoder, now):
    build_index(bank.sessions, bank.folder, encoder, now=now)
    return lambda reranker=None: open_searcher(bank.folder, encoder, reranker=reranker)


def test_only_the_order_of_the_hits_changes(bank, searchers):
    with bank.sessions() as session:
        plain = searchers().search(session, QUESTION)
        looked = searchers(Reranker(counting("boete"))).search(session, QUESTION)
    assert plain.hits[0].case_id != "C-003"
    assert looked.hits[0].case_id == "C-003"
    assert {hit.case_id: hit for hit in looked.hits} == {hit.case_id: hit for hit in plain.hits}
    assert (looked.comparable, looked.matched) == (plain.comparable, plain.matched)


def test_a_case_from_beyond_the_limit_can_move_up_but_not_from_beyond_the_first(bank, searchers):
    with bank.sessions() as session:
        plain = searchers().search(session, QUESTION, limit=8)
        place = [hit.case_id for hit in plain.hits].index("C-003")
        assert place >= 2
        looked = searchers(Reranker(counting("boete"))).search(session, QUESTION, limit=2)
        narrow = searchers(Reranker(counting("boete"), first=2)).search(session, QUESTION, limit=8)
    assert [len(looked.hits), looked.hits[0].case_id] == [2, "C-003"]
    assert [hit.case_id for hit in narrow.hits[2:]] == [hit.case_id for hit in plain.hits[2:]]


def test_the_search_itself_counts_too(bank, searchers):
    with bank.sessions() as session:
        plain = searchers().search(session, QUESTION)
        same = searchers(Reranker(lambda pairs: np.zeros(len(pairs)))).search(session, QUESTION)
    assert same.hits == plain.hits


def test_a_run_keeps_its_scores_in_descending_order(bank, searchers):
    with bank.sessions() as session:
        plain = searchers().ranking(session, QUESTION)
        run = searchers(Reranker(counting("boete"))).ranking(session, QUESTION)
    assert run[0].document_id == "C-003"
    assert [each.score for each in run] == [each.score for each in plain]


def test_more_like_this_is_left_as_it_is(bank, searchers):
    with bank.sessions() as session:
        plain = searchers().similar(session, "C-001")
        assert searchers(Reranker(counting("boete"))).similar(session, "C-001") == plain


def test_filters_still_hold(bank, searchers):
    from casebase.filters import SearchFilters

    with bank.sessions() as session:
        looked = searchers(Reranker(counting("boete"))).search(
            session, QUESTION, filters=SearchFilters(regulations=("WIA",))
        )
    assert {hit.case_id for hit in looked.hits} == {"C-001", "C-002"}


@pytest.mark.parametrize(("seconds", "order"), [(100.0, [1, 0]), (2.0, [0, 1])])
def test_the_order_stands_when_there_is_no_time(seconds, order):
    passages = [["niets"] * 4, ["boete"] * 4]
    reranker = Reranker(counting("boete"), at_once=2, seconds=seconds, clock=Clock())
    assert reranker.order("vraag", passages, np.zeros(2, np.float32)) == order


def test_a_model_that_is_always_too_slow_is_left_alone():
    asked = []

    def slow(pairs):
        asked.append(len(pairs))
        return np.zeros(len(pairs), np.float32)

    reranker = Reranker(slow, at_once=1, seconds=1.5, clock=Clock())
    for _ in range(MISSES + 2):
        assert reranker.order("vraag", [["a"], ["b"], ["c"]], np.zeros(3, np.float32)) == [0, 1, 2]
    assert len(asked) == MISSES


def test_one_that_is_sometimes_too_slow_is_not():
    clock = Clock()
    reranker = Reranker(counting("b"), at_once=1, seconds=3.5, clock=clock)
    few, many = [["a"], ["b"]], [["a"], ["b"]] * 3
    for _ in range(MISSES):
        assert reranker.order("vraag", many, np.zeros(6, np.float32)) == list(range(6))
        assert reranker.order("vraag", few, np.zeros(2, np.float32)) == [1, 0]


@pytest.mark.parametrize(
    ("text", "passages"),
    [("", [["a"], ["b"]]), ("[PERSOON-1]", [["a"], ["b"]]), ("vraag", []), ("vraag", [["b"]])],
)
def test_without_anything_to_compare_the_model_is_not_asked(text, passages):
    def never(_):
        raise AssertionError

    order = Reranker(never).order(text, passages, np.zeros(len(passages), np.float32))
    assert order == list(range(len(passages)))


def test_a_case_without_passages_counts_as_the_worst_of_the_others():
    order = Reranker(counting("b")).order("vraag", [[], ["b"], ["bb"]], np.zeros(3, np.float32))
    assert order == [2, 0, 1]


def test_ties_stay_in_place():
    assert Reranker(counting("b")).order("v", [["b"], ["b"], ["b"]], np.zeros(3, np.float32)) == [0, 1, 2]


def test_scores_that_are_no_numbers_do_no_harm():
    order = Reranker(lambda pairs: np.array([np.nan, 1.0], np.float32)).order(
        "vraag", [["a"], ["b"]], np.zeros(2, np.float32)
    )
    assert order == [1, 0]


def test_a_model_that_fails_does_not_tell_the_text(caplog):
    def failing(pairs):
        raise RuntimeError(f"cannot read {pairs}")

    with pytest.raises(EncoderError) as problem:
        Reranker(failing).order("geheime vraag", [["a"], ["b"]], np.zeros(2, np.float32))
    assert problem.value.__suppress_context__
    assert "geheim" not in str(problem.value) + caplog.text


# --- real models --------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def cross_encoder(tiny_bert, tmp_path_factory) -> Path:
    return tiny_bert(tmp_path_factory.mktemp("models") / "reranker", labels=1)


def test_a_cross_encoder_from_a_folder_reorders(bank, searchers, cross_encoder):
    from sentence_transformers import CrossEncoder

    reranker = load_reranker(str(cross_encoder), seconds=60)
    passages = ["De boete is ingetrokken.", "Het voorschot.", "De brieven komen terug."]
    plain = CrossEncoder(str(cross_encoder)).predict([(QUESTION, passage) for passage in passages])
    order = reranker.order(QUESTION, [[passage] for passage in passages], np.zeros(3, np.float32))
    assert order == list(np.argsort(-plain, kind="stable"))
    with bank.sessions() as session:
        looked = searchers(reranker).search(session, QUESTION)
        assert sorted(hit.case_id for hit in looked.hits) == sorted(
            hit.case_id for hit in searchers().search(session, QUESTION).hits
        )


def test_long_texts_and_fewer_tokens_are_no_problem(cross_encoder):
    reranker = load_reranker(str(cross_encoder), ModelOptions(max_tokens=16), seconds=60)
    passages = [["woord " * 5_000], ["boete"]]
    assert sorted(reranker.order("vraag " * 5_000, passages, np.zeros(2, np.float32))) == [0, 1]


def test_a_model_with_several_scores_is_refused(tiny_bert, tmp_path):
    folder = tiny_bert(tmp_path / "drie", labels=3)
    with pytest.raises(EncoderError, match="geen enkele score"):
        load_reranker(str(folder))


def test_a_missing_reranker_is_named(tmp_path):
    with pytest.raises(EncoderError, match="kan niet worden geladen"):
        load_reranker(str(tmp_path / "nergens"))
