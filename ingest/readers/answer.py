# SPDX-License-Identifier: EUPL-1.2
"""What a reader in the child process answers, and its way through the pipe as JSON.

JSON rather than pickle: a child that read a hostile file can send wrong words, but never code.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass, field

from casebase.bilingual import Bilingual
from ingest.errors import Refusal, RefusedContentError
from ingest.readers.types import RawRow


@dataclass(frozen=True)
class Parsed:
    """Rows, privacy findings and warnings of one file whose name the reader does not know."""

    rows: tuple[RawRow, ...]
    findings: tuple[Bilingual, ...] = ()
    warnings: tuple[Bilingual, ...] = field(default=())


def encode_parsed(parsed: Parsed) -> bytes:
    """An answer as bytes."""
    return json.dumps(
        {
            "rows": [[r.place, r.row, r.sheet, _pair(r.problem), r.fields] for r in parsed.rows],
            "findings": [_pair(message) for message in parsed.findings],
            "warnings": [_pair(message) for message in parsed.warnings],
        }
    ).encode("ascii")


def encode_refusal(error: RefusedContentError) -> bytes:
    """A refusal as bytes."""
    return json.dumps({"refused": error.reason.value, "limit": error.limit}).encode("ascii")


def decode(answer: bytes) -> Parsed:
    """The answer of a child; raises RefusedContentError where it refused the file."""
    content = json.loads(answer)
    if "refused" in content:
        raise RefusedContentError(Refusal(content["refused"]), int(content["limit"]))
    return Parsed(
        rows=tuple(_row(*values) for values in content["rows"]),
        findings=_messages(content["findings"]),
        warnings=_messages(content["warnings"]),
    )


def _pair(message: Bilingual | None) -> tuple[str, str] | None:
    return (message.nl, message.en) if message else None


def _messages(pairs: Iterable[tuple[str, str]]) -> tuple[Bilingual, ...]:
    return tuple(Bilingual(nl, en) for nl, en in pairs)


def _row(
    place: str, row: int | None, sheet: str, problem: tuple[str, str] | None, fields: list[tuple[str, str]]
) -> RawRow:
    pairs = tuple((heading, value) for heading, value in fields)
    return RawRow(place, row, pairs, Bilingual(*problem) if problem else None, sheet)
