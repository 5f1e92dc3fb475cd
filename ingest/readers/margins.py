# SPDX-License-Identifier: EUPL-1.2
"""Lines that come back at the top or bottom of each page: headers, footers, page numbers."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

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
    exact = Counter(line for page in pages for line in {page[n].strip() for n in _edges(page)})
    alike = Counter(shape for page in pages for shape in {_shape(page[n]) for n in _edges(page)})
    often = max(2, (len(pages) + 1) // 2)
    kept: list[Page] = []
    seen: set[str] = set()
    for page in pages:
        dropped = set()
        for n in _edges(page):
            line = page[n].strip()
            if holds_label(line):
                if exact[line] >= often and line in seen:
                    dropped.add(n)
                seen.add(line)
            elif alike[_shape(line)] >= often or _PAGE_NUMBER.fullmatch(line):
                dropped.add(n)
        kept.append(tuple(line for n, line in enumerate(page) if n not in dropped))
    return kept, any(len(old) != len(new) for old, new in zip(pages, kept, strict=True))


def _edges(page: Page) -> Iterator[int]:
    filled = [n for n, line in enumerate(page) if line.strip()]
    yield from sorted({*filled[:_EDGE], *filled[-_EDGE:]})


def _shape(line: str) -> str:
    """A line with its numbers made equal, so that ``Pagina 1`` and ``Pagina 2`` are the same line."""
    return _DIGITS.sub("#", " ".join(line.split()))
