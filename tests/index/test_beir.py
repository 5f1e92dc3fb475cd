# SPDX-License-Identifier: EUPL-1.2
import json
import stat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebase.record import SafeCase
from index.beir import ExportError, write_beir
from index.evaluation import evaluate_retrieval, read_corpus, read_qrels
from index.trec import BatchQuery, QueryFileError, qrels_lines, read_queries, read_trec_qrels

numbers = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"), min_size=1, max_size=12)
words = numbers.filter(str.strip)
judgements = st.dictionaries(
    words, st.dictionaries(words, st.integers(0, 2), min_size=1, max_size=4), max_size=4
)


@settings(max_examples=40, deadline=None)
@given(judgements)
def test_judgements_are_read_as_they_were_written(tmp_path_factory, qrels):
    path = tmp_path_factory.mktemp("qrels") / "qrels.tsv"
    path.write_text("".join(f"{line}\n" for line in qrels_lines(qrels)), "utf-8", newline="")
    assert read_trec_qrels(path) == qrels


def test_standard_tools_read_the_judgements(tmp_path):
    import ir_measures

    path = tmp_path / "qrels.tsv"
    path.write_text("\n".join(qrels_lines({"1": {"A 1": 2, "B": 0}})), "utf-8")
    read = [(q.query_id, q.doc_id, q.relevance) for q in ir_measures.read_trec_qrels(str(path))]
    assert read == [("1", "A%201", 2), ("1", "B", 0)]


@pytest.mark.parametrize("line", ["1 0 A", "1 0 A veel", "1\t0\tA\t1\t2"])
def test_a_line_that_is_no_judgement_says_where(tmp_path, line):
    (tmp_path / "qrels.tsv").write_text(f"1 0 B 1\n{line}\n", "utf-8")
    with pytest.raises(QueryFileError, match=r"qrels\.tsv, rij 2: geen regel met een oordeel"):
        read_trec_qrels(tmp_path / "qrels.tsv")


@settings(max_examples=40, deadline=None)
@given(judgements)
def test_all_files_of_a_folder_speak_of_the_same_numbers(tmp_path_factory, qrels):
    folder = tmp_path_factory.mktemp("beir")
    cases = sorted({case_id for judged in qrels.values() for case_id in judged})
    queries = [BatchQuery(query_id, "zoekvraag") for query_id in qrels]
    write_beir(folder, [SafeCase(case_id=c, situation="tekst") for c in cases], queries, qrels)
    read = read_qrels(folder / "qrels" / "test.tsv")
    corpus = {case.case_id for case in read_corpus(folder / "corpus.jsonl")}
    assert {query.query_id for query in read_queries(folder / "queries.jsonl").queries} == set(read)
    assert {case_id for judged in read.values() for case_id in judged} == corpus
    assert sorted(map(sorted, (judged.values() for judged in read.values()))) == sorted(
        map(sorted, (judged.values() for judged in qrels.values()))
    )
    assert len(read_trec_qrels(folder / "qrels.tsv")) == len(qrels)


def test_a_written_folder_can_be_evaluated(tmp_path, encoder):
    cases = [
        SafeCase(case_id="A 1", title="Voorschot", situation="Het voorschot moet terug.", decision="Kwijt."),
        SafeCase(case_id="A 2", title="Boete", situation="De boete viel in een opname."),
    ]
    queries = [BatchQuery("1", "voorschot terug"), BatchQuery("2", "opname en boete")]
    write_beir(tmp_path / "uit", cases, queries, {"1": {"A 1": 2, "A 2": 0}, "2": {"A 2": 1}})
    report = evaluate_retrieval(tmp_path / "uit", encoder)
    assert (report.documents, report.overall.queries, report.overall.measures["RR"]) == (2, 2, 1.0)
    first = json.loads((tmp_path / "uit" / "corpus.jsonl").read_text("utf-8").splitlines()[0])
    assert first == {"_id": "A%201", "title": "Voorschot", "text": "Het voorschot moet terug.\n\nKwijt."}
    assert stat.S_IMODE((tmp_path / "uit" / "queries.jsonl").stat().st_mode) == 0o600


def test_a_folder_that_cannot_be_written_says_so(tmp_path):
    (tmp_path / "bestand").write_text("", "utf-8")
    with pytest.raises(ExportError, match="kan niet worden geschreven"):
        write_beir(tmp_path / "bestand", [], [], {})
