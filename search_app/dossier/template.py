# SPDX-License-Identifier: EUPL-1.2
"""Makes ``template.docx``, the Word template of an evidence pack: ``python -m search_app.dossier.template``.

An organisation with a house style opens the template in Word and changes the styles; the text is put into
the styles by name. Names of styles are Word's own where there is one (Title, Heading 1, List Bullet).
"""

from pathlib import Path
from typing import Any

from search_app.dossier.same_bytes import saved

TEMPLATE = Path(__file__).parent / "template.docx"
FONT = "Calibri"
INK, QUIET, RULE, ACCENT, PALE = "101A24", "4D5966", "D6DCE2", "1A5A8A", "E8F0F7"
FIELDS = ("1A5A8A", "A8551F", "2F7050")
"""Colours of the three perspectives, each beside its name."""

KICKER, QUIET_TEXT, TABLE_TEXT, CALLOUT, CALLOUT_TITLE, STORY, TILE_LABEL, TILE_VALUE = (
    "Dossier Kicker",
    "Dossier Quiet",
    "Dossier Table",
    "Dossier Ask",
    "Dossier Ask Title",
    "Dossier Story",
    "Dossier Tile",
    "Dossier Tile Value",
)
GAP = "Dossier Gap"
TABLE_STYLE = "Dossier Grid"


def make_template() -> bytes:
    """The template; the same bytes every time."""
    from docx import Document
    from docx.shared import Mm

    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(22)
    section.top_margin, section.bottom_margin = Mm(24), Mm(20)
    section.header_distance = section.footer_distance = Mm(11)
    section.different_first_page_header_footer = True
    _paragraph_styles(document)
    _numbered_headings(document)
    _table_style(document)
    return saved(document, title="", author="", subject="", language="nl-NL", day=None)


def _paragraph_styles(document: Any) -> None:
    _language(document)
    _style(document, "Normal", size=10, after=5, line=1.12)
    _style(document, "Title", size=23, bold=True, colour="FFFFFF", after=3, shade=ACCENT, pad=True)
    _style(document, "Subtitle", size=11.5, colour="FFFFFF", after=8, shade=ACCENT, pad=True)
    _style(document, KICKER, size=9, colour="FFFFFF", after=0, shade=ACCENT, pad=True, keep=True)
    _style(document, "Heading 1", size=14, bold=True, colour=ACCENT, before=16, after=5, keep=True)
    _style(document, "Heading 2", size=11, bold=True, before=9, after=2, keep=True)
    _style(document, QUIET_TEXT, size=9, colour=QUIET, after=4)
    _style(document, "Caption", size=9, colour=QUIET, before=4, after=3, keep=True)
    _style(document, TABLE_TEXT, size=9, after=0, line=1.0)
    _style(
        document, CALLOUT_TITLE, size=10.5, bold=True, before=8, after=0, shade=PALE, bar=ACCENT, keep=True
    )
    _style(document, CALLOUT, size=10.5, after=8, shade=PALE, bar=ACCENT)
    _style(document, STORY, size=10, after=4, bar=RULE)
    _style(document, "List Bullet", size=10, after=3)
    _style(document, "Quote", size=9.5, after=1, before=3)
    _style(document, TILE_LABEL, size=8.5, colour=QUIET, after=0)
    _style(document, TILE_VALUE, size=15, bold=True, after=0)
    _style(document, GAP, size=4, after=0, line=1.0)
    _style(document, "Header", size=8.5, colour=QUIET, after=0)
    _style(document, "Footer", size=8.5, colour=QUIET, after=0)


def _style(
    document: Any,
    name: str,
    *,
    size: float,
    bold: bool = False,
    colour: str = INK,
    before: float = 0,
    after: float = 0,
    line: float = 1.1,
    keep: bool = False,
    shade: str = "",
    bar: str = "",
    pad: bool = False,
) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt, RGBColor

    known = {style.name for style in document.styles}
    style = (
        document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    )
    if name not in known:
        style.base_style = document.styles["Normal"]
    style.font.size, style.font.bold, style.font.italic = Pt(size), bold, False
    style.font.color.rgb = RGBColor.from_string(colour)
    _font(style)
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), line
    form.keep_with_next, form.widow_control = keep, True
    _borders(style, shade=shade, bar=bar, pad=pad)
    if bar:
        form.left_indent = Pt(9)
    if pad:
        form.left_indent = form.right_indent = Pt(9)


