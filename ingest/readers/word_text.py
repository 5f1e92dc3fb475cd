# SPDX-License-Identifier: EUPL-1.2
"""The paragraphs and tables of a docx as a reader of the printed page would see them.

python-docx leaves out tracked insertions and content controls, so the elements are walked here.
Element names: ECMA-376 part 1, chapter 17 (WordprocessingML).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from ingest.readers.blocks import Block, Cell, Line, Named, Table
from ingest.readers.word_styles import Style, W, is_on, outline_level

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"

_OFF = ("0", "false", "off", "none")
_DROPPED = {f"{W}del", f"{W}moveFrom"}
_PASSING = {
    f"{W}{name}"
    for name in (
        "ins",
        "moveTo",
        "hyperlink",
        "smartTag",
        "fldSimple",
        "customXml",
        "sdtContent",
        "dir",
        "bdo",
    )
}
_CHARACTERS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_SYMBOLS = {
    "wingdings": {0xFE: "☑", 0xFD: "☒", 0x78: "☒", 0xA8: "☐", 0x6F: "☐", 0x71: "☐"},
    "wingdings 2": {0x52: "☑", 0x53: "☒", 0x54: "☒", 0x51: "☒", 0xA3: "☐", 0x2A: "☐", 0x30: "☐"},
}
_PRIVATE_USE = 0xF000


@dataclass
class Tally:
    """What was met and left out."""

    deletions: int = 0
    hidden: int = 0
    pictures: int = 0
    notes: int = 0
    attachments: int = 0


@dataclass
class _Run:
    text: str
    bold: bool
    control: str | None = None


@dataclass
class WordText:
    """Walks the elements of a document body; ``tally`` counts what was left out."""

    styles: Mapping[str, Style]
    tally: Tally = field(default_factory=Tally)

    def blocks(self, container: etree._Element) -> Iterator[Block]:
        """The paragraphs, tables and content controls in an element, in reading order."""
        for element in container:
            match element.tag:
                case t if t == f"{W}p":
                    yield from self._paragraph(element)
                case t if t == f"{W}tbl":
                    yield Table(tuple(self._rows(element)))
                case t if t == f"{W}sdt":
                    yield from self._control(element)
                case t if t == f"{W}altChunk":
                    self.tally.attachments += 1
                case t if t in _PASSING:
                    yield from self.blocks(element)

    def _control(self, element: etree._Element) -> Iterator[Block]:
        """A content control; a table of contents and an unused placeholder say nothing."""
        content = element.find(f"{W}sdtContent")
        if content is None or _is_contents(element) or _shows_placeholder(element):
            return
        blocks = tuple(self.blocks(content))
        name = _control_name(element)
        yield from (Named(name, blocks),) if name else blocks

    def _rows(self, table: etree._Element) -> Iterator[tuple[Cell, ...]]:
        for row in _through(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                self.tally.deletions += 1
            else:
                yield tuple(self._cell(cell) for cell in _through(row, f"{W}tc") if _is_shown(cell))

    def _cell(self, cell: etree._Element) -> Cell:
        merge = cell.find(f"{W}tcPr/{W}vMerge")
        if merge is not None and merge.get(f"{W}val", "continue") == "continue":
            return Cell(())
        return Cell(tuple(self.blocks(cell)))

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Block]:
        properties = paragraph.find(f"{W}pPr")
        style = self._style(properties, "pStyle")
        boxes: list[etree._Element] = []
        runs = list(self._runs(paragraph, style.bold, boxes))
        text = "".join(run.text for run in runs)
        if not style.skipped:
            own_level = outline_level(properties)
            level = style.level if own_level is None else own_level
            line = Line(text, level, _all_bold(runs), _lead(runs))
            control = _only_control(runs)
            yield Named(control, (line,)) if control else line
        for box in boxes:
            yield from self.blocks(box)

    def _runs(
        self, parent: etree._Element, bold: bool, boxes: list[etree._Element], control: str | None = None
    ) -> Iterator[_Run]:
        for element in parent:
            tag = element.tag
            if tag == f"{W}r":
                yield from self._run(element, bold, boxes, control)
            elif tag in _DROPPED:
                self.tally.deletions += 1
            elif tag == f"{W}sdt":
                yield from self._inline_control(element, bold, boxes, control)
            elif tag in _PASSING:
                yield from self._runs(element, bold, boxes, control)

    def _inline_control(
        self, element: etree._Element, bold: bool, boxes: list[etree._Element], control: str | None
    ) -> Iterator[_Run]:
        checkbox = element.find(f"{W}sdtPr/{_W14}checkbox")
        content = element.find(f"{W}sdtContent")
        if checkbox is not None:
            yield _Run(_box(checkbox.find(f"{_W14}checked"), f"{_W14}val"), bold)
        elif content is not None and not _shows_placeholder(element):
            yield from self._runs(content, bold, boxes, _control_name(element) or control)

    def _run(
        self, run: etree._Element, bold: bool, boxes: list[etree._Element], control: str | None
    ) -> Iterator[_Run]:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish"):
            self.tally.hidden += bool("".join(run.itertext()).strip())
            return
        own = is_on(properties, "b")
        is_bold = bold or self._style(properties, "rStyle").bold if own is None else own
        text = "".join(self._characters(run, boxes))
        if text:
            yield _Run(text, is_bold, control)

    def _characters(self, run: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        for element in run:
            tag = element.tag
            if tag == f"{W}t":
                yield element.text or ""
            elif tag in _CHARACTERS:
                yield _CHARACTERS[tag]
            elif tag == f"{W}sym":
                yield _symbol(element)
            elif tag == f"{W}fldChar":
                yield _form_box(element)
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self.tally.notes += 1
            else:
                yield from self._graphic(element, boxes)

    def _graphic(self, element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        """Text boxes are kept for after the paragraph; of two versions of a drawing the first counts."""
        if element.tag == f"{_MC}AlternateContent":
            first = next(iter(element), None)
            if first is not None:
                yield from self._characters(first, boxes)
        elif element.tag in (f"{W}drawing", f"{W}pict", f"{W}object"):
            inside = list(element.iter(f"{W}txbxContent"))
            boxes.extend(inside)
            self.tally.attachments += element.tag == f"{W}object"
            self.tally.pictures += not inside and element.tag != f"{W}object"

    def _style(self, properties: etree._Element | None, kind: str) -> Style:
        style = properties.find(f"{W}{kind}") if properties is not None else None
        return self.styles.get(style.get(f"{W}val", ""), Style()) if style is not None else Style()


def _all_bold(runs: list[_Run]) -> bool:
    filled = [run for run in runs if run.text.strip()]
    return bool(filled) and all(run.bold for run in filled)


def _lead(runs: list[_Run]) -> str:
    """The bold text at the start of a paragraph that goes on in plain text."""
    if _all_bold(runs):
        return ""
    lead = ""
    for run in runs:
        if run.text.strip() and not run.bold:
            break
        lead += run.text
    return lead.strip()


def _only_control(runs: list[_Run]) -> str | None:
    """The name of the content control that holds all text of the paragraph."""
    names = {run.control for run in runs if run.text.strip()}
    return names.pop() if len(names) == 1 else None


def _through(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows or cells, also those inside content controls and insertions."""
    for element in parent:
        if element.tag == tag:
            yield element
        elif element.tag in _PASSING or element.tag == f"{W}sdt":
            yield from _through(element, tag)


