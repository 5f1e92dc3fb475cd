# SPDX-License-Identifier: EUPL-1.2
"""One spelling for what looks the same, with the way back to the places in the text as read.

Pasted text holds no-break spaces, soft hyphens, zero-width and direction signs, full-width digits
and letters with loose accents, and all of them hide a name or number from a rule.
Accents are composed as in Unicode Standard Annex 15 (form C).
"""

import re
import unicodedata
from dataclasses import dataclass, replace

from anonymise.spans import PiiSpan

_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
_CLUSTER = re.compile(r".[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]*", re.DOTALL)
_SAME_LENGTH = str.maketrans(
    dict.fromkeys(["\u00a0", *map(chr, range(0x2000, 0x200B)), "\u202f", "\u205f", "\u3000"], " ")
    | dict.fromkeys("\u2010\u2011\u2012\u2212", "-")
    | {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
)


@dataclass(frozen=True, repr=False)
class NormalisedText:
    """A text in one spelling; character ``i`` came from ``starts[i]`` up to ``ends[i]`` of the original.

    Both are empty where every character kept its place.
    """

    text: str
    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def in_original(self, span: PiiSpan) -> PiiSpan:
        """The same finding at its place in the text as read."""
        if not self.starts:
            return span
        return replace(span, start=self.starts[span.start], end=self.ends[span.end - 1])

    def __repr__(self) -> str:
        return f"NormalisedText({len(self.text)} characters)"


def normalise(text: str) -> NormalisedText:
    """The text without invisible signs, with plain spaces and hyphens and composed letters."""
    if text.isascii():
        return NormalisedText(text)
    same_length = text.translate(_SAME_LENGTH)
    if not _INVISIBLE.search(same_length) and unicodedata.is_normalized("NFC", same_length):
        return NormalisedText(same_length)
    return _by_cluster(same_length)


def _by_cluster(text: str) -> NormalisedText:
    letters: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        composed = unicodedata.normalize("NFC", _INVISIBLE.sub("", cluster[0]))
        letters.append(composed)
        starts += [cluster.start()] * len(composed)
        ends += [cluster.end()] * len(composed)
    return NormalisedText("".join(letters), tuple(starts), tuple(ends))
