# SPDX-License-Identifier: EUPL-1.2
"""Looking for groups of cases that may be a pattern, run after run."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from casebase import store
from casebase.bilingual import DatabankError
from casebase.database import Session
from casebase.pattern_vocabulary import PatternState, ProposalState
from casebase.record import SafeCase
from casebase.store import ProposalRecord, ProposedGroup
from index.dutch import load_analysis
from index.search import Searcher
from patterns import reading
from patterns.bursts import Burst
from patterns.evaluation import PatternScores, evaluate_proposals
from patterns.finding import Earlier, FoundPattern, KeptProposal, Registered, find_patterns, tell_kept
from patterns.labels import Label
from patterns.proposals import Group
from search_app.parts import Clock, Parts

_ENDED = {PatternState.MERGED, PatternState.REJECTED}


class NothingKnownError(DatabankError):
    """No released case has a known theme."""

    def __init__(self) -> None:
        super().__init__(
            "Geen van de zaaknummers hoort bij een vrijgegeven casus in deze databank.",
            "None of the case numbers is that of a released case in this databank.",
        )


@dataclass(frozen=True, repr=False)
class FoundPatterns:
    """What a run found; ``numbers`` are those of the proposals, in the same order, when they were kept.

    ``made_at`` is when the run was that left them; None for one that was done just now.
    """

    as_of: date
    patterns: tuple[FoundPattern, ...]
    numbers: tuple[int, ...]
    made_at: datetime | None = None


class PatternFinding:
    """Finds proposals by the index that serves, for one person."""

    def __init__(self, parts: Parts, *, actor: str, clock: Clock, searcher: Callable[[], Searcher]) -> None:
        self._parts, self._actor, self._clock, self._searcher = parts, actor, clock, searcher

    def find(self, as_of: date | None = None) -> FoundPatterns:
        """The proposals over the released cases, kept for the next run and for registering.

        With ``as_of`` only cases and earlier runs until that day count, and nothing is kept: what would have
        been seen then. When a run finds the same as the one before, that one's numbers stay.
        """
        now = self._clock()
        day = as_of or now.date()
        searcher = self._searcher()
        with self._parts.session() as session:
            cases = _released(session)
            earlier = _earlier(session, day)
            registered = _registered(session, day)
        analysis = load_analysis(self._parts.settings.lists)
        found = find_patterns(
            searcher.collection,
            cases,
            analysis,
            as_of=day,
            earlier=[each for _, each in earlier],
            registered=registered,
        )
        kept = () if as_of else self._kept(found, {each.name: n for n, each in earlier}, day, now)
        return FoundPatterns(day, found, kept)

    def stamp(self) -> int:
        """A number that grows with every change of the databank: what was told can be kept until then."""
        with self._parts.session() as session:
            return store.change_stamp(session)

    def offered(self) -> FoundPatterns | None:
        """The open proposals of the last run, told with the cases as they are now; None before any run.

        Nothing is looked for anew, so this needs no index.
        """
        with self._parts.session() as session:
            run = store.latest_run(session)
            if run is None:
                return None
            made = store.list_proposals(session, run)
            cases = _released(session)
        still_open = [each for each in made if each.state is ProposalState.OFFERED and each.group.case_ids]
        told = tell_kept([_as_kept(each) for each in still_open], cases, as_of=made[0].as_of)
        numbers = tuple(each.proposal_id for each in still_open)
        return FoundPatterns(made[0].as_of, told, numbers, made[0].made_at)

    def told_burst(self, burst: Burst) -> FoundPattern:
        """Like cases that came in close together, told as a proposal without label and cohesion; not kept.

        Its trend is that of cases that were chosen for being recent: only the burst itself is proof.
        """
        with self._parts.session() as session:
            cases = _released(session)
        group = Group(burst.case_ids, len(burst.case_ids), 0.0)
        kept = KeptProposal(burst.name, None, group, Label("", ()), 0)
        return tell_kept([kept], cases, as_of=burst.looked_on)[0]

    def evaluate(self, themes: Mapping[str, str]) -> PatternScores:
        """How well proposals over the released cases follow themes by case number.

        Raises:
            NothingKnownError: none of the cases is there and released.
        """
        searcher = self._searcher()
        with self._parts.session() as session:
            released = set(store.released_ids(session))
        known = {case: theme for case, theme in themes.items() if case in released}
        if not known.keys() & searcher.collection.row_of.keys():
            raise NothingKnownError
        return evaluate_proposals(searcher.collection, known)

    def _kept(
        self, found: Sequence[FoundPattern], numbers: Mapping[str, int], day: date, now: datetime
    ) -> tuple[int, ...]:
        groups = [_as_group(each, numbers.get(each.name)) for each in found]
        with self._parts.writing() as session:
            latest = store.list_proposals(session, store.latest_run(session))
            if latest and [_same(each.group) for each in latest] == [_same(each) for each in groups]:
                return tuple(each.proposal_id for each in latest)
            run = f"{now.astimezone(UTC):%Y%m%d-%H%M%S}"
            return tuple(store.save_proposals(session, run, groups, as_of=day, actor=self._actor, now=now))


def _as_group(found: FoundPattern, previous: int | None) -> ProposedGroup:
    figures = {
        "name": found.name,
        "cohesion": found.group.cohesion,
        "distinct": found.group.distinct,
        "standing": found.standing,
    }
    return ProposedGroup(
        found.group.case_ids, found.label.text, found.label.terms, figures, previous, found.pattern_id
    )


def _as_kept(proposal: ProposalRecord) -> KeptProposal:
    group, figures = proposal.group, proposal.group.figures
    distinct = min(int(figures.get("distinct", len(group.case_ids))), len(group.case_ids))
    return KeptProposal(
        _name(proposal),
        group.pattern_id,
        Group(group.case_ids, distinct, float(figures.get("cohesion", 0))),
        Label(group.label, group.terms),
        int(figures.get("standing", 0)),
    )


def _same(group: ProposedGroup) -> tuple[object, ...]:
    return group.case_ids, group.label, group.terms, dict(group.figures), group.pattern_id


def _released(session: Session) -> list[SafeCase]:
    return [stored.case for stored in store.get_cases(session, store.released_ids(session)).values()]


def _earlier(session: Session, day: date) -> list[tuple[int, Earlier]]:
    """The proposals of the last run until a day, and all that were turned down until then."""
    end = datetime.combine(day, time.max, UTC)
    until = [each for each in store.list_proposals(session) if each.made_at <= end]
    run = until[-1].run_id if until else ""
    return [
        (each.proposal_id, Earlier(_name(each), each.group.case_ids, refused=_refused(each)))
        for each in until
        if each.run_id == run or _refused(each)
    ]


def _refused(proposal: ProposalRecord) -> bool:
    return proposal.state is ProposalState.REJECTED


def _name(proposal: ProposalRecord) -> str:
    return str(proposal.group.figures.get("name", f"V-{proposal.proposal_id:03d}"))


def _registered(session: Session, day: date) -> dict[str, Registered]:
    files = reading.pattern_files(session, [state for state in PatternState if state not in _ENDED])
    return {
        file.record.pattern_id: Registered(file.case_ids, file.record.label, tuple(file.record.terms))
        for file in files
        if file.record.registered_on <= day
    }
