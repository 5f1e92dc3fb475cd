# SPDX-License-Identifier: EUPL-1.2
"""Lines that were broken to fit a page or a mail, put together again as paragraphs."""

import re
from collections.abc import Callable, Iterable

_FULL = 0.8
"""A line that fills this share of the width runs on, unless a blank line or a label follows."""
_NARROW = 30
"""Where the longest line has fewer characters, lines were not broken to fit."""
_LIST_ITEM = re.compile(r"\s*(?:[-–•*·o▪●]|\d{1,2}[.)]|[a-z]\))\s")
_HYPHEN = re.compile(r"[a-zà-ÿ]-$")
_STAYS = re.compile(r"\b(?:re|ex|co|oud|niet|non|semi|anti|pro|e|sub|pre|post|multi)-$", re.I)


def unwrapped(lines: Iterable[str], width: int, begins: Callable[[str, str], bool]) -> list[str]:
    """Paragraphs and blank lines.

    Args:
        lines: lines as they stand on the page.
        width: characters in the longest line.
        begins: whether a line, given the one above, is the start of something new.
    """
    full = _FULL * max(width, _NARROW)
    found: list[str] = []
    before = ""
    for line in lines:
        text = " ".join(line.split()) if "\t" not in line else line.strip()
        runs_on = len(before) >= full and bool(text) and not _LIST_ITEM.match(line)
        if found and runs_on and not begins(line, before):
            found[-1] = _join(found[-1], text)
        else:
            found.append(text)
        before = line.strip()
    return found


def _join(first: str, second: str) -> str:
    """A hyphen at the end of a line goes where it only divides a word, not in ``re-integratie``."""
    if first.endswith("-") and second[:1].isupper():
        return first + second
    if _HYPHEN.search(first) and second[:1].islower():
        return first + second if _STAYS.search(first) else first[:-1] + second
    return f"{first} {second}"
