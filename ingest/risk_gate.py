# SPDX-License-Identifier: EUPL-1.2
"""Traits of what is being stored, and which cases may not be released without a second person."""

from anonymise.risk.assessment import assess
from anonymise.risk.collection import Collection, Pair
from anonymise.risk.reading import traits_of
from anonymise.risk.rules import RiskRules
from casebase import store
from casebase.database import Session
from casebase.record import SafeCase
from casebase.store import TraitValue

REMEMBERED = 1_000
"""Traits of so many cases are remembered between keeping and weighing them; of others they are read again."""


class RiskGate:
    """Keeps the traits of each stored case, and weighs cases against all that is stored at that moment.

    The collection is read once, when the first case is weighed, and grows with what the run stores, so
    that a run takes as long a case at the end as at the start. What others store meanwhile is not counted.
    """

    def __init__(self, rules: RiskRules) -> None:
        self._rules = rules
        self._collection: Collection | None = None
        self._kept: dict[str, frozenset[Pair]] = {}

    def keep(self, session: Session, case: SafeCase) -> None:
        """Keep the traits of a case that was stored in this transaction."""
        pairs = traits_of(case, self._rules).values
        traits = (TraitValue(*pair) for pair in pairs)
        store.replace_traits(session, case.case_id, traits, rules=self._rules.version)
        if self._collection is not None:
            self._collection.add(case.case_id, pairs)
        if len(self._kept) >= REMEMBERED:
            self._kept.clear()
        self._kept[case.case_id] = pairs

    def needs_second_reviewer(self, session: Session, case: SafeCase) -> bool:
        """Whether two people should see this case before others can find it."""
        if self._collection is None:
            self._collection = Collection(store.trait_rows(session))
        kept = self._kept.pop(case.case_id, None)
        pairs = traits_of(case, self._rules).values if kept is None else kept
        return assess(pairs, self._collection, self._rules, suspects=0).needs_second_reviewer
