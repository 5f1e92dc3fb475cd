# SPDX-License-Identifier: EUPL-1.2
import json
import math

import pytest

from casebase.bilingual import Language
from index.evaluation import evaluate_retrieval, read_qrels, scores, table
from index.trec import Placed, QueryFileError

CORPUS = [
    {"_id": "1", "title": "Voorschot", "text": "Het voorschot moet terug na een te late keuring."},
    {"_id": "2", "title": "", "text": "De boete is opgelegd tijdens een opname in het ziekenhuis."},
    {"_id": "3", "title": "Dagloon", "text": ""},
    {"_id": "4", "title": "", "text": ""},
]
QUERIES = [
    {"_id": "a", "text": "voorschot keuring", "kind": "keywords"},
    {"_id": "b", "text": "boete in het ziekenhuis", "kind": "question"},
    {"_id": "c", "text": "niet beoordeeld", "kind": "question"},
]
QRELS = "query-id\tcorpus-id\tscore\na\t1\t1\nb\t2\t1\nb\t1\t0\n"


def write(folder, corpus=CORPUS, queries=QUERIES, qrels=QRELS):
    (folder / "qrels").mkdir(exist_ok=True)
    (folder / "corpus.jsonl").write_text("\n".join(map(json.dumps, corpus)), "utf-8")
    (folder / "queries.jsonl").write_text("\n".join(map(json.dumps, queries)), "utf-8")
    (folder / "qrels" / "test.tsv").write_text(qrels, "utf-8")
    return folder


def test_a_folder_gives_figures_by_kind(tmp_path, encoder):
    report = evaluate_retrieval(write(tmp_path), encoder)
    assert (report.documents, report.model_id, report.overall.queries) == (3, "fake@1", 2)
    assert report.overall.measures == {"nDCG@10": 1.0, "P@5": 0.2, "R@10": 1.0, "Success@3": 1.0, "RR": 1.0}
    assert {kind: found.queries for kind, found in report.by_kind.items()} == {"keywords": 1, "question": 1}
    lines = table(report, Language.NL)
    assert lines[0] == "3 documenten, model fake@1"
    assert lines[2].split() == ["alle", "2", "1.000", "0.200", "1.000", "1.000", "1.000"]


def test_measures_are_the_standard_ones():
    run = {"q": [Placed("x", 3.0), Placed("a", 2.0), Placed("y", 1.0), Placed("b", 0.5)]}
    found = scores(run, {"q": {"a": 1, "b": 1, "c": 1}}).measures
    ideal = 1 + 1 / math.log2(3) + 1 / math.log2(4)
    assert found["nDCG@10"] == pytest.approx((1 / math.log2(3) + 1 / math.log2(5)) / ideal, abs=1e-4)
    assert found["P@5"] == 0.4
    assert found["R@10"] == pytest.approx(2 / 3, abs=1e-4)
    assert found["Success@3"] == 1.0
    assert found["RR"] == 0.5


def test_a_query_without_hits_counts_as_nothing_found():
    found = scores({"q": [Placed("a", 1.0)], "r": []}, {"q": {"a": 1}, "r": {"a": 1}}).measures
    assert found["nDCG@10"] == 0.5


def test_judgements_need_no_header(tmp_path):
    (tmp_path / "test.tsv").write_text("q\td\t1\n", "utf-8")
    assert read_qrels(tmp_path / "test.tsv") == {"q": {"d": 1}}


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"qrels": "query-id\tcorpus-id\tscore\na\t1\tveel\n"}, r"test\.tsv: rij 2 is geen beoordeling"),
        (
            {"qrels": "query-id\tcorpus-id\tscore\nz\t1\t1\n"},
            "bij geen enkele zoekvraag staat een beoordeling",
        ),
        ({"corpus": [{"title": "x", "text": "y"}]}, r"corpus\.jsonl: in rij 1 ontbreekt '_id'"),
        ({"corpus": [["lijst"]]}, r"corpus\.jsonl, rij 1: dit is geen JSON-object"),
        ({"queries": [{"_id": "a"}]}, r"queries\.jsonl, rij 1: het veld 'text' ontbreekt"),
    ],
)
def test_what_is_wrong_in_a_folder_is_told_with_its_place(tmp_path, encoder, change, message):
    with pytest.raises(QueryFileError, match=message):
        evaluate_retrieval(write(tmp_path, **change), encoder)


def test_a_missing_file_is_told(tmp_path, encoder):
    with pytest.raises(QueryFileError, match="kan niet worden gelezen"):
        evaluate_retrieval(tmp_path, encoder)
