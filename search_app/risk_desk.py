# SPDX-License-Identifier: EUPL-1.2
"""How recognisable cases are, weighed against the collection as it is at the moment of asking."""

import logging
import threading
from collections.abc import Iterable, Sequence
from pathlib import Path

from anonymise.risk.assessment import RiskAssessment, assess
from anonymise.risk.coarsening import with_proposals
from anonymise.risk.collection import Collection
from anonymise.risk.reading import traits_of
from anonymise.risk.rules import RiskRules, load_risk_rules
from casebase import store
from casebase.database import Session, Sessions
from casebase.record import SafeCase
from casebase.store import TraitValue, UnknownCaseError

log = logging.getLogger(__name__)

READ_AT_ONCE = 500
"""Cases of which the traits are read and kept in one transaction."""


class RiskDesk:
    """Assesses stored cases; safe to share between threads.

    Counts are kept until any case changes. Cases whose traits are missing (they were stored before there
    were traits, corrected, or read by other lists) are read first.
    """

    def __init__(self, sessions: Sessions, lists: Path) -> None:
        self._sessions = sessions
        self._rules = load_risk_rules(lists)
        self._lock = threading.Lock()
        self._collection = Collection()
        self._stamp = -1

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
        collection = self._current()
        with self._sessions() as session:
            inputs = store.risk_inputs(session, chosen)
        return {
            case_id: assess(_pairs(some.traits), collection, self._rules, suspects=some.suspects)
            for case_id, some in inputs.items()
        }

    def risk_of(self, case: SafeCase) -> RiskAssessment:
        """The risk of a case that is not stored yet, as if it were added; with proposals."""
        traits = traits_of(case, self._rules)
        collection = self._current().with_case(case.case_id, traits.values)
        found = assess(traits.values, collection, self._rules, suspects=len(case.suspects))
        return with_proposals(found, case, traits, self._rules)

    def _current(self) -> Collection:
        with self._lock:
            with self._sessions() as session:
                stamp = store.change_stamp(session)
            if stamp != self._stamp:
                self._read_missing()
                self._count()
            return self._collection

    def _count(self) -> None:
        with self._sessions() as session:
            self._stamp = store.change_stamp(session)
            rows = store.trait_rows(session)
        self._collection = Collection({case_id: _pairs(traits) for case_id, traits in rows.items()})

    def _read_missing(self) -> None:
        with self._sessions() as session:
            missing = store.without_traits(session, rules=self._rules.version)
        for start in range(0, len(missing), READ_AT_ONCE):
            with self._sessions.begin() as session:
                keep_traits(session, missing[start : start + READ_AT_ONCE], self._rules)
        if missing:
            log.info("traits of %d cases were read", len(missing))


def keep_traits(session: Session, case_ids: Sequence[str], rules: RiskRules) -> None:
    """Read the traits of stored cases from their texts as they are now, and keep them."""
    for case_id, stored in store.get_cases(session, case_ids).items():
        pairs = traits_of(stored.case, rules).values
        store.replace_traits(
            session, case_id, (TraitValue(trait, value) for trait, value in pairs), rules=rules.version
        )


def _pairs(traits: Iterable[TraitValue]) -> frozenset[tuple[str, str]]:
    return frozenset((found.trait, found.value) for found in traits)
