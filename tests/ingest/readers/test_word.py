# SPDX-License-Identifier: EUPL-1.2
import io
import re
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from ingest.readers import RawRow, ReadResult

Read = Callable[[str, bytes], ReadResult]
Values = Callable[[RawRow], dict[str, str]]
W14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
SECRET = "GEHEIM"


def element(xml: str) -> object:
    """An element from XML without namespace declarations."""
    tag = re.match(r"<[\w:]+", xml)
    assert tag
    return parse_xml(f"{tag[0]} {nsdecls('w', 'wp', 'a')} {W14}{xml[tag.end() :]}")


def saved(document: Document) -> bytes:
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def control(name: str, inside: str, properties: str = "") -> str:
    about = f'<w:sdtPr><w:alias w:val="{name}"/>{properties}</w:sdtPr>'
    return f"<w:sdt>{about}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def tick(checked: int) -> str:
    state = f'<w14:checkbox><w14:checked w14:val="{checked}"/></w14:checkbox>'
    return control("", run("?"), state)


@pytest.fixture
def document() -> Document:
    made = docx.Document()
    made.add_paragraph("Zaaknummer: A-1")
    made.core_properties.author = ""
    return made


@pytest.fixture
def read_values(read: Read, values: Values) -> Callable[[Document], dict[str, str]]:
    return lambda document: values(read("form.docx", saved(document)).rows[0])


