# SPDX-License-Identifier: EUPL-1.2
"""Broken, locked and hostile files: each gives one clear sentence in bounded time."""

import io
import struct
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

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
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
PATIENCE = 60.0
"""Seconds after which a test machine under heavy load would still have answered."""


def good_docx() -> bytes:
    document = docx.Document()
    document.add_paragraph("Zaaknummer: A-1")
    document.add_paragraph(f"Situatie: {SECRET} belde.")
    return saved(document.save)


def good_xlsx() -> bytes:
    workbook = openpyxl.Workbook()
    workbook.active.append(["Zaaknummer", "Situatie"])
    workbook.active.append(["A-1", f"{SECRET} belde."])
    return saved(workbook.save)


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


def saved(save: Callable[[io.BytesIO], object]) -> bytes:
    target = io.BytesIO()
    save(target)
    return target.getvalue()


def with_part(archive: bytes, name: str, content: bytes) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as old,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.namelist():
            if part != name:
                new.writestr(part, old.read(part))
        new.writestr(name, content)
    return target.getvalue()


def lying_zip() -> bytes:
    """A part of 60 MB that declares 1000 bytes, in both places where a zip says so."""
    archive = bytearray(with_part(good_docx(), "word/document.xml", bytes(60_000_000)))
    for signature, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = archive.rfind(signature)
        struct.pack_into("<I", archive, start + offset, 1000)
    return bytes(archive)


def locked_pdf(algorithm: str, user_password: str) -> bytes:
    writer = PdfWriter(clone_from=io.BytesIO(good_pdf()))
    writer.encrypt(user_password, owner_password="eigenaar", algorithm=algorithm)
    return saved(writer.write)


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


def sheet_xml(rows: str, before: str = "") -> bytes:
    return f'<worksheet xmlns="{SHEET}">{before}<sheetData>{rows}</sheetData></worksheet>'.encode()


def text_cell(place: str, text: str) -> str:
    return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


def document_xml(inside: str, before: str = "", encoding: str = "utf-8") -> bytes:
    return f'{before}<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'.encode(encoding)


