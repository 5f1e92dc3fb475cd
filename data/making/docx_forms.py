# SPDX-License-Identifier: EUPL-1.2
"""Case forms in Word as real ones are: tables, content controls, tracked changes, comments."""

import io
from pathlib import Path

from docx import Document
from docx.document import Document as Form
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor
from docx.text.paragraph import Paragraph
from fixed_zip import freeze

SHORT = 60
_STAMP = {"w:id": "7", "w:author": "Verzonnen Collega", "w:date": "2026-01-05T09:00:00Z"}


def write_form(fields: list[tuple[str, str]], number: int, path: Path) -> None:
    """One case form; ``number`` decides which oddities of Word it shows."""
    form = Document()
    form.styles["Normal"].font.name = "Calibri"
    form.styles["Normal"].font.size = Pt(11)
    form.add_heading("Afhandelingsformulier Maatwerkplaats", level=0)
    form.sections[0].header.paragraphs[0].text = "Maatwerkplaats (verzonnen voorbeeld)"
    form.sections[0].footer.paragraphs[0].text = "Ingevuld door: Verzonnen Collega"
    short = [(heading, value) for heading, value in fields if len(value) <= SHORT and "\n" not in value]
    _table(form, short, controls=number % 3 == 1)
    for heading, value in fields:
        if (heading, value) not in short:
            _section(form, heading, value, tracked=number % 3 == 2)
    if number % 4 == 0:
        _comment(form)
    form.core_properties.author = "Verzonnen Collega"
    buffer = io.BytesIO()
    form.save(buffer)
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(freeze(buffer.getvalue()))


def _table(form: Form, fields: list[tuple[str, str]], *, controls: bool) -> None:
    table = form.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for heading, value in fields:
        label, content = table.add_row().cells
        label.paragraphs[0].add_run(heading).bold = True
        if controls:
            _content_control(content.paragraphs[0], value)
        else:
            content.text = value


def _section(form: Form, heading: str, value: str, *, tracked: bool) -> None:
    title = form.add_heading(heading, level=2)
    title.runs[0].font.color.rgb = RGBColor(0x1A, 0x5A, 0x8A)
    for text in value.split("\n"):
        if not text.strip():
            continue
        paragraph = form.add_paragraph()
        if tracked:
            _tracked(paragraph, text)
        else:
            paragraph.add_run(text)


def _content_control(paragraph: Paragraph, value: str) -> None:
    control, content = OxmlElement("w:sdt"), OxmlElement("w:sdtContent")
    control.append(OxmlElement("w:sdtPr"))
    content.append(_run(value))
    control.append(content)
    paragraph._p.append(control)


def _tracked(paragraph: Paragraph, text: str) -> None:
    """The second half was inserted with changes tracked, an earlier wording deleted."""
    middle = text.find(" ", len(text) // 2) % (len(text) + 1)
    paragraph.add_run(text[:middle])
    deleted = OxmlElement("w:del")
    deleted.append(_run(" oude tekst", tag="w:delText"))
    inserted = OxmlElement("w:ins")
    inserted.append(_run(text[middle:]))
    for change in (deleted, inserted):
        for name, value in _STAMP.items():
            change.set(qn(name), value)
        paragraph._p.append(change)


def _run(text: str, tag: str = "w:t") -> object:
    run, node = OxmlElement("w:r"), OxmlElement(tag)
    node.text = text
    node.set(qn("xml:space"), "preserve")
    run.append(node)
    return run


def _comment(form: Form) -> None:
    run = form.paragraphs[-1].runs[0] if form.paragraphs[-1].runs else form.paragraphs[-1].add_run("")
    form.add_comment(run, text="Nog even navragen.", author="Verzonnen Collega", initials="VC")
