# SPDX-License-Identifier: EUPL-1.2
"""How good is the ranking, on any collection in BEIR layout; figures by ir_measures.

BEIR: ``corpus.jsonl`` ({"_id", "title", "text"} a line), ``queries.jsonl`` ({"_id", "text"}, here also
"kind"), ``qrels/test.tsv`` (query-id, corpus-id, score, with a header). https://github.com/beir-cellar/beir
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from pydantic import BaseModel, ConfigDict

from casebase.bilingual import Bilingual, Language
from casebase.progress import NoProgress, Progress
from casebase.record import SafeCase
from index.asked import asked_in_words
from index.assembly import assemble
from index.collection import Collection
from index.dutch import LISTS, load_analysis
from index.encoder import Encoder
from index.fusion import rank
from index.lexicon import load_lexicon
from index.passages import split_case
from index.query import parse_query
from index.spelling import Speller, load_dictionary
from index.trec import BatchQuery, Placed, Qrels, QueryFileError, json_rows, read_queries

MEASURES = ("nDCG@10", "P@5", "R@10", "Success@3", "RR")

DEPTH = 100
"""Documents in a ranking; RR looks no further."""


class RetrievalScores(BaseModel):
    """The mean of each measure over a number of queries."""

    model_config = ConfigDict(frozen=True)

    queries: int
    measures: dict[str, float]


class RetrievalReport(BaseModel):
    """Figures over all queries and by kind of query (when the file names kinds), and what they are about."""

    model_config = ConfigDict(frozen=True)

    model_id: str
    documents: int
    overall: RetrievalScores
    by_kind: dict[str, RetrievalScores]


def evaluate_retrieval(
    folder: Path, encoder: Encoder, *, progress: Progress | None = None, lists: Path = LISTS
) -> RetrievalReport:
    """The figures of the databank's own search over the corpus in a BEIR folder; nothing is stored.

    Queries without a relevant document in the judgements are left out.

    Raises:
        QueryFileError: a file is missing or cannot be read, or no query is judged.
    """
    report = progress or NoProgress()
    qrels = read_qrels(folder / "qrels" / "test.tsv")
    queries = [
        query for query in _queries(folder / "queries.jsonl") if any(qrels.get(query.query_id, {}).values())
    ]
    if not queries:
        raise _unusable(folder, "bij geen enkele zoekvraag staat een beoordeling", "no query has a judgement")
    collection = collection_of(read_corpus(folder / "corpus.jsonl"), encoder, lists=lists)
    speller = Speller(load_dictionary(lists), collection.words[None], load_analysis(lists))
    report.start(len(queries))
    run: dict[str, list[Placed]] = {}
    for query in queries:
        run[query.query_id] = _ranking(collection, query.text, encoder, speller, lists)
        report.advance()
    kinds = sorted({query.kind for query in queries if query.kind})
    of_kind = {kind: [query.query_id for query in queries if query.kind == kind] for kind in kinds}
    return RetrievalReport(
        model_id=encoder.model_id,
        documents=len(collection),
        overall=scores(run, qrels),
        by_kind={kind: scores({key: run[key] for key in keys}, qrels) for kind, keys in of_kind.items()},
    )


def scores(run: Mapping[str, Sequence[Placed]], qrels: Qrels) -> RetrievalScores:
    """The figures of the queries in a run."""
    import ir_measures

    measures = [ir_measures.parse_measure(name) for name in MEASURES]
    judged = [
        ir_measures.Qrel(query_id, document_id, relevance)
        for query_id in run
        for document_id, relevance in qrels.get(query_id, {}).items()
    ]
    placed = [
        ir_measures.ScoredDoc(query_id, each.document_id, float(-place))
        for query_id, ranking in run.items()
        for place, each in enumerate(ranking)
    ]
    found = ir_measures.calc_aggregate(measures, judged, placed)
    return RetrievalScores(
        queries=len(run), measures={str(measure): round(float(found[measure]), 4) for measure in measures}
    )


def table(report: RetrievalReport, language: Language) -> list[str]:
    """The figures as lines of text."""
    heading = Bilingual(
        f"{report.documents} documenten, model {report.model_id}",
        f"{report.documents} documents, model {report.model_id}",
    )
    everything = Bilingual("alle", "all").in_language(language)
    rows = {everything: report.overall, **report.by_kind}
    width = max(map(len, rows)) + 2
    columns = "".join(f"{name:>11}" for name in ("n", *MEASURES))
    lines = [
        f"{name:<{width}}{row.queries:>11}" + "".join(f"{row.measures[name_]:>11.3f}" for name_ in MEASURES)
        for name, row in rows.items()
    ]
    return [heading.in_language(language), " " * width + columns, *lines]


def collection_of(cases: Sequence[SafeCase], encoder: Encoder, *, lists: Path = LISTS) -> Collection:
    """These cases as a collection in memory, as the build would make it."""
    passages = [passage for case in cases for passage in split_case(case)]
    numbered = [replace(passage, passage_id=number) for number, passage in enumerate(passages)]
    vectors = encoder.encode_passages([passage.text for passage in numbered])
    return assemble(cases, numbered, vectors.reshape(len(numbered), encoder.dimension), load_analysis(lists))


def read_corpus(path: Path) -> list[SafeCase]:
    """The documents of a BEIR corpus as cases that only have a title and a situation."""
    return [
        SafeCase(
            case_id=_id(path, number, row),
            title=str(row.get("title") or ""),
            situation=str(row.get("text") or ""),
        )
        for number, row in json_rows(path)
        if row.get("text") or row.get("title")
    ]


def read_qrels(path: Path) -> dict[str, dict[str, int]]:
    """The judgements by query and document.

    Raises:
        QueryFileError: the file is missing, or a row is not three columns with a number at the end.
    """
    qrels: dict[str, dict[str, int]] = {}
    for number, row in _tsv_rows(path):
        try:
            query_id, document_id, relevance = row
            qrels.setdefault(query_id, {})[document_id] = int(relevance)
        except ValueError:
            if number > 1:
                raise _unusable(
                    path,
                    f"rij {number} is geen beoordeling (query-id, corpus-id, score)",
                    f"row {number} is no judgement (query-id, corpus-id, score)",
                ) from None
    return qrels


def _ranking(
    collection: Collection, text: str, encoder: Encoder, speller: Speller, lists: Path
) -> list[Placed]:
    query = parse_query(text).text
    analysis, lexicon = load_analysis(lists), load_lexicon(lists)
    asked = asked_in_words(query, collection, encoder, analysis, lexicon, speller=speller)
    found = rank(collection, asked.probe, collection.scales.text, np.arange(len(collection)))
    return [
        Placed(collection.case_ids[row], float(score))
        for row, score in zip(found.rows[:DEPTH], found.scores[:DEPTH], strict=True)
    ]


def _queries(path: Path) -> Sequence[BatchQuery]:
    read = read_queries(path)
    if read.errors:
        message = read.errors[0].message
        raise QueryFileError(f"{message.nl} Herstel het bestand.", f"{message.en} Repair the file.")
    return read.queries


def _id(path: Path, number: int, row: Mapping[str, Any]) -> str:
    if not isinstance(row.get("_id"), str | int):
        raise _unusable(path, f"in rij {number} ontbreekt '_id'", f"row {number} has no '_id'")
    return str(row["_id"])


def _tsv_rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            yield from ((number, row) for number, row in enumerate(rows, start=1) if row)
    except (OSError, UnicodeDecodeError, csv.Error):
        raise _unusable(path, "het bestand kan niet worden gelezen", "the file cannot be read") from None


def _unusable(path: Path, nl: str, en: str) -> QueryFileError:
    return QueryFileError(f"{path.name}: {nl}.", f"{path.name}: {en}.")
