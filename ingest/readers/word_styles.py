# SPDX-License-Identifier: EUPL-1.2
"""What the styles of a docx say about headings (ECMA-376 part 1, 17.7)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ingest.readers.blocks import TITLE_LEVEL

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_HEADING = re.compile(r"(?:heading|kop)\s*([1-9])", re.I)
_TITLE = re.compile(r"(?:title|titel)", re.I)
_CONTENTS = re.compile(r"(?:toc|inhopg)\s*\d", re.I)
_OUTLINE_LEVELS = tuple("012345678")
_OFF = ("0", "false", "off", "none")
_MOST_PARENTS = 20


@dataclass(frozen=True)
class Style:
    """What a paragraph or character style says about headings."""

    level: int | None = None
    bold: bool = False
    skipped: bool = False


def word_styles(styles: etree._Element) -> dict[str, Style]:
    """Each style by its id; what a style does not say itself comes from the style it builds on."""
    elements = {style.get(f"{W}styleId", ""): style for style in styles.iterchildren(f"{W}style")}
    return {name: _style(list(_lineage(name, elements))) for name in elements}


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Whether a switch such as ``w:b`` is on, or None where it is not mentioned."""
    switch = properties.find(f"{W}{name}") if properties is not None else None
    return None if switch is None else switch.get(f"{W}val", "true").lower() not in _OFF


def outline_level(properties: etree._Element | None) -> int | None:
    """The level of a heading, from 1, by the outline level of a paragraph or style."""
    outline = properties.find(f"{W}outlineLvl") if properties is not None else None
    value = outline.get(f"{W}val", "") if outline is not None else ""
    return int(value) + 1 if value in _OUTLINE_LEVELS else None


def _lineage(name: str, elements: dict[str, etree._Element]) -> Iterator[etree._Element]:
    for _ in range(_MOST_PARENTS):
        style = elements.get(name)
        if style is None:
            return
        yield style
        parent = style.find(f"{W}basedOn")
        name = parent.get(f"{W}val", "") if parent is not None else ""


def _style(lineage: list[etree._Element]) -> Style:
    levels = (level for level in map(_own_level, lineage) if level is not None)
    weights = (bold for style in lineage if (bold := is_on(style.find(f"{W}rPr"), "b")) is not None)
    return Style(next(levels, None), next(weights, False), bool(_CONTENTS.fullmatch(_name(lineage[0]))))


def _own_level(style: etree._Element) -> int | None:
    if found := _HEADING.fullmatch(_name(style)):
        return int(found[1])
    return TITLE_LEVEL if _TITLE.fullmatch(_name(style)) else outline_level(style.find(f"{W}pPr"))


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return str(name.get(f"{W}val", "")) if name is not None else ""
