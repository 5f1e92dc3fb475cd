# SPDX-License-Identifier: EUPL-1.2
"""The coordinator's figures: what came in, how complete it is, and what became of the signals."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median

from casebase.bilingual import Bilingual
from casebase.pattern_vocabulary import PatternState
from casebase.vocabulary import Level, Nature, Outcome, Term
from patterns.exact import Interval, wilson
from patterns.periods import Period

NOT_FILLED_IN = Bilingual("Niet ingevuld", "Not filled in")
OTHER_OFFICES = Bilingual("Overige", "Other")


@dataclass(frozen=True)
class CaseLine:
    """Of one case what is counted; None where the registration does not tell. Holds no text of the case."""

    received_on: date | None
    office: str | None
    nature: Nature | None
    level: Level | None
    outcome: Outcome
    has_perspectives: bool
    has_reasoning: bool


@dataclass(frozen=True)
class SignalLine:
    """Of one pattern: its state, since when, and by when submitters still have to hear."""

    pattern_id: str
    state: PatternState
    since: date
    answer_due: date | None = None


@dataclass(frozen=True)
class Count:
    """A label and how many cases it holds."""

    label: Bilingual
    count: int


@dataclass(frozen=True)
class PeriodCount:
    """Cases received in the period that begins on ``first_day``; ``complete``: its last day is counted."""

    first_day: date
    count: int
    complete: bool


@dataclass(frozen=True)
class Completeness:
    """Of how many cases a part is filled in; the share (0 to 1) with Wilson's 95% interval."""

    part: Bilingual
    count: int
    total: int
    share: Interval


@dataclass(frozen=True)
class OfficeCount:
    """Cases of one office, or of all that are too small to be named (``offices`` says how many that are)."""

    label: Bilingual
    count: int
    offices: int
    with_outcome: int


@dataclass(frozen=True)
class StateCount:
    """Signals in one state: how many, and for how long (days) half of them and the oldest are in it."""

    state: PatternState
    count: int
    median_days: float
    oldest_days: int


@dataclass(frozen=True)
class Overdue:
    """A pattern whose submitters should have heard ``days`` ago."""

    pattern_id: str
    state: PatternState
    days: int


@dataclass(frozen=True)
class Figures:
    """All figures as of one day. ``without_date``: cases whose date of receipt is unknown (in no period)."""

    as_of: date
    cases: int
    periods: tuple[PeriodCount, ...]
    without_date: int
    natures: tuple[Count, ...]
    levels: tuple[Count, ...]
    outcomes: tuple[Count, ...]
    completeness: tuple[Completeness, ...]
    offices: tuple[OfficeCount, ...]
    signals: tuple[StateCount, ...]
    overdue: tuple[Overdue, ...]


def figures(
    cases: Sequence[CaseLine],
    signals: Sequence[SignalLine],
    as_of: date,
    period: Period = Period.QUARTER,
    office_minimum: int = 5,
) -> Figures:
    """The figures as of a day; cases received later are left out, those without a date are not.

    office_minimum: cases that an office needs to be named (k); smaller ones are taken together, and with
    them the smallest large ones until it is two offices and k cases at least, since a rest of one office
    would name it after all (secondary suppression: Hundepool et al. 2012, Statistical Disclosure Control).
    """
    lines = [case for case in cases if case.received_on is None or case.received_on <= as_of]
    return Figures(
        as_of=as_of,
        cases=len(lines),
        periods=_periods([case.received_on for case in lines if case.received_on], as_of, period),
        without_date=sum(case.received_on is None for case in lines),
        natures=_terms([case.nature for case in lines], Nature),
        levels=_terms([case.level for case in lines], Level),
        outcomes=_terms([case.outcome for case in lines], Outcome),
        completeness=_completeness(lines),
        offices=_offices(lines, office_minimum),
        signals=_states(signals, as_of),
        overdue=_overdue(signals, as_of),
    )


