# SPDX-License-Identifier: EUPL-1.2
"""Many searches at once, for measuring."""

from dataclasses import dataclass
from pathlib import Path

from casebase.bilingual import Bilingual
from casebase.filters import SearchFilters
from casebase.progress import NoProgress, Progress
from index.trec import read_queries, write_run
from search_app.databank import Databank

RUN_TAG = "databank"


@dataclass(frozen=True)
class BatchReport:
    """How many searches were answered, and which lines were left out and why."""

    searched: int
    rejected: tuple[Bilingual, ...]


def search_batch(
    databank: Databank,
    queries_file: Path,
    run_file: Path,
    *,
    filters: SearchFilters = SearchFilters(),
    limit: int = 1000,
    progress: Progress | None = None,
) -> BatchReport:
    """Answer every search of a JSONL file and write the rankings as a TREC run.

    Raises:
        DatabankError: the file cannot be read, or there is no index that can serve.
    """
    told = progress or NoProgress()
    batch = read_queries(queries_file)
    searcher = databank.searcher()
    told.start(len(batch.queries))
    rankings = {}
    with databank.session() as session:
        for query in batch.queries:
            text = databank.safe_query(query.text).text
            rankings[query.query_id] = searcher.ranking(session, text, filters=filters, limit=limit)
            told.advance()
    write_run(run_file, rankings, tag=RUN_TAG)
    return BatchReport(len(rankings), tuple(error.message for error in batch.errors))
