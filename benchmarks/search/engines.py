# SPDX-License-Identifier: EUPL-1.2
"""Engines for the word search side by side: ``python -m benchmarks.search.engines [--copies 37]``.

bm25s as the databank uses it, SQLite FTS5 and (when ``pip install tantivy`` was done) tantivy, each with the
keys of our Dutch analysis; FTS5 and tantivy also with what they bring themselves. Times are by the clock, one
thread, warm; the ratios tell more than the milliseconds. An update replaces one case in a hundred; for bm25s
that is a build of the whole matrix from keys that are at hand.
"""

import argparse
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, Protocol

import numpy as np

from benchmarks.search.latency import enlarged
from benchmarks.search.material import Material, read_material
from index.assembly import documents_by_side
from index.dutch import load_analysis
from index.evaluation import scores
from index.trec import Placed
from index.words import WordIndex, build_word_index

DEPTH = 100
ROUNDS = 5
STEP = 100

Query = Mapping[str, float]


class Engine(Protocol):
    """Finds documents, which are numbered from 0, by weighted words."""

    def build(self, documents: Sequence[str]) -> None:
        """Index these documents, each as its words with spaces between them."""

    def update(self, changed: Mapping[int, str]) -> None:
        """Put other words in place of those of some documents."""

    def search(self, query: Query) -> list[int]:
        """The best documents, best first."""


@dataclass
class Bm25s:
    """The matrix of the databank."""

    folder: Path
    documents: list[list[str]]
    index: WordIndex | None = None

    def build(self, documents: Sequence[str]) -> None:
        """See Engine."""
        self.documents = [document.split(" ") for document in documents]
        self._write()

    def update(self, changed: Mapping[int, str]) -> None:
        """See Engine."""
        for number, document in changed.items():
            self.documents[number] = document.split(" ")
        self._write()

    def search(self, query: Query) -> list[int]:
        """See Engine."""
        assert self.index is not None
        found = self.index.scores(query)
        return [int(number) for number in np.argsort(-found, kind="stable")[:DEPTH] if found[number] > 0]

    def _write(self) -> None:
        self.index = build_word_index(self.documents)
        np.savez(self.folder / "words.npz", **self.index.arrays())


class Fts5:
    """A full-text table of SQLite; it knows no weights of words."""

    def __init__(self, folder: Path) -> None:
        self._bank = sqlite3.connect(folder / "words.sqlite")
        self._bank.execute("PRAGMA journal_mode=WAL")

    def build(self, documents: Sequence[str]) -> None:
        """See Engine."""
        tokens = "unicode61 remove_diacritics 2 tokenchars ':-'"
        self._bank.execute(f'CREATE VIRTUAL TABLE words USING fts5(text, tokenize="{tokens}")')
        self._insert(dict(enumerate(documents)))

    def update(self, changed: Mapping[int, str]) -> None:
        """See Engine."""
        self._bank.executemany("DELETE FROM words WHERE rowid = ?", [(number,) for number in changed])
        self._insert(changed)

    def search(self, query: Query) -> list[int]:
        """See Engine."""
        wanted = " OR ".join(f'"{word}"' for word in query)
        sql = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY bm25(words), rowid LIMIT ?"
        return [number for (number,) in self._bank.execute(sql, (wanted, DEPTH))] if wanted else []

    def _insert(self, documents: Mapping[int, str]) -> None:
        self._bank.executemany("INSERT INTO words(rowid, text) VALUES (?, ?)", documents.items())
        self._bank.commit()


