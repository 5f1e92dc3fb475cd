# SPDX-License-Identifier: EUPL-1.2
"""News, offers and bursts for the page Patronen, which never waits for them (keeps them with Streamlit)."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from time import monotonic

import streamlit as st

from casebase.bilingual import DatabankError
from patterns.bursts import Burst, holder
from patterns.news import News
from search_app.databank import Databank
from search_app.pattern_desk import PatternDesk
from search_app.ui import patterns_data, session
from search_app.ui.patterns_rows import Signals

FRESH_SECONDS = 60.0
"""How long news is good; other changes of the databank show at once."""

MOST_KEPT = 200


@dataclass
class _Kept:
    told: Signals
    stamp: int
    at: float
    good: bool = True


@dataclass
class _Memory:
    # By person and day, the oldest first.
    known: dict[tuple[str, date | None], _Kept] = field(default_factory=dict)


def drawn_with_signals(
    databank: Databank, desk: PatternDesk, day: date | None, draw: Callable[[Signals], None]
) -> Signals:
    """Draw at once with what is known, and once more when there turns out to be something else.

    Looking it up takes seconds after a change of the cases; until then what was known before is shown.
    """
    kept = _memory().known.get((session.actor(), day))
    if kept is None or not _is_fresh(kept, databank):
        draw(kept.told if kept else Signals())
        return _looked_up(databank, desk, day, kept, draw)
    draw(kept.told)
    return kept.told


def forget_news() -> None:
    """Look up anew what is new, because somebody saw it or did something."""
    for (actor, _), kept in _memory().known.items():
        if actor == session.actor():
            kept.good = False


def _is_fresh(kept: _Kept, databank: Databank) -> bool:
    young = monotonic() - kept.at < FRESH_SECONDS
    return kept.good and young and kept.stamp == databank.pattern_finding.stamp()


def _looked_up(
    databank: Databank,
    desk: PatternDesk,
    day: date | None,
    before: _Kept | None,
    draw: Callable[[Signals], None],
) -> Signals:
    stamp = databank.pattern_finding.stamp()
    told = _signals(databank, desk, day)
    known = _memory().known
    known.pop((session.actor(), day), None)
    known[session.actor(), day] = _Kept(told, stamp, monotonic())
    while len(known) > MOST_KEPT:
        known.pop(next(iter(known)), None)
    if told != (before.told if before else Signals()):
        draw(told)
    return told


def _signals(databank: Databank, desk: PatternDesk, day: date | None) -> Signals:
    burst = patterns_data.placed_burst_of(databank, day)
    proposal = _proposal_with(databank, burst.burst, day) if burst and burst.pattern_id is None else None
    if day is not None:
        return Signals((), {}, burst, proposal)
    return Signals(_news(desk), _offers(databank), burst, proposal)


def _news(desk: PatternDesk) -> tuple[News, ...]:
    with suppress(DatabankError):
        return tuple(each for each in desk.news() if each.any)
    return ()


def _offers(databank: Databank) -> Mapping[str, int]:
    with suppress(DatabankError):
        return {number: len(each) for number, each in databank.pattern_offers.all().items() if each}
    return {}


def _proposal_with(databank: Databank, burst: Burst, day: date | None) -> tuple[str, int] | None:
    """Name and number of the proposal that holds a burst."""
    run = patterns_data.found_patterns(databank, day)
    if run is None:
        return None
    place = holder(burst, [each.group.case_ids for each in run.patterns])
    if place is None:
        return None
    return run.patterns[place].name, run.numbers[place] if run.numbers else 0


@st.cache_resource(show_spinner=False)
def _memory() -> _Memory:
    return _Memory()
