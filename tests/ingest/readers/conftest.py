# SPDX-License-Identifier: EUPL-1.2
import io
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import openpyxl
import pytest

from ingest.headings import is_heading
from ingest.readers import FileReader, RawRow, ReadResult

Write = Callable[[str, bytes], Path]
Read = Callable[[str, bytes], ReadResult]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SECRET = "Jansen-GEHEIM"


class MadeFiles:
    """Files of Office that hold one case, whole or with another part put in."""

    def saved(self, save: Callable[[io.BytesIO], object]) -> bytes:
        """What a function writes to a file."""
        target = io.BytesIO()
        save(target)
        return target.getvalue()

    def docx(self) -> bytes:
        document = docx.Document()
        document.add_paragraph("Zaaknummer: A-1")
        document.add_paragraph(f"Situatie: {SECRET} belde.")
        return self.saved(document.save)

    def xlsx(self) -> bytes:
        workbook = openpyxl.Workbook()
        workbook.active.append(["Zaaknummer", "Situatie"])
        workbook.active.append(["A-1", f"{SECRET} belde."])
        return self.saved(workbook.save)

    def docx_with(self, document: bytes) -> bytes:
        """A docx whose text is this XML."""
        return self.with_part(self.docx(), "word/document.xml", document)

    def xlsx_with(self, sheet: bytes) -> bytes:
        """An xlsx whose only sheet is this XML."""
        return self.with_part(self.xlsx(), "xl/worksheets/sheet1.xml", sheet)

    def with_part(self, archive: bytes, name: str, content: bytes) -> bytes:
        """An archive with one part put in, or put in the place of the old one."""
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

    def document_xml(self, inside: str, before: str = "", encoding: str = "utf-8") -> bytes:
        return f'{before}<w:document xmlns:w="{W}"><w:body>{inside}</w:body></w:document>'.encode(encoding)

    def sheet_xml(self, rows: str, before: str = "") -> bytes:
        return f'<worksheet xmlns="{SHEET}">{before}<sheetData>{rows}</sheetData></worksheet>'.encode()

    def text_cell(self, place: str, text: str) -> str:
        return f'<c r="{place}" t="inlineStr"><is><t>{text}</t></is></c>'


@pytest.fixture(scope="session")
def made() -> MadeFiles:
    """Makes files of Office, good and bad."""
    return MadeFiles()


@pytest.fixture(scope="session")
def reader() -> Iterator[FileReader]:
    """One child process for all tests that do not break it on purpose."""
    with FileReader(is_heading=is_heading) as opened:
        yield opened


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def write_file(name: str, content: bytes) -> Path:
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return write_file


@pytest.fixture
def read(reader: FileReader, write: Write) -> Read:
    return lambda name, content: reader.read(write(name, content))


@pytest.fixture(scope="session")
def values() -> Callable[[RawRow], dict[str, str]]:
    """Fields of a row whose headings are all different."""

    def as_dict(row: RawRow) -> dict[str, str]:
        assert len({heading for heading, _ in row.fields}) == len(row.fields)
        return dict(row.fields)

    return as_dict
