# SPDX-License-Identifier: EUPL-1.2
"""What the page Patronen reads, kept in memory until something changes (keeps it with Streamlit)."""

from contextlib import suppress
from dataclasses import dataclass
from datetime import date

import streamlit as st

from casebase.bilingual import Bilingual, DatabankError
from casebase.pattern_vocabulary import PatternState
from patterns.reading import PatternFile
from patterns.states import ENDED
from patterns.study import PatternStudy
from search_app.databank import Databank
from search_app.pattern_bursts import PlacedBurst, placed_burst
from search_app.pattern_desk import PatternDesk
from search_app.pattern_finding import FoundPatterns
from search_app.ui import session
from search_app.ui.patterns_proposal import Proposal, proposal_of
from search_app.ui.patterns_rows import PatternRow, plain_rows, rows_of

_GOING_ON = tuple(state for state in PatternState if state not in ENDED)


@dataclass(frozen=True, repr=False)
class RegisterView:
    """All patterns as of a day, and why there are no figures when there are none."""

    rows: tuple[PatternRow, ...]
    problem: Bilingual | None = None


def register_view(databank: Databank, desk: PatternDesk, day: date | None) -> RegisterView:
    """The patterns as of an earlier day, or today; those that ended come without figures."""
    today = desk.today
    try:
        studies = databank.pattern_studies.all(day)
    except DatabankError as problem:
        files = desk.patterns(_GOING_ON) if day is None else []
        rows = plain_rows([*files, *_ended(desk, day, ())], day or today)
        return RegisterView(tuple(rows), problem.message)
    rows = rows_of(studies, day or today)
    rows += plain_rows(_ended(desk, day, studies), day or today)
    return RegisterView(tuple(rows))


def proposals_of(databank: Databank, desk: PatternDesk, found: FoundPatterns) -> list[Proposal]:
    """Proposals with their cases and the patterns that they look like."""
    cases = databank.released_among({each for one in found.patterns for each in one.group.case_ids})
    patterns = {file.record.pattern_id: file for file in desk.patterns(_GOING_ON)}
    numbers = found.numbers or (0,) * len(found.patterns)
    texts = {case_id: stored.case for case_id, stored in cases.items()}
    return [
        proposal_of(number, one, texts, patterns.get(one.pattern_id or ""))
        for number, one in zip(numbers, found.patterns, strict=True)
    ]


def found_patterns(databank: Databank, day: date | None) -> FoundPatterns | None:
    """What the last run left, None before any; or what a run would have found on an earlier day."""
    stamp = databank.pattern_finding.stamp()
    return _kept(stamp) if day is None else _found_on(day, stamp)


def placed_burst_of(databank: Databank, day: date | None) -> PlacedBurst | None:
    """Like cases that came in close together; None without, and while there is no usable index."""
    with suppress(DatabankError):
        return placed_burst(databank.pattern_studies, day)
    return None


def _ended(desk: PatternDesk, day: date | None, studies: tuple[PatternStudy, ...]) -> list[PatternFile]:
    if day is None:
        return desk.patterns(tuple(ENDED))
    going_on = {study.file.record.pattern_id for study in studies}
    others = [file.record.pattern_id for file in desk.patterns() if file.record.pattern_id not in going_on]
    return [file for each in others if (file := desk.pattern_as_of(each, day)) is not None]


@st.cache_resource(max_entries=2, show_spinner=False)
def _kept(stamp: int) -> FoundPatterns | None:
    return session.databank().pattern_finding.offered()


@st.cache_resource(max_entries=8, show_spinner=False)
def _found_on(day: date, stamp: int) -> FoundPatterns:
    return session.databank().pattern_finding.find(day)