def _font(style: Any) -> None:
    from docx.oxml.ns import qn

    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for loose in style.element.xpath("./w:rPr/w:spacing"):  # Word's own subtitle is set wide
        loose.getparent().remove(loose)
    for name in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{name}"), FONT)


def _borders(style: Any, *, shade: str, bar: str, pad: bool) -> None:
    properties = style.element.get_or_add_pPr()
    for old in properties.xpath("./w:pBdr | ./w:shd"):
        properties.remove(old)
    edges = ""
    if pad:
        edges = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="{space}" w:color="{shade}"/>'
            for side, space in (("top", 4), ("left", 8), ("bottom", 4), ("right", 8))
        )
    elif bar:
        edges = f'<w:left w:val="single" w:sz="18" w:space="7" w:color="{bar}"/>'
    if edges:
        _insert(properties, f"<w:pBdr>{edges}</w:pBdr>")
    if shade:
        _insert(properties, f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>')


_AFTER = {
    "pBdr": ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"),
    "shd": ("w:tabs", "w:spacing", "w:ind", "w:jc", "w:outlineLvl"),
}


def _insert(properties: Any, xml: str) -> None:
    """Word wants the parts of a paragraph's properties in the order of the standard (ECMA-376)."""
    part = element(xml)
    properties.insert_element_before(part, *_AFTER[part.tag.rsplit("}", 1)[1]])


def element(xml: str) -> Any:
    """A piece of WordprocessingML, written without its namespace."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    opening, rest = xml.split("<w:", 1)
    name = rest.replace("/", " ").replace(">", " ").split(" ", 1)[0]
    return parse_xml(f"{opening}<w:{name} {nsdecls('w')}{rest[len(name) :]}")


def _language(document: Any) -> None:
    for language in document.styles.element.xpath("//w:rPrDefault//w:lang"):
        for name in list(language.attrib):
            language.set(name, "nl-NL")


def _numbered_headings(document: Any) -> None:
    """Headings of level 1 carry a number that Word counts itself."""
    numbering = document.part.numbering_part.element
    abstract = (
        '<w:abstractNum w:abstractNumId="90"><w:multiLevelType w:val="multilevel"/>'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:pStyle w:val="Heading1"/>'
        '<w:lvlText w:val="%1"/><w:lvlJc w:val="left"/>'
        '<w:pPr><w:tabs><w:tab w:val="num" w:pos="454"/></w:tabs>'
        '<w:ind w:left="454" w:hanging="454"/></w:pPr></w:lvl>'
        "</w:abstractNum>"
    )
    first = numbering.xpath("./w:num")
    (first[0].addprevious if first else numbering.append)(element(abstract))
    numbering.append(element('<w:num w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    properties = document.styles["Heading 1"].element.get_or_add_pPr()
    properties.get_or_add_numPr().get_or_add_numId().val = 90


def _table_style(document: Any) -> None:
    rule = f'w:val="single" w:sz="4" w:space="0" w:color="{RULE}"'
    strong = f'w:val="single" w:sz="8" w:space="0" w:color="{ACCENT}"'
    document.styles.element.append(
        element(
            f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE_STYLE.replace(" ", "")}">'
            f'<w:name w:val="{TABLE_STYLE}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="99"/>'
            f"<w:tblPr><w:tblBorders><w:bottom {rule}/><w:insideH {rule}/></w:tblBorders>"
            '<w:tblCellMar><w:top w:w="45" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
            '<w:bottom w:w="45" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr>'
            f"<w:tcPr><w:tcBorders><w:bottom {strong}/></w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
        )
    )


if __name__ == "__main__":
    TEMPLATE.write_bytes(make_template())
