# SPDX-License-Identifier: EUPL-1.2
"""An evidence pack as Word file, in the styles of the template."""

from io import BytesIO
from itertools import zip_longest
from typing import Any

from search_app.dossier import template as t
from search_app.dossier.document import (
    Block,
    Bullets,
    Callout,
    Columns,
    Cover,
    Document,
    Figure,
    Heading,
    Paragraph,
    StoryBlock,
    Table,
)
from search_app.dossier.same_bytes import saved
from search_app.dossier.typeset import drawing_as_png
from search_app.dossier.word_tables import columns, facts, grid, tiles

WIDTH = 166.0
"""Of the text, in millimetres."""


def docx(document: Document) -> bytes:
    """The document as Word file; the same document gives the same bytes.

    Raises:
        TypesettingError: a figure could not be drawn.
    """
    import docx as word_files

    word = word_files.Document(str(t.TEMPLATE))
    _set_language(word, document.locale)
    _running_lines(word, document)
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        _write(word, block)
        if isinstance(block, Paragraph) and isinstance(following, Columns | Table | StoryBlock):
            word.paragraphs[-1].paragraph_format.keep_with_next = True
    return saved(
        word,
        title=document.title,
        author=document.sender,
        subject=document.subject,
        language=document.locale,
        day=document.day,
    )


def _write(word: Any, block: Block) -> None:
    match block:
        case Heading():
            word.add_heading(block.text, block.level)
        case Paragraph():
            word.add_paragraph(block.text, t.QUIET_TEXT if block.quiet else "Normal")
        case Bullets():
            for label, text in block.items:
                _labelled(word.add_paragraph(style="List Bullet"), label, text)
        case Columns():
            columns(word, block, WIDTH)
        case _:
            _write_framed(word, block)


def _write_framed(word: Any, block: Cover | Callout | StoryBlock | Table | Figure) -> None:
    match block:
        case Cover():
            _cover(word, block)
        case Callout():
            word.add_paragraph(block.title, t.CALLOUT_TITLE)
            word.add_paragraph(block.text, t.CALLOUT)
        case StoryBlock():
            _story(word, block)
        case Table():
            _captioned(word, block)
        case Figure():
            _figure(word, block)


def _cover(word: Any, cover: Cover) -> None:
    word.add_paragraph(cover.kicker, t.KICKER)
    word.add_paragraph(cover.title, "Title")
    word.add_paragraph(cover.lead, "Subtitle")
    word.add_paragraph(style=t.GAP)
    facts(word, cover.facts, WIDTH)
    word.add_paragraph(style=t.GAP)
    tiles(word, cover.tiles, WIDTH)
    word.add_paragraph(style=t.GAP)


def _story(word: Any, story: StoryBlock) -> None:
    word.add_heading(story.heading, 2)
    word.add_paragraph(story.about, t.QUIET_TEXT).paragraph_format.keep_with_next = True
    for text in story.paragraphs:
        word.add_paragraph(text, t.STORY)
    for label, text in story.labelled:
        _labelled(word.add_paragraph(style=t.STORY), label, text)


def _captioned(word: Any, table: Table) -> None:
    word.add_paragraph(table.caption, "Caption")
    grid(word, table, WIDTH)
    word.add_paragraph(style=t.GAP)


def _figure(word: Any, figure: Figure) -> None:
    from docx.shared import Mm

    picture = BytesIO(drawing_as_png(figure.svg, figure.width))
    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(picture, width=Mm(WIDTH))
    properties = shape._inline.docPr
    properties.set("descr", figure.alt)
    properties.set("name", figure.caption[:60])
    word.add_paragraph(figure.caption, t.QUIET_TEXT)


def _labelled(paragraph: Any, label: str, text: str) -> None:
    if label:
        paragraph.add_run(f"{label}: ").bold = True
    paragraph.add_run(text)


def _running_lines(word: Any, document: Document) -> None:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    section = word.sections[0]
    for footer in (section.footer, section.first_page_footer):
        line = footer.paragraphs[0]
        line.style = "Footer"
        line.text = f"{document.sender}\t{document.page} "
        _field(line, "PAGE")
        line.add_run(f" {document.page_of} ")
        _field(line, "NUMPAGES")
    header = section.header.paragraphs[0]
    header.style = "Header"
    header.text = f"{document.running}\t{document.readers}"
    for line in (header, section.footer.paragraphs[0], section.first_page_footer.paragraphs[0]):
        stops = line.paragraph_format.tab_stops
        stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    for name in ("Header", "Footer"):
        for tabs in word.styles[name].element.xpath("./w:pPr/w:tabs"):
            tabs.getparent().remove(tabs)


def _field(paragraph: Any, name: str) -> None:
    paragraph._p.append(t.element(f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))


def _set_language(word: Any, locale: str) -> None:
    from docx.oxml.ns import qn

    for language in word.styles.element.xpath("//w:rPrDefault//w:lang"):
        language.set(qn("w:val"), locale)
