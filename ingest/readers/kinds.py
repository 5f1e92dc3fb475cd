# SPDX-License-Identifier: EUPL-1.2
"""Which kind of file a name promises, and whether the first bytes keep that promise."""

import re
from enum import StrEnum

from ingest.errors import Refusal, RefusedContentError


class Kind(StrEnum):
    """A kind of file that is read."""

    XLSX = "xlsx"
    CSV = "csv"
    JSONL = "jsonl"
    DOCX = "docx"
    PDF = "pdf"
    EML = "eml"


_BY_SUFFIX = {
    ".xlsx": Kind.XLSX,
    ".csv": Kind.CSV,
    ".tsv": Kind.CSV,
    ".jsonl": Kind.JSONL,
    ".ndjson": Kind.JSONL,
    ".docx": Kind.DOCX,
    ".pdf": Kind.PDF,
    ".eml": Kind.EML,
}
_REFUSED_SUFFIX = {
    ".xls": Refusal.OLD_OFFICE,
    ".doc": Refusal.OLD_OFFICE,
    ".msg": Refusal.OUTLOOK,
    **dict.fromkeys((".xlsm", ".xlsb", ".xltx", ".docm", ".dotx", ".dot"), Refusal.OTHER_OFFICE),
    **dict.fromkeys((".odt", ".ods", ".rtf", ".pages", ".numbers", ".wpd"), Refusal.OTHER_OFFICE),
}

_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BINARY = (
    *_ZIP,
    _OLE,
    b"%PDF-",
    b"\x1f\x8b",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"Rar!",
    b"7z\xbc\xaf",
    b"\x7fELF",
)
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_CONTROL = re.compile(rb"[\x01-\x06\x0e-\x1a\x1c-\x1f]")

_PDF_HEADER_WITHIN = 1024
_SAMPLE = 65_536
_MAX_CONTROL_SHARE = 0.01
_MAX_NUL_SHARE = 0.1


def kind_of(name: str) -> Kind | None:
    """The kind that a file name promises; None for other names, hidden and temporary files."""
    return None if _is_passing(name) else _BY_SUFFIX.get(_suffix(name))


def refuse_by_name(name: str) -> Refusal | None:
    """Why a document with this name is refused without looking inside, or None."""
    return None if _is_passing(name) else _REFUSED_SUFFIX.get(_suffix(name))


def check_content(kind: Kind, content: bytes) -> None:
    """Raise RefusedContentError where the first bytes belong to another kind of file."""
    if content.startswith(_OLE):
        raise RefusedContentError(_inside_ole(kind, content))
    if kind in (Kind.XLSX, Kind.DOCX):
        fits = content.startswith(_ZIP)
    elif kind is Kind.PDF:
        fits = b"%PDF-" in content[:_PDF_HEADER_WITHIN]
    else:
        fits = _is_text(content)
    if not fits:
        raise RefusedContentError(Refusal.WRONG_CONTENT)


def _suffix(name: str) -> str:
    dot = name.rfind(".")
    return name[dot:].lower() if dot > 0 else ""


def _is_passing(name: str) -> bool:
    """Office writes ``~$form.docx`` beside a document that is open; ``.name`` is hidden."""
    return name.startswith(("~$", "."))


def _inside_ole(kind: Kind, content: bytes) -> Refusal:
    """An OLE container: an Office file with a password ([MS-OFFCRYPTO] 2.3) or one of before 2007."""
    if kind not in (Kind.XLSX, Kind.DOCX):
        return Refusal.WRONG_CONTENT
    return Refusal.PASSWORD if "EncryptedPackage".encode("utf-16-le") in content else Refusal.OLD_OFFICE


def _is_text(content: bytes) -> bool:
    if content.startswith(_BINARY):
        return False
    if content.startswith(_UTF16):
        return True
    sample = content[:_SAMPLE]
    # Text in UTF-16 without a mark has a NUL in every other place; the reader decodes it.
    nul_share = sample.count(0) / len(sample)
    looks_utf16 = max(sample[::2].count(0), sample[1::2].count(0)) > len(sample) * 0.4
    few_control = len(_CONTROL.findall(sample)) / len(sample) <= _MAX_CONTROL_SHARE
    return few_control and (nul_share <= _MAX_NUL_SHARE or looks_utf16)
