# SPDX-License-Identifier: EUPL-1.2
"""Bytes of one file to rows: guard, reader, clean text. Runs in the child process."""

from dataclasses import replace

from ingest.readers.answer import Parsed
from ingest.readers.archives import check_archive
from ingest.readers.kinds import Kind, check_content
from ingest.readers.plain_text import clean
from ingest.readers.types import IsLabel, RawRow, ReadLimits


def parse(kind: Kind, content: bytes, limits: ReadLimits, is_heading: IsLabel | None) -> Parsed:
    """The rows in the bytes of a file; raises RefusedContentError or what the library underneath raises."""
    check_content(kind, content)
    if kind in (Kind.DOCX, Kind.XLSX):
        check_archive(kind, content, limits)
    parsed = _read(kind, content, limits, is_heading)
    return replace(parsed, rows=tuple(_clean_row(row) for row in parsed.rows))


def _read(kind: Kind, content: bytes, limits: ReadLimits, is_heading: IsLabel | None) -> Parsed:
    """Each library is imported at the first file that needs it."""
    match kind:
        case Kind.XLSX:
            from ingest.readers.xlsx import read_xlsx

            return read_xlsx(content, limits, is_heading)
        case Kind.CSV:
            from ingest.readers.delimited import read_csv

            return read_csv(content, limits, is_heading)
        case Kind.JSONL:
            from ingest.readers.json_lines import read_jsonl

            return read_jsonl(content, limits)
        case Kind.DOCX:
            from ingest.readers.word import read_docx

            return read_docx(content, is_heading)
        case Kind.PDF:
            from ingest.readers.pdf import read_pdf

            return read_pdf(content, limits, is_heading)
        case Kind.EML:
            from ingest.readers.mail import read_eml

            return read_eml(content, is_heading)


def _clean_row(row: RawRow) -> RawRow:
    fields = tuple((clean(heading), clean(value)) for heading, value in row.fields)
    return replace(row, place=clean(row.place), sheet=clean(row.sheet), fields=fields)
