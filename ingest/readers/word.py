# SPDX-License-Identifier: EUPL-1.2
"""Case forms in Word (docx)."""

import io
import re
from collections.abc import Iterator
from typing import Any

import docx
from docx.document import Document
from lxml import etree

from casebase.bilingual import Bilingual
from ingest.readers import notices
from ingest.readers.answer import Parsed
from ingest.readers.forms import form_rows, read_form
from ingest.readers.types import IsLabel
from ingest.readers.word_styles import W, word_styles
from ingest.readers.word_text import Tally, WordText

_PARTS_WITH_MARGINS = re.compile(r"/word/(?:header|footer)\d*\.xml")


def read_docx(content: bytes, is_heading: IsLabel | None) -> Parsed:
    """The cases in a form; normally one.

    Kept: text as it stands when all changes are accepted, tables, content controls, text boxes.
    Dropped: tracked deletions, hidden text, comments, headers and footers, document properties.
    """
    document = docx.Document(io.BytesIO(content))
    walker = WordText(word_styles(document.styles.element))
    blocks = tuple(walker.blocks(document.element.body))
    form = read_form(blocks, is_heading)
    warnings = (
        *notices.counted("pictures", walker.tally.pictures),
        *notices.counted("notes", walker.tally.notes),
        *notices.outside(form.outside),
    )
    return Parsed(form_rows(form.entries), tuple(_findings(document, walker.tally)), warnings)


def _findings(document: Document, tally: Tally) -> Iterator[Bilingual]:
    parts = {str(part.partname): part for part in document.part.package.iter_parts()}
    yield from notices.comments(*_comments(parts))
    yield from notices.counted("deletions", tally.deletions)
    yield from notices.counted("hidden text", tally.hidden)
    if any(_PARTS_WITH_MARGINS.fullmatch(name) and _has_text(part.blob) for name, part in parts.items()):
        yield notices.HEADERS_AND_FOOTERS
    if "/docProps/core.xml" in parts and _has_author(document):
        yield notices.DOCUMENT_PROPERTIES
    yield from notices.counted("attachments", tally.attachments)


def _comments(parts: dict[str, Any]) -> tuple[int, int]:
    """How many comments by how many people."""
    part = parts.get("/word/comments.xml")
    if part is None:
        return 0, 0
    found = list(_root(part.blob).iter(f"{W}comment"))
    return len(found), len({comment.get(f"{W}author") for comment in found} - {None, ""})


def _has_author(document: Document) -> bool:
    properties = document.core_properties
    return bool(properties.author or properties.last_modified_by)


def _has_text(blob: bytes) -> bool:
    return any((text.text or "").strip() for text in _root(blob).iter(f"{W}t"))


def _root(blob: bytes) -> etree._Element:
    return etree.fromstring(blob, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
