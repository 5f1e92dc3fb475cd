# SPDX-License-Identifier: EUPL-1.2
"""Putting other words at places of a safe case; all other text stays, and its marks move along."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from anonymise.case_texts import case_texts, changed_fields
from casebase.record import SafeCase, SafeSpan, Suspect
from casebase.vocabulary import Kind

_Mark = TypeVar("_Mark", SafeSpan, Suspect)


@dataclass(frozen=True, order=True)
class Place:
    """Characters ``start`` up to ``end`` of a field of a safe case, named as in its spans."""

    field: str
    start: int
    end: int

    def overlaps(self, start: int, end: int) -> bool:
        """Whether it shares a character with these of the same field."""
        return self.start < end and start < self.end


@dataclass(frozen=True, repr=False)
class Edit:
    """Words to put at a place; with a kind they are a placeholder."""

    place: Place
    text: str
    kind: Kind | None = None

    def __repr__(self) -> str:
        return f"Edit({self.place}, {len(self.text)} characters, {self.kind})"


def apply_edits(case: SafeCase, edits: Iterable[Edit]) -> SafeCase:
    """The case with each edit done; edits do not overlap. Placeholders and suspects in their way go."""
    by_field: dict[str, list[Edit]] = defaultdict(list)
    for edit in sorted(edits, key=lambda each: each.place):
        by_field[edit.place.field].append(edit)
    texts = case_texts(case)
    changed = {field: _rewritten(texts[field], done) for field, done in by_field.items()}
    return case.model_copy(
        update={
            **changed_fields(case, changed),
            "spans": tuple(_moved_spans(case, texts, by_field)),
            "suspects": tuple(
                moved for suspect in case.suspects if (moved := _moved(suspect, by_field[suspect.field]))
            ),
        }
    )


def _rewritten(text: str, edits: Sequence[Edit]) -> str:
    pieces, read_to = [], 0
    for edit in edits:
        pieces += [text[read_to : edit.place.start], edit.text]
        read_to = edit.place.end
    return "".join([*pieces, text[read_to:]])


def _moved_spans(
    case: SafeCase, texts: Mapping[str, str], edits: Mapping[str, Sequence[Edit]]
) -> list[SafeSpan]:
    """The spans that stay, moved, and those of the new placeholders, in reading order."""
    kept = [moved for span in case.spans if (moved := _moved(span, edits.get(span.field, ())))]
    new = [
        SafeSpan(field=field, start=start, end=start + len(edit.text), kind=edit.kind)
        for field, done in edits.items()
        for edit in done
        if edit.kind is not None
        for start in [edit.place.start + _shift(done, edit.place.start)]
    ]
    order = {field: number for number, field in enumerate(texts)}
    return sorted([*kept, *new], key=lambda span: (order.get(span.field, len(order)), span.start))


def _moved(mark: _Mark, edits: Sequence[Edit]) -> _Mark | None:
    if any(edit.place.overlaps(mark.start, mark.end) for edit in edits):
        return None
    shift = _shift(edits, mark.start)
    return mark.model_copy(update={"start": mark.start + shift, "end": mark.end + shift}) if shift else mark


def _shift(edits: Sequence[Edit], position: int) -> int:
    """How far a position moves that none of the edits touches."""
    before = [edit for edit in edits if edit.place.end <= position]
    return sum(len(edit.text) - (edit.place.end - edit.place.start) for edit in before)
