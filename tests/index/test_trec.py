# SPDX-License-Identifier: EUPL-1.2
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.trec import Placed, QueryFileError, read_queries, read_run, run_lines, write_run

ids = st.text(st.characters(exclude_categories=("Cs",)), min_size=1, max_size=20).filter(str.strip)
scores = st.lists(st.floats(-100, 100), max_size=20).map(lambda found: sorted(found, reverse=True))
runs = st.dictionaries(
    ids, st.tuples(scores, st.lists(ids, min_size=20, max_size=20, unique=True)), max_size=4
)


@given(runs)
def test_a_run_is_read_as_it_was_written(tmp_path_factory, drawn):
    run = {
        query_id: [Placed(document, score) for document, score in zip(documents, found, strict=False)]
        for query_id, (found, documents) in drawn.items()
        if found
    }
    path = tmp_path_factory.mktemp("runs") / "run.trec"
    write_run(path, run, tag="databank")
    again = read_run(path)
    assert again.keys() == run.keys()
    for query_id, ranking in run.items():
        assert [placed.document_id for placed in again[query_id]] == [p.document_id for p in ranking]
        assert [p.score for p in again[query_id]] == pytest.approx([p.score for p in ranking], abs=1e-4)


def test_lines_have_six_columns_and_scores_that_descend():
    ranking = [Placed("A 1", 2.5), Placed("B", 2.5), Placed("C", 2.5), Placed("D", -1.0)]
    lines = [line.split(" ") for line in run_lines({"q 1": ranking}, tag="databank")]
    assert [line[:4] for line in lines][:2] == [["q%201", "Q0", "A%201", "1"], ["q%201", "Q0", "B", "2"]]
    assert [float(line[4]) for line in lines] == [2.5, 2.499999, 2.499998, -1.0]
    assert {line[5] for line in lines} == {"databank"}


def test_standard_tools_keep_the_order_of_a_run(tmp_path):
    import ir_measures

    write_run(tmp_path / "run", {"q": [Placed(f"d{n}", 1.0) for n in range(5)]}, tag="t")
    read = list(ir_measures.read_trec_run(str(tmp_path / "run")))
    assert [doc.doc_id for doc in sorted(read, key=lambda doc: -doc.score)] == [f"d{n}" for n in range(5)]


def test_a_bad_row_of_queries_is_reported_and_the_rest_goes_on(tmp_path):
    rows = [
        json.dumps({"query_id": "1", "text": "boete"}),
        "geen json",
        json.dumps({"text": "zonder nummer"}),
        json.dumps({"query_id": "2", "text": "  "}),
        json.dumps({"query_id": "1", "text": "nog eens"}),
        "",
        json.dumps({"_id": 7, "text": "dagloon", "metadata": {"kind": "keywords"}}),
        json.dumps(["lijst"]),
    ]
    (tmp_path / "q.jsonl").write_text("\n".join(rows), "utf-8")
    read = read_queries(tmp_path / "q.jsonl")
    assert [(query.query_id, query.text, query.kind) for query in read.queries] == [
        ("1", "boete", ""),
        ("7", "dagloon", "keywords"),
    ]
    assert [error.row for error in read.errors] == [2, 3, 4, 5, 8]
    assert read.errors[0].message.nl == "q.jsonl, rij 2: dit is geen JSON-object."
    assert not any("zonder nummer" in str(error.message) for error in read.errors)


@pytest.mark.parametrize("content", [None, b"\xff\xfe\x00"])
def test_a_file_that_cannot_be_read_says_so(tmp_path, content):
    path = tmp_path / "q.jsonl"
    if content:
        path.write_bytes(content)
    with pytest.raises(QueryFileError, match="kan niet worden gelezen"):
        read_queries(path)


def test_a_line_that_is_no_run_says_where(tmp_path):
    (tmp_path / "run").write_text("q Q0 d 1 0.5 t\nq Q0 d eerste 0.5 t\n", "utf-8")
    with pytest.raises(QueryFileError, match=r"run, rij 2: geen regel van een TREC-run"):
        read_run(tmp_path / "run")
