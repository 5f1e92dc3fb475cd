# SPDX-License-Identifier: EUPL-1.2
"""Broken, locked and hostile files: each gives one clear sentence in bounded time."""

import io
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
from pypdf import PdfWriter
from reportlab.pdfgen.canvas import Canvas

from ingest.errors import Refusal, UnreadableFileError
from ingest.readers import FileReader, ReadResult

Write = Callable[[str, bytes], Path]
SECRET = "Jansen-GEHEIM"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504)
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
DOCTYPE = f'<!DOCTYPE w [<!ENTITY l0 "{SECRET}">{LAUGHS}]>'
PATIENCE = 60.0
"""Seconds after which a test machine under heavy load would still have answered."""


def good_pdf() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.drawString(72, 700, "Zaaknummer: A-1")
    canvas.drawString(72, 680, f"Situatie: {SECRET} belde drie keer.")
    canvas.save()
    return target.getvalue()


def scan() -> bytes:
    target = io.BytesIO()
    canvas = Canvas(target)
    canvas.rect(72, 72, 300, 300, fill=1)
    canvas.save()
    return target.getvalue()


def lying_zip(made: Any) -> bytes:
    """A part of 60 MB that declares 1000 bytes, in both places where a zip says so."""
    archive = bytearray(made.docx_with(bytes(60_000_000)))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = archive.rfind(signature)
        struct.pack_into("<I", archive, start + offset, 1000)
    return bytes(archive)


def locked_pdf(made: Any, algorithm: str, user_password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(good_pdf()))
    writer.encrypt(user_password, owner_password="eigenaar", algorithm=algorithm)
    content: bytes = made.saved(writer.write)
    return content