@pytest.mark.parametrize(
    ("inside", "expected"),
    [
        (f'<w:ins w:id="1" w:author="{SECRET}">{run("erbij")}</w:ins>', "erbij"),
        (
            '<w:del w:id="1" w:author="x"><w:r><w:delText>weg</w:delText></w:r></w:del>' + run("blijft"),
            "blijft",
        ),
        (
            f'<w:moveFrom w:id="1">{run("oud")}</w:moveFrom><w:moveTo w:id="2">{run("nieuw")}</w:moveTo>',
            "nieuw",
        ),
        (f"<w:hyperlink>{run('koppeling')}</w:hyperlink>", "koppeling"),
        (run(SECRET, "<w:vanish/>") + run("te zien"), "te zien"),
        (run("aan", '<w:vanish w:val="0"/>'), "aan"),
        (control("Naam", run("in een blok")), "in een blok"),
        (control("", run("Klik of tik om tekst in te voeren."), "<w:showingPlcHdr/>"), ""),
        (f"{tick(1)}{run(' opgelost ')}{tick(0)}{run(' niet opgelost')}", "opgelost"),
        ('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>' + run(" ja"), "ja"),
        (
            '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/></w:checkBox>'
            f"</w:ffData></w:fldChar></w:r>{run(' ja')}",
            "",
        ),
        ("<w:r><w:t>een</w:t><w:br/><w:t>twee</w:t><w:tab/><w:t>drie</w:t></w:r>", "een\ntwee\tdrie"),
        ("<w:r><w:t>re</w:t><w:noBreakHyphen/><w:t>integratie</w:t></w:r>", "re-integratie"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r>" + run("tekst"), "tekst"),
    ],
)
def test_a_paragraph_is_read_as_it_is_printed(
    inside: str, expected: str, document: Document, read_values: Callable[[Document], dict[str, str]]
) -> None:
    document.add_heading("Situatie", 1)
    paragraph = document.add_paragraph()
    for child in element(f"<w:p>{inside}</w:p>"):
        paragraph._p.append(child)
    assert read_values(document) == {"Zaaknummer": "A-1", "Situatie": expected}


def test_forms_with_tables_headings_and_controls_are_read(
    document: Document, read_values: Callable[[Document], dict[str, str]]
) -> None:
    document.add_heading("Afhandelingsformulier", 0)
    register = document.add_table(rows=0, cols=4)
    for row in (("Datum ontvangst", "4-3-2021", "Aard", "financieel"), ("Niveau", "juridisch", "", "")):
        for cell, text in zip(register.add_row().cells, row, strict=True):
            cell.text = text
    merged = register.add_row().cells
    merged[0].merge(merged[3]).text = "Buikpijn: dit klopt niet"
    document.add_heading("3. Situatie", 2)
    document.add_paragraph("Eerste alinea.")
    document.add_paragraph("Tweede alinea.", style="List Bullet")
    document._body._element.insert_element_before(
        element(control("Besluit", f"<w:p>{run('Kwijtschelding.')}</w:p>")), "w:sectPr"
    )
    assert read_values(document) == {
        "Zaaknummer": "A-1",
        "Datum ontvangst": "4-3-2021",
        "Aard": "financieel",
        "Niveau": "juridisch",
        "Buikpijn": "dit klopt niet",
        "Situatie": "Eerste alinea.\nTweede alinea.",
        "Besluit": "Kwijtschelding.",
    }


def test_cells_merged_downwards_are_read_once(
    document: Document, read_values: Callable[[Document], dict[str, str]]
) -> None:
    table = document.add_table(rows=3, cols=2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Situatie"
    table.cell(0, 1).text = "eerste"
    table.cell(1, 1).text = "tweede"
    table.cell(2, 0).text = "Besluit"
    table.cell(2, 1).text = "x"
    assert read_values(document) == {"Zaaknummer": "A-1", "Situatie": "eerste\ntweede", "Besluit": "x"}


def test_text_boxes_are_read_once(
    document: Document, read_values: Callable[[Document], dict[str, str]]
) -> None:
    box = f"<w:txbxContent><w:p>{run('Situatie: in een kader')}</w:p></w:txbxContent>"
    xml = (
        '<w:r xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:AlternateContent>'
        f'<mc:Choice Requires="wps"><w:drawing>{box}</w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document.add_paragraph()._p.append(element(xml))
    assert read_values(document) == {"Zaaknummer": "A-1", "Situatie": "in een kader"}


def test_deleted_rows_of_a_table_are_dropped(
    document: Document, read_values: Callable[[Document], dict[str, str]]
) -> None:
    table = document.add_table(rows=2, cols=2)
    for row, texts in zip(table.rows, (("Situatie", "oud"), ("Besluit", "x")), strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    table.rows[0]._tr.get_or_add_trPr().append(element('<w:del w:id="9" w:author="x"/>'))
    assert read_values(document) == {"Zaaknummer": "A-1", "Besluit": "x"}


def test_a_style_that_builds_on_a_heading_is_a_heading(
    document: Document, read_values: Callable[[Document], dict[str, str]]
) -> None:
    style = document.styles.add_style("Huisstijl kop", 1)
    style.base_style = document.styles["Heading 1"]
    document.add_paragraph("Situatie", style=style)
    document.add_paragraph("tekst")
    document.add_paragraph("Vrij veld van ons", style=style)
    document.add_paragraph("meer")
    assert read_values(document) == {"Zaaknummer": "A-1", "Situatie": "tekst", "Vrij veld van ons": "meer"}


def test_what_is_personal_or_hidden_is_counted_and_not_quoted(document: Document, read: Read) -> None:
    document.core_properties.author = SECRET
    section = document.sections[0]
    section.header.paragraphs[0].text = SECRET
    paragraph = document.add_paragraph("Situatie: tekst")
    document.add_comment(paragraph.runs, text=SECRET, author=SECRET)
    document.add_comment(paragraph.runs, text=SECRET, author="ander")
    paragraph._p.append(
        element(f'<w:del w:id="3" w:author="{SECRET}"><w:r><w:delText>{SECRET}</w:delText></w:r></w:del>')
    )
    paragraph._p.append(element(run(SECRET, "<w:vanish/>")))
    result = read("form.docx", saved(document))
    assert {str(finding.message) for finding in result.findings} == {
        "2 opmerkingen van 2 auteurs zijn overgeslagen",
        "1 verwijdering die nog als wijziging zichtbaar was, is weggelaten",
        "1 stuk verborgen tekst is overgeslagen",
        "kop- en voetteksten zijn niet overgenomen",
        "de eigenschappen van het bestand (auteur, laatst gewijzigd door) zijn niet overgenomen",
    }
    assert {finding.file for finding in result.findings} == {"form.docx"}
    assert result.rows[0].fields == (("Zaaknummer", "A-1"), ("Situatie", "tekst"))


def test_a_clean_form_gives_no_findings_and_no_warnings(document: Document, read: Read) -> None:
    document.add_paragraph("Situatie: tekst")
    result = read("form.docx", saved(document))
    assert (result.findings, result.warnings) == ((), ())
    assert (result.rows[0].place, result.rows[0].row) == ("formulier", None)


def test_much_text_outside_the_labels_gives_a_warning(read: Read) -> None:
    document = docx.Document()
    document.add_paragraph("Een lang verhaal zonder kop. " * 20)
    document.add_paragraph("Zaaknummer: A-1")
    assert "buiten de kopjes" in str(read("form.docx", saved(document)).warnings[0])
