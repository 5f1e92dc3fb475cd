# SPDX-License-Identifier: EUPL-1.2
"""Letters with a filled-in form, as PDF."""

from pathlib import Path
from xml.sax.saxutils import escape

from reportlab import rl_config
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

_BODY = ParagraphStyle("body", fontName="Helvetica", fontSize=10, leading=14, spaceAfter=6)
_TITLE = ParagraphStyle(
    "title", parent=_BODY, fontName="Helvetica-Bold", fontSize=15, leading=20, spaceAfter=10
)


def write_letter(fields: list[tuple[str, str]], path: Path) -> None:
    """A letter that encloses a closed case as lines of heading and text."""
    rl_config.invariant = 1
    path.parent.mkdir(exist_ok=True)
    page = SimpleDocTemplate(str(path), pagesize=A4, leftMargin=22 * mm, rightMargin=22 * mm, title="Casus")
    story: list[object] = [
        Paragraph("Maatwerkplaats (verzonnen voorbeeld)", _BODY),
        Paragraph("Afgesloten casus", _TITLE),
        Paragraph("Geachte collega, hierbij de registratie van een afgesloten casus.", _BODY),
        Spacer(1, 4 * mm),
    ]
    for heading, value in fields:
        paragraphs = [part for part in value.split("\n") if part.strip()]
        story.append(Paragraph(f"<b>{escape(heading)}:</b> {escape(paragraphs[0])}", _BODY))
        story.extend(Paragraph(escape(part), _BODY) for part in paragraphs[1:])
    page.build(story)