def _periods(received: Sequence[date], as_of: date, period: Period) -> tuple[PeriodCount, ...]:
    months = {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}[period]
    counts = Counter((day.year * 12 + day.month - 1) // months for day in received)
    if not counts:
        return ()
    tomorrow = as_of + timedelta(days=1)
    now = (as_of.year * 12 + as_of.month - 1) // months
    return tuple(
        PeriodCount(
            _first_day(number * months), counts[number], _first_day((number + 1) * months) <= tomorrow
        )
        for number in range(min(counts), now + 1)
    )


def _first_day(month: int) -> date:
    return date(month // 12, month % 12 + 1, 1)


def _terms(values: Sequence[Term | None], terms: type[Term]) -> tuple[Count, ...]:
    counts = Counter(values)
    listed = [Count(term.label, counts[term]) for term in terms]
    return (*listed, Count(NOT_FILLED_IN, counts[None])) if counts[None] else tuple(listed)


_PARTS: tuple[tuple[Bilingual, Callable[[CaseLine], bool]], ...] = (
    (Bilingual("Afloop bekend", "Outcome known"), lambda case: case.outcome is not Outcome.UNKNOWN),
    (Bilingual("Perspectieven ingevuld", "Perspectives filled in"), lambda case: case.has_perspectives),
    (Bilingual("Motivering ingevuld", "Reasoning filled in"), lambda case: case.has_reasoning),
)


def _completeness(cases: Sequence[CaseLine]) -> tuple[Completeness, ...]:
    filled = [(part, sum(has(case) for case in cases)) for part, has in _PARTS]
    return tuple(Completeness(part, count, len(cases), wilson(count, len(cases))) for part, count in filled)


def _offices(cases: Sequence[CaseLine], minimum: int) -> tuple[OfficeCount, ...]:
    by_office: defaultdict[str, list[CaseLine]] = defaultdict(list)
    for case in cases:
        if case.office is not None:
            by_office[case.office].append(case)
    ordered = sorted(by_office.items(), key=lambda item: (-len(item[1]), item[0]))
    named = _how_many_named([len(lines) for _, lines in ordered], minimum)
    rest = [case for _, lines in ordered[named:] for case in lines]
    unknown = [case for case in cases if case.office is None]
    told = [_office(Bilingual(name, name), lines, 1) for name, lines in ordered[:named]]
    together = [(OTHER_OFFICES, rest, len(ordered) - named), (NOT_FILLED_IN, unknown, 0)]
    return (*told, *(_office(label, lines, number) for label, lines, number in together if lines))


def _how_many_named(sizes: Sequence[int], minimum: int) -> int:
    named = sum(size >= minimum for size in sizes)
    while 0 < named < len(sizes) and (len(sizes) - named < 2 or sum(sizes[named:]) < minimum):
        named -= 1
    return named


def _office(label: Bilingual, cases: Sequence[CaseLine], offices: int) -> OfficeCount:
    known = sum(case.outcome is not Outcome.UNKNOWN for case in cases)
    return OfficeCount(label, len(cases), offices, known)


def _states(signals: Sequence[SignalLine], as_of: date) -> tuple[StateCount, ...]:
    ages: defaultdict[PatternState, list[int]] = defaultdict(list)
    for signal in signals:
        ages[signal.state].append((as_of - signal.since).days)
    return tuple(
        StateCount(state, len(ages[state]), float(median(ages[state])), max(ages[state]))
        for state in PatternState
        if state in ages
    )


def _overdue(signals: Sequence[SignalLine], as_of: date) -> tuple[Overdue, ...]:
    due = [(signal, signal.answer_due) for signal in signals if signal.answer_due is not None]
    ordered = sorted((one for one in due if one[1] < as_of), key=lambda item: (item[1], item[0].pattern_id))
    return tuple(Overdue(signal.pattern_id, signal.state, (as_of - day).days) for signal, day in ordered)
