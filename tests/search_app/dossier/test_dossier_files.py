# SPDX-License-Identifier: EUPL-1.2
import getpass
import re
import socket
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO
from xml.etree import ElementTree
from zipfile import ZipFile

import docx
import pytest
from pypdf import PdfReader

from search_app.dossier.document import Cover, Document, Figure, Heading, Table
from search_app.dossier.file import DossierFileError, written
from search_app.dossier.template import TEMPLATE, make_template
from search_app.dossier.typeset import drawing_as_png, page_pictures, pdf
from search_app.dossier.word import docx as word_file

LaidOut = Callable[..., Document]


def opened(content: bytes) -> Any:
    return docx.Document(BytesIO(content))


def all_text(word: Any) -> str:
    return "\n".join(node.text or "" for node in word.element.body.iter() if node.tag.endswith("}t"))


def test_the_word_file_opens_with_headings_tables_and_a_described_figure(laid_out: LaidOut) -> None:
    document = laid_out()
    word = opened(word_file(document))
    headings = [each.text for each in word.paragraphs if each.style.name == "Heading 1"]
    assert headings == [b.text for b in document.blocks if isinstance(b, Heading) and b.level == 1]
    assert word.paragraphs[1].style.name == "Title"
    tables = [each for each in document.blocks if isinstance(each, Table)]
    styled = [each for each in word.tables if each.style and each.style.name == "Dossier Grid"]
    assert [len(each.rows) - 1 for each in styled] == [len(each.rows) for each in tables]
    assert all("w:tblHeader" in each.rows[0]._tr.xml for each in styled)
    figure = next(each for each in document.blocks if isinstance(each, Figure))
    assert word.element.body.xpath(".//wp:docPr/@descr") == [figure.alt]


def test_the_word_file_carries_title_language_numbers_and_no_maker(laid_out: LaidOut) -> None:
    document = laid_out()
    content = word_file(document)
    properties = opened(content).core_properties
    assert (properties.title, properties.language) == (document.title, "nl-NL")
    assert properties.author == document.sender
    with ZipFile(BytesIO(content)) as parts:
        told = b"".join(parts.read(name) for name in parts.namelist() if "docProps/" in name)
        styles = parts.read("word/styles.xml").decode()
        footers = b"".join(parts.read(n) for n in parts.namelist() if "footer" in n).decode()
        for name in parts.namelist():
            if name.endswith((".xml", ".rels")):
                ElementTree.fromstring(parts.read(name))
        assert {information.date_time for information in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert re.search(r'<w:lang [^>]*w:val="nl-NL"', styles)
    assert "NUMPAGES" in footers
    assert properties.last_modified_by == ""
    for name in (getpass.getuser(), socket.gethostname(), str(Path.cwd()), "python-docx"):
        assert not re.search(rf"\b{re.escape(name)}\b", told.decode("latin-1"))


def test_the_pdf_is_tagged_with_language_title_and_embedded_fonts(laid_out: LaidOut) -> None:
    document = laid_out()
    reader = PdfReader(BytesIO(pdf(document)))
    catalogue = reader.trailer["/Root"]
    assert catalogue["/Lang"] == "nl-NL"
    assert catalogue["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in catalogue
    assert reader.metadata is not None
    assert reader.metadata.title == document.title
    assert 2 <= len(reader.pages) <= 6
    fonts = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"].get("/Font", {}).values()
    }
    assert fonts
    assert all(re.fullmatch(r"/[A-Z]{6}\+Roboto-\w+", font) for font in fonts)


def test_both_files_hold_all_text(laid_out: LaidOut) -> None:
    document = laid_out()
    in_pdf = "".join(page.extract_text() for page in PdfReader(BytesIO(pdf(document))).pages)
    in_word = all_text(opened(word_file(document)))
    cover = document.blocks[0]
    assert isinstance(cover, Cover)
    cells = {cell for each in document.blocks if isinstance(each, Table) for row in each.rows for cell in row}
    for expected in {cover.lead, *(value for _, value in cover.facts), *cells}:
        assert squeezed(expected) in squeezed(in_pdf)
        assert squeezed(expected) in squeezed(in_word)


def test_a_word_longer_than_a_line_is_broken_and_stays_whole(
    laid_out: LaidOut, invented_pattern: Any
) -> None:
    word = "ketenverantwoordelijkheid" * 8
    record = replace(invented_pattern.RECORD, name=word, mechanism=f"Door {word} loopt het vast.")
    (page, *_) = PdfReader(BytesIO(pdf(laid_out(invented_pattern.view(record=record))))).pages
    lines = page.extract_text().replace("\u200b", "").splitlines()
    assert max(map(len, lines)) < len(word)
    assert squeezed("".join(lines)).count(word) == 2


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("make", [pdf, word_file])
def test_the_same_pack_gives_the_same_bytes(laid_out: LaidOut, make: Callable[[Document], bytes]) -> None:
    assert make(laid_out()) == make(laid_out())


def test_text_is_never_read_as_markup(laid_out: LaidOut, invented_pattern: Any) -> None:
    record = replace(invented_pattern.RECORD, mechanism='#import "x" *$ <b> & ]] \\ `raw`')
    document = laid_out(invented_pattern.view(record=record))
    reader = PdfReader(BytesIO(pdf(document)))
    assert squeezed(record.mechanism) in squeezed(reader.pages[0].extract_text())
    assert record.mechanism in all_text(opened(word_file(document)))


def test_pages_and_drawings_become_pictures(laid_out: LaidOut) -> None:
    document = laid_out()
    pages = page_pictures(document, 30)
    assert len(pages) == len(PdfReader(BytesIO(pdf(document))).pages)
    figure = next(each for each in document.blocks if isinstance(each, Figure))
    assert all(each.startswith(b"\x89PNG") for each in [*pages, drawing_as_png(figure.svg, figure.width)])


def test_the_template_in_the_repository_is_the_one_that_is_made() -> None:
    assert TEMPLATE.read_bytes() == make_template()


@pytest.mark.parametrize("name", ["x.txt", "x", "x.docx.zip"])
def test_another_ending_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    with pytest.raises(DossierFileError, match=r"\.docx of \.pdf"), written(tmp_path / name):
        pass
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_when_the_work_fails_and_an_older_file_stays(tmp_path: Path) -> None:
    place = tmp_path / "x.pdf"
    place.write_bytes(b"oud")
    with pytest.raises(ValueError, match="mis"), written(place) as stream:
        _half_written(stream)
    assert [(each.name, each.read_bytes()) for each in tmp_path.iterdir()] == [("x.pdf", b"oud")]


def _half_written(stream: BinaryIO) -> None:
    stream.write(b"half")
    raise ValueError("mis")


@pytest.mark.parametrize("place", ["weg/x.pdf", "map.pdf"])
def test_a_place_that_cannot_be_written_to_is_told(tmp_path: Path, place: str) -> None:
    (tmp_path / "map.pdf").mkdir()
    with pytest.raises(DossierFileError, match=r"kan .* niet worden geschreven"), written(tmp_path / place):
        pass
