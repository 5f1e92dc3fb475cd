# SPDX-License-Identifier: EUPL-1.2
"""What somebody brings in: rows of headings and values, and which heading means which field.

Everything here holds personal data and lives in the memory of one visit; ``repr`` shows no text.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from casebase.bilingual import Bilingual
from ingest.fields import COLUMNS, Column
from ingest.headings import KNOWN_PREFIX, recognise
from ingest.readers.types import PrivacyFinding, RawRow
from ingest.values import clean_text

FORM_PLACE = "formulier"
LEAVE_OUT = ""
"""Chosen for a heading whose values are not to be used."""

Choices = Mapping[str, str]
"""What a person chose for a heading: the target of a column, or ``LEAVE_OUT``."""

Answers = tuple[tuple[str, str], ...]
"""Values that a person gave afterwards: (target of a column, text)."""


@dataclass(frozen=True, repr=False)
class Upload:
    """A file in memory."""

    name: str
    content: bytes


@dataclass(frozen=True, repr=False)
class BroughtRow:
    """A case as written, and the file that it came from; empty for what was typed."""

    file: str
    row: RawRow


@dataclass(frozen=True, repr=False)
class Brought:
    """Everything that was read; ``refused`` says which files could not be, ``warnings`` go with a file."""

    rows: tuple[BroughtRow, ...] = ()
    refused: tuple[Bilingual, ...] = ()
    findings: tuple[PrivacyFinding, ...] = ()
    warnings: tuple[tuple[str, Bilingual], ...] = ()


@dataclass(frozen=True, repr=False)
class HeadingUse:
    """A heading as written, what it is read as, and how many rows have a value there.

    ``column`` is None where the values are not used. ``exact`` is false for a near spelling that nobody
    confirmed; ``chosen`` says that a person decided.
    """

    heading: str
    column: Column | None
    exact: bool
    chosen: bool
    filled: int


def columns() -> tuple[Column, ...]:
    """Every field and every kind of personal data that a heading can mean, each once, as in a form."""
    by_target: dict[str, Column] = {}
    for column in COLUMNS:
        by_target.setdefault(column.target, column)
    return tuple(by_target.values())


def column_of(target: str) -> Column:
    """The column with this target; raises KeyError for another word."""
    return {column.target: column for column in columns()}[target]


def typed_row(values: Iterable[tuple[str, str]]) -> BroughtRow:
    """A case that was filled in on the page: (target of a column, text) pairs; empty ones are left out."""
    fields = tuple((column_of(target).label.nl, text) for target, text in values if text.strip())
    return BroughtRow("", RawRow(FORM_PLACE, None, fields))


def heading_uses(rows: Sequence[BroughtRow], choices: Choices) -> tuple[HeadingUse, ...]:
    """The headings with values, in the order of reading, and what becomes of each."""
    filled: Counter[str] = Counter()
    for brought in rows:
        for heading in dict.fromkeys(h for h, value in brought.row.fields if clean_text(value)):
            if not heading.startswith(KNOWN_PREFIX):
                filled[heading] += 1
    return tuple(_use(heading, number, choices) for heading, number in filled.items())


def row_as_chosen(row: RawRow, choices: Choices, answers: Answers = ()) -> RawRow:
    """The row under the headings that a person chose, with the answers in place of what stood there."""
    answered = {target for target, _ in answers}
    fields = []
    for heading, value in row.fields:
        target = choices.get(heading)
        if target == LEAVE_OUT:
            continue
        named = column_of(target).label.nl if target else heading
        found = recognise(named)
        if found is None or found.column.target not in answered:
            fields.append((named, value))
    fields += [(column_of(target).label.nl, text) for target, text in answers if text.strip()]
    return replace(row, fields=tuple(fields))


def _use(heading: str, filled: int, choices: Choices) -> HeadingUse:
    if heading in choices:
        target = choices[heading]
        column = column_of(target) if target else None
        return HeadingUse(heading, column, exact=True, chosen=True, filled=filled)
    found = recognise(heading)
    if found is None:
        return HeadingUse(heading, None, exact=False, chosen=False, filled=filled)
    return HeadingUse(heading, found.column, found.exact, chosen=False, filled=filled)
