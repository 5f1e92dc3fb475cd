# SPDX-License-Identifier: EUPL-1.2
"""What people say about the cases that they found: keeping it, counting, measuring with it, letting it go."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from casebase import store
from casebase.database import erase_deleted
from casebase.progress import Progress
from casebase.store import Forgotten, FoundWith, Grade, JudgedSearch, JudgementRecord, Shown
from index.alike import released_examples
from index.beir import write_beir
from index.feedback import FeedbackReport, evaluate_feedback, qrels_of
from index.hits import Band
from index.search import Searcher
from index.trec import BatchQuery
from search_app.alike_desk import cases_of, search_by
from search_app.parts import Clock, Parts

DEPTH = 1000
"""Cases in a ranking; one that was judged and stands lower counts as not found."""


@dataclass(frozen=True)
class FeedbackCounts:
    """How much was said: in all, by grade, and by band as shown (None: not known) and grade."""

    searches: int
    judgements: int
    people: int
    first: datetime | None
    last: datetime | None
    by_grade: Mapping[Grade, int]
    by_band: Mapping[Band | None, Mapping[Grade, int]]


@dataclass(frozen=True)
class Exported:
    """What was written: released cases, judged searches, and judged pairs of a search and a case."""

    cases: int
    searches: int
    pairs: int


class FeedbackDesk:
    """Judgements by one person, and what an administrator does with all of them."""

    def __init__(
        self,
        parts: Parts,
        *,
        actor: str,
        clock: Clock,
        searcher: Callable[[], Searcher],
        safe: Callable[[str], str],
    ) -> None:
        self._parts = parts
        self._actor = actor
        self._clock = clock
        self._searcher = searcher
        self._safe = safe

    def grades(self, text: str) -> Mapping[str, Grade]:
        """What this person said about the cases that a search found, by case number.

        ``text`` is the search without personal data, as the answer to it gives it; any other text is a search
        on which nothing was said.
        """
        with self._parts.session() as session:
            return store.grades_of(session, _line(text), actor=self._actor)

    def judge(self, text: str, case_id: str, grade: Grade | None, shown: Shown) -> None:
        """Keep what this person says about a case for a search; None takes it back.

        Personal data leaves the text first, also when the caller took it out before. The line of a search by
        cases (``alike_desk.search_by``) is kept as it is: it must name released cases and nothing else.

        Raises:
            UnknownCaseError: there is no released case with this number, or a search by cases names one that
                is not released.
        """
        self._refuse_unreleased(cases_of(text))
        manifest = self._searcher().manifest
        engine = f"{version('maatwerk-databank')}, index {manifest.format}"
        found_with = FoundWith(engine, manifest.model_id, manifest.revision)
        safe = _line(text) if cases_of(text) else self._safe(text)
        with self._parts.writing() as session:
            store.judge_case(
                session,
                safe,
                case_id,
                grade,
                shown=shown,
                found_with=found_with,
                actor=self._actor,
                now=self._clock(),
            )

    def _refuse_unreleased(self, case_ids: Sequence[str]) -> None:
        """What stands in an address may be anything; only numbers of cases are kept."""
        if case_ids:
            with self._parts.session() as session:
                released_examples(session, case_ids)

    def counts(self) -> FeedbackCounts:
        """How much was said, also about cases that are not released now."""
        with self._parts.session() as session:
            return _counts(store.judged_searches(session, released_only=False))

    def forget(self, person: str) -> Forgotten:
        """Remove all that somebody said, and searches on which nothing is left."""
        with self._parts.writing() as session:
            gone = store.forget_judgements_of(session, person, actor=self._actor, now=self._clock())
        erase_deleted(self._parts.engine)
        return gone

    def forget_before(self, moment: datetime) -> Forgotten:
        """Remove what was said before a moment, and searches on which nothing is left."""
        with self._parts.writing() as session:
            gone = store.forget_judgements_before(session, moment, actor=self._actor, now=self._clock())
        erase_deleted(self._parts.engine)
        return gone

    def evaluate(self, progress: Progress | None = None) -> FeedbackReport:
        """How good searching is by what was said, with the model and the index of now.

        Searches by cases of which one is no longer released cannot be done again and do not count.
        """
        searcher = self._searcher()
        with self._parts.session() as session:
            released = frozenset(store.released_ids(session))
            searches = [
                search
                for search in store.judged_searches(session)
                if released.issuperset(cases_of(search.text))
            ]
            return evaluate_feedback(
                searches,
                lambda text: [
                    placed.document_id
                    for placed in searcher.ranking(
                        session, text, case_ids=cases_of(text), limit=DEPTH, stale_ok=True
                    )
                ],
                model_id=searcher.manifest.model_id,
                progress=progress,
            )

    def export(self, folder: Path) -> Exported:
        """Write released cases, judged searches and judgements, without names, as a BEIR folder.

        Searches by cases have no text that another program could search for, and are left out.

        Raises:
            ExportError: the folder cannot be written.
        """
        with self._parts.session() as session:
            cases = list(store.get_cases(session, store.released_ids(session)).values())
            judged = store.judged_searches(session)
        searches = [search for search in judged if not cases_of(search.text)]
        qrels = qrels_of(searches)
        queries = [BatchQuery(str(search.search_id), search.text) for search in searches]
        write_beir(folder, [stored.case for stored in cases], queries, qrels)
        return Exported(len(cases), len(searches), sum(map(len, qrels.values())))


def _line(text: str) -> str:
    """A search as it is kept: the order of cases does not make it another one."""
    return search_by(cases_of(text)) if cases_of(text) else text


def _counts(searches: list[JudgedSearch]) -> FeedbackCounts:
    given = [judgement for search in searches for judgement in search.judgements]
    moments = [judgement.at for judgement in given]
    by_band = {band: _by_grade(j for j in given if j.band == band) for band in (*Band, None)}
    return FeedbackCounts(
        searches=len(searches),
        judgements=len(given),
        people=len({judgement.actor for judgement in given}),
        first=min(moments, default=None),
        last=max(moments, default=None),
        by_grade=_by_grade(given),
        by_band={band: counts for band, counts in by_band.items() if any(counts.values())},
    )


def _by_grade(judgements: Iterable[JudgementRecord]) -> dict[Grade, int]:
    counted = Counter(judgement.grade for judgement in judgements)
    return {grade: counted[grade] for grade in Grade}
