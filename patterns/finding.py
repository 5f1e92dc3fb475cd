# SPDX-License-Identifier: EUPL-1.2
"""Proposals with all that a person needs to judge them: label, cases, trend, spread, outcomes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from casebase.bilingual import Bilingual
from casebase.record import SafeCase
from casebase.vocabulary import Outcome
from index.collection import Collection
from index.dutch import Analysis
from patterns.coincidence import Background, background, coincides_with
from patterns.labels import Label, StandingRuns, label, standing_runs, standing_share
from patterns.matching import continued, named, recognised
from patterns.proposals import Group, propose
from patterns.receipts import PatternReceipts, Receipt
from patterns.spread import Aspect, Spread, spreads
from patterns.trend import Trend, trends

CENTRAL = 3
"""Cases that are shown first: those that have most in common with the others."""


@dataclass(frozen=True, repr=False)
class Earlier:
    """A proposal of an earlier run; ``refused`` when somebody said that it is no pattern."""

    name: str
    case_ids: tuple[str, ...]
    refused: bool = False


@dataclass(frozen=True, repr=False)
class Registered:
    """A pattern in the register, with the label that people gave it."""

    case_ids: tuple[str, ...]
    label: str = ""
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, repr=False)
class FoundPattern:
    """A proposal; ``name`` stays the same run after run.

    ``pattern_id`` is the registered pattern that it looks like.

    ``central`` are its most typical cases; ``outcomes`` counts cases by outcome; ``coincides`` tells what
    besides the problem the cases share.
    """

    name: str
    pattern_id: str | None
    group: Group
    label: Label
    central: tuple[str, ...]
    coincides: tuple[Bilingual, ...]
    first_seen: date | None
    last_seen: date | None
    trend: Trend
    spread: tuple[Spread, ...]
    outcomes: Mapping[str, int]

    @property
    def diverging(self) -> bool:
        """Whether cases of the group ended both well and badly."""
        return Outcome.SOLVED.value in self.outcomes and Outcome.NOT_SOLVED.value in self.outcomes


def find_patterns(
    collection: Collection,
    cases: Sequence[SafeCase],
    analysis: Analysis,
    *,
    as_of: date,
    earlier: Sequence[Earlier] = (),
    registered: Mapping[str, Registered] | None = None,
) -> tuple[FoundPattern, ...]:
    """The proposals over the given cases, largest first; those that somebody refused are left out.

    Cases that came in after ``as_of`` do not count; those without a day do.

    Raises:
        ProposalFileError: the file with the numbers is missing or damaged.
    """
    known = {case.case_id: case for case in cases if case.received_on is None or case.received_on <= as_of}
    rows = np.array(sorted(collection.row_of[each] for each in known if each in collection.row_of))
    open_ones = [each for each in earlier if not each.refused]
    groups = propose(collection, rows=rows.astype(np.int64), earlier=[each.case_ids for each in open_ones])
    refused = {each.name: each.case_ids for each in earlier if each.refused}
    left_out = continued(refused, [group.case_ids for group in groups])
    groups = tuple(group for group, name in zip(groups, left_out, strict=True) if name is None)
    told = _Told(collection, known, analysis, as_of, registered or {})
    names = named({each.name: each.case_ids for each in open_ones}, _members(groups), taken=set(refused))
    return told.found(groups, names)


class _Told:
    """What is told of groups in one collection."""

    def __init__(
        self,
        collection: Collection,
        cases: Mapping[str, SafeCase],
        analysis: Analysis,
        as_of: date,
        registered: Mapping[str, Registered],
    ) -> None:
        self._collection, self._cases, self._analysis = collection, cases, analysis
        self._as_of, self._registered = as_of, registered

    def found(self, groups: Sequence[Group], names: Sequence[str]) -> tuple[FoundPattern, ...]:
        recognised_as = recognised(
            {number: each.case_ids for number, each in self._registered.items()}, _members(groups)
        )
        standing = standing_runs(self._distinct(), self._analysis) if groups else frozenset()
        usual = background(list(self._cases.values()))
        trend_of = {each.pattern_id: each for each in self._trends(groups, names)}
        spread_of = self._spreads(groups, names)
        return tuple(
            self._one(group, name, number, standing, usual, trend_of[name], spread_of[name])
            for group, name, number in zip(groups, names, recognised_as, strict=True)
        )

    def _one(
        self,
        group: Group,
        name: str,
        pattern_id: str | None,
        standing: StandingRuns,
        usual: Background,
        trend: Trend,
        spread: tuple[Spread, ...],
    ) -> FoundPattern:
        cases = [self._cases[each] for each in group.case_ids]
        days = [case.received_on for case in cases if case.received_on]
        shares = [standing_share(case, self._analysis, standing) for case in cases] if standing else []
        return FoundPattern(
            name=name,
            pattern_id=pattern_id,
            group=group,
            label=self._label(cases, pattern_id, standing),
            central=group.case_ids[:CENTRAL],
            coincides=coincides_with(cases, usual, shares),
            first_seen=min(days, default=None),
            last_seen=max(days, default=None),
            trend=trend,
            spread=spread,
            outcomes=dict(sorted(Counter((case.outcome or Outcome.UNKNOWN).value for case in cases).items())),
        )

    def _label(self, cases: Sequence[SafeCase], pattern_id: str | None, standing: StandingRuns) -> Label:
        """The label of people where there is one, else that of the words."""
        given = self._registered[pattern_id] if pattern_id else Registered(())
        if given.label:
            return Label(given.label, given.terms)
        return label(cases, self._collection.words[None], self._analysis, standing)

    def _trends(self, groups: Sequence[Group], names: Sequence[str]) -> Sequence[Trend]:
        inflow = [case.received_on for case in self._cases.values() if case.received_on]
        watched = [
            PatternReceipts(name, tuple(_receipts([self._cases[each] for each in group.case_ids])))
            for group, name in zip(groups, names, strict=True)
        ]
        return trends(watched, inflow, self._as_of)

    def _spreads(self, groups: Sequence[Group], names: Sequence[str]) -> dict[str, tuple[Spread, ...]]:
        members = {name: group.case_ids for group, name in zip(groups, names, strict=True)}
        found: dict[str, list[Spread]] = {name: [] for name in names}
        for each in spreads(members, _aspects(self._cases)):
            found[each.pattern_id].append(each)
        return {name: tuple(several) for name, several in found.items()}

    def _distinct(self) -> list[SafeCase]:
        """The cases without their near-duplicates."""
        ids, leaders = self._collection.case_ids, self._collection.leaders.tolist()
        leads = {
            ids[leaders[row]]: ids[row] for row in range(len(ids) - 1, -1, -1) if ids[row] in self._cases
        }
        return [self._cases[case_id] for case_id in sorted(leads.values())]


def _members(groups: Sequence[Group]) -> list[tuple[str, ...]]:
    return [group.case_ids for group in groups]


def _receipts(cases: Sequence[SafeCase]) -> list[Receipt]:
    return [
        Receipt(case.received_on, case.submitter_unit.strip() or case.maatwerkplaats.strip() or None)
        for case in cases
        if case.received_on
    ]


def _aspects(cases: Mapping[str, SafeCase]) -> dict[Aspect, dict[str, tuple[str, ...]]]:
    return {
        Aspect.REGION: {each: _filled(case.maatwerkplaats) for each, case in cases.items()},
        Aspect.BODY: {each: _filled(case.submitter_organisation) for each, case in cases.items()},
        Aspect.UNIT: {each: _filled(case.submitter_unit) for each, case in cases.items()},
        Aspect.FUNCTION: {each: _filled(case.submitter_role) for each, case in cases.items()},
        Aspect.REGULATION: {each: case.regulations for each, case in cases.items()},
    }


def _filled(text: str) -> tuple[str, ...]:
    return (text.strip(),) if text.strip() else ()
