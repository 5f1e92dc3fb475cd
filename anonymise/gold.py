# SPDX-License-Identifier: EUPL-1.2
"""Gold files: texts of which people marked the personal data, to measure the anonymiser with.

Two notations, one JSON object a line:

- inline marks ``[[KIND|literal text]]`` in the text fields of a full case record, or in ``text``;
- ``{"text": …, "spans": [{"start", "end", "kind"}]}``, positions in characters of ``text``.

Two optional fields break the figures down: ``style``, how the case is written, and ``origins``, where names
come from: ``{"name as marked": "group"}``.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from dataclasses import field as dataclass_field
from pathlib import Path

from casebase.bilingual import DatabankError
from casebase.record import NARRATIVE_FIELDS, REGISTER_FIELDS
from casebase.vocabulary import Kind

_MARK = re.compile(r"\[\[([A-Z_]+)\|(.*?)\]\]", re.DOTALL)


class GoldError(DatabankError):
    """A gold file that cannot be read; names file and line, never the text."""


@dataclass(frozen=True)
class GoldSpan:
    """A marked piece of a plain text: ``[start, end)`` in characters."""

    start: int
    end: int
    kind: Kind


@dataclass(frozen=True, repr=False)
class GoldCase:
    """Plain texts by field in reading order, with the marks of each field sorted by position.

    List fields are named with their position (``organisations_involved.0``), as in ``SafeSpan``.
    ``style`` and ``origins`` (group by name as written) are empty where the file does not tell.
    """

    case_id: str
    texts: Mapping[str, str]
    spans: Mapping[str, tuple[GoldSpan, ...]]
    style: str = ""
    origins: Mapping[str, str] = dataclass_field(default_factory=dict)

    def __repr__(self) -> str:
        return f"GoldCase({len(self.texts)} fields, {sum(map(len, self.spans.values()))} marks)"


def read_gold(path: Path) -> list[GoldCase]:
    """Every case of a gold file.

    Raises:
        GoldError: the file cannot be opened, or a line is no JSON object or holds a faulty mark.
    """
    return list(_cases(path))


def read_marks(marked: str) -> tuple[str, tuple[GoldSpan, ...]]:
    """The plain text and the marks of a text with inline marks.

    Raises:
        ValueError: a mark of an unknown kind, or brackets that do not match; the text is not quoted.
    """
    pieces: list[str] = []
    spans: list[GoldSpan] = []
    position = read_to = 0
    for mark in _MARK.finditer(marked):
        before = marked[read_to : mark.start()]
        start = position + len(before)
        position = start + len(mark[2])
        spans.append(GoldSpan(start, position, _kind(mark[1])))
        pieces += [before, mark[2]]
        read_to = mark.end()
    pieces.append(marked[read_to:])
    plain = "".join(pieces)
    if re.search(r"\[\[[A-Z_]+\|", plain):
        raise ValueError("unmatched brackets")
    return plain, tuple(spans)


def _cases(path: Path) -> Iterator[GoldCase]:
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise GoldError(
            f"Het goudbestand {path.name} is niet te lezen. Controleer of het bestaat en UTF-8 is.",
            f"Gold file {path.name} cannot be read. Check that it exists and is UTF-8.",
        ) from None
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _case(line, path.name, number)


def _case(line: str, file: str, number: int) -> GoldCase:
    try:
        record = json.loads(line)
        name = str(record.get("case_id") or record.get("id") or number)
        marked = _with_span_list(record) if "spans" in record else _with_marks(record)
        style, origins = str(record.get("style") or ""), _origins(record.get("origins"))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise GoldError(
            f"Regel {number} van {file} is geen goudregel. Verwacht: JSON met [[SOORT|tekst]] of spans.",
            f"Line {number} of {file} is not a valid gold line. Expected: JSON with [[KIND|text]] or spans.",
        ) from None
    texts, spans = {f: t for f, (t, _) in marked.items()}, {f: s for f, (_, s) in marked.items()}
    return GoldCase(name, texts, spans, style, origins)


def _origins(value: object) -> dict[str, str]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        raise TypeError("origins by name expected")
    return {str(name): str(group) for name, group in value.items()}


def _with_span_list(record: Mapping[str, object]) -> dict[str, tuple[str, tuple[GoldSpan, ...]]]:
    text, listed = record["text"], record["spans"]
    if not isinstance(text, str) or not isinstance(listed, list):
        raise TypeError("text and spans expected")
    spans = [GoldSpan(int(s["start"]), int(s["end"]), _kind(str(s["kind"]))) for s in listed]
    if any(not 0 <= span.start < span.end <= len(text) for span in spans):
        raise ValueError("a span outside the text")
    return {"text": (text, tuple(sorted(spans, key=lambda span: (span.start, span.end))))}


def _with_marks(record: Mapping[str, object]) -> dict[str, tuple[str, tuple[GoldSpan, ...]]]:
    fields = dict(_text_fields(record))
    if not fields:
        raise ValueError("no text")
    return {name: read_marks(text) for name, text in fields.items() if text.strip()}


def _text_fields(record: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    named = ("text", *NARRATIVE_FIELDS, *REGISTER_FIELDS)
    others = sorted(name for name in record if name not in named)
    for name in (*named, *others):
        for field, text in _texts(name, record.get(name)):
            # A field that the record type does not know counts when somebody marked something in it.
            if name in named or _MARK.search(text):
                yield field, text


def _texts(name: str, value: object) -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, Mapping):
        yield from _texts(name, value.get("text"))
    elif isinstance(value, list):
        yield from ((f"{name}.{place}", item) for place, item in enumerate(value) if isinstance(item, str))


def _kind(name: str) -> Kind:
    try:
        return Kind(name)
    except ValueError:
        raise ValueError("unknown kind") from None
