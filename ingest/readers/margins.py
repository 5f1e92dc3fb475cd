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
    outer = [[page[n].strip() for edge in _edges(page) for n in edge] for page in pages]
    exact = Counter(line for lines in outer for line in set(lines))
    alike = Counter(shape for lines in outer for shape in {_shape(line) for line in lines})
    often = max(2, (len(pages) + 1) // 2)
    seen: set[str] = set()

    def is_margin(line: str) -> bool:
        if holds_label(line):
            return exact[line] >= often
        return alike[_shape(line)] >= often or bool(_PAGE_NUMBER.fullmatch(line))

    def dropped(page: Page) -> set[int]:
        # Beyond the first line of the text itself there is no margin.
        margins = {n for edge in _edges(page) for n in takewhile(lambda n: is_margin(page[n].strip()), edge)}
        labelled = {n for n in margins if holds_label(page[n].strip())}
        first_time = {n for n in labelled if page[n].strip() not in seen}
        seen.update(page[n].strip() for n in labelled)
        return margins - first_time

    kept = [_without(page, dropped(page)) for page in pages]
    return kept, any(len(old) != len(new) for old, new in zip(pages, kept, strict=True))


def _without(page: Page, dropped: set[int]) -> Page:
    return tuple(line for n, line in enumerate(page) if n not in dropped)


def _edges(page: Page) -> tuple[list[int], list[int]]:
    """Positions of the outermost filled lines, from the top down and from the bottom up."""
    filled = [n for n, line in enumerate(page) if line.strip()]
    return filled[:_EDGE], filled[::-1][:_EDGE]


def _shape(line: str) -> str:
    """A line with its numbers made equal, so that ``Pagina 1`` and ``Pagina 2`` are the same line."""
    return _DIGITS.sub("#", " ".join(line.split()))
