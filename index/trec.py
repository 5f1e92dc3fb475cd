# SPDX-License-Identifier: EUPL-1.2
"""Batch searches: queries from a file, rankings and judgements in the formats of TREC.

A run has six columns a line: query, "Q0", document, rank, score, tag; judgements (qrels) have four: query,
"0", document, grade (https://trec.nist.gov). Numbers of cases and queries are written as they are; only
whitespace and "%" in them become %XX.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from casebase.bilingual import Bilingual, DatabankError

Qrels = Mapping[str, Mapping[str, int]]
"""Judgements: the grade of a document for a query, 0 for none; other pairs were not judged."""

_NO_OBJECT = Bilingual("dit is geen JSON-object", "this is no JSON object")


class QueryFileError(DatabankError):
    """The file cannot be read as a whole."""


@dataclass(frozen=True, repr=False)
class BatchQuery:
    """A search from a file; ``kind`` is empty when the file names none."""

    query_id: str
    text: str
    kind: str = ""


@dataclass(frozen=True)
class RowError:
    """A row of a file that was left out, and why; rows count from 1."""

    row: int
    message: Bilingual


@dataclass(frozen=True)
class BatchQueries:
    """The searches in a file, and the rows that could not be read."""

    queries: tuple[BatchQuery, ...]
    errors: tuple[RowError, ...]


@dataclass(frozen=True)
class Placed:
    """A document in a ranking."""

    document_id: str
    score: float


def read_queries(path: Path) -> BatchQueries:
    """The searches in a jsonl file, ``{"query_id", "text"}`` a line (``_id`` and ``kind`` are known too).

    A row that cannot be read is reported and the rest goes on.

    Raises:
        QueryFileError: the file cannot be read, or is not UTF-8.
    """
    queries: dict[str, BatchQuery] = {}
    errors: list[RowError] = []
    for number, line in _lines(path):
        query = _query(line)
        if isinstance(query, BatchQuery) and query.query_id in queries:
            query = Bilingual("dit query_id kwam al voor", "this query_id is there already")
        if isinstance(query, BatchQuery):
            queries[query.query_id] = query
        else:
            errors.append(RowError(number, _in_row(path, number, query)))
    return BatchQueries(tuple(queries.values()), tuple(errors))


def write_run(path: Path, rankings: Mapping[str, Sequence[Placed]], *, tag: str) -> None:
    """Write rankings by query_id, each best first. The file is written beside and renamed.

    Scores have six decimals; one that would not be below the score before it is lowered by a millionth, so
    that programs that sort by score keep the order.
    """
    beside = path.with_name(f"{path.name}.tmp")
    with beside.open("w", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in run_lines(rankings, tag=tag))
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def run_lines(rankings: Mapping[str, Sequence[Placed]], *, tag: str) -> Iterator[str]:
    """The lines of a run."""
    for query_id, ranking in rankings.items():
        previous = None
        for rank, placed in enumerate(ranking, start=1):
            millionths = round(placed.score * 1_000_000)
            previous = millionths if previous is None else min(millionths, previous - 1)
            score = f"{previous / 1_000_000:.6f}"
            yield " ".join((coded(query_id), "Q0", coded(placed.document_id), str(rank), score, coded(tag)))


def read_run(path: Path) -> dict[str, list[Placed]]:
    """The rankings in a run file, in the order of their ranks.

    Raises:
        QueryFileError: the file cannot be read, or a line does not have six columns with numbers in place.
    """
    found: dict[str, list[tuple[int, Placed]]] = {}
    for number, line in _lines(path):
        try:
            query_id, _, document_id, rank, score, _ = line.split()
            placed = (int(rank), Placed(unquote(document_id), float(score)))
        except ValueError:
            reason = Bilingual("geen regel van een TREC-run", "no line of a TREC run")
            raise _unusable(_in_row(path, number, reason)) from None
        found.setdefault(unquote(query_id), []).append(placed)
    return {
        query_id: [placed for _, placed in sorted(ranking, key=lambda item: item[0])]
        for query_id, ranking in found.items()
    }


def json_rows(path: Path) -> Iterable[tuple[int, dict[str, Any]]]:
    """The objects in a jsonl file with their row, from 1.

    Raises:
        QueryFileError: the file cannot be read, or a row is no JSON object.
    """
    for number, line in _lines(path):
        row = _object(line)
        if row is None:
            raise _unusable(_in_row(path, number, _NO_OBJECT))
        yield number, row


def qrels_lines(qrels: Qrels) -> Iterator[str]:
    """The lines of a file with judgements, by query and document."""
    for query_id, judged in sorted(qrels.items()):
        for document_id, grade in sorted(judged.items()):
            yield f"{coded(query_id)} 0 {coded(document_id)} {grade}"


def read_trec_qrels(path: Path) -> dict[str, dict[str, int]]:
    """The judgements in a file in TREC format, by query and document.

    Raises:
        QueryFileError: the file cannot be read, or a line does not have four columns and a number at the end.
    """
    qrels: dict[str, dict[str, int]] = {}
    for number, line in _lines(path):
        try:
            query_id, _, document_id, grade = line.split()
            qrels.setdefault(unquote(query_id), {})[unquote(document_id)] = int(grade)
        except ValueError:
            reason = Bilingual("geen regel met een oordeel (TREC qrels)", "no line of TREC qrels")
            raise _unusable(_in_row(path, number, reason)) from None
    return qrels


def coded(word: str) -> str:
    """A number of a case or query as one word: whitespace and "%" in it become %XX."""
    return "".join(quote(letter, safe="") if letter == "%" or letter.isspace() else letter for letter in word)


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        with path.open(encoding="utf-8-sig") as file:
            yield from ((number, line) for number, line in enumerate(file, start=1) if line.strip())
    except (OSError, UnicodeDecodeError):
        raise QueryFileError(
            f"Het bestand '{path}' kan niet worden gelezen. Controleer of het er is en of het UTF-8 is.",
            f"The file '{path}' cannot be read. Check whether it is there and whether it is UTF-8.",
        ) from None


def _query(line: str) -> BatchQuery | Bilingual:
    row = _object(line)
    if row is None:
        return _NO_OBJECT
    query_id, text = row.get("query_id", row.get("_id")), row.get("text")
    if not isinstance(query_id, str | int) or not str(query_id).strip():
        return Bilingual("het veld 'query_id' ontbreekt", "the field 'query_id' is missing")
    if not isinstance(text, str) or not text.strip():
        return Bilingual("het veld 'text' ontbreekt of is leeg", "the field 'text' is missing or empty")
    metadata = row.get("metadata")
    kind = row.get("kind") or (metadata.get("kind") if isinstance(metadata, dict) else "")
    return BatchQuery(str(query_id), text, str(kind or ""))


def _object(line: str) -> dict[str, Any] | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return row if isinstance(row, dict) else None


def _in_row(path: Path, number: int, reason: Bilingual) -> Bilingual:
    return Bilingual(f"{path.name}, rij {number}: {reason.nl}.", f"{path.name}, row {number}: {reason.en}.")


def _unusable(message: Bilingual) -> QueryFileError:
    return QueryFileError(f"{message.nl} Herstel het bestand.", f"{message.en} Repair the file.")
