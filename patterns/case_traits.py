# SPDX-License-Identifier: EUPL-1.2
"""What statistics look at in a case: when and from where it came, and how cases are divided."""

from collections.abc import Iterable, Mapping

from casebase.record import SafeCase
from patterns.receipts import Receipt
from patterns.spread import Aspect


def receipts_of(cases: Iterable[SafeCase]) -> tuple[Receipt, ...]:
    """When the cases came in, and from which office; cases without a date are left out."""
    return tuple(Receipt(case.received_on, office_of(case)) for case in cases if case.received_on)


def office_of(case: SafeCase) -> str | None:
    """The unit that brought a case in, else the maatwerkplaats; None when neither is known."""
    return case.submitter_unit.strip() or case.maatwerkplaats.strip() or None


def aspects_of(cases: Mapping[str, SafeCase]) -> dict[Aspect, dict[str, tuple[str, ...]]]:
    """For every aspect the values of each case, by case number; empty where nothing was filled in."""
    return {
        Aspect.REGION: {each: _filled(case.maatwerkplaats) for each, case in cases.items()},
        Aspect.BODY: {each: _filled(case.submitter_organisation) for each, case in cases.items()},
        Aspect.UNIT: {each: _filled(case.submitter_unit) for each, case in cases.items()},
        Aspect.FUNCTION: {each: _filled(case.submitter_role) for each, case in cases.items()},
        Aspect.REGULATION: {each: case.regulations for each, case in cases.items()},
    }


def _filled(text: str) -> tuple[str, ...]:
    return (text.strip(),) if text.strip() else ()
