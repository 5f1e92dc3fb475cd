# SPDX-License-Identifier: EUPL-1.2
"""Guard before a docx or xlsx is opened: sizes that the zip declares, and XML that asks for expansion."""

import io
import zipfile
from contextlib import suppress
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException
from defusedxml.sax import parse

from ingest.errors import Refusal, RefusedContentError
from ingest.readers.kinds import Kind
from ingest.readers.types import ReadLimits

_MAIN_PART = {Kind.DOCX: "word/document.xml", Kind.XLSX: "xl/workbook.xml"}
_ENCRYPTED = 0x1
_SMALL = 1_000_000
"""Below this size (bytes) a part may be packed as tightly as it likes."""


def check_archive(kind: Kind, content: bytes, limits: ReadLimits) -> None:
    """Raise RefusedContentError for a zip that is broken, locked, of another kind or too large inside.

    Sizes are those that the zip declares. A zip that lies is stopped by zipfile, which never
    unpacks more of a part than declared, and by the limits of the child process.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
            _check_sizes(parts, limits)
            _check_main_part(kind, parts)
            for part in parts:
                _check_prologue(archive, part)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, EOFError, OSError):
        raise RefusedContentError(Refusal.BROKEN) from None


def _check_sizes(parts: list[zipfile.ZipInfo], limits: ReadLimits) -> None:
    if len(parts) > limits.parts:
        raise RefusedContentError(Refusal.TOO_MANY_PARTS, limits.parts)
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise RefusedContentError(Refusal.PASSWORD)
    unpacked = sum(part.file_size for part in parts)
    if unpacked > limits.unpacked_bytes or any(_is_inflated(part, limits) for part in parts):
        raise RefusedContentError(Refusal.INFLATED)


def _is_inflated(part: zipfile.ZipInfo, limits: ReadLimits) -> bool:
    if part.file_size > limits.part_bytes:
        return True
    return part.file_size > _SMALL and part.file_size > limits.ratio * max(part.compress_size, 1)


def _check_main_part(kind: Kind, parts: list[zipfile.ZipInfo]) -> None:
    names = {part.filename.replace("\\", "/").lower() for part in parts}
    if _MAIN_PART[kind] not in names:
        others = names & set(_MAIN_PART.values())
        raise RefusedContentError(Refusal.WRONG_CONTENT if others or "mimetype" in names else Refusal.BROKEN)


def _check_prologue(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> None:
    """Document types and entities have no place in Office files (ECMA-376 part 2, 8.1.4)."""
    if not part.filename.lower().endswith((".xml", ".rels", ".vml")):
        return
    with archive.open(part) as file, suppress(_FirstElementError, SAXParseException):
        try:
            parse(file, _Prologue(), forbid_dtd=True)
        except DefusedXmlException:
            raise RefusedContentError(Refusal.FOREIGN_XML) from None


class _FirstElementError(Exception):
    """Ends the parsing: a document type can only stand before the first element."""


class _Prologue(ContentHandler):
    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - name of the interface
        raise _FirstElementError
