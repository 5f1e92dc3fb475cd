# SPDX-License-Identifier: EUPL-1.2
"""Lines that come back at the top or bottom of each page: headers, footers, page numbers."""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile

_EDGE = 4
"""So many filled lines at the top and at the bottom of a page may be margins."""
_PAGE_NUMBER = re.compile(
    r"(?:(?:pagina|blad|bladzijde|page|p\.)\s*)?\d+\s*(?:(?:van|of|/)\s*\d+)|(?:pagina|blad|bladzijde|page)\s*\d+"
    r"|-\s*\d+\s*-",
    re.I,
)
_DIGITS = re.compile(r"\d+")

Page = tuple[str, ...]


def without_margins(pages: Sequence[Page], holds_label: Callable[[str], bool]) -> tuple[list[Page], bool]:
    """The pages without repeated lines at their edges, and whether there were any.

    A repeated line that holds a label with a value stays on the first page; one whose value
    differs from page to page is not a margin.
    """
    counts = [_Counts(pages, edge) for edge in (0, 1)]
    seen: set[str] = set()

    def margins(page: Page, edge: int) -> set[int]:
        # Beyond the first line of the text itself there is no margin.
        return set(takewhile(lambda n: counts[edge].is_margin(page[n], holds_label), _edges(page)[edge]))

    def dropped(page: Page) -> set[int]:
        found = margins(page, 0) | margins(page, 1)
        labelled = {n for n in found if holds_label(page[n].strip())}
        first_time = {n for n in labelled if page[n].strip() not in seen}
        seen.update(page[n].strip() for n in labelled)
        return found - first_time

    kept = [_without(page, dropped(page)) for page in pages]
    return kept, any(len(old) != len(new) for old, new in zip(pages, kept, strict=True))


class _Counts:
    """On how many pages a line stands at the top, or at the bottom."""

    def __init__(self, pages: Sequence[Page], edge: int) -> None:
        lines = [{page[n].strip() for n in _edges(page)[edge]} for page in pages]
        self._exact = Counter(line for page in lines for line in page)
        self._alike = Counter(shape for page in lines for shape in {_shape(line) for line in page})
        self._often = max(2, (len(pages) + 1) // 2)

    def is_margin(self, line: str, holds_label: Callable[[str], bool]) -> bool:
        line = line.strip()
        if holds_label(line):
            return self._exact[line] >= self._often
        return self._alike[_shape(line)] >= self._often or bool(_PAGE_NUMBER.fullmatch(line))


def _without(page: Page, dropped: set[int]) -> Page:
    return tuple(line for n, line in enumerate(page) if n not in dropped)


def _edges(page: Page) -> tuple[list[int], list[int]]:
    """Positions of the outermost filled lines, from the top down and from the bottom up."""
    filled = [n for n, line in enumerate(page) if line.strip()]
    return filled[:_EDGE], filled[::-1][:_EDGE]


def _shape(line: str) -> str:
    """A line with its numbers made equal, so that ``Pagina 1`` and ``Pagina 2`` are the same line."""
    return _DIGITS.sub("#", " ".join(line.split()))