def _is_shown(cell: etree._Element) -> bool:
    properties = cell.find(f"{W}tcPr")
    if properties is None:
        return True
    merge = properties.find(f"{W}hMerge")
    continues = merge is not None and merge.get(f"{W}val", "continue") == "continue"
    return not continues and properties.find(f"{W}cellDel") is None


def _control_name(element: etree._Element) -> str:
    """The title of a content control, or the tag that its maker gave it."""
    for kind in ("alias", "tag"):
        name = element.find(f"{W}sdtPr/{W}{kind}")
        if name is not None and name.get(f"{W}val"):
            return str(name.get(f"{W}val"))
    return ""


def _shows_placeholder(element: etree._Element) -> bool:
    return bool(is_on(element.find(f"{W}sdtPr"), "showingPlcHdr"))


def _is_contents(element: etree._Element) -> bool:
    gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
    return gallery is not None and gallery.get(f"{W}val") == "Table of Contents"


def _box(switch: etree._Element | None, value: str) -> str:
    return "☒" if switch is not None and switch.get(value, "true").lower() not in _OFF else "☐"


def _form_box(element: etree._Element) -> str:
    """A tick box of the older kind of form field."""
    box = element.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    checked = box.find(f"{W}checked")
    return _box(checked if checked is not None else box.find(f"{W}default"), f"{W}val")


def _symbol(element: etree._Element) -> str:
    font = element.get(f"{W}font", "").lower()
    try:
        code = int(element.get(f"{W}char", ""), 16)
    except ValueError:
        return ""
    return _SYMBOLS.get(font, {}).get(code - _PRIVATE_USE if code >= _PRIVATE_USE else code, "")
