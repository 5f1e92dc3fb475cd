# SPDX-License-Identifier: EUPL-1.2
"""How recognisable cases are, weighed against the collection as it is at the moment of asking."""

import logging
import threading
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from anonymise.risk.assessment import RiskAssessment, assess
from anonymise.risk.coarsening import with_proposals
from anonymise.risk.collection import Collection, Pair
from anonymise.risk.reading import traits_of
from anonymise.risk.rules import RiskRules, load_risk_rules
from casebase import store
from casebase.database import Session, Sessions
from casebase.record import SafeCase
from casebase.store import TraitValue, UnknownCaseError

log = logging.getLogger(__name__)

READ_AT_ONCE = 500
"""Cases of which the traits are read and kept in one transaction."""

READ_ALL_FROM = 2_000
"""From so many cases on it is faster to read the whole table than to look each up."""

FEW = 200
"""Up to so many changes are followed one by one; after more, everything is counted anew."""


@dataclass(frozen=True)
class _Counted:
    """The collection at one moment, with what was assessed against it since."""

    collection: Collection
    assessed: dict[tuple[str, int], RiskAssessment] = field(default_factory=dict)


class RiskDesk:
    """Assesses stored cases; safe to share between threads.

    Counts follow every change: of a few cases the traits are read anew, of many all are. Cases whose traits
    are missing (stored before there were traits, corrected, or read by other lists) are read first.
    """

    def __init__(self, sessions: Sessions, lists: Path) -> None:
        self._sessions = sessions
        self._rules = load_risk_rules(lists)
        self._lock = threading.Lock()
        self._counted = _Counted(Collection())
        self._stamp: int | None = None

    def risk(self, case_id: str) -> RiskAssessment:
        """The risk of one case, with proposals what to write coarser.

        Raises:
            UnknownCaseError: there is no case with this number.
        """
        found = self.risks([case_id])
        with self._sessions() as session:
            stored = store.get_case(session, case_id)
        if stored is None or case_id not in found:
            raise UnknownCaseError(case_id)
        return with_proposals(found[case_id], stored.case, traits_of(stored.case, self._rules), self._rules)

    def risks(self, case_ids: Iterable[str] | None = None) -> dict[str, RiskAssessment]:
        """The risk of many cases, or of all, without proposals; unknown numbers are left out."""
        chosen = None if case_ids is None else list(case_ids)
        counted = self._current()
        with self._sessions() as session:
            suspects = store.suspect_counts(session, chosen)
            fresh = [
                case_id for case_id, count in suspects.items() if (case_id, count) not in counted.assessed
            ]
            rows = store.trait_rows(session, None if len(fresh) > READ_ALL_FROM else fresh)
        for case_id in fresh:
            key = (case_id, suspects[case_id])
            pairs = frozenset(rows.get(case_id, ()))
            counted.assessed[key] = assess(pairs, counted.collection, self._rules, suspects=key[1])
        return {key[0]: counted.assessed[key] for key in suspects.items()}

    def risk_of(self, case: SafeCase) -> RiskAssessment:
        """The risk of a case that is not stored yet, as if it were added; with proposals."""
        traits = traits_of(case, self._rules)
        collection = self._current().collection.with_case(case.case_id, traits.values)
        found = assess(traits.values, collection, self._rules, suspects=len(case.suspects))
        return with_proposals(found, case, traits, self._rules)

    def _current(self) -> _Counted:
        with self._lock:
            with self._sessions() as session:
                stamp = store.change_stamp(session)
                few = self._stamp is not None and stamp - self._stamp <= FEW
                touched = store.touched_since(session, self._stamp or 0) if few else None
            if stamp != self._stamp:
                self._read_missing(touched)
                self._count(touched)
                self._stamp = stamp
            return self._counted

    def _count(self, touched: set[str] | None) -> None:
        with self._sessions() as session:
            rows = store.trait_rows(session, touched)
            there = set(store.suspect_counts(session, touched))
        pairs = {case_id: frozenset(rows.get(case_id, ())) for case_id in there}
        if touched is None:
            self._counted = _Counted(Collection(pairs))
            return
        collection = self._counted.collection.copy()
        changes = [_follow(collection, case_id, pairs.get(case_id)) for case_id in sorted(touched)]
        if any(changes):  # a decision about a case changes nothing that is counted
            self._counted = _Counted(collection)

    def _read_missing(self, touched: set[str] | None) -> None:
        with self._sessions() as session:
            missing = store.without_traits(session, rules=self._rules.version, case_ids=touched)
        for start in range(0, len(missing), READ_AT_ONCE):
            with self._sessions.begin() as session:
                keep_traits(session, missing[start : start + READ_AT_ONCE], self._rules)
        if missing:
            log.info("traits of %d cases were read", len(missing))


def keep_traits(session: Session, case_ids: Sequence[str], rules: RiskRules) -> None:
    """Read the traits of stored cases from their texts as they are now, and keep them."""
    for case_id, stored in store.get_cases(session, case_ids).items():
        pairs = traits_of(stored.case, rules).values
        store.replace_traits(session, case_id, (TraitValue(*pair) for pair in pairs), rules=rules.version)


def _follow(collection: Collection, case_id: str, pairs: frozenset[Pair] | None) -> bool:
    """Count a case as it is now, or no longer when it is gone; whether that changes anything."""
    if pairs is None:
        gone = case_id in collection
        collection.remove(case_id)
        return gone
    if case_id in collection and collection.pairs_of(case_id) == pairs:
        return False
    collection.add(case_id, pairs)
    return True
