# SPDX-License-Identifier: EUPL-1.2
"""What the board and the list tell of a pattern, and which patterns they show in which order."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import PatternAction, PatternState
from casebase.store import PatternEventRecord
from patterns.news import News
from patterns.reading import PatternFile
from patterns.receipts import MonthCount
from patterns.states import ENDED
from patterns.study import PatternStudy
from patterns.trend import Verdict
from search_app.pattern_bursts import PlacedBurst
from search_app.ui.patterns_address import Column, PatternsView

MONTHS = 12
"""Months that the bars show."""

_ORDER = {state: place for place, state in enumerate(PatternState)}
_VERDICTS = {
    verdict: place
    for place, verdict in enumerate((Verdict.GROWING, Verdict.FALLING, Verdict.STEADY, Verdict.TOO_FEW))
}


@dataclass(frozen=True, repr=False)
class PatternRow:
    """One pattern on the board and in the list, as of the day that is looked at.

    ``trend`` tells what the figures say, None for a pattern that ended or where there are no figures;
    ``months`` are the cases of the last months; ``news`` is how much is new for whoever looks, ``offers``
    how many cases may belong to it.
    """

    pattern_id: str
    name: str
    state: PatternState
    cases: int
    owner: str
    addressee: str
    answer_due: date | None
    action_due: date | None
    overdue: bool
    trend: Verdict | None = None
    emerging: bool = False
    reason: Bilingual | None = None
    months: tuple[MonthCount, ...] = ()
    news: int = 0
    offers: int = 0


@dataclass(frozen=True, repr=False)
class Signals:
    """What came in that the patterns do not tell themselves.

    ``news`` for whoever looks; ``offers``: how many cases may belong to a pattern, by its number; ``burst``:
    like cases that came in close together; ``proposal``: the proposal that holds these where no pattern
    does, by name and number (0 for one that was not kept).
    """

    news: tuple[News, ...] = ()
    offers: Mapping[str, int] = field(default_factory=dict)
    burst: PlacedBurst | None = None
    proposal: tuple[str, int] | None = None


def rows_of(studies: Iterable[PatternStudy], day: date) -> list[PatternRow]:
    """A row for every studied pattern."""
    return [_row(study.file, day, study) for study in studies]


def plain_rows(files: Iterable[PatternFile], day: date) -> list[PatternRow]:
    """Rows without figures: of patterns that ended, or while the figures are not there."""
    return [_row(file, day, None) for file in files]


def with_signals(rows: Iterable[PatternRow], signals: Signals) -> list[PatternRow]:
    """The same rows with what is new, what may belong to them, and the burst that one of them holds."""
    new = _news_of(signals.news)
    told = [
        replace(row, news=new.get(row.pattern_id, 0), offers=signals.offers.get(row.pattern_id, 0))
        for row in rows
    ]
    held = signals.burst
    if held is None:
        return told
    return [_with_burst(row, held.burst.reason) if row.pattern_id == held.pattern_id else row for row in told]


def by_column(rows: Iterable[PatternRow]) -> dict[PatternState, list[PatternRow]]:
    """The patterns that go on, by column of the board, what needs attention first.

    What was reopened stands where it begins anew: with what was signalled.
    """
    columns: dict[PatternState, list[PatternRow]] = {
        state: [] for state in PatternState if state not in ENDED and state is not PatternState.REOPENED
    }
    for row in sorted(rows, key=_attention):
        if row.state not in ENDED:
            columns[PatternState.SIGNALLED if row.state is PatternState.REOPENED else row.state].append(row)
    return columns


def ended(rows: Iterable[PatternRow]) -> list[PatternRow]:
    """The patterns that came to an end, by how they ended."""
    return sorted(
        (row for row in rows if row.state in ENDED), key=lambda row: (_ORDER[row.state], row.pattern_id)
    )


def overdue(rows: Iterable[PatternRow]) -> list[PatternRow]:
    """The patterns of which the submitters should have heard, longest overdue first."""
    return sorted(
        (row for row in rows if row.overdue and row.answer_due),
        key=lambda row: (row.answer_due, row.pattern_id),
    )


def chosen(rows: Iterable[PatternRow], view: PatternsView) -> list[PatternRow]:
    """The rows of the list: those that meet the conditions of the view, in its order; ties by number."""
    wanted = [
        row
        for row in rows
        if (row.state is view.state if view.state else row.state not in ENDED)
        and (not view.owner or row.owner == view.owner)
        and (not view.overdue or row.overdue)
    ]
    by_number = sorted(wanted, key=lambda row: row.pattern_id)
    known = [row for row in by_number if _KEYS[view.sort](row) is not None]
    known.sort(key=_KEYS[view.sort], reverse=view.descending)
    return known + [row for row in by_number if _KEYS[view.sort](row) is None]


def owners(rows: Iterable[PatternRow]) -> list[str]:
    """Everybody who owns a pattern."""
    return sorted({row.owner for row in rows if row.owner}, key=str.casefold)


_KEYS: Mapping[Column, Callable[[PatternRow], Any]] = {
    Column.DUE: lambda row: row.answer_due,
    Column.NAME: lambda row: row.name.casefold(),
    Column.STATE: lambda row: _ORDER[row.state],
    Column.CASES: lambda row: row.cases,
    Column.TREND: lambda row: None if row.trend is None else (not row.emerging, _VERDICTS[row.trend]),
    Column.OWNER: lambda row: row.owner.casefold() or None,
    Column.ADDRESSEE: lambda row: row.addressee.casefold() or None,
}


def events_of(news: News) -> list[PatternEventRecord]:
    """What others did; that they added cases is left out where the new cases are told themselves."""
    return [event for event in news.events if not (news.case_ids and event.action is PatternAction.ADDED)]


def _with_burst(row: PatternRow, why: Bilingual) -> PatternRow:
    also = row.reason if row.emerging else None
    reason = Bilingual(f"{why.nl} {also.nl}", f"{why.en} {also.en}") if also else why
    return replace(row, emerging=True, reason=reason)


def _row(file: PatternFile, day: date, study: PatternStudy | None) -> PatternRow:
    record = file.record
    trend = study.trend if study else None
    return PatternRow(
        pattern_id=record.pattern_id,
        name=record.name,
        state=record.state,
        cases=len(file.members),
        owner=record.owner,
        addressee=record.addressee,
        answer_due=record.answer_due,
        action_due=record.action_due,
        overdue=file.overdue(day),
        trend=trend.verdict if trend else None,
        emerging=bool(trend and trend.emerging),
        reason=trend.reason if trend else None,
        months=trend.series[-MONTHS:] if trend else (),
    )


def _news_of(news: Sequence[News]) -> dict[str, int]:
    return {
        each.saved.pattern_id: len(each.case_ids) + len(events_of(each))
        for each in news
        if each.saved.pattern_id and each.any
    }


def _attention(row: PatternRow) -> tuple[bool, bool, bool, date, str]:
    return (not row.overdue, not row.emerging, not row.news, row.answer_due or date.max, row.pattern_id)
