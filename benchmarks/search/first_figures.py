# SPDX-License-Identifier: EUPL-1.2
"""First figures of search: the shipped model beside BM25, LSA and their mix.

python benchmarks/search/first_figures.py FOLDER --model data/models/search-nl

FOLDER is in BEIR layout (corpus.jsonl, queries.jsonl, qrels/test.tsv), or holds cases.jsonl and
queries.jsonl in which cases and searches share a ``theme`` (personal data may be marked inline as
[[KIND|text]]; the marks are taken off). With themes, every case of the theme of a search is relevant.
Prints nDCG@10 for each ranking, over all searches and per kind of search.
"""

import argparse
import csv
import json
import re
from dataclasses import dataclass, field
from pathlib import Path

import bm25s
import ir_measures
import numpy as np
import numpy.typing as npt
import Stemmer
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

from index.encoder import Encoder, load_encoder

Scores = npt.NDArray[np.float64]
MARK = re.compile(r"\[\[[A-Z_]+\|(.*?)\]\]", re.DOTALL)
WORD = re.compile(r"(?u)\b\w\w+\b")
SKIPPED = {"case_id", "theme", "received_on", "closed_on", "maatwerkplaats", "nature", "level", "outcome"}
MEASURE = ir_measures.nDCG @ 10
STEMMER = Stemmer.Stemmer("dutch")


@dataclass
class Task:
    """Documents as lists of fields, searches with their kind and theme, and what is relevant."""

    documents: dict[str, list[str]] = field(default_factory=dict)
    queries: dict[str, str] = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)
    themes: dict[str, str] = field(default_factory=dict)
    relevant: dict[str, dict[str, int]] = field(default_factory=dict)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--model", default="data/models/search-nl", help="folder or hub name")
    parser.add_argument("--themes", choices=["all", "odd", "even"], default="all")
    arguments = parser.parse_args()
    task = read_task(arguments.folder)
    chosen = [query for query in task.queries if is_chosen(task.themes[query], arguments.themes)]
    kinds = ["all", *dict.fromkeys(task.kinds[query] for query in chosen)]
    print(f"{len(task.documents)} documents, {len(chosen)} searches, nDCG@10")
    print("| ranking |", " | ".join(kinds), "|\n|---|" + "---|" * len(kinds))
    for name, scores in rankings(task, load_encoder(arguments.model)).items():
        figures = per_kind(task, scores, chosen, kinds)
        print(f"| {name} |", " | ".join(f"{figure:.3f}" for figure in figures), "|")


def read_task(folder: Path) -> Task:
    return read_beir(folder) if (folder / "corpus.jsonl").exists() else read_themes(folder)


def rankings(task: Task, encoder: Encoder) -> dict[str, Scores]:
    """Scores of shape (searches, documents) for each ranking."""
    words, latent, model = bm25(task), lsa(task), encoded(task, encoder)
    return {
        "BM25, Dutch Snowball": words,
        "BM25 + LSA (z)": z(words) + z(latent),
        "model": model,
        "z ½BM25 + ½LSA + model": z(words) / 2 + z(latent) / 2 + z(model),
        "z ¼BM25 + ¼LSA + model": z(words) / 4 + z(latent) / 4 + z(model),
    }


def bm25(task: Task) -> Scores:
    ranker = bm25s.BM25()
    ranker.index([stems(text) for text in whole_texts(task)], show_progress=False)
    known = ranker.vocab_dict
    searches = [[stem for stem in stems(text) if stem in known] for text in task.queries.values()]
    nothing = np.zeros(len(task.documents))
    return np.array(
        [ranker.get_scores(search) if search else nothing for search in searches], dtype=np.float64
    )


def lsa(task: Task, dimensions: int = 128) -> Scores:
    """Latent semantic analysis fitted on the documents only (Deerwester et al. 1990)."""
    tfidf = TfidfVectorizer(analyzer=stems, sublinear_tf=True)
    counts = tfidf.fit_transform(whole_texts(task))
    svd = TruncatedSVD(min(dimensions, min(counts.shape) - 1), random_state=0).fit(counts)
    searches = unit(svd.transform(tfidf.transform(task.queries.values())))
    return np.asarray(searches @ unit(svd.transform(counts)).T)


def encoded(task: Task, encoder: Encoder) -> Scores:
    """Mean of the cosine with the whole document and the best cosine with one of its fields."""
    searches = encoder.encode_queries(list(task.queries.values()))
    whole = searches @ encoder.encode_passages(whole_texts(task)).T
    best = [(searches @ encoder.encode_passages(fields).T).max(axis=1) for fields in task.documents.values()]
    return np.asarray((whole + np.array(best).T) / 2, dtype=np.float64)


def per_kind(task: Task, scores: Scores, chosen: list[str], kinds: list[str]) -> list[float]:
    run = {
        query: dict(zip(task.documents, map(float, row), strict=True))
        for query, row in zip(task.queries, scores, strict=True)
        if query in set(chosen)
    }
    relevant = {query: task.relevant[query] for query in chosen}
    values = {found.query_id: found.value for found in ir_measures.iter_calc([MEASURE], relevant, run)}
    return [
        float(np.mean([values[query] for query in chosen if kind in ("all", task.kinds[query])]))
        for kind in kinds
    ]


def z(scores: Scores) -> Scores:
    """Standard scores per search."""
    spread = scores.std(axis=1, keepdims=True)
    return (scores - scores.mean(axis=1, keepdims=True)) / np.where(spread > 0, spread, 1)


def unit(vectors: Scores) -> Scores:
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    return vectors / np.where(lengths > 0, lengths, 1)


def stems(text: str) -> list[str]:
    return list(STEMMER.stemWords(WORD.findall(text.lower())))


def whole_texts(task: Task) -> list[str]:
    return ["\n".join(fields) for fields in task.documents.values()]


def is_chosen(theme: str, wanted: str) -> bool:
    number = int(re.sub(r"\D", "", theme) or 0)
    return wanted == "all" or number % 2 == (1 if wanted == "odd" else 0)


def read_themes(folder: Path) -> Task:
    task, members = Task(), dict[str, dict[str, int]]()
    for row in rows(folder / "cases.jsonl"):
        task.documents[row["case_id"]] = [text for text in fields_of(row) if text]
        members.setdefault(row["theme"], {})[row["case_id"]] = 1
    for row in rows(folder / "queries.jsonl"):
        query = row["query_id"]
        task.queries[query], task.kinds[query], task.themes[query] = row["text"], row["kind"], row["theme"]
        task.relevant[query] = members[row["theme"]]
    return task


def fields_of(row: dict) -> list[str]:
    texts = []
    for name, value in row.items():
        if name in SKIPPED or name.startswith("submitter_"):
            continue
        text = value.get("text", "") if isinstance(value, dict) else value
        texts.append(MARK.sub(r"\1", ", ".join(text) if isinstance(text, list) else str(text or "")))
    return texts


def read_beir(folder: Path) -> Task:
    task = Task()
    for row in rows(folder / "corpus.jsonl"):
        task.documents[row["_id"]] = [text for text in (row.get("title", ""), row["text"]) if text]
    with (folder / "qrels" / "test.tsv").open(encoding="utf-8") as lines:
        for query, document, relevance in list(csv.reader(lines, delimiter="\t"))[1:]:
            task.relevant.setdefault(query, {})[document] = int(relevance)
    for row in rows(folder / "queries.jsonl"):
        if row["_id"] in task.relevant:
            task.queries[row["_id"]], task.kinds[row["_id"]], task.themes[row["_id"]] = row["text"], "all", ""
    return task


def rows(path: Path) -> list[dict]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    main()
