# SPDX-License-Identifier: EUPL-1.2
"""From the blocks of a document to the labels and values of a case form; several cases where there are."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from ingest.errors import Refusal, RefusedContentError
from ingest.readers.blocks import TITLE_LEVEL, Block, Line, Named, Table
from ingest.readers.labels import (
    Labels,
    Piece,
    bare_label,
    is_case_number,
    is_choice,
    is_closed_value,
    is_rating_word,
)
from ingest.readers.table_forms import More, Pair, Part, Section, Text, table_parts
from ingest.readers.ticks import ticked
from ingest.readers.types import IsLabel, RawRow

SMALL, PLAIN, MARKED = range(3)
"""How a label stands out: it begins with a small letter, with a capital, or is bold or a heading."""


@dataclass
class Entry:
    """A label of the form and the lines under it."""

    label: str
    known: bool
    strength: int = PLAIN
    lines: list[str] = field(default_factory=list)

    @property
    def value(self) -> str:
        """The lines under the label, of tick boxes only what is ticked."""
        return ticked("\n".join(self.lines).strip())


@dataclass(frozen=True, repr=False)
class Form:
    """Labels and values in order, and how many characters stood outside every label."""

    entries: tuple[Entry, ...]
    outside: int


def read_form(blocks: Sequence[Block], is_heading: IsLabel | None) -> Form:
    """The labels of a form with what stands beside or under them.

    Raises:
        RefusedContentError: no label was recognised.
    """
    builder = _Builder(Labels(is_heading))
    builder.add(blocks)
    entries = tuple(entry for entry in builder.entries if entry.known or entry.value)
    if not any(entry.known for entry in entries):
        raise RefusedContentError(Refusal.NO_LABELS)
    return Form(entries, builder.outside)


def form_rows(entries: Sequence[Entry]) -> tuple[RawRow, ...]:
    """One row, or one for each case where the case number comes back with another value."""
    cases = _cases([(entry.label, entry.value) for entry in entries])
    if len(cases) == 1:
        return (RawRow("formulier", None, tuple(cases[0])),)
    return tuple(RawRow(f"formulier {n}", None, tuple(fields)) for n, fields in enumerate(cases, start=1))


def _cases(fields: list[tuple[str, str]]) -> list[list[tuple[str, str]]]:
    """Fields cut where a new case begins, which may be some labels before its number."""
    cases: list[list[tuple[str, str]]] = [[]]
    number: str | None = None
    lead: list[str] = []
    for label, value in fields:
        current = cases[-1]
        if not is_case_number(label) or not value:
            current.append((label, value))
        elif number is None:
            number, lead = value, [name.lower() for name, _ in current]
            current.append((label, value))
        elif value != number:
            number = value
            cases.append([*_take_lead(current, lead), (label, value)])
    return cases


def _take_lead(fields: list[tuple[str, str]], lead: list[str]) -> list[tuple[str, str]]:
    """The last fields, where they carry the labels that stand above the case number in the first case."""
    count = len(lead)
    if not count or [name.lower() for name, _ in fields[-count:]] != lead:
        return []
    taken = fields[-count:]
    del fields[-count:]
    return taken


class _Builder:
    """Collects entries while the blocks go by; one entry may be open for lines that follow."""

    def __init__(self, labels: Labels) -> None:
        self.entries: list[Entry] = []
        self.outside = 0
        self._labels = labels
        self._open: Entry | None = None
        self._level = 0
        self._before = ""

    def add(self, blocks: Sequence[Block]) -> None:
        for block, after in zip_longest(blocks, blocks[1:]):
            match block:
                case Line():
                    self._line(block, after.text if isinstance(after, Line) and after.level is None else "")
                case Named():
                    self._named(block)
                case Table():
                    self._table(block)

    def _line(self, line: Line, after: str) -> None:
        if line.level is not None and line.text.strip():
            self._heading(line, line.level)
        elif line.lead and self._labels.known(line.lead):
            self._begin(line.lead, MARKED)
            self._text(line.text.strip().removeprefix(line.lead.strip()).lstrip(" :\t"))
        else:
            texts = line.text.split("\n")
            for text, following in zip(texts, [*texts[1:], after], strict=True):
                self._text_line(text, MARKED if line.bold else PLAIN, following)

    def _heading(self, line: Line, level: int) -> None:
        """A heading opens a value, known or not, unless it only divides the value that is open."""
        pieces = self._labels.pieces(line.text)
        if pieces[0].label is not None and pieces[0].text:
            self._text_line(line.text, MARKED, "")
        elif level == TITLE_LEVEL:
            self._close()
            self._text(line.text)
        elif self._labels.is_label_line(line.text, marked=True, before=""):
            self._begin(line.text, MARKED, level)
        elif self._open is not None and level > self._level > 0:
            self._text(line.text)
        else:
            self._begin(line.text, MARKED, level, known=False)
        self._before = line.text

    def _text_line(self, text: str, strength: int, after: str) -> None:
        if strength == PLAIN and bare_label(text)[:1].islower():
            strength = SMALL
        for piece in self._pieces(text, strength, after):
            if piece.label is None:
                self._value_line(piece.text)
            else:
                self._begin(piece.label, strength)
                self._text(piece.text)
        self._before = text

    def _pieces(self, text: str, strength: int, after: str) -> list[Piece]:
        """A line cut at its labels, or as it is where it does not begin anything here."""
        if self._is_choice(text):
            return [Piece(None, text)]
        if self._labels.is_label_line(text, marked=strength >= MARKED, before=self._before):
            pieces = [Piece(text, "")]
        else:
            pieces = self._labels.pieces(text, before=self._before)
        labelled = [piece for piece in pieces if piece.label is not None]
        splits = all(self._splits(piece, strength, after) for piece in labelled)
        return pieces if splits else [Piece(None, text)]

    def _splits(self, piece: Piece, strength: int, after: str) -> bool:
        """Whether a label begins something new, rather than being a word with a colon in a story.

        In a form whose labels stand out, a plainer one ends a value only where several follow a
        heading at once, or where what stands beside it is no story.
        """
        if self._open is None or not self._open.known or strength >= self._open.strength:
            return True
        if not self._open.value:
            return self._labels.pieces(after)[0].label is not None
        return is_closed_value(piece.text)

    def _is_choice(self, text: str) -> bool:
        """``Juridisch`` under ``Niveau`` is its value, though elsewhere it is a label."""
        waiting = self._open is not None and not self._open.value
        return waiting and self._open is not None and is_choice(self._open.label, text)

    def _value_line(self, text: str) -> None:
        """Text under a label; ``Oordeel: voldoende`` there belongs to that label."""
        word, colon, rating = text.partition(":")
        if colon and self._rating(word):
            self._begin(word, self._open.strength if self._open else PLAIN)
            self._text(rating)
        else:
            self._text(text)

    def _named(self, block: Named) -> None:
        """Its name is the label, unless a visible label waits for the value."""
        waiting = self._open is not None and not self._open.value
        if waiting or not self._labels.known(block.name):
            self.add(block.blocks)
            return
        self._begin(block.name)
        self._all_text(block.blocks)
        self._close()

    def _table(self, table: Table) -> None:
        for part in table_parts(table, self._labels):
            self._part(part)
        if self._open and self._open.value:
            self._close()

    def _part(self, part: Part) -> None:
        waiting = self._open is not None and not self._open.value
        match part:
            case Pair(label=label, blocks=blocks):
                self._begin(label)
                self._all_text(blocks)
                self._close()
            case Section(text=text) if not waiting:
                self._close()
                self._text(text)
            case Section(text=text):
                self._text(text)
            case Text(blocks=blocks):
                self.add(blocks)
            case More(blocks=blocks):
                self._open = self.entries[-1] if self.entries else None
                self._all_text(blocks)
                self._close()

    def _all_text(self, blocks: Sequence[Block]) -> None:
        """Blocks that are a value as a whole; only a table with labels inside is a form again."""
        for block in blocks:
            match block:
                case Line(text=text):
                    for line in text.split("\n"):
                        self._value_line(line)
                case Named(blocks=inner):
                    self._all_text(inner)
                case Table(rows=rows) if any(self._labels.known(cell.text) for row in rows for cell in row):
                    self._table(block)
                case Table(rows=rows):
                    for row in rows:
                        self._text(" ".join(filter(None, (cell.text for cell in row))))

    def _begin(self, label: str, strength: int = PLAIN, level: int = 0, *, known: bool | None = None) -> None:
        label = bare_label(label)
        if not self._labels.known(label) and (above := self._rating(label)):
            label = above
        if known is None:
            known = self._labels.by_form or self._labels.known(label)
        self._open = Entry(label, known, strength)
        self._level = level
        self.entries.append(self._open)

    def _rating(self, word: str) -> str | None:
        """``Juridisch perspectief oordeel`` for ``Oordeel`` under ``Juridisch perspectief``."""
        if not self.entries or not is_rating_word(word):
            return None
        joined = f"{self.entries[-1].label} {bare_label(word).lower()}"
        return joined if self._labels.known(joined) else None

    def _text(self, text: str) -> None:
        if self._open is not None:
            self._open.lines.append(text)
        else:
            self.outside += len(text.strip())

    def _close(self) -> None:
        self._open = None
