# SPDX-License-Identifier: EUPL-1.2
"""All that the figures tell of registered patterns as of a day."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from casebase.record import SafeCase
from casebase.store import SizeEvidenceRecord
from casebase.vocabulary import Outcome
from index.collection import Collection
from patterns.case_traits import aspects_of, office_of, receipts_of
from patterns.equal_treatment import (
    AlikePair,
    Comparisons,
    EndedCase,
    OutcomeCounts,
    PairRule,
    compare_pairs,
    count_outcomes,
    pairs_of,
)
from patterns.likeness import likeness
from patterns.office_difference import OfficeCase, OfficeDifference, office_difference
from patterns.reading import PatternFile
from patterns.receipts import PatternReceipts
from patterns.size import SizeStep, known_cases, ladder
from patterns.size_entries import entered_step
from patterns.spread import Spread, spreads
from patterns.trend import Trend, trends

KNOWN_SOURCE = "databank"
"""Where the number of known cases is from."""


@dataclass(frozen=True, repr=False)
class PatternStudy:
    """All statistics of one registered pattern as of a day.

    trend: corrected over all patterns that were studied together; spread: one for every aspect; treatment:
    pairs of like cases, nearly identical ones that ended differently first; size: the ladder, strongest
    evidence first and the known cases always last.
    """

    file: PatternFile
    as_of: date
    trend: Trend
    spread: tuple[Spread, ...]
    outcomes: OutcomeCounts
    treatment: Comparisons
    offices: OfficeDifference
    size: tuple[SizeStep, ...]


def study_patterns(
    files: Sequence[PatternFile],
    cases: Sequence[SafeCase],
    collection: Collection,
    sizes: Mapping[str, Sequence[SizeEvidenceRecord]],
    as_of: date,
) -> tuple[PatternStudy, ...]:
    """The statistics of registered patterns, in the order given.

    files: all patterns that are watched, because trends and spread are corrected for how many there are;
    cases: all released cases; sizes: what was entered about the size of each pattern, by its number.
    Cases that came in after ``as_of`` do not count; those without a date do, where no date is needed.
    """
    known = {case.case_id: case for case in cases if case.received_on is None or case.received_on <= as_of}
    members = {file.record.pattern_id: [each for each in file.case_ids if each in known] for file in files}
    spread_of = _spreads(members, known)
    return tuple(
        PatternStudy(
            file=file,
            as_of=as_of,
            trend=trend,
            spread=spread_of[trend.pattern_id],
            outcomes=count_outcomes(case.outcome or Outcome.UNKNOWN for case in own),
            treatment=compare_pairs(
                [ended_case(case) for case in own], alike_members(collection, [case.case_id for case in own])
            ),
            offices=office_difference(_office_cases(own)),
            size=_ladder(sizes.get(trend.pattern_id, ()), len(own), as_of),
        )
        for file, trend in zip(files, _trends(files, members, known, as_of), strict=True)
        for own in [[known[each] for each in members[trend.pattern_id]]]
    )


def ended_case(case: SafeCase) -> EndedCase:
    """What equal treatment looks at in a case."""
    outcome = case.outcome or Outcome.UNKNOWN
    return EndedCase(case.case_id, outcome, frozenset(case.regulations), case.received_on)


def alike_members(collection: Collection, case_ids: Sequence[str]) -> tuple[AlikePair, ...]:
    """The pairs of these cases that are alike enough to compare; see ``patterns.likeness``.

    Cases that are not in the collection are in no pair.
    """
    rows = collection.rows_of(case_ids)
    found = [collection.case_ids[row] for row in rows.tolist()]
    return pairs_of(found, likeness(collection, rows), PairRule().alike)


def _trends(
    files: Sequence[PatternFile],
    members: Mapping[str, Sequence[str]],
    known: Mapping[str, SafeCase],
    as_of: date,
) -> tuple[Trend, ...]:
    inflow = [case.received_on for case in known.values() if case.received_on]
    watched = [
        PatternReceipts(number, receipts_of(known[each] for each in members[number]), registered_on)
        for number, registered_on in ((f.record.pattern_id, f.record.registered_on) for f in files)
    ]
    return trends(watched, inflow, as_of)


def _spreads(
    members: Mapping[str, Sequence[str]], known: Mapping[str, SafeCase]
) -> dict[str, tuple[Spread, ...]]:
    found: defaultdict[str, list[Spread]] = defaultdict(list)
    for each in spreads(members, aspects_of(known)):
        found[each.pattern_id].append(each)
    return {number: tuple(several) for number, several in found.items()}


def _office_cases(cases: Sequence[SafeCase]) -> list[OfficeCase]:
    """The cases with a known outcome, office and date; a stratum is a year of receipt of the pattern."""
    return [
        OfficeCase(str(case.received_on.year), office, case.outcome is Outcome.SOLVED)
        for case in cases
        for office in [office_of(case)]
        if office and case.received_on and case.outcome not in {None, Outcome.UNKNOWN}
    ]


def _ladder(entered: Sequence[SizeEvidenceRecord], known: int, as_of: date) -> tuple[SizeStep, ...]:
    steps = [entered_step(each.finding) for each in entered if each.at.date() <= as_of]
    return ladder([*steps, known_cases(known, KNOWN_SOURCE, as_of)])