CASES: dict[str, tuple[str, Callable[[], bytes], Refusal]] = {
    "a broken zip": ("a.docx", lambda: b"PK\x03\x04" + b"GEHEIM" * 500, Refusal.BROKEN),
    "a docx cut in half": ("a.docx", lambda: good_docx()[:20_000], Refusal.BROKEN),
    "an xlsx cut in half": ("a.xlsx", lambda: good_xlsx()[:2_000], Refusal.BROKEN),
    "a zip with nothing in it": ("a.docx", lambda: with_part(zip_of_nothing(), "x", b""), Refusal.BROKEN),
    "a part packed a thousand times": (
        "a.docx",
        lambda: with_part(good_docx(), "word/document.xml", bytes(20_000_000)),
        Refusal.INFLATED,
    ),
    "a zip that lies about its size": ("a.docx", lying_zip, Refusal.BROKEN),
    "a zip with thousands of parts": ("a.docx", lambda: many_parts(2_001), Refusal.TOO_MANY_PARTS),
    "billion laughs in a docx": (
        "a.docx",
        lambda: with_part(
            good_docx(), "word/document.xml", document_xml("<w:p><w:r><w:t>&l9;</w:t></w:r></w:p>", DOCTYPE)
        ),
        Refusal.FOREIGN_XML,
    ),
    "billion laughs in utf-16": (
        "a.docx",
        lambda: with_part(good_docx(), "word/document.xml", document_xml("&l9;", DOCTYPE, "utf-16")),
        Refusal.FOREIGN_XML,
    ),
    "billion laughs in an xlsx": (
        "a.xlsx",
        lambda: with_part(
            good_xlsx(), "xl/worksheets/sheet1.xml", DOCTYPE.encode() + sheet_xml(text_cell("A1", "&l9;"))
        ),
        Refusal.FOREIGN_XML,
    ),
    "an external entity behind a long comment": (
        "a.docx",
        lambda: with_part(
            good_docx(),
            "word/document.xml",
            document_xml(
                "<w:p><w:r><w:t>Situatie: &x;</w:t></w:r></w:p>",
                f'<!--{" " * 5000}--><!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
            ),
        ),
        Refusal.FOREIGN_XML,
    ),
    "tables nested a thousand deep": (
        "a.docx",
        lambda: with_part(
            good_docx(),
            "word/document.xml",
            document_xml("<w:tbl><w:tr><w:tc>" * 1000 + "</w:tc></w:tr></w:tbl>" * 1000),
        ),
        Refusal.BROKEN,
    ),
    "a docx with a password": (
        "a.docx",
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        Refusal.PASSWORD,
    ),
    "an xlsx with a password": (
        "a.xlsx",
        lambda: OLE + "EncryptedPackage".encode("utf-16-le"),
        Refusal.PASSWORD,
    ),
    "a zip with a password": ("a.docx", lambda: flagged_as_encrypted(good_docx()), Refusal.PASSWORD),
    "a pdf with a password, RC4": ("a.pdf", lambda: locked_pdf("RC4-128", "geheim"), Refusal.PASSWORD),
    "a pdf with a password, AES": ("a.pdf", lambda: locked_pdf("AES-256", "geheim"), Refusal.PASSWORD),
    "an old xls renamed to xlsx": ("a.xlsx", lambda: OLE + b"Workbook" * 100, Refusal.OLD_OFFICE),
    "a picture renamed to docx": ("a.docx", lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), Refusal.WRONG_CONTENT),
    "text renamed to docx": ("a.docx", lambda: b"Zaaknummer: A-1", Refusal.WRONG_CONTENT),
    "a docx renamed to xlsx": ("a.xlsx", good_docx, Refusal.WRONG_CONTENT),
    "an xlsx renamed to docx": ("a.docx", good_xlsx, Refusal.WRONG_CONTENT),
    "text renamed to pdf": ("a.pdf", lambda: b"Zaaknummer: A-1", Refusal.WRONG_CONTENT),
    "a pdf renamed to csv": ("a.csv", good_pdf, Refusal.WRONG_CONTENT),
    "a program renamed to eml": ("a.eml", lambda: b"\x7fELF" + bytes(range(256)) * 20, Refusal.WRONG_CONTENT),
    "noise renamed to jsonl": ("a.jsonl", lambda: bytes(range(256)) * 20, Refusal.WRONG_CONTENT),
    "a pdf cut in half": ("a.pdf", lambda: good_pdf()[:600], Refusal.BROKEN),
    "a scan": ("a.pdf", scan, Refusal.NO_TEXT_LAYER),
    "a pdf that unpacks to 1.5 GB": (
        "a.pdf",
        lambda: pdf_with_stream(zeros_deflated(1500)),
        Refusal.INFLATED,
    ),
    "a csv in an unknown encoding": ("a.csv", lambda: b"Titel;Situatie\nx;\x81\x8d\x8f\n", Refusal.ENCODING),
    "a csv without headings": ("a.csv", lambda: b"1;2;3\n4;5;6\n", Refusal.NO_COLUMNS),
    "an xlsx without headings": ("a.xlsx", lambda: saved(openpyxl.Workbook().save), Refusal.EMPTY),
    "a docx without labels": ("a.docx", lambda: saved(docx.Document().save), Refusal.NO_LABELS),
    "one json object over many lines": (
        "a.jsonl",
        lambda: b'{\n"case_id":\n"A-1"\n}',
        Refusal.NOT_ONE_PER_LINE,
    ),
    "an empty file": ("a.csv", lambda: b"", Refusal.EMPTY),
    "a file of blank lines": ("a.eml", lambda: b" \n\n\t\n", Refusal.EMPTY),
    "values in a column far away": (
        "a.xlsx",
        lambda: with_part(
            good_xlsx(), "xl/worksheets/sheet1.xml", sheet_xml(f'<row r="1">{text_cell("XFD1", "x")}</row>')
        ),
        Refusal.TOO_MANY_COLUMNS,
    ),
    "an xls": ("a.xls", lambda: OLE, Refusal.OLD_OFFICE),
    "a doc": ("a.doc", lambda: OLE, Refusal.OLD_OFFICE),
    "an Outlook message": ("a.msg", lambda: OLE, Refusal.OUTLOOK),
    "a workbook with macros": ("a.xlsm", lambda: b"PK\x03\x04", Refusal.OTHER_OFFICE),
    "a picture": ("a.png", lambda: b"\x89PNG", Refusal.UNKNOWN_KIND),
}


def zip_of_nothing() -> bytes:
    return saved(lambda target: zipfile.ZipFile(target, "w").close())


def many_parts(count: int) -> bytes:
    def save(target: io.BytesIO) -> None:
        with zipfile.ZipFile(target, "w") as archive:
            for number in range(count):
                archive.writestr(str(number), b"")

    return saved(save)


def flagged_as_encrypted(archive: bytes) -> bytes:
    changed = bytearray(archive)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        changed[changed.find(signature) + offset] |= 1
    return bytes(changed)


@pytest.mark.parametrize("case", CASES)
def test_a_bad_file_gives_one_sentence_and_the_next_file_is_read(
    case: str, reader: FileReader, write: Write
) -> None:
    name, build, reason = CASES[case]
    path = write(name, build())
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
    assert reader.read(write("goed.docx", good_docx())).rows[0].fields[0] == ("Zaaknummer", "A-1")


def test_every_refusal_has_a_sentence_in_both_languages_with_the_name_of_the_file() -> None:
    for reason in Refusal:
        message = UnreadableFileError(reason, "bestand.docx", 1234).message
        assert "bestand.docx" in message.nl
        assert "bestand.docx" in message.en
        assert "{" not in message.nl + message.en


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_is_only_locked_against_editing_is_read(
    algorithm: str, read: Callable[[str, bytes], ReadResult]
) -> None:
    assert read("a.pdf", locked_pdf(algorithm, "")).rows[0].fields[0] == ("Zaaknummer", "A-1")
