# SPDX-License-Identifier: EUPL-1.2
"""From lines that keep their place on the page to paragraphs and two-column tables."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ingest.readers.blocks import Block, Line, Table, text_cell
from ingest.readers.labels import Labels
from ingest.readers.margins import Page
from ingest.readers.wrapping import unwrapped

_GAP = re.compile(r" {3,}")
_LEAST_ROWS = 2
_SHIFT = 1
_FOUR = 4


@dataclass
class _Row:
    label: str
    lines: list[str] = field(default_factory=list)


def layout_blocks(pages: Sequence[Page], labels: Labels, strong: frozenset[str]) -> list[Block]:
    """The paragraphs and tables of a letter, also those that run on over the end of a page.

    Args:
        pages: the lines of each page, in which spaces stand for the place of the words.
        labels: tells where a value begins.
        strong: texts in bold or large type.
    """
    layout = _Layout(labels, strong)
    column = 0
    for lines in _flush_left(pages):
        column = _value_column(lines, labels) or (column if _goes_on(lines, column) else 0)
        for line in lines:
            layout.add(line, column)
    return layout.finished()


class _Layout:
    """Takes the lines one by one; either a table or text is under way."""

    def __init__(self, labels: Labels, strong: frozenset[str]) -> None:
        self._labels = labels
        self._strong = strong
        self._blocks: list[Block] = []
        self._text: list[str] = []
        self._rows: list[_Row] = []
        self._before = ""

    def add(self, line: str, column: int) -> None:
        left, right = _halves(line, column)
        if self._rows and not left:
            self._rows[-1].lines.append(right)
        elif self._rows and self._is_rest_of_label(left, right):
            self._rows[-1].label += f" {left}"
            self._rows[-1].lines.append(right)
        elif left and (right or (self._rows and self._labels.known(left))) and not self._in_pairs(line):
            self._end_text()
            self._rows.append(_Row(left, [right]))
        else:
            self._end_table()
            starts_with_label = self._labels.known(_GAP.split(line.strip())[0])
            self._text.append("\t".join(_GAP.split(line.strip())) if starts_with_label else line)
        self._before = line

    def finished(self) -> list[Block]:
        self._end_table()
        self._end_text()
        return self._blocks

    def _is_rest_of_label(self, left: str, right: str) -> bool:
        """A label may be broken over two lines beside its value."""
        if self._labels.known(left):
            return False
        is_loose_end = not right and bool(self._before.strip()) and left[:1].islower()
        return is_loose_end or self._labels.known(f"{self._rows[-1].label} {left}")

    def _in_pairs(self, line: str) -> bool:
        """Label, value, label, value beside one another."""
        segments = _GAP.split(line.strip())
        return len(segments) >= _FOUR and self._labels.known(segments[0]) and self._labels.known(segments[2])

    def _end_table(self) -> None:
        """Labels at the end with nothing beside them have their value below, if any."""
        waiting: list[str] = []
        while self._rows and not any(self._rows[-1].lines):
            waiting.insert(0, self._rows.pop().label)
        self._blocks.extend(_table(self._rows))
        self._rows = []
        self._text = waiting + self._text

    def _end_text(self) -> None:
        self._blocks.extend(_line(text, self._strong) for text in _paragraphs(self._text, self._labels))
        self._text = []


def _flush_left(pages: Sequence[Page]) -> list[list[str]]:
    """Pages without the white at their left, top and bottom."""
    filled = [line for page in pages for line in page if line.strip()]
    margin = min((len(line) - len(line.lstrip()) for line in filled), default=0)
    return [_without_white([line[margin:].rstrip() for line in page]) for page in pages]


def _without_white(lines: list[str]) -> list[str]:
    filled = [n for n, line in enumerate(lines) if line]
    return lines[filled[0] : filled[-1] + 1] if filled else []


def _goes_on(lines: Sequence[str], column: int) -> bool:
    """Whether the first line of a page goes on in the column of values of the page before."""
    return bool(column and lines and _halves(lines[0], column) == ("", lines[0].strip()))


def _value_column(lines: Sequence[str], labels: Labels) -> int:
    """Where the values stand that have a label to their left; 0 where the page has no such column."""
    starts: Counter[int] = Counter()
    for line in lines:
        gap = _GAP.search(line)
        if gap and gap.start() > 0 and (labels.known(line[: gap.start()]) or labels.by_form):
            starts[gap.end()] += 1
    if not starts:
        return 0
    column, times = max(starts.items(), key=lambda item: (item[1], -item[0]))
    return column if times >= _LEAST_ROWS else 0


def _halves(line: str, column: int) -> tuple[str, str]:
    """What stands left of the column and in it; a line that runs across stands left."""
    start = (
        next((n for n in range(column - _SHIFT, column + _SHIFT + 1) if _begins_at(line, n)), 0)
        if column
        else 0
    )
    return (line[:start].strip(), line[start:].strip()) if start else (line.strip(), "")


def _begins_at(line: str, position: int) -> bool:
    return (
        0 < position < len(line) and line[position] != " " and line[max(0, position - 3) : position].isspace()
    )


def _table(rows: Sequence[_Row]) -> Iterator[Table]:
    if not rows:
        return
    width = max(len(line) for row in rows for line in row.lines)
    cells = []
    for row in rows:
        text = "\n".join(unwrapped(row.lines, width, lambda _line, _before: False))
        cells.append((text_cell(row.label), text_cell(text.strip())))
    yield Table(tuple(cells))


def _paragraphs(lines: Sequence[str], labels: Labels) -> list[str]:
    width = max((len(line.strip()) for line in lines), default=0)

    def begins(line: str, before: str) -> bool:
        pieces = labels.pieces(line, before=before)
        return pieces[0].label is not None or labels.is_label_line(line, marked=False, before=before)

    return unwrapped(lines, width, begins)


def _line(text: str, strong: frozenset[str]) -> Line:
    """A paragraph that is bold as a whole, or up to its colon."""
    if text in strong:
        return Line(text, bold=True)
    label, colon, _ = text.partition(":")
    return Line(text, lead=label + colon if {label, label + colon} & strong else "")
