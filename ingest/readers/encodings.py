# SPDX-License-Identifier: EUPL-1.2
"""Bytes of a text file to text: UTF-8, UTF-16 or the Windows encoding of Western Europe (cp1252)."""

import codecs
import re
from dataclasses import dataclass

from ingest.errors import Refusal, RefusedContentError

_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAMPLE = 4_096
_WELL_FORMED = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]")


@dataclass(frozen=True, repr=False)
class Decoded:
    """Text, and whether some of its characters were damaged."""

    text: str
    damaged: bool = False


def decode_text(content: bytes) -> Decoded:
    """The text of a file whose encoding nobody wrote down.

    UTF-8 is tried first: text in cp1252 with accents is hardly ever valid UTF-8 (RFC 3629).

    Raises:
        RefusedContentError: the bytes fit none of the encodings.
    """
    try:
        if content.startswith(_UTF16_MARKS):
            return Decoded(content.decode("utf-16"))
        if encoding := _unmarked_utf16(content):
            return Decoded(content.decode(encoding))
        return Decoded(content.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return _decode_western(content)


def _decode_western(content: bytes) -> Decoded:
    """Mostly UTF-8 with a damaged byte, or cp1252."""
    well_formed = sum(len(found) for found in _WELL_FORMED.findall(content))
    if well_formed > len(_HIGH.findall(content)) / 2:
        return Decoded(content.decode("utf-8-sig", errors="replace"), damaged=True)
    try:
        return Decoded(content.decode("cp1252"))
    except UnicodeDecodeError:
        raise RefusedContentError(Refusal.ENCODING) from None


def _unmarked_utf16(content: bytes) -> str | None:
    """Western text in UTF-16 has a NUL in every other place."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if sample[1::2].count(0) > half * 0.8 and sample[::2].count(0) == 0:
        return "utf-16-le"
    if sample[::2].count(0) > half * 0.8 and sample[1::2].count(0) == 0:
        return "utf-16-be"
    return None
