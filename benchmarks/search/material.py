# SPDX-License-Identifier: EUPL-1.2
"""The invented cases with their searches, as collections to measure on. Their themes say what is relevant."""

import gzip
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from casebase.record import SafeCase
from index.trec import BatchQuery

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "tests" / "gold"
MODEL = ROOT / "data" / "models" / "search-nl"
CASES = (GOLD / "dev.jsonl", GOLD / "test.jsonl")
SEARCHES = GOLD / "queries.jsonl"
_ABOUT = {"style", "origins", "writer"}
_MARK = re.compile(r"\[\[[A-Z_]+\|(.*?)\]\]", re.DOTALL)


@dataclass(frozen=True)
class Material:
    """Cases without marks, the theme of each, and searches whose theme is the start of their number."""

    cases: list[SafeCase]
    themes: dict[str, str]
    queries: list[BatchQuery]

    def relevant(self, query: BatchQuery) -> set[str]:
        """The cases of the theme of a search."""
        theme = query.query_id.partition("-")[0]
        return {case_id for case_id, of_case in self.themes.items() if of_case == theme}

    def half(self, *, odd: bool) -> list[BatchQuery]:
        """The searches of the odd themes, on which choices were made, or of the even ones."""
        return [query for query in self.queries if int(query.query_id[1:3]) % 2 == odd]


def read_material(cases: Sequence[Path] = CASES, searches: Path = SEARCHES) -> Material:
    """Marked cases with a theme, their marks taken off, and searches that belong to the themes."""
    rows = [{k: v for k, v in row.items() if k not in _ABOUT} for path in cases for row in json_lines(path)]
    rows.sort(key=lambda row: row["case_id"])
    themes = {row["case_id"]: row.pop("theme", None) or "none" for row in rows}
    records = [SafeCase.model_validate(unmarked(row)) for row in rows]
    queries = [BatchQuery(row["query_id"], row["text"], row["kind"]) for row in json_lines(searches)]
    return Material(records, themes, queries)


def out_of_domain(name: str = "out_of_domain.txt") -> list[str]:
    """Searches about other things: cooking, football, boats, and words that do not exist."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def write_beir(material: Material, queries: list[BatchQuery], folder: Path) -> None:
    """The same as a BEIR folder: a case is its title and its narrative fields as one text."""
    (folder / "qrels").mkdir(parents=True, exist_ok=True)
    documents = [
        {"_id": case.case_id, "title": texts.pop("title", ""), "text": "\n\n".join(texts.values())}
        for case in material.cases
        for texts in [case.narrative()]
    ]
    _write(folder / "corpus.jsonl", documents)
    _write(folder / "queries.jsonl", [{"_id": q.query_id, "text": q.text, "kind": q.kind} for q in queries])
    lines = [f"{q.query_id}\t{case_id}\t1" for q in queries for case_id in sorted(material.relevant(q))]
    judgements = "\n".join(["query-id\tcorpus-id\tscore", *lines, ""])
    (folder / "qrels" / "test.tsv").write_text(judgements, "utf-8")


def json_lines(path: Path) -> Iterator[dict[str, Any]]:
    """The objects in a file with one a line, which may be compressed."""
    opened = gzip.open if path.suffix == ".gz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def _write(path: Path, rows: list[dict[str, str]]) -> None:
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def unmarked(value: Any) -> Any:
    """A row of a marked file without the marks of personal data."""
    if isinstance(value, str):
        return _MARK.sub(r"\1", value)
    if isinstance(value, list):
        return [unmarked(each) for each in value]
    return {name: unmarked(each) for name, each in value.items()} if isinstance(value, dict) else value
