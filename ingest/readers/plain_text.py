# SPDX-License-Identifier: EUPL-1.2
"""Text and numbers as a person would type them."""

import math
import re
import unicodedata
from decimal import Decimal

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
# Marks without width split names and numbers invisibly, so that they are neither found nor made anonymous.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_HALF_CHARACTERS = re.compile("[\ud800-\udfff]")
_TRAILING = re.compile(r"[ \t]+(?=\n|$)")


def clean(text: str) -> str:
    r"""The same text with ``\n`` line ends, plain spaces, composed accents and no invisible characters."""
    text = _LINE_ENDS.sub("\n", text)
    text = _SPACES.sub(" ", _INVISIBLE.sub("", text))
    text = _HALF_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", text)
    return _TRAILING.sub("", unicodedata.normalize("NFC", text)).strip()


def plain_number(number: int | float, pattern: str = "General") -> str:
    """A number of a spreadsheet or JSON: no ``.0``, no exponent, leading zeros as its format shows them.

    ``pattern`` is the number format of the cell; ``000000000`` keeps the zero in front of a BSN.
    Fifteen digits are all that a spreadsheet holds.
    """
    if isinstance(number, int):
        text = str(number)
    elif not math.isfinite(number):
        return ""
    else:
        text = format(Decimal(f"{number:.15g}"), "f")
    return text.zfill(len(pattern)) if pattern and set(pattern) == {"0"} else text
