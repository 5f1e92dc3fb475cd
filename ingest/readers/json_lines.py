# SPDX-License-Identifier: EUPL-1.2
"""Cases as JSON, one object a line (jsonl, ndjson)."""

import json
from collections.abc import Iterator

from casebase.bilingual import Bilingual
from ingest.errors import Refusal, RefusedContentError
from ingest.readers import notices
from ingest.readers.answer import Parsed
from ingest.readers.encodings import decode_text
from ingest.readers.plain_text import plain_number
from ingest.readers.types import RawRow, ReadLimits

_Pairs = list[tuple[str, object]]


def read_jsonl(content: bytes, limits: ReadLimits) -> Parsed:
    """A case for each line; a line that is not valid is given with a problem.

    Keys are the headings. Lists are joined with ``; ``; of an object inside a case, ``text`` goes
    under its own key and other keys follow after a dot (``legal_perspective.rating``).
    """
    decoded = decode_text(content)
    lines = [(n, line) for n, line in enumerate(decoded.text.split("\n"), start=1) if line.strip()]
    if len(lines) > limits.rows:
        raise RefusedContentError(Refusal.TOO_MANY_ROWS, limits.rows)
    rows = tuple(_row(number, line) for number, line in lines)
    if all(row.problem for row in rows) and lines[0][1].strip() in ("[", "{"):
        raise RefusedContentError(Refusal.NOT_ONE_PER_LINE)
    return Parsed(rows, warnings=(notices.MIXED_ENCODING,) if decoded.damaged else ())


def _row(number: int, line: str) -> RawRow:
    try:
        # Pairs instead of a dict: a key that comes twice stays visible.
        content = json.loads(line, object_pairs_hook=_Object, parse_constant=_refuse_constant)
        if not isinstance(content, _Object):
            return _rejected(number, notices.NOT_AN_OBJECT)
        return RawRow(f"rij {number}", number, tuple(_fields(content)))
    except (ValueError, RecursionError):
        return _rejected(number, notices.BROKEN_LINE)


def _rejected(number: int, problem: Bilingual) -> RawRow:
    return RawRow(f"rij {number}", number, (), problem)


class _Object(_Pairs):
    """The pairs of a JSON object in order, told apart from a list."""


def _fields(content: _Object, above: str = "") -> Iterator[tuple[str, str]]:
    for key, value in content:
        heading = key if not above else above if key == "text" else f"{above}.{key}"
        if isinstance(value, _Object):
            yield from _fields(value, heading)
        else:
            yield heading, _text(value)


def _text(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case int() | float():
            return plain_number(value)
        case _Object():
            return ", ".join(filter(None, (_text(inner) for _, inner in value)))
        case list():
            return "; ".join(filter(None, map(_text, value)))
        case _:
            return str(value)


def _refuse_constant(name: str) -> object:
    """NaN and Infinity are not JSON (RFC 8259, section 6)."""
    raise ValueError(name)