def zeros_deflated(megabytes: int) -> bytes:
    """So many megabytes of zeros as zlib data, made by repeating one packed block (RFC 1950, 1951)."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    block = packer.compress(bytes(1_000_000)) + packer.flush(zlib.Z_FULL_FLUSH)
    checksum = (megabytes * 1_000_000 % 65521) << 16 | 1
    return b"\x78\xda" + block * megabytes + b"\x03\x00" + struct.pack(">I", checksum)


def pdf_with_stream(stream: bytes) -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream),
    ]
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 5\n0000000000 65535 f \n%strailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n"
    return body + end % (table, len(body))


CASES: dict[str, tuple[str, Callable[[Any], bytes], Refusal]] = {
    "a broken zip": ("a.docx", lambda made: b"PK\x03\x04" + b"GEHEIM" * 500, Refusal.BROKEN),
    "a docx cut in half": ("a.docx", lambda made: made.docx()[:20_000], Refusal.BROKEN),
    "an xlsx cut in half": ("a.xlsx", lambda made: made.xlsx()[:2_000], Refusal.BROKEN),
    "a zip with nothing in it": (
        "a.docx",
        lambda made: made.with_part(zip_of_nothing(made), "x", b""),
        Refusal.BROKEN,
    ),
    "a part packed a thousand times": (
        "a.docx",
        lambda made: made.docx_with(bytes(20_000_000)),
        Refusal.INFLATED,
    ),
    "a zip that lies about its size": ("a.docx", lying_zip, Refusal.BROKEN),
    "a zip with thousands of parts": ("a.docx", lambda made: many_parts(made, 2_001), Refusal.TOO_MANY_PARTS),
    "billion laughs in a docx": (
        "a.docx",
        lambda made: made.docx_with(made.document_xml("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", DOCTYPE)),
        Refusal.FOREIGN_XML,
    ),
    "billion laughs in utf-16": (
        "a.docx",
        lambda made: made.docx_with(made.document_xml("&l9;", DOCTYPE, "utf-16")),
        Refusal.FOREIGN_XML,
    ),
    "billion laughs in an xlsx": (
        "a.xlsx",
        lambda made: made.xlsx_with(DOCTYPE.encode() + made.sheet_xml(made.text_cell("A1", "&l9;"))),
        Refusal.FOREIGN_XML,
    ),
    "an external entity behind a long comment": (
        "a.docx",
        lambda made: made.docx_with(
            made.document_xml(
                "<w:p><w:r><w:t>Situatie: &x;</w:t></w:r></w:p>",
                f'<!--{" " * 5000}--><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
            ),
        ),
        Refusal.FOREIGN_XML,
    ),
    "tables nested a thousand deep": (
        "a.docx",
        lambda made: made.docx_with(
            made.document_xml("<w:tbl><w:tr><w:tc>" * 1000 + "</w:tc></w:tr></w:tbl>" * 1000),
        ),
        Refusal.BROKEN,
    ),
    "a docx with a password": (
        "a.docx",
        lambda made: OLE + "EncryptedPackage".encode("utf-16-le"),
        Refusal.PASSWORD,
    ),
    "an xlsx with a password": (
        "a.xlsx",
        lambda made: OLE + "EncryptedPackage".encode("utf-16-le"),
        Refusal.PASSWORD,
    ),
    "a zip with a password": ("a.docx", lambda made: flagged_as_encrypted(made.docx()), Refusal.PASSWORD),
    "a pdf with a password, RC4": (
        "a.pdf",
        lambda made: locked_pdf(made, "RC4-128", "geheim"),
        Refusal.PASSWORD,
    ),
    "a pdf with a password, AES": (
        "a.pdf",
        lambda made: locked_pdf(made, "AES-256", "geheim"),
        Refusal.PASSWORD,
    ),
    "an old xls renamed to xlsx": ("a.xlsx", lambda made: OLE + b"Workbook" * 100, Refusal.OLD_OFFICE),
    "a picture renamed to docx": (
        "a.docx",
        lambda made: b"\x89PNG\r\n\x1a\n" + bytes(500),
        Refusal.WRONG_CONTENT,
    ),
    "text renamed to docx": ("a.docx", lambda made: b"Zaaknummer: A-1", Refusal.WRONG_CONTENT),
    "a docx renamed to xlsx": ("a.xlsx", lambda made: made.docx(), Refusal.WRONG_CONTENT),
    "an xlsx renamed to docx": ("a.docx", lambda made: made.xlsx(), Refusal.WRONG_CONTENT),
    "text renamed to pdf": ("a.pdf", lambda made: b"Zaaknummer: A-1", Refusal.WRONG_CONTENT),
    "a pdf renamed to csv": ("a.csv", lambda made: good_pdf(), Refusal.WRONG_CONTENT),
    "a program renamed to eml": (
        "a.eml",
        lambda made: b"\x7fELF" + bytes(range(256)) * 20,
        Refusal.WRONG_CONTENT,
    ),
    "noise renamed to jsonl": ("a.jsonl", lambda made: bytes(range(256)) * 20, Refusal.WRONG_CONTENT),
    "a pdf cut in half": ("a.pdf", lambda made: good_pdf()[:600], Refusal.BROKEN),
    "a scan": ("a.pdf", lambda made: scan(), Refusal.NO_TEXT_LAYER),
    "a pdf that unpacks to 1.5 GB": (
        "a.pdf",
        lambda made: pdf_with_stream(zeros_deflated(1500)),
        Refusal.INFLATED,
    ),
    "a csv in an unknown encoding": (
        "a.csv",
        lambda made: b"Titel;Situatie\nx;\x81\x8d\x8f\n",
        Refusal.ENCODING,
    ),
    "a csv without headings": ("a.csv", lambda made: b"1;2;3\n4;5;6\n", Refusal.NO_COLUMNS),
    "an xlsx without headings": ("a.xlsx", lambda made: made.saved(openpyxl.Workbook().save), Refusal.EMPTY),
    "a docx without labels": ("a.docx", lambda made: made.saved(docx.Document().save), Refusal.NO_LABELS),
    "one json object over many lines": (
        "a.jsonl",
        lambda made: b'{\n"case_id":\n"A-1"\n}',
        Refusal.NOT_ONE_PER_LINE,
    ),
    "an empty file": ("a.csv", lambda made: b"", Refusal.EMPTY),
    "a file of blank lines": ("a.eml", lambda made: b" \n\n\t\n", Refusal.EMPTY),
    "values in a column far away": (
        "a.xlsx",
        lambda made: made.xlsx_with(made.sheet_xml(f'<row r="1">{made.text_cell("XFD1", "x")}</row>')),
        Refusal.TOO_MANY_COLUMNS,
    ),
    "an xls": ("a.xls", lambda made: OLE, Refusal.OLD_OFFICE),
    "a doc": ("a.doc", lambda made: OLE, Refusal.OLD_OFFICE),
    "an Outlook message": ("a.msg", lambda made: OLE, Refusal.OUTLOOK),
    "a workbook with macros": ("a.xlsm", lambda made: b"PK\x03\x04", Refusal.OTHER_OFFICE),
    "a picture": ("a.png", lambda made: b"\x89PNG", Refusal.UNKNOWN_KIND),
}


def zip_of_nothing(made: Any) -> bytes:
    content: bytes = made.saved(lambda target: zipfile.ZipFile(target, "w").close())
    return content


def many_parts(made: Any, count: int) -> bytes:
    def save(target: io.BytesIO) -> None:
        with zipfile.ZipFile(target, "w") as archive:
            for number in range(count):
                archive.writestr(str(number), b"")

    content: bytes = made.saved(save)
    return content


def flagged_as_encrypted(archive: bytes) -> bytes:
    changed = bytearray(archive)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[changed.find(signature) + offset] |= 1
    return bytes(changed)


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_gives_one_sentence_and_the_next_file_is_read(
    case: str, reader: FileReader, write: Write, made: Any
) -> None:
    name, build, reason = CASES[case]
    path = write(name, build(made))
    start = time.monotonic()
    with pytest.raises(UnreadableFileError) as caught:
        reader.read(path)
    error = caught.value
    assert time.monotonic() - start < PATIENCE
    assert error.reason is reason
    assert name in error.message.nl
    assert name in error.message.en
    assert "GEHEIM" not in error.message.nl + error.message.en + repr(error)
    assert error.__cause__ is None
    assert reader.read(write("goed.docx", made.docx())).rows[0].fields[0] == ("Zaaknummer", "A-1")


def test_every_refusal_has_a_sentence_in_both_languages_with_the_name_of_the_file() -> None:
    for reason in Refusal:
        message = UnreadableFileError(reason, "bestand.docx", 1234).message
        assert "bestand.docx" in message.nl
        assert "bestand.docx" in message.en
        assert "{" not in message.nl + message.en


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_is_only_locked_against_editing_is_read(
    algorithm: str, read: Callable[[str, bytes], ReadResult], made: Any
) -> None:
    assert read("a.pdf", locked_pdf(made, algorithm, "")).rows[0].fields[0] == ("Zaaknummer", "A-1")
