# SPDX-License-Identifier: EUPL-1.2
"""The released cases with what filters and facets look at, in memory, as they are at one revision.

The database stays the authority: it tells its revision at every search, and a case that is released, held
back, corrected or deleted raises that. Asking for ten thousand numbers each time took a third of a search.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

import numpy as np
import numpy.typing as npt

from casebase.database import Session, is_writing
from casebase.filters import SearchFilters
from casebase.store.register import register_rows, register_values
from casebase.store.selection import Facets, ranked_counts, revision
from index.vectors import Numbers

_SINGLE = ("maatwerkplaats", "nature", "level", "outcome")
_SEVERAL = ("regulations", "principles", "organisations_involved")
_NO_DAY, _NOT_TOLD = 0, -1


class ReleasedMemory:
    """Gives the register of now, and reads it only when the database has changed. Threads may share it."""

    def __init__(self) -> None:
        self._known: Register | None = None

    def now(self, session: Session) -> "Register":
        """The released cases as this session sees them; costs one small query when nothing has changed."""
        known = self._known
        if known is not None and known.revision == revision(session):
            return known
        register = read_register(session)
        if not is_writing(session):  # what is not committed may still be undone under the same revision
            self._known = register
        return register


class RegisterMemory:
    """The same with the rows of an index. Threads may share it.

    ``row_of`` gives the row of a case in the index by its number. With ``released``, what was read is shared
    with whoever else has that.
    """

    def __init__(self, row_of: Mapping[str, int], released: ReleasedMemory | None = None) -> None:
        self._row_of = row_of
        self._released = released or ReleasedMemory()
        self._known: Known | None = None

    def now(self, session: Session) -> "Known":
        """The released cases as this session sees them; costs one small query when nothing has changed."""
        register = self._released.now(session)
        known = self._known
        if known is None or known.register is not register:
            rows = np.array([self._row_of.get(each, -1) for each in register.case_ids], np.int64)
            known = self._known = Known(register, rows)
        return known


def read_register(session: Session) -> "Register":
    """The released cases as this session sees them."""
    rows = register_rows(session)
    place_of = {row.case_id: place for place, row in enumerate(rows)}
    several: dict[str, dict[tuple[int, str], None]] = {field: {} for field in _SEVERAL}
    for case_id, field, value in register_values(session):
        if case_id in place_of:
            several[field][place_of[case_id], value] = None  # a case may name the same regulation twice
    fields = {field: _values(pairs) for field, pairs in several.items()}
    for field in _SINGLE:
        named = enumerate(getattr(row, field) for row in rows)
        fields[field] = _values((place, str(value)) for place, value in named if value is not None)
    fields["year"] = _values(
        (place, str(row.received_on.year)) for place, row in enumerate(rows) if row.received_on
    )
    days = [row.received_on.toordinal() if row.received_on else _NO_DAY for row in rows]
    deviating = [_NOT_TOLD if row.deviates_from_rules is None else row.deviates_from_rules for row in rows]
    return Register(
        revision(session), tuple(place_of), fields, np.array(days, np.int64), np.array(deviating, np.int64)
    )


@dataclass(frozen=True, repr=False)
class Values:
    """The values of one field: the case at ``places[n]`` has ``names[codes[n]]``; each pair stands once."""

    names: tuple[str, ...]
    places: Numbers
    codes: Numbers

    def holders(self, wanted: Iterable[str]) -> Numbers:
        """The places of the cases with any of these values."""
        asked = {str(each) for each in wanted}
        return self.places[
            np.isin(self.codes, [code for code, name in enumerate(self.names) if name in asked])
        ]

    def counts(self, chosen: npt.NDArray[np.bool_]) -> dict[str, int]:
        """How many of the chosen cases have each value; without those that none has."""
        counted = np.bincount(self.codes[chosen[self.places]], minlength=len(self.names)).tolist()
        return {name: count for name, count in zip(self.names, counted, strict=True) if count}


@dataclass(frozen=True, repr=False)
class Register:
    """Released cases by ascending number, at places 0, 1, 2, …, as they are at ``revision``."""

    revision: int
    case_ids: tuple[str, ...]
    fields: Mapping[str, Values]
    days: Numbers
    deviating: Numbers

    def __len__(self) -> int:
        return len(self.case_ids)

    @property
    def last_received(self) -> date | None:
        """The latest day on which one of them was received; None when none tells."""
        latest = int(self.days.max(initial=_NO_DAY))
        return None if latest == _NO_DAY else date.fromordinal(latest)

    def meeting(
        self, filters: SearchFilters = SearchFilters(), *, without: Set[str] = frozenset()
    ) -> Numbers:
        """The places of the cases that meet the filters, ascending, but not of the cases ``without``.

        The same cases as ``store.released_ids`` finds.
        """
        found = np.ones(len(self), dtype=bool)
        for case_id in without:
            place = bisect_left(self.case_ids, case_id)
            found[place : place + 1] &= self.case_ids[place : place + 1] != (case_id,)
        for field, wanted in _wanted(filters).items():
            if wanted:
                holds = np.zeros(len(self), dtype=bool)
                holds[self.fields[field].holders(wanted)] = True
                found &= holds
        if filters.received_from is not None:
            found &= self.days >= filters.received_from.toordinal()
        if filters.received_to is not None:
            found &= (self.days <= filters.received_to.toordinal()) & (self.days != _NO_DAY)
        if filters.deviates_from_rules is not None:
            found &= self.deviating == int(filters.deviates_from_rules)
        return np.flatnonzero(found)

    def facets(self, places: Numbers) -> Facets:
        """How the values of these cases are spread, as ``store.facet_counts`` tells it."""
        chosen = np.zeros(len(self), dtype=bool)
        chosen[places] = True
        counts = {field: values.counts(chosen) for field, values in self.fields.items()}
        counts["maatwerkplaats"].pop("", None)  # not filled in
        return Facets(
            regulations=ranked_counts(counts["regulations"]),
            natures=ranked_counts(counts["nature"]),
            levels=ranked_counts(counts["level"]),
            outcomes=ranked_counts(counts["outcome"]),
            principles=ranked_counts(counts["principles"]),
            organisations=ranked_counts(counts["organisations_involved"]),
            maatwerkplaatsen=ranked_counts(counts["maatwerkplaats"]),
            years=ranked_counts(counts["year"]),
        )


@dataclass(frozen=True, repr=False)
class Known:
    """A register with the row of each of its cases in the index: ascending, and -1 where it has none."""

    register: Register
    rows: Numbers

    def rows_at(self, places: Numbers) -> Numbers:
        """The rows in the index of the cases at these places, without those that it does not hold."""
        rows = self.rows[places]
        return rows[rows >= 0]

    def within(self, filters: SearchFilters, *, without: Set[str] = frozenset()) -> "Within":
        """What a search with these filters may look at, and may not return: the cases ``without``."""
        places = self.register.meeting(filters, without=without)
        everything = self.register.meeting(without=without) if filters else places
        return Within(self.rows_at(places), self.rows_at(everything), Matching(self.register, places))


@dataclass(frozen=True, repr=False)
class Within:
    """Ascending rows: of the cases that may be returned, and of all that the database has released.

    ``matching`` are the cases that may be returned, also those without a row.
    """

    rows: Numbers
    trusted: Numbers
    matching: "Matching"

    def only(self, rows: Numbers) -> "Within":
        """The same, but nothing outside these rows may be returned."""
        return replace(self, rows=np.intersect1d(self.rows, rows))


@dataclass(frozen=True, repr=False)
class Matching:
    """The released cases that meet the filters of a search, at ascending ``places`` of a register."""

    register: Register
    places: Numbers

    def __len__(self) -> int:
        return len(self.places)

    @cached_property
    def case_ids(self) -> tuple[str, ...]:
        """Their numbers, ascending."""
        return tuple(self.register.case_ids[place] for place in self.places)

    def facets(self) -> Facets:
        """How their values are spread."""
        return self.register.facets(self.places)


def no_cases() -> Matching:
    """What nothing matches."""
    nothing = np.zeros(0, np.int64)
    fields = {field: _values(()) for field in (*_SINGLE, *_SEVERAL, "year")}
    return Matching(Register(0, (), fields, nothing, nothing), nothing)


def _wanted(filters: SearchFilters) -> dict[str, Sequence[str]]:
    return {
        "maatwerkplaats": filters.maatwerkplaatsen,
        "nature": filters.natures,
        "level": filters.levels,
        "outcome": filters.outcomes,
        "regulations": filters.regulations,
        "principles": filters.principles,
        "organisations_involved": filters.organisations,
    }


def _values(pairs: Iterable[tuple[int, str]]) -> Values:
    codes: dict[str, int] = {}
    coded = [(place, codes.setdefault(name, len(codes))) for place, name in pairs]
    places, numbers = np.array(coded, dtype=np.int64).reshape(-1, 2).T
    return Values(tuple(codes), np.ascontiguousarray(places), np.ascontiguousarray(numbers))