class Tantivy:
    """An index of tantivy with one writer thread; ``stemmed`` uses its own Dutch stemmer."""

    def __init__(self, folder: Path, *, stemmed: bool = False) -> None:
        import tantivy

        self._tantivy = tantivy
        builder = tantivy.SchemaBuilder()
        builder.add_integer_field("number", stored=True, indexed=True, fast=True)
        builder.add_text_field("text", stored=False, tokenizer_name="nl" if stemmed else "whitespace")
        self._schema = builder.build()
        (folder / "tantivy").mkdir()
        self._index = tantivy.Index(self._schema, path=str(folder / "tantivy"))
        if stemmed:
            simple = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple()).filter(
                tantivy.Filter.lowercase()
            )
            self._index.register_tokenizer("nl", simple.filter(tantivy.Filter.stemmer("dutch")).build())
        self._stemmed = stemmed

    def build(self, documents: Sequence[str]) -> None:
        """See Engine."""
        self._write(dict(enumerate(documents)), replace=False)

    def update(self, changed: Mapping[int, str]) -> None:
        """See Engine."""
        self._write(changed, replace=True)

    def search(self, query: Query) -> list[int]:
        """See Engine."""
        if not query:
            return []
        found = self._searcher.search(self._query(query), DEPTH).hits
        return [self._searcher.doc(address)["number"][0] for _, address in found]

    def _query(self, query: Query) -> Any:
        made = self._tantivy.Query
        if self._stemmed:
            return self._index.parse_query(" ".join(query), ["text"])
        terms = [
            (
                self._tantivy.Occur.Should,
                made.boost_query(made.term_query(self._schema, "text", word), weight),
            )
            for word, weight in query.items()
        ]
        return made.boolean_query(terms)

    def _write(self, documents: Mapping[int, str], *, replace: bool) -> None:
        writer = self._index.writer(heap_size=64_000_000, num_threads=1)
        for number, text in documents.items():
            if replace:
                writer.delete_documents_by_term("number", number)
            writer.add_document(self._tantivy.Document(number=number, text=text))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()


ENGINES: dict[str, tuple[Callable[[Path], Engine], bool]] = {
    "bm25s, our analysis": (partial(Bm25s, documents=[]), True),
    "FTS5, our analysis": (Fts5, True),
    "FTS5 alone": (Fts5, False),
    "tantivy, our analysis": (Tantivy, True),
    "tantivy, its own Dutch stems": (partial(Tantivy, stemmed=True), False),
}


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--copies", type=int, default=1)
    material = read_material()
    cases = enlarged(material.cases, parser.parse_args().copies)
    analysis = load_analysis()
    keys = [" ".join(document) for document in documents_by_side(cases, analysis)[None]]
    plain = [_words("\n".join([*case.narrative().values(), *case.regulations])) for case in cases]
    print(
        f"{len(cases)} cases" + " " * 20 + "nDCG@10 all/odd/even    p50 ms  p95 ms  build s  update s      MB"
    )
    for name, (make, analysed) in ENGINES.items():
        queries = [
            dict.fromkeys(analysis.keys(q.text) if analysed else _words(q.text).split(), 1.0)
            for q in material.queries
        ]
        try:
            print(f"{name:30}", measured(make, keys if analysed else plain, queries, material))
        except ImportError:
            print(f"{name:30} is not installed")


def measured(
    make: Callable[[Path], Engine], documents: Sequence[str], queries: Sequence[Query], material: Material
) -> str:
    """Quality (only told for the cases themselves), times and size of an engine."""
    with tempfile.TemporaryDirectory() as folder:
        engine = make(Path(folder))
        build = _seconds(lambda: engine.build(documents))
        size = sum(path.stat().st_size for path in Path(folder).rglob("*") if path.is_file()) / 1e6
        found = [engine.search(query) for query in queries]
        wall = [_seconds(partial(engine.search, query)) * 1000 for query in list(queries) * ROUNDS]
        changed = {number: documents[number] for number in range(0, len(documents), STEP)}
        update = _seconds(lambda: engine.update(changed))
    p50, p95 = np.percentile(wall, [50, 95])
    quality = _quality(found, material) if len(documents) == len(material.cases) else "-"
    return f"{quality:>22} {p50:9.2f} {p95:7.2f} {build:8.2f} {update:9.3f} {size:7.1f}"


def _quality(found: Sequence[Sequence[int]], material: Material) -> str:
    ids = [case.case_id for case in material.cases]
    qrels = {query.query_id: dict.fromkeys(material.relevant(query), 1) for query in material.queries}
    run = {
        query.query_id: [Placed(ids[number], float(-place)) for place, number in enumerate(numbers)]
        for query, numbers in zip(material.queries, found, strict=True)
    }
    halves = (material.queries, material.half(odd=True), material.half(odd=False))
    means = [
        scores({q.query_id: run[q.query_id] for q in half}, qrels).measures["nDCG@10"] for half in halves
    ]
    return " / ".join(f"{mean:.3f}" for mean in means)


def _words(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text).lower().split())


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


if __name__ == "__main__":
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    sys.exit(main())
