# SPDX-License-Identifier: EUPL-1.2
"""Mails with a form in them (eml, RFC 5322 and MIME)."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from email import policy
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from email.utils import getaddresses

from casebase.bilingual import Bilingual
from ingest.errors import Refusal, RefusedContentError
from ingest.readers import notices
from ingest.readers.answer import Parsed
from ingest.readers.blocks import Block, Line
from ingest.readers.encodings import decode_text
from ingest.readers.forms import Form, form_rows, read_form
from ingest.readers.labels import Labels
from ingest.readers.signatures import cut_signature, is_person, with_known
from ingest.readers.types import IsLabel
from ingest.readers.web_text import QUOTE_MARK, html_blocks
from ingest.readers.wrapping import unwrapped

_ADDRESS_HEADERS = ("from", "to", "cc", "bcc", "reply-to", "sender")
_HEADER_LINE = re.compile(
    r"\*?(van|from|verzonden|sent|aan|to|cc|bcc|onderwerp|subject|datum|date|bijlagen?|attachments?|urgentie"
    r"|importance)\*?\s*:\*?\s*(.*)",
    re.I,
)
_PEOPLE = ("van", "from", "aan", "to", "cc", "bcc")
_LEAST_HEADER_LINES = 3
_EARLIER = re.compile(
    r"-{2,}\s*(?:oorspronkelijk bericht|original message|doorgestuurd bericht|forwarded message).*"
    r"|(?:op|on) .{6,120} (?:schreef|wrote).{0,120}:",
    re.I,
)
_ENCRYPTED = ("multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime")
_MAIL_WIDTH = range(60, 81)
_FORM_LABELS = 3


@dataclass
class _People:
    names: list[str] = field(default_factory=list)
    addresses: list[str] = field(default_factory=list)

    def add(self, name: str, address: str) -> None:
        name = re.sub(r"\(.*?\)", "", name).strip(" '\"")
        last, comma, first = name.partition(", ")
        for spelling in (name, f"{first} {last}" if comma else name):
            if is_person(spelling):
                self.names.append(spelling)
        if "@" in address:
            self.addresses.append(address)


def read_eml(content: bytes, is_heading: IsLabel | None) -> Parsed:
    """The cases in the text of a mail; normally one.

    The form is looked for in the newest message, then in the messages quoted below it. The heads of
    the mail are dropped; names and addresses in them come along as known values, so that they are
    found in the text. Attachments are counted, not read.
    """
    message = BytesParser(policy=policy.default).parsebytes(content)
    if message.get_content_type() in _ENCRYPTED:
        raise RefusedContentError(Refusal.PASSWORD)
    people = _people(message)
    attachments = _attachments(message)
    newest, earlier = _parts(_without_headers(_body(message), people))
    form, left_out = _form(newest, earlier, is_heading, attachments)
    entries, signature = cut_signature(form.entries)
    rows = with_known(form_rows(entries), [*people.names, *signature.people], people.addresses)
    findings: tuple[Bilingual, ...] = (
        notices.MAIL_HEADERS,
        *((notices.SIGNATURE,) if signature.lines else ()),
        *notices.counted("attachments", attachments),
    )
    warnings = (*notices.counted("quoted lines", left_out), *notices.outside(form.outside))
    return Parsed(rows, findings, warnings)


def _form(
    newest: Sequence[Block], earlier: Sequence[Block], is_heading: IsLabel | None, attachments: int
) -> tuple[Form, int]:
    """The form, and how many lines of earlier messages were left out.

    A message below that has labels of its own is no earlier version of the form: a mail may be
    pasted in the middle of a story.
    """
    labels = Labels(is_heading)
    form = _form_in(newest, labels, is_heading)
    if form and (not earlier or len(form.entries) >= _FORM_LABELS):
        below = _form_in(earlier, labels, is_heading)
        if below is None or _names(below) <= _names(form):
            return form, len(earlier)
    whole = _form_in([*newest, *earlier], labels, is_heading)
    if whole is None:
        raise RefusedContentError(Refusal.FORM_IN_ATTACHMENT if attachments else Refusal.NO_LABELS)
    return whole, 0


def _form_in(blocks: Sequence[Block], labels: Labels, is_heading: IsLabel | None) -> Form | None:
    try:
        return read_form(_unwrapped(blocks, labels), is_heading)
    except RefusedContentError:
        return None


def _names(form: Form) -> set[str]:
    return {entry.label.lower() for entry in form.entries if entry.known and entry.value}


def _people(message: EmailMessage) -> _People:
    """Names and addresses in the heads; parsed the plain way, as the modern one trips over damaged heads."""
    people = _People()
    for header, value in message.raw_items():
        if header.lower() in _ADDRESS_HEADERS:
            # Bytes outside ASCII, which do not belong in a head, come as half characters.
            text = decode_text(str(value).encode("utf-8", "surrogateescape")).text
            for name, address in getaddresses([" ".join(text.split())]):
                people.add(_decoded_name(name), address)
    return people


def _decoded_name(name: str) -> str:
    """A name in a head may be encoded (RFC 2047)."""
    try:
        return str(make_header(decode_header(name)))
    except (LookupError, UnicodeError, HeaderParseError):
        return ""


def _attachments(message: EmailMessage) -> int:
    parts = [part for part in message.walk() if not part.is_multipart()]
    named = sum(bool(part.get_filename()) or part.get_content_disposition() == "attachment" for part in parts)
    return named + sum(part.get_content_type() == "message/rfc822" for part in message.walk())


def _body(message: EmailMessage) -> list[Block]:
    """The text of the mail; plain text where there is any, else the HTML."""
    body = message.get_body(preferencelist=("plain", "html"))
    if body is None:
        return []
    text = _decoded(body)
    if body.get_content_subtype() == "html":
        return list(html_blocks(text))
    if not text.strip() and (rich := message.get_body(preferencelist=("html",))) is not None:
        return list(html_blocks(_decoded(rich)))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_flowed = str(body.get_param("format", "")).lower() == "flowed"
    return [Line(line) for line in (_joined_flow(lines) if is_flowed else lines)]


def _decoded(part: MIMEPart) -> str:
    try:
        return str(part.get_content())
    except (LookupError, UnicodeError):
        payload = part.get_payload(decode=True)
        return decode_text(payload).text if isinstance(payload, bytes) else ""


def _joined_flow(lines: Sequence[str]) -> Iterator[str]:
    """A line that ends with a space runs on (RFC 3676)."""
    waiting = ""
    for line in lines:
        if line.endswith(" ") and line != "-- ":
            waiting += line
        else:
            yield waiting + line
            waiting = ""
    if waiting:
        yield waiting


def _without_headers(blocks: Sequence[Block], people: _People) -> list[Block]:
    """Blocks without the heads of earlier messages; the people in those are noted."""
    kept: list[Block] = []
    run: list[tuple[Line, str, str]] = []
    for block in [*blocks, Line("")]:
        found = _HEADER_LINE.fullmatch(_unquoted(block.text).strip()) if isinstance(block, Line) else None
        if isinstance(block, Line) and found:
            run.append((block, found[1].lower(), found[2]))
            continue
        if len(run) >= _LEAST_HEADER_LINES:
            kept.append(Line(QUOTE_MARK))
            _note_people(run, people)
        else:
            kept.extend(line for line, _, _ in run)
        run = []
        kept.append(block)
    return kept[:-1]


def _note_people(run: Sequence[tuple[Line, str, str]], people: _People) -> None:
    for _, header, value in run:
        if header in _PEOPLE:
            for person in re.split(r";\s*", value.replace("[mailto:", "<").replace("]", ">")):
                parsed = getaddresses([person]) if "@" in person else [(person, "")]
                for name, address in parsed:
                    people.add(name, address)


def _parts(blocks: Sequence[Block]) -> tuple[list[Block], list[Block]]:
    """The newest message, and what stands quoted below it."""
    position = next((n for n, block in enumerate(blocks) if _is_earlier(block)), len(blocks))
    earlier = [
        Line(_unquoted(block.text), block.level, block.bold) if isinstance(block, Line) else block
        for block in blocks[position:]
        if not (isinstance(block, Line) and _EARLIER.fullmatch(_unquoted(block.text).strip()))
    ]
    return list(blocks[:position]), earlier


def _is_earlier(block: Block) -> bool:
    if not isinstance(block, Line):
        return False
    return block.text.startswith(">") or bool(_EARLIER.fullmatch(block.text.strip()))


def _unquoted(text: str) -> str:
    return re.sub(r"^(?:\s*>)+ ?", "", text)


def _unwrapped(blocks: Sequence[Block], labels: Labels) -> list[Block]:
    """Paragraphs of a mail whose lines were broken at some 72 characters; other mails as they are."""
    width = max((len(block.text) for block in blocks if isinstance(block, Line)), default=0)
    if width not in _MAIL_WIDTH or not all(isinstance(block, Line) for block in blocks):
        return list(blocks)

    def begins(line: str, before: str) -> bool:
        pieces = labels.pieces(line, before=before)
        return pieces[0].label is not None or labels.is_label_line(line, marked=False, before=before)

    lines = [block.text for block in blocks if isinstance(block, Line)]
    return [Line(text) for text in unwrapped(lines, width, begins)]
