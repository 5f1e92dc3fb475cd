# SPDX-License-Identifier: EUPL-1.2
"""From a file to rows of headings and values: xlsx, csv, jsonl, docx, pdf and eml."""

from ingest.readers.files import FileReader, read_file, supported, unsupported_office
from ingest.readers.types import (
    KNOWN_EMAIL,
    KNOWN_PERSON,
    IsLabel,
    PrivacyFinding,
    RawRow,
    ReadLimits,
    ReadResult,
)

__all__ = [
    "KNOWN_EMAIL",
    "KNOWN_PERSON",
    "FileReader",
    "IsLabel",
    "PrivacyFinding",
    "RawRow",
    "ReadLimits",
    "ReadResult",
    "read_file",
    "supported",
    "unsupported_office",
]
