# SPDX-License-Identifier: EUPL-1.2
"""From a row of headings and values to a raw case, or to the reasons why not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from pydantic import ValidationError

from casebase.bilingual import Bilingual
from casebase.record import KnownValue, RawCase
from casebase.vocabulary import Level, Nature, Outcome, Principle, Rating, Term
from ingest.case_numbers import read_case_number
from ingest.cells import Cell, recognised_cells
from ingest.dates import parse_date
from ingest.fields import Column, Shape
from ingest.headings import is_heading
from ingest.known_values import known_values
from ingest.notes import Note, fallback_skipped, joined, no_story
from ingest.problems import ValueProblemError
from ingest.readers.types import RawRow
from ingest.regulations import Regulations
from ingest.values import clean_line, parse_flag, parse_term, parse_terms, split_list

__all__ = ["Mapped", "Problem", "is_heading", "map_row"]

_VOCABULARIES: dict[str, type[Term]] = {
    "nature": Nature,
    "level": Level,
    "outcome": Outcome,
    "legal_perspective.rating": Rating,
    "financial_perspective.rating": Rating,
    "social_perspective.rating": Rating,
}
_JOINTS = {Shape.STORY: "\n\n", Shape.LINE: " / "}
_CASE_NUMBER = Bilingual("Casusnummer", "Case number")
_OFFICE_FIELDS = ("maatwerkplaats", "submitter_organisation", "submitter_unit")
_READERS: dict[Shape, Callable[[str], object]] = {
    Shape.STORY: str,  # a cell is clean already
    Shape.LINE: clean_line,
    Shape.FLAG: parse_flag,
    Shape.LIST: split_list,
    Shape.TERMS: lambda text: parse_terms(text, Principle),
}
_LISTS = (Shape.LIST, Shape.REGULATIONS, Shape.TERMS)


@dataclass(frozen=True)
class Problem:
    """Why a field cannot be taken over; ``field`` is a field name, or empty for the row as a whole."""

    field: str
    reason: Bilingual


@dataclass(frozen=True, repr=False)
class Mapped:
    """A raw case, or the problems that stand in its way, and what the user should hear of."""

    case: RawCase | None
    problems: tuple[Problem, ...] = ()
    notes: tuple[Note, ...] = ()


def map_row(row: RawRow, *, today: date, regulations: Regulations) -> Mapped:
    """The case in a row. All problems of the row are told at once; none of them quotes a value."""
    if row.problem is not None:
        return Mapped(None, (Problem("", row.problem),))
    cells, notes = recognised_cells(row)
    reading = _Reading(today, regulations, notes)
    values = reading.record(cells)
    if reading.problems:
        return Mapped(None, tuple(reading.problems), tuple(notes))
    try:
        case = RawCase(**values)
    except ValidationError:
        return Mapped(None, (_not_a_case(),), tuple(notes))
    if not set(case.narrative()) - {"title"}:
        notes.append(no_story())
    return Mapped(case, (), tuple(notes))


@dataclass(repr=False)
class _Reading:
    """Reads the cells of one row, gathering problems and notes on the way."""

    today: date
    regulations: Regulations
    notes: list[Note]
    problems: list[Problem] = field(default_factory=list)

    def record(self, cells: Sequence[Cell]) -> dict[str, Any]:
        """The fields of a RawCase; incomplete where there are problems."""
        known = known_values([(cell.column, cell.value) for cell in cells])
        values: dict[str, Any] = {"known_values": known}
        for target, group in _by_target(cell for cell in cells if cell.column.kind is None).items():
            if target != "case_id":
                values[target] = self._value(target, group)
        values["case_id"] = self._case_id([c for c in cells if c.column.target == "case_id"], values, known)
        self._check_order(values.get("received_on"), values.get("closed_on"))
        return _nested({name: value for name, value in values.items() if value is not None})

    def _value(self, target: str, group: Sequence[Cell]) -> object:
        shape = group[0].column.shape
        readings: list[Any] = []
        for cell in group:
            try:
                readings.append(self._read(cell))
            except ValueProblemError as problem:
                self._reject(cell.column, problem.message)
        readings = list(dict.fromkeys(reading for reading in readings if reading not in (None, "", ())))
        if len(readings) < 2:
            return readings[0] if readings else None
        headings = list(dict.fromkeys(cell.heading for cell in group))
        if len(headings) > 1 and (shape in _LISTS or shape in _JOINTS):
            self.notes.append(joined(headings, group[0].column))
        if shape in _LISTS:
            return tuple(dict.fromkeys(entry for reading in readings for entry in reading))
        if shape in _JOINTS:
            return _JOINTS[shape].join(readings)
        self._reject(group[0].column, _contradiction())
        return None

    def _read(self, cell: Cell) -> object:
        column, value = cell.column, cell.value
        if column.shape is Shape.TERM:
            return parse_term(value, _VOCABULARIES[column.target])
        if column.shape is Shape.DATE:
            return self._date(value)
        if column.shape is Shape.REGULATIONS:
            return self.regulations.read(value)
        return _READERS[column.shape](value)

    def _date(self, value: str) -> date | None:
        if clean_line(value).casefold() in ("onbekend", "niet bekend", "unknown", "geen"):
            return None
        return parse_date(clean_line(value), today=self.today)

    def _case_id(self, cells: Sequence[Cell], values: dict[str, Any], known: Iterable[KnownValue]) -> str:
        proper = [cell for cell in cells if not cell.column.fallback]
        if proper:
            self.notes += [fallback_skipped(c.heading) for c in cells if c.column.fallback and c.value]
        office = [values.get(name) or "" for name in _OFFICE_FIELDS]
        written = [cell.value for cell in proper or cells if cell.value]
        try:
            numbers = {read_case_number(text, office=office, known=known) for text in written or [""]}
        except ValueProblemError as problem:
            self._problem("case_id", _CASE_NUMBER, problem.message)
            return ""
        if len(numbers) > 1:
            self._problem("case_id", _CASE_NUMBER, _contradiction())
        return min(numbers)

    def _check_order(self, received: date | None, closed: date | None) -> None:
        if received and closed and closed < received:
            reason = Bilingual(
                "ligt voor Datum ontvangst; controleer beide datums",
                "lies before Received on; check both dates",
            )
            self._problem("closed_on", Bilingual("Datum afgesloten", "Closed on"), reason)

    def _reject(self, column: Column, reason: Bilingual) -> None:
        self._problem(column.target, column.label, reason)

    def _problem(self, name: str, label: Bilingual, reason: Bilingual) -> None:
        sentence = Bilingual(f"{label.nl}: {reason.nl}.", f"{label.en}: {reason.en}.")
        self.problems.append(Problem(name, sentence))


def _by_target(cells: Iterable[Cell]) -> dict[str, list[Cell]]:
    groups: dict[str, list[Cell]] = {}
    for cell in cells:
        groups.setdefault(cell.column.target, []).append(cell)
    return groups


def _nested(values: dict[str, Any]) -> dict[str, Any]:
    """``legal_perspective.text`` and ``.rating`` together under ``legal_perspective``."""
    record: dict[str, Any] = {}
    for name, value in values.items():
        owner, _, part = name.partition(".")
        if part:
            record.setdefault(owner, {})[part] = value
        else:
            record[name] = value
    return record


def _contradiction() -> Bilingual:
    return Bilingual(
        "dit is op twee plaatsen verschillend ingevuld; laat één waarde staan",
        "this is filled in differently in two places; keep one value",
    )


def _not_a_case() -> Problem:
    return Problem(
        "",
        Bilingual(
            "Deze rij is niet als casus te lezen. Vergelijk de kolommen met de lijst in docs/loading.md.",
            "This row cannot be read as a case. Compare the columns with the list in docs/loading.md.",
        ),
    )
