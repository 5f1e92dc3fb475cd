# SPDX-License-Identifier: EUPL-1.2
"""A file of texts or cases in, a file of safe ones out (``databank anonymise IN.jsonl OUT.jsonl``).

One JSON object a line, either ``{"id", "text"}`` or a full case record. A line that cannot be used is
left out and reported by number; the rest goes on. The file is written beside its place and renamed
when it is complete. It holds no raw text unless that is asked for.
"""

import json
import logging
import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Protocol

from pydantic import ValidationError

from anonymise.anonymiser import Anonymiser
from anonymise.replacement import SafeText
from anonymise.spans import PiiSpan
from casebase.bilingual import Bilingual, DatabankError
from casebase.record import NARRATIVE_FIELDS, RawCase

log = logging.getLogger(__name__)

Json = dict[str, object]

_TYPED_FIELDS = ("received_on", "closed_on", "nature", "level", "outcome", "deviates_from_rules")


class AnonymiseFileError(DatabankError):
    """The file as a whole cannot be read or written."""


class Progress(Protocol):
    """Hears how far the work is; a progress bar, for example."""

    def start(self, total: int) -> None:
        """The work begins: ``total`` lines."""

    def advance(self, count: int = 1) -> None:
        """So many lines more are done."""


@dataclass(frozen=True)
class FileOutcome:
    """How many lines were written, and for each line that was left out a sentence with its number."""

    written: int
    rejected: tuple[Bilingual, ...]


class _Rejected(Exception):  # noqa: N818 - it never leaves this module
    """Why a line is left out; never what stands in it."""

    def __init__(self, nl: str, en: str) -> None:
        self.reason = Bilingual(nl, en)
        super().__init__()


def anonymise_file(
    source: Path,
    target: Path,
    anonymiser: Anonymiser,
    progress: Progress | None = None,
    *,
    include_text: bool = False,
) -> FileOutcome:
    """Make every text or case in ``source`` safe and write it to ``target``, in the same order.

    A text comes out as ``{"id", "safe_text", "spans"}``, with ``include_text`` with its raw ``text`` too.
    A case comes out with the same fields made safe, with ``safe_text`` (its story as one text) and with a
    ``field`` in each span. Spans are ``{"start", "end", "kind", "score", "source"}``; positions count
    characters of the input text. Fields that no case record has are left out.

    Raises:
        AnonymiseFileError: the source cannot be read or the target not be written.
    """
    rejected: list[Bilingual] = []
    written = 0
    if progress:
        progress.start(_count_lines(source))
    with _reading(source) as lines, _written_whole(target) as out:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    safe = _safe_line(line, anonymiser, include_text)
                except _Rejected as problem:
                    rejected.append(_sentence(source.name, number, problem.reason))
                else:
                    out.write(_encoded(safe))
                    written += 1
            if progress:
                progress.advance()
    return FileOutcome(written, tuple(rejected))


def _safe_line(line: bytes, anonymiser: Anonymiser, include_text: bool) -> Json:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise _Rejected("geen geldige JSON in UTF-8", "no valid JSON in UTF-8") from None
    if not isinstance(record, dict):
        raise _Rejected("geen JSON-object", "no JSON object")
    try:
        return _safe_record(record, anonymiser, include_text)
    except _Rejected:
        raise
    except Exception as error:
        # Whatever a rule stumbles over, its message may quote the text.
        log.error("a line could not be anonymised: %s", type(error).__name__)
    raise _Rejected("de tekst kon niet worden geanonimiseerd", "the text could not be anonymised")


def _safe_record(record: Json, anonymiser: Anonymiser, include_text: bool) -> Json:
    if "case_id" in record:
        return _safe_case(record, anonymiser)
    text = record.get("text")
    if not isinstance(text, str):
        raise _Rejected("geen veld 'text' of 'case_id'", "no field 'text' or 'case_id'")
    return _safe_text(record.get("id"), text, anonymiser, include_text)


def _safe_text(identity: object, text: str, anonymiser: Anonymiser, include_text: bool) -> Json:
    safe = anonymiser.anonymise_text(text)
    raw = {"text": text} if include_text else {}
    return {"id": identity, **raw, "safe_text": safe.text, "spans": [_span(span) for span in safe.found]}


def _safe_case(record: Json, anonymiser: Anonymiser) -> Json:
    raw = _raw_case(record)
    found = anonymiser.anonymise_fields(raw)
    case = anonymiser.safe_case(raw, found).model_dump(mode="json", exclude={"spans", "suspects", "engine"})
    return {**case, "safe_text": _story(found), "spans": _spans_by_field(found)}


def _raw_case(record: Json) -> RawCase:
    fields = {name: value for name, value in record.items() if name in RawCase.model_fields}
    for name in _TYPED_FIELDS:
        if fields.get(name) == "":
            fields[name] = None
    try:
        return RawCase.model_validate(fields)
    except ValidationError as error:
        names = sorted({str(problem["loc"][0]) for problem in error.errors(include_input=False)})
    raise _Rejected(
        f"de waarde past niet in het veld {', '.join(names)}",
        f"the value does not fit the field {', '.join(names)}",
    )


def _story(found: Mapping[str, SafeText]) -> str:
    return "\n\n".join(found[field].text for field in NARRATIVE_FIELDS if field in found)


def _spans_by_field(found: Mapping[str, SafeText]) -> list[Json]:
    return [{"field": field, **_span(span)} for field, safe in found.items() for span in safe.found]


def _span(span: PiiSpan) -> Json:
    return {
        "start": span.start,
        "end": span.end,
        "kind": span.kind.value,
        "score": span.score,
        "source": span.source,
    }


def _encoded(safe: Json) -> bytes:
    # A lone surrogate has no UTF-8; as backslash-u escape it is valid JSON again.
    return json.dumps(safe, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _sentence(file: str, number: int, reason: Bilingual) -> Bilingual:
    return Bilingual(
        f"{file}, regel {number}: {reason.nl}. De regel is overgeslagen.",
        f"{file}, line {number}: {reason.en}. The line was skipped.",
    )


def _count_lines(source: Path) -> int:
    with _reading(source) as lines:
        return sum(1 for _ in lines)


@contextmanager
def _reading(source: Path) -> Iterator[IO[bytes]]:
    try:
        lines = source.open("rb")
    except OSError:
        raise AnonymiseFileError(
            f"Het bestand {source} is niet te lezen. Controleer of het bestaat en of u het mag openen.",
            f"The file {source} cannot be read. Check that it exists and that you may open it.",
        ) from None
    with lines:
        yield lines


@contextmanager
def _written_whole(target: Path) -> Iterator[IO[bytes]]:
    """A file beside the target that takes its place when all went well, and goes when not."""
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        out = beside.open("wb")
    except OSError:
        raise AnonymiseFileError(
            f"Het bestand {target} is niet te schrijven. Controleer de map en de ruimte op de schijf.",
            f"The file {target} cannot be written. Check the folder and the space on the disk.",
        ) from None
    try:
        with out:
            yield out
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
