# SPDX-License-Identifier: EUPL-1.2
"""Writing a collection with judgements so that other programs can evaluate on it.

One folder in BEIR layout (``corpus.jsonl``, ``queries.jsonl``, ``qrels/test.tsv``), with the same judgements
in TREC format (``qrels.tsv``) beside it. Numbers are coded as in a TREC run, so that they are the same in all
of these files.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from casebase.bilingual import DatabankError
from casebase.durable import force_to_disk, write_durably
from casebase.record import SafeCase
from index.trec import BatchQuery, Qrels, coded, qrels_lines


class ExportError(DatabankError):
    """The folder cannot be written."""


def write_beir(folder: Path, cases: Sequence[SafeCase], queries: Sequence[BatchQuery], qrels: Qrels) -> None:
    """Write these four files; files with these names are replaced. Only their owner may read them.

    Raises:
        ExportError: the folder cannot be made or written.
    """
    files = {
        "corpus.jsonl": (_json({"_id": coded(c.case_id), "title": c.title, "text": _text(c)}) for c in cases),
        "queries.jsonl": (_json({"_id": coded(q.query_id), "text": q.text}) for q in queries),
        "qrels.tsv": qrels_lines(qrels),
        "qrels/test.tsv": _beir_qrels(qrels),
    }
    try:
        (folder / "qrels").mkdir(mode=0o700, parents=True, exist_ok=True)
        for name, lines in files.items():
            write_durably(folder / name, "".join(f"{line}\n" for line in lines).encode("utf-8"))
        force_to_disk(folder)
    except OSError:
        raise ExportError(
            f"In de map '{folder}' kan niet worden geschreven. Kies een andere map.",
            f"The folder '{folder}' cannot be written. Choose another folder.",
        ) from None


def _beir_qrels(qrels: Qrels) -> Iterator[str]:
    yield "query-id\tcorpus-id\tscore"
    for line in qrels_lines(qrels):
        query_id, _, document_id, grade = line.split(" ")
        yield f"{query_id}\t{document_id}\t{grade}"


def _text(case: SafeCase) -> str:
    return "\n\n".join(_parts(case.narrative().items()))


def _parts(fields: Iterable[tuple[str, str]]) -> list[str]:
    return [text for field, text in fields if field != "title" and text.strip()]


def _json(row: dict[str, str]) -> str:
    return json.dumps(row, ensure_ascii=False)
