# SPDX-License-Identifier: EUPL-1.2
"""The evidence pack of a pattern: what a policy maker gets to read, chosen from the study and the safe cases.

Nothing is written here: every sentence stands in the register or in a case, every figure in the study. How
it looks is no business of this module (``search_app.dossier``).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date
from itertools import groupby

from casebase.pattern_vocabulary import PatternState
from casebase.record import PERSPECTIVE_FIELDS, SafeCase
from casebase.store import MemberRecord, PatternEventRecord
from casebase.vocabulary import Outcome
from patterns.dossier_quotes import Cited, Keys, PerspectiveColumn, meanwhile_of, perspective_columns
from patterns.dossier_stories import Story, story_of
from patterns.equal_treatment import ComparedPair, Ending
from patterns.errors import PatternError
from patterns.receipts import MonthCount
from patterns.size import Rung
from patterns.spread import Aspect, Spread
from patterns.study import PatternStudy

MOST_STORIES = 3

LONGEST_LISTS = 5
"""Pairs and counter-examples that are shown; how many there are is told."""


@dataclass(frozen=True)
class Detail:
    """How much is told of cases.

    smallest: fewest cases that a region, body, unit or function is named with; whole_years: whether months of
    receipt are left out; the figure then counts quarters.
    """

    smallest: int = 1
    whole_years: bool = False


@dataclass(frozen=True)
class Period:
    """Cases of the pattern from the first day of a month or quarter on; ``complete`` when it was over."""

    first_day: date
    months: int
    cases: int
    complete: bool


@dataclass(frozen=True)
class ValueShown:
    """One value of an aspect: cases of the pattern that have it, and whether that is more than usual."""

    value: str
    count: int
    stands_out: bool


@dataclass(frozen=True)
class SpreadShown:
    """One aspect as it is told; ``others`` are cases of values too small to be named."""

    aspect: Aspect
    values: tuple[ValueShown, ...]
    others: int
    unknown: int
    spread: Spread


@dataclass(frozen=True)
class HistoryStep:
    """The pattern came in a state on a day, and why."""

    day: date
    state: PatternState
    why: str


@dataclass(frozen=True)
class NotKnown:
    """What nobody knows: the counts that the limits are told with."""

    hidden: int
    deleted: int
    undated: int
    outcome_unknown: int
    unrated: int
    power: float
    counted_in_register: bool


@dataclass(frozen=True, repr=False)
class Dossier:
    """What the evidence pack says. ``cases`` are as coarse as the reader may have them, in order of receipt.

    regulations, principles: in how many cases each is named; within_rules: cases that were solved without
    departing from the rules; taken_out: cases that were in the pattern and turned out not to belong;
    pairs: the most telling pairs of like cases (all: ``study.treatment``).
    """

    study: PatternStudy
    detail: Detail
    cases: tuple[SafeCase, ...]
    maatwerkplaatsen: tuple[str, ...]
    regulations: tuple[tuple[str, int], ...]
    principles: tuple[tuple[str, int], ...]
    stories: tuple[Story, ...]
    perspectives: tuple[PerspectiveColumn, ...]
    periods: tuple[Period, ...]
    spread: tuple[SpreadShown, ...]
    within_rules: tuple[SafeCase, ...]
    taken_out: tuple[MemberRecord, ...]
    pairs: tuple[ComparedPair, ...]
    meanwhile: tuple[Cited, ...]
    history: tuple[HistoryStep, ...]
    not_known: NotKnown
    by_id: Mapping[str, SafeCase] = field(default_factory=dict)


class NoReleasedCasesError(PatternError):
    """A dossier without cases tells nothing."""

    def __init__(self, pattern_id: str) -> None:
        super().__init__(
            f"Patroon {pattern_id} heeft op deze dag geen vrijgegeven casussen. Zonder casussen is er geen "
            "dossier.",
            f"Pattern {pattern_id} has no released cases on this day. Without cases there is no pack.",
        )


class NotAStoryError(PatternError):
    """A chosen case does not belong to the pattern, or too many were chosen."""


def compose(
    study: PatternStudy,
    cases: Sequence[SafeCase],
    events: Sequence[PatternEventRecord],
    *,
    chosen: Sequence[str],
    keys: Keys,
    detail: Detail | None = None,
    edited: Mapping[str, str] | None = None,
) -> Dossier:
    """The evidence pack of a studied pattern.

    cases: its released cases, made as coarse as the reader may have them; events: its history;
    chosen: one to three cases whose story is told, ``edited`` another text for the situation of those.

    Raises:
        NoReleasedCasesError: there is no case.
        NotAStoryError: a chosen case is not among them, or there are more than three.
    """
    detail, pattern_id = detail or Detail(), study.file.record.pattern_id
    if not cases:
        raise NoReleasedCasesError(pattern_id)
    ordered = tuple(sorted(cases, key=_received))
    by_id = {case.case_id: case for case in ordered}
    _check_chosen(chosen, by_id, pattern_id)
    return Dossier(
        study=study,
        detail=detail,
        cases=ordered,
        maatwerkplaatsen=tuple(value for value, _ in _most_often([case.maatwerkplaats] for case in ordered)),
        regulations=_most_often(case.regulations for case in ordered),
        principles=_most_often(case.principles for case in ordered),
        stories=tuple(story_of(by_id[each], (edited or {}).get(each)) for each in chosen),
        perspectives=perspective_columns(ordered, keys),
        periods=_periods(study, detail),
        spread=tuple(_spread(each, detail) for each in study.spread),
        within_rules=tuple(case for case in ordered if _solved_within_rules(case)),
        taken_out=study.file.former,
        pairs=tuple(pair for pair in study.treatment.pairs if pair.ending is not Ending.UNKNOWN)[
            :LONGEST_LISTS
        ],
        meanwhile=meanwhile_of(ordered),
        history=_history(events, study.as_of),
        not_known=_not_known(study, ordered),
        by_id=by_id,
    )


def _check_chosen(chosen: Sequence[str], by_id: Mapping[str, SafeCase], pattern_id: str) -> None:
    if len(chosen) > MOST_STORIES:
        raise NotAStoryError(
            f"Kies ten hoogste {MOST_STORIES} verhalen.", f"Choose {MOST_STORIES} stories at most."
        )
    for number in chosen:
        if number not in by_id:
            raise NotAStoryError(
                f"Casus {number} zit op deze dag niet (vrijgegeven) in patroon {pattern_id}. Kies een casus "
                "van het patroon.",
                f"Case {number} is not (released) in pattern {pattern_id} on this day. Choose one that is.",
            )


def _received(case: SafeCase) -> tuple[date, str]:
    return case.received_on or date.max, case.case_id


def _most_often(values: Iterable[Iterable[str]]) -> tuple[tuple[str, int], ...]:
    counts = Counter(value for several in values for value in set(several) if value)
    return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))


def _periods(study: PatternStudy, detail: Detail) -> tuple[Period, ...]:
    months = study.trend.series
    if not detail.whole_years:
        return tuple(Period(each.first_day, 1, each.cases, each.complete) for each in months)
    quarters = [tuple(several) for _, several in groupby(months, _quarter)]
    return tuple(
        Period(
            several[0].first_day,
            len(several),
            sum(each.cases for each in several),
            all(each.complete for each in several),
        )
        for several in quarters
    )


def _quarter(month: MonthCount) -> tuple[int, int]:
    return month.first_day.year, (month.first_day.month - 1) // 3


def _spread(spread: Spread, detail: Detail) -> SpreadShown:
    smallest = 1 if spread.aspect is Aspect.REGULATION else detail.smallest
    shown = [each for each in spread.values if each.count >= smallest]
    return SpreadShown(
        aspect=spread.aspect,
        values=tuple(ValueShown(each.value, each.count, each.stands_out) for each in shown),
        others=spread.withheld + sum(each.count for each in spread.values if each.count < smallest),
        unknown=spread.unknown,
        spread=spread,
    )


def _solved_within_rules(case: SafeCase) -> bool:
    return case.outcome is Outcome.SOLVED and case.deviates_from_rules is False


def _history(events: Sequence[PatternEventRecord], as_of: date) -> tuple[HistoryStep, ...]:
    steps = [(event.at.astimezone(UTC).date(), event.to_state, event.why) for event in events]
    return tuple(HistoryStep(day, state, why) for day, state, why in steps if state and day <= as_of)


def _not_known(study: PatternStudy, cases: Sequence[SafeCase]) -> NotKnown:
    return NotKnown(
        hidden=study.file.hidden,
        deleted=study.file.deleted,
        undated=sum(case.received_on is None for case in cases),
        outcome_unknown=study.outcomes.unknown,
        unrated=sum(_without_all_ratings(case) for case in cases),
        power=study.trend.power,
        counted_in_register=any(step.rung is Rung.REGISTER for step in study.size),
    )


def _without_all_ratings(case: SafeCase) -> bool:
    return any(getattr(case, field).rating is None for field in PERSPECTIVE_FIELDS)
