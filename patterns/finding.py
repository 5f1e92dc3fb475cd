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
from patterns.case_traits import aspects_of, receipts_of
from patterns.coincidence import Background, background, coincides_with, mostly_standing
from patterns.labels import Label, ReadCase, label_of, read_case
from patterns.matching import continued, named, recognised
from patterns.proposals import Group, propose
from patterns.receipts import PatternReceipts
from patterns.spread import Spread, spreads
from patterns.standing import StandingRuns, standing_runs
from patterns.topics import load_topics
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
    besides the problem the cases share; ``standing`` counts cases that are mostly standard sentences.
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
    standing: int = 0

    @property
    def diverging(self) -> bool:
        """Whether cases of the group ended both well and badly."""
        return Outcome.SOLVED.value in self.outcomes and Outcome.NOT_SOLVED.value in self.outcomes


@dataclass(frozen=True, repr=False)
class KeptProposal:
    """A proposal as a run left it; ``standing`` as in ``FoundPattern``."""

    name: str
    pattern_id: str | None
    group: Group
    label: Label
    standing: int = 0


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


def tell_kept(
    kept: Sequence[KeptProposal], cases: Sequence[SafeCase], *, as_of: date
) -> tuple[FoundPattern, ...]:
    """Proposals that a run left, told with the cases as they are now; nothing is looked for anew.

    ``cases`` are those of the whole collection; all cases of the proposals are among them.
    """
    known = {case.case_id: case for case in cases}
    usual = background(cases)
    groups, names = [each.group for each in kept], [each.name for each in kept]
    trend_of = {each.pattern_id: each for each in _trends(groups, names, known, as_of)}
    spread_of = _spreads(groups, names, known)
    return tuple(
        _told(
            [known[case] for case in each.group.case_ids],
            each,
            usual,
            trend_of[each.name],
            spread_of[each.name],
        )
        for each in kept
    )


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
        kept = [
            self._one(group, name, number, standing)
            for group, name, number in zip(groups, names, recognised_as, strict=True)
        ]
        return tell_kept(kept, list(self._cases.values()), as_of=self._as_of)

    def _one(self, group: Group, name: str, pattern_id: str | None, standing: StandingRuns) -> KeptProposal:
        topics = load_topics()
        read = [read_case(self._cases[each], self._analysis, standing, topics) for each in group.case_ids]
        words = self._label(read, pattern_id)
        return KeptProposal(name, pattern_id, group, words, mostly_standing([each.standing for each in read]))

    def _label(self, cases: Sequence[ReadCase], pattern_id: str | None) -> Label:
        """The label of people where there is one, else that of the words."""
        given = self._registered[pattern_id] if pattern_id else Registered(())
        if given.label:
            return Label(given.label, given.terms)
        return label_of(cases, self._collection.words[None])

    def _distinct(self) -> list[SafeCase]:
        """The cases without their near-duplicates."""
        ids, leaders = self._collection.case_ids, self._collection.leaders.tolist()
        leads = {
            ids[leaders[row]]: ids[row] for row in range(len(ids) - 1, -1, -1) if ids[row] in self._cases
        }
        return [self._cases[case_id] for case_id in sorted(leads.values())]


def _told(
    cases: Sequence[SafeCase], kept: KeptProposal, usual: Background, trend: Trend, spread: tuple[Spread, ...]
) -> FoundPattern:
    days = [case.received_on for case in cases if case.received_on]
    return FoundPattern(
        name=kept.name,
        pattern_id=kept.pattern_id,
        group=kept.group,
        label=kept.label,
        central=kept.group.case_ids[:CENTRAL],
        coincides=coincides_with(cases, usual, kept.standing),
        first_seen=min(days, default=None),
        last_seen=max(days, default=None),
        trend=trend,
        spread=spread,
        outcomes=dict(sorted(Counter((case.outcome or Outcome.UNKNOWN).value for case in cases).items())),
        standing=kept.standing,
    )


def _trends(
    groups: Sequence[Group], names: Sequence[str], cases: Mapping[str, SafeCase], as_of: date
) -> Sequence[Trend]:
    inflow = [case.received_on for case in cases.values() if case.received_on]
    watched = [
        PatternReceipts(name, receipts_of(cases[each] for each in group.case_ids))
        for group, name in zip(groups, names, strict=True)
    ]
    return trends(watched, inflow, as_of)


def _spreads(
    groups: Sequence[Group], names: Sequence[str], cases: Mapping[str, SafeCase]
) -> dict[str, tuple[Spread, ...]]:
    members = {name: group.case_ids for group, name in zip(groups, names, strict=True)}
    found: dict[str, list[Spread]] = {name: [] for name in names}
    for each in spreads(members, aspects_of(cases)):
        found[each.pattern_id].append(each)
    return {name: tuple(several) for name, several in found.items()}


def _members(groups: Sequence[Group]) -> list[tuple[str, ...]]:
    return [group.case_ids for group in groups]
