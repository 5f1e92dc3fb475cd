# SPDX-License-Identifier: EUPL-1.2
"""Letters with a form in them, and forms to fill in (pdf)."""

import io
from collections.abc import Iterator, Sequence
from statistics import mean

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError

from casebase.bilingual import Bilingual
from ingest.errors import Refusal, RefusedContentError
from ingest.readers import notices
from ingest.readers.answer import Parsed
from ingest.readers.blocks import Block, Table, text_cell
from ingest.readers.forms import Form, form_rows, read_form
from ingest.readers.labels import Labels
from ingest.readers.margins import without_margins
from ingest.readers.page_layout import layout_blocks
from ingest.readers.pdf_text import pdf_text
from ingest.readers.plain_text import clean
from ingest.readers.signatures import cut_signature, with_known
from ingest.readers.types import IsLabel, ReadLimits

_STAMP = 30
"""Letters that a scanner may print on a page that is only a picture."""
_UNTOLD = ("/Link", "/Widget", "/Popup")


def read_pdf(content: bytes, limits: ReadLimits, is_heading: IsLabel | None) -> Parsed:
    """The cases in a letter or form; normally one.

    Raises:
        RefusedContentError: a password, no text layer, no labels, too many pages or too large inside.
    """
    try:
        reader = _open(content, limits)
        text = pdf_text(reader.pages)
        fields = tuple(_filled_fields(reader))
    except LimitReachedError:
        raise RefusedContentError(Refusal.INFLATED) from None
    if not any(text.letters) and not fields:
        raise RefusedContentError(Refusal.NO_TEXT_LAYER)
    labels = Labels(is_heading)
    kept, had_margins = without_margins(text.pages, lambda line: _holds_label(line, labels))
    form = _form([*layout_blocks(kept, labels, text.strong), *fields], is_heading, mean(text.letters))
    entries, signature = cut_signature(form.entries)
    rows = with_known(form_rows(entries), signature.people, ())
    findings = (
        *((notices.HEADERS_AND_FOOTERS,) if had_margins else ()),
        *((notices.SIGNATURE,) if signature.lines else ()),
        *_findings(reader),
    )
    empty_pages = text.letters.count(0)
    warnings = (*notices.counted("pages without text", empty_pages), *notices.outside(form.outside))
    return Parsed(rows, findings, warnings)


def _open(content: bytes, limits: ReadLimits) -> PdfReader:
    reader = PdfReader(io.BytesIO(content))
    if reader.is_encrypted and not _opens_without_password(reader):
        raise RefusedContentError(Refusal.PASSWORD)
    if len(reader.pages) > limits.pages:
        raise RefusedContentError(Refusal.TOO_MANY_PAGES, limits.pages)
    return reader


def _opens_without_password(reader: PdfReader) -> bool:
    """Many files are only locked against printing or editing."""
    try:
        return bool(reader.decrypt(""))
    except (DependencyError, NotImplementedError):
        return False


def _form(blocks: Sequence[Block], is_heading: IsLabel | None, letters_a_page: float) -> Form:
    """The form; a few letters without any label are the stamp on a scan."""
    try:
        return read_form(blocks, is_heading)
    except RefusedContentError:
        if letters_a_page < _STAMP:
            raise RefusedContentError(Refusal.NO_TEXT_LAYER) from None
        raise


def _holds_label(line: str, labels: Labels) -> bool:
    return labels.known(line.partition(":")[0])


def _filled_fields(reader: PdfReader) -> Iterator[Table]:
    """What was typed in a form to fill in; its fields carry a description or a name."""
    for name, form_field in (reader.get_fields() or {}).items():
        value = form_field.get("/V")
        label = str(form_field.get("/TU") or name)
        text = _field_text(str(value)) if value is not None else ""
        if text and label:
            yield Table(((text_cell(clean(label)), text_cell(clean(text))),))


def _field_text(value: str) -> str:
    """Buttons give names: ``/Off``, ``/Yes`` or the choice itself."""
    if not value.startswith("/"):
        return value
    choice = value[1:]
    return {"off": "", "yes": "ja", "on": "ja", "1": "ja"}.get(choice.lower(), choice)


def _findings(reader: PdfReader) -> Iterator[Bilingual]:
    subtypes = [_subtype(note) for page in reader.pages for note in page.get("/Annots") or ()]
    yield from notices.counted("annotations", sum(kind not in _UNTOLD for kind in subtypes))
    if reader.metadata and (reader.metadata.author or "").strip():
        yield notices.DOCUMENT_PROPERTIES
    attached = "/FileAttachment"
    yield from notices.counted("attachments", len(reader.attachments) + subtypes.count(attached))


def _subtype(note: object) -> str:
    resolved = note.get_object() if hasattr(note, "get_object") else None
    return str(resolved.get("/Subtype", "/Link")) if isinstance(resolved, dict) else "/Link"
