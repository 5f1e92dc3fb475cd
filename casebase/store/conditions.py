# SPDX-License-Identifier: EUPL-1.2
"""Conditions on cases as plain values that can be kept, and back."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from sqlalchemy import select

from casebase.database import Session
from casebase.filters import SearchFilters
from casebase.store.members import among
from casebase.tables import Case, CaseValue
from casebase.vocabulary import Level, Nature, Outcome, Principle

_TERMS = {"natures": Nature, "levels": Level, "outcomes": Outcome, "principles": Principle}
_DAYS = ("received_from", "received_to")


def plain_conditions(session: Session, filters: SearchFilters) -> dict[str, Any]:
    """The filters as plain values; of free words only those that the collection holds.

    Filters stand in the address bar, where somebody could write a name that no anonymiser ever reads.
    """
    free = {
        "regulations": CaseValue.value,
        "organisations": CaseValue.value,
        "maatwerkplaatsen": Case.maatwerkplaats,
    }
    plain: dict[str, Any] = {}
    for name, value in asdict(filters).items():
        kept = _known(session, free[name], value) if name in free else value
        if kept not in ((), None):
            plain[name] = list(kept) if isinstance(kept, tuple) else _text(kept)
    return plain


def as_filters(plain: Mapping[str, Any]) -> SearchFilters:
    """The filters that were kept as plain values."""
    values: dict[str, Any] = {}
    for name, value in plain.items():
        if name in _TERMS:
            values[name] = tuple(_TERMS[name](each) for each in value)
        elif name in _DAYS:
            values[name] = date.fromisoformat(value)
        else:
            values[name] = tuple(value) if isinstance(value, list) else value
    return SearchFilters(**values)


def _known(session: Session, column: Any, values: Iterable[str]) -> tuple[str, ...]:
    asked = tuple(values)
    if not asked:
        return ()
    known = set(session.scalars(select(column).where(among(session, column, asked)).distinct()))
    return tuple(value for value in asked if value in known)


def _text(value: date | bool) -> str | bool:
    return value if isinstance(value, bool) else value.isoformat()
